"""Timeline → pictures: the body with what is worked on, of a routine and of each step, and the routine on a time axis."""

"""A plan and a booked time → the problem that the solver fits, and its answer as the times of the plan."""

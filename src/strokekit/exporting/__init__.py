"""Timeline → files for other programs: captions, speech, calendars, tables, diagrams, devices."""

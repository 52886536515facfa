"""Thai massage for strokekit: all that it adds stands in `thai.yaml`, but for the time and the moves of walking a line."""

from strokekit.plugin import from_data
from strokekit_thai.lines import walking_moves, walking_time

plugin = from_data(__name__, "thai.yaml").coded("line_walk", refine=walking_time, moves=walking_moves)

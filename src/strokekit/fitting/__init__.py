"""The solver of the fit: exact times for parts with ranges, choices, ties and limits, or the reason why there are none.

The room knows nothing of routines: `booking` poses the problem, and says there what it costs to deviate. `fit` finds the cheapest
times whose sum is the target.

How: the tree is asked with a price for time (`nodes`). Bisecting on the price gives a total (`balancing`), and a lower bound of
all costs (`bounding`), as if costs were their convex hull. Where no choice jumps at that price, its times are the optimum, and
only odd milliseconds are left to give out (`spreading`): the earlier part gets them. Else the choices at which the answer jumps
are parted (`branching`), the part with the lowest bound first (`searching`), until nothing can be cheaper or the work is spent.

Tied nodes are drawn as one that counts several times, limits that nest with the groups as groups (`drawing`). Only limits that
cut through groups need prices of their own.
"""

from strokekit.fitting.answer import Fitted, Unreachable
from strokekit.fitting.fit import WORK, fit
from strokekit.fitting.problem import Choose, Group, Limit, Maybe, Mode, Node, Part, Place, Problem, Repeat, Tie

__all__ = [
    "WORK",
    "Choose",
    "Fitted",
    "Group",
    "Limit",
    "Maybe",
    "Mode",
    "Node",
    "Part",
    "Place",
    "Problem",
    "Repeat",
    "Tie",
    "Unreachable",
    "fit",
]

"""Plan → Timeline: how long everything takes, from one function, and when it happens."""

from strokekit.timing.measure import Measure
from strokekit.timing.timeline import make_timeline

__all__ = ["Measure", "make_timeline"]

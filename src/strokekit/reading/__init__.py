"""Document → Routine: what the author meant, and everything that is wrong with how it is written."""

from strokekit.reading.routine import read_routine
from strokekit.reading.schema import Dispatch, published_schema

__all__ = ["Dispatch", "published_schema", "read_routine"]

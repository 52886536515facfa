"""Document → Routine: what the author meant, and everything that is wrong with how it is written."""

from strokekit.reading.editor_schema import editor_schema
from strokekit.reading.files import link
from strokekit.reading.routine import read_partial, read_routine
from strokekit.reading.schema import Dispatch, published_schema
from strokekit.reading.shape import check_shape

__all__ = ["Dispatch", "check_shape", "editor_schema", "link", "published_schema", "read_partial", "read_routine"]

"""How a routine file is laid out: the order of keys, what stands on one line, compact literals; comments and meaning stay."""

from strokekit.writing.canonical import canonical
from strokekit.writing.settling import settled

__all__ = ["canonical", "settled"]

"""Text ⇄ values with positions: the YAML and JSON readers, and the one adapter to JSON Schema validators.

Importing this package loads neither a YAML parser nor a JSON Schema library: each comes with its first use.
"""

from strokekit.formats import pointer
from strokekit.formats.document import Document, Syntax
from strokekit.formats.limits import Limits
from strokekit.formats.read import SUFFIXES, read_path, read_text
from strokekit.formats.schema import Fault, Validator, check_schema
from strokekit.formats.source import Source

__all__ = [
    "SUFFIXES",
    "Document",
    "Fault",
    "Limits",
    "Source",
    "Syntax",
    "Validator",
    "check_schema",
    "pointer",
    "read_path",
    "read_text",
]

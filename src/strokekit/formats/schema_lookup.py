"""The value of a keyword, by the way that an evaluation took through the schemas, references included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from strokekit.formats.pointer import split
from strokekit.formats.schema import Path

REFERENCES = ("$ref", "$dynamicRef")
"""The keywords that a way may hold beside those of `Fault.schema_path`."""


class Lookup:
    """Follows ways through a schema and its resources. Anchors by name are not followed."""

    def __init__(self, schema: Mapping[str, Any], resources: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep the schemas; they are searched for `$id` when a reference first needs it."""
        self._root = schema
        self._resources = resources
        self._found: dict[str, Any] = {}

    def value(self, way: Path) -> Any:
        """Give what stands at the end of `way`; None when it can't be followed.

        >>> Lookup({"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}, {}).value(("$ref", "type"))
        'string'
        """
        document, node = self._root, self._root
        try:
            for part in way:
                if part in REFERENCES and isinstance(node, Mapping):
                    document, node = self._follow(document, node[str(part)])
                else:
                    node = node[part]  # type: ignore[index] # a list's part is an index
                    document = _entered(node, document)
        except (LookupError, TypeError, ValueError):
            return None
        return node

    def _follow(self, document: Any, reference: str) -> tuple[Any, Any]:
        uri, _, fragment = reference.partition("#")
        node = document = self._documents()[uri] if uri else document
        for part in split(fragment):
            node = node[int(part)] if isinstance(node, list) else node[part]
            document = _entered(node, document)
        return document, node

    def _documents(self) -> dict[str, Any]:
        if not self._found:
            for schema in (*self._resources.values(), self._root):
                self._found.update(_ids(schema))
            self._found.update((uri.rstrip("#"), contents) for uri, contents in self._resources.items())
        return self._found


def _entered(node: Any, document: Any) -> Any:
    # A schema with its own `$id` is a document of its own for the references inside it.
    return node if isinstance(node, Mapping) and "$id" in node else document


def _ids(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, Mapping):
        if isinstance(schema.get("$id"), str):
            yield schema["$id"].rstrip("#"), schema
        for part in schema.values():
            yield from _ids(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _ids(part)

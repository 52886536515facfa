"""Names of findings that stay the same while other things in the file change: a platform tells by them what is new.

A fingerprint is made of the file's name, the code, and the way to the place by ids: of a section or step its `id`, else what it
does and where. Lines, columns and messages are no part of it, since an edit elsewhere moves them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic
from strokekit.formats import read_text
from strokekit.formats.pointer import split
from strokekit.reporting.checked import Checked, Sources
from strokekit.reporting.places import relative

_HEADS = ("technique", "action", "include", "free", "checkpoint", "unlisted", "say", "ask", "caution", "name", "title")
"""What tells one item of a list from the next where it has no id; with the place that it is about."""


def fingerprints(checked: Iterable[Checked]) -> Iterator[tuple[Diagnostic, str]]:
    """Give every finding with its fingerprint; no two are the same. What two files say of a third is given once."""
    used: Counter[str] = Counter()
    seen: set[Diagnostic] = set()
    for one in checked:
        ways = _Ways(Sources(one.source))
        for found in one.report:
            if found in seen:
                continue
            seen.add(found)
            stable = "\0".join((relative(found.file), found.code, *ways.of(found)))
            used[stable] += 1
            yield found, sha256(f"{stable}\0{used[stable]}".encode("utf-8", errors="replace")).hexdigest()


@attrs.define
class _Ways:
    """The ways to places by ids, in the files that one report speaks of."""

    texts: Sources
    _data: dict[str, Any] = attrs.field(factory=dict, init=False)
    _labels: dict[int, list[str]] = attrs.field(factory=dict, init=False)

    def of(self, found: Diagnostic) -> Iterator[str]:
        """Give the way to a place; where there is none, or the text can't be read, its pointer and what stands there."""
        value = self._value(found)
        if value is None or not found.pointer:
            yield from (found.pointer, found.found)
            return
        for part in split(found.pointer):
            if isinstance(value, list) and part.isdigit() and int(part) < len(value):
                yield self._labelled(value)[int(part)]
                value = value[int(part)]
            else:
                yield part
                value = value.get(part) if isinstance(value, dict) else None

    def _value(self, found: Diagnostic) -> Any:
        if found.file not in self._data:
            source = self.texts.of(found.file) if found.span is not None else None
            read = read_text(source.text, name=source.name).value if source is not None else None
            self._data[found.file] = read.data if read is not None else None
        return self._data[found.file]

    def _labelled(self, items: list[Any]) -> list[str]:
        """Name the items of a list, each with its number among those of the same name."""
        if id(items) not in self._labels:
            counted: Counter[str] = Counter()
            labels = []
            for item in items:
                name = _name(item)
                labels.append(f"{name}#{counted[name]}")
                counted[name] += 1
            self._labels[id(items)] = labels
        return self._labels[id(items)]


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    if "id" in item:
        return f"id={item['id']}"
    return " ".join(f"{key}={item[key]}" for key in (*_HEADS, "where") if key in item)

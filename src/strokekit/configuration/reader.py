"""Reads the settings of one TOML file by their kinds, and gathers what is wrong with them, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.formats.pointer import join
from strokekit.plugins.spelling import closest


@attrs.define(kw_only=True)
class Reader:
    """A reader of one table. Every method gives a setting, or None where it is not set or is reported as wrong."""

    top: tuple[str, ...]
    """The keys that lead to the table."""
    file: str
    found: list[Wrong] = attrs.field(factory=list)

    def inside(self, key: str) -> Reader:
        """Give a reader of the table at a key; what it finds is gathered here."""
        return Reader(top=(*self.top, key), file=self.file, found=self.found)

    def table(self, data: Any, known: tuple[str, ...]) -> Mapping[str, Any] | None:
        """Give a table without the keys that are no settings; `known` are the settings."""
        if not isinstance(data, Mapping):
            self.wrong("wrong-type", (), key=".".join(self.top), expected="a table", found=called(data))
            return None
        for key in data:
            if key not in known:
                self._unknown(key, known)
        return data

    def _unknown(self, key: str, known: tuple[str, ...]) -> None:
        near = closest(key, known)
        hint = f"did you mean `{near}`?" if near else f"the settings are {', '.join(f'`{name}`' for name in known)}"
        where = f"`[{'.'.join(self.top)}]`" if self.top else f"`{self.file}`"
        self.note("unknown-key", (key,), on="key", hints=(hint,), facts={"key": key, "where": where})

    def switch(self, data: Mapping[str, Any], key: str) -> bool | None:
        """Read a yes or no."""
        value = data.get(key)
        if isinstance(value, bool):
            return value
        self.unfit(key, value, "true or false")
        return None

    def text(self, data: Mapping[str, Any], key: str, expected: str = "a text") -> str | None:
        """Read a text."""
        value = data.get(key)
        if isinstance(value, str):
            return value
        self.unfit(key, value, expected)
        return None

    def texts(self, data: Mapping[str, Any], key: str, expected: str) -> tuple[str, ...] | None:
        """Read a list of texts."""
        value = data.get(key)
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return tuple(value)
        self.unfit(key, value, expected)
        return None

    def whole(self, data: Mapping[str, Any], key: str) -> int | None:
        """Read a whole number >= 0."""
        value = data.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.unfit(key, value, "a whole number")
        return None

    def one_of(self, data: Mapping[str, Any], key: str, words: Collection[str]) -> str | None:
        """Read one of some words."""
        value = data.get(key)
        if isinstance(value, str) and value in words:
            return value
        *most, last = (f'`"{word}"`' for word in words)
        self.unfit(key, value, f"{', '.join(most)} or {last}")
        return None

    def unfit(self, key: str, value: Any, expected: str) -> None:
        """Report a value of the wrong kind, unless there is none."""
        if value is not None:
            self.wrong("wrong-type", (key,), key=key, expected=expected, found=called(value))

    def wrong(self, name: str, way: tuple[str | int, ...], **facts: Any) -> None:
        """Note what is wrong with a value."""
        self.note(name, way, facts=facts)

    def note(self, name: str, way: tuple[str | int, ...], **more: Any) -> None:
        """Note a problem at a way from the table."""
        self.found.append(Wrong(name, join("", *self.top, *way), **more))


def called(value: Any) -> str:
    """Name a value in a message.

    >>> called(True), called("yes"), called([1])
    ('`true`', '`"yes"`', 'a list')
    """
    if isinstance(value, (bool, int, float)):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        return f'`"{value}"`'
    return "a list" if isinstance(value, list) else "a table" if isinstance(value, dict) else "a date or time"

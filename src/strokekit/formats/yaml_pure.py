"""PyYAML's parser in Python, where libyaml is missing: with its loops over single characters replaced by searches.

What takes time in it are gaps and long texts, which a hostile file may make megabytes long. It gives just the same, and
accepts tabs between tokens and words too, as libyaml does.
"""

from __future__ import annotations

import re

from yaml import SafeLoader

_GAP, _GAP_BEHIND, _GAP_INSIDE = (
    re.compile(rf"{first}*(?:#[^\r\n\0]*)?(?:(?:\r\n?|\n){more}*(?:#[^\r\n\0]*)?)*+")
    for first, more in ((" ", " "), (r"[ \t]", " "), (r"[ \t]", r"[ \t]"))
)
"""Gaps where a key may begin, so that a tab would indent it; behind something; inside of brackets."""
_BLANK = re.compile(r"[ \t]*+(?:[\r\n][ \r\n]*+)?")
_QUOTED = re.compile(r"[^'\"\\\0 \t\r\n](?:[^'\"\\\0\r\n]*[^'\"\\\0 \t\r\n])?")
_SEPARATOR = re.compile(r"(?:---|\.\.\.)[\0 \t\r\n]")


class PureLoader(SafeLoader):
    """The same events, a few times as fast where there is much between them."""

    def forward(self, length: int = 1) -> None:
        """Go on by so many characters, and keep count of lines and columns."""
        buffer, start = self.buffer, self.pointer
        end = start + length
        passed = buffer[start:end]
        if "\n" in passed or "\r" in passed:
            self._pass(end)
            return
        self.pointer = end
        self.index += length
        self.column += length

    def _pass(self, end: int) -> int:
        """Go on up to `end`, and give how many line breaks were passed; half of CRLF is none."""
        buffer, begin = self.buffer, self.pointer
        self.pointer = end
        self.index += end - begin
        full = end - (buffer[end - 1] == "\r" and buffer.startswith("\n", end))
        breaks: int = buffer.count("\n", begin, full) + buffer.count("\r", begin, full) - buffer.count("\r\n", begin, full)
        if breaks:
            self.line += breaks
            self.column = end - max(buffer.rfind("\n", begin, full), buffer.rfind("\r", begin, full)) - 1
        else:
            self.column += end - begin
        return breaks

    def scan_to_next_token(self) -> None:
        """Go past spaces, line breaks and comments; outside brackets, a key may begin behind a break."""
        gap = _GAP_INSIDE if self.flow_level else _GAP if self.allow_simple_key else _GAP_BEHIND
        match = gap.match(self.buffer, self.pointer)
        end = match.end() if match else self.pointer
        if end > self.pointer and self._pass(end) and not self.flow_level:
            self.allow_simple_key = True

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: object) -> list[str]:  # noqa: FBT001 - PyYAML's own
        """Take what stands in a line of a quoted text, with the spaces in it, up to a quote, a backslash or the line's end."""
        match = _QUOTED.match(self.buffer, self.pointer)
        if match is None:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        self.forward(match.end() - self.pointer)
        return [match.group(), *super().scan_flow_scalar_non_spaces(double, start_mark)]

    def scan_plain_spaces(self, indent: int, start_mark: object) -> list[str] | None:  # noqa: ARG002 - PyYAML's own
        """Go past what may stand within a plain text; give what it means there, nothing where a document ends."""
        match = _BLANK.match(self.buffer, self.pointer)
        end = match.end() if match else self.pointer
        if end == self.pointer:
            return []
        spaces = self.buffer[self.pointer : end]
        breaks = self._pass(end)
        if not breaks:
            return [spaces]
        self.allow_simple_key = True
        if spaces[-1] in "\r\n" and _SEPARATOR.match(self.buffer, end):
            return None
        return ["\n" * (breaks - 1) or " "]

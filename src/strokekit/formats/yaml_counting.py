"""Whether a YAML text surely holds more values than it may, told without a parser.

PyYAML's parser in Python takes many seconds for what libyaml does in one: a file of a million steps is to be refused before it
begins. What is counted here are values that any reader would find; where lines may belong to a text, they are passed over. So
the count is never too high, and may be far too low: then the parser decides.
"""

from __future__ import annotations

import re

import attrs

_LINE = re.compile(
    r"(?P<indent>\ *)(?P<dashes>(?:-\ +)*)"
    r"(?:(?P<dash>-)$|(?P<key>[^\s\"'\[\]{}&*!|>%@`#?,:-][^\"'\n:#]*):(?:[ \t]+|$))?"
    r"(?P<value>[^\n]*)",
    re.MULTILINE,
)
_FLOW = re.compile(r'"(?:[^"\\]|\\.)*+"|\'(?:[^\']|\'\')*+\'|[ \n]#[^\n]*|[\[\]{},]', re.DOTALL)
_QUOTED = re.compile(r'(?:"(?:[^"\\]|\\.)*+"|\'(?:[^\']|\'\')*+\')', re.DOTALL)
_BLOCK = re.compile(r"(?:^|.*[ \t])[|>][-+0-9]*[ \t]*(?:#.*)?$")
_GAP = re.compile(r"(?: *(?:#[^\n]*)?\n)*+")
_ENDS = ("---", "...", "%")


def surely_more(text: str, most: int) -> int | None:
    r"""Give where the first value beyond `most` may stand, as an offset; None where nobody can tell that there is one.

    >>> surely_more("a:\n- b\n- c\n", 2)
    3
    >>> surely_more("a: |\n - b\n - c\n", 2) is None
    True
    """
    if sum(map(text.count, "-:,")) < most:
        return None
    return _Count(text.replace("\r\n", " \n").replace("\r", "\n"), most).run()


@attrs.define
class _Count:
    """Goes through a text line by line; within brackets, sign by sign."""

    text: str
    most: int
    nodes: int = 1
    at: int = 0
    below: int | None = None
    """Lines indented deeper than this belong to the text that the last value began."""

    def run(self) -> int | None:
        """Count until there are too many, or nothing can be told any more."""
        while self.at < len(self.text):
            gap = _GAP.match(self.text, self.at)
            self.at = gap.end() if gap else self.at
            match = _LINE.match(self.text, self.at)
            if match is None or (self.at and self.text.startswith(_ENDS, self.at)):
                return None
            start, self.at = self.at, match.end() + 1
            if self._passed_over(match):
                continue
            if not self._line(match):
                return None
            if self.nodes > self.most:
                return start
        return None

    def _passed_over(self, match: re.Match[str]) -> bool:
        """Tell whether a line is empty, a comment, or belongs to a text."""
        if match.end() == match.start() + len(match["indent"]) or match["value"].startswith("#"):
            return True
        if self.below is not None and len(match["indent"]) > self.below:
            return True
        self.below = None
        return False

    def _line(self, match: re.Match[str]) -> bool:
        """Count what a line begins; False where nothing can be told of what follows."""
        dashes, key = match["dashes"], match["key"]
        column = len(match["indent"]) + len(dashes)
        self.nodes += dashes.count("-") + (match["dash"] is not None) + (key is not None)
        if key is None and not dashes:
            return match["dash"] is not None
        value = match["value"]
        if key is None:
            column -= len(dashes) - dashes.rstrip().rfind("-")
        if not value:
            return True
        if value[0] in "[{":
            return self._brackets(match.start("value"))
        if value[0] in "\"'":
            return self._quoted(match.start("value"))
        # A block scalar may be indented from the column of the line; any other text from that of its key or dash.
        self.below = len(match["indent"]) if _BLOCK.match(value) else column
        return value[0] not in "?&!*"

    def _quoted(self, start: int) -> bool:
        """Go past a quoted text with nothing behind it."""
        match = _QUOTED.match(self.text, start)
        if match is None:
            return False
        return self._line_ends(match.end())

    def _brackets(self, start: int) -> bool:
        """Count what is divided by commas, up to the closing bracket."""
        depth = 0
        for match in _FLOW.finditer(self.text, start):
            sign = match.group()
            if sign == ",":
                self.nodes += 1
                if self.nodes > self.most:
                    self.at = match.end()
                    return True
            elif sign in {"[", "{"}:
                depth += 1
            elif sign in {"]", "}"}:
                depth -= 1
                if not depth:
                    return self._line_ends(match.end())
        return False

    def _line_ends(self, place: int) -> bool:
        end = self.text.find("\n", place)
        end = len(self.text) if end < 0 else end
        self.at = end + 1
        rest = self.text[place:end].strip()
        return not rest or rest.startswith("#")

"""Two traps of flow style, seen when a `{…}` or `[…]` closes: a comma inside a plain text, and a `?` at its end.

`{ask: Too firm, or fine?}` reads as two keys, the second without a value; `{ask: Fine?}` is read by libyaml and refused by
other readers. Both are reported with the quoted text to write instead.
"""

from __future__ import annotations

import re

import attrs

from strokekit.formats.findings import Findings, replace
from strokekit.formats.frame import Frame, Run
from strokekit.formats.plain import quoted
from strokekit.formats.pointer import join

QUESTION = re.compile(r"\?(?=[,}\]])")
"""A `?` that only some readers take for the end of a text."""

_ENDS = re.compile(r"\s*[,}?]")
_REST = re.compile(r"[^,}\]\r\n]*")
_COMMA = re.compile(r"\s*,\s*")
_NOT_PLAIN = tuple("\"'[{*&!|>")


def take_cut(frame: Frame, text: str) -> bool:
    """Take the key that has just turned out to have no value into a run; False when it is no part of a cut text."""
    key, start, end = frame.key, frame.key_start, frame.key_end
    if not isinstance(key, str) or not _ENDS.match(text, end):
        return False
    runs = frame.runs = frame.runs or []
    if runs and _COMMA.fullmatch(text, runs[-1].end, start):
        runs[-1].end = end
    elif run := _begun(frame, text, key, start, end):
        runs.append(run)
    else:
        return False
    return True


def report_run(run: Run, findings: Findings, pointer: str) -> None:
    """Say that commas cut a text, with the whole of it in quotes as the repair; `pointer` leads to its mapping."""
    whole = _whole(findings.source.slice(run.start, run.end))
    fix = replace("quote the text", run.start, run.end, whole)
    repair = f"`{run.key}: {whole}`"
    findings.add("null-key", run.cut[1], run.end, join(pointer, run.key), fix=fix, key=run.cut[0], repair=repair)


@attrs.frozen
class Question:
    """A plain text that ends in such a `?`; `name` is its key or index, None when it is itself a key."""

    name: str | int | None
    start: int
    end: int

    def report(self, findings: Findings, pointer: str) -> None:
        """Say it, with the text in quotes as the repair; `pointer` leads to the collection that holds it."""
        whole = _whole(findings.source.slice(self.start, self.end))
        repair = f"`{self.name}: {whole}`" if isinstance(self.name, str) else f"`{whole}`"
        fix = replace("quote the text", self.start, self.end, whole, safe=True)
        place = pointer if self.name is None else join(pointer, self.name)
        findings.add("question-mark", self.start, self.end, place, fix=fix, repair=repair)


def questions(frame: Frame, text: str, end: int) -> list[Question]:
    """Find the plain texts directly inside a flow collection, keys too, whose last character is such a `?`."""
    covered = [(run.start, run.end) for run in frame.runs or ()]
    return [
        found
        for found in _texts(frame)
        if found.end < end
        and text[found.end - 1] == "?"
        and QUESTION.match(text, found.end - 1)
        and not any(start <= found.start < stop for start, stop in covered)
    ]


def repaired(text: str, offset: int) -> str:
    """Guess the quoted form of the plain text around `offset`, for a parser that gave up there.

    >>> repaired("{ask: Fine?}", 10)
    'ask: "Fine?"'
    """
    start = max(text.rfind(sign, 0, offset) for sign in "{[\n\r") + 1
    colon = text.rfind(": ", start, offset)
    match = _REST.match(text, offset)
    end = match.end() if match else offset
    if colon < 0:
        return quoted(text[max(start, text.rfind(",", 0, offset) + 1) : end].strip())
    key = text[max(start, text.rfind(",", 0, colon) + 1) : colon].strip()
    return f"{key}: {quoted(text[colon + 2 : end].strip())}"


def _begun(frame: Frame, text: str, key: str, start: int, end: int) -> Run | None:
    """Begin a run with the value before the key; None when that value is no plain text or does not touch the key."""
    if not frame.marks:
        return None
    before, mark = next(reversed(frame.marks.items()))
    cut = isinstance(before, str) and mark[2] is None and mark[0] < mark[1] and not text.startswith(_NOT_PLAIN, mark[0])
    return Run(before, mark[0], end, (key, start)) if cut and _COMMA.fullmatch(text, mark[1], start) else None


def _texts(frame: Frame) -> list[Question]:
    if isinstance(frame.marks, list):
        return [Question(index, mark[0], mark[1]) for index, mark in enumerate(frame.marks) if mark[2] is None]
    texts = [(key, mark) for key, mark in frame.marks.items() if isinstance(key, str)]
    values = [Question(key, mark[0], mark[1]) for key, mark in texts if mark[2] is None]
    return [*values, *(Question(None, mark[3], mark[4]) for _, mark in texts)]


def _whole(text: str) -> str:
    return quoted(" ".join(text.split()))

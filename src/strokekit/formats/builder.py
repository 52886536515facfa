"""The builder of documents: values and marks from a stream of keys, values and brackets, with the gates both syntaxes share.

Duplicate keys, null and floats outside `x-` keys, depth and the number of values are judged here, for YAML and JSON alike.
What a scalar means is decided before it comes here.
"""

from __future__ import annotations

from typing import Any, NoReturn

from strokekit.formats.findings import Findings, replace
from strokekit.formats.flow import questions, report_run, take_cut
from strokekit.formats.frame import ITEM, KEY, VALUE, Dropped, Frame, Taint
from strokekit.formats.limits import Limits
from strokekit.formats.marks import Mark, Marks
from strokekit.formats.plain import Odd, quoted
from strokekit.formats.pointer import join
from strokekit.formats.source import Source

_SHOWN = 60  # code points of a scalar in a message, which stays one readable line
_REPAIR = 200  # the same of what to write instead: cut only where nobody would write it


def shown(text: str, most: int = _SHOWN) -> str:
    """Cut a text of the author for a message.

    >>> len(shown("x" * 100_000))
    60
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


class Stop(Exception):
    """The text can't be followed any further; the finding that says why has been made."""


class Builder:
    """Takes keys, values and brackets in the order of the text and makes `data` and marks of them."""

    def __init__(self, source: Source, limits: Limits, findings: Findings) -> None:
        """Begin with nothing; `questions` is set by a reader whose text holds a `?` before a bracket or comma."""
        self.source = source
        self.limits = limits
        self.findings = findings
        self.nodes = 0
        self.most = limits.nodes
        self.questions = False
        self.frame = Frame(ITEM, 0, flow=False, anchor=None, loose=False, before=0)
        self.frames = [self.frame]

    def key(self, text: str, start: int, end: int) -> None:
        """Take the key of the next value."""
        frame = self.frame
        if text in frame.data:
            self._duplicate(frame, text, start, end)
        else:
            frame.key = text
        frame.key_start = start
        frame.key_end = end
        frame.awaits = VALUE

    def value(self, value: Any, start: int, end: int, inside: Marks = None) -> None:
        """Take a value, with the marks inside it."""
        self.nodes += 1
        if self.nodes > self.most:
            self.stop("too-many-nodes", start, end, limit=self.limits.nodes)
        frame = self.frame
        awaits = frame.awaits
        if awaits == VALUE:
            key = frame.key
            frame.data[key] = value
            frame.marks[key] = (start, end, inside, frame.key_start, frame.key_end)
            frame.awaits = KEY
        elif awaits == ITEM:
            frame.data.append(value)
            frame.marks.append((start, end, inside))
        else:
            self.no_key(start, end)

    def shared(self, value: Any, marks: Marks, start: int, end: int, *, nodes: int, height: int, tainted: Taint) -> None:
        """Take a value that stands elsewhere too: it counts in full, and null and floats in it are judged by this place."""
        frame = self.frame
        if len(self.frames) - 1 + height > self.limits.depth:
            self.stop("too-deep", start, end, limit=self.limits.depth)
        if tainted and not self.loose():
            self.odd(*tainted, start, end)
            value, marks = self.source.slice(start, end), None
        elif tainted:
            frame.tainted = frame.tainted or tainted
        self.nodes += nodes - 1
        frame.height = max(frame.height, height)
        self.value(value, start, end, marks)

    def open(self, awaits: int, start: int, flow: bool, anchor: str | None = None) -> None:  # noqa: FBT001 - as in `Frame`
        """Begin a mapping (awaits KEY) or a list (awaits ITEM)."""
        if len(self.frames) > self.limits.depth:
            self.stop("too-deep", start, start + 1, limit=self.limits.depth)
        frame = self.frame
        loose = frame.loose or (frame.key is not None and self.loose())
        self.frame = frame = Frame(awaits, start, flow, anchor, loose, self.nodes)
        self.frames.append(frame)

    def close(self, end: int) -> Frame:
        """End the innermost container; `end` counts for flow collections, a block collection ends with its last value."""
        frame = self.frames.pop()
        if frame.flow:
            if frame.runs or self.questions:
                self._close_flow(frame, end)
        elif frame.marks:
            end = (frame.marks[-1] if frame.awaits == ITEM else next(reversed(frame.marks.values())))[1]
        if frame.drops:
            frame.forget()
        parent = self.frame = self.frames[-1]
        if parent.height <= frame.height:
            parent.height = frame.height + 1
        if frame.tainted is not None:
            parent.tainted = parent.tainted or frame.tainted
        self.value(frame.data, frame.start, end, frame.marks)
        return frame

    def result(self) -> tuple[Any, Mark]:
        """Give the root value with its mark; None at the start of the text when there was none."""
        root = self.frames[0]
        return (root.data[0], Mark(*root.marks[0])) if root.data else (None, Mark(0, 0))

    def loose(self) -> bool:
        """Say whether null and floats are allowed for the next value: below a key that begins with `x-`."""
        frame = self.frame
        return frame.loose or (frame.awaits == VALUE and frame.name()[:2] == "x-")

    def odd(self, odd: Odd, text: str, start: int, end: int) -> Any:
        """Report an odd scalar and give the value to keep in its place."""
        if odd.name in ("null-value", "bare-float") and self.loose():
            self.frame.tainted = self.frame.tainted or (odd, text)
            return odd.value
        if odd.name == "null-value" and len(self.frames) == 1:
            return None  # An empty text: that its root is no mapping says enough.
        if odd.name == "null-value":
            self._null(start, end)
        elif not self.findings.full:
            self._odd(odd, text, start, end)
        return text

    def odd_key(self, odd: Odd | int, text: str, start: int, end: int) -> None:
        """Report a plain key that is not simply text, and take its text, or for a merge key leave the value out."""
        pointer = join(self.pointer(), text)
        if text == "<<":
            self.findings.add("merge-key", start, end, pointer)
            self.drop(text, start, end)
            return
        if self.findings.full:
            self.key(text, start, end)
            return
        whole, said = quoted(text), shown(text)
        fix = replace("quote the key", start, end, whole, safe=True)  # Safe, for a key can be nothing but text.
        if isinstance(odd, Odd) and odd.name == "scalar-differs":
            repair = f"`{shown(whole, _REPAIR)}`"
            self.findings.add(
                odd.name, start, end, pointer, fix=fix, text=said, first=odd.first, second=odd.second, repair=repair
            )
        else:
            self.findings.add("key-not-text", start, end, pointer, fix=fix, key=said)
        self.key(text, start, end)

    def no_key(self, start: int, end: int) -> None:
        """Report a collection in the place of a key; its value will be left out."""
        key = " ".join(self.source.slice(start, min(end, start + _SHOWN)).split())
        self.findings.add("key-not-text", start, end, self.pointer(), key=key)
        self.drop(key, start, end)

    def drop(self, key: str, start: int, end: int) -> None:
        """Make the next value one that is left out."""
        frame = self.frame
        frame.key = Dropped(key)
        frame.key_start = start
        frame.key_end = end
        frame.drops = True
        frame.awaits = VALUE

    def pointer(self) -> str:
        """Give the address of the value that comes next, or of the container whose key comes next."""
        keys: list[str | int] = []
        for frame in self.frames[1:]:
            if frame.awaits == VALUE:
                keys.append(frame.name())
            elif frame.awaits == ITEM:
                keys.append(len(frame.data))
        return join("", *keys)

    def stop(self, code: str, start: int, end: int, /, **facts: Any) -> NoReturn:
        """Report what makes it impossible to go on, and end the reading.

        Raises:
            Stop: always.
        """
        self.findings.limit += 1  # The reason for having no value is never the one left unsaid.
        self.findings.add(code, start, end, self.pointer(), **facts)
        raise Stop

    def _duplicate(self, frame: Frame, text: str, start: int, end: int) -> None:
        if not self.findings.full:
            first = frame.marks[text]
            pointer = join(self.pointer(), text)
            related = [self.findings.related("it is first written here", first[3], first[4], pointer)]
            self.findings.add("duplicate-key", start, end, pointer, related=related, key=shown(text))
        self.drop(text, start, end)

    def _odd(self, odd: Odd, text: str, start: int, end: int) -> None:
        fix = replace(f"write `{shown(odd.fix, _REPAIR)}`", start, end, odd.fix, safe=odd.safe) if odd.fix else None
        facts = {"first": odd.first, "second": odd.second, "repair": odd.repair}
        cut: dict[str, Any] = {name: shown(fact, _REPAIR) for name, fact in facts.items()}
        self.findings.add(odd.name, start, end, self.pointer(), fix=fix, text=shown(text), **cut)

    def _null(self, start: int, end: int) -> None:
        frame = self.frame
        if frame.flow and frame.awaits == VALUE and start == end and take_cut(frame, self.source.text):
            self.drop(frame.key, frame.key_start, frame.key_end)
            return
        if frame.awaits == VALUE:
            name = frame.name()
            start, end = (frame.key_start, frame.key_end) if start == end else (start, end)
        else:
            name = f"item {len(frame.data) + 1}"
        self.findings.add("null-value", start, end, self.pointer(), key=shown(name))

    def _close_flow(self, frame: Frame, end: int) -> None:
        for run in frame.runs or ():
            report_run(run, self.findings, self.pointer())
        for text in questions(frame, self.source.text, end) if self.questions else ():
            text.report(self.findings, self.pointer())

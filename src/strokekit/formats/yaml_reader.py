"""YAML → document, over PyYAML's stream of events: its scanner and parser, none of its constructors.

PyYAML finds the tokens; what they mean is decided in `plain` and judged in `builder`. So YAML 1.2 values, exact positions and
duplicate keys cost less than PyYAML's own loading.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn

import attrs

from strokekit.diagnostics import Outcome
from strokekit.formats.builder import Builder, Stop, shown
from strokekit.formats.document import Document
from strokekit.formats.findings import Findings
from strokekit.formats.flow import QUESTION
from strokekit.formats.frame import ITEM, KEY, VALUE, Frame, Taint
from strokekit.formats.limits import Limits
from strokekit.formats.marks import Marks
from strokekit.formats.plain import SUSPECT, Odd, remembered, resolve
from strokekit.formats.readings import KEPT
from strokekit.formats.root import finish, nothing
from strokekit.formats.source import BOM, Source
from strokekit.formats.text import unfit_character
from strokekit.formats.yaml_counting import surely_more
from strokekit.formats.yaml_properties import properties
from strokekit.formats.yaml_syntax import NO_CHARACTER, report_syntax

Parser = Callable[[str], Any]
"""Makes an object with PyYAML's `get_event`."""

_PASSED = ("\x85", "\u2028", "\u2029", "\ufeff")  # the unfit characters that libyaml does not refuse by itself
_HALF = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLOCK = ("|", ">")
_LONG = 100_000
"""Characters: a shorter text is read to its end before anybody notices, whatever the parser."""


def read_yaml(source: Source, limits: Limits, *, parser: Parser | None = None) -> Outcome[Document]:
    """Read YAML; `parser` is PyYAML's, the one over libyaml where there is one.

    >>> from strokekit.formats.limits import Limits
    >>> read_yaml(Source("a.yaml", "sets: 3"), Limits()).require().data
    {'sets': 3}
    """
    builder = Builder(source, limits, Findings(source, limits.diagnostics))
    # The mark would be counted in its offsets by one parser and not by the other; a line break changes no meaning.
    text = "\n" + source.text[1:] if source.text.startswith(BOM) else source.text
    try:
        if any(character in text for character in _PASSED):
            _give_up(builder, ValueError())
        builder.questions = QUESTION.search(text) is not None
        chosen = parser or yaml_parser()
        _refuse_early(builder, chosen, text)
        _Walk(builder).run(chosen, text)
    except Stop:
        return nothing(builder)
    return finish(builder, "yaml")


def _refuse_early(builder: Builder, parser: Parser, text: str) -> None:
    """End a reading that the slow parser would spend seconds on, only to end it too, and at a better place."""
    slow = len(text) > _LONG and parser is yaml_parser(pure=True)
    place = surely_more(text, builder.limits.nodes) if slow else None
    if place is not None:
        builder.stop("too-many-nodes", place, place + 1, limit=builder.limits.nodes)


def yaml_parser(*, pure: bool = False) -> Parser:
    """Give PyYAML's parser over libyaml; `pure`, or where PyYAML was built without it, the one in Python.

    >>> yaml_parser(pure=True).__name__
    'PureLoader'
    """
    import yaml

    if pure or not yaml.__with_libyaml__:
        from strokekit.formats.yaml_pure import PureLoader

        return PureLoader
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    return CParser


@attrs.frozen
class _Anchor:
    """What an alias stands for, and what it adds to the counts: values and levels of containers."""

    value: Any
    marks: Marks
    nodes: int
    height: int
    tainted: Taint


class _Walk:
    """Feeds a builder with the events of one document."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.text = builder.source.text
        self.done = False
        self.longest = builder.limits.scalar
        # None stands for an anchor whose container is still open: its alias would be endless.
        self.anchors: dict[str, _Anchor | None] = {}

    def run(self, parser: Parser, text: str) -> None:
        """Follow the events to their end.

        Only the parser is fenced in: nobody lists what it throws at hostile text, and reading never raises. What handles the
        events stays outside, so that no fault of ours is hidden.
        """
        handlers = self._handlers()
        if _HALF.search(text):
            handlers = {kind: self._careful if handler == self._scalar else handler for kind, handler in handlers.items()}
        try:
            get = parser(text).get_event
            event = get()
        except Exception as error:  # noqa: BLE001 - see the docstring
            _give_up(self.builder, error)
        while event is not None and not self.done:
            handlers[event.__class__](event)
            try:
                event = get()
            except Exception as error:  # noqa: BLE001 - see the docstring
                _give_up(self.builder, error)

    def _handlers(self) -> dict[type, Callable[[Any], None]]:
        from yaml import events

        return {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._list,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
            events.DocumentEndEvent: _ignore,
            events.StreamStartEvent: _ignore,
            events.StreamEndEvent: _ignore,
        }

    def _scalar(self, event: Any) -> None:
        # Four of five events come here: what is ordinary is dealt with in place, for the sake of speed.
        text = event.value
        start = event.start_mark.index
        end = event.end_mark.index
        style = event.style
        if event.anchor is not None or event.tag is not None or end - start > self.longest:
            self._special(event, start, end)
            return
        value = text
        if style:
            end = self._trimmed(start, end) if style in _BLOCK else end
        elif text[:1] in SUSPECT:
            value = remembered(text) if len(text) <= KEPT else resolve(text)
        frame = self.builder.frame
        if frame.awaits != KEY:
            self.builder.value(self.builder.odd(value, text, start, end) if value.__class__ is Odd else value, start, end)
        elif value is not text and value.__class__ is not str:
            self.builder.odd_key(value, text, start, end)
        elif text in frame.data:
            self.builder.key(text, start, end)
        else:
            frame.key = text
            frame.key_start = start
            frame.key_end = end
            frame.awaits = VALUE

    def _careful(self, event: Any) -> None:
        # libyaml refuses escapes for half a character by itself, PyYAML's own parser does not.
        if event.style == '"' and _SURROGATE.search(event.value):
            self.builder.stop("syntax", event.start_mark.index, event.end_mark.index, syntax="YAML", problem=NO_CHARACTER)
        self._scalar(event)

    def _special(self, event: Any, start: int, end: int) -> None:
        """Take a scalar with an anchor or a tag, or a very long one."""
        builder = self.builder
        start = self._properties(event, start, end)
        end = self._trimmed(start, end) if event.style in _BLOCK else end
        text = self._bounded(event.value, start, end)
        meant: Any = text if event.style or event.tag is not None else resolve(text)
        kept = meant
        if builder.frame.awaits != KEY:
            kept = builder.odd(meant, text, start, end) if isinstance(meant, Odd) else meant
            builder.value(kept, start, end)
        elif isinstance(meant, str):
            builder.key(text, start, end)
        else:
            builder.odd_key(meant, text, start, end)
            kept = text
        if event.anchor is not None:
            taint = (meant, text) if isinstance(meant, Odd) and not isinstance(kept, str) else None
            self.anchors[event.anchor] = _Anchor(kept, None, 1, 0, taint)

    def _trimmed(self, start: int, end: int) -> int:
        # A block scalar's end is where the next token begins, blank lines and all.
        return start + len(self.text[start:end].rstrip())

    def _bounded(self, text: str, start: int, end: int) -> str:
        if len(text) > self.longest:
            self.builder.findings.add("scalar-too-long", start, end, self.builder.pointer(), limit=self.longest)
        return text[: self.longest]

    def _properties(self, event: Any, start: int, end: int) -> int:
        if event.anchor is None and event.tag is None:
            return start
        found = properties(self.text, start, end)
        if event.tag is not None:
            tag = shown(self.text[found.tag_start : found.tag_end])
            self.builder.findings.add("tag", found.tag_start, found.tag_end, self.builder.pointer(), tag=tag)
        return found.value

    def _mapping(self, event: Any) -> None:
        self._open(event, KEY)

    def _list(self, event: Any) -> None:
        self._open(event, ITEM)

    def _open(self, event: Any, awaits: int) -> None:
        start = event.start_mark.index
        anchor = event.anchor
        if anchor is not None or event.tag is not None:
            start = self._properties(event, start, event.end_mark.index)
        self.builder.open(awaits, start, event.flow_style, anchor)
        if anchor is not None:
            self.anchors[anchor] = None

    def _close(self, event: Any) -> None:
        frame: Frame = self.builder.close(event.end_mark.index)
        if frame.anchor is not None:
            nodes = self.builder.nodes - frame.before
            self.anchors[frame.anchor] = _Anchor(frame.data, frame.marks, nodes, frame.height + 1, frame.tainted)

    def _alias(self, event: Any) -> None:
        builder, name = self.builder, event.anchor
        start, end = event.start_mark.index, event.end_mark.index
        anchor = self.anchors.get(name)
        if anchor is None:
            code = "recursive-alias" if name in self.anchors else "unknown-alias"
            builder.findings.add(code, start, end, builder.pointer(), name=shown(name))
            anchor = _Anchor(self.text[start:end], None, 1, 0, None)
        if builder.frame.awaits == KEY and isinstance(anchor.value, str):
            builder.key(anchor.value, start, end)
        else:
            builder.shared(
                anchor.value, anchor.marks, start, end, nodes=anchor.nodes, height=anchor.height, tainted=anchor.tainted
            )

    def _document(self, event: Any) -> None:
        if self.builder.frames[0].data:
            self.builder.findings.add("several-documents", event.start_mark.index, event.end_mark.index, "")
            self.done = True


def _ignore(_: Any) -> None:
    """Events that carry nothing."""


def _give_up(builder: Builder, error: Exception) -> NoReturn:
    unfit = unfit_character(builder.source, yaml=True)
    if unfit is not None:
        builder.findings.items.append(unfit)
    else:
        report_syntax(error, builder.findings)
    raise Stop from None

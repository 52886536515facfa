"""A record as Markdown: a draft for the therapist's notes, in plain words. What it was good for is not said.

The words, and how a text of people is kept from turning into markup, are handed in by whoever calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

import attrs

from strokekit.playing.record import Deed, Record

CUTS = ("technique", "region", "side", "pressure")
"""The ways in which the hands-on time is divided."""


class Words(Protocol):
    """What puts a record into words: those of a catalogue, in one language."""

    def say(self, name: str, /, **facts: Any) -> str:
        """Give a message."""
        ...

    def text(self, text: Any) -> str:
        """Give a text of a routine."""
        ...

    def word(self, group: str, id_: str) -> str:
        """Give the title of an entry of the catalogue, or of the routine."""
        ...

    def time(self, ms: int) -> str:
        """Give a stretch of time, in milliseconds."""
        ...


def record_markdown(record: Record, words: Words, escape: Callable[[str], str]) -> str:
    """Write a record as Markdown, ended by a line break; `escape` gives a text that means nothing but itself in Markdown."""
    page = _Page(record, words, escape)
    return "\n".join((*page.head(), *page.cuts(), *page.steps(), *page.replies())) + "\n"


@attrs.frozen
class _Page:
    """The lines of one record."""

    record: Record
    words: Words
    escape: Callable[[str], str]

    def say(self, name: str, **facts: Any) -> str:
        return self.words.say(name, **facts)

    def time(self, ms: int) -> str:
        return self.words.time(ms)

    def head(self) -> Iterator[str]:
        record = self.record
        yield f"# {self.say('record-title', title=self.escape(self.words.text(record.title)))}"
        yield ""
        yield self.say("record-draft", version=record.engine)
        yield ""
        yield f"- {self.say('record-worked', actual=self.time(record.actual), planned=self.time(record.planned))}"
        yield f"- {self.say('record-hands-on', time=self.time(record.hands_on))}"
        yield from [f"- {self.say('record-paused', time=self.time(record.paused))}"] if record.paused else []
        yield from [f"- {self.say('record-stopped')}"] if record.status == "stopped" else []
        yield from [f"- {self.say('record-going-on')}"] if record.status not in ("done", "stopped") else []

    def cuts(self) -> Iterator[str]:
        for cut in CUTS:
            found: Mapping[str, int] = getattr(self.record, f"by_{cut}")
            rows = [[self._named(cut, key), self.time(ms)] for key, ms in found.items()]
            if set(found) - {""}:
                yield from _table(self.say(f"record-by-{cut}"), [self.say(f"record-of-{cut}"), self.say("record-time")], rows)

    def _named(self, cut: str, key: str) -> str:
        """Say what a part of the hands-on time is about."""
        if not key:
            return self.say("record-not-stated")
        if cut == "side":
            return self.words.say(f"side-{key}")
        return self.escape(self.words.word(cut, key) if cut != "pressure" else key)

    def steps(self) -> Iterator[str]:
        steps = [deed for deed in self.record.deeds if deed.kind == "step" and (deed.actual or deed.planned)]
        head = [self.say(f"record-step-{name}") for name in ("title", "planned", "actual", "remark")]
        rows = [
            [
                self.escape(self._title(deed)),
                self.time(deed.planned),
                self.time(deed.actual),
                self._remark(deed),
            ]
            for deed in steps
        ]
        yield from _table(self.say("record-steps"), head, rows) if rows else ()

    def _title(self, deed: Deed) -> str:
        """Say what was done."""
        return self.words.text(deed.title) or (self.say("record-something-else") if deed.instead_of else deed.name)

    def _remark(self, deed: Deed) -> str:
        """Say what was otherwise than planned; nothing where nothing was."""
        said = [] if deed.became == "done" else [self.say(f"record-became-{deed.became}")]
        if deed.extended:
            said.append(
                self.say(f"record-made-{'longer' if deed.extended > 0 else 'shorter'}", time=self.time(abs(deed.extended)))
            )
        if deed.instead_of:
            said.append(self.say("record-instead", planned=self.escape(self.words.word("technique", deed.instead_of))))
        return "; ".join(said)

    def replies(self) -> Iterator[str]:
        if self.record.replies:
            yield from ("", f"## {self.say('record-answers')}", "")
        for reply in self.record.replies:
            question = self.escape(self.words.text(reply.question) or reply.name)
            yield f"- {self.say('record-answer', question=question, answer=self.escape(reply.text))}"


def _table(title: str, head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)

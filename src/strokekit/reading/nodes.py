"""What every section, block and step carries, and the ids by which others name it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.literals.fields import DOSE
from strokekit.model.node import LOCKS, Media, Node
from strokekit.reading import care, dosing, effects, words
from strokekit.reading.context import Reading
from strokekit.reading.shapes import CUES, HEADS
from strokekit.reading.words import Written

_BARE = frozenset({"action", "id", "technique", "with", *DOSE}) - {"rest"}
"""Keys of a step that are no matter of the node."""
_TEXT = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=str)
"""Made once: `json.dumps` makes another for every call with arguments."""
_MEDIA = ("image", "audio", "video", "document")


@attrs.define
class Nodes:
    """The nodes of one document: what they carry, and which ids are taken."""

    reading: Reading
    taken: dict[str, str] = attrs.field(factory=dict)
    """Written id → where it stands."""
    asking: set[str] = attrs.field(factory=set)
    """Written ids of nodes that ask something: conditions may ask for the answer."""
    marks: set[str] = attrs.field(factory=set)
    """The names under which spots are marked."""
    derived: dict[str, int] = attrs.field(factory=dict)
    """How often a derived id was needed."""

    def node(self, data: Written, pointer: str, *, timed: bool = True) -> Node:
        """Read what every node may carry; `timed` ones have their time themselves, and not in a dose."""
        reading = self.reading
        id_, given = self._id(data, pointer)
        if not timed and data.keys() <= _BARE:  # most steps say nothing but their dose, and these are most of a routine
            return Node(origin=pointer, id=id_, id_given=given)
        label = data.get("label")
        priority = data.get("priority", "normal")
        if given and "ask" in data:
            self.asking.add(id_)
        return Node(
            origin=pointer,
            id=id_,
            id_given=given,
            label=None if label is None else str(label),
            title=words.text(reading, data.get("title")),
            note=words.text(reading, data.get("note")),
            purposes=words.purposes(reading, data, pointer),
            source=words.source(reading, data.get("source"), reading.below(pointer, "source")),
            slips=words.slips(reading, data),
            differs=dosing.differs(reading, data, pointer),
            when=dosing.literal(reading, "when", data, "when", pointer),
            expect=data.get("expect") is not False,
            optional=data.get("optional") is True,
            priority=priority if priority in ("low", "normal", "high") else "normal",
            state=dosing.state(reading, data, pointer),
            avoid=care.avoids(reading, data, pointer),
            cap=care.level(reading, data, "cap", pointer),
            stop=care.stops(reading, data, pointer),
            rest=dosing.literal(reading, "duration", data, "rest", pointer),
            duration=dosing.literal(reading, "duration", data, "duration", pointer) if timed else None,
            share=dosing.literal(reading, "percent", data, "share", pointer) if timed else None,
            locked=locked(data),
            mark=self._mark(data),
            media=media(reading, data),
            prompts=effects.prompts(reading, data, pointer),
            stated_totals=words.stated_totals(reading, data, pointer),
            extras=words.extras(data),
        )

    def _mark(self, data: Written) -> str | None:
        mark = data.get("mark")
        if not isinstance(mark, str):
            return None
        self.marks.add(mark)
        return mark

    def _id(self, data: Written, pointer: str) -> tuple[str, bool]:
        """Take the written id, which nothing else may have; or make one of the content, the same for equal content."""
        written = data.get("id")
        if isinstance(written, str):
            claim(self.reading, self.taken, written, self.reading.below(pointer, "id"))
            return written, True
        name = derived_id(data)
        self.derived[name] = count = self.derived.get(name, 0) + 1
        return (name if count == 1 else f"{name}_{count}"), False


def claim(reading: Reading, taken: dict[str, str], name: str, at: str) -> None:
    """Take an id of a name space, or report that it is taken."""
    first = taken.setdefault(name, at)
    if first != at:
        reading.wrong(Wrong("duplicate-id", at, facts={"id": name}, related=(reading.first(first),)))


def locked(data: Written) -> tuple[str, ...]:
    """Read what of a node nobody may change, in the order of the format.

    >>> locked({"locked": ["texts", "order"]})
    ('order', 'texts')
    """
    written = data.get("locked")
    return tuple(lock for lock in LOCKS if written is True or lock in words.as_list(written))


def media(reading: Reading, data: Written) -> tuple[Media, ...]:
    """Read the pictures, sounds and films of a node."""
    made = []
    for written in words.as_list(data.get("media")):
        details: dict[str, Any] = dict(words.own(written))
        kind, href, language = details.get("kind"), details.get("href"), details.get("language")
        if kind in _MEDIA and isinstance(href, str):
            spoken = language if isinstance(language, str) else None
            made.append(Media(kind=kind, href=href, title=words.text(reading, details.get("title")), language=spoken))
    return tuple(made)


def derived_id(data: Written) -> str:
    """Make a name of what a node says: its head, and a hash of its content, so that editing it changes the name.

    >>> derived_id({"technique": "kneading", "where": "calf"})
    'kneading_ef7a9b'
    """
    head = next((data[key] for key in ("technique", "action") if isinstance(data.get(key), str)), None)
    lead = str(head).lstrip("$") if head is not None else next((key for key in (*HEADS, *CUES) if key in data), "section")
    return f"{lead}_{hashlib.sha256(_TEXT.encode(data).encode(errors='replace')).hexdigest()[:6]}"

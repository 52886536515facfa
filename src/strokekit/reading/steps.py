"""Steps, blocks and sections: what each of them means. That they have their shape was checked before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.literals.fields import DOSE, STATE, Field
from strokekit.model.amounts import UNSTATED, Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Block, Choice, Deed, Deferred, Node, Section, Spoken, Step
from strokekit.reading import care, words
from strokekit.reading.context import Reading
from strokekit.reading.heads import kind_of
from strokekit.reading.shapes import CUES, HEADS, SIDE_ORDERS
from strokekit.reading.words import Written


@attrs.define
class StepReader:
    """Reads the tree of steps of one document."""

    reading: Reading
    taken: dict[str, str] = attrs.field(factory=dict)
    """Written id → where it stands."""
    totals: list[tuple[Written, str]] = attrs.field(factory=list)
    """The nodes with stated totals, and where they stand."""
    derived: dict[str, int] = attrs.field(factory=dict)
    """How often a derived id was needed."""

    def section(self, data: Any, pointer: str) -> Section | None:
        """Read a section."""
        if not isinstance(data, Mapping):
            return None
        phase = data.get("phase", "main")
        return Section(block=self._block(data, pointer), phase=phase if isinstance(phase, str) else "main")

    def step(self, data: Any, pointer: str) -> Step | None:
        """Read a step by its head; None where it has none, or several."""
        kind = kind_of(data) if isinstance(data, Mapping) else None
        if kind == "steps":
            return self._block(data, pointer)
        if kind == "choose":
            return self._choice(data, pointer)
        if kind == "cue":
            return Spoken(node=self.node(data, pointer))
        return self._deed(kind, data, pointer) if kind else None

    def steps(self, data: Any, pointer: str) -> tuple[Step, ...]:
        """Read a list of steps; what is no step was reported and is left out."""
        listed = data if isinstance(data, list) else []
        made = [self.step(step, self.reading.below(pointer, index)) for index, step in enumerate(listed)]
        return tuple(step for step in made if step is not None)

    def _block(self, data: Written, pointer: str) -> Block:
        sides = data.get("sides")
        return Block(
            node=self.node(data, pointer),
            steps=self.steps(data.get("steps"), self.reading.below(pointer, "steps")),
            repeat=self._literal("count", data, "repeat", pointer),
            sides=sides if sides in SIDE_ORDERS else None,
            order="any" if data.get("order") == "any" else "written",
            between=self.steps(data.get("between"), self.reading.below(pointer, "between")),
            duration=self._literal("duration", data, "duration", pointer),
            defaults=self.defaults(data, pointer),
        )

    def _choice(self, data: Written, pointer: str) -> Choice:
        count = self._literal("count", data, "choose", pointer)
        by = data.get("by")
        return Choice(
            node=self.node(data, pointer),
            count=count if isinstance(count, (Range, Deferred)) else Range(min=1, ideal=1, max=1),
            options=self.steps(data.get("from"), self.reading.below(pointer, "from")),
            by=by if by in ("therapist", "client", "source") else "therapist",
        )

    def _deed(self, head: str, data: Written, pointer: str) -> Deed | None:
        id_ = data[head]
        if not isinstance(id_, str):
            return None
        technique = self.reading.catalog.technique(id_)
        known = technique is not None and technique.hands_on is (head == "technique")
        given, of = data.get("with"), data.get("of")
        return Deed(
            node=self.node(data, pointer),
            technique=id_,
            hands_on=head == "technique",
            dose=self.dose(data, pointer),
            given=FrozenMap(given if isinstance(given, Mapping) else {}),
            lasts=self._lasts(data, pointer),
            of=of if isinstance(of, str) else None,
            known=known,
        )

    def _lasts(self, data: Written, pointer: str) -> Any:
        written = data.get("lasts")
        if written is None or written in ("routine", "section", "until_removed"):
            return written
        return self._literal("duration", data, "lasts", pointer)

    def dose(self, data: Written, pointer: str) -> FrozenMap[str, Any]:
        """Read the dose fields that are written, in the order of the format."""
        return FrozenMap(self._fields(DOSE, data, pointer, skip=("rest",)))

    def defaults(self, data: Written, pointer: str) -> FrozenMap[str, Any]:
        """Read the dose fields that the steps below inherit."""
        given = data.get("defaults")
        at = self.reading.below(pointer, "defaults")
        return FrozenMap(self._fields(DOSE, given, at) if isinstance(given, Mapping) else {})

    def _fields(self, table: Mapping[str, Field], data: Written, pointer: str, skip: tuple[str, ...] = ()) -> dict[str, Any]:
        present = [field for name, field in table.items() if name in data and name not in skip and not field.later]
        read = {field.name: self._field(field, data[field.name], self.reading.below(pointer, field.name)) for field in present}
        return {name: value for name, value in read.items() if value is not None}

    def _field(self, field: Field, written: Any, pointer: str) -> Any:
        if field.kind == "word":
            return UNSTATED if written == "unstated" else written if written in field.words else None
        if field.name == "bolsters" and written == "none":
            return ()
        if not field.listed:
            return None if isinstance(written, list) else self.reading.literal(field.kind, written, pointer, values=True)
        return self._several(field.kind, written, pointer)

    def _several(self, kind: str, written: Any, pointer: str) -> Any:
        """One literal or a list of them; `unstated` stands for the whole of the field only."""
        if not isinstance(written, list):
            value = self.reading.literal(kind, written, pointer, values=True)
            return value if value is None or value is UNSTATED else (value,)
        read = [self.reading.literal(kind, part, self.reading.below(pointer, i), values=True) for i, part in enumerate(written)]
        for index, value in enumerate(read):
            if value is UNSTATED:
                facts = {"problem": "`unstated` stands for the whole of a field", "expected": "the places alone"}
                self.reading.wrong(Wrong("literal", self.reading.below(pointer, index), facts=facts))
        return tuple(value for value in read if value is not None and value is not UNSTATED) or None

    def _literal(self, kind: str, data: Written, key: str, pointer: str) -> Any:
        if key not in data or isinstance(data[key], list):
            return None
        return self.reading.literal(kind, data[key], self.reading.below(pointer, key), values=True)

    def node(self, data: Written, pointer: str) -> Node:
        """Read what every node may carry."""
        id_, given = self._id(data, pointer)
        label = data.get("label")
        priority = data.get("priority", "normal")
        if "stated_total" in data:
            self.totals.append((data, pointer))
        return Node(
            origin=pointer,
            id=id_,
            id_given=given,
            label=None if label is None else str(label),
            title=words.text(self.reading, data.get("title")),
            note=words.text(self.reading, data.get("note")),
            purposes=words.purposes(self.reading, data, pointer),
            source=words.source(self.reading, data.get("source"), self.reading.below(pointer, "source")),
            slips=words.slips(self.reading, data),
            differs=tuple(FrozenMap(d) for d in words.as_list(data.get("differs")) if isinstance(d, Mapping)),
            when=self._literal("when", data, "when", pointer),
            expect=data.get("expect") is not False,
            optional=data.get("optional") is True,
            priority=priority if priority in ("low", "normal", "high") else "normal",
            state=FrozenMap(self._fields(STATE, data, pointer)),
            avoid=care.avoids(self.reading, data, pointer),
            cap=care.cap(self.reading, data, pointer),
            stop=care.stops(self.reading, data, pointer),
            rest=self._literal("duration", data, "rest", pointer),
            prompts=words.prompts(self.reading, data, pointer),
            stated_totals=words.stated_totals(self.reading, data, pointer),
            extras=words.extras(data),
        )

    def _id(self, data: Written, pointer: str) -> tuple[str, bool]:
        """Take the written id, which nothing else may have; or make one of the content, the same for equal content."""
        written = data.get("id")
        if isinstance(written, str):
            self._claim(written, self.reading.below(pointer, "id"))
            return written, True
        name = derived_id(data)
        self.derived[name] = count = self.derived.get(name, 0) + 1
        return (name if count == 1 else f"{name}_{count}"), False

    def _claim(self, written: str, at: str) -> None:
        first = self.taken.setdefault(written, at)
        if first != at:
            self.reading.wrong(Wrong("duplicate-id", at, facts={"id": written}, related=(self.reading.first(first),)))


def derived_id(data: Written) -> str:
    """Make a name of what a node says: its head, and a hash of its content, so that editing it changes the name.

    >>> derived_id({"technique": "kneading", "where": "calf"})
    'kneading_ef7a9b'
    """
    head = next((data[key] for key in ("technique", "action") if isinstance(data.get(key), str)), None)
    lead = str(head) if head is not None else next((key for key in (*HEADS, *CUES) if key in data), "section")
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    return f"{lead}_{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:6]}"

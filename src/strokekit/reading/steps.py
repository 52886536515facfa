"""Steps, blocks and sections: each is validated against its own shape, then read into the node it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Related
from strokekit.literals.fields import DOSE, STATE, Field
from strokekit.model.amounts import UNSTATED, Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Block, Choice, Deed, Node, Section, Spoken, Step
from strokekit.reading import care, words
from strokekit.reading.context import Reading, Wrong
from strokekit.reading.faults import Shown, report
from strokekit.reading.schema import Dispatch
from strokekit.reading.shapes import CUES, HEADS
from strokekit.reading.words import Written


@attrs.define
class StepReader:
    """Reads the tree of steps of one document."""

    reading: Reading
    dispatch: Dispatch
    taken: dict[str, str] = attrs.field(factory=dict)
    """Written id → where it stands."""
    derived: dict[str, int] = attrs.field(factory=dict)
    """How often a derived id was needed."""
    pending: list[tuple[str, Any, Shown]] = attrs.field(factory=list)
    """Faults of shape, said at the end, unless a literal's own mistakes say it better."""

    def check(self, name: str, data: Any, pointer: str, where: str, *, level: str = "step", technique: str | None = None) -> None:
        """Hold a node against the shape that its head decides."""
        validator = self.dispatch.validator(name)
        faults = validator.faults(data)
        if faults:
            keys = tuple(validator.schema["properties"])
            shown = Shown(where=where, keys=keys, level=level, technique=technique)
            self.pending += [(pointer, fault, shown) for fault in faults]

    def flush(self) -> None:
        """Say the faults of shape that no literal has said already."""
        said = self.reading.said
        over = {pointer[:end] for pointer in said for end in range(1, len(pointer)) if pointer[end] == "/"}
        for pointer, fault, shown in self.pending:
            place = self.reading.below(pointer, *fault.path)
            if not _covered(place, said) and not (place in over and fault.keyword == "anyOf"):
                report(self.reading, pointer, fault, shown)

    def section(self, data: Any, pointer: str) -> Section | None:
        """Read a section."""
        if not isinstance(data, Mapping):
            return None
        self.check("section", data, pointer, "a section", level="section")
        phase = data.get("phase", "main")
        return Section(block=self._block(data, pointer), phase=phase if isinstance(phase, str) else "main")

    def step(self, data: Any, pointer: str) -> Step | None:
        """Read a step by its head; None where it has none, or several."""
        if not isinstance(data, Mapping):
            return None
        heads = [head for head in HEADS if head in data]
        if len(heads) > 1:
            shown = ", ".join(f"`{head}`" for head in heads)
            self.reading.wrong(Wrong("head-ambiguous", pointer, facts={"count": len(heads), "heads": shown}))
            return None
        if heads:
            return self._headed(heads[0], data, pointer)
        if any(cue in data for cue in CUES):
            self.check("cue", data, pointer, "a cue step")
            return Spoken(node=self.node(data, pointer))
        shown = ", ".join(f"`{head}`" for head in HEADS)
        self.reading.wrong(Wrong("head-missing", pointer, facts={"heads": shown}))
        return None

    def _headed(self, head: str, data: Written, pointer: str) -> Step | None:
        if head == "steps":
            self.check("block", data, pointer, "a block")
            return self._block(data, pointer)
        if head == "choose":
            self.check("choice", data, pointer, "a choice")
            return self._choice(data, pointer)
        return self._deed(head, data, pointer)

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
            sides=sides if isinstance(sides, str) else None,
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
            count=count if isinstance(count, Range) else Range(min=1, ideal=1, max=1),
            options=self.steps(data.get("from"), self.reading.below(pointer, "from")),
            by=by if by in ("therapist", "client", "source") else "therapist",
        )

    def _deed(self, head: str, data: Written, pointer: str) -> Deed | None:
        id_, at = data[head], self.reading.below(pointer, head)
        if not isinstance(id_, str):
            facts = {"key": head, "expected": "an id", "found": f"`{id_}`"}
            self.reading.wrong(Wrong("wrong-type", at, facts=facts))
            return None
        technique = self.reading.catalog.technique(id_)
        if technique is None or technique.hands_on is not (head == "technique"):
            self._unknown(head, id_, at)
            return self._made(head, id_, data, pointer, known=False)
        self.check(f"{head}:{id_}", data, pointer, f"`{id_}`", technique=id_)
        return self._made(head, id_, data, pointer, known=True)

    def _unknown(self, head: str, id_: str, at: str) -> None:
        """Say why a head names nothing: another head's id, an alias, a misspelling, or a plugin that is not there."""
        catalog = self.reading.catalog
        other = catalog.technique(id_)
        if other is not None:
            right = "technique" if other.hands_on else "action"
            facts = {"id": id_, "kind": f"{'a' if right == 'technique' else 'an'} {right}", "head": right}
            self.reading.wrong(Wrong("wrong-head", at, facts={**facts, "other": f"{'an' if right == 'technique' else 'a'} {head}"}))
            return
        alias = catalog.find(head, id_)
        if alias is not None:
            self.reading.wrong(Wrong("alias", at, facts={"alias": id_, "id": alias.id}))
            return
        near = catalog.suggest(head, id_)
        hints = (f"did you mean `{near}`?",) if near else ()
        broken = tuple(p.message for p in catalog.problems if id_.startswith(f"{p.facts.get('namespace')}."))
        self.reading.wrong(Wrong(f"unknown-{head}", at, facts={"id": id_}, hints=(*hints, *broken)))

    def _made(self, head: str, id_: str, data: Written, pointer: str, *, known: bool) -> Deed:
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
        """The dose fields that are written, in the order of the format."""
        return FrozenMap(self._fields(DOSE, data, pointer, skip=("rest",)))

    def defaults(self, data: Written, pointer: str) -> FrozenMap[str, Any]:
        """The dose fields that the steps below inherit."""
        given = data.get("defaults")
        at = self.reading.below(pointer, "defaults")
        return FrozenMap(self._fields(DOSE, given, at) if isinstance(given, Mapping) else {})

    def _fields(self, table: Mapping[str, Field], data: Written, pointer: str, skip: tuple[str, ...] = ()) -> dict[str, Any]:
        read = {name: self._field(table[name], data[name], self.reading.below(pointer, name)) for name in table if name in data and name not in skip and not table[name].later}
        return {name: value for name, value in read.items() if value is not None}

    def _field(self, field: Field, written: Any, pointer: str) -> Any:
        if field.kind == "word":
            return UNSTATED if written == "unstated" else written if written in field.words else None
        if field.name == "bolsters" and written == "none":
            return ()
        if not field.listed:
            return None if isinstance(written, list) else self.reading.literal(field.kind, written, pointer)
        listed = written if isinstance(written, list) else [written]
        places = [pointer] if listed is not written else [self.reading.below(pointer, i) for i in range(len(listed))]
        read = [self.reading.literal(field.kind, part, at) for part, at in zip(listed, places, strict=True)]
        if len(read) == 1 and read[0] is UNSTATED:
            return UNSTATED
        return tuple(value for value in read if value is not None) or None

    def _literal(self, kind: str, data: Written, key: str, pointer: str) -> Any:
        if key not in data or isinstance(data[key], list):
            return None
        return self.reading.literal(kind, data[key], self.reading.below(pointer, key))

    def node(self, data: Written, pointer: str) -> Node:
        """Read what every node may carry."""
        id_, given = self._id(data, pointer)
        label = data.get("label")
        priority = data.get("priority", "normal")
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
        """The written id, which nothing else may have; or one made of the content, the same for equal content."""
        written = data.get("id")
        if isinstance(written, str):
            at = self.reading.below(pointer, "id")
            if written in self.taken:
                first = self.taken[written]
                span = self.reading.document.span(first)
                related = Related(message="the first is here", file=self.reading.document.source.name, pointer=first, span=span)
                self.reading.wrong(Wrong("duplicate-id", at, facts={"id": written}, related=(related,)))
            self.taken.setdefault(written, at)
            return written, True
        name = derived_id(data)
        self.derived[name] = count = self.derived.get(name, 0) + 1
        return (name if count == 1 else f"{name}_{count}"), False


def derived_id(data: Written) -> str:
    """A name made of what a node says: its head, and a hash of its content, so that editing it changes the name.

    >>> derived_id({"technique": "kneading", "where": "calf"})
    'kneading_7b6e49'
    """
    head = next((data[key] for key in ("technique", "action") if isinstance(data.get(key), str)), None)
    lead = str(head) if head is not None else next((key for key in (*HEADS, *CUES) if key in data), "section")
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    return f"{lead}_{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:6]}"


def _covered(place: str, said: set[str]) -> bool:
    """Tell whether a place is one, or lies below one, whose literal has spoken."""
    return place in said or any(place[:end] in said for end in range(len(place) - 1, 0, -1) if place[end] == "/")

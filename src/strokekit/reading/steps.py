"""Steps, blocks and sections: what each of them means. That they have their shape was checked before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import (
    Block,
    Checkpoint,
    Choice,
    Deed,
    Free,
    Include,
    Interspersed,
    Node,
    Section,
    Spoken,
    Step,
    Unlisted,
)
from strokekit.plugins.declarations import Technique
from strokekit.reading import dosing, loops
from strokekit.reading.context import Reading
from strokekit.reading.exceptions import buts
from strokekit.reading.heads import kind_of, section_head
from strokekit.reading.nodes import Nodes
from strokekit.reading.outlines import PLAIN_ID, VALUE
from strokekit.reading.parameters import check_given
from strokekit.reading.settings import settings
from strokekit.reading.shapes import SIDE_ORDERS
from strokekit.reading.vocabulary_shapes import VALUE_TYPES
from strokekit.reading.words import Written, own


@attrs.define
class StepReader:
    """Reads the tree of steps of one document."""

    reading: Reading
    nodes: Nodes = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin with no ids taken."""
        self.nodes = Nodes(self.reading)

    def section(self, data: Any, pointer: str) -> Section | None:
        """Read a section by its head; None where it has several."""
        if not isinstance(data, Mapping):
            return None
        head, wrong = section_head(data, pointer)
        if wrong is not None:
            return None
        read = {"steps": self.block, "include": self._include, "free": self._free}[head]
        phase = data.get("phase", "main")
        return Section(step=read(data, pointer), phase=phase if isinstance(phase, str) else "main")  # type: ignore[arg-type]  # of the three kinds

    def step(self, data: Any, pointer: str) -> Step | None:
        """Read a step by its head; None where it has none, or several."""
        kind = kind_of(data) if isinstance(data, Mapping) else None
        if kind in {"technique", "action"}:
            return self._deed(str(kind), data, pointer)
        readers: dict[str | None, Callable[[Written, str], Step]] = {
            "steps": self.block,
            "choose": self._choice,
            "include": self._include,
            "free": self._free,
            "checkpoint": self._checkpoint,
            "unlisted": self._unlisted,
            "cue": self._spoken,
        }
        return readers[kind](data, pointer) if kind in readers else None

    def _spoken(self, data: Written, pointer: str) -> Spoken:
        return Spoken(node=self.nodes.node(data, pointer))

    def steps(self, data: Any, pointer: str) -> tuple[Step, ...]:
        """Read a list of steps; what is no step was reported and is left out."""
        listed = data if isinstance(data, list) else []
        made = [self.step(step, self.reading.below(pointer, index)) for index, step in enumerate(listed)]
        return tuple(step for step in made if step is not None)

    def block(self, data: Written, pointer: str) -> Block:
        """Read a block; one without steps stands around an include."""
        reading, sides = self.reading, data.get("sides")
        return Block(
            node=self._holder(data, pointer),
            steps=self.steps(data.get("steps"), reading.below(pointer, "steps")),
            repeat=dosing.literal(reading, "count", data, "repeat", pointer),
            sides=sides if sides in SIDE_ORDERS else None,
            members=loops.members(reading, data, pointer),
            order="any" if data.get("order") == "any" else "written",
            between=self.steps(data.get("between"), reading.below(pointer, "between")),
            interspersed=self._interspersed(data, pointer),
            until=dosing.literal(reading, "until", data, "until", pointer),
            defaults=dosing.defaults(reading, data, pointer),
        )

    def _holder(self, data: Written, pointer: str) -> Node:
        node = self.nodes.node(data, pointer)
        added = self.may_add(data, pointer)
        return attrs.evolve(node, may_add=added) if added else node

    def may_add(self, data: Written, pointer: str) -> tuple[Step, ...]:
        """Read the steps that a plan may switch on: each is named by its id."""
        at = self.reading.below(pointer, "may_add")
        made = self.steps(data.get("may_add"), at)
        for step in made:
            if not step.node.id_given:
                facts = {"where": "a step of `may_add`", "key": "id"}
                self.reading.wrong(Wrong("missing-key", step.node.origin, facts=facts))
        return made

    def _interspersed(self, data: Written, pointer: str) -> Interspersed | None:
        """Read what returns in between: steps with how often, or one step that does between the repetitions."""
        written, at = data.get("interspersed"), self.reading.below(pointer, "interspersed")
        if not isinstance(written, Mapping):
            return None
        if "every" not in written:
            step = self.step(written, at)
            return Interspersed(every="repeat", steps=(step,), origin=at) if step is not None else None
        every = loops.every(self.reading, written, at)
        steps = self.steps(written.get("steps"), self.reading.below(at, "steps"))
        return Interspersed(every=every, steps=steps, origin=at)

    def _include(self, data: Written, pointer: str) -> Include:
        ref = data["include"] if isinstance(data["include"], str) else ""
        known = self.reading.parts.get(ref)
        if re.fullmatch(PLAIN_ID, ref):
            self.reading.refer("part", ref, self.reading.below(pointer, "include"))
        names = [name for name, _ in own(known.get("values"))] if isinstance(known, Mapping) else []
        return Include(
            around=self.block(data, pointer),
            ref=ref,
            settings=settings(self.reading, data, pointer, names=names, checked=known is not None),
        )

    def _free(self, data: Written, pointer: str) -> Free:
        reading, among = self.reading, data.get("among")
        at = reading.below(pointer, "among")
        places = enumerate(among if isinstance(among, list) else [])
        read = [reading.literal("place", place, reading.below(at, index), values=True) for index, place in places]
        return Free(
            node=self.nodes.node(data, pointer, timed=False),
            kind="pool" if data.get("free") == "pool" else "region",
            dose=dosing.dose(reading, data, pointer),
            among=tuple(place for place in read if place is not None),
        )

    def _checkpoint(self, data: Written, pointer: str) -> Checkpoint:
        since = data.get("since")
        if isinstance(since, str):
            self.reading.refer("node", since, self.reading.below(pointer, "since"))
        return Checkpoint(
            node=self.nodes.node(data, pointer),
            elapsed=dosing.literal(self.reading, "duration", data, "checkpoint", pointer),
            since=since if isinstance(since, str) else None,
        )

    def _unlisted(self, data: Written, pointer: str) -> Unlisted:
        return Unlisted(
            node=self.nodes.node(data, pointer, timed=False),
            count=loops.count(self.reading, data, "unlisted", pointer),
            dose=dosing.dose(self.reading, data, pointer),
        )

    def _choice(self, data: Written, pointer: str) -> Choice:
        by = data.get("by")
        return Choice(
            node=self.nodes.node(data, pointer),
            count=loops.count(self.reading, data, "choose", pointer),
            options=self.steps(data.get("from"), self.reading.below(pointer, "from")),
            by=by if by in ("therapist", "client", "source") else "therapist",
        )

    def _deed(self, head: str, data: Written, pointer: str) -> Deed | None:
        id_ = data[head]
        if not isinstance(id_, str):
            return None
        technique = self._technique(head, id_, pointer)
        given, of = data.get("with"), data.get("of")
        if isinstance(of, str):
            self.reading.refer("node", of, self.reading.below(pointer, "of"))
        check_given(self.reading, technique, given, self.reading.below(pointer, "with"))
        dose = dosing.dose(self.reading, data, pointer)
        for index, stage in enumerate(data["stages"] if "stages" in dose else ()):
            dosing.check_taken(self.reading, technique, stage, self.reading.below(pointer, "stages", index))
        return Deed(
            node=self.nodes.node(data, pointer, timed=False),
            technique=id_,
            hands_on=head == "technique",
            dose=dose,
            given=FrozenMap(given if isinstance(given, Mapping) else {}),
            but=buts(self.reading, technique, data, pointer),
            interspersed=self._interspersed(data, pointer) if head == "technique" else None,
            mirror=data.get("mirror") is not False,
            lasts=self._lasts(data, pointer),
            of=of if isinstance(of, str) else None,
            known=technique is not None,
        )

    def _technique(self, head: str, id_: str, pointer: str) -> Technique | None:
        """Give the technique of a step, where it is known and its head is right; `$name` must be a value."""
        if re.fullmatch(VALUE, id_):
            self._which(head, id_, self.reading.below(pointer, head))
            return None
        technique = self.reading.catalog.technique(id_)
        return technique if technique is not None and technique.hands_on is (head == "technique") else None

    def _which(self, head: str, written: str, pointer: str) -> None:
        """Hold the value that stands for a technique against its declaration: it must be there, and hold a technique."""
        name = written.removeprefix("$")
        self.reading.literal("value", written, pointer, values=True)
        declared = self.reading.values.get(name)
        kind = declared.get("type") if isinstance(declared, Mapping) else None
        if kind in VALUE_TYPES and kind != "technique":
            problem = f"that one is of the type `{kind}`"
            facts = {
                "text": f"{head}: {written}",
                "id": name,
                "problem": problem,
                "expected": "declare it with `type: technique`",
            }
            self.reading.wrong(Wrong("value-unfit", pointer, facts=facts))

    def _lasts(self, data: Written, pointer: str) -> Any:
        written = data.get("lasts")
        if written is None or written in ("routine", "section", "until_removed"):
            return written
        return dosing.literal(self.reading, "duration", data, "lasts", pointer)

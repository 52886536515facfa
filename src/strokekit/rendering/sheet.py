"""What the parts of one card share: the words, the measure, and what is numbered or remembered while the card is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.composing.origins import split_origin
from strokekit.model.elastic import Elastic
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, PlanNode, PlanStep, walk
from strokekit.model.routine import Node, Routine
from strokekit.model.timeline import Timeline
from strokekit.rendering.card import Line
from strokekit.rendering.care_phrases import CarePhrases
from strokekit.rendering.messages import Messages
from strokekit.rendering.titles import own_titles
from strokekit.timing.lengths import counts_of, lengths_of
from strokekit.timing.measure import Measure

MARK = "~"
"""Stands before a time that rests on an estimate."""


def taken(node: PlanNode) -> PlanBlock | None:
    """Give the block of a part that is all that an include holds: one card shows both."""
    if not isinstance(node, PlanBlock) or node.repeat is not None or len(node.first) != 1:
        return None
    only = node.first[0]
    return only if isinstance(only, PlanBlock) and only.via[len(node.via) :] and only.via[-1].kind == "include" else None


@attrs.define
class Sheet:
    """Words and times for one card, and what its lines have referred to so far."""

    plan: Plan
    messages: Messages
    measure: Measure
    fit: Timeline | None = None
    """The timeline whose times are shown; None for what the plan allows."""
    phrases: CarePhrases = attrs.field(init=False)
    """The words of the file that the node in hand was written in; `turn_to` changes them."""
    references: dict[str, int] = attrs.field(factory=dict)
    """The sources of cautions met so far, numbered in the order of their first use."""
    unreviewed: dict[str, None] = attrs.field(factory=dict)
    """The names of techniques whose cautions nobody has looked for."""
    numbers: dict[str, str] = attrs.field(factory=dict)
    """Id or name of a node → the number of its step on the card."""
    _lengths: dict[bool, Mapping[str, int]] = attrs.field(factory=dict)
    """Whether of one pass alone → name of a node → its milliseconds in the fit."""
    _counts: dict[str, int] = attrs.field(factory=dict)
    """Name of a step or a block → how often it is done in the fit."""
    _files: dict[str, CarePhrases] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Begin with the words of the routine's own file."""
        self.phrases = CarePhrases(self.messages, own_titles(self.plan.routine))
        self.phrases = self._files[""] = attrs.evolve(self.phrases, titles=FrozenMap(self._titles()))

    def _titles(self) -> dict[str, str]:
        """Name every node of the plan by its id and its name."""
        titles: dict[str, str] = {}
        for section in self.plan.sections:
            for node in walk(section.block):
                title = self.title(node)
                titles.setdefault(node.node.id, title)
                titles.setdefault(node.name, title)
        return titles

    def turn_to(self, origin: str) -> None:
        """Take the words of the file that an origin leads into: each file may name words, places and scales of its own."""
        file, _ = split_origin(origin)
        if file not in self._files:
            routine: Routine = self.plan.routine.files.get(file, self.plan.routine)
            self._files[file] = attrs.evolve(self._files[""], local=own_titles(routine))
        self.phrases = self._files[file]

    def say(self, message: str, /, **facts: Any) -> str:
        """Say a message."""
        return self.messages.say(message, **facts)

    def text(self, text: Any) -> str:
        """Give a text of the routine; nothing where there is none."""
        return self.phrases.text(text)

    def line(self, name: str, text: str) -> Line:
        """Make a labelled line."""
        return Line(label=self.say(f"line-{name}"), text=text)

    def card_line(self, name: str, text: str) -> Line:
        """Make a line with a label of the head of the card."""
        return Line(label=self.say(f"card-{name}"), text=text)

    def listed(self, parts: tuple[str, ...] | list[str]) -> str:
        """Join texts by commas."""
        return self.messages.join("comma", parts)

    def title(self, node: PlanNode) -> str:
        """Say how a node is called: its own title, else the name of what is done."""
        if node.node.title:
            return self.text(node.node.title)
        match node:
            case PlanStep():
                return self.technique(node)
            case PlanChoice():
                return self.say("line-choose")
            case PlanBlock() if node.host or (taken(node) and self._says_more(node)):
                return self.title(node.first[0])
        return node.node.id.replace("_", " ")

    @staticmethod
    def _says_more(include: PlanBlock) -> bool:
        """Tell whether the part that an include takes in is called something: its own id was made of its content."""
        return bool(include.first[0].node.title) or not include.node.id_given

    def technique(self, step: PlanStep) -> str:
        """Say what a step does."""
        if step.free == "unlisted":
            count = step.count
            number = count.min if count is not None and count.exact and count.min is not None else 2
            return self.say("unlisted", count=number, text=self.phrases.amount(count) if count is not None else "")
        if step.free:
            return self.say(f"free-{step.free}")
        technique = self.messages.catalog.technique(step.technique)
        return self.text(technique.title) if technique else self.say("unknown-technique", id=step.technique)

    def labelled(self, title: str, node: Node) -> str:
        """Put the source's own number behind a title."""
        return self.say("step-labelled", title=title, label=node.label) if node.label else title

    def takes(self, nodes: Iterable[PlanNode], elastic: Elastic) -> str:
        """Say how long nodes take: in the fit, if there is one, else what they can take; of a step in a loop one pass."""
        if self.fit is None:
            return self.time(elastic)
        listed = tuple(nodes)
        single = len(listed) == 1 and not isinstance(listed[0], PlanBlock | PlanChoice)
        if not self._lengths:
            self._counts.update(counts_of(self.fit))
            self._lengths.update({True: lengths_of(self.fit, first=True), False: lengths_of(self.fit)})
        names, lengths = {below.name for node in listed for below in walk(node)}, self._lengths[single]
        if not names & lengths.keys():
            return self.say("card-fit-left-out")
        time = self.phrases.time(sum(lengths.get(name, 0) for name in names))
        count = self._counts.get(listed[0].name, 1) if len(listed) == 1 else 1
        return self.say("card-fit-count", time=time, count=count) if count > 1 else time

    def time(self, elastic: Elastic) -> str:
        """Say the ideal with its bounds; marked where it rests on an estimate."""
        if elastic.ideal is None:
            return self.say("card-total-unknown", low=self.phrases.time(elastic.min)) if elastic.min else self.say("unknown")
        mark = "" if elastic.certain else MARK
        ideal = f"{mark}{self.phrases.time(elastic.ideal)}"
        if elastic.max is None:
            return self.say("card-total-open", ideal=ideal, low=self.phrases.time(elastic.min))
        if elastic.min == elastic.max:
            return self.say("card-total-exact", ideal=ideal)
        return self.say("card-total", ideal=ideal, low=self.phrases.time(elastic.min), high=self.phrases.time(elastic.max))

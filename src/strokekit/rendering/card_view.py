"""Timeline → Card: head, care, equipment, sections, claims, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.literals.fields import STATE
from strokekit.model.amounts import Range
from strokekit.model.place import Placement
from strokekit.model.plan import PlanSection, PlanStep, walk
from strokekit.model.routine import Equipment, Source
from strokekit.model.state import Lubricant
from strokekit.model.touch import Things, Tool
from strokekit.rendering.card import Card, Line, SectionCard, StepCard
from strokekit.rendering.context import RenderContext
from strokekit.rendering.phrases import Phrases
from strokekit.rendering.step_cards import StepCards
from strokekit.timing.measure import Measure

HEADINGS = (
    "card-equipment",
    "card-avoid",
    "card-claims",
    "card-claims-note",
    "card-sources",
    "card-references",
    "card-estimate-note",
    "card-time",
)


def make_card(context: RenderContext) -> Card:
    """Put a whole timeline into words."""
    measure, phrases = Measure(context.catalog), context.phrases
    return _View(context.timeline.plan, phrases, measure, StepCards(phrases, measure)).card(context)


@attrs.define
class _View:
    plan: Any
    phrases: Phrases
    measure: Measure
    steps: StepCards

    def say(self, message: str, /, **facts: Any) -> str:
        return self.phrases.say(message, **facts)

    def text(self, text: Any) -> str:
        return self.phrases.messages.text(text)

    def card(self, context: RenderContext) -> Card:
        routine = self.plan.routine
        sections = tuple(self._section(section, index) for index, section in enumerate(self.plan.sections, 1))
        return Card(
            title=self.text(routine.title),
            summary=self.text(routine.summary) if routine.summary else "",
            facts=tuple(self._facts(context)),
            care=tuple(self._care()),
            equipment=tuple(self._equipment()),
            sections=sections,
            claims=tuple(self._claims()),
            sources=tuple(self._source(source) for source in routine.sources.values()),
            references=tuple(f"[{number}] {source}" for source, number in self.steps.references.items()),
            words={name.removeprefix("card-"): self.say(name) for name in HEADINGS},
        )

    def _facts(self, context: RenderContext) -> Iterator[Line]:
        routine, elastic = self.plan.routine, context.timeline.elastic
        total = self.steps.time(elastic)
        if routine.extent != "whole":
            total = f"{total}, {self.say(f'card-extent-{routine.extent}')}"
        yield Line(label=self.say("card-time"), text=total)
        yield Line(label=self.say("table-basis"), text=self.say("card-stated", **shares(elastic)))
        for stated in routine.stated_totals:
            yield Line(label=self.say("card-stated-total"), text=self.phrases.duration(stated.duration))
        if routine.missing:
            yield Line(label=self.say("card-missing"), text=self.text(routine.missing))
        yield Line(label=self.say("card-recipient"), text=self._recipient())
        booked = [self.say(f"booking-{key}", time=self.phrases.duration(value)) for key, value in routine.booking.items()]
        if booked:
            yield Line(label=self.say("card-booking"), text=", ".join(booked))
        if self.plan.settings:
            settings = [f"{name} = {self._setting(value)}" for name, value in self.plan.settings.items()]
            yield Line(label=self.say("card-values"), text=", ".join(settings))
        for slip in routine.slips:
            yield Line(label=self.say("line-slip"), text=self.steps.slip(slip))
        if routine.note:
            yield Line(label=self.say("line-note"), text=self.text(routine.note))

    @staticmethod
    def _setting(value: Any) -> str:
        """Write a value as it stands in a file."""
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _recipient(self) -> str:
        recipient = self.plan.routine.recipient
        details = [f"{key}: {str(value).lower()}" for key, value in recipient.details.items()]
        return ", ".join([self.say(f"recipient-{recipient.kind}"), *details])

    def _care(self) -> Iterator[Line]:
        routine = self.plan.routine
        against = routine.contraindications
        label = self.say("card-contraindications")
        if against.status == "listed":
            for condition, effect in against.items.items():
                yield Line(label=label, text=f"{condition.replace('_', ' ')}: {effect}")
        else:
            yield Line(label=label, text=self.say(f"contraindications-{against.status}"))
        for avoid in (*routine.avoid, *(a for s in self.plan.sections for a in s.block.node.avoid)):
            yield Line(label=self.say("card-avoid"), text=self.steps.avoid(avoid))
        if routine.cap:
            yield Line(label=self.say("card-cap"), text=self.phrases.level(routine.cap))
        if self.steps.unreviewed:
            names = ", ".join(self.steps.unreviewed)
            yield Line(label=self.say("line-cautions"), text=self.say("cautions-unreviewed", names=names))
        for stop in routine.stop:
            yield self.steps.stop(stop)

    def _equipment(self) -> Iterator[str]:
        """Name everything the steps use, with what the routine says of its amounts."""
        stated = {entry.thing: entry for entry in self.plan.routine.equipment}
        names = dict.fromkeys([*self._used(), *(self.phrases.word("thing", thing) for thing in stated)])
        details = {self.phrases.word("thing", thing): self._details(entry) for thing, entry in stated.items()}
        for name in names:
            yield f"{name}: {details[name]}" if details.get(name) else name

    def _used(self) -> Iterator[str]:
        catalog = self.phrases.messages.catalog
        for section in self.plan.sections:
            for node in walk(section.block):
                yield from self._in_state(node.node.state)
                for given in node.dose.values() if isinstance(node, PlanStep) else ():
                    match given.value:
                        case Things():
                            yield self.phrases.things(given.value)
                        case Lubricant():
                            yield self.phrases.lubricant(given.value)
                        case Placement() if given.value.thing in catalog.words.get("thing", {}):
                            yield self.phrases.word("thing", given.value.thing)
                        case Tool():
                            yield from self._devices(given.value)

    def _devices(self, tool: Tool) -> Iterator[str]:
        words = self.phrases.messages.catalog.words.get("tool", {})
        for hold in (hold for group in tool.options for hold in group):
            if hold.part in words and words[hold.part].hands_on is False:
                yield self.phrases.word("tool", hold.part)

    def _in_state(self, state: Any) -> Iterator[str]:
        for name in ("surface", "drape", "lubricant"):
            value = state.get(name)
            if isinstance(value, (Things, Lubricant)) and value != Lubricant():
                yield self.phrases.value(name, value)
        bolsters = state.get("bolsters")
        for placement in bolsters if isinstance(bolsters, tuple) else ():
            yield self.phrases.placement(placement)

    def _details(self, entry: Equipment) -> str:
        amount = [self.phrases.amount(entry.amount)] if entry.amount else []
        more = [f"{key}: {self._detail(value)}" for key, value in entry.details.items()]
        return ", ".join([*amount, *more])

    def _detail(self, value: Any) -> str:
        if isinstance(value, Range):
            return self.phrases.amount(value)
        return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)

    def _section(self, section: PlanSection, index: int) -> SectionCard:
        node = section.block.node
        steps: tuple[StepCard, ...] = tuple(self.steps.passes(section.block, f"{index}.", 0))
        return SectionCard(
            title=self.steps.labelled(self.text(node.title) if node.title else node.id.replace("_", " "), node),
            phase=self.say(f"phase-{section.phase}"),
            time=self.steps.time(self.measure.node(section.block)),
            lines=(*self._state(node.state), *self.steps.block(section.block), *self.steps.about(node, section.block)),
            steps=steps,
            prompts=self.steps.prompts(node),
            note=self.text(node.note) if node.note else "",
        )

    def _state(self, state: Any) -> Iterator[Line]:
        for name in STATE:
            text = self.steps.state(name, state[name]) if name in state else ""
            if text:
                yield Line(label=self.steps.state_label(name), text=text)

    def _claims(self) -> Iterator[str]:
        sources = self.plan.routine.sources
        for claim in self.plan.routine.claims:
            by = sources.get(claim.by)
            yield self.say("claim", source=self._name(by) if by else claim.by, text=self.text(claim.text))

    def _name(self, source: Source) -> str:
        return source.details.get("publisher") or self.text(source.title)

    def _source(self, source: Source) -> str:
        details = [
            self.say("source-detail", name=self.say(f"source-{key}"), text=source.details[key])
            for key in ("author", "publisher", "url", "retrieved", "licence")
            if key in source.details
        ]
        return ", ".join([self.text(source.title), *details])


def shares(elastic: Any) -> dict[str, str]:
    """Say how many per cent of the ideal the author states, sources give, and estimates fill; they add up to 100."""
    whole = elastic.ideal or 0
    if not whole:
        return {"percent": "0", "sourced": "0", "estimated": "0"}
    stated, sourced = (part * 100 // whole for part in (elastic.stated, elastic.sourced))
    return {"percent": str(stated), "sourced": str(sourced), "estimated": str(100 - stated - sourced)}


__all__ = ["make_card", "shares"]

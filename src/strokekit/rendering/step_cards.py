"""The nodes of a plan → the steps of a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.literals.fields import DOSE, STATE
from strokekit.model.amounts import UNSTATED, Range
from strokekit.model.condition import When
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Given, PlanBlock, PlanChoice, PlanCue, PlanNode, PlanStep
from strokekit.model.routine import At, Node, Prompt, Slip, StopRule
from strokekit.model.touch import Pressure
from strokekit.rendering.card import Line, StepCard
from strokekit.rendering.phrases import Phrases
from strokekit.timing.measure import Measure, total

MARK = "~"


@attrs.define
class StepCards:
    """Makes the steps of one card, numbering them as it goes."""

    phrases: Phrases
    measure: Measure
    references: dict[str, int] = attrs.field(factory=dict)
    """The sources of cautions met so far, numbered in the order of their first use."""
    unreviewed: dict[str, None] = attrs.field(factory=dict)
    """The names of techniques whose cautions nobody has looked for."""

    def say(self, message: str, /, **facts: Any) -> str:
        """Say a message."""
        return self.phrases.say(message, **facts)

    def line(self, name: str, text: str) -> Line:
        """Make a labelled line."""
        return Line(label=self.say(f"line-{name}"), text=text)

    def time(self, elastic: Elastic) -> str:
        """Say the ideal with its bounds; marked where it rests on an estimate."""
        if elastic.ideal is None:
            return self.say("unknown")
        mark = "" if elastic.certain else MARK
        ideal = f"{mark}{self.phrases.time(elastic.ideal)}"
        if elastic.max is None:
            return self.say("card-total-open", ideal=ideal, low=self.phrases.time(elastic.min))
        if elastic.min == elastic.max:
            return self.say("card-total-exact", ideal=ideal)
        return self.say("card-total", ideal=ideal, low=self.phrases.time(elastic.min), high=self.phrases.time(elastic.max))

    def row(self, nodes: tuple[PlanNode, ...], prefix: str, level: int) -> Iterator[StepCard]:
        """Go through nodes in order, numbered below `prefix`."""
        for index, node in enumerate(nodes, 1):
            yield from self._node(node, f"{prefix}{index}", level)

    def _node(self, node: PlanNode, number: str, level: int) -> Iterator[StepCard]:
        match node:
            case PlanStep():
                yield self._step(node, number, level)
            case PlanCue():
                yield self._card(node, number, level, self._title(node.node) or self.say("prompt-say"), ())
            case PlanChoice():
                yield self._card(node, number, level, self._title(node.node) or self.say("line-choose"), self._choice(node))
                yield from self.row(node.options, f"{number}.", level + 1)
            case PlanBlock():
                yield self._card(node, number, level, self._title(node.node) or self._passes_title(node), self.block(node))
                yield from self.passes(node, f"{number}.", level + 1)

    def passes(self, block: PlanBlock, prefix: str, level: int) -> Iterator[StepCard]:
        """Go through the first pass of a block, then through what stands between two passes."""
        yield from self.row(block.first, prefix, level)
        if block.between:
            number = f"{prefix}{len(block.first) + 1}"
            time = self.time(total(self.measure.node(node) for node in block.between))
            yield StepCard(number=number, title=self.say("between-passes"), time=time, lines=(), level=level)
            yield from self.row(block.between, f"{number}.", level + 1)

    def _title(self, node: Node) -> str:
        return self.phrases.messages.text(node.title) if node.title else ""

    def _passes_title(self, block: PlanBlock) -> str:
        if block.side is None:
            return self.say("line-repeat-block")
        return self.say("pass-on-side", side=self.say(f"side-{block.side}"))

    def _card(self, node: PlanNode, number: str, level: int, title: str, lines: tuple[Line, ...]) -> StepCard:
        about = node.node
        return StepCard(
            number=number,
            title=self.labelled(title, about),
            time=self.time(self.measure.node(node)),
            lines=(*lines, *self.about(about, node)),
            prompts=self.prompts(about),
            level=level,
            note=self.phrases.messages.text(about.note) if about.note else "",
        )

    def _step(self, step: PlanStep, number: str, level: int) -> StepCard:
        title = self._title(step.node) or self._technique(step)
        lines = (
            *self._inserted(step),
            *self._state(step),
            *self._dose(step),
            *self._given(step),
            *self._passive(step),
            *self._cautions(step),
        )
        return self._card(step, number, level, title, lines)

    def _technique(self, step: PlanStep) -> str:
        technique = self.phrases.messages.catalog.technique(step.technique)
        if technique is None:
            return self.say("unknown-technique", id=step.technique)
        return self.phrases.messages.text(technique.title)

    def _inserted(self, step: PlanStep) -> Iterator[Line]:
        if step.inserted:
            yield self.line("note", self.say("inserted"))

    def _state(self, step: PlanStep) -> Iterator[Line]:
        """Say the state that this very step changes; what a section sets stands at its head."""
        for name in STATE:
            if name in step.node.state:
                text = self.state(name, step.node.state[name])
                if text:
                    yield Line(label=self.state_label(name), text=text)

    def state_label(self, name: str) -> str:
        """Say how a state is called on the card."""
        return self.say(f"card-{name}") if name in {"position", "therapist"} else self.say(f"line-{name}")

    def state(self, name: str, value: Any) -> str:
        """Say a state in words; nothing where it is unstated."""
        return "" if value is UNSTATED or value == () else self.phrases.value(name, value)

    def _dose(self, step: PlanStep) -> Iterator[Line]:
        for name in DOSE:
            given = step.dose.get(name)
            if given is not None and given.by != "technique":
                text = self._field(step, name, given)
                if text:
                    yield self.line("lubricant" if name == "thing" and step.technique == "apply_lubricant" else name, text)
        if "path" in step.dose and "where" not in step.dose and self._spared(step):
            yield self.line("where", self._spared(step))

    def _field(self, step: PlanStep, name: str, given: Given) -> str:
        if given.value is UNSTATED:
            return ""
        text = self.phrases.value(name, given.value)
        if name == "where" and self._spared(step):
            return f"{text}, {self._spared(step)}"
        return self._pressure(step, text) if name == "pressure" else text

    def _pressure(self, step: PlanStep, text: str) -> str:
        """Say what a relative pressure comes to, and where a cap cuts it: never silently."""
        if step.level is not None and step.uncut is not None:
            return self.say("pressure-cut", text=text, level=self.phrases.level(step.level))
        given = step.dose["pressure"].value
        relative = isinstance(given, Pressure) and any(press.change for group in given.options for press in group)
        if relative and step.level is not None:
            return self.say("pressure-comes-to", text=text, level=self.phrases.level(step.level))
        return text

    def _spared(self, step: PlanStep) -> str:
        """Say `not on the spine`: the avoided places that the targets contain."""
        regions = dict.fromkeys(region for target in step.targets for region in target.spared)
        if not regions:
            return ""
        names = self.phrases.messages.join("or", [self.phrases.word("region", region) for region in regions])
        return self.say("not-on", places=names)

    def _given(self, step: PlanStep) -> Iterator[Line]:
        for name, value in step.given.items():
            yield Line(label=name.replace("_", " "), text=str(value))

    def _passive(self, step: PlanStep) -> Iterator[Line]:
        if isinstance(step.lasts, str):
            yield self.line("lasts", self.say(f"lasts-{step.lasts}"))
        elif isinstance(step.lasts, Range):
            yield self.line("lasts", self.say("lasts-time", time=self.phrases.duration(step.lasts)))

    def _cautions(self, step: PlanStep) -> Iterator[Line]:
        """Say what is known to call for care, each with the number of its source; a technique nobody reviewed is remembered."""
        technique = self.phrases.messages.catalog.technique(step.technique)
        if technique is None or not step.hands_on:
            return
        if technique.cautions.status == "unknown":
            self.unreviewed[self.phrases.word("technique", technique.id)] = None
        for item in technique.cautions.items:
            number = self.references.setdefault(item.source, len(self.references) + 1)
            effect = self.say(f"effect-{item.effect}")
            facts = {"condition": self._concern(item.condition), "effect": effect, "number": str(number)}
            text = self.say("caution-item-noted", **facts, note=item.note) if item.note else self.say("caution-item", **facts)
            yield self.line("cautions", text)

    def _concern(self, condition: str) -> str:
        """Name a condition of the client, or a place of the body, that calls for care."""
        catalog = self.phrases.messages.catalog
        group = next((g for g in ("condition", "fact", "part") if condition in catalog.words.get(g, {})), "region")
        return self.phrases.word(group, condition)

    def _choice(self, choice: PlanChoice) -> tuple[Line, ...]:
        count = choice.count.min or 1
        text = self.say("line-choose-value", count=count, text=self.phrases.amount(choice.count))
        return (self.line("choose", self.say("line-chosen-by", text=text, who=self.say(f"by-{choice.by}"))),)

    def block(self, block: PlanBlock) -> tuple[Line, ...]:
        """Say how often and how long a block is done."""
        lines = [self.line("repeat", self.phrases.count(block.repeat))] if block.repeat else []
        lines += [self.line("duration", self.phrases.duration(block.duration))] if block.duration else []
        lines += [self.line("note", self.say("order-any"))] if block.any_order else []
        return tuple(lines)

    def about(self, node: Node, shown: PlanNode) -> Iterator[Line]:
        """Say what any node may carry: purposes, conditions, prohibitions, slips."""
        if node.purposes:
            purposes = [self.phrases.word("purpose", purpose) for purpose in node.purposes]
            yield self.line("purpose", self.phrases.messages.join("and", purposes))
        if isinstance(node.when, When):
            yield self.line("when", self.phrases.when(node.when))
        if node.optional:
            yield self.line("optional", self.say("line-optional-value"))
        for avoid in node.avoid if isinstance(shown, PlanStep) else ():
            yield Line(label=self.say("card-avoid"), text=self.avoid(avoid))
        if isinstance(node.rest, Range) and not isinstance(shown, PlanStep):
            yield self.line("rest", self.phrases.duration(node.rest))
        if node.cap:
            yield Line(label=self.say("card-cap"), text=self.phrases.level(node.cap))
        for stop in node.stop:
            yield self.stop(stop)
        for slip in node.slips:
            yield self.line("slip", self.slip(slip))
        for differs in node.differs:
            yield self.line("differs", ", ".join(f"{key}: {value}" for key, value in differs.items()))

    def slip(self, slip: Slip) -> str:
        """Say where the source is at fault."""
        says, read = (self.phrases.messages.text(text) for text in (slip.says, slip.read_as))
        return self.say(f"slip-{slip.kind}", says=says, read=read)

    def avoid(self, avoid: Any) -> str:
        """Say what may not be done, and why."""
        what = self.phrases.word("technique", avoid.technique) if avoid.technique else ""
        what = self.phrases.level(avoid.level) if avoid.level else what
        facts = {"place": self.phrases.place(avoid.place), **({"what": what} if what else {})}
        text = self.say(f"avoid-{avoid.effect}", **facts)
        return self.say("avoid-because", text=text, why=self.phrases.messages.text(avoid.because)) if avoid.because else text

    def prompts(self, node: Node) -> tuple[Line, ...]:
        """Say what a node has said, asked and shown."""
        return tuple(self._prompt(prompt) for prompt in node.prompts)

    def stop(self, stop: StopRule) -> Line:
        """Say at which sign the work stops or changes, and how."""
        sign = stop.sign if stop.sign.startswith("pain") else self.phrases.word("sign", stop.sign)
        return Line(label=self.say("card-stop"), text=self.say("stop-item", sign=sign, response=stop.response))

    def labelled(self, title: str, node: Node) -> str:
        """Put the source's own number behind a title."""
        return self.say("step-labelled", title=title, label=node.label) if node.label else title

    def _prompt(self, prompt: Prompt) -> Line:
        when = self._moment(prompt.at)
        label = self.say(f"prompt-{prompt.kind}")
        return Line(label=f"{label}, {when}" if when else label, text=self.phrases.messages.text(prompt.text))

    def _moment(self, at: At) -> str:
        if at.every_ms:
            return self.say("at-every", time=self.phrases.time(at.every_ms))
        if at.ms is not None:
            return self.say("at-time" if at.ms >= 0 else "at-before-end", time=self.phrases.time(abs(at.ms)))
        if at.share is not None:
            return self.say("at-share", percent=str(at.share))
        return "" if at.word == "start" else self.say(f"at-{at.word}")

"""The nodes of a plan → the steps of a card, numbered; passes that are done alike are written out once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from strokekit.model.amounts import Range
from strokekit.model.plan import PlanBlock, PlanCheckpoint, PlanChoice, PlanCue, PlanNode, PlanStep
from strokekit.rendering.alike import alike
from strokekit.rendering.card import Line, StepCard
from strokekit.rendering.dose_lines import dose_lines
from strokekit.rendering.node_lines import block_lines, node_lines, state_lines, via_lines
from strokekit.rendering.sheet import Sheet, taken
from strokekit.timing.measure import total

TURNS = ("clockwise", "counterclockwise")
Holder: TypeAlias = PlanBlock | PlanChoice
"""What nodes stand in."""


@attrs.define
class StepCards:
    """Makes the steps of one card, numbering them as it goes."""

    sheet: Sheet

    def row(self, nodes: tuple[PlanNode, ...], prefix: str, level: int, holder: Holder) -> Iterator[StepCard]:
        """Go through the nodes of `holder`, numbered below `prefix`; a pass like one before it is not written out again."""
        shown: list[tuple[PlanBlock, list[StepCard]]] = []
        for index, node in enumerate(nodes, 1):
            cards = list(self._node(node, f"{prefix}{index}", level, holder))
            if isinstance(node, PlanBlock) and (node.side or node.member):
                like = next((block for block, before in shown if self._alike(block, before, node, cards)), None)
                if like is not None:
                    yield self._like(cards[0], node, like)
                    yield from cards[1 : 1 + changes(node)]
                    continue
                shown.append((node, cards))
            yield from cards

    def _alike(self, one: PlanBlock, first: list[StepCard], other: PlanBlock, second: list[StepCard]) -> bool:
        """Tell whether a pass is the same as an earlier one, for another side or another member, after any change before it."""
        if one.origin != other.origin or (one.side is None) != (other.side is None) or (one.side and one.side == other.side):
            return False
        words = self._mirrored() if one.side else {self._member(one): self._member(other)}
        return alike(_unchanged(one, first), _unchanged(other, second), words)

    def _mirrored(self) -> dict[str, str]:
        """Give what the mirror image of a pass swaps."""
        say = self.sheet.say
        pairs = [(say("side-left"), say("side-right")), tuple(say(f"turn-{turn}") for turn in TURNS)]
        return {one: other for pair in pairs for one, other in (pair, reversed(pair))}

    def _like(self, card: StepCard, node: PlanBlock, like: PlanBlock) -> StepCard:
        """Say of a pass that it is done as an earlier one, after any change before it."""
        say = self.sheet.say
        text = say("as-mirrored", side=self._side(like)) if node.side else say("as-member", member=self._member(like))
        text = say("change-first", text=text) if changes(node) else text
        return attrs.evolve(card, lines=(self.sheet.line("steps", text),), note="")

    def _node(self, node: PlanNode, number: str, level: int, holder: Holder) -> Iterator[StepCard]:
        self.sheet.turn_to(node.origin)
        self.sheet.numbers.setdefault(node.node.id, number)
        self.sheet.numbers.setdefault(node.name, number)
        card = self._card(node, number, level, holder)
        part = taken(node)
        while part is not None:
            node, card = part, self._with(card, part, node)
            part = taken(node)
        yield card
        match node:
            case PlanChoice():
                yield from self.row(node.options, f"{number}.", level + 1, node)
            case PlanBlock():
                yield from self.passes(node, f"{number}.", level + 1)

    def _with(self, card: StepCard, part: PlanBlock, include: Any) -> StepCard:
        """Put what a part says of itself on the card of the step that includes it."""
        self.sheet.turn_to(part.origin)
        inner = self._card(part, card.number, card.level, include)
        note = " ".join(note for note in (card.note, inner.note) if note)
        return attrs.evolve(card, lines=(*card.lines, *inner.lines), note=note)

    def _card(self, node: PlanNode, number: str, level: int, holder: Holder) -> StepCard:
        sheet, about = self.sheet, node.node
        lines = (*via_lines(sheet, node.via, holder.via), *self._own(node, holder), *node_lines(sheet, about, node))
        return StepCard(
            number=number,
            title=sheet.labelled(self.title(node), about),
            time=self._time(node, holder),
            lines=lines,
            level=level,
            note=sheet.text(about.note),
        )

    def _time(self, node: PlanNode, holder: Holder) -> str:
        """Say how long a node takes; of one that nobody knows within a time that is known, that it is part of it."""
        if isinstance(node, PlanCheckpoint):
            return ""
        elastic = self.sheet.measure.node(node)
        within = elastic.ideal is None and self.sheet.measure.node(holder).ideal is not None
        return self.sheet.say("part-of-above") if within else self.sheet.takes((node,), elastic)

    def _own(self, node: PlanNode, holder: Holder) -> Iterator[Line]:
        """Give the lines that only this kind of node has."""
        match node:
            case PlanStep():
                yield from state_lines(self.sheet, node.node, node)
                yield from dose_lines(self.sheet, node)
            case PlanChoice():
                yield self._choice(node)
                yield from self._timed(node)
            case PlanCue():
                yield from self._timed(node)
            case PlanBlock():
                yield from block_lines(self.sheet, node)
                if node.host and isinstance(node.first[0], PlanStep):
                    yield from dose_lines(self.sheet, pieces(node.first[0]))
                if not sided(node):
                    yield from state_lines(self.sheet, holder.node if node.side else node.node, node)

    def _timed(self, node: PlanChoice | PlanCue) -> Iterator[Line]:
        given: dict[str, Any] = {"duration": node.duration, "share": node.share}
        for label, text in self.sheet.phrases.fields(given):
            yield Line(label=label, text=text)

    def _choice(self, choice: PlanChoice) -> Line:
        say, count = self.sheet.say, choice.count
        if count.max == 1:
            text = say("choose-one" if count.min else "choose-one-or-none")
        else:
            text = say("choose-value", text=self.sheet.phrases.amount(count))
        return self.sheet.line("choose", say("line-chosen-by", text=text, who=say(f"by-{choice.by}")))

    def title(self, node: PlanNode) -> str:
        """Say how a node is called on the card: by its own title, or by what it is."""
        own = self.sheet.text(node.node.title)
        match node:
            case PlanBlock() if taken(node):
                return own or self.title(node.first[0])
            case PlanBlock():
                return self._block_title(node, own)
            case PlanCue():
                return own or self.sheet.say(f"prompt-{node.node.prompts[0].kind}" if node.node.prompts else "prompt-say")
            case PlanCheckpoint():
                return self._checkpoint(node, own)
        return self.sheet.title(node)

    def _checkpoint(self, node: PlanCheckpoint, own: str) -> str:
        time = self.sheet.phrases.duration(node.elapsed) if node.elapsed else self.sheet.say("unknown")
        since = {"since": self.sheet.phrases.titled(node.since)} if node.since else {}
        text = self.sheet.say("checkpoint-since" if since else "checkpoint", time=time, **since)
        return self.sheet.say("dose-field", label=own, text=text) if own else text

    def _block_title(self, block: PlanBlock, own: str) -> str:
        """Name a pass by its side or member, a loop by what it goes through, a step with others in between by what it does."""
        sheet = self.sheet
        if block.side or block.member:
            return self._side(block) if block.side else self._member(block)
        if block.host:
            return own or sheet.title(block)
        loop = self.loop(block)
        if loop or own:
            return sheet.say("dose-field", label=own, text=loop) if loop and own else loop or own
        return sheet.say("line-repeat-block" if block.repeat else "block-steps")

    def _side(self, block: PlanBlock) -> str:
        return self.sheet.say("pass-on-side", side=self.sheet.say(f"side-{block.side}"))

    def _member(self, block: PlanBlock) -> str:
        """Say the member of a row as it is said in the places of its steps."""
        kind, _, number = (block.member or "").rpartition(" ")
        if kind and number.isdecimal():
            group = "region" if kind in self.sheet.messages.catalog.regions else "part"
            return f"{self.sheet.phrases.word(group, kind)} {number}"
        value = self.sheet.messages.catalog.literals.read("place", block.member or "").value
        return self.sheet.phrases.place(value) if value is not None else (block.member or "").replace("_", " ")

    def loop(self, block: PlanBlock) -> str:
        """Say what a block is done for, one after the other: both sides, or members; nothing where it is no such loop."""
        return self.sheet.say("block-sides") if sided(block) else self._members(block)

    def _members(self, block: PlanBlock) -> str:
        found = [child for child in block.first if isinstance(child, PlanBlock) and child.member and child.origin == block.origin]
        if not found:
            return ""
        kinds = {(child.member or "").rpartition(" ")[0] for child in found}
        numbers = [(child.member or "").rpartition(" ")[2] for child in found]
        if len(kinds) == 1 and len(found) > 1 and all(number.isdecimal() for number in numbers):
            first = int(numbers[0])
            if [int(number) for number in numbers] == list(range(first, first + len(numbers))):
                kind = self._member(found[0]).rpartition(" ")[0]
                return self.sheet.say("members-row", kind=kind, first=numbers[0], last=numbers[-1])
        return self.sheet.say("members-list", names=self.sheet.listed([self._member(child) for child in found]))

    def passes(self, block: PlanBlock, prefix: str, level: int) -> Iterator[StepCard]:
        """Go through the first pass of a block, then through what is done between, after, or instead of it."""
        first = [] if block.host else list(self.row(block.first, prefix, level, block))
        yield from first
        number = _top(first, level)
        for title, nodes in self._others(block, first, level):
            number += 1
            time = self.sheet.takes(nodes, total(self.sheet.measure.node(node) for node in nodes))
            yield StepCard(number=f"{prefix}{number}", title=title, time=time, lines=(), level=level)
            yield from self.row(nodes, f"{prefix}{number}.", level + 1, block)

    def _others(self, block: PlanBlock, first: list[StepCard], level: int) -> Iterator[tuple[str, tuple[PlanNode, ...]]]:
        """Give the other parts of a loop that differ from its first pass, each with its heading."""
        say = self.sheet.say
        if block.inserts and block.every:
            yield say("every", time=self.sheet.phrases.duration(block.every)), block.inserts
        if block.between:
            yield say("between-repetitions" if block.host else "between-passes"), block.between
        again = () if block.host else block.again
        later = self._otherwise(again, first, level, block)
        if later:
            yield say("before-later-passes" if all(map(_change, later)) else "later-passes"), later
        yield from self._ends(block, first, level)

    def _ends(self, block: PlanBlock, first: list[StepCard], level: int) -> Iterator[tuple[str, tuple[PlanNode, ...]]]:
        """Give the last pass and the only one, where a step asks for them and they are others than the passes before."""
        last, only = block.last or (), block.only or ()
        both = bool(last and only) and alike(self._cards(last, level, block), self._cards(only, level, block), {})
        if last and self._otherwise(last, self._cards(block.again, level, block), level, block):
            yield self.sheet.say("last-or-only-pass" if both else "last-pass"), last
        if only and not both and self._otherwise(only, first, level, block):
            yield self.sheet.say("only-pass"), only

    def _cards(self, nodes: tuple[PlanNode, ...], level: int, block: PlanBlock) -> list[StepCard]:
        return list(self.row(nodes, "", level, block))

    def _otherwise(
        self, nodes: tuple[PlanNode, ...], first: list[StepCard], level: int, block: PlanBlock
    ) -> tuple[PlanNode, ...]:
        """Give what a later pass does otherwise than an earlier one: nothing, a change before it, or all of its steps."""
        if nodes is block.first:
            return ()
        cards = self._cards(nodes, level, block)
        if alike(cards, first, {}):
            return ()
        at = next((at for at, node in enumerate(nodes) if not _change(node)), 0)
        return nodes[:at] if at and alike(cards[at:], first, {}) else nodes


def pieces(step: PlanStep) -> PlanStep:
    """Give a step between whose passes others stand without the `once` of each single pass."""
    given = step.dose.get("repeat")
    once = given is not None and isinstance(given.value, Range) and given.value.exact and not given.value.each
    return attrs.evolve(step, dose={name: value for name, value in step.dose.items() if name != "repeat"}) if once else step


def sided(block: PlanBlock) -> bool:
    """Tell whether a block is done for one side and then for the other."""
    return any(isinstance(child, PlanBlock) and child.side and child.origin == block.origin for child in block.first)


def changes(block: PlanBlock) -> int:
    """Count the changes that the plan puts before the steps of a pass."""
    return next((at for at, node in enumerate(block.first) if not _change(node)), 0)


def _change(node: PlanNode) -> bool:
    return isinstance(node, PlanStep) and node.inserted


def _unchanged(block: PlanBlock, cards: list[StepCard]) -> list[StepCard]:
    """Give the cards of a pass without the changes before it, and so without its time as a whole."""
    return [attrs.evolve(cards[0], time=""), *cards[1 + changes(block) :]]


def _top(cards: list[StepCard], level: int) -> int:
    """Count the numbered steps at the top of a row."""
    return sum(1 for card in cards if card.level == level)

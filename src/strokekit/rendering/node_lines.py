"""What any section, block or step may say of itself on a card: why it is there, its state, words, care and provenance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strokekit.literals.fields import STATE
from strokekit.model.amounts import Range
from strokekit.model.node import LOCKS, Media, Node, Prompt
from strokekit.model.plan import Either, PlanBlock, PlanNode, PlanStep, Via, walk
from strokekit.rendering.card import Line
from strokekit.rendering.sheet import Sheet
from strokekit.rendering.written import written_step

INSERTED = ("position", "therapist")
"""The states whose change a plan inserts."""


def node_lines(sheet: Sheet, node: Node, shown: PlanNode) -> Iterator[Line]:
    """Give the lines that any node may have, in the order in which they are needed."""
    if isinstance(node.rest, Range) and not isinstance(shown, PlanStep):
        yield sheet.line("rest", sheet.phrases.duration(node.rest))
    yield from _taken(sheet, node)
    yield from _care(sheet, node)
    yield from _words(sheet, node)
    yield from prompts(sheet, node.prompts)
    yield from _provenance(sheet, node)


def _taken(sheet: Sheet, node: Node) -> Iterator[Line]:
    """Say what it is for, and when and whether it is done."""
    if node.purposes:
        purposes = [sheet.phrases.word("purpose", purpose) for purpose in node.purposes]
        yield sheet.line("purpose", sheet.messages.join("and", purposes))
    if node.when is not None:
        yield sheet.line("when", sheet.phrases.when(node.when))
    if node.optional:
        yield sheet.line("optional", sheet.say("line-optional-value"))
    if not node.expect:
        yield sheet.line("expect", sheet.say("expect-not"))
    if node.priority != "normal":
        yield sheet.line("priority", sheet.say(f"priority-{node.priority}"))
    if node.locked:
        yield sheet.line("locked", locks(sheet, node.locked))


def locks(sheet: Sheet, locked: tuple[str, ...]) -> str:
    """Say what nobody may change."""
    if set(locked) >= set(LOCKS):
        return sheet.say("locked-all")
    return sheet.messages.join("and", [sheet.say(f"locked-{lock}") for lock in locked])


def _care(sheet: Sheet, node: Node) -> Iterator[Line]:
    for avoid in node.avoid:
        yield sheet.card_line("avoid", sheet.phrases.avoid(avoid))
    if node.cap:
        yield sheet.card_line("cap", sheet.phrases.level(node.cap))
    for stop in node.stop:
        yield sheet.card_line("stop", sheet.phrases.stop(stop))


def _words(sheet: Sheet, node: Node) -> Iterator[Line]:
    if node.mark:
        yield sheet.line("mark", sheet.say("mark", name=node.mark.replace("_", " ")))
    for step in node.may_add:
        yield sheet.line("may-add", written_step(sheet, step))
    for media in node.media:
        yield _media(sheet, media)


def _media(sheet: Sheet, media: Media) -> Line:
    text = sheet.text(media.title) or media.href
    text = sheet.say("media-language", text=text, language=media.language) if media.language else text
    return Line(label=sheet.say(f"media-{media.kind}"), text=text, link=media.href)


def prompts(sheet: Sheet, said: tuple[Prompt, ...]) -> Iterator[Line]:
    """Say what a node has said, asked and shown, and what each answer brings about."""
    for prompt in said:
        yield Line(label=sheet.phrases.moment(prompt), text=sheet.text(prompt.text), quoted=True)
        for answer, effects in prompt.answers.items():
            yield Line(label=sheet.say("prompt-answer", answer=answer.replace("_", " ")), text=sheet.phrases.effects(effects))


def _provenance(sheet: Sheet, node: Node) -> Iterator[Line]:
    for stated in node.stated_totals:
        yield sheet.card_line("stated-total", sheet.phrases.stated_total(stated))
    if node.source:
        yield sheet.line("source", sheet.phrases.word("source", node.source))
    for slip in node.slips:
        yield sheet.line("slip", sheet.phrases.slip(slip))
    for differs in node.differs:
        yield sheet.line("differs", sheet.phrases.differs(differs))


def state_lines(sheet: Sheet, written: Node, shown: PlanNode) -> Iterator[Line]:
    """Say the state that a node changes, as it is in the pass that is shown: mirrored in the second of a pair."""
    held = _held(written, shown)
    for name in STATE:
        if name in written.state:
            value = held.get(name, written.state[name])
            label = sheet.say(f"card-{name}" if name in INSERTED else f"line-{name}")
            yield Line(label=label, text=sheet.phrases.value(name, written.state[name] if isinstance(value, Either) else value))


def _held(written: Node, shown: PlanNode) -> dict[str, Any]:
    """Give the state as it is at the first step below that does not change it itself."""
    held: dict[str, Any] = {}
    for node in walk(shown):
        if isinstance(node, PlanStep):
            own = node.node is not written and not node.inserted
            held |= {
                name: node.state[name]
                for name in written.state
                if name not in held and name in node.state and not (own and name in node.node.state)
            }
            break
    return held


def via_lines(sheet: Sheet, via: tuple[Via, ...], above: tuple[Via, ...]) -> Iterator[Line]:
    """Say why a node is there, as far as what it stands in does not say it."""
    for reason in via[len(above) :] if via[: len(above)] == above else via:
        match reason.kind:
            case "include":
                yield sheet.line("part", reason.what)
            case "inserted":
                known = reason.what if reason.what in INSERTED else "change"
                yield sheet.line("note", sheet.say(f"inserted-{known}"))
            case "interspersed" if reason.what == "step":
                yield sheet.line("note", sheet.say("returns"))
            case "added":
                yield sheet.line("note", sheet.say("added"))


def block_lines(sheet: Sheet, block: PlanBlock) -> Iterator[Line]:
    """Say how often and how long a block is done, and in which order."""
    phrases = sheet.phrases
    if block.repeat:
        yield sheet.line("repeat", phrases.count(block.repeat))
    if block.duration:
        yield sheet.line("duration", phrases.duration(block.duration))
    if block.share:
        yield sheet.line("share", phrases.percent(block.share))
    if block.until:
        yield sheet.line("until", phrases.until(block.until))
    if block.any_order:
        yield sheet.line("order", sheet.say("order-any"))

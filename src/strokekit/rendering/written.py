"""Steps as they are written, in one line each: what a plan may add, but does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.model.routine import Block, Checkpoint, Choice, Deed, Free, Include, Spoken, Step, Unlisted
from strokekit.rendering.sheet import Sheet


def written_step(sheet: Sheet, step: Step) -> str:
    """Say in one line what a step is that stands in no plan, with its dose and the words on it."""
    title = sheet.labelled(sheet.text(step.node.title) or _head(sheet, step), step.node)
    details = sheet.messages.join("dose-and", [part for part in _parts(sheet, step) if part])
    return sheet.say("named", title=title, name=details) if title and details else title or details


def _parts(sheet: Sheet, step: Step) -> Iterator[str]:
    node, phrases = step.node, sheet.phrases
    yield phrases.dose(step.dose) if isinstance(step, (Deed, Free, Unlisted)) else ""
    yield from (written_step(sheet, inner) for inner in _inner(step))
    timed = {name: value for name in ("duration", "share", "rest") if (value := getattr(node, name)) is not None}
    yield phrases.dose({**timed, **node.state})
    if node.when is not None:
        yield sheet.say("dose-field", label=sheet.say("line-when"), text=phrases.when(node.when))
    for prompt in node.prompts:
        said = sheet.say("quoted", text=sheet.text(prompt.text))
        yield sheet.say("dose-field", label=phrases.moment(prompt), text=said)
    yield sheet.text(node.note)


def _inner(step: Step) -> tuple[Step, ...]:
    match step:
        case Block():
            return step.steps
        case Choice():
            return step.options
    return ()


def _head(sheet: Sheet, step: Step) -> str:
    """Say what a step without a title of its own is."""
    match step:
        case Deed():
            technique = sheet.messages.catalog.technique(step.technique)
            return sheet.text(technique.title) if technique else sheet.say("unknown-technique", id=step.technique)
        case Include():
            return sheet.say("from-part", name=step.ref)
        case Free():
            return sheet.say(f"free-{step.kind}")
        case Choice():
            return sheet.say("line-choose")
        case Checkpoint() | Unlisted() | Spoken():
            return ""
    return sheet.say("block-steps")

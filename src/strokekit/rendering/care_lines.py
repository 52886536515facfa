"""What speaks against a routine, what to mind all through it, when to stop, and what to ask before the first stroke."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.rendering.card import Line
from strokekit.rendering.sheet import Sheet


def care_lines(sheet: Sheet) -> Iterator[Line]:
    """Give the care that holds for the whole routine; asked for after the steps, which find what is unreviewed."""
    routine = sheet.plan.routine
    yield from _against(sheet)
    for effects in sheet.plan.effects:  # without the reasons: that would tell what the client said
        text = sheet.phrases.effects(attrs.evolve(effects, decisions=dict.fromkeys(effects.decisions)))
        if text:
            yield sheet.card_line("answered", text)
    for avoid in routine.avoid:
        yield sheet.card_line("avoid", sheet.phrases.avoid(avoid))
    if routine.cap:
        yield sheet.card_line("cap", sheet.phrases.level(routine.cap))
    for limit in routine.limits:
        yield sheet.card_line("limit", sheet.phrases.limit(limit))
    if sheet.unreviewed:
        yield sheet.line("cautions", sheet.say("cautions-unreviewed", names=sheet.listed(list(sheet.unreviewed))))
    for stop in routine.stop:
        yield sheet.card_line("stop", sheet.phrases.stop(stop))


def _against(sheet: Sheet) -> Iterator[Line]:
    against = sheet.plan.routine.contraindications
    if against.status != "listed":
        yield sheet.card_line("contraindications", sheet.say(f"contraindications-{against.status}"))
        return
    for condition, effects in against.items.items():
        name = _condition(sheet, condition)
        text = sheet.say("dose-field", label=name, text=sheet.phrases.effects(effects))
        yield sheet.card_line("contraindications", text)


def _condition(sheet: Sheet, id_: str) -> str:
    """Name a condition: a word of the catalogue, or the author's own."""
    words = sheet.messages.catalog.words
    group = next((group for group in ("condition", "fact", "finding") if id_ in words.get(group, {})), "condition")
    return sheet.phrases.word(group, id_)


def question_lines(sheet: Sheet) -> Iterator[Line]:
    """Give each question with its answers; the answers that were given are not told."""
    phrases = sheet.phrases
    for question in sheet.plan.routine.screen:
        who = question.who.replace("_", " ") if question.who else ""
        yield Line(label=sheet.say("ask-who", who=who) if who else sheet.say("ask-client"), text=phrases.question(question))
        if question.then:
            yield Line(label=sheet.say("question-yes"), text=phrases.effects(question.then))
        for answer, effects in question.answers.items():
            yield Line(label=sheet.say("prompt-answer", answer=answer.replace("_", " ")), text=phrases.effects(effects))

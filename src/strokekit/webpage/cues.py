"""What the player says, asks and shows during a segment: its words, and the picture that goes with it."""

from __future__ import annotations

import attrs

from strokekit.model.timeline import Cue
from strokekit.playing.course import Moment, Segment
from strokekit.rendering.context import RenderContext
from strokekit.webpage.pictures import Pictures

USUAL_ANSWERS = ("yes", "no")
"""What may be answered to a question of which its author foresees no answers."""


@attrs.frozen(kw_only=True)
class CueView:
    """A moment as the player shows it: `said` with what it is, `text` the words alone, to be spoken."""

    name: str
    kind: str
    said: str
    text: str
    answers: tuple[tuple[str, str], ...] = ()
    """Of a question: what may be answered, as it is kept and as it is shown."""
    picture: int | None = None


def cue_views(context: RenderContext, segment: Segment, cues: list[Cue], pictures: Pictures) -> tuple[CueView, ...]:
    """Put the moments of a segment into words; `cues` are those of the timeline that they were made of."""
    return tuple(_view(context, moment, pictures.of(cue)) for moment, cue in zip(segment.moments, cues, strict=True))


def _view(context: RenderContext, moment: Moment, picture: int | None) -> CueView:
    text = context.messages.text(moment.text)
    said = _said(context, moment, text)
    return CueView(
        name=moment.name, kind=moment.kind, said=said, text=text or said, answers=_answers(context, moment), picture=picture
    )


def _said(context: RenderContext, moment: Moment, text: str) -> str:
    match moment.kind:
        case "side":
            return context.messages.say("play-side")
        case "checkpoint":
            return context.messages.say("play-checkpoint")
    return context.messages.say(f"play-{moment.kind}", text=text)


def _answers(context: RenderContext, moment: Moment) -> tuple[tuple[str, str], ...]:
    if moment.kind != "ask":
        return ()
    usual = {answer: context.messages.say(f"play-{answer}") for answer in USUAL_ANSWERS}
    return tuple((answer, usual.get(answer, answer.replace("_", " "))) for answer in moment.answers or USUAL_ANSWERS)

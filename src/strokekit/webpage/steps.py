"""What the player shows of each segment of a course: its words, ready to be put into the page."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.drawing.shades import level_of
from strokekit.model.condition import Until
from strokekit.model.plan import Either, PlanStep
from strokekit.model.timeline import Cue
from strokekit.playing.course import Course, Segment
from strokekit.playing.timelines import cues_of
from strokekit.rendering.card import Line
from strokekit.rendering.context import RenderContext
from strokekit.rendering.dose_lines import dose_lines
from strokekit.rendering.sheet import Sheet
from strokekit.rendering.site_phrases import SitePhrases
from strokekit.timing.measure import Measure
from strokekit.webpage.cues import CueView, cue_views
from strokekit.webpage.pictures import Pictures

POSTURE = ("position", "therapist")
"""The states that are shown at each step."""


@attrs.frozen(kw_only=True)
class StepView:
    """A segment as the player shows it. `number` is that of the step among all steps; a rest has that of the one before it."""

    name: str
    number: int
    title: str
    headline: str
    """The title with the places, as it is announced."""
    time: str
    section: str
    lines: tuple[Line, ...] = ()
    note: str = ""
    until: str = ""
    """What ends it, where a person does."""
    sign: str = ""
    """What ends the innermost span that it is part of."""
    picture: int | None = None
    cues: tuple[CueView, ...] = ()


def step_views(context: RenderContext, course: Course, pictures: Pictures) -> tuple[StepView, ...]:
    """Put every segment of a course into words, in order; a timeline that has no plan has no lines beyond place and pressure."""
    maker = _Maker(context, pictures)
    return tuple(maker.view(segment, *found) for segment, found in zip(course.segments, cues_of(context.timeline), strict=True))


@attrs.define
class _Maker:
    """Makes the views of one page, counting the steps as it goes."""

    context: RenderContext
    pictures: Pictures
    number: int = 0
    sites: SitePhrases = attrs.Factory(lambda self: SitePhrases(self.context), takes_self=True)
    _sheet: Sheet | None = None

    def __attrs_post_init__(self) -> None:
        context = self.context
        if context.planned:
            measure = Measure(context.catalog, of=context.plan)
            self._sheet = Sheet(context.plan, context.messages, measure)

    def view(self, segment: Segment, cue: Cue, inside: list[Cue]) -> StepView:
        """Put one segment into words."""
        self.number += segment.kind == "step"
        step = self.context.timeline.steps.get(cue.name) if segment.kind == "step" else None
        title, places = self._title(segment, cue), self.sites.places(cue.work)
        sheet = self._sheet
        return StepView(
            name=segment.name,
            number=max(self.number, 1),
            title=title,
            headline=self._say("play-step-where", title=title, where=places) if places else title,
            time=self.context.phrases.time(segment.ms),
            section=segment.section,
            lines=tuple(self._lines(sheet, step) if sheet and isinstance(step, PlanStep) else self._own_lines(cue, places)),
            note=self._text(cue.work.note) if cue.work else "",
            until=self._until(segment),
            sign=self._sign(segment.spans[-1].until) if segment.spans else "",
            picture=self.pictures.of(cue),
            cues=cue_views(self.context, segment, inside, self.pictures),
        )

    def _say(self, message: str, /, **facts: object) -> str:
        return self.context.messages.say(message, **facts)

    def _text(self, text: object) -> str:
        return self.context.messages.text(text)

    def _title(self, segment: Segment, cue: Cue) -> str:
        """Say what is done, with the side that it is done on."""
        title = self._say("play-rest") if segment.kind == "rest" else self._text(segment.title) or segment.name
        side = cue.work.side if cue.work else ""
        return self._say("named", title=title, name=self._say(f"side-{side}")) if side in ("left", "right") else title

    def _lines(self, sheet: Sheet, step: PlanStep) -> Iterator[Line]:
        """Give the lines of a step, its posture and its care; general cautions stand on the card."""
        sheet.turn_to(step.origin)
        cautions = sheet.say("line-cautions")
        yield from (line for line in dose_lines(sheet, step) if line.label != cautions)
        yield from (sheet.card_line("avoid", sheet.phrases.avoid(avoid)) for avoid in step.node.avoid)
        yield from (sheet.card_line("stop", sheet.phrases.stop(stop)) for stop in step.node.stop)
        for name in POSTURE:
            state = step.state.get(name)
            if state is not None and not isinstance(state, Either):
                yield sheet.card_line(name, sheet.phrases.value(name, state))

    def _own_lines(self, cue: Cue, places: str) -> Iterator[Line]:
        if places:
            yield Line(label=self._say("line-where"), text=places)
        if cue.work is not None and cue.work.level:
            level = level_of(self.context, cue)
            said = self.context.phrases.level(level) if level else cue.work.level.replace("_", " ").replace("..", "–")
            yield Line(label=self._say("line-pressure"), text=said)

    def _until(self, segment: Segment) -> str:
        """Say what a person ends the segment for."""
        if segment.wait is None:
            return ""
        if segment.wait.until == "answer":
            return self._say("play-until-answer")
        return self._sign(segment.wait.until)

    def _sign(self, until: str) -> str:
        """Say what a sign is."""
        read = self.context.catalog.literals.read("until", until).value
        return self.context.phrases.until(read) if isinstance(read, Until) else until.replace("_", " ")

"""The sections of a course, each with its steps, as the page lists them to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import attrs

from strokekit.playing.course import Course
from strokekit.rendering.messages import Messages
from strokekit.webpage.steps import StepView


@attrs.frozen(kw_only=True)
class SectionView:
    """Steps of one section that follow each other."""

    title: str
    steps: tuple[StepView, ...]


def outline(messages: Messages, course: Course, views: Iterable[StepView]) -> tuple[SectionView, ...]:
    """Group segments by the section that they stand in, in the order of the course."""
    groups = [(name, tuple(steps)) for name, steps in groupby(views, key=lambda view: view.section)]
    return tuple(SectionView(title=messages.text(course.sections.get(name, {})) or name, steps=steps) for name, steps in groups)

"""Routines and their pages, for the tests of the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from strokekit.model.timeline import Timeline
from tests.rendering.hostile import ARTICLE, article, engine, timeline

EXAMPLES = Path(ARTICLE).parent

SHORT = """
strokekit: 1
title: Short
contraindications: none_reviewed
sections:
  - id: legs
    title: Legs
    position: prone
    lubricant: oil
    steps:
      - {technique: kneading, id: knead, where: left calf, duration: 60 s, say: Breathe out}
      - {technique: holding, id: hold, where: left thigh, duration: 20 s, until: tissue_softens}
      - {id: query, ask: {text: "Is it warm enough?", answers: {too_cold: {say: Take a towel}}}, duration: 10 s}
  - id: close
    title: Close
    steps:
      - {technique: gliding, id: glide, where: back, duration: 30 s, caution: {text: Not on the spine, at: end}}
"""
"""A minute of kneading, a hold until a sign, a question, and half a minute of gliding."""


SIGNS = """
strokekit: 1
title: Signs
contraindications: none_reviewed
sections:
  - id: warm
    title: Warm
    position: prone
    lubricant: oil
    steps:
      - id: both
        until: tissue_softens
        steps:
          - {technique: kneading, id: knead, where: left calf, duration: 20 s}
          - {technique: holding, id: hold, where: left thigh, duration: 10 s, until: breath_deepens}
          - {technique: gliding, id: glide, where: left calf, duration: 15 s}
      - {technique: stroking, id: stroke, where: left calf, duration: 10 s}
  - id: close
    title: Close
    steps:
      - {technique: holding, id: leave, where: left foot, duration: 30 s}
"""
"""Three steps that a sign ends together, one of them with a sign of its own, and two steps after them."""


@cache
def signs() -> Timeline:
    """Compose and time the routine with signs."""
    return timeline(SIGNS)


@cache
def signs_page() -> str:
    """Write the page of the routine with signs."""
    return page_of(signs())


@cache
def short() -> Timeline:
    """Compose and time the short routine."""
    return timeline(SHORT)


def page_of(made: Timeline, **given: Any) -> str:
    """Write the page of a timeline."""
    text = engine().render(made, to="html", **given)
    assert isinstance(text, str)
    return text


@cache
def short_page() -> str:
    """Write the page of the short routine."""
    return page_of(short())


@cache
def article_page() -> str:
    """Write the page of the article."""
    return page_of(article())

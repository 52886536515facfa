"""Pictures for the tests: drawn of short routines, read by a real XML parser, and painted by a real program."""

from __future__ import annotations

import io
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import resvg_py
from PIL import Image

from strokekit.drawing.atlas import atlas
from strokekit.drawing.bodymap import body_map
from strokekit.drawing.chart import chart
from strokekit.drawing.marks import Mark, Marking
from strokekit.drawing.placing import Placing
from strokekit.model.timeline import Timeline
from strokekit.plugins.declarations import Rendered
from strokekit.rendering.context import RenderContext
from tests.rendering.hostile import article, engine, routine, timeline

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = {"front": (352.0, 92.0), "back": (647.6, 92.0)}
"""View → where its midline meets its upper edge, in a picture with names on neither side."""


def context(given: Any, language: str = "en") -> RenderContext:
    """Make the context of a timeline, or of a routine given as JSON values."""
    exact = given if isinstance(given, Timeline) else timeline(given)
    return RenderContext(plan=exact.plan, catalog=engine().catalog, exact=exact, language=language)


def step(technique: str = "gliding", **dose: Any) -> Any:
    """Make a routine of one step."""
    return routine({"technique": technique, **dose})


def placing() -> Placing:
    """Give the shapes of the built-in regions."""
    return Placing(atlas(), engine().catalog.anatomy)


def marked(given: Any) -> tuple[list[Mark], Marking]:
    """Mark the steps of a routine."""
    marking = Marking(context(given))
    return [mark for cue in marking.context.timeline.cues if (mark := marking.mark(cue))], marking


def drawn(given: Any) -> Rendered:
    """Draw the body map of a routine."""
    return body_map(context(given))


def charted(given: Any) -> Rendered:
    """Draw the timeline of a routine."""
    return chart(context(given))


@cache
def of_article(what: str) -> Rendered:
    """Draw the article's body map or timeline, once."""
    return (body_map if what == "svg" else chart)(context(article()))


def content(rendered: Rendered) -> str:
    """Give the markup of a picture."""
    assert isinstance(rendered.content, str)
    return rendered.content


def parsed(markup: str) -> ET.Element:
    """Read markup; it has to be well-formed, all ids differ, and what is used is there."""
    root = ET.fromstring(markup)  # noqa: S314 - markup of our own
    ids = [found for element in root.iter() if (found := element.get("id"))]
    assert len(ids) == len(set(ids))
    used = [href.removeprefix("#") for element in root.iter(f"{SVG}use") if (href := element.get("href"))]
    assert set(used) <= set(ids)
    return root


def words(markup: str) -> list[str]:
    """Give the texts of a picture in their order."""
    return [element.text or "" for element in parsed(markup).iter(f"{SVG}text")]


def painted(markup: str) -> Image.Image:
    """Paint a picture with resvg."""
    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=markup)))).convert("RGB")

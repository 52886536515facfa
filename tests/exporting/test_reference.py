"""The reference page of the renderers says what the catalogue says: every renderer, every option, every loss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from strokekit import Engine

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "renderers.md").read_text(encoding="utf-8")
RENDERERS = Engine().catalog.renderers
OWN = ("vtt", "srt", "ssml", "ics", "csv", "mermaid", "strokes")
"""Those whose options stand on this page; pictures and the page that plays have pages of their own."""


def test_every_renderer_stands_in_the_table() -> None:
    """With its suffix, and whether it needs a timeline."""
    rows = re.findall(r"^\| `(\w+)` \|.*?\| `(\.[\w.]+)` \| a (plan|timeline)", PAGE, re.MULTILINE)

    assert {name: (suffix, needs == "timeline") for name, suffix, needs in rows} == {
        name: (renderer.suffix, renderer.timed) for name, renderer in RENDERERS.items()
    }


@pytest.mark.parametrize("name", OWN)
def test_every_option_is_described(name: str) -> None:
    """In the section of its renderer."""
    section = next(part for part in PAGE.split("\n## ") if f"`{name}`" in part.partition("\n")[0])

    assert [option for option in RENDERERS[name].options if f"`{option}`" not in section] == []


def test_every_loss_is_named() -> None:
    """Each that a module of the room gives stands on the page."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src" / "strokekit" / "exporting").glob("*.py")]
    called = {name for source in sources for name in re.findall(r'context\.loss\("([a-z-]+)"', source)}
    listed = {name for source in sources for name in re.findall(r'^        "([a-z-]+)": \[cue', source, re.MULTILINE)}

    assert called | listed >= {"flattened", "too-long", "moves", "whole-seconds"}
    assert [name for name in called | listed if f"`{name}`" not in PAGE] == []

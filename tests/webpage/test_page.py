"""The renderer `html`: options, languages, templates of one's own, losses, and what its scripts are given."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from strokekit.errors import UsageError
from strokekit.model.timeline import Timeline
from strokekit.playing.forms import course_of_json, fingerprint
from strokekit.playing.timelines import course_of
from strokekit.version import VERSION
from strokekit.webpage.data import within_html
from tests.rendering.hostile import article, engine
from tests.webpage.pages import page_of, short, short_page, signs


def _data(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="strokekit-data">(.*?)</script>', html)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_what_the_scripts_are_given() -> None:
    """The scripts get the course to play, who made it, and the choices; the texts beside it."""
    data = _data(short_page())

    assert data["made"] == {"engine": VERSION, "fingerprint": fingerprint(course_of(short()))}
    assert data["choices"] == {"speech": False, "chime": True, "vibration": True, "awake": True, "keys": True}
    assert (data["language"], data["direction"], data["count"], data["extend"], data["gap"]) == ("en", "ltr", 4, 30_000, 120_000)
    assert data["sections"] == {"legs": "Legs", "close": "Close"}
    assert data["steps"]["hold"] == {
        "title": "Holding: left thigh",
        "number": 2,
        "picture": 1,
        "until": "the tissue softens",
        "sign": "",
    }
    assert data["cues"]["query:ask"] == {
        "kind": "ask",
        "said": "Ask: “Is it warm enough?”",
        "text": "Is it warm enough?",
        "answers": [{"value": "too_cold", "label": "too cold"}],
        "picture": None,
    }


@pytest.mark.parametrize("made", [pytest.param(article, id="the article"), pytest.param(signs, id="signs")])
def test_the_course_of_the_page_times_as_the_librarys(made: Callable[[], Timeline]) -> None:
    """What is left out of the course has no part in its times, nor in what a sign ends."""
    course, whole = course_of_json(_data(page_of(made()))["course"]), course_of(made())

    assert (course.starts, course.earliest, course.latest) == (whole.starts, whole.earliest, whole.latest)
    assert (course.waits, course.endless) == (whole.waits, whole.endless)
    assert [segment.spans for segment in course.segments] == [segment.spans for segment in whole.segments]
    assert [segment.name for segment in course.segments] == [segment.name for segment in whole.segments]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("</script>", '"\\u003c/script\\u003e"', id="end tag"),
        pytest.param("<!--", '"\\u003c!--"', id="comment"),
        pytest.param("a & b", '"a \\u0026 b"', id="ampersand"),
        pytest.param("\u2028", '"\\u2028"', id="line separator"),
        pytest.param('"', '"\\""', id="quote"),
        pytest.param("مرحبا", '"مرحبا"', id="letters"),
    ],
)
def test_json_within_html(text: str, written: str) -> None:
    """No text ends the element that it stands in, and each reads back as it was."""
    assert within_html(text) == written
    assert json.loads(within_html(text)) == text


def test_the_options_are_kept_to() -> None:
    """What the page begins with is what the renderer was asked for."""
    data = _data(page_of(short(), options={"speech": True, "chime": "no", "vibration": False, "extend": 60_000}))

    assert data["choices"] == {"speech": True, "chime": False, "vibration": False, "awake": True, "keys": True}
    assert data["extend"] == 60_000


def test_a_wrong_option() -> None:
    """An option that is out of its limits is said to be."""
    with pytest.raises(UsageError) as caught:
        page_of(short(), options={"extend": "2 h"})

    assert (
        str(caught.value) == "the option 'extend' of the renderer 'html' takes a time such as `10 min` within 1 s..1 h, not '2 h'"
    )


def test_a_language_that_is_asked_for() -> None:
    """The page speaks the language that it is asked to speak."""
    html = page_of(short(), language="de")

    assert '<html lang="de" dir="ltr">' in html
    assert _data(html)["units"]["minutes"][2] == "2 Minuten"


def test_a_timeline_that_was_read_back() -> None:
    """Without a plan there is a player and no card, and the losses say so."""
    made = engine().rendered(attrs.evolve(short(), plan=None, steps={}), to="html")
    content = str(made.content)

    assert 'data-play="player"' in content
    assert 'id="card"' not in content
    assert [(loss.name, loss.message) for loss in made.losses] == [
        ("card", "The treatment card is left out: this timeline was read back from JSON and has no plan")
    ]


def test_a_template_of_ones_own(tmp_path: Path) -> None:
    """A folder replaces the card, adds to the head, or to the look; the policy is of what then stands in the page."""
    (tmp_path / "card.html.j2").write_text(
        '<article id="card">{{ card.title }}: {{ card.sections | length }}</article>', encoding="utf-8"
    )
    (tmp_path / "page.html.j2").write_text(
        '{% extends "shipped/page.html.j2" %}{% block head %}<meta name="author" content="Studio">{% endblock %}',
        encoding="utf-8",
    )
    (tmp_path / "own.css").write_bytes(b":root { --accent: #603; }\r\n")
    html = page_of(short(), templates=tmp_path)

    assert '<article id="card">Short: 2</article>' in html
    assert '<meta name="author" content="Studio">' in html
    assert "\n:root { --accent: #603; }\n</style>" in html
    assert "\r" not in html


def test_a_style_that_would_end_itself(tmp_path: Path) -> None:
    """A style sheet that would end its element is refused."""
    (tmp_path / "page.css").write_text("a { } </STYLE><b>", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        page_of(short(), templates=tmp_path)

    assert str(caught.value) == "'page.css' and 'own.css' hold style sheets: `</style` may not stand in them"

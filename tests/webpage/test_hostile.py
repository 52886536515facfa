"""A routine whose every text tries to become something else, in a real browser."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from strokekit.model.timeline import Timeline
from tests.browsing import Opened
from tests.rendering.hostile import timeline
from tests.webpage.conftest import Open
from tests.webpage.pages import page_of

TEXTS = {
    "script": "<script>window.hit = 1</script>",
    "closing": "</script></style></title></template>--><script>window.hit = 1</script>",
    "comment": "<!--<script>",
    "handler": "<img src=x onerror='window.hit = 1'>\" onmouseover=\"window.hit = 1\" x='",
    "link": "javascript:window.hit=1",
    "frame": "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "template": "{{ 7 * 7 }} {% raw %} {$x} ${window.hit = 1} {title} {number}",
    "quotes": "\"'`&quot;&#39;\\\\u003c\\",
    "long": "stroke" * 1_700,
    "words": "stroke " * 1_500,
    "emoji": "🙂👩🏽‍⚕️🇳🇵" * 40,
    "rtl": "مرحبا \u202e evil \u202c שלום",
    "controls": "a\u2028b\u2029c\ufeff\u200b",
}
"""Name → what stands in every text."""


def _routine(text: str) -> dict[str, Any]:
    """Put a text wherever a routine takes one."""
    step = {
        "technique": "kneading",
        "where": "back",
        "duration": "20 s",
        "title": text,
        "note": text,
        "label": text[:60],
        "say": text,
        "caution": {"text": text, "at": "end"},
        "slip": {"kind": "error", "says": text, "read_as": text},
        "media": [{"kind": "image", "href": "javascript:window.hit=1", "title": text}],
        "avoid": {"spine": "no_pressure"},
    }
    asks = {"ask": text, "duration": "10 s", "title": text}
    return {
        "strokekit": 1,
        "title": text,
        "summary": text,
        "contraindications": {"fever": {"refuse": text}},
        "screen": [{"id": "q", "ask": text, "then": {"say": text}}],
        "sources": {"a": {"title": text, "author": text, "publisher": text, "url": text, "licence": text}},
        "claims": [{"id": "c", "by": "a", "text": text}],
        "equipment": {"oil": {"amount": "20 ml", "note": text}},
        "sections": [
            {"id": "first", "title": text, "note": text, "position": "prone", "lubricant": "oil", "steps": [step, asks]},
            {"id": "to_string", "title": text, "steps": [{**step, "id": "constructor"}, {**step, "id": "has_own"}]},
        ],
    }


@cache
def _made(name: str) -> Timeline:
    return timeline(json.loads(json.dumps(_routine(TEXTS[name]))))


def _played(page: Opened) -> list[str]:
    """Play through all of it, and give the titles that were shown."""
    page.do("toggle")
    titles = []
    for _ in range(4):
        titles.append(
            page.page.evaluate("[...document.querySelectorAll('h2[data-step]')].find((one) => !one.hidden).textContent")
        )
        page.run(2)
        page.do("skip")
    return titles


@pytest.mark.parametrize("name", TEXTS)
def test_texts_stay_texts(opened: Open, name: str) -> None:
    """Nothing runs, nothing is asked for, and what is shown is what was written."""
    page = opened(page_of(_made(name)))
    titles = _played(page)
    shown = [title.strip() for title in titles]

    assert shown == [TEXTS[name].strip()] * 4
    assert page.page.evaluate("window.hit ?? null") is None
    assert page.requests == ["http://localhost/page.html"]
    assert page.problems == []
    assert page.page.evaluate("document.querySelectorAll('script').length") == 2
    assert page.page.evaluate("document.querySelectorAll('iframe, img, object, embed, base, form').length") == 0
    assert page.page.evaluate(
        "[...document.querySelectorAll('a[href]')].every((link) => /^(https?:|#)/.test(link.getAttribute('href')))"
    )


@pytest.mark.parametrize("name", ["long", "words", "emoji", "rtl"])
def test_long_texts_break_no_layout(opened: Open, name: str) -> None:
    """On the narrowest screen even ten thousand characters without a space make nothing wider than the screen."""
    page = opened(page_of(_made(name)), viewport={"width": 320, "height": 640})
    page.do("toggle")

    assert page.page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.texts("time", "toggle") == ["0:20", "Pause"]

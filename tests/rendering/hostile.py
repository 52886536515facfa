"""A routine whose every text tries to be something else, and plain routines for the tests of the renderers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from strokekit import Engine, Timeline

ARTICLE = Path(__file__).parents[2] / "examples" / "routines" / "upper-lower-back.routine.yaml"

NASTY = (
    "# heading\n\n<script>alert(1)</script> [link](http://x) *em* _em_ `code` | cell ~~gone~~ "
    "1. list\r\n- item \x07\u2028> quote &amp; \\ 🙂 مرحبا"
)
"""Markup, line breaks of all sorts, control characters, emoji, right-to-left script."""


@cache
def engine() -> Engine:
    """Make the engine that all tests here share: it is immutable."""
    return Engine()


def timeline(routine: Any) -> Timeline:
    """Compose and time a routine given as JSON values, or as YAML text."""
    text = routine if isinstance(routine, str) else json.dumps(routine)
    syntax = "yaml" if isinstance(routine, str) else "json"
    return engine().fit(engine().compose(engine().loads(text, syntax=syntax))).require()  # type: ignore[arg-type]


@cache
def article() -> Timeline:
    """Compose and time the article's routine."""
    return engine().fit(engine().compose(engine().load(ARTICLE))).require()


def routine(*steps: Any, **more: Any) -> dict[str, Any]:
    """Make a routine of one section."""
    return {
        "strokekit": 1,
        "title": "Test",
        "contraindications": "none_reviewed",
        "sections": [{"id": "back", "position": "prone", "lubricant": "oil", "steps": list(steps)}],
        **more,
    }


def nasty() -> dict[str, Any]:
    """Make a routine with a nasty text in every place that takes one."""
    text = NASTY.replace("\x07", "")
    step = {
        "technique": "kneading",
        "where": "back",
        "title": text,
        "note": text,
        "label": text,
        "say": text,
        "ask": text,
        "caution": text,
        "slip": {"kind": "error", "says": text, "read_as": text},
        "media": [{"kind": "image", "href": "javascript:alert(1)", "title": text}],
    }
    section = {"id": "s", "title": text, "note": text, "steps": [step]}
    return {
        "strokekit": 1,
        "title": text,
        "summary": text,
        "extent": "part",
        "missing": text,
        "contraindications": {"fever": {"refuse": text}},
        "screen": [{"id": "q", "ask": text, "then": {"say": text}}],
        "sources": {"a": {"title": text, "author": text, "publisher": text, "url": text, "licence": text}},
        "claims": [{"id": "c", "by": "a", "text": text}],
        "equipment": {"oil": {"amount": "20 ml", "note": text}},
        "sections": [section],
    }

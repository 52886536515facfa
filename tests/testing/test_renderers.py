"""A renderer on trial: every kind of fault is found, and those that strokekit ships have none."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from strokekit import Engine, UsageError, hookimpl
from strokekit.plugin import Parameter, RenderContext, Renderer
from strokekit.testing import check_renderer, renderer_faults

COUNTER = itertools.count()
SHIPPED = Engine()
ICS = {"start": "2026-03-01T10:00", "uid": "u@x", "stamp": "2026-02-01T08:00Z"}


def good(context: RenderContext) -> str:
    """Write the title of a timeline."""
    return str(context.timeline.about.title)


def faults(render: Callable[[Any], Any] = good, **more: Any) -> list[str]:
    """Give the faults of a renderer that does that."""
    fields = {"id": "r", "title": "R", "summary": "Titles.", "media_type": "text/plain", "suffix": ".txt", **more}

    class Own:
        @hookimpl
        def strokekit_renderers(self) -> list[Renderer]:
            return [Renderer(render=render, **fields)]

    return [str(fault) for fault in renderer_faults(Engine(plugins={"own": Own()}), "own.r")]


def test_a_good_renderer_has_none() -> None:
    """Nothing is made up."""
    assert faults() == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param({"summary": ""}, "summary: nothing says what it is: give it a `title` and a `summary`", id="summary"),
        pytest.param(
            {"options": {"x": Parameter(type="text")}},
            "summary: nothing says what the option 'x' means: give it a `title` and a `summary`",
            id="an option",
        ),
        pytest.param({"media_type": "x"}, "media-type: 'x' is no media type: write one such as `text/plain`", id="media type"),
        pytest.param({"suffix": "txt"}, "suffix: 'txt' is no suffix: it begins with a dot", id="suffix"),
    ],
)
def test_what_a_declaration_lacks(more: dict[str, Any], expected: str) -> None:
    """It is told in a sentence, with what to do."""
    assert faults(**more) == [expected]


@pytest.mark.parametrize(
    ("render", "expected"),
    [
        pytest.param(lambda _: str(next(COUNTER)), "unsteady: it gives another output for the same plain routine", id="unsteady"),
        pytest.param(lambda _: str(time.time())[:0], "impure: it uses a clock", id="a clock"),
        pytest.param(lambda _: os.environ.get("HOME", "")[:0], "impure: it uses the environment", id="the environment"),
        pytest.param(lambda _: "\ud83d", "text: its text on the plain routine can't be written as UTF-8", id="no text"),
        pytest.param(
            lambda context: {"Calf": "x"}[str(context.messages.text(context.timeline.about.title))],
            "failed: on the rich routine: PluginError: the renderer `own.r` of the plugin own failed: KeyError: 'Everything'",
            id="fails",
        ),
        pytest.param(
            lambda context: "x" if context.planned else 7,
            (
                "failed: on the plain routine, read back from JSON: "
                "PluginError: the renderer `own.r` of the plugin own failed: it gave int, not text or bytes"
            ),
            id="fails without a plan",
        ),
    ],
)
def test_what_a_renderer_does_wrong(render: Callable[[Any], Any], expected: str) -> None:
    """The first fault that is told."""
    assert faults(render)[0] == expected


def test_a_renderer_that_is_not_timed_takes_any_plan() -> None:
    """Else it is `timed`."""
    why = "UsageError: there is no timeline: the plan was rendered as it is"
    assert faults(timed=False) == [f"plan: it is declared as not `timed`, and fails where a time is unknown: {why}"]


def test_a_renderer_may_need_a_plan() -> None:
    """If it says so, as the context does."""
    assert faults(lambda context: str(context.plan.routine.title)) == []


def test_all_faults_are_told_at_once() -> None:
    """With how many there are; those that are known may be let pass."""

    class Own:
        @hookimpl
        def strokekit_renderers(self) -> list[Renderer]:
            return [Renderer(id="r", title="R", media_type="x", suffix="y", render=good)]

    engine = Engine(plugins={"own": Own()})
    with pytest.raises(AssertionError, match=r"^own.r has 3 faults:\n  summary: .*\n  media-type: .*\n  suffix: .*$"):
        check_renderer(engine, "own.r")
    check_renderer(engine, "own.r", accept={"summary", "media-type", "suffix"})


def test_what_is_not_there_can_not_be_tried() -> None:
    """Neither a renderer nor an option."""
    with pytest.raises(UsageError, match=r"there is no renderer 'own\.x'"):
        renderer_faults(SHIPPED, "own.x")
    with pytest.raises(UsageError, match="has no option 'x'"):
        renderer_faults(SHIPPED, "csv", options={"x": 1})


@pytest.mark.parametrize("name", sorted(SHIPPED.catalog.renderers))
def test_what_is_shipped_has_no_faults(name: str) -> None:
    """Each keeps to what is asked of plugins."""
    check_renderer(SHIPPED, name, options=ICS if name == "ics" else None)

"""The facade: stages that follow each other, reports that grow, engines that travel."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import strokekit
from strokekit import Engine, InvalidRoutine, PluginError, hookimpl
from strokekit.plugin import Finding, RenderContext, Renderer, Rule, RuleContext, Takes, Technique, Timing

ARTICLE = Path(__file__).parents[1] / "examples" / "routines" / "upper-lower-back.routine.yaml"
SMALL = """\
strokekit: 1
title: Small
contraindications: none_reviewed
sections:
  - id: legs
    position: prone
    steps:
      - {technique: demo.palming, where: calf, repeat: 2}
"""


class Demo:
    """A plugin with a technique, a rule and a renderer."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute one technique."""
        timing = Timing(per="pass", time="2..3..4 s", passes="1..2..3")
        takes = {"where": Takes(needs=True), "repeat": Takes(limits="1..5")}
        return [Technique(id="palming", title="Palming", family="compression", summary="Lean in.", takes=takes, timing=timing)]

    @hookimpl
    def strokekit_rules(self) -> list[Rule]:
        """Contribute one rule."""

        def check(context: RuleContext) -> list[Finding]:
            return [Finding(pointer=step.origin, message=f"{step.technique} needs a mat") for step in context.steps]

        return [Rule(id="mat", title="a mat", check=check)]

    @hookimpl
    def strokekit_renderers(self) -> list[Renderer]:
        """Contribute one renderer."""

        def render(context: RenderContext) -> str:
            return f"{len(context.timeline.cues)} cues"

        return [Renderer(id="count", title="Count", media_type="text/plain", suffix=".txt", render=render)]


DEMO = Demo()


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Make an engine with the demo plugin."""
    return Engine(plugins={"demo": DEMO})


def test_the_eight_lines_of_the_readme() -> None:
    """A file becomes a timeline and a card in five calls."""
    engine = Engine()
    plan = engine.compose(engine.load(ARTICLE)).require()
    timeline = engine.fit(plan).require()
    assert timeline.total == engine.measure(plan).ideal == timeline.cues[-1].end
    assert str(engine.render(timeline, to="markdown")).startswith("# Back massage")


def test_a_plugin_contributes_under_its_namespace(engine: Engine) -> None:
    """A routine can use a plugin's technique; it is timed by its own declaration, and its rule and renderer work."""
    outcome = engine.fit(engine.compose(engine.loads(SMALL, name="small.yaml")))
    assert [str(found) for found in outcome.report] == ["small.yaml:8:9: warning[demo/mat] demo.palming needs a mat"]
    timeline = outcome.require()
    assert (timeline.elastic.min, timeline.total, timeline.elastic.max) == (4_000, 6_000, 8_000)
    assert engine.render(timeline, to="demo.count") == "1 cues"


def test_a_routine_without_its_plugin_is_an_error_with_a_place() -> None:
    """What no plugin contributes is unknown."""
    report = Engine().check(Engine().read_text(SMALL, name="small.yaml"))
    assert [str(found) for found in report] == ["small.yaml:8:21: error[SK401] there is no technique `demo.palming`"]


def test_reports_grow_along_the_stages(engine: Engine) -> None:
    """What an early stage found is still in the report of a late one, and once."""
    loaded = engine.loads(SMALL.replace("contraindications: none_reviewed\n", ""))
    composed = engine.compose(loaded)
    fitted = engine.fit(composed)
    assert {found.name for found in fitted.report} == {"contraindications-unknown", "demo.mat"}
    assert len(fitted.report) == len(composed.report) == 2


def test_an_error_stops_the_value_and_not_the_report(engine: Engine) -> None:
    """A stage that gets nothing gives nothing, with everything that was found."""
    outcome = engine.fit(engine.compose(engine.loads(SMALL.replace("calf", "claf"))))
    assert outcome.value is None
    assert [found.name for found in outcome.report.errors] == ["unknown-region"]
    with pytest.raises(InvalidRoutine, match="there is no region `claf`"):
        outcome.require()


@pytest.mark.parametrize("unknown", ["demo.plaming", "kneadin", "thai.palming"])
def test_steps_that_nobody_knows_leave_a_plan_that_is_not_ok(engine: Engine, unknown: str) -> None:
    """The steps of a technique that is misspelt, or of a missing plugin, are kept; who asks hears that something is wrong."""
    plan = engine.compose(engine.loads(SMALL.replace("demo.palming", unknown)))

    assert plan.value is not None
    assert [found.name for found in plan.report.errors] == ["unknown-technique"]
    assert not plan.ok
    with pytest.raises(InvalidRoutine, match=f"there is no technique `{unknown}`"):
        plan.require()


def test_assumed_times_fill_what_nobody_knows(engine: Engine) -> None:
    """A step without any timing has no timeline, until its time is assumed."""

    class Untimed:
        @hookimpl
        def strokekit_techniques(self) -> list[Technique]:
            return [Technique(id="open", title="Open", family="holding", summary="?", takes={"where": Takes()})]

    engine = Engine(plugins={"demo": Untimed()})
    text = SMALL.replace("{technique: demo.palming, where: calf, repeat: 2}", "{technique: demo.open, id: wait, where: calf}")
    plan = engine.compose(engine.loads(text)).require()
    assert [found.message for found in engine.fit(plan).report] == ["nothing says how long `wait` takes"]
    assert engine.fit(plan, assume={"wait": 5_000}).require().total == 5_000
    assert [found.name for found in engine.fit(plan, assume={"wiat": 5_000}).report] == ["unknown-assumption", "time-unknown"]


def test_an_engine_pickles_as_its_recipe(engine: Engine) -> None:
    """An engine that was used travels to another process and knows the same."""
    assert engine.catalog.fingerprint
    again = pickle.loads(pickle.dumps(engine))  # noqa: S301 - what was pickled a moment ago
    assert again.plugins.keys() == engine.plugins.keys()
    assert again.catalog.fingerprint == engine.catalog.fingerprint
    assert again.catalog.techniques == engine.catalog.techniques


def test_one_engine_serves_many_threads() -> None:
    """Threads that share an engine from its first use get equal results."""
    shared = Engine()
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: shared.fit(shared.compose(shared.load(ARTICLE))).require(), range(16)))
    assert all(timeline == made[0] for timeline in made)


def test_a_broken_plugin_hurts_nobody_and_strict_mode_raises() -> None:
    """The rest of the catalogue works; the problem is noted, or raised by who asks for that."""

    class Broken:
        @hookimpl
        def strokekit_techniques(self) -> list[Technique]:
            raise RuntimeError("no licence")

    plugins = {"bad": Broken(), "demo": DEMO}
    engine = Engine(plugins=plugins)
    assert [problem.message for problem in engine.catalog.problems] == [
        "the plugin bad can't be used: `strokekit_techniques` failed: RuntimeError: no licence"
    ]
    assert engine.catalog.technique("demo.palming") is not None
    with pytest.raises(PluginError, match="no licence"):
        _ = Engine(plugins=plugins, strict=True).catalog


def test_an_unknown_technique_of_a_broken_plugin_says_why() -> None:
    """The diagnostic of an unknown technique carries the problem of the plugin that should have had it."""

    class Broken:
        @hookimpl
        def strokekit_techniques(self) -> list[Technique]:
            raise RuntimeError("no licence")

    report = Engine(plugins={"demo": Broken()}).loads(SMALL).report
    assert report.errors[0].hints[-1] == "the plugin demo can't be used: `strokekit_techniques` failed: RuntimeError: no licence"


def test_any_object_with_hooks_is_a_plugin() -> None:
    """A plugin is a module, an instance, or any object with implementations."""

    def nothing() -> list[Technique]:
        return []

    plugin = SimpleNamespace(strokekit_techniques=hookimpl(specname="strokekit_techniques")(nothing))
    assert Engine(plugins={"empty": plugin}).catalog.problems == ()


def test_the_public_names_are_all_there_and_sorted() -> None:
    """Everything in `__all__` can be loaded, and the list reads like an index."""
    assert all(hasattr(strokekit, name) for name in strokekit.__all__)
    assert strokekit.__all__ == sorted(strokekit.__all__)
    with pytest.raises(AttributeError, match="module 'strokekit' has no attribute 'Motor'"):
        _ = strokekit.Motor


def test_a_module_travels_by_its_name() -> None:
    """An engine with a plugin that is a module pickles too."""
    module = sys.modules[__name__]
    again = pickle.loads(pickle.dumps(Engine(plugins={"here": module})))  # noqa: S301 - what was pickled a moment ago
    assert again.plugins == {"here": module}


@pytest.mark.parametrize("wrong", [-1, "3", 1.5, True], ids=str)
def test_an_assumed_time_is_whole_milliseconds(engine: Engine, wrong: Any) -> None:
    """A wrong call is told so, whatever the plan."""
    plan = engine.compose(engine.loads(SMALL)).require()
    with pytest.raises(strokekit.UsageError, match="assume takes whole milliseconds >= 0"):
        engine.fit(plan, assume={"x": wrong})


def test_an_unknown_back_end_is_refused_at_once() -> None:
    """A misspelt back-end is no surprise for the first file."""
    with pytest.raises(ValueError, match="'backend' must be in"):
        Engine(backend="jsonschema-rust")  # type: ignore[arg-type]

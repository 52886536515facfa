"""Files outlive plugins: what a report says only because a plugin is missing, and what is made of the file all the same."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.diagnostics import Severity
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.model.plan import steps_of
from tests.plugins.plugs import Misspelt, Whole

FILE = """\
strokekit: 1
title: Missing
{head}contraindications: none_reviewed
sections:
  - id: legs
    steps:
      - {step}
      - {{technique: kneading, id: own, where: calf, duration: 1 min}}
"""
UNKNOWN = "{technique: thai.palming, where: thai.sen, tool: thai.knee, pressure: thai.firm, with: {a: 1}, duration: 1 min}"
NO_PLUGIN = "no plugin `thai` is in use: `strokekit plugins` lists those that are found"


def text(step: str = UNKNOWN, head: str = "") -> str:
    """Write a routine."""
    return FILE.format(step=step, head=head)


@pytest.mark.parametrize("missing", ["error", "warn"])
@pytest.mark.parametrize("head", ["", 'requires: {thai: ">=1.2"}\n'], ids=["", "required"])
def test_a_file_outlives_its_plugin(missing: Any, head: str) -> None:
    """The unknown step stays with everything in it, there is a plan, and the weight of what is said is the caller's choice."""
    engine = Engine(missing=missing)
    routine = engine.loads(text(head=head))
    plan = engine.compose(routine)
    checked = engine.check(engine.read_text(text(head=head)))

    assert routine.value is not None
    assert plan.value is not None
    assert [(step.technique, step.known) for step in steps_of(plan.value)] == [("thai.palming", False), ("kneading", True)]
    assert [found.name for found in routine.report] == [
        *(["plugin-missing"] if head else []),
        "unknown-technique",
        "unknown-region",
        "unknown-word",
        "word-has-no-level",
    ]
    assert {found.severity for found in routine.report} == {Severity.ERROR if missing == "error" else Severity.WARNING}
    assert checked == routine.report
    assert checked.ok is (missing == "warn")
    assert [found.hints for found in checked if found.name == "unknown-technique"] == [(NO_PLUGIN,)]


@pytest.mark.parametrize(
    ("step", "name"),
    [
        pytest.param("{technique: kneadin, where: calf}", "unknown-technique", id="misspelt"),
        pytest.param("{technique: other.plaming, where: calf}", "unknown-technique", id="misspelt in a plugin that is there"),
        pytest.param("{technique: thai.palming, where: claf}", "unknown-region", id="misspelt beside an unknown technique"),
        pytest.param("{technique: friction, where: thai.sen}", "unknown-region", id="missing in a known step"),
        pytest.param("{technique: friction, where: calf, tool: thai.knee}", "unknown-word", id="missing tool of a known step"),
    ],
)
def test_mistakes_stay_mistakes(step: str, name: str) -> None:
    """Nothing but what a missing plugin causes becomes lighter: a step that is known must not be done at another place."""
    engine = Engine(plugins={"other": Whole()}, missing="warn")
    report = engine.check(engine.read_text(text(step)))

    assert [found.name for found in report if found.severity is Severity.ERROR] == [name]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("avoid: {spine: no thai.palming}\n", id="a technique that is not to be done"),
        pytest.param("avoid: {thai.sen: keep_off}\n", id="a place to keep off"),
        pytest.param("avoid: {thai.sen: keep_off, spine: no thai.palming}\n", id="both"),
        pytest.param("limits: [{technique: thai.palming, where: thai.sen, duration: 1 min}]\n", id="a limit"),
    ],
)
def test_a_rule_is_never_lost(head: str) -> None:
    """What a routine forbids or limits in words of a missing plugin gives no plan: nobody would keep to it."""
    routine = Engine(missing="warn").loads(text("{technique: friction, where: calf}", head))

    assert (routine.value, routine.report.ok) == (None, False)


def test_a_broken_plugin_counts_as_missing() -> None:
    """What it would have contributed is a warning where that is wanted, and carries what is wrong with it."""
    engine = Engine(plugins={"thai": Misspelt()}, missing="warn")
    report = engine.check(engine.read_text(text("{technique: thai.palming, where: calf}")))

    assert [(found.severity, found.hints) for found in report] == [(Severity.WARNING, (engine.catalog.problems[0].message,))]


def test_missing_has_two_words() -> None:
    """Anything else is a mistake of the calling program."""
    with pytest.raises(UsageError) as raised:
        Engine(missing="ignore")  # type: ignore[arg-type]  # a mistake

    assert str(raised.value) == "missing is 'error' or 'warn', not 'ignore'"

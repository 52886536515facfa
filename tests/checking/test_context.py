"""How rules are run: each by itself, in isolation, with everything they may need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from strokekit.checking import Finding, RuleContext
from strokekit.diagnostics import Severity
from strokekit.engine import Engine
from strokekit.formats.locating import Wrong
from strokekit.plugins.declarations import Rule
from strokekit.plugins.hookspecs import hookimpl
from tests.plans import document


class Plugin:
    """A plugin with one rule."""

    def __init__(self, check: Callable[[RuleContext], Any]) -> None:
        """Take what the rule does."""
        self.rule = Rule(id="mat", title="A mat is needed", check=check)

    @hookimpl
    def strokekit_rules(self) -> list[Rule]:
        """Contribute the rule."""
        return [self.rule]


def reported(check: Callable[[RuleContext], Any]) -> list[str]:
    """Run a rule, beside the built-in ones, over a routine that one of those warns of."""
    engine = Engine(plugins={"x": Plugin(check)})
    return [str(d) for d in engine.compose(engine.loads(document("- {technique: gliding, where: calf}"), name="r.yaml")).report]


BUILT_IN = "r.yaml:8:9: warning[SK512] `gliding` glides on oil or lotion, and none has been applied"


def test_a_finding_is_placed_under_the_rules_own_name() -> None:
    """A rule of a plugin says what it finds in its own words, with a pointer."""
    found = reported(lambda _: [Finding(pointer="/title", message="bring a mat", severity=Severity.ERROR)])

    assert found == ["r.yaml:2:8: error[x/mat] bring a mat", BUILT_IN]


def test_a_rule_may_report_a_code_of_strokekit() -> None:
    """The table of codes is open to plugins' rules."""
    found = reported(lambda _: [Wrong("unknown-id", "/title", facts={"id": "mat"})])

    assert found == ["r.yaml:2:8: error[SK406] nothing here has the id `mat`", BUILT_IN]


def _raise(_: RuleContext) -> list[Finding]:
    raise ValueError("no mat")


@pytest.mark.parametrize(
    ("check", "problem"),
    [
        (_raise, "ValueError: no mat"),
        (lambda _: ["a text"], "TypeError: a rule gives `Finding`, not str"),
        (lambda _: None, "TypeError: 'NoneType' object is not iterable"),
        (lambda _: [Wrong("no-such-code", "")], "KeyError: 'no-such-code'"),
    ],
)
def test_a_broken_rule_is_reported_and_the_others_run(check: Callable[[RuleContext], Any], problem: str) -> None:
    """A rule that raises, or gives what no rule gives, takes nothing down with it."""
    found = reported(check)

    assert BUILT_IN in found
    assert [line for line in found if line != BUILT_IN and f"its rule `x.mat` failed: {problem}" in line] != []


def test_a_rule_sees_steps_plan_catalog_and_measure() -> None:
    """The context holds the plan, its steps, the catalogue and what measures."""
    seen = []

    def check(context: RuleContext) -> list[Finding]:
        seen.append(
            (context.steps[0].technique, context.measure.plan(context.plan).ideal, "kneading" in context.catalog.techniques)
        )
        return []

    reported(check)

    assert seen == [("gliding", 32_000, True)]

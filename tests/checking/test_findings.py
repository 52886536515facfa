"""What rules of plugins give: a finding that can't be used is a problem of its plugin, and everybody else's findings stay."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import Engine
from strokekit.plugin import Finding, Rule
from tests.plugins.plugs import giving

ROUTINE = "strokekit: 1\ntitle: x\nsections: [{id: a, steps: [{technique: kneading, where: calf, duration: 1 min}]}]"


def found(given: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    """Check a routine with a rule that gives this; leave out what strokekit itself says."""
    rule = Rule(id="r", title="R", check=lambda _: given)
    engine = Engine(plugins={"x": giving("strokekit_rules", [rule])})
    report = engine.check(engine.read_text(ROUTINE, name="r"))

    assert "SK703" in {one.code for one in report}
    return [(one.code, one.message, one.hints) for one in report if one.code != "SK703"]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        pytest.param({"pointer": 3}, "it gave a finding with int where a text is expected", id="pointer"),
        pytest.param({"message": None}, "it gave a finding with NoneType where a text is expected", id="message"),
        pytest.param({"hints": (1,)}, "it gave a finding with int where a text is expected", id="hint"),
        pytest.param({"hints": 7}, "TypeError: 'int' object is not iterable", id="hints"),
        pytest.param({"severity": "fatal"}, "it gave a finding whose severity is str, not Severity", id="severity"),
    ],
)
def test_a_finding_that_cannot_be_used(given: dict[str, Any], problem: str) -> None:
    """Its rule has failed, and what strokekit found is still said."""
    finding = Finding(**{"pointer": "", "message": "m", **given})

    assert [said[:2] for said in found([finding])] == [("SK801", f"the plugin x can't be used: its rule `x.r` failed: {problem}")]


def test_a_hint_may_stand_alone() -> None:
    """A text is one hint, not a hint for each letter."""
    assert found([Finding(pointer="", message="m", hints="write it")]) == [("x/r", "m", ("write it",))]  # type: ignore[arg-type]  # as one would

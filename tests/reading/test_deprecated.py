"""A technique that is on its way out: it works, and whoever uses it is told."""

from __future__ import annotations

import pytest

from strokekit import Engine
from strokekit.plugins.bare import plugin_from_text

DATA = """\
techniques:
  - {id: press, title: Press, family: compression, summary: Leaning in., takes: {where: {}}}
  - {id: lean, title: Lean, family: compression, summary: Leaning in., takes: {where: {}}, deprecated: use `own.press`}
  - {id: wait, title: Wait, family: care, summary: Nothing., hands_on: false, takes: {duration: {}}, deprecated: leave it out}
"""
ENGINE = Engine(plugins={"own": plugin_from_text(DATA)}, strict=True)


def text(step: str) -> str:
    """A routine of one step."""
    return f"strokekit: 1\ntitle: T\ncontraindications: none_reviewed\nsections:\n  - id: a\n    steps:\n      - {step}\n"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        pytest.param("{technique: own.press, where: calf}", [], id="its successor"),
        pytest.param(
            "{technique: own.lean, where: calf}",
            ["<text>:7:21: warning[SK428] `own.lean` should not be used any more: use `own.press`"],
            id="a technique",
        ),
        pytest.param(
            "{action: own.wait, duration: 1 min}",
            ["<text>:7:18: warning[SK428] `own.wait` should not be used any more: leave it out"],
            id="an action",
        ),
    ],
)
def test_what_is_deprecated_warns(step: str, expected: list[str]) -> None:
    """The warning stands at its name, and says what the author asks for instead."""
    assert [str(found) for found in ENGINE.check(ENGINE.read_text(text(step)))] == expected


def test_what_is_deprecated_is_still_read_whole() -> None:
    """Its fields are checked and its steps composed, as before."""
    lean = text("{technique: own.lean, where: calf, duration: 1 min}")
    plan = ENGINE.compose(ENGINE.loads(lean)).require()
    assert ENGINE.measure(plan).ideal == 60_000

    wrong = ENGINE.check(ENGINE.read_text(lean.replace("duration: 1 min", "hold: 3 s")))
    assert [found.name for found in wrong] == ["deprecated", "dose-not-taken"]

"""What contradicts itself in a declaration: said of a file at its place, and of Python with the declaration and the field."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.engine import Engine
from strokekit.plugins.bare import plugin_from_text
from strokekit.plugins.declarations import GROUPS, Demand, Region, Rule, Scale, Word
from tests.plugins.plugs import giving

SCALE = 'scales: [{id: soft_hard, title: S, low: "1", high: "3", words: '
RULE = "rules: [{id: calm, title: Calm, limits: {repeat: 1..3}, "
FILLED = "there are `{technique}`, `{found}`, `{limit}`; write a brace as `{{`"


@pytest.mark.parametrize(
    ("text", "place", "problem", "hints"),
    [
        pytest.param(SCALE + '{soft: "4"}}]', "1:71", "`4` is off the scale, which runs from 1 to 3", (), id="a level too high"),
        pytest.param(
            SCALE + "{soft: 0..2}}]", "1:71", "`0..2` is off the scale, which runs from 1 to 3", (), id="a level too low"
        ),
        pytest.param(
            SCALE + "{soft: 3..2}}]",
            "1:71",
            "`3..2` runs from the larger to the smaller",
            ("write `2..3`",),
            id="a level upside down",
        ),
        pytest.param(
            SCALE + "{deeper: 2..3}}]",
            "1:65",
            "`deeper` is a word of the grammar",
            ("use another word",),
            id="a pressure word of the grammar",
        ),
        pytest.param(
            SCALE + "{very soft: 2..3}}]",
            "1:65",
            "`very soft` is no pressure word: small letters, digits and `_`",
            (),
            id="a pressure word of two",
        ),
        pytest.param(
            'scales: [{id: soft_hard, title: S, low: "3", high: "1"}]',
            "1:52",
            "the scale runs from `3` to `1`, which is lower",
            ("swap `low` and `high`",),
            id="a scale upside down",
        ),
        pytest.param(
            "regions: [{id: row, title: R, count: 3, joints: [1, 2]}]",
            "1:49",
            "`joints` has 2 of 3 numbers",
            ("give one for each member, the first member first",),
            id="too few joints",
        ),
        pytest.param(
            "regions: [{id: digit, title: D, joints: [0]}]", "1:42", "`0` is no number of joints", (), id="a digit without joints"
        ),
        pytest.param(
            "regions: [{id: row, title: R, count: -1}]", "1:38", "`-1` is no number of members", (), id="less than no members"
        ),
        pytest.param(RULE + "message: 'a { b'}]", "1:66", "`a { b` is no placeholder", (FILLED,), id="a lone brace"),
        pytest.param(RULE + "hint: '}'}]", "1:63", "`}` is no placeholder", (FILLED,), id="a lone closing brace"),
        pytest.param(RULE + "hint: '{found:d}'}]", "1:63", "`{found:d}` is no placeholder", (FILLED,), id="a format for numbers"),
        pytest.param(
            "rules: [{id: calm, title: 'Calm {', limits: {repeat: 1..3}}]",
            "1:27",
            "`Calm {` is no placeholder",
            (FILLED,),
            id="a lone brace in the title that is the message",
        ),
    ],
)
def test_a_file_that_contradicts_itself(text: str, place: str, problem: str, hints: tuple[str, ...]) -> None:
    """It is said when the plugin is loaded, with line and column."""
    (found,) = Engine(plugins={"p": plugin_from_text(text, name="p.yaml")}).catalog.problems

    assert str(found) == f"p.yaml:{place}: warning[SK802] this declaration can't be used: {problem}"
    assert found.hints == (*hints, "this stands in the plugin p")


@pytest.mark.parametrize(
    ("hook", "value", "problem"),
    [
        pytest.param(
            "strokekit_words",
            Word(id="bamboo", group="tols", title="Bamboo"),
            "in the word `bamboo`, `group`: `tols` is no vocabulary (did you mean `tool`?)",
            id="a vocabulary misspelt",
        ),
        pytest.param(
            "strokekit_words",
            Word(id="bamboo", group="zz", title="Bamboo"),
            f"in the word `bamboo`, `group`: `zz` is no vocabulary (they are {', '.join(f'`{name}`' for name in GROUPS)})",
            id="a vocabulary that nobody knows",
        ),
        pytest.param(
            "strokekit_scales",
            Scale(id="s", title="S", low="1", high="3", words={"soft": "4"}),
            "in the scale `s`, `words.soft`: `4` is off the scale, which runs from 1 to 3",
            id="a level off its scale",
        ),
        pytest.param(
            "strokekit_regions",
            Region(id="over", title="Over"),
            "in the region `over`, `id`: `over` is a word of the grammar (use another word)",
            id="a region that no literal can hold",
        ),
        pytest.param(
            "strokekit_rules",
            Rule(id="calm", title="Calm", check=Demand(limits={"repeat": "1..3"}, message={"de": "{"})),
            f"in the rule `calm`, `message.de`: `{{` is no placeholder ({FILLED})",
            id="a lone brace",
        ),
    ],
)
def test_python_that_contradicts_itself(hook: str, value: Any, problem: str) -> None:
    """The declaration is left out, and the problem names it and the field."""
    catalog = Engine(plugins={"p": giving(hook, [value])}).catalog

    assert [found.message for found in catalog.problems] == [f"the plugin p can't be used: {problem}"]
    assert not any(owner.namespace == "p" for owner in catalog.owners.values())


def test_what_holds_is_let_in() -> None:
    """A scale of one level, a digit with its joints, a title with braces beside a message: nothing is said of them."""
    values = {
        "strokekit_scales": Scale(id="s", title="S", low="3", high="3", words={"soft": "3"}),
        "strokekit_regions": Region(id="digit", title="D", joints=(2,)),
        "strokekit_rules": Rule(id="r", title="{", check=Demand(limits={"repeat": "1..3"}, message="{{ {found:>9} {limit}")),
    }

    assert [Engine(plugins={"p": giving(hook, [value])}).catalog.problems for hook, value in values.items()] == [(), (), ()]

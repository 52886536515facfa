"""Rules without code about the therapist's load: what they allow, and what nobody says."""

from __future__ import annotations

import pytest

from strokekit.checking.context import RuleContext
from strokekit.engine import Engine
from strokekit.plugins.bare import plugin_from_text
from strokekit.timing.measure import Measure
from tests.plans import document, engine, plan_of

THUMBS = "{technique: kneading, where: thigh, tool: thumbs, duration: 8 min}"
TIPS = "{technique: kneading, where: calf, tool: thumb_tips, duration: 3 min}"
UNSAID = "{technique: kneading, where: calf, duration: 4 min}"
STANDING = "{technique: kneading, where: calf, therapist: standing at head, duration: 4 min}"
SITTING = "{technique: kneading, where: calf, therapist: sitting at foot, duration: 3 min}"
WORDS = "message: '{technique} has {found}, wanted is {limit}'"
OWN = "the rule comes from the house, 2026 (own practice)"


def says(rule: str, *steps: str) -> list[str]:
    """Give what a rule finds in a routine of these steps: line of the step, weight, words and first hint."""
    whose = "provenance: {kind: own_practice, source: the house, date: '2026'}"
    text = f"rules:\n  - {{id: r, title: The rule, {WORDS}, {whose}, {rule}}}\n"
    made = Engine(plugins={"p": plugin_from_text(text, name="p.yaml")}, strict=True)
    report = made.check(made.read_text(document("\n".join(f"- {step}" for step in steps)), name="r"))
    return [
        f"{max(found.span.line - 7, 0) if found.span else 0} {found.severity}: {found.message} ({found.hints[0]})"
        for found in report
        if found.code == "p/r"
    ]


@pytest.mark.parametrize(
    ("rule", "steps", "expected"),
    [
        pytest.param("load: {tool: {thumb: ..10 min}}", (THUMBS,), [], id="less than allowed"),
        pytest.param(
            "load: {tool: {thumb: ..10 min}}",
            (TIPS, THUMBS),
            [f"2 warning: thumb has 11 min, wanted is at most 10 min ({OWN})"],
            id="more, with tips and pads, at the step that has most",
        ),
        pytest.param(
            "load: {tool: {thumb: ..10 min}}, severity: error",
            (TIPS, THUMBS),
            [f"2 error: thumb has 11 min, wanted is at most 10 min ({OWN})"],
            id="as an error",
        ),
        pytest.param(
            "load: {tool: {thumb: ..10 min}}, severity: error",
            (THUMBS, UNSAID),
            ["1 hint: thumb has 8 min to 12 min, wanted is at most 10 min (of 4 min nobody says whether they count)"],
            id="perhaps more, by what nobody says",
        ),
        pytest.param("load: {tool: {thumb_tip: ..2 min}}", (THUMBS,), [], id="another tool"),
        pytest.param(
            "load: {tool: {forearm: 2 min..}}",
            (THUMBS,),
            [f"0 warning: forearm has 0 s, wanted is at least 2 min ({OWN})"],
            id="too little",
        ),
        pytest.param(
            "load: {tool: {forearm: 2 min..}}",
            (THUMBS, UNSAID),
            ["0 hint: forearm has at most 4 min, wanted is at least 2 min (of 4 min nobody says whether they count)"],
            id="perhaps enough",
        ),
        pytest.param(
            "load: {stance: {standing: ..3 min}}",
            (STANDING, SITTING),
            [f"1 warning: standing has 4 min, wanted is at most 3 min ({OWN})"],
            id="a stance",
        ),
        pytest.param(
            "load: {static: ..5 min}",
            (STANDING, "{technique: kneading, where: thigh, duration: 2 min}"),
            [f"1 warning: static has 6 min, wanted is at most 5 min ({OWN})"],
            id="a stretch without a change",
        ),
        pytest.param(
            "load: {static: ..5 min}",
            (THUMBS,),
            ["1 hint: static has at most 8 min, wanted is at most 5 min (of 8 min nobody says whether they count)"],
            id="a stretch of which nobody says how",
        ),
        pytest.param("load: {static: ..1 min}", ("{action: dim_lights}",), [], id="no stretch at all"),
        pytest.param(
            "load: {therapist_changes: 2..}",
            (STANDING, SITTING),
            [f"0 warning: therapist changes has 1, wanted is at least 2 ({OWN})"],
            id="too few changes",
        ),
        pytest.param(
            "load: {therapist_changes: 2..}",
            (THUMBS, STANDING, SITTING),
            ["0 hint: therapist changes has 1, wanted is at least 2 (not every step says so, and there may be more)"],
            id="perhaps more changes",
        ),
        pytest.param(
            "load: {turn_overs: ..1}",
            tuple(
                f"{{technique: kneading, where: thigh, duration: 1 min, position: {pose}}}"
                for pose in ("prone", "supine", "prone")
            ),
            [f"0 warning: turn overs has 2, wanted is at most 1 ({OWN})"],
            id="turning over",
        ),
        pytest.param("load: {client_changes: ..1}", (THUMBS,), [], id="no change"),
        pytest.param(
            "applies: {technique: stroking}, load: {tool: {thumb: ..1 min}}", (THUMBS,), [], id="a rule for other steps"
        ),
    ],
)
def test_what_a_rule_says(rule: str, steps: tuple[str, ...], expected: list[str]) -> None:
    """A limit that is passed for certain has the rule's weight; one that may be passed is a hint with the reason."""
    assert says(rule, *steps) == expected


def test_a_rule_that_asks_for_nothing_is_refused() -> None:
    """An empty `load` is no rule."""
    made = Engine(plugins={"p": plugin_from_text("rules:\n  - {id: r, title: x, load: {}}\n", name="p.yaml")})

    assert [found.message for found in made.catalog.problems if "a rule needs" in found.message] != []


@pytest.mark.parametrize(
    ("load", "problem"),
    [
        ("{tool: {thumb: ..10 minutes}}", "minutes"),
        ("{tool: {thum: ..10 min}}", "thum"),
        ("{stance: {hovering: ..10 min}}", "hovering"),
        ("{static: soon}", "soon"),
        ("{turn_overs: lots}", "lots"),
        ("{thumbs: ..1 min}", "thumbs"),
    ],
)
def test_mistakes_in_a_rule_are_found(load: str, problem: str) -> None:
    """A misspelt tool, an amount that can't be read, a key that there is not: each is reported before any routine is checked."""
    made = Engine(plugins={"p": plugin_from_text(f"rules:\n  - {{id: r, title: x, load: {load}}}\n", name="p.yaml")})
    found = made.check_plugins()

    assert [one.message for one in found if f"`{problem}`" in one.message or f"`{problem}`" in (one.found or "")] != []


def test_a_rule_in_python_asks_for_the_load() -> None:
    """The context has the timeline and the load; while a time is unknown it has neither."""
    known, unknown = (plan_of(document(f"- {step}")) for step in (THUMBS, "{technique: x.bare, where: calf}"))
    contexts = [
        RuleContext(plan=plan, catalog=engine().catalog, measure=Measure(engine().catalog, of=plan)) for plan in (known, unknown)
    ]

    assert contexts[0].load is not None
    assert (contexts[0].load.thumbs.ms, contexts[0].load is contexts[0].load) == (480_000, True)
    assert (contexts[1].timeline, contexts[1].load) == (None, None)


def test_a_tool_of_the_plugin_itself() -> None:
    """A rule may name its own plugin's tools and stances bare, as elsewhere in its file."""
    words = "words: {tool: [{id: roller, title: Roller}], stance: [{id: perched, title: Perched}]}"
    rule = "rules: [{id: r, title: x, message: '{technique}', load: {tool: {roller: ..1 min}, stance: {perched: ..1 min}}}]"
    made = Engine(plugins={"p": plugin_from_text(f"{words}\n{rule}\n", name="p.yaml")}, strict=True)
    step = "- {technique: kneading, where: calf, tool: p.roller, therapist: p.perched at head, duration: 2 min}"
    report = made.check(made.read_text(document(step), name="r"))

    assert (made.check_plugins().ok, [found.message for found in report if found.code == "p/r"]) == (
        True,
        ["p.perched", "p.roller"],
    )

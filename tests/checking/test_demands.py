"""Rules without code: what they ask for, of which steps, and what they say."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from strokekit.plugins.bare import plugin_from_text

TECHNIQUES = """
techniques:
  - id: placing
    title: Placing a stone
    family: placing
    summary: x
    hands_on: false
    takes: {thing: {}, where: {}}
    parameters: {heat: {type: quantity, role: temperature}}
regions:
  - {id: line, title: Line, part_of: lower_limb, lies_in: [calf], positions: [supine]}
"""


def says(rule: str, steps: str, **document: str) -> list[str]:
    """Check a routine of these steps with a plugin of one rule; give what the rule finds."""
    plugin = plugin_from_text(f"{TECHNIQUES}rules:\n  - {{id: r, title: The rule, {rule}}}\n", name="p.yaml")
    engine = Engine(plugins={"p": plugin}, strict=True)
    more = "".join(f"{key}: {value}\n" for key, value in document.items())
    head = f"strokekit: 1\ntitle: x\ncontraindications: none_reviewed\n{more}sections:\n"
    text = f"{head}- {{id: a, phase: main, steps: [\n{steps}\n]}}\n"
    first = text.splitlines().index("- {id: a, phase: main, steps: [") + 1
    report = engine.check(engine.read_text(text, name="r"))
    assert [str(found) for found in report if found.name not in {"p.r", *IGNORED}] == []
    return [
        f"{found.span.line - first}:{found.span.column} {found.severity}: {found.message}"
        for found in report
        if found.code == "p/r" and found.span
    ]


IGNORED = {"lubricant-missing", "dose-not-taken"}
OIL = "applies: {hands_on: true}, forbids: [{lubricant: any}]"
KNEAD = "{technique: kneading, where: calf}"


@pytest.mark.parametrize(
    ("rule", "steps", "expected"),
    [
        pytest.param(OIL, KNEAD, [], id="nothing said of a lubricant"),
        pytest.param(OIL, "{technique: kneading, where: calf, lubricant: none}", [], id="a lubricant that is ruled out"),
        pytest.param(
            OIL, "{technique: kneading, where: calf, lubricant: oil}", ["1:47 warning: The rule"], id="a lubricant, at its place"
        ),
        pytest.param(
            OIL,
            "{action: rest_client, duration: 1 min, lubricant: oil},\n" + KNEAD,
            ["2:1 warning: The rule"],
            id="a lubricant from an earlier step",
        ),
        pytest.param(
            "applies: {hands_on: true}, requires: [{lubricant: none}]",
            KNEAD,
            ["1:1 warning: The rule"],
            id="silence is no `none`",
        ),
        pytest.param(
            "applies: {technique: kneading}, forbids: [{tool: elbow}], severity: error, message: 'no {found} for {technique}'",
            "{technique: kneading, where: calf, tool: elbows}",
            ["1:42 error: no elbow for kneading"],
            id="a tool in the plural, in words",
        ),
        pytest.param(
            "applies: {technique: kneading}, forbids: [{tool: elbow}], severity: error",
            "{technique: kneading, where: calf, tool: hands or elbows}",
            ["1:42 warning: The rule"],
            id="one of two tools is no error yet",
        ),
        pytest.param(
            "applies: {family: petrissage}, requires: [{tool: hand}]",
            "{technique: kneading, where: calf, tool: hands or elbows}",
            ["1:1 warning: The rule"],
            id="what is required holds in every alternative",
        ),
        pytest.param(
            "forbids: [{position: prone}]",
            "{technique: kneading, where: calf, position: prone}",
            ["1:46 warning: The rule"],
            id="a position",
        ),
        pytest.param("forbids: [{region: lower_limb}]", KNEAD, ["1:30 warning: The rule"], id="inside a region"),
        pytest.param(
            "forbids: [{region: line}]", "{technique: kneading, where: p.line}", ["1:30 warning: The rule"], id="an own region"
        ),
        pytest.param("forbids: [{region: foot}]", KNEAD, [], id="beside a region"),
        pytest.param(
            "forbids: [{region: knee}], severity: error",
            "{technique: gliding, path: ankle -> hip}",
            ["1:28 error: The rule"],
            id="a path that leads over a region",
        ),
        pytest.param("applies: {phase: finish}, forbids: [{hands_on: true}]", KNEAD, [], id="another phase"),
        pytest.param(
            "applies: {purpose: relief}, forbids: [{hands_on: true}]",
            "{technique: kneading, where: calf, purpose: relief}",
            ["1:1 warning: The rule"],
            id="a purpose",
        ),
        pytest.param(
            "applies: {technique: placing}, requires: [{at: before, technique: cover}]",
            "{action: p.placing, thing: stone}",
            ["1:1 warning: The rule"],
            id="nothing before",
        ),
        pytest.param(
            "applies: {technique: placing}, requires: [{at: before, technique: cover}]",
            "{action: cover, where: back, thing: towel},\n{action: p.placing, thing: stone}",
            [],
            id="something before",
        ),
        pytest.param(
            "applies: {technique: placing}, requires: [{at: before, technique: cover}], severity: error",
            "{action: cover, where: back, thing: towel, optional: true},\n{action: p.placing, thing: stone}",
            ["2:1 warning: The rule"],
            id="something before that may be left out",
        ),
        pytest.param(
            "applies: {technique: placing}, requires: [{at: after, technique: remove}], severity: error",
            "{action: p.placing, thing: stone}",
            ["1:1 error: The rule"],
            id="nothing after",
        ),
        pytest.param(
            "applies: {technique: kneading}, limits: {repeat: ..4}, message: '{found} is more than {limit}'",
            "{technique: kneading, where: calf, repeat: 3..6}",
            ["1:44 warning: 3..6 is more than ..4"],
            id="a dose outside its range",
        ),
        pytest.param(
            "applies: {technique: kneading}, limits: {repeat: ..4}",
            "{technique: kneading, where: calf, repeat: 3..4}",
            [],
            id="a dose within its range",
        ),
        pytest.param(
            "applies: {technique: placing}, limits: {temperature: ..50 °C}, severity: error, message: '{found}, at most {limit}'",
            "{action: p.placing, thing: stone, with: {heat: 55 °C}}",
            ["1:48 error: 55 °C, at most ..50 °C"],
            id="a parameter by its role",
        ),
    ],
)
def test_rules_without_code(rule: str, steps: str, expected: list[str]) -> None:
    """Each finding stands at the step, or at what the step says, with the weight of the rule unless it may not be so."""
    assert says(rule, steps) == expected


def test_the_recipient_is_asked() -> None:
    """A rule can speak of who receives the routine, in whatever form the routine says it."""
    rule = "applies: {recipient: pregnant}, forbids: [{position: prone}]"
    step = "{technique: kneading, where: calf, position: prone}"

    assert says(rule, step, recipient="pregnant") == ["1:46 warning: The rule"]
    assert says(rule, step, recipient="{kind: adult, pregnant: true}") == ["1:46 warning: The rule"]
    assert says(rule, step, recipient="adult") == []


def test_the_temperature_of_equipment() -> None:
    """What the equipment says of a thing holds where the thing is used."""
    plugin = plugin_from_text(
        f"{TECHNIQUES}rules: [{{id: r, title: Too hot, applies: {{thing: stone}}, limits: {{temperature: ..50 °C}}}}]",
        name="p.yaml",
    )
    engine = Engine(plugins={"p": plugin}, strict=True)
    text = (
        "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\nequipment: {stone: {temperature: 60 °C}}\n"
        "sections: [{id: a, steps: [{action: p.placing, thing: stone}]}]"
    )

    assert [str(found) for found in engine.check(engine.read_text(text, name="r"))] == [
        "r:4:34: warning[p/r] Too hot",
    ]


def test_a_finding_says_where_its_rule_comes_from() -> None:
    """Hint, source and date stand beside the message, in the language of the routine where there are words in it."""
    plugin = plugin_from_text(
        """
rules:
  - id: no_oil
    title: {en: No oil, de: Kein Öl}
    forbids: [{lubricant: oil}]
    hint: {en: "write `lubricant: none`", de: "schreibe `lubricant: none`"}
    provenance: {kind: teacher, source: course notes, date: "2026-03-01"}
""",
        name="p.yaml",
    )
    engine = Engine(plugins={"p": plugin}, strict=True)
    text = (
        "strokekit: 1\ntitle: x\nlanguage: de\ncontraindications: none_reviewed\n"
        "sections: [{id: a, steps: [{technique: kneading, where: calf, lubricant: oil}]}]"
    )
    (found,) = engine.check(engine.read_text(text, name="r"))

    assert (found.message, found.hints) == (
        "Kein Öl",
        ("schreibe `lubricant: none`", "the rule comes from course notes, 2026-03-01 (teacher)"),
    )

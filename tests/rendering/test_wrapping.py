"""The text card stays within 80 columns, and says what several steps share once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from strokekit import Engine
from strokekit.plugins.bare import plugin_from_text
from strokekit.rendering.wrapping import WIDTH, wrap
from tests.rendering.hostile import article, engine, nasty, timeline

ROUTINES = sorted((Path(__file__).parents[2] / "examples" / "routines").glob("*.routine.yaml"))


def wide(card: str) -> list[str]:
    """Give the lines that are too wide, but for those that hold one long word, such as an address."""
    return [line for line in card.splitlines() if len(line) > WIDTH and " " in line.strip()]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_no_line_of_a_card_is_too_wide(path: Path, language: str) -> None:
    """Every example fits a page and a terminal."""
    plan = engine().compose(engine().load(path)).value
    assert plan is None or wide(str(engine().render(plan, to="text", language=language))) == []


def test_a_hostile_card_is_not_too_wide_either() -> None:
    """However long its texts are."""
    assert wide(str(engine().render(timeline(nasty()), to="text"))) == []


@pytest.mark.parametrize(
    ("text", "indent", "hang", "expected"),
    [
        pytest.param("short", 2, 4, "  short", id="what fits"),
        pytest.param("a " * 50, 4, 2, f"    {'a ' * 37}a\n      {'a ' * 11}a", id="what does not"),
        pytest.param("x" * 90 + " y", 0, 4, f"{'x' * 90}\n    y", id="a long word"),
        pytest.param("", 4, 4, "", id="nothing"),
        pytest.param("deep", 90, 4, f"{' ' * 40}deep", id="too deep: half of the width is left"),
    ],
)
def test_wrapping(text: str, indent: int, hang: int, expected: str) -> None:
    """Later lines hang below the first."""
    assert wrap(text, indent, hang) == expected


def test_a_caution_is_said_in_full_once() -> None:
    """Later steps name it and lead to the first that has it; a line for all that a step repeats."""
    lines = [line.strip() for line in str(engine().render(article(), to="text")).splitlines()]

    assert [line for line in lines if line.startswith("Cautions: ")] == [
        "Cautions: nobody has reviewed what calls for care in gliding, kneading",
        "Cautions: allergy to a product: do not do this (nut oil, for example) [1]",
        "Cautions: spine: no pressure there (said of circles on the lower back) [2]",
        "Cautions: spine (see 2.3)",
        "Cautions: spine (see 2.3)",
        "Cautions: anticoagulants or a bleeding disorder: ask a doctor first (weak",
    ]


def test_the_sides_of_a_pair_still_mirror_each_other() -> None:
    """What is said once does not keep a card from seeing that two passes are alike."""
    steps = [{"technique": "circles", "where": "calf", "duration": "1 min"}]
    data = {"strokekit": 1, "title": "T", "contraindications": "none_reviewed"}
    made = str(engine().render(timeline({**data, "sections": [{"id": "s", "sides": "each", "steps": steps}]}), to="text"))

    assert made.count("no pressure there") == 1
    assert "Steps: the mirror image of the left side" in made


OWN = """\
techniques:
  - id: press
    title: Press
    family: compression
    summary: Presses.
    takes: {where: {}, duration: {}}
    timing: {per: once, time: 10 s}
    parameters:
      heat: {type: quantity, title: Heat}
      back: {type: boolean, title: And back}
      often: {type: count, title: Often}
      long: {type: duration, title: Long}
      site: {type: place, title: Site}
      firm: {type: pressure, title: Firm}
      grip: {type: choice, title: Grip, choices: [flat_hand, fist]}
      word: {type: text, title: Word}
"""


@pytest.mark.parametrize(
    ("written", "line"),
    [
        pytest.param("heat: 118..122 °F", "Heat: 118–122 °F", id="an amount"),
        pytest.param("back: false", "And back: no", id="no"),
        pytest.param("back: true", "And back: yes", id="yes"),
        pytest.param("often: 3..5", "Often: 3–5 times", id="a count"),
        pytest.param("long: 90 s", "Long: 1 min 30 s", id="a time"),
        pytest.param("site: left calf", "Site: left calf", id="a place"),
        pytest.param("firm: gentle", "Firm: gentle (Walton 1–2)", id="a pressure"),
        pytest.param("grip: flat_hand", "Grip: flat hand", id="a choice"),
        pytest.param("word: a_b", "Word: a_b", id="a text"),
    ],
)
def test_a_parameter_is_said_in_words(written: str, line: str) -> None:
    """A technique's own values are read as what they are declared to be, and said as a dose is."""
    made = Engine(plugins={"own": plugin_from_text(OWN)}, strict=True)
    text = f"{{technique: own.press, where: calf, with: {{{written}}}}}"
    head = "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\n"
    plan = made.compose(made.loads(f"{head}sections: [{{id: a, steps: [{text}]}}]\n")).require()

    assert f"    {line}\n" in str(made.render(plan, to="text"))


def test_a_thing_is_named_once() -> None:
    """What is prepared of it, and where it lies, stands in one line."""
    steps = [{"technique": "kneading", "where": "calf"}]
    section = {"id": "s", "bolsters": ["pillow under ankle"], "lubricant": "warm oil", "steps": steps}
    data = {"strokekit": 1, "title": "T", "contraindications": "none_reviewed", "sections": [section]}
    data |= {"equipment": {"pillow": 2, "towel": {"count": 3, "note": "One is folded."}}}
    made = str(engine().render(timeline(data), to="text"))

    assert re.findall(r"^\[ \] (.*)$", made, re.MULTILINE) == [
        "warm oil",
        "pillow: 2 of them, under the ankles",
        "towel: 3 of them – One is folded.",
    ]


def test_a_title_in_two_parts_takes_its_plural_before_the_comma() -> None:
    """`bladder channels, back`, not `bladder channel, backs`."""
    own = "regions: [{id: channel, title: 'Bladder channel, back', part_of: back, sides: paired}]\n"
    made = Engine(plugins={"own": plugin_from_text(own)}, strict=True)
    head = "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\n"
    steps = "[{technique: kneading, where: own.channel}]"
    plan = made.compose(made.loads(f"{head}sections: [{{id: a, steps: {steps}}}]\n")).require()

    assert "    Where: bladder channels, back\n" in str(made.render(plan, to="text"))

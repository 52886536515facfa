"""The canonical layout of routine files: order, literals, and what is not known."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine

ENGINE = Engine()


def fmt(text: str, name: str = "r.yaml") -> str:
    """Lay a routine out."""
    return ENGINE.fmt(ENGINE.read_text(text, name=name)).require()


MESSY = """\
# yaml-language-server: $schema=routine.schema.json
title: 'Calves'
# the version
strokekit: 1
values: {passes: {type: count, default: 3}}
claims: [{text: eases, id: ease, by: book}]
sections:
- phase: main
  # what is done
  steps:
  - where: calf # both
    repeat: {min: 3, max: 5}
    id: knead
    technique: kneading
  - {technique: thai.palming,   where:   'calf', id: palm} # theirs


  - say: 'Fine?'
  wher: [ 1,2 ] # misspelt
  x-own: {b:   1}
  id: legs
"""


def test_a_routine_is_laid_out() -> None:
    """Keys in order with their comments, compact literals, one way to write; what is not known as it was written."""
    assert fmt(MESSY) == (
        "# yaml-language-server: $schema=routine.schema.json\n"
        "# the version\n"
        "strokekit: 1\n"
        "title: Calves\n"
        "values:\n"
        "  passes: {type: count, default: 3}\n"
        "sections:\n"
        "  - id: legs\n"
        "    phase: main\n"
        "    # what is done\n"
        "    steps:\n"
        "      - technique: kneading\n"
        "        id: knead\n"
        "        where: calf # both\n"
        "        repeat: 3..5\n"
        "      - {technique: thai.palming,   where:   'calf', id: palm} # theirs\n"
        "\n"
        '      - {say: "Fine?"}\n'
        "    wher: [ 1,2 ] # misspelt\n"
        "    x-own: {b:   1}\n"
        "claims: [{id: ease, text: eases, by: book}]\n"
    )


def test_json_is_laid_out_in_the_same_order() -> None:
    """JSON has the order of YAML, and a line for each part."""
    assert fmt('{"title": "Feet", "strokekit": 1, "sections": []}', "r.json") == (
        '{\n  "strokekit": 1,\n  "title": "Feet",\n  "sections": []\n}\n'
    )


def routine(step: str) -> str:
    """Put a step into a routine in its layout."""
    return f"strokekit: 1\ntitle: Calves\nsections:\n  - id: legs\n    steps:\n      - {{say: Now., id: now}}\n      - {step}\n"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        pytest.param(
            "{technique: kneading, id: a, repeat: {min: 3, max: 5}}", "{technique: kneading, id: a, repeat: 3..5}", id="range"
        ),
        pytest.param(
            "{technique: kneading, id: a, where: {region: calf, side: left}}",
            "{technique: kneading, id: a, where: left calf}",
            id="place",
        ),
        pytest.param(
            "{technique: kneading, id: a, tool: {any: [thumbs, palms]}}",
            "{technique: kneading, id: a, tool: thumbs or palms}",
            id="join",
        ),
        pytest.param(
            "{technique: kneading, id: a, where: [{region: calf}, foot]}",
            "{technique: kneading, id: a, where: [calf, foot]}",
            id="list",
        ),
        pytest.param(
            "{technique: kneading, repeat: {min: 3, max: 5}}", "{technique: kneading, repeat: {min: 3, max: 5}}", id="no id"
        ),
        pytest.param(
            "{technique: kneading, id: a, repeat: {min: 3, max: 5, by: tolerance}}",
            "{technique: kneading, id: a, repeat: {min: 3, max: 5, by: tolerance}}",
            id="more than compact text can say",
        ),
        pytest.param(
            "{technique: kneading, id: a, repeat: {min: 3, max: 5, x-own: 1}}",
            "{technique: kneading, id: a, repeat: {min: 3, max: 5, x-own: 1}}",
            id="an x- key inside",
        ),
        pytest.param(
            "{technique: kneading, id: a, repeat: {min: 3, max: $most}}",
            "{technique: kneading, id: a, repeat: {min: 3, max: $most}}",
            id="a value inside",
        ),
        pytest.param(
            "{technique: kneading, id: a, repeat: {min: 5, max: 3}}",
            "{technique: kneading, id: a, repeat: {min: 5, max: 3}}",
            id="a mistake inside",
        ),
    ],
)
def test_a_long_literal_is_written_compactly_where_both_say_the_same(step: str, expected: str) -> None:
    """A long form with a compact equal gives way to it, if nothing is lost and no name is made of its text."""
    assert fmt(routine(step)) == routine(expected)


def test_a_comment_inside_keeps_a_long_literal_long() -> None:
    """A long form with a comment in it stays, for the comment has no other place."""
    text = routine("technique: kneading\n        id: a\n        repeat:\n          min: 3 # at least\n          max: 5")

    assert fmt(text) == text


def test_aliases_keep_their_places() -> None:
    """Where aliases are used nothing changes places, for an anchor must stand before them."""
    head = "title: Calves\nstrokekit: 1\nsections:\n  - id: legs\n    x-a: &a 1\n"
    text = f"{head}    steps: [&s {{where: calf, technique: kneading}}, *s]\n"

    assert fmt(text) == f"{head}    steps:\n      - &s {{where: calf, technique: kneading}}\n      - *s\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: [1", "r.yaml:1:6: error[SK102]", id="no YAML"),
        pytest.param("strokekit: 1\nstrokekit: 1\n", "r.yaml:2:1: error[SK103]", id="a duplicate key"),
        pytest.param("strokekit: 2\n", "r.yaml:1:12: error[SK208]", id="a later version"),
        pytest.param("strokekit: 0\n", "r.yaml:1:12: error[SK215]", id="an older version"),
    ],
)
def test_what_is_not_understood_is_left_alone(text: str, expected: str) -> None:
    """A text with errors, or of another version, has no layout, and the report says why."""
    made = ENGINE.fmt(ENGINE.read_text(text, name="r.yaml"))

    assert made.value is None
    assert [str(error).partition(" ")[0] + " " + str(error).split(" ")[1] for error in made.report.errors] == [expected]


def test_other_mistakes_are_no_hindrance() -> None:
    """A routine that says something impossible is laid out all the same."""
    assert fmt("{title: 3, strokekit: 1, foo: bar}") == "strokekit: 1\ntitle: 3\nfoo: bar\n"

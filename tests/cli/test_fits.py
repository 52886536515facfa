"""`--fit`, `--slot`, `--table`, `--wish` and `--work` of `strokekit time` and `strokekit render`."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import strokekit

ROUTINE = """\
strokekit: 1
title: Legs
contraindications: none_reviewed
booking: {slot: 20 min, before: 3 min, after: 2 min}
stated_total: 10 min
sections:
  - {id: room, phase: preparation, steps: [{action: dim_lights, id: lights, duration: 1 min}]}
  - id: legs
    position: prone
    steps:
      - {technique: kneading, id: knead, where: calf, duration: 2..8 min}
      - {technique: circles, id: rub, where: thigh, duration: 1..7 min}
      - {technique: hacking, id: tap, where: thigh, duration: 1 min, optional: true, priority: low}
"""
"""By itself 11 minutes: 1 of preparation, 5, 4 and 1 of work."""


@pytest.mark.parametrize(
    ("asked", "column"),
    [
        (["--fit", "11min"], ["1 min", "1 min", "10 min", "5 min", "4 min", "1 min", "10 min", "10 min", "11 min"]),
        (["--fit", "15 min"], ["1 min", "1 min", "14 min", "7 min 13 s", "5 min 47 s", "1 min", "14 min", "14 min", "15 min"]),
        (["--slot", "20 min"], ["1 min", "1 min", "14 min", "7 min 13 s", "5 min 47 s", "1 min", "14 min", "14 min", "15 min"]),
        (["--table", "8min"], ["1 min", "1 min", "8 min", "4 min 27 s", "3 min 33 s", "0 s", "8 min", "8 min", "9 min"]),
        (["--fit", "stated"], ["1 min", "1 min", "9 min", "4 min 27 s", "3 min 33 s", "1 min", "9 min", "9 min", "10 min"]),
        (["--fit", "10min", "--wish", "thigh=150%"], ["1 min", "1 min", "9 min", "4 min 5 s", "4 min 55 s", "0 s"]),
    ],
    ids=" ".join,
)
def test_the_table_shows_the_fit(asked: list[str], column: list[str]) -> None:
    """A column of its own says what every row takes; sections and totals are sums."""
    ran = strokekit("time", "-", *asked, stdin=ROUTINE)
    head, *rows = ran.out.splitlines()
    end = head.index("Fit") + 3

    assert ran.code == 0
    assert [row[:end].rpartition("  ")[2].strip() for row in rows[:9]][: len(column)] == column


def test_json_has_the_fit() -> None:
    """Every node has what it takes, and the totals stand beside those of the plan."""
    made = json.loads(strokekit("time", "-", "--fit", "15min", "--format", "json", stdin=ROUTINE).out)

    assert made["fitted"] == {"total": 900_000, "hands_on": 840_000, "table": 840_000, "visit": 900_000}
    assert [step["fitted"] for step in made["sections"][1]["steps"]] == [433_333, 346_667, 60_000]


def test_the_card_shows_the_fit() -> None:
    """The head says both totals, each step what it takes, and what is left out is said to be."""
    lines = strokekit("render", "-", "--table", "8min", stdin=ROUTINE).out.splitlines()

    assert lines[3] == "Time: 9 min; by itself 11 min (4 min–17 min)"
    assert [line for line in lines if line.startswith(("1.", "2.", "legs"))] == [
        "1.1 Dim the lights  1 min",
        "legs  (main part, 8 min)",
        "2.1 Kneading  4 min 27 s",
        "2.2 Circles  3 min 33 s",
        "2.3 Hacking  left out",
    ]


def test_a_total_out_of_reach_is_an_error() -> None:
    """Nothing is written, the message has its place, and the exit code is 1."""
    ran = strokekit("render", "-", "--fit", "1h", stdin=ROUTINE)

    assert (ran.code, ran.out) == (1, "")
    assert "error[SK614] no run of this plan takes 1 h; there is 4 min to 17 min, the nearest: 17 min" in ran.err


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--fit", "soon"], "target takes whole milliseconds >= 0 or one time such as `50 min`, not 'soon'"),
        (["--fit", "1 min", "--slot", "2 min"], "a fit takes one of target, slot and table"),
        (["--wish", "thigh"], "--wish takes NAME=PERCENT such as shoulders=150%, not 'thigh'"),
        (["--wish", "thigh=much"], "--wish takes NAME=PERCENT such as shoulders=150%, not 'thigh=much'"),
        (["--wish", "thigh=0%"], "--wish takes NAME=PERCENT such as shoulders=150%, not 'thigh=0%'"),
        (["--work", "0"], "argument --work: takes a whole number above 0, not '0'"),
    ],
    ids=" ".join,
)
def test_a_wrong_option_is_a_wrong_call(asked: list[str], says: str) -> None:
    """The exit code is 2, and the last line says what is wrong."""
    ran = strokekit("time", "-", *asked, stdin=ROUTINE)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == f"strokekit time: error: {says}"

"""`strokekit time`: the table, the JSON, and the values that may be set."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ARTICLE, BAD, EXPECTED, GOOD, ROOT, UNKNOWN, WARNED, install, put, strokekit


def test_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """`strokekit time examples/routines/upper-lower-back.routine.yaml` prints this."""
    monkeypatch.chdir(ROOT)
    ran = strokekit("time", ARTICLE)

    assert ran.out == (EXPECTED / "time.txt").read_text(encoding="utf-8")
    assert (ran.code, ran.err) == (0, (EXPECTED / "check.txt").read_text(encoding="utf-8"))


def test_the_table_has_a_row_for_each_section_step_and_total() -> None:
    """Sections stand at the margin, steps below them, then the totals, then what the time rests on."""
    lines = strokekit("time", "-", stdin=GOOD).out.splitlines()

    assert [line[:14].rstrip() for line in lines] == [
        "Step",
        "Legs",
        "  Kneading",
        "  Friction",
        "Hands on",
        "On the table",
        "Total",
        "",
        lines[-1][:14].rstrip(),
    ]
    assert lines[2].split() == ["Kneading", "3", "min", "2", "min", "4", "min", "the", "author"]
    assert "% of the time is stated by the author" in lines[-1]


def test_json_has_whole_milliseconds_and_the_share_of_the_author() -> None:
    """The total holds min, ideal and max, and how much of the ideal the author states."""
    made = strokekit("time", "-", "--format", "json", stdin=GOOD).json
    total, steps = made["total"], made["sections"][0]["steps"]

    assert (steps[0]["min"], steps[0]["ideal"], steps[0]["max"]) == (120_000, 180_000, 240_000)
    assert total == made["totals"]["visit"]
    assert total["ideal"] == sum(step["ideal"] for step in steps)
    assert total["stated"] == {"ms": 180_000, "percent": 180_000 * 100 // total["ideal"]}
    assert made["values"] == {"passes": 3}


def test_a_set_value_is_used() -> None:
    """Twice the passes, twice the time of the step; a later setting of the same value wins."""
    three, six = (
        strokekit("time", "-", "--set", "passes=1", "--set", f"passes={passes}", "--format", "json", stdin=GOOD).json
        for passes in (3, 6)
    )

    assert six["values"] == {"passes": 6}
    assert six["sections"][0]["steps"][1]["ideal"] == 2 * three["sections"][0]["steps"][1]["ideal"]


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        pytest.param("passes=9", "error[SK507] `9` does not fit the value `passes`: it is above 6", id="too much"),
        pytest.param("passes=often", "error[SK507] `often` does not fit the value `passes`: it can't be read", id="no count"),
        pytest.param("passes=", "error[SK507] `` does not fit the value `passes`: it can't be read", id="nothing"),
        pytest.param("pases=3", "error[SK405] there is no value `pases`\n  --> --set pases=3\n", id="an unknown name"),
    ],
)
def test_a_value_that_does_not_fit_is_an_error_of_the_input(setting: str, message: str) -> None:
    """It ends with 1 and says which value it is; a table is not shown."""
    ran = strokekit("time", "-", "--set", setting, stdin=GOOD)

    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err


def test_an_unknown_technique_is_timed_as_far_as_it_is_known() -> None:
    """The rest of the routine is shown; the exit code says that it is not valid."""
    ran = strokekit("time", "-", "--format", "json", stdin=UNKNOWN.replace(", duration: 2..4 min", ""))

    assert (ran.code, ran.json["total"]["ideal"], ran.json["total"]["max"]) == (1, None, None)
    assert (ran.json["total"]["min"] > 0, ran.json["total"]["unknown"]) == (True, ["calf_work"])
    assert "error[SK401] there is no technique `thai.palming`" in ran.err


def test_the_table_names_what_nobody_knows() -> None:
    """Unknown is shown as unknown, with the step's name."""
    ran = strokekit("time", "-", stdin=UNKNOWN.replace(", duration: 2..4 min", ""))

    assert ran.out.splitlines()[-1] == "Nothing says how long these take: calf_work"


@pytest.mark.parametrize(
    ("text", "shown"),
    [pytest.param(BAD, "error[SK403]", id="an error"), pytest.param(WARNED, "warning[SK703]", id="a warning")],
)
def test_findings_go_to_standard_error(text: str, shown: str) -> None:
    """Standard output holds the times, or nothing."""
    ran = strokekit("time", "-", stdin=text)

    assert (shown in ran.err, shown in ran.out) == (True, False)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("gone.yaml", "error[SK901] there is no file `{path}`", id="missing"),
        pytest.param("", "error[SK902] `{path}` can't be read: it is a folder", id="a folder"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(name: str, message: str, tmp_path: Path) -> None:
    """As in `check`: 1, and its name."""
    path = f"{tmp_path}/{name}"
    ran = strokekit("time", path)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(message.format(path=path))


def test_a_broken_plugin_takes_nothing_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The times are shown, and so is the plugin's problem, as a warning."""
    install(tmp_path, monkeypatch, "import sys; sys.exit(0)")
    ran = strokekit("time", put(tmp_path, "good.yaml", GOOD))

    assert (ran.code, ran.out.startswith("Step ")) == (0, True)
    assert "warning[SK801] the plugin strokekit-thai 1.2 can't be used: it failed to load: SystemExit: 0\n" in ran.err


SERVICES = """\
strokekit: 1
title: Legs
contraindications: none_reviewed
values: {passes: {type: count, default: 3}}
screen: [{id: sore, ask: Are the feet sore, then: {skip: sole}}]
variants:
  short: {title: Short one, sections: [legs]}
  long: {sections: [legs, feet], set: {passes: 6}}
may_add: [{technique: stroking, id: scalp, where: scalp, duration: 30 s}]
sections:
  - {id: legs, steps: [{technique: kneading, id: calves, where: calf, repeat: $passes}]}
  - {id: feet, steps: [{technique: kneading, id: sole, where: sole, duration: 1 min}]}
"""
"""Two services, a question and an addition."""


def names(*argv: str) -> list[str]:
    """Name the steps of a call on those services."""
    made = strokekit("time", "-", "--format", "json", *argv, stdin=SERVICES).json
    return [step["name"] for section in made["sections"] for step in section["steps"]]


def test_a_variant_is_chosen() -> None:
    """Without a name it is the first; its sections and its values are shown, and which one it is."""
    short, long = (strokekit("time", "-", *argv, stdin=SERVICES).out.splitlines() for argv in ((), ("--variant", "long")))

    assert (short[0], long[0]) == ("Variant: Short one (short)", "Variant: long")
    assert (names(), names("--variant", "long")) == (["calves"], ["calves", "sole"])
    assert strokekit("time", "-", "--variant", "long", "--format", "json", stdin=SERVICES).json["values"] == {"passes": 6}


def test_an_answer_has_its_effects_and_is_not_told() -> None:
    """What the answer leaves out is named, the answer is not."""
    ran = strokekit("time", "-", "--variant", "long", "--answer", "sore=yes", stdin=SERVICES)

    assert names("--variant", "long", "--answer", "sore=yes") == ["calves"]
    assert (ran.out.splitlines()[-1], "sore" in ran.out + ran.err) == ("Left out: sole", False)


def test_a_step_is_added_after_another() -> None:
    """As often as it is asked for."""
    assert names("--variant", "long", "--add", "scalp=calves", "--add", "scalp=sole") == [
        "calves",
        "scalp[calves]",
        "sole",
        "scalp[sole]",
    ]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(
            ("--variant", "shor"),
            "error[SK419] there is no variant `shor`\n  --> --variant shor\n   = did you mean `short`?\n",
            id="variant",
        ),
        pytest.param(
            ("--answer", "sor=yes"),
            "error[SK421] there is no question `sor`\n  --> --answer sor=…\n   = the routine asks `sore`\n",
            id="answer",
        ),
        pytest.param(
            ("--add", "scal=calves"),
            "error[SK420] no step `scal` may be added here\n  --> --add scal=calves\n   = did you mean `scalp`?\n",
            id="addition",
        ),
        pytest.param(
            ("--add", "scalp=calfs"),
            "error[SK406] nothing here has the id `calfs`\n  --> --add scalp=calfs\n   = did you mean `calves`?\n",
            id="host",
        ),
    ],
)
def test_an_unknown_name_leads_to_the_call(argv: tuple[str, ...], message: str) -> None:
    """It is found in no file, so the message names the option, and what may be meant."""
    ran = strokekit("time", "-", *argv, stdin=SERVICES)

    assert (ran.code, ran.out, ran.err) == (1, "", f"{message}\n")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(("--answer", "sore"), "--answer takes ID=ANSWER, not 'sore'", id="answer"),
        pytest.param(("--add", "=calves"), "--add takes ID=HOST, not '=calves'", id="addition"),
        pytest.param(("--set", "passes"), "--set takes NAME=VALUE, not 'passes'", id="value"),
    ],
)
def test_an_option_of_another_form_is_a_wrong_call(argv: tuple[str, ...], message: str) -> None:
    """It ends with 2 before the file is read."""
    assert strokekit("time", "gone.yaml", *argv).err == f"strokekit time: error: {message}\n"


def test_shares_checkpoints_and_parts_of_a_source_are_in_the_table() -> None:
    """A share stands behind the title, a checkpoint has a line without times, and a part of a source is said to be one."""
    text = """\
strokekit: 1
title: Parts
extent: outline
contraindications: none_reviewed
booking: {table: 20 min}
sections:
  - id: legs
    share: 10..60%
    steps:
      - {technique: kneading, id: calves, where: calf, duration: 2..4 min}
      - {checkpoint: 2..4 min, id: mark}
      - {unlisted: 1, id: rest}
"""
    lines = strokekit("time", "-", stdin=text).out.splitlines()
    made = strokekit("time", "-", "--format", "json", stdin=text).json["sections"][0]

    assert [line.split("  ")[0] for line in lines[1:2]] == ["legs (10–60%)"]
    assert [line.strip() for line in lines if "By here" in line] == ["By here: 2–4 min since the beginning of “Kneading”"]
    assert "These are the times of this outline; the source has more" in lines
    assert (made["share"], made["steps"][1]["checkpoint"]) == ("10..60%", {"elapsed": "2..4 min", "since": "calves"})

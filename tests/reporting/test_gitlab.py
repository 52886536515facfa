"""GitLab's code quality report: its fields, and fingerprints that tell old findings from new ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from strokekit.engine import Engine
from strokekit.reporting import Checked, write_report
from tests.reporting.findings import EVERYTHING, HOSTILE, SOURCE

ROUTINE = """\
strokekit: 1
title: Legs
contraindications: none_reviewed
sections:
  - id: feet
    steps:
      - {technique: kneading, where: sole}
  - id: legs
    steps:
      - {technique: kneading, where: claf}
      - {technique: wringing, id: wring, where: thihg}
      - {technique: kneading, where: calf, duration: 5}
"""
ENGINE = Engine()


def _issues(text: str, name: str = "a.routine.yaml") -> Any:
    document = ENGINE.read_text(text, name=name)
    source = document.value.source if document.value else None
    return json.loads(write_report([Checked(file=name, report=ENGINE.check(document), source=source)], "gitlab"))


def fingerprints(text: str, name: str = "a.routine.yaml") -> dict[str, str]:
    """What is found in a text: fingerprint → description."""
    return {issue["fingerprint"]: issue["description"] for issue in _issues(text, name)}


def test_every_field_that_gitlab_asks_for() -> None:
    """Also for what has no file and no place."""
    issues = json.loads(write_report(EVERYTHING, "gitlab"))

    assert [set(issue) for issue in issues] == [{"description", "check_name", "fingerprint", "severity", "location"}] * 7
    assert issues[0]["location"] == {"path": ".", "lines": {"begin": 1}}
    assert issues[2] | {"fingerprint": ""} == {
        "description": "there is no region `claf` (did you mean `calf`?)",
        "check_name": "SK403 unknown-region",
        "fingerprint": "",
        "severity": "major",
        "location": {"path": SOURCE.name, "lines": {"begin": 6, "end": 6}},
    }
    assert [issue["severity"] for issue in issues] == ["minor", "minor", "major", "major", "minor", "info", "major"]


def test_nothing_found_is_an_empty_list() -> None:
    """GitLab then shows that everything is resolved."""
    assert write_report([], "gitlab") == "[]\n"


def test_no_two_fingerprints_are_the_same() -> None:
    """Not even those of two findings of one kind at one place."""
    issues = [*json.loads(write_report([*EVERYTHING, HOSTILE], "gitlab")), *_issues(ROUTINE)]
    twice = "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\nsections: [{id: a, steps: [{say: x, sya: 1, asy: 2}]}]\n"

    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert len(fingerprints(twice)) == len(_issues(twice)) == 2


UNRELATED = {
    "comments and blank lines": lambda text: "# a comment\n\n" + text.replace("sections:", "# more\n\nsections:"),
    "a step before": lambda text: text.replace(
        "      - {technique: kneading, where: claf}", "      - {say: Now the legs}\n      - {technique: kneading, where: claf}"
    ),
    "a step like it, at another place, before": lambda text: text.replace(
        "      - {technique: kneading, where: claf}",
        "      - {technique: kneading, where: knee}\n      - {technique: kneading, where: claf}",
    ),
    "a section before": lambda text: text.replace("sections:", "sections:\n  - {id: hello, steps: [{say: Hello}]}"),
    "another order of keys": lambda text: text.replace(
        "{technique: kneading, where: claf}", "{where: claf, technique: kneading}"
    ),
    "the title": lambda text: text.replace("title: Legs", "title: All of the legs"),
    "more said of the step": lambda text: text.replace("where: claf", "where: claf, pressure: light"),
    "an item by its id": lambda text: text.replace("id: wring, where", "id: wring, tempo: slow, where"),
}


@pytest.mark.parametrize("edit", UNRELATED.values(), ids=UNRELATED)
def test_fingerprints_survive_unrelated_edits(edit: Any) -> None:
    """Whatever else changes, the same finding has the same fingerprint."""
    edited = edit(ROUTINE)

    assert edited != ROUTINE
    assert len(fingerprints(ROUTINE)) == 3
    assert fingerprints(edited) == fingerprints(ROUTINE)


def test_another_finding_has_another() -> None:
    """Mended findings go, and what moves to another place, or stands in another file, is another."""
    mended = fingerprints(ROUTINE.replace("claf", "knee"))
    other = fingerprints(ROUTINE.replace("calf, duration: 5", "knee, duration: 5"))

    assert set(mended) < set(fingerprints(ROUTINE))
    assert len(set(other) & set(fingerprints(ROUTINE))) == 2
    assert not set(fingerprints(ROUTINE, "b.routine.yaml")) & set(fingerprints(ROUTINE))


def test_a_text_that_cannot_be_read_has_fingerprints_too() -> None:
    """By what stands at the place."""
    assert list(fingerprints("title: [\n").values()) == ["this is not readable YAML: a value is missing here"]
    assert fingerprints("title: [\n") == fingerprints("# a comment\ntitle: [\n")


def test_what_two_files_say_of_a_third_is_one_issue() -> None:
    """An included file with a mistake is included by many."""
    report = ENGINE.check(ENGINE.read_text(ROUTINE, name="a.routine.yaml"))
    twice = [Checked(file=name, report=report) for name in ("b.routine.yaml", "c.routine.yaml")]

    assert len(json.loads(write_report(twice, "gitlab"))) == len(report)

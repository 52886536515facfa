"""Findings as commands of GitHub Actions, read by the rules of GitHub's own runner."""

from __future__ import annotations

import re

import pytest

from strokekit.reporting import write_report
from tests.reporting.findings import EVERYTHING, HOSTILE, SOURCE, UNSAID

COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<facts>.*?)::(?P<text>.*)")


def _plain(text: str, **more: str) -> str:
    for written, meant in {**more, "%0D": "\r", "%0A": "\n", "%25": "%"}.items():
        text = text.replace(written, meant)
    return text


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does: its name, its properties and its text, with their escapes undone."""
    match = COMMAND.fullmatch(line)
    assert match
    facts = dict(fact.split("=", 1) for fact in match["facts"].split(","))
    return match["name"], {key: _plain(value, **{"%3A": ":", "%2C": ","}) for key, value in facts.items()}, _plain(match["text"])


def test_every_finding_is_an_annotation() -> None:
    """Errors, warnings and hints as errors, warnings and notices, with hints and other places in the text."""
    read_ = [read(line) for line in write_report(EVERYTHING, "github").splitlines()]
    told = [(name, facts["title"], text) for name, facts, text in read_]

    assert told == [
        ("warning", "SK801 plugin-broken", "the plugin thai can't be used: it is gone"),
        (
            "warning",
            "SK703 contraindications-unknown",
            f"{UNSAID.message}\n{UNSAID.hints[0]}",
        ),
        ("error", "SK403 unknown-region", "there is no region `claf`\ndid you mean `calf`?"),
        (
            "error",
            "SK407 duplicate-id",
            f"the id `first` is taken\ngive one of the two another id\nthe first is here: {SOURCE.name}:6",
        ),
        ("warning", "thai/no-oil thai.no_oil", "no oil"),
        ("notice", "SK707 pressure-cut", "firm would be 6 here: it is cut to the cap 6"),
        (
            "error",
            "SK503 path-gap",
            "no single way leads from `calf` to `thigh`\nname the places on it: `calf -> … -> thigh`",
        ),
    ]


def test_places_are_given_as_github_takes_them() -> None:
    """Columns up to the last one that is meant, and none where the place goes on in another line; nothing of what has no file."""
    places = [{**read(line)[1], "title": ""} for line in write_report(EVERYTHING, "github").splitlines()]
    file = {"file": SOURCE.name, "title": ""}

    assert places == [
        {"title": ""},
        {**file, "line": "1", "col": "1", "endLine": "1", "endColumn": "9"},
        {**file, "line": "6", "col": "49", "endLine": "6", "endColumn": "52"},
        {**file, "line": "7", "col": "35", "endLine": "7", "endColumn": "39"},
        {**file, "line": "8", "col": "9", "endLine": "8", "endColumn": "17"},
        {**file, "line": "8", "col": "20", "endLine": "8", "endColumn": "27"},
        {**file, "line": "9", "endLine": "10"},
    ]


def test_hostile_texts_stay_in_their_command() -> None:
    """No name and no message ends a property or a command, or begins another."""
    lines = write_report([HOSTILE], "github").split("\n")
    commands = [read(line) for line in lines[:-1]]

    assert lines[-1] == ""
    assert [name for name, _, _ in commands] == ["error", "warning", "notice"]
    assert {tuple(facts) for _, facts, _ in commands} == {("file", "line", "col", "endLine", "endColumn", "title")}
    assert {facts["title"].partition(" ")[0] for _, facts, _ in commands} == {"thai/no-oil"}
    assert {text.count("\n") for _, _, text in commands} == {2}
    assert not any(character in "".join(lines) for character in "\r\0\x1b\u2028\u202e")


@pytest.mark.parametrize("text", ["100%", "%0A", "a,b", "a::b", "title=x"])
def test_what_is_escaped_is_read_back(text: str) -> None:
    """The runner reads just what was meant."""
    from strokekit.diagnostics import diagnose
    from strokekit.reporting.github import command

    name, facts, said = read(command(diagnose("unknown-id", file=text, id=text)))

    assert (name, facts["file"], said) == ("error", text, f"nothing here has the id `{text}`")

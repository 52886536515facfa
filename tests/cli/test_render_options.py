"""`strokekit render --option --templates`: what a renderer takes, what it could not say; `strokekit renderers`: what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.engine import Engine
from tests.cli.running import GOOD, put, strokekit

ASKED = GOOD.replace("duration: 2..4 min}", "duration: 2 min, ask: {text: All right, at: 50%}}")
ICS = ("--option", "start=2026-03-01T10:00Z", "--option", "uid=a@b", "--option", "stamp=2026-02-01T08:00Z")


def test_an_option_is_handed_to_the_renderer() -> None:
    """Of several values the last holds."""
    ran = strokekit("render", "-", "--to", "csv", "--option", "separator=tab", "--option", "separator=semicolon", stdin=GOOD)

    assert (ran.code, ran.err, ran.out.splitlines()[0][:10]) == (0, "", "start;end;")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        pytest.param(("--to", "csv", "--option", "separator"), "--option takes NAME=VALUE, not 'separator'", id="no value"),
        pytest.param(
            ("--to", "csv", "--option", "separatr=tab"),
            "the renderer 'csv' has no option 'separatr': did you mean separator?",
            id="misspelt",
        ),
        pytest.param(
            ("--to", "csv", "--option", "separator=dot"),
            "the option 'separator' of the renderer 'csv' takes one of comma, semicolon, tab, not 'dot'",
            id="wrong",
        ),
        pytest.param(("--to", "ics"), "the renderer 'ics' needs the option 'start', a text", id="missing"),
    ],
)
def test_a_wrong_option_is_a_wrong_call(argv: tuple[str, ...], words: str) -> None:
    """It is said before the file is read."""
    ran = strokekit("render", "gone.yaml", *argv)

    assert (ran.code, ran.out, ran.err) == (2, "", f"strokekit render: error: {words}\n")


def test_what_a_renderer_finds_wrong_is_a_wrong_call() -> None:
    """A value that only the renderer can judge is refused in the same way, and nothing is written."""
    ran = strokekit("render", "-", "--to", "ics", *ICS, "--option", "start=soon", stdin=GOOD)

    assert (ran.code, ran.out) == (2, "")
    words = "the option 'start' of the renderer 'ics' takes an instant such as `2026-03-01T10:00`, not 'soon'"
    assert ran.err == f"strokekit render: error: {words}\n"


def test_what_a_format_can_not_say_is_told_on_standard_error() -> None:
    """In a line each, with the first of the cues that it concerns; the exit code is what it was."""
    ran = strokekit("render", "-", "--to", "srt", stdin=ASKED)

    assert ran.code == 0
    words = "1 prompt stands below its step, which it cuts into pieces: this format shows one caption at a time"
    assert ran.err == f"render: lost: {words} (calf_work)\n"


def test_losses_are_told_of_a_file_too(tmp_path: Path) -> None:
    """Standard output stays empty, the file has the whole output."""
    target = tmp_path / "a.ics"
    ran = strokekit("render", "-", "--to", "ics", *ICS, "-o", str(target), stdin=GOOD)

    assert (ran.code, ran.out, target.read_bytes()[:15]) == (0, "", b"BEGIN:VCALENDAR")
    assert ran.err.startswith("render: lost: 2 steps are no events of their own")


def test_templates_of_a_folder(tmp_path: Path) -> None:
    """They replace the look of a card; a wrong one is a wrong call."""
    put(tmp_path, "card.txt.j2", "{{ card.title }}!")
    ran = strokekit("render", "-", "--templates", str(tmp_path), stdin=GOOD)
    put(tmp_path, "card.txt.j2", "{{ card.titel }}!")
    wrong = strokekit("render", "-", "--templates", str(tmp_path), stdin=GOOD)

    assert (ran.code, ran.out) == (0, "Calf massage!")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("strokekit render: error: the template 'card.txt.j2': ")


def test_the_renderers_are_listed() -> None:
    """A line each: id, media type, suffix, title."""
    ran = strokekit("renderers")

    assert (ran.code, ran.err) == (0, "")
    assert {line.partition(" ")[0] for line in ran.out.splitlines()} == set(Engine().catalog.renderers)
    assert "csv  (text/csv, .csv)  Cue sheet (CSV)\n" in ran.out


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "csv",
            "csv  (text/csv, .csv)  Cue sheet (CSV)\n"
            "  a row for every cue, for spreadsheets\n"
            "  --option separator=…: one of comma, semicolon, tab, by default comma\n"
            "    what stands between two cells\n",
            id="with options",
        ),
        pytest.param(
            "markdown",
            "markdown  (text/markdown, .md)  Treatment card as Markdown\n"
            "  the card for whatever shows Markdown\n"
            "  also where a time is unknown\n",
            id="without",
        ),
    ],
)
def test_one_renderer_is_shown_with_its_options(name: str, expected: str) -> None:
    """What each takes, what holds by default, and what it means."""
    assert strokekit("renderers", name).out == expected


def test_a_needed_option_is_said_to_be_needed() -> None:
    """It has no default."""
    assert "  --option start=…: a text, needed\n" in strokekit("renderers", "ics").out


def test_a_renderer_that_is_not_there() -> None:
    """A wrong call, with what may be meant."""
    ran = strokekit("renderers", "markdwon")

    assert (ran.code, ran.err) == (2, "strokekit renderers: error: there is no renderer 'markdwon': did you mean markdown?\n")


def test_every_shipped_renderer_tells_what_it_and_its_options_are_for() -> None:
    """Each has a summary, and each option a title and a summary."""
    renderers = Engine().catalog.renderers

    assert [name for name, renderer in renderers.items() if not renderer.summary] == []
    assert [
        f"{name}.{key}"
        for name, renderer in renderers.items()
        for key, option in renderer.options.items()
        if not (option.title and option.summary)
    ] == []

"""A diagnostic as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.diagnostics import Diagnostic, Related, diagnose
from strokekit.formats.source import Source
from strokekit.reporting.text import concise, full

SOURCE = Source("a.yaml", "first: 1\nsecond: 2\n")
SPAN = SOURCE.span(9, 15)


def _found(**more: object) -> Diagnostic:
    return diagnose("unknown-id", id="pack", file="a.yaml", span=SPAN, hints=["did you mean `park`?"], **more)  # type: ignore[arg-type]  # as given


def test_concise_is_one_line() -> None:
    """Place, weight, code, message, and the hints in brackets."""
    assert concise(_found()) == "a.yaml:2:1: error[SK406] nothing here has the id `pack` (did you mean `park`?)"


def test_full_shows_the_line() -> None:
    """The message, the place, the line with carets, and each hint on a line of its own."""
    assert full(_found(), SOURCE).splitlines() == [
        "error[SK406] nothing here has the id `pack`",
        "  --> a.yaml:2:1",
        "  |",
        "2 | second: 2",
        "  | ^^^^^^",
        "   = did you mean `park`?",
    ]


def test_other_places_of_the_file_are_labelled() -> None:
    """What belongs to it in the same file is marked in the same excerpt, with its label, in the order of the text."""
    related = Related(message="the first is here", file="a.yaml", pointer="/first", span=SOURCE.span(0, 5))

    assert full(_found(related=[related]), SOURCE).splitlines() == [
        "error[SK406] nothing here has the id `pack`",
        "  --> a.yaml:2:1",
        "  |",
        "1 | first: 1",
        "  | ----- the first is here",
        "2 | second: 2",
        "  | ^^^^^^",
        "   = did you mean `park`?",
    ]


def test_a_label_of_the_place_itself_stands_behind_its_carets() -> None:
    """It is not marked a second time."""
    related = Related(message="included from here", file="a.yaml", pointer="/second", span=SPAN)

    assert full(_found(related=[related]), SOURCE).splitlines()[3:5] == ["2 | second: 2", "  | ^^^^^^ included from here"]


def test_other_files_follow(tmp_path: Path) -> None:
    """What belongs to it in another file follows with the lines of that file; those of one that is gone are left out."""
    there = tmp_path / "b.yaml"
    there.write_text("included: 1\n", encoding="utf-8")
    span = Source(str(there), "included: 1\n").span(0, 8)
    related = [
        Related(message="included from here", file=file, pointer="/included", span=span) for file in (str(there), "gone.yaml")
    ]

    assert full(_found(related=related), SOURCE).splitlines()[6:] == [
        "   note: included from here",
        f"  --> {there}:1:1",
        "  |",
        "1 | included: 1",
        "  | ^^^^^^^^",
        "   note: included from here",
        "  --> gone.yaml:1:1",
    ]


def test_labels_without_the_text() -> None:
    """Where the text is not at hand, the labels are notes with their places."""
    related = Related(message="the first is here", file="a.yaml", pointer="/first", span=SOURCE.span(0, 5))

    assert full(_found(related=[related]), None).splitlines()[1:] == [
        "  --> a.yaml:2:1",
        "   note: the first is here",
        "  --> a.yaml:1:1",
        "   = did you mean `park`?",
    ]


@pytest.mark.parametrize(
    "source",
    [pytest.param(None, id="no text at hand"), pytest.param(Source("b.yaml", SOURCE.text), id="the text of another file")],
)
def test_without_its_text_only_the_place_is_shown(source: Source | None) -> None:
    """No line is shown that is not the one that is meant."""
    assert full(_found(), source).splitlines()[1:] == ["  --> a.yaml:2:1", "   = did you mean `park`?"]


@pytest.mark.parametrize(
    ("file", "lines"),
    [
        pytest.param("a.yaml", ["  --> a.yaml"], id="a whole file"),
        pytest.param("", [], id="no file"),
    ],
)
def test_a_finding_without_a_place(file: str, lines: list[str]) -> None:
    """What concerns a whole file names it, what concerns none names none."""
    found = diagnose("unknown-id", id="pack", file=file)

    assert full(found, None).splitlines() == ["error[SK406] nothing here has the id `pack`", *lines]


def test_no_text_of_a_file_reaches_the_terminal_raw() -> None:
    """Escapes and line breaks in a message, a hint or a name are written out."""
    found = diagnose("unknown-id", id="\x1b[2J\n", file="\x1b.yaml", hints=["\u202e"])

    assert concise(found) == r"\x1b.yaml: error[SK406] nothing here has the id `\x1b[2J\n` (\u202e)"
    assert full(found, None).splitlines() == [
        r"error[SK406] nothing here has the id `\x1b[2J\n`",
        r"  --> \x1b.yaml",
        r"   = \u202e",
    ]


@pytest.mark.parametrize("name", ["shiatsu.toml", "pyproject.toml", "notes"])
def test_lines_of_any_file_are_shown(name: str, tmp_path: Path) -> None:
    """Plugins and settings are written in TOML, and what can't be read to its end has lines all the same."""
    path = tmp_path / name
    path.write_bytes(b"title = [\nother = \xff 3")
    source = Source(str(path), path.read_bytes().decode(errors="replace"))
    found = diagnose("unknown-id", id="pack", file=str(path), span=source.span(10, 15))

    assert full(found).splitlines()[2:] == ["  |", "2 | other = \N{REPLACEMENT CHARACTER} 3", "  | ^^^^^"]


def test_a_file_that_is_gone_shows_no_lines(tmp_path: Path) -> None:
    """Its place is named all the same."""
    found = diagnose("unknown-id", id="pack", file=str(tmp_path / "gone.yaml"), span=SPAN)

    assert full(found).splitlines()[1:] == [f"  --> {tmp_path}/gone.yaml:2:1"]

"""A diagnostic as text."""

from __future__ import annotations

import pytest

from strokekit.cli.show import concise, full
from strokekit.diagnostics import Diagnostic, Related, diagnose
from strokekit.formats.source import Source

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


def test_full_shows_the_other_places() -> None:
    """What belongs to it follows, with its own lines."""
    related = Related(message="the first is here", file="a.yaml", pointer="/first", span=SOURCE.span(0, 5))

    assert full(_found(related=[related]), SOURCE).splitlines()[6:] == [
        "   note: the first is here",
        "  --> a.yaml:1:1",
        "  |",
        "1 | first: 1",
        "  | ^^^^^",
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

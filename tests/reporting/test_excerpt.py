"""The lines of a file around a place."""

from __future__ import annotations

import pytest

from strokekit.formats.source import Source
from strokekit.reporting.excerpt import LONGEST, Place, excerpt


def _shown(text: str, marked: str, *, at: int | None = None) -> list[str]:
    """The excerpt of the first place where `marked` stands, or of an offset."""
    source = Source("a.yaml", text)
    start = text.index(marked) if at is None else at
    return excerpt(source, Place(span=source.span(start, start + len(marked))))


@pytest.mark.parametrize(
    ("text", "marked", "lines"),
    [
        pytest.param("a: 1\nb: two\nc: 3", "two", ["  |", "2 | b: two", "  |    ^^^"], id="in the middle"),
        pytest.param("\tb:\ttwo", "two", ["  |", "1 |     b:    two", "  |           ^^^"], id="after tabs"),
        pytest.param("b: 1\t2", "1\t2", ["  |", "1 | b: 1    2", "  |    ^^^^^^"], id="over a tab"),
        pytest.param("按摩: two", "two", ["  |", "1 | 按摩: two", "  |       ^^^"], id="after wide characters"),
        pytest.param("b: 按摩", "按摩", ["  |", "1 | b: 按摩", "  |    ^^^^"], id="over wide characters"),
        pytest.param("e\u0301: two", "two", ["  |", "1 | e\u0301: two", "  |    ^^^"], id="after a combining accent"),
        pytest.param("b: e\u0301", "e\u0301", ["  |", "1 | b: e\u0301", "  |    ^"], id="over a combining accent"),
        pytest.param(
            "👩\u200d⚕\ufe0f: two", "two", ["  |", "1 | 👩\u200d⚕\ufe0f: two", "  |     ^^^"], id="after a joined emoji"
        ),
        pytest.param("a: 1\r\nb: two\r\n", "two", ["  |", "2 | b: two", "  |    ^^^"], id="lines that end with CRLF"),
        pytest.param("a: 1\rb: two\r", "two", ["  |", "2 | b: two", "  |    ^^^"], id="lines that end with CR"),
        pytest.param(
            "a: x\x0cy", "y", ["  |", "1 | a: x\N{REPLACEMENT CHARACTER}y", "  |      ^"], id="a form feed, which ends no line"
        ),
        pytest.param("\ufeffb: two", "two", ["  |", "1 | b: two", "  |    ^^^"], id="after a byte order mark"),
        pytest.param(
            "b: {c: 1,\n  d: 2}\ne: 3",
            "{c: 1,\n  d: 2}",
            ["  |", "1 | b: {c: 1,", "  |    ^^^^^^ to line 2"],
            id="over two lines",
        ),
        pytest.param("b:\n  c: 1\n\n\nd: 2", "c: 1\n\n\n", ["  |", "2 |   c: 1", "  |   ^^^^"], id="with empty lines at its end"),
        pytest.param(
            "b: \x1b[31m", "\x1b[31m", ["  |", "1 | b: \N{REPLACEMENT CHARACTER}[31m", "  |    ^^^^^"], id="over an escape"
        ),
    ],
)
def test_carets_stand_below_what_is_meant(text: str, marked: str, lines: list[str]) -> None:
    """The line is shown with its number, and the carets are as wide as what they mark."""
    assert _shown(text, marked) == lines


@pytest.mark.parametrize(
    ("text", "at", "lines"),
    [
        pytest.param("", 0, ["  |", "1 |", "  | ^"], id="an empty file"),
        pytest.param("a: 1", 4, ["  |", "1 | a: 1", "  |     ^"], id="at the end of a file"),
        pytest.param("a: 1\n", 5, ["  |", "2 |", "  | ^"], id="after the last line break"),
        pytest.param("a: 1\r\nb", 4, ["  |", "1 | a: 1", "  |     ^"], id="at the end of a line"),
    ],
)
def test_an_empty_place_gets_one_caret(text: str, at: int, lines: list[str]) -> None:
    """A place without characters, such as the end of the file, is shown too."""
    assert _shown(text, "", at=at) == lines


def test_the_margin_is_as_wide_as_the_number() -> None:
    """Bars stand below each other, whatever the line's number."""
    assert _shown("\n" * 99 + "b: two", "two") == ["    |", "100 | b: two", "    |    ^^^"]


@pytest.mark.parametrize("before", [0, 70, 5_000_000], ids=["at the start", "further on", "in a file of one line"])
def test_a_long_line_is_cut(before: int) -> None:
    """Of a long line a readable stretch is shown, with marks where it goes on."""
    _, line, carets = _shown("a" * before + "two" + "b" * 5_000, "two")
    column = carets.index("^")

    assert len(line) <= LONGEST + len("1 | ……")
    assert (line[column : column + 3], carets.strip("| ")) == ("two", "^^^")
    assert (line[4] == "…", line[-1] == "…") == (before > 60, True)


def test_a_long_mark_ends_with_the_line_that_is_shown() -> None:
    """No caret stands below nothing."""
    _, line, carets = _shown("b: " + "x" * 1_000, "x" * 1_000)

    assert len(carets) == len(line) - len("…")


def test_labels_stand_behind_their_marks() -> None:
    """A secondary place has its own sign and label; lines that are left out are told."""
    source = Source("a.yaml", "a: one\nb: 2\nc: 3\nd: one\n")
    places = (Place(span=source.span(20, 23)), Place(span=source.span(3, 6), sign="-", label="the first is here"))

    assert excerpt(source, *places) == [
        "  |",
        "1 | a: one",
        "  |    --- the first is here",
        "  …",
        "4 | d: one",
        "  |    ^^^",
    ]


def test_a_line_with_several_places_is_shown_once() -> None:
    """The mark of the finding comes first, then the others."""
    source = Source("a.yaml", "[按, b]\n")
    places = (Place(span=source.span(1, 2), sign="-", label="a\nlabel"), Place(span=source.span(4, 5)))

    assert excerpt(source, *places) == ["  |", "1 | [按, b]", "  |      ^", r"  |  -- a\nlabel"]


def test_a_long_line_is_shown_for_each_place_that_it_holds() -> None:
    """What does not fit into the same stretch of it gets its own."""
    text = f"a{' ' * 300}b"
    source = Source("a.yaml", text)
    lines = excerpt(source, Place(span=source.span(0, 1)), Place(span=source.span(301, 302)))

    assert lines == [
        "  |",
        f"1 | a{' ' * 119}…".replace(" " * 119 + "…", " " * (LONGEST - 1) + "…"),
        "  | ^",
        f"1 | …{' ' * 60}b",
        f"  | {' ' * 61}^",
    ]


def test_a_family_of_emoji_is_one_character() -> None:
    """A flag, a keycap and a family take two columns each, whatever they are made of."""
    text = "🇩🇪👨\u200d👩\u200d👧1\ufe0f\u20e3x"

    assert _shown(text, "x") == ["  |", f"1 | {text}", "  |       ^"]

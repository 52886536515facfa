"""Text for a terminal: columns, and characters that are not let through."""

from __future__ import annotations

import pytest

from strokekit.reporting.display import TAB, cells, one_line, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("back", 4, id="letters"),
        pytest.param("é", 1, id="a composed accent"),
        pytest.param("e\u0301", 1, id="a combining accent"),
        pytest.param("按摩", 4, id="wide characters"),
        pytest.param("ﾏｯｻｰｼﾞ", 6, id="half-wide kana"),
        pytest.param("मालिश", 5, id="Devanagari, whose vowel signs here take a column"),
        pytest.param("\u1112\u1161\u11ab", 2, id="a Hangul syllable in parts"),
        pytest.param("👐", 2, id="an emoji"),
        pytest.param("👐🏽", 2, id="an emoji with a skin tone"),
        pytest.param("👩\u200d⚕\ufe0f", 2, id="joined emoji"),
        pytest.param("❤\ufe0f", 2, id="a sign made an emoji"),
        pytest.param("\t", TAB, id="a tab"),
        pytest.param("a\u200bb", 2, id="a space without width"),
        pytest.param("\x1b[31m", 5, id="an escape, which is replaced"),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, columns: int) -> None:
    """A line takes as many columns as a terminal gives it."""
    assert width(cells(text)) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain é 按 👐", "plain é 按 👐", id="text stays"),
        pytest.param("a\nb\r\tc", r"a\nb\r\tc", id="breaks and tabs"),
        pytest.param("\x1b[2J", r"\x1b[2J", id="an escape"),
        pytest.param("\u202egab", r"\u202egab", id="a turn of direction"),
        pytest.param("a\u2028b", r"a\u2028b", id="a line separator"),
        pytest.param("\ud83d", r"\ud83d", id="half a character"),
    ],
)
def test_one_line_is_one_line(text: str, shown: str) -> None:
    """What would break the line, move the cursor or turn the text round is written out."""
    assert one_line(text) == shown


def test_a_tab_is_shown_as_spaces() -> None:
    """So that carets stand below what they mean, wherever the terminal has its stops."""
    assert "".join(cell.shown for cell in cells("\ta")) == "    a"


@pytest.mark.parametrize("character", ["\x1b", "\x85", "\u202e", "\u2066", "\ud83d"])
def test_what_harms_a_terminal_is_replaced(character: str) -> None:
    """In an excerpt a replacement character stands for it, one column wide."""
    assert [(cell.shown, cell.columns) for cell in cells(character)] == [("\N{REPLACEMENT CHARACTER}", 1)]

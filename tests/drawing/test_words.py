"""Texts that no one breaks: estimated, shortened, wrapped, and never more than XML may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.drawing.words import fit, legal, plain, spans, width, wrap
from strokekit.drawing.xml import element, text
from tests.drawing.pictures import parsed

TEXTS = st.text(max_size=80)


@given(TEXTS, st.floats(min_value=20, max_value=400))
def test_a_fitted_text_fits(words: str, room: float) -> None:
    """A text that was shortened to a room is no wider by our own estimate."""
    assert width(fit(words, 12, room), 12) <= room


@given(TEXTS, st.integers(min_value=1, max_value=4))
def test_wrapped_lines_fit(words: str, lines: int) -> None:
    """There are no more lines than asked for, and each fits."""
    found = wrap(words, 12, 120, lines)
    assert len(found) <= lines
    assert all(width(line, 12) <= 120 for line in found)


@given(st.lists(st.text(alphabet="abcdefg", min_size=1, max_size=8), min_size=1, max_size=20))
def test_nothing_is_lost_where_there_is_room(words: list[str]) -> None:
    """With lines enough every word is there, in order."""
    assert " ".join(wrap(" ".join(words), 10, 100, 40)).split() == words


@given(st.text(), st.text())
def test_any_text_makes_xml(inner: str, attribute: str) -> None:
    """Whatever stands in a text or an attribute, a parser reads it, as the line that was meant."""
    root = parsed(element("text", text(inner), data_of=attribute))
    assert (root.text or "").strip("\u2068\u2069") == plain(inner)
    assert root.get("data-of") == legal(attribute)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], ""), ([3], "3"), ([1, 2], "1, 2"), ([1, 2, 3], "1–3"), ([1, 3, 4, 5, 9, 10], "1, 3–5, 9, 10")],
    ids=["none", "one", "two", "three", "mixed"],
)
def test_numbers_in_a_row_are_their_ends(numbers: list[int], expected: str) -> None:
    """Three and more numbers in a row are written as from – to."""
    assert spans(numbers) == expected


def test_marks_of_direction_are_left_out() -> None:
    """A text can't turn what stands around it; joiners stay."""
    assert plain("a\u202eb\u2066c\u200dd") == "a b c\u200dd"


def test_a_number_keeps_its_unit() -> None:
    """A space that nothing may break stays one, within a line and at its end."""
    assert plain(" 40\u00a0s\t and\n 2\u00a0min ") == "40\u00a0s and 2\u00a0min"
    assert wrap("for 40\u00a0s", 10, 25, 2) == ["for", "40\u00a0s"]

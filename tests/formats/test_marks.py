"""The tree of marks."""

from __future__ import annotations

import pytest

from strokekit.formats.marks import Mark, Marks, child, index, opening


@pytest.mark.parametrize(
    ("marks", "key", "expected"),
    [
        pytest.param({"a": (3, 4, None, 0, 1)}, "a", Mark(3, 4, None, 0, 1), id="a key"),
        pytest.param({"a": (3, 4, None, 0, 1)}, "b", None, id="another key"),
        pytest.param([(0, 1, None), (3, 4, None)], "1", Mark(3, 4), id="an index"),
        pytest.param([(0, 1, None)], "1", None, id="behind the list"),
        pytest.param([(0, 1, None)], "-1", None, id="no index"),
        pytest.param([(0, 1, None)], "a", None, id="a key of a list"),
        pytest.param([], "0", None, id="an empty list"),
        pytest.param(None, "0", None, id="a scalar"),
    ],
)
def test_child(marks: Marks, key: str, expected: Mark | None) -> None:
    """A key or an index leads to its mark, anything else to none."""
    assert child(marks, key) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("0", 0, id="zero"),
        pytest.param("12", 12, id="digits"),
        pytest.param("01", None, id="a leading zero"),
        pytest.param("-1", None, id="a sign"),
        pytest.param("", None, id="nothing"),
        pytest.param("٣", None, id="a digit of another script"),
        pytest.param("9" * 30, None, id="longer than any list"),
    ],
)
def test_index(text: str, expected: int | None) -> None:
    """Only what RFC 6901 calls an index is one."""
    assert index(text) == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        pytest.param(Mark(4, 9), (4, 9), id="a scalar"),
        pytest.param(Mark(0, 9, {"a": (3, 9, None, 0, 1)}), (0, 1), id="a mapping: its first key"),
        pytest.param(Mark(0, 9, [(2, 9, {"a": (5, 9, None, 2, 3)})]), (2, 3), id="a list: the opening of its first item"),
        pytest.param(Mark(0, 2, {}), (0, 2), id="an empty mapping"),
        pytest.param(Mark(0, 2, []), (0, 2), id="an empty list"),
    ],
)
def test_opening(mark: Mark, expected: tuple[int, int]) -> None:
    """A container is shown by what it begins with."""
    assert opening(mark) == expected

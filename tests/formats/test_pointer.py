"""JSON Pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.formats import pointer


@pytest.mark.parametrize(
    ("start", "keys", "expected"),
    [
        pytest.param("", (), "", id="nothing"),
        pytest.param("", ("steps", 0), "/steps/0", id="key and index"),
        pytest.param("/steps", (1, "where"), "/steps/1/where", id="from a place"),
        pytest.param("", ("a/b",), "/a~1b", id="slash"),
        pytest.param("", ("a~b",), "/a~0b", id="tilde"),
        pytest.param("", ("~1",), "/~01", id="what looks escaped"),
        pytest.param("", ("",), "/", id="the empty key"),
    ],
)
def test_join(start: str, keys: tuple[str | int, ...], expected: str) -> None:
    """Keys and indices are joined, with `~` and `/` escaped."""
    assert pointer.join(start, *keys) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", (), id="the root"),
        pytest.param("/", ("",), id="the empty key"),
        pytest.param("/steps/0", ("steps", "0"), id="indices stay text"),
        pytest.param("/a~1b/c~0d", ("a/b", "c~d"), id="escapes"),
        pytest.param("/~01", ("~1",), id="an escaped tilde before a digit"),
    ],
)
def test_split(text: str, expected: tuple[str, ...]) -> None:
    """A pointer comes apart into its keys."""
    assert pointer.split(text) == expected


def test_split_refuses_what_is_no_pointer() -> None:
    """A pointer is empty or begins with a slash."""
    with pytest.raises(ValueError, match="begins with `/`") as caught:
        pointer.split("steps/0")

    assert str(caught.value) == "a JSON Pointer is empty or begins with `/`, which 'steps/0' does not"


@given(st.lists(st.text()))
def test_split_undoes_join(keys: list[str]) -> None:
    """Whatever the keys are, they come back."""
    assert pointer.split(pointer.join("", *keys)) == tuple(keys)

"""Changes of data: what they mean, and which of them make no sense."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.errors import UsageError
from strokekit.formats.changes import Change, Insert, Remove, Rename, Set, changed

DATA: dict[str, Any] = {"a": 1, "list": ["x", {"k": "v"}], "b": {"c": True}}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(Set("/a", [2]), {**DATA, "a": [2]}, id="replace"),
        pytest.param(Set("/b/d", 2), {**DATA, "b": {"c": True, "d": 2}}, id="a new key"),
        pytest.param(Set("/list/0", "y"), {**DATA, "list": ["y", {"k": "v"}]}, id="replace an item"),
        pytest.param(Insert("/list/0", "y"), {**DATA, "list": ["y", "x", {"k": "v"}]}, id="insert an item"),
        pytest.param(Insert("/list/2", "y"), {**DATA, "list": ["x", {"k": "v"}, "y"]}, id="insert at the length"),
        pytest.param(Insert("/list/-", "y"), {**DATA, "list": ["x", {"k": "v"}, "y"]}, id="insert at the end"),
        pytest.param(Insert("/b/d", 2, before="c"), {**DATA, "b": {"d": 2, "c": True}}, id="insert a key"),
        pytest.param(Remove("/list/1/k"), {**DATA, "list": ["x", {}]}, id="remove a key"),
        pytest.param(Remove("/list/0"), {**DATA, "list": [{"k": "v"}]}, id="remove an item"),
        pytest.param(Rename("/a", "z"), {"z": 1, "list": DATA["list"], "b": DATA["b"]}, id="rename"),
        pytest.param(Rename("/a", "a"), DATA, id="rename to the same"),
    ],
)
def test_a_change_says_what_the_data_will_be(change: Change, expected: dict[str, Any]) -> None:
    """A change gives new data, in the order that the text will have; the old stays."""
    before = repr(DATA)

    made = changed(DATA, change)

    assert (made, list(made), list(made.get("b", ()))) == (expected, list(expected), list(expected.get("b", ())))
    assert repr(DATA) == before


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        pytest.param(
            Set("", {}), "the whole document can't be changed at once: change what it holds, or read another text", id="root"
        ),
        pytest.param(Set("a", 1), "a JSON Pointer is empty or begins with `/`, which 'a' does not", id="no pointer"),
        pytest.param(Set("/z/y", 1), "nothing stands at '/z/y': there is no 'z'", id="no way"),
        pytest.param(Set("/list/7/k", 1), "nothing stands at '/list/7/k': there is no '7'", id="no such item on the way"),
        pytest.param(Set("/a/b", 1), "nothing can stand at '/a/b': what holds it is no mapping and no list", id="below a scalar"),
        pytest.param(Set("/list/2", 1), "nothing stands at '/list/2': the list has 2 items", id="set behind the end"),
        pytest.param(Set("/list/-", 1), "nothing stands at '/list/-': the list has 2 items", id="set at the end"),
        pytest.param(Insert("/list/3", 1), "nothing stands at '/list/3': the list has 2 items", id="insert behind the end"),
        pytest.param(Insert("/a", 2), "'/a': there is a key 'a' already", id="insert over a key"),
        pytest.param(Insert("/n", 2, before="z"), "'/n': there is no key 'z' to stand before", id="before nothing"),
        pytest.param(Remove("/z"), "nothing stands at '/z': there is no key 'z'", id="remove nothing"),
        pytest.param(Remove("/list/01"), "nothing stands at '/list/01': the list has 2 items", id="no index"),
        pytest.param(Rename("/z", "y"), "nothing stands at '/z': there is no key 'z'", id="rename nothing"),
        pytest.param(Rename("/a", "b"), "'/a': there is a key 'b' already", id="rename over a key"),
        pytest.param(Rename("/list/0", "y"), "'/list/0' is an item of a list, which has no key", id="rename an item"),
    ],
)
def test_a_change_that_can_not_be_is_refused(change: Change, problem: str) -> None:
    """A change of what is not there is a mistake of the program, said with the place."""
    with pytest.raises(UsageError) as raised:
        changed(DATA, change)

    assert str(raised.value) == problem

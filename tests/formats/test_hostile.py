"""Texts made to hurt: each is refused after little work, counted and never timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from strokekit.formats import Limits, Source, read_text
from strokekit.formats.yaml_reader import Parser, read_yaml, yaml_parser
from tests.formats.reports import only

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
TOWER = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} {'[' * 40}*a{n - 1}{']' * 40}\n" for n in range(1, 10))


class _Counted:
    """A parser that counts the events it has been asked for."""

    def __init__(self, text: str, parser: Parser, events: list[None]) -> None:
        self._inner = parser(text)
        self._events = events

    def get_event(self) -> Any:
        self._events.append(None)
        return self._inner.get_event()


def _counting(parser: Parser, events: list[None]) -> Parser:
    return lambda text: _Counted(text, parser, events)


@pytest.mark.parametrize("pure", [pytest.param(False, id="libyaml"), pytest.param(True, id="python")])
@pytest.mark.parametrize(
    ("text", "name", "most"),
    [
        pytest.param("[" * 40_000, "too-deep", 110, id="lists in lists"),
        pytest.param("{a: " * 40_000, "too-deep", 210, id="mappings in mappings"),
        pytest.param("- " * 40_000, "too-deep", 110, id="lists in one line"),
        pytest.param("".join(" " * n + "a:\n" for n in range(2_000)), "too-deep", 210, id="deep indents"),
        pytest.param("? " * 40_000, "too-deep", 110, id="keys in keys"),
        pytest.param(BOMB, "too-many-nodes", 120, id="an alias bomb"),
        pytest.param(TOWER, "too-deep", 300, id="a tower of aliases"),
    ],
)
def test_little_is_read(text: str, name: str, most: int, *, pure: bool) -> None:
    """The reader asks for few events before it gives up, with the place."""
    events: list[None] = []
    outcome = read_yaml(Source("a", text), Limits(), parser=_counting(yaml_parser(pure=pure), events))

    assert outcome.value is None
    assert only(outcome).name == name
    assert only(outcome).span is not None
    assert len(events) <= most


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("[" * 100_000, "too-deep", id="lists in lists"),
        pytest.param('{"a":' * 100_000, "too-deep", id="objects in objects"),
        pytest.param('{"a": [' + "1," * 300_000 + "1]}", "too-many-nodes", id="a long list"),
        pytest.param('{"a": "' + "x" * 70_000 + '"}', "scalar-too-long", id="a long text"),
        pytest.param('{"a": ' + "9" * 1_000_000 + "}", "number-not-plain", id="a number of a million digits"),
    ],
)
def test_json(text: str, name: str) -> None:
    """No recursion, no endless number."""
    assert only(read_text(text, name="a.json")).name == name


def test_deep_is_no_recursion() -> None:
    """The depth that a limit allows does not depend on Python's stack."""
    depth = sys.getrecursionlimit() * 3
    document = read_text('{"a": ' + "[" * depth + "]" * depth + "}", limits=Limits(depth=depth + 1)).value

    assert document is not None
    assert document.span("/a/0/0").column == 9


def _texts() -> list[str]:
    return ["\n".join(f"k{n}: [no, ~, 1.5, 1:30]" for n in range(size)) for size in (1_000, 4_000)]


def test_work_grows_with_the_text() -> None:
    """Four times the text, with an error in every value, takes four times the calls and not sixteen."""
    counts = [_calls(partial(read_text, text)) for text in _texts()]

    assert counts[1] < counts[0] * 5


def _calls(run: Callable[[], object]) -> int:
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def test_errors_are_bounded() -> None:
    """A file full of errors gives as many diagnostics as the limit says, and its document."""
    text = "\n".join(f"k{n}: ~" for n in range(5_000))
    outcome = read_text(text, name="a.yaml")

    assert len(outcome.report) == 1_000
    assert outcome.value is not None


def test_an_alias_shares_its_value() -> None:
    """What an alias stands for is not copied: it is counted, and takes no memory."""
    document = read_text("a: &x [1, 2]\nb: *x").require()

    assert document.data["a"] is document.data["b"]

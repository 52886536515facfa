"""Texts, and the way from offsets to lines and columns."""

from __future__ import annotations

import pickle

import pytest

from strokekit.diagnostics import Span
from strokekit.formats import Source


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        pytest.param("one", 0, (1, 1), id="the start"),
        pytest.param("one", 3, (1, 4), id="the end"),
        pytest.param("one\ntwo", 3, (1, 4), id="before a line feed"),
        pytest.param("one\ntwo", 4, (2, 1), id="after a line feed"),
        pytest.param("one\r\ntwo", 5, (2, 1), id="after CRLF"),
        pytest.param("one\rtwo", 4, (2, 1), id="after a lone CR"),
        pytest.param("a\r\r\nb", 4, (3, 1), id="CR, then CRLF"),
        pytest.param("a\n\nb", 3, (3, 1), id="after an empty line"),
        pytest.param("é😀x", 2, (1, 3), id="code points, not bytes"),
        pytest.param("a\u2028b", 2, (1, 3), id="no line separator"),
        pytest.param("\ufeffab", 1, (1, 1), id="a byte order mark has no column"),
        pytest.param("\ufeffab", 0, (1, 1), id="on the byte order mark"),
        pytest.param("\ufeffa\nb", 3, (2, 1), id="the line after one"),
        pytest.param("", 0, (1, 1), id="an empty text"),
        pytest.param("one\n", 4, (2, 1), id="after the last line"),
    ],
)
def test_lines_and_columns(text: str, offset: int, place: tuple[int, int]) -> None:
    """Both count from 1, columns in code points; LF, CRLF and a lone CR end a line."""
    span = Source("a", text).span(offset, offset)

    assert (span.line, span.column) == place


def test_a_span_over_lines() -> None:
    """A span has the place of its start and that of its end."""
    expected = Span(start=2, end=6, line=1, column=3, end_line=2, end_column=3)

    assert Source("a", "abc\ndef").span(2, 6) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(-5, 2, (0, 2), id="before the text"),
        pytest.param(1, 99, (1, 3), id="behind the text"),
        pytest.param(2, 1, (2, 2), id="upside down"),
    ],
)
def test_offsets_outside_are_moved_in(start: int, end: int, expected: tuple[int, int]) -> None:
    """A report about a wrong offset is better than none."""
    span = Source("a", "abc").span(start, end)

    assert (span.start, span.end) == expected


def test_slice() -> None:
    """The text between two offsets."""
    assert Source("a", "where: back").slice(7, 11) == "back"


def test_it_pickles_and_compares_by_content() -> None:
    """Also after its lines have been counted."""
    source = Source("a", "x\ny")
    source.span(2, 3)

    assert pickle.loads(pickle.dumps(source)) == source == Source("a", "x\ny")  # noqa: S301 - our own bytes
    assert source != Source("b", "x\ny")


def test_its_repr_does_not_hold_the_text() -> None:
    """A log line with a source in it stays a line."""
    assert repr(Source("a.yaml", "x" * 1000)) == "Source(name='a.yaml')"

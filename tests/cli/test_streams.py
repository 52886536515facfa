"""Where a command writes: whatever a stream can't show, or nobody reads, raises nothing but `Unwritable`."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from strokekit.cli.streams import Streams, Unwritable


class Failing(io.StringIO):
    """A stream that fails with a given problem."""

    def __init__(self, problem: Exception) -> None:
        """Keep the problem."""
        super().__init__()
        self.problem = problem

    def write(self, text: str) -> int:  # noqa: ARG002 - nothing is kept
        """Fail."""
        raise self.problem

    def flush(self) -> None:
        """Fail."""
        raise self.problem


def _streams(stdout: Any, stderr: Any = None) -> Streams:
    return Streams(io.StringIO(), stdout, stderr or io.StringIO())


def _ascii() -> tuple[io.BytesIO, io.TextIOWrapper]:
    raw = io.BytesIO()
    return raw, io.TextIOWrapper(raw, encoding="ascii", newline="\n")


def test_what_a_terminal_cannot_show_becomes_a_question_mark() -> None:
    """Text is shown as far as it can be."""
    raw, stdout = _ascii()
    streams = _streams(stdout)

    streams.out("Café 按\n")
    streams.flush()

    assert raw.getvalue() == b"Caf? ?\n"


def test_json_is_never_altered_by_a_terminal() -> None:
    """Where a stream can't show a character, JSON writes it as an escape."""
    raw, stdout = _ascii()
    streams = _streams(stdout)

    streams.json({"title": "Café"})
    streams.flush()

    assert json.loads(raw.getvalue()) == {"title": "Café"}


def test_json_is_readable_where_it_can_be() -> None:
    """No escapes stand in JSON that goes to a stream which can show everything."""
    stdout = io.StringIO()

    _streams(stdout).json({"title": "Café"})

    assert stdout.getvalue() == '{\n  "title": "Café"\n}\n'


def test_bytes_go_out_as_they_are() -> None:
    """A renderer's bytes are not decoded, and stand after what was written before."""
    raw = io.BytesIO()
    streams = _streams(io.TextIOWrapper(raw, encoding="utf-8"))

    streams.out("a")
    streams.raw(b"\xff\x00")
    streams.flush()

    assert raw.getvalue() == b"a\xff\x00"


def test_bytes_go_to_a_stream_of_text_as_text() -> None:
    """Without a buffer below, bytes are read as UTF-8."""
    stdout = io.StringIO()

    _streams(stdout).raw("é".encode() + b"\xff")

    assert stdout.getvalue() == "é\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("method", ["out", "err", "flush"])
def test_a_reader_that_has_gone_is_no_error(method: str) -> None:
    """A closed pipe ends nothing: the command goes on to its own exit code."""
    streams = _streams(Failing(BrokenPipeError()), Failing(BrokenPipeError()))

    assert getattr(streams, method)(*([] if method == "flush" else ["text"])) is None


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        pytest.param(OSError(28, "No space left on device"), "No space left on device", id="a full disk"),
        pytest.param(ValueError("I/O operation on closed file."), "I/O operation on closed file.", id="a closed stream"),
    ],
)
def test_what_cannot_be_written_is_said(problem: Exception, words: str) -> None:
    """Every other failure says why."""
    with pytest.raises(Unwritable) as raised:
        _streams(Failing(problem)).out("text")

    assert str(raised.value) == words


def test_errors_come_after_what_was_written_before() -> None:
    """In one terminal the two streams stand in the order in which they were written."""
    raw = io.BytesIO()
    stdout = io.TextIOWrapper(raw, encoding="utf-8")
    stderr = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    streams = _streams(stdout, stderr)

    streams.out("first\n")
    streams.err("second\n")

    assert raw.getvalue() == b"first\nsecond\n"
    stderr.detach()

"""Where a command reads and writes, and what it ends with. Writing never raises for what a stream can't show or nobody reads."""

from __future__ import annotations

import contextlib

TYPE_CHECKING = False
"""As in `typing`, which takes longer to import than all that `--help` needs."""
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TextIO

OK, FOUND, USAGE = 0, 1, 2
"""Exit codes: no errors; errors in what was read; a wrong call, or a failure of strokekit itself."""


class Unwritable(Exception):
    """An output can't be written, as on a full disk; the text says why."""


class Streams:
    """Standard input, output and error of one command.

    A reader that has gone (`strokekit techniques | head`) is no error: the rest is left unwritten, and the command ends with
    the exit code that it would have had. Every method may raise `Unwritable`.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> None:
        """Keep the three."""
        self.stdin, self.stdout, self.stderr = stdin, stdout, stderr

    def out(self, text: str) -> None:
        """Write text to standard output; characters that it can't show become `?`."""
        _write(self.stdout, text)

    def err(self, text: str) -> None:
        """Write text to standard error, in the same way, after everything that was written to standard output."""
        _flush(self.stdout)
        _write(self.stderr, text)

    def json(self, value: Any) -> None:
        """Write a value as JSON, in ASCII where the stream can't show more: JSON may not be altered by a terminal."""
        import json

        self.json_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def json_text(self, text: str) -> None:
        """Write a text that is JSON, in the same way."""
        import json

        self.out(text if _fits(self.stdout, text) else json.dumps(json.loads(text), indent=2) + "\n")

    def raw(self, made: bytes) -> None:
        """Write bytes to standard output, as UTF-8 text where it takes no bytes."""
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.out(made.decode("utf-8", errors="replace"))
            return
        _flush(self.stdout)
        with _kept():
            buffer.write(made)

    def flush(self) -> None:
        """Send off what is still held back."""
        _flush(self.stdout)
        _flush(self.stderr)


@contextlib.contextmanager
def _kept() -> Iterator[None]:
    """Go on when nobody reads any more; say why when something can't be written."""
    try:
        yield
    except BrokenPipeError:
        return
    except (OSError, ValueError) as problem:
        raise Unwritable(getattr(problem, "strerror", None) or str(problem)) from problem


def _write(stream: TextIO, text: str) -> None:
    with _kept():
        stream.write(text if _fits(stream, text) else _shown(stream, text))


def _flush(stream: TextIO) -> None:
    with _kept():
        stream.flush()


def _fits(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _shown(stream: TextIO, text: str) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, errors="replace").decode(encoding)

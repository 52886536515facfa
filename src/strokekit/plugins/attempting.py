"""Running what belongs to a plugin: whatever it raises becomes words, so that nobody else is hurt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")
LONGEST = 300
"""So many characters of what an exception says are repeated."""


class Misfit(ValueError):
    """A callable gave what can't be used; the text says what, as in `it gave float 1.5, and times are whole milliseconds`."""


@attrs.frozen
class Failed:
    """What was attempted raised, or gave a misfit; `words` say what, on one line."""

    words: str


@attrs.frozen
class Done(Generic[T]):
    """What was attempted gave a value."""

    value: T


def attempt(work: Callable[[], T]) -> Done[T] | Failed:
    """Do something that runs a plugin's own code; only a keyboard interrupt passes through.

    >>> attempt(lambda: 1 // 0)
    Failed(words='ZeroDivisionError: integer division or modulo by zero')
    """
    try:
        return Done(work())
    except Misfit as misfit:
        return Failed(str(misfit))
    except KeyboardInterrupt:
        raise
    except BaseException as problem:  # noqa: BLE001 - a plugin may raise anything, `sys.exit` and its own exceptions included
        return Failed(said(problem))


def said(problem: BaseException) -> str:
    r"""Put an exception into words on one line, also one that can't be printed.

    >>> said(ValueError("too\nlong"))
    'ValueError: too long'
    """
    try:
        words = " ".join(str(problem).split())
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - the words of a plugin's exception are the plugin's code too
        words = ""
    words = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return f"{type(problem).__name__}: {words}" if words else type(problem).__name__

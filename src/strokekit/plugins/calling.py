"""What callables of plugins may give, and the problem of one that fails; `attempting` calls them.

A call that never ends can't be caught here, in the same thread: the test kit finds such plugins, in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, TypeVar

from strokekit.diagnostics import Diagnostic, diagnose
from strokekit.plugins.attempting import Misfit
from strokekit.plugins.contexts import Ends
from strokekit.plugins.discovery import Owner

T = TypeVar("T")
MOST = 10_000
"""So many values a callable may give; a generator without an end is cut off there, and reported."""


def failed(owner: Owner, what: str, problem: str, instead: str) -> Diagnostic:
    """Make the problem of a call: what failed, how, and what is done instead."""
    return diagnose("plugin-call", plugin=str(owner), what=what, problem=problem, instead=instead, namespace=owner.namespace)


def limited(values: Iterable[T]) -> list[T]:
    """Collect the values of a callable.

    Raises:
        Misfit: there are more than `MOST`.
    """
    found = list(islice(values, MOST + 1))
    if len(found) > MOST:
        raise Misfit(f"it gave more than {MOST} values")
    return found


def same(call: Callable[[], T]) -> T:
    """Call twice and give the one answer.

    Raises:
        Misfit: the answers differ: a plan would take another time whenever somebody looks.
    """
    first, second = call(), call()
    if first != second:
        raise Misfit("it gave another answer the second time")
    return first


def ends(given: Any) -> Ends | None:
    """Take what `refine` gave: None, or least, ideal and most in whole milliseconds, in order.

    Raises:
        Misfit: it is something else.

    >>> ends((1_000, 2_000, 4_000))
    (1000, 2000, 4000)
    """
    if given is None:
        return None
    if not isinstance(given, (tuple, list)) or len(given) != 3:  # noqa: PLR2004 - the three that the message names
        raise Misfit(f"it gave {type(given).__name__}, not least, ideal and most")
    for ms in given:
        if type(ms) is not int:
            raise Misfit(f"it gave {type(ms).__name__} {ms!r:.40}, and times are whole milliseconds")
    least, ideal, most = given
    if not 0 <= least <= ideal <= most:
        what = "a negative time" if least < 0 else "times out of order"
        raise Misfit(f"it gave {what}: {least}, {ideal}, {most}")
    return least, ideal, most

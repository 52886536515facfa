"""Asking an implementation every question, and comparing what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from strokekit.testing.conformance.cases import Case, conformance_cases

Implementation: TypeAlias = Callable[[Mapping[str, Any]], Any]
"""Takes a question as JSON values and gives the answer as JSON values."""


@attrs.frozen(kw_only=True)
class Mismatch:
    """A case that an implementation answers wrongly: where in the answer, what was expected there, and what was found."""

    case: str
    at: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.case}: {self.at or 'the answer'} should be {self.expected!r}, and is {self.found!r}"


MISSING = "(nothing)"
"""Stands for what an answer lacks."""


def run_conformance(implementation: Implementation, cases: Iterable[Case] | None = None) -> tuple[Mismatch, ...]:
    """Ask an implementation and give what it answers wrongly, the first fault of each case; none where it conforms.

    An answer may have more keys than are expected. Lists are compared whole, and so are types: 60000 is not 60000.0, nor true.
    An implementation that raises has answered wrongly.

    >>> run_conformance(lambda question: {"wrong": question["does"]})[0].found
    '(nothing)'
    """
    found = (_judged(implementation, case) for case in (conformance_cases() if cases is None else cases))
    return tuple(mismatch for mismatch in found if mismatch is not None)


def _judged(implementation: Implementation, case: Case) -> Mismatch | None:
    try:
        answer = implementation(case.request)
    except Exception as problem:  # noqa: BLE001 - another's program
        return Mismatch(case=case.id, at="", expected=case.expected, found=f"{type(problem).__name__}: {problem}")
    different = _different(case.expected, answer, "")
    return None if different is None else Mismatch(case=case.id, at=different[0], expected=different[1], found=different[2])


def _different(expected: Any, found: Any, at: str) -> tuple[str, Any, Any] | None:
    """Find the first place where an answer is not as expected."""
    if isinstance(expected, dict) and isinstance(found, Mapping):
        pairs = ((f"{at}/{key}", value, found.get(key, MISSING)) for key, value in expected.items())
    elif isinstance(expected, list) and isinstance(found, (list, tuple)):
        if len(expected) != len(found):
            return at, expected, list(found)
        pairs = ((f"{at}/{index}", *pair) for index, pair in enumerate(zip(expected, found, strict=True)))
    else:
        return None if type(expected) is type(found) and expected == found else (at, expected, found)
    return next((wrong for place, one, other in pairs if (wrong := _different(one, other, place))), None)

"""What the callables of techniques say of a step: the time of a pass, and the moves; what fails is kept, once for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import Range
from strokekit.model.place import Path
from strokekit.model.plan import PlanStep
from strokekit.model.timeline import Move
from strokekit.plugins.attempting import Done, Misfit, attempt
from strokekit.plugins.calling import ends, failed, limited, same
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.contexts import Ends, MovesContext, TimingContext
from strokekit.plugins.declarations import Technique
from strokekit.plugins.discovery import Owner
from strokekit.plugins.verifying import Unusable, verified
from strokekit.timing.allot import spread
from strokekit.timing.amounts import UNKNOWN, Amounts, Bounds
from strokekit.timing.pace import Pace

DECLARED = "the time that the technique declares is used"
WITHOUT = "the step is shown without moves"
Lengths = tuple[tuple[Move, int | None], ...]
"""Moves with their lengths in milliseconds; None while the time of the step is unknown."""


@attrs.define
class Calls:
    """Asks the callables of one catalogue, and keeps what went wrong in the order in which it did."""

    catalog: Catalog
    amounts: Amounts
    pace: Pace
    _problems: dict[tuple[str, str], Diagnostic] = attrs.field(factory=dict)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What went wrong: for each callable the first of it."""
        return tuple(self._problems.values())

    def refined(self, step: PlanStep, technique: Technique, declared: Bounds) -> Ends | None:
        """Ask how long one pass of a step takes; None where it is as declared."""
        context = TimingContext(declared=_ends(declared), **self._about(step, technique))
        refine = technique.refine
        if refine is None:
            return None
        found: Ends | None = self._ask(technique, "refine", lambda: same(lambda: ends(refine(context))), DECLARED)
        return found

    def moves(self, step: PlanStep, *, ms: int | None, passes: int) -> Lengths:
        """Ask which moves a step consists of, and divide its time among them."""
        technique = self.catalog.technique(step.technique) if step.known else None
        if technique is None or technique.moves is None:
            return ()
        expand = technique.moves
        context = MovesContext(ms=ms, passes=passes, **self._about(step, technique))

        def moved() -> Lengths:
            return divided([self._fit(technique, move) for move in limited(expand(context) or ())], ms)

        return self._ask(technique, "moves", lambda: same(moved), WITHOUT) or ()

    def _ask(self, technique: Technique, what: str, call: Callable[[], Any], instead: str) -> Any:
        """Call; where that fails, keep the problem and give None."""
        owner = self.catalog.owners.get(f"technique:{technique.id}", Owner(""))
        tried = attempt(call)
        if isinstance(tried, Done):
            return tried.value
        found = failed(owner, f"`{what}` of `{technique.id}`", tried.words, instead)
        self._problems.setdefault((technique.id, what), found)
        return None

    def _fit(self, technique: Technique, move: Any) -> Move:
        """Take a move, if it can be used, with the names of its plugin's own regions and words whole."""
        fit = _usable(move)
        where, path = (self._place(technique, kind, written) for kind, written in (("place", fit.where), ("path", fit.path)))
        return attrs.evolve(fit, where=where, path=path)

    def _place(self, technique: Technique, kind: str, written: str) -> str:
        """Write a place or a path of a move as a routine would."""
        if not written:
            return ""
        read = self.catalog.literals_of(technique.id).read(kind, written)
        if read.mistakes:
            raise Misfit(f"it gave a move with the {kind} {written!r:.80}, which can't be read")
        whole = self.catalog.literals.read(kind, written).value == read.value
        return written if whole else str(self.catalog.literals.write(kind, read.value))

    def _about(self, step: PlanStep, technique: Technique) -> dict[str, Any]:
        dose = {name: given.value for name, given in step.dose.items()}
        defaults = {name: own.default for name, own in technique.parameters.items() if own.default is not None}
        parameters = {**defaults, **step.given}
        length = self.pace.length(step)
        return {
            "technique": technique,
            "catalog": self.catalog,
            "dose": dose,
            "parameters": parameters,
            "amounts": dict(self._amounts(technique, dose, parameters)),
            "state": step.state,
            "regions": tuple(target.area.spot.region.name for target in step.targets if target.area),
            "targets": 1
            if isinstance(dose.get("path"), Path)
            else max(len(step.targets), 1),  # a way is one, whatever it leads over
            "length_mm": None if length is None else int(length * 10),
            "sides": step.sides,
        }

    def _amounts(
        self, technique: Technique, dose: Mapping[str, Any], parameters: Mapping[str, Any]
    ) -> Iterator[tuple[str, Ends]]:
        declared = technique.parameters
        given: list[tuple[str, str, Any]] = [
            (name, declared[name].type, parameters[name]) for name in parameters if name in declared
        ]
        read = [(name, kind, self.catalog.literals.read(kind, value).value) for name, kind, value in given if kind in _COUNTED]
        read += [(name, DOSE[name].kind, value) for name, value in dose.items() if name in DOSE and DOSE[name].kind in _COUNTED]
        for name, kind, value in read:
            found = _ends(getattr(self.amounts, kind)(value, UNKNOWN)) if isinstance(value, Range) else None
            if found is not None:
                yield name, found


_COUNTED = ("count", "duration")


def _ends(bounds: Bounds) -> Ends | None:
    return None if bounds.ideal is None or bounds.max is None else (bounds.min, bounds.ideal, bounds.max)


def _usable(move: Any) -> Move:
    """Take a move whose fields hold what they should.

    Raises:
        Misfit: it is none.
    """
    if type(move) is not Move:
        raise Misfit(f"it gave {type(move).__name__}, not Move")
    if type(move.share) is not int or move.share < 1:
        raise Misfit(f"it gave a move with the share {move.share!r:.40}, and shares are whole numbers > 0")
    if move.ms is not None and (type(move.ms) is not int or move.ms < 0):
        raise Misfit(f"it gave a move of {move.ms!r:.40}, and times are whole milliseconds >= 0")
    try:
        fit: Move = verified(move)
    except Unusable as problem:
        raise Misfit(f"in a move, {problem}") from problem
    if not any(text.strip() for text in fit.title.values()):
        raise Misfit("it gave a move without a title")
    return fit


def divided(moves: list[Move], ms: int | None) -> Lengths:
    """Divide the time of a step among its moves, to the millisecond.

    Raises:
        Misfit: they take more than there is, or leave some of it.

    >>> [ms for _, ms in divided([Move(title="Lean in", share=2), Move(title="Rest", ms=1_000)], 4_000)]
    [3000, 1000]
    """
    if ms is None or not moves:
        return tuple((move, move.ms) for move in moves)
    given = [move.ms or 0 for move in moves]
    left = ms - sum(given)
    weights = [move.share if move.ms is None else 0 for move in moves]
    if left < 0 or (left and not any(weights)):
        raise Misfit(f"its moves take {sum(given)} ms of a step of {ms} ms")
    return tuple(zip(moves, spread(left, given, weights), strict=True))

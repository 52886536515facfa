"""Literals read and written against one vocabulary: compact strings, long mappings, joins of them.

A literal is read once for each text: routines repeat their words, and parsing is dearer than looking up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.literals.forms import WHOLE
from strokekit.literals.grammar import parse
from strokekit.literals.joining import join, lone, negated
from strokekit.literals.kinds import KINDS, Kind
from strokekit.literals.long_forms import LongForm
from strokekit.literals.misfits import misfits
from strokekit.literals.segments import Given, joined, locate
from strokekit.literals.vocabulary import Builder, Mistake, Vocabulary
from strokekit.model.amounts import UNSTATED
from strokekit.model.place import Path

MEMO = 50_000
"""How many texts are remembered; past that the memory starts anew, so that a hostile file can't fill it."""
LONGEST = 1_000
"""How many characters a compact string may have; what is longer is no literal that anybody reads aloud."""
DEEPEST = 20
"""How many mappings and lists a long form may nest."""


@attrs.frozen
class Reading:
    """A literal as read: the value, or None when it can't be made, and every mistake in it. Just one of the two is there."""

    value: Any
    mistakes: tuple[Mistake, ...] = ()


@attrs.frozen
class Literals:
    """Reads and writes the literals of one vocabulary.

    The memory of texts already read belongs to the object; it is no part of its value and does not pickle.
    """

    vocabulary: Vocabulary
    _memo: dict[tuple[str, str | int], Reading] = attrs.field(factory=dict, eq=False, repr=False)

    def read(self, kind: str, written: Any) -> Reading:
        """Read a literal of the kind named `kind` from its JSON value, in whatever form. No JSON value makes it raise.

        Raises:
            KeyError: there is no such kind.

        >>> from strokekit import Engine
        >>> Engine().catalog.literals.read("count", "3..5").value.max
        5
        """
        if isinstance(written, (str, int)) and not isinstance(written, bool):
            return self._remembered(KINDS[kind], written)
        if _depth(written) > DEEPEST:
            return _wrong(KINDS[kind], f"this nests deeper than {DEEPEST} levels")
        return _read_mapping(self, KINDS[kind], written)

    def _remembered(self, kind: Kind, written: str | int) -> Reading:
        known = self._memo.get((kind.name, written))
        if known is None:
            if len(self._memo) >= MEMO:
                self._memo.clear()
            known = _read_text(self.vocabulary, kind, written)
            if isinstance(written, int) or len(written) <= LONGEST:
                self._memo[kind.name, written] = known
        return known

    def write(self, kind: str, value: Any) -> Any:
        """Write a value in the shortest form that says it all; `read` gives it back.

        Raises:
            KeyError: there is no such kind.

        >>> from strokekit import Engine
        >>> literals = Engine().catalog.literals
        >>> literals.write("count", literals.read("count", {"min": 3, "max": 5}).value)
        '3..5'
        """
        return "unstated" if value is UNSTATED else KINDS[kind].write(value, self.vocabulary)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the vocabulary alone."""
        return (Literals, (self.vocabulary,))


def _depth(written: Any) -> int:
    """Count how many mappings and lists nest, without recursion, and no further than matters."""
    level, depth = [written], 0
    while depth <= DEEPEST:
        level = [part for value in level for part in _inside(value)]
        if not level:
            break
        depth += 1
    return depth


def _inside(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, Mapping) else value if isinstance(value, list) else []


def _wrong(kind: Kind, problem: str) -> Reading:
    return Reading(None, (Mistake(name="literal", facts={"problem": problem, "expected": kind.expected}),))


def _read_text(vocabulary: Vocabulary, kind: Kind, written: str | int) -> Reading:
    if written == "unstated":
        return Reading(UNSTATED)
    if isinstance(written, int) and not -WHOLE < written < WHOLE:
        return Reading(None, (Mistake(name="number-not-plain", facts={"text": "this number"}),))
    text = str(written)
    if isinstance(written, int) and not kind.numbers:
        return _wrong(kind, f"`{text}` is not understood here")
    if len(text) > LONGEST:
        return _wrong(kind, f"this is longer than {LONGEST} characters")
    value, mistakes = _parsed(vocabulary, kind, text)
    return Reading(None if mistakes else value, mistakes)


def _parsed(vocabulary: Vocabulary, kind: Kind, text: str) -> tuple[Any, tuple[Mistake, ...]]:
    builder = Builder(vocabulary, text)
    tree = parse(kind.start, text)
    if isinstance(tree, Mistake):
        return None, (attrs.evolve(tree, facts={**tree.facts, "expected": kind.expected}),)
    value = kind.build(builder, tree)
    return value, tuple(builder.mistakes)


def _describe(written: Any) -> str:
    return {list: "a list", bool: "a truth value", type(None): "nothing"}.get(type(written), f"`{written}`")


def _read_mapping(literals: Literals, kind: Kind, written: Any) -> Reading:
    if not isinstance(written, Mapping):
        return _wrong(kind, f"{_describe(written)} is not understood here")
    given = {str(key): value for key, value in written.items() if not str(key).startswith("x-")}
    mistakes = misfits(kind, given)
    if mistakes:
        return Reading(None, mistakes)
    for how in kind.joins:
        if how in given:
            return _join(literals, kind, how, given[how])
    if kind.name == "when" and "not" in given:
        return _negate(literals, given["not"])
    if kind.name == "path":
        return _path(literals, given)
    return _long(literals.vocabulary, kind, kind.long or LongForm(keys={}), given)


def _parts(literals: Literals, kind: Kind, key: str, written: list[Any]) -> Reading:
    """Read the members of a list, which are values or joins of values, but never nothing."""
    readings = [literals.read(kind.name, part) for part in written]
    mistakes = [mistake.below(key, index) for index, reading in enumerate(readings) for mistake in reading.mistakes]
    unstated = [index for index, reading in enumerate(readings) if reading.value is UNSTATED]
    mistakes += [_unstated(kind).below(key, index) for index in unstated]
    return Reading(None if mistakes else [reading.value for reading in readings], tuple(mistakes))


def _unstated(kind: Kind) -> Mistake:
    problem = "`unstated` stands for the whole of a field"
    return Mistake(name="literal", facts={"problem": problem, "expected": kind.expected})


def _join(literals: Literals, kind: Kind, how: str, written: list[Any]) -> Reading:
    parts = _parts(literals, kind, how, written)
    if parts.mistakes:
        return parts
    made = join(kind.name, how, parts.value)
    return Reading(None, (made,)) if isinstance(made, Mistake) else Reading(made)


def _negate(literals: Literals, written: Any) -> Reading:
    reading = literals.read("when", written)
    mistakes = reading.mistakes or ((_unstated(KINDS["when"]),) if reading.value is UNSTATED else ())
    if mistakes:
        return Reading(None, tuple(mistake.below("not") for mistake in mistakes))
    return Reading(negated(reading.value))


def _path(literals: Literals, given: Given) -> Reading:
    parts = _parts(literals, KINDS["place"], "places", given["places"])
    if parts.mistakes:
        return parts
    if len(parts.value) == 1:
        problem = {"problem": "a path leads from one place to another", "expected": "two places or more"}
        return Reading(None, (Mistake(name="literal", path=("places",), facts=problem),))
    back = parts.value[:1] if given.get("closed") else []
    return Reading(Path(places=(*parts.value, *back)))


def _long(vocabulary: Vocabulary, kind: Kind, form: LongForm, given: Given) -> Reading:
    builder = Builder(vocabulary)
    if form.make is not None:
        value = form.make(builder, given)
        return Reading(None if builder.mistakes else value, tuple(builder.mistakes))
    segments = form.compact(given)
    value, mistakes = _parsed(vocabulary, kind, joined(segments))
    if mistakes:
        return Reading(None, tuple(locate(mistake, segments) for mistake in mistakes))
    if not lone(value):
        return _wrong(kind, "this says several things at once")
    value = form.extend(builder, value, given)
    return Reading(None if builder.mistakes else value, tuple(builder.mistakes))


def read_inner(builder: Builder, kind: str, written: Any, key: str) -> Any:
    """Read a literal that stands under `key` of a long form, and note its mistakes there."""
    reading = Literals(builder.vocabulary).read(kind, written)
    mistakes = reading.mistakes or ((_unstated(KINDS[kind]),) if reading.value is UNSTATED else ())
    builder.mistakes += [mistake.below(key) for mistake in mistakes]
    return None if mistakes else reading.value

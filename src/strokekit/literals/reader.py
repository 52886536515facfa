"""Literals read and written against one vocabulary: compact strings, long mappings, joins of them.

A literal is read once for each text: routines repeat their words, and parsing is dearer than looking up.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import partial
from typing import Any

import attrs

from strokekit.literals.grammar import parse
from strokekit.literals.kinds import KINDS, Kind
from strokekit.literals.long_forms import joined, locate
from strokekit.literals.printing import level_text, write_pressure
from strokekit.literals.vocabulary import Builder, Mistake, Vocabulary
from strokekit.model.amounts import UNSTATED
from strokekit.model.condition import Condition, When
from strokekit.model.place import Path, Place
from strokekit.model.touch import Level

MEMO = 50_000
"""How many texts are remembered; past that the memory starts anew, so that a hostile file can't fill it."""


@attrs.frozen
class Reading:
    """A literal as read: the value, or None when it can't be made, and every mistake in it."""

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
        """Read a literal of the kind named `kind` from its JSON value, in whatever form.

        Raises:
            KeyError: there is no such kind.
        """
        if isinstance(written, (str, int)) and not isinstance(written, bool):
            known = self._memo.get((kind, written))
            if known is None:
                if len(self._memo) >= MEMO:
                    self._memo.clear()
                known = self._memo[kind, written] = _read_text(self.vocabulary, KINDS[kind], written)
            return known
        return _read_mapping(self, KINDS[kind], written)

    def write(self, kind: str, value: Any) -> Any:
        """Write a value in the shortest form that says it all; `read` gives it back."""
        if value is UNSTATED:
            return "unstated"
        if kind == "pressure":
            return write_pressure(value, partial(_level, self.vocabulary))
        return KINDS[kind].write(value)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the vocabulary alone."""
        return (Literals, (self.vocabulary,))


def _level(vocabulary: Vocabulary, level: Level) -> str:
    """The bare word, where the vocabulary gives it the very same level."""
    if level.word and not level.word_to:
        known = Literals(vocabulary).read("pressure", level.word).value
        if known is not None and known.options[0][0].level == level:
            return level.word
    return level_text(level)


def _read_text(vocabulary: Vocabulary, kind: Kind, written: str | int) -> Reading:
    if written == "unstated":
        return Reading(UNSTATED)
    if isinstance(written, int) and not kind.integer and kind.name not in {"pressure", "duration", "percent", "length", "size"}:
        return Reading(None, (_wrong_form(kind, str(written)),))
    builder = Builder(vocabulary)
    value = _parse(builder, kind, str(written))
    return Reading(None if builder.mistakes else value, tuple(builder.mistakes))


def _parse(builder: Builder, kind: Kind, text: str) -> Any:
    tree = parse(kind.start, text)
    if isinstance(tree, Mistake):
        builder.mistakes.append(attrs.evolve(tree, facts={**tree.facts, "expected": kind.expected}))
        return None
    return kind.build(builder, tree)


def _wrong_form(kind: Kind, found: str) -> Mistake:
    return Mistake(name="literal", facts={"problem": f"{found} is not understood here", "expected": kind.expected})


def _read_mapping(literals: Literals, kind: Kind, written: Any) -> Reading:
    if not isinstance(written, Mapping):
        return Reading(None, (_wrong_form(kind, _describe(written)),))
    for join in kind.joins:
        if set(written) == {join} and isinstance(written[join], list) and written[join]:
            return _join(literals, kind, join, written[join])
    if kind.name == "when" and set(written) == {"not"}:
        return _negate(literals.read("when", written["not"]))
    if kind.name == "path" and isinstance(written.get("places"), list):
        return _path(literals, written)
    return _long(literals, kind, written)


def _describe(written: Any) -> str:
    return {list: "a list", bool: "a truth value", type(None): "nothing"}.get(type(written), f"`{written}`")


def _long(literals: Literals, kind: Kind, written: Mapping[str, Any]) -> Reading:
    form = kind.long
    missing = [keys for keys in form.needs if not set(keys) & set(written)] if form else []
    if form is None or missing or not set(written) <= set(form.keys):
        wanted = " or ".join(f"`{key}`" for key in missing[0]) if missing else kind.expected
        return Reading(None, (Mistake(name="literal", facts={"problem": "this says too little", "expected": wanted}),))
    segments = form.compact(written)
    inner = Builder(literals.vocabulary)
    value = _parse(inner, kind, joined(segments))
    mistakes = [locate(mistake, segments) for mistake in inner.mistakes]
    outer = Builder(literals.vocabulary)
    value = form.extend(outer, None if mistakes else value, written)
    mistakes += outer.mistakes
    return Reading(None if mistakes else value, tuple(mistakes))


def read_inner(builder: Builder, kind: str, written: Any, key: str) -> Any:
    """Read a literal that stands under `key` of a long form, and note its mistakes there."""
    reading = Literals(builder.vocabulary).read(kind, written)
    builder.mistakes += [mistake.below(key) for mistake in reading.mistakes]
    return reading.value


def _parts(literals: Literals, kind: Kind, key: str, written: list[Any]) -> tuple[list[Any], list[Mistake]]:
    readings = [literals.read(kind.name, part) for part in written]
    mistakes = [mistake.below(key, index) for index, reading in enumerate(readings) for mistake in reading.mistakes]
    unstated = [index for index, reading in enumerate(readings) if reading.value is UNSTATED]
    expected = {"problem": "`unstated` stands for the whole of a field", "expected": kind.expected}
    mistakes += [Mistake(name="literal", path=(key, index), facts=expected) for index in unstated]
    return [reading.value for reading in readings], mistakes


def _join(literals: Literals, kind: Kind, join: str, written: list[Any]) -> Reading:
    values, mistakes = _parts(literals, kind, join, written)
    if mistakes:
        return Reading(None, tuple(mistakes))
    if kind.name == "when":
        parts = tuple(part for value in values for part in _conditions(value, join))
        return Reading(When(join="all" if len(parts) == 1 else join, parts=parts))  # type: ignore[arg-type]  # any or all
    if kind.name == "place":
        return Reading(Place(areas=tuple(area for value in values for area in value.areas)))
    if join == "any":
        return Reading(type(values[0])(options=tuple(option for value in values for option in value.options)))
    mixed = itertools.product(*(value.options for value in values))
    return Reading(type(values[0])(options=tuple(tuple(itertools.chain(*groups)) for groups in mixed)))


def _conditions(value: When, join: str) -> tuple[Condition | When, ...]:
    """The parts of a join inside a join: taken in where that changes nothing, else kept as a part."""
    alike = value.join == join or len(value.parts) == 1
    return value.parts if alike and not value.negated else (value,)


def _negate(reading: Reading) -> Reading:
    if reading.mistakes or reading.value is UNSTATED:
        return Reading(None, tuple(mistake.below("not") for mistake in reading.mistakes))
    value: When = reading.value
    if len(value.parts) == 1 and isinstance(value.parts[0], Condition) and not value.negated:
        part = value.parts[0]
        return Reading(When(join="all", parts=(attrs.evolve(part, negated=not part.negated),)))
    return Reading(attrs.evolve(value, negated=not value.negated))


def _path(literals: Literals, written: Mapping[str, Any]) -> Reading:
    values, mistakes = _parts(literals, KINDS["place"], "places", written["places"])
    if len(values) < 2 and not mistakes:  # noqa: PLR2004 - from one to another
        problem = {"problem": "a path leads from one place to another", "expected": "two places or more"}
        mistakes = [Mistake(name="literal", path=("places",), facts=problem)]
    if mistakes:
        return Reading(None, tuple(mistakes))
    return Reading(Path(places=tuple(values) + ((values[0],) if written.get("closed") is True else ())))

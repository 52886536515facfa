"""The long form of a range, made from its parts: `{min: 4, max: 9, by: tolerance}`, `{count: 6, each: way}`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import attrs

from strokekit.literals import forms
from strokekit.literals.build_amounts import ordered, rising
from strokekit.literals.forms import AMOUNT, TEXT, WORD
from strokekit.literals.long_forms import LongForm, inner, word
from strokekit.literals.segments import Given
from strokekit.literals.vocabulary import Builder
from strokekit.model.amounts import Range

ENDS = ("min", "ideal", "max")


def amount_form(own: str, *, each: bool = False, named: bool = True) -> LongForm:
    """Give the long form of a range: `{count: 6, each: way}`.

    Args:
        own: its kind, and the key that holds a range of it.
        each: whether it may hold for `each` of something.
        named: whether named quantities can be of its kind.
    """
    more = {**({"vague": WORD} if named else {}), **({"each": WORD} if each else {})}
    who = {"by": WORD, "basis": WORD, "source": forms.WORD, "note": TEXT}
    some = tuple(key for key in (own, "vague", "about", "min", "max") if named or key != "vague")
    return LongForm(keys=dict.fromkeys((own, *ENDS, "about"), AMOUNT) | more | who, make=partial(_make, own=own), some=some)


def _make(builder: Builder, given: Given, *, own: str) -> Range[Any] | None:
    heads = [key for key in (own, "vague", "about") if key in given]
    ends = [key for key in ENDS if key in given]
    if len(heads) + bool(ends) > 1:
        two = " and ".join(f"`{key}`" for key in (*heads, *ends))
        builder.wrong("literal", problem=f"{two} say the same thing twice", expected="one of them")
        return None
    amount = _from_ends(builder, given, own, ends) if ends else _whole(builder, given, own, heads[0])
    if amount is None or builder.mistakes:
        return None
    return _extended(builder, amount, given)


def _extended(builder: Builder, amount: Range[Any], given: Given) -> Range[Any]:
    each, by = word(builder, "each", given, "each"), word(builder, "decider", given, "by")
    if each and amount.each:
        builder.wrong("literal", problem="`each` is said twice", expected="it once")
    basis, source, note = (given.get(key) for key in ("basis", "source", "note"))
    return attrs.evolve(amount, each=each or amount.each, by=by, basis=basis, source=source, note=note)


def _whole(builder: Builder, given: Given, own: str, key: str) -> Range[Any] | None:
    """Read a range under one key."""
    if key == "about":
        about = _end(builder, given, own, key)
        return about and attrs.evolve(about, min=None, max=None, about=True)
    amount = inner(builder, own, given, key)
    if isinstance(amount, Range) and (key == own or amount.vague):
        return amount
    if not builder.mistakes:
        builder.wrong("literal", problem=f"`{given[key]}` is no {own} under `{key}`", expected="an amount")
    return None


def _end(builder: Builder, given: Given, own: str, key: str) -> Range[Any] | None:
    """Read one end: a single number with its unit."""
    if key not in given:
        return None
    amount = inner(builder, own, given, key)
    if isinstance(amount, Range) and amount.exact and not amount.each:
        return amount
    if not builder.mistakes:
        builder.wrong("literal", problem=f"`{key}` takes a single amount", expected=f"`{own}` for a range")
    return None


def _from_ends(builder: Builder, given: Given, own: str, ends: Sequence[str]) -> Range[Any] | None:
    read = {key: _end(builder, given, own, key) for key in ends}
    amounts = {key: amount for key, amount in read.items() if amount is not None}
    if builder.mistakes or not amounts:
        return None
    units = {amount.unit for amount in amounts.values()}
    if len(units) > 1:
        builder.wrong("literal", problem="the ends have different units", expected="one unit")
        return None
    numbers = [amount.min for amount in amounts.values()]
    if not rising(numbers):
        _upside_down(builder, given, ends, numbers)
        return None
    low, ideal, high = (amounts[key].min if key in amounts else None for key in ENDS)
    return Range(min=low, ideal=low if low is not None and low == high else ideal, max=high, unit=units.pop())


def _upside_down(builder: Builder, given: Given, ends: Sequence[str], numbers: Sequence[Any]) -> None:
    texts = [
        next(str(given[key]) for key, read in zip(ends, numbers, strict=True) if read == number) for number in ordered(numbers)
    ]
    repair = ", ".join(f"{key}: {text}" for key, text in zip(ends, texts, strict=True))
    builder.wrong("range-upside-down", found="..".join(str(given[key]) for key in ends), repair=repair)

"""What is wrong with the keys of a long form, before its texts are read."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from strokekit.literals.kinds import Kind
from strokekit.literals.long_forms import LongForm
from strokekit.literals.segments import Given
from strokekit.literals.vocabulary import Mistake


def misfits(kind: Kind, given: Given) -> tuple[Mistake, ...]:
    """Find keys that are unknown, missing, or one too many, and values that their keys don't take."""
    joins = [how for how in kind.joins if how in given]
    if joins:
        return tuple(_join(given, joins[0]))
    if kind.long is None:
        return (_literal("a mapping is not understood here", kind.expected),)
    return (*_unknown(kind, kind.long, given), *_wrong(kind.long, given)) or tuple(_number(kind, kind.long, given))


def _join(given: Given, how: str) -> Iterator[Mistake]:
    if len(given) > 1:
        others = " and ".join(f"`{key}`" for key in given if key != how)
        yield _literal(f"`{how}` stands alone, not beside {others}", f"the rest inside the list of `{how}`")
    if not isinstance(given[how], list) or not given[how]:
        yield _literal(f"`{how}` takes a list", "a list of at least one", how)


def _unknown(kind: Kind, form: LongForm, given: Given) -> Iterator[Mistake]:
    for key in given:
        if key not in form.keys:
            near = get_close_matches(key[:60], (*form.keys, *kind.joins), n=1)
            hints = (f"did you mean `{near[0]}`?",) if near else (f"keys are: {', '.join((*form.keys, *kind.joins))}",)
            facts = {"key": key, "where": f"the long form of a {kind.name}"}
            yield Mistake(name="unknown-key", path=(key,), facts=facts, hints=hints, on="key")


def _wrong(form: LongForm, given: Given) -> Iterator[Mistake]:
    for key, value in given.items():
        if value == "unstated":
            yield _literal("`unstated` stands for the whole of a field", f"`{key}` with a value, or leave it out", key)
        elif key in form.keys and not form.keys[key].fits(value):
            yield _literal(f"`{key}` takes {form.keys[key].takes}", form.keys[key].takes, key)


def _number(kind: Kind, form: LongForm, given: Given) -> Iterator[Mistake]:
    """Find what is said too little and too much."""
    missing = [key for key in form.needs if key not in given]
    if missing or (form.some and not set(form.some) & set(given)):
        keys = " and ".join(f"`{key}`" for key in missing) or " or ".join(f"`{key}`" for key in form.some)
        yield _literal("this says too little", f"{keys} too")
    heads = [key for key in form.one if key in given and form.beside.get(key) not in given]
    if form.one and not heads:
        yield _literal("this says too little", f"{' or '.join(f'`{key}`' for key in form.one)} too")
    if len(heads) > 1:
        yield _literal(f"{' and '.join(f'`{key}`' for key in heads)} are two things", f"one of them{_joins(kind)}")


def _joins(kind: Kind) -> str:
    return f", or each in a mapping of its own under {' or '.join(f'`{how}`' for how in kind.joins)}" if kind.joins else ""


def _literal(problem: str, expected: str, *path: str) -> Mistake:
    return Mistake(name="literal", path=path, facts={"problem": problem, "expected": expected})

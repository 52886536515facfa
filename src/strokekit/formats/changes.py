"""What can be changed in a document, and the data after it: the meaning of a change, without any text.

`patches` says the same of the text; an edit is right when reading what the one made gives what the other says.
"""

from __future__ import annotations

import copy
import json
from typing import Any, TypeAlias

import attrs

from strokekit.errors import UsageError
from strokekit.formats.marks import index
from strokekit.formats.pointer import split

END = "-"
"""What stands for the place behind the last item of a list, as in JSON Patch."""


@attrs.frozen
class Set:
    """Put `value` at `pointer`: in the place of what stands there, or as a new key at the end of its mapping."""

    pointer: str
    value: Any


@attrs.frozen
class Insert:
    """Put `value` before the item at `pointer`, or as a new key before the key `before`; `/-` is the end of a list."""

    pointer: str
    value: Any
    before: str | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Remove:
    """Take away what stands at `pointer`, its key or dash and the comment behind it included."""

    pointer: str


@attrs.frozen
class Rename:
    """Call the key at `pointer` something else; its place and its value stay."""

    pointer: str
    key: str


Change: TypeAlias = Set | Insert | Remove | Rename


def changed(data: dict[str, Any], change: Change) -> dict[str, Any]:
    """Give the data after a change; `data` itself stays as it is.

    Raises:
        UsageError: nothing stands where the change says, or something does where it may not.

    >>> changed({"a": 1}, Rename("/a", "b"))
    {'b': 1}
    """
    made = json.loads(json.dumps(data))  # copied without what aliases share
    if not change.pointer:
        raise UsageError("the whole document can't be changed at once: change what it holds, or read another text")
    holder, key = _holder(made, change.pointer)
    if isinstance(holder, dict):
        return _in_mapping(made, holder, key, change)
    _in_list(holder, key, change)
    return made  # type: ignore[no-any-return]  # what was copied is a mapping


def _holder(data: Any, pointer: str) -> tuple[Any, str]:
    try:
        *way, key = split(pointer)
    except ValueError as problem:
        raise UsageError(str(problem)) from None
    here: Any = data
    for part in way:
        place = index(part) if isinstance(here, list) else part
        if not (isinstance(here, dict) and place in here) and not (isinstance(here, list) and _within(here, place)):
            raise UsageError(f"nothing stands at {pointer!r}: there is no {part!r}")
        here = here[place]  # type: ignore[index]  # an index for a list, a key for a mapping
    if not isinstance(here, (dict, list)):
        raise UsageError(f"nothing can stand at {pointer!r}: what holds it is no mapping and no list")
    return here, key


def _within(here: list[Any], place: Any) -> bool:
    return isinstance(place, int) and place < len(here)


def _in_mapping(made: dict[str, Any], holder: dict[str, Any], key: str, change: Change) -> dict[str, Any]:
    if isinstance(change, (Remove, Rename)) and key not in holder:
        raise UsageError(f"nothing stands at {change.pointer!r}: there is no key {key!r}")
    if isinstance(change, Set):
        holder[key] = copy.deepcopy(change.value)
    elif isinstance(change, Remove):
        del holder[key]
    elif isinstance(change, Rename):
        _new(holder, change.key, change.pointer, same=key)
        _reorder(holder, {(change.key if name == key else name): value for name, value in holder.items()})
    else:
        _new(holder, key, change.pointer)
        _insert(holder, key, change)
    return made


def _new(holder: dict[str, Any], key: str, pointer: str, same: str | None = None) -> None:
    if key in holder and key != same:
        raise UsageError(f"{pointer!r}: there is a key {key!r} already")


def _insert(holder: dict[str, Any], key: str, change: Insert) -> None:
    if change.before is not None and change.before not in holder:
        raise UsageError(f"{change.pointer!r}: there is no key {change.before!r} to stand before")
    after: dict[str, Any] = {}
    for name, value in holder.items():
        if name == change.before:
            after[key] = copy.deepcopy(change.value)
        after[name] = value
    after.setdefault(key, copy.deepcopy(change.value))
    _reorder(holder, after)


def _reorder(holder: dict[str, Any], after: dict[str, Any]) -> None:
    holder.clear()
    holder.update(after)


def _in_list(holder: list[Any], key: str, change: Change) -> None:
    place = len(holder) if key == END else index(key)
    inserts = isinstance(change, Insert)
    if isinstance(change, Rename):
        raise UsageError(f"{change.pointer!r} is an item of a list, which has no key")
    if place is None or place >= len(holder) + inserts:
        raise UsageError(f"nothing stands at {change.pointer!r}: the list has {len(holder)} items")
    if isinstance(change, Set):
        holder[place] = copy.deepcopy(change.value)
    elif isinstance(change, Insert):
        holder.insert(place, copy.deepcopy(change.value))
    else:
        del holder[place]

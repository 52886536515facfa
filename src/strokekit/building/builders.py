"""The builders: a function for each thing that a file holds, whose keywords are the keys of the format.

They check the shape of the call and nothing else: a keyword that the format does not have, or a value that no file could hold,
is a TypeError. What a value says is checked by the engine, with the same code as a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, TypeVar

from strokekit.building.calling import call
from strokekit.building.keys import EXTRA, HOLDS, key_of
from strokekit.building.piece import Kind, Part, Piece, Routine, Section, Step
from strokekit.building.values import taken
from strokekit.model.frozen import FrozenMap
from strokekit.reading.envelope import VERSION

K = TypeVar("K", bound=Kind)


def technique(id: str, /, *, extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:  # noqa: A002 - the format's word
    """Do a technique on the client: `where`, `pressure`, `repeat` and all other keys of such a step.

    `with_` stands for the key `with`. `extras` are keys that begin with `x-`; every builder takes them.

    Raises:
        TypeError: the format has no such key, or no file could hold the value.

    >>> technique("kneading", where="calf", repeat="3..5").data
    {'technique': 'kneading', 'where': 'calf', 'repeat': '3..5'}
    >>> technique("kneading", repeats=3)
    Traceback (most recent call last):
    TypeError: technique() takes no `repeats`; did you mean `repeat`?
    """
    return _made("step", "technique", {"technique": _id("technique", id)}, (id,), keys, extras)


def action(id: str, /, *, extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:  # noqa: A002 - as above
    """Do anything that is no hands-on work: prepare the room, move the client, place a thing.

    >>> action("cover", where="body", thing="towel or blanket").data
    {'action': 'cover', 'where': 'body', 'thing': 'towel or blanket'}
    """
    return _made("step", "action", {"action": _id("action", id)}, (id,), keys, extras)


def block(*steps: Step | Mapping[str, Any], extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:
    """Bind steps together, once or in loops: `repeat`, `sides` and whatever else a block takes.

    >>> block(technique("kneading", where="calf"), sides="each").data
    {'steps': [{'technique': 'kneading', 'where': 'calf'}], 'sides': 'each'}
    """
    return _made("step", "block", _children("block", "steps", steps), steps, keys, extras)


def section(
    id: str,  # noqa: A002 - the format's word
    /,
    *steps: Step | Mapping[str, Any],
    extras: Mapping[str, Any] | None = None,
    **keys: Any,
) -> Section:
    """Make a section of a routine: a named block with a phase of the visit.

    >>> section("legs", technique("kneading", where="calf"), position="prone").data["position"]
    'prone'
    """
    lead = {"id": _id("section", id), **_children("section", "steps", steps)}
    return _made("section", "section", lead, (id, *steps), keys, extras)


def choose(count: int | str, /, *options: Step | Mapping[str, Any], extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:
    """Do some of several options, the preferred first.

    >>> choose(1, action("rub_hands"), action("hold_thing", thing="warm towel"), by="client").data["by"]
    'client'
    """
    lead = {"choose": taken(count, "choose", "`choose` of choose()"), **_children("choose", "from", options)}
    return _made("step", "choose", lead, (count, *options), keys, extras)


def cue(*, extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:
    """Say something to the client, ask something, or caution the therapist, as a step of its own.

    >>> cue(say="Please turn over.").data
    {'say': 'Please turn over.'}
    """
    return _made("step", "cue", {}, (), keys, extras)


def include(ref: str, /, *, extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:
    """Put a part here: one of the routine's own, of a file, or of a plugin; `set` gives its values.

    >>> include("leg", set={"firmness": "moderate"}).data
    {'include': 'leg', 'set': {'firmness': 'moderate'}}
    """
    return _made("step", "include", {"include": _id("include", ref)}, (ref,), keys, extras)


def free(kind: str, /, *, extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:
    """Leave time without given strokes: for a `region`, or as a `pool` that is given out when the plan is made.

    >>> free("pool", among=["foot", "hand"], duration="3..6 min").data["among"]
    ['foot', 'hand']
    """
    return _made("step", "free", {"free": _id("free", kind)}, (kind,), keys, extras)


def checkpoint(elapsed: str | timedelta, /, *, extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:
    """Say how much time should have passed; it takes none itself.

    >>> checkpoint("12 min").data
    {'checkpoint': '12 min'}
    """
    lead = {"checkpoint": taken(elapsed, "checkpoint", "`checkpoint` of checkpoint()")}
    return _made("step", "checkpoint", lead, (elapsed,), keys, extras)


def unlisted(count: int | str, /, *, extras: Mapping[str, Any] | None = None, **keys: Any) -> Step:
    """Stand for so many steps that the source has and does not give.

    >>> unlisted(2, where="hand").data
    {'unlisted': 2, 'where': 'hand'}
    """
    lead = {"unlisted": taken(count, "unlisted", "`unlisted` of unlisted()")}
    return _made("step", "unlisted", lead, (count,), keys, extras)


def part(*steps: Step | Mapping[str, Any], extras: Mapping[str, Any] | None = None, **keys: Any) -> Part:
    """Make a part: steps that are included by a name, with values of their own.

    It stands under `parts` of a routine, or is filled on the spot by `with_values`.

    >>> part(technique("gliding", path="ankle -> hip", repeat="$passes"), values={"passes": {"type": "count"}}).kind
    'part'
    """
    return _made("part", "part", _children("part", "steps", steps), steps, keys, extras)


def fragment(*, extras: Mapping[str, Any] | None = None, **keys: Any) -> Routine:
    """Make a file of parts, which is only there to be included.

    >>> fragment(title="Legs", parts={"leg": part(technique("kneading", where="calf"))}).data["kind"]
    'fragment'
    """
    return _made("routine", "fragment", {"strokekit": VERSION, "kind": "fragment"}, (), keys, extras)


def routine(*sections: Section, extras: Mapping[str, Any] | None = None, **keys: Any) -> Routine:
    """Make a whole routine; its `document` is what an engine takes in the place of a file's.

    The sections come first, or under their key: `routine(title="Legs", sections=[…])`.

    >>> from strokekit import Engine
    >>> legs = section("legs", technique("kneading", where="calf", duration="2 mins"), position="prone")
    >>> built = routine(title="Legs", contraindications="none_reviewed", sections=[legs])
    >>> print(*(found.message for found in Engine().check(built.document)))
    in technique("kneading", where="calf", duration="2 mins"): `mins` is not understood here
    """
    lead = {"strokekit": VERSION, **_children("routine", "sections", sections)}
    return _made("routine", "routine", lead, sections, keys, extras)


def _made(
    kind: K,
    builder: str,
    lead: dict[str, Any],
    arguments: tuple[Any, ...],
    keys: Mapping[str, Any],
    extras: Mapping[str, Any] | None,
) -> Piece[K]:
    """Make a piece of what a builder was given by name; its call is that of the builder."""
    given = {key_of(builder, name): value for name, value in keys.items()}
    keys = made_keys(builder, lead, given, extras or {})
    return Piece(kind=kind, keys=keys, call=call(builder, arguments, given, depth=2))


def made_keys(builder: str, lead: Mapping[str, Any], given: Mapping[str, Any], extras: Mapping[str, Any]) -> FrozenMap[str, Any]:
    """Give the keys of a piece: `lead`, which is as a file would hold it, then what was given, then what the format ignores.

    Raises:
        TypeError: no file could hold a value, or a key is given twice.
    """
    made = {key: taken(value, key, f"`{key}` of {builder}()") for key, value in given.items()}
    twice = sorted({*lead} & {*made})
    if twice:
        raise TypeError(f"{builder}() was given `{twice[0]}` twice")
    return FrozenMap({**lead, **made, **_extras(builder, extras)})


def _id(builder: str, given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError(f"{builder}() takes an id first, not {type(given).__name__}")
    return given


def _children(builder: str, key: str, given: tuple[Any, ...]) -> dict[str, Any]:
    """Take the steps that were given by position."""
    if not given:
        return {}
    wrong = next((one for one in given if not isinstance(one, (Piece, Mapping))), None)
    if wrong is not None:
        raise TypeError(f"{builder}() takes {HOLDS[key]}s by position, not {wrong!r}")
    return {key: taken(given, key, f"{builder}()")}


def _extras(builder: str, extras: Mapping[str, Any]) -> dict[str, Any]:
    wrong = next((key for key in extras if not str(key).startswith(EXTRA)), None)
    if wrong is not None:
        raise TypeError(f"the extras of {builder}() begin with `{EXTRA}`, which {wrong!r} does not")
    return {key: taken(value, key, f"`{key}` of {builder}()") for key, value in extras.items()}

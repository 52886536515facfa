"""Laws of building: code and file say the same, and combinations keep what a plan is made of."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from strokekit import Engine, build, dump
from strokekit.building.keys import keys_of, spelt
from strokekit.diagnostics import Diagnostic, Outcome
from strokekit.formats import Document, Syntax, read_text
from strokekit.model.elastic import Elastic
from strokekit.model.plan import PlanStep, steps_of, walk
from strokekit.model.routine import Routine
from strokekit.reading import read_routine
from tests.building.rebuilding import routine_of
from tests.documents import near_routines, routines

ENGINE = Engine()
SYNTAXES: tuple[Syntax, ...] = ("yaml", "json")


# --- code and file ---


def _read(document: Outcome[Document]) -> Routine:
    """Read a routine by itself: the files that it includes are not there."""
    return read_routine(document.require(), ENGINE.catalog, ENGINE.dispatch).require()


@settings(max_examples=60)
@given(routines())
def test_what_is_built_is_what_a_file_holds(data: dict[str, Any]) -> None:
    """Building a routine by calls gives the very values of the file, and the routine that reading the file gives."""
    built = routine_of(data)

    assert built.data == data
    assert _read(built.document) == _read(read_text(json.dumps(data), syntax="json"))


@settings(max_examples=60)
@given(routines(), st.sampled_from(SYNTAXES))
def test_a_dump_is_read_as_what_was_built(data: dict[str, Any], syntax: Syntax) -> None:
    """Writing and reading again gives the same routine, in both syntaxes."""
    built = routine_of(data)

    assert _read(read_text(dump(built, syntax=syntax), syntax=syntax)) == _read(built.document)


@settings(max_examples=60)
@given(routines(), st.sampled_from(SYNTAXES))
def test_a_dump_is_canonical(data: dict[str, Any], syntax: Syntax) -> None:
    """`fmt` leaves a dump as it is, and a dump of what is read again is the same text."""
    text = dump(routine_of(data), syntax=syntax)
    read = read_text(text, syntax=syntax)

    assert ENGINE.fmt(read).require() == text
    assert dump(read, syntax=syntax) == text


def _said(found: Diagnostic) -> tuple[Any, ...]:
    """What a diagnostic says, without where: for what was built without the name of the call."""
    message = found.message.rpartition("): ")[2] if found.message.startswith("in ") else found.message
    related = tuple((other.pointer, other.message.partition(": ")[0]) for other in found.related)
    return (found.code, found.pointer, found.severity, message, found.hints, related)


def _built(data: dict[str, Any]) -> build.Routine:
    """Build as much as can be built by calls: what is broken too badly for them is handed in as a mapping."""
    try:
        return routine_of(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        known = {spelt(key): value for key, value in data.items() if key in keys_of("routine") and key != "strokekit"}
        return build.routine(**known)


@settings(max_examples=80)
@given(near_routines())
def test_code_is_checked_as_a_file_is(data: dict[str, Any]) -> None:
    """Whatever is wrong with a routine is reported with the same code, at the same pointer, in the same words."""
    built = _built(data)
    read = ENGINE.loads(json.dumps(built.data), syntax="json").report
    found = ENGINE.structure(built.document).report

    assert [one.code for one in found if one.span is None or not one.file.endswith("building.py")] == []
    assert sorted(map(str, map(_said, found))) == sorted(map(str, map(_said, read)))


# --- combinations ---

KEYS: dict[str, st.SearchStrategy[Any]] = {
    "where": st.sampled_from(["calf", "left knee", "right foot", ["left calf", "thigh"], "abdomen", "top of shoulders"]),
    "side": st.sampled_from(["left", "right", "both", "both_at_once"]),
    "tool": st.sampled_from(["left thumb", "palms", "right palm or left palm", {"part": "thumb", "side": "right"}]),
    "direction": st.sampled_from(["clockwise", "counterclockwise or outward", {"turn": "clockwise"}, "toward left hip"]),
    "start": st.sampled_from(["hands at left hip", "left hand beside spine"]),
    "repeat": st.sampled_from([2, "2..4", "several", "6 each way"]),
    "duration": st.sampled_from(["40 s", "1..3 min", "30 s each side"]),
    "note": st.sampled_from(["left", "clockwise"]),
    "avoid": st.sampled_from([{"spine": "no_pressure"}]),
    "mirror": st.booleans(),
}


@st.composite
def deeds(draw: st.DrawFn) -> build.Step:
    """Make a technique that depends on nothing before it."""
    names = draw(st.lists(st.sampled_from(sorted(KEYS)), unique=True, max_size=4))
    where = draw(KEYS["where"])
    return build.technique(
        draw(st.sampled_from(["kneading", "stroking", "circles"])),
        **{"where": where, **{name: draw(KEYS[name]) for name in names}},
    )


@st.composite
def _grown(draw: st.DrawFn, inner: st.SearchStrategy[build.Step]) -> build.Step:
    steps = draw(st.lists(inner, min_size=1, max_size=3))
    if draw(st.integers(0, 3)) == 0:
        return build.choose(1, *steps)
    loops = {
        "repeat": st.sampled_from([1, 2, "2..4"]),
        "sides": st.sampled_from(["left then right", "right then left"]),
        "defaults": st.sampled_from([{"side": "left"}, {"where": "right calf"}, {"direction": "clockwise"}]),
    }
    names = draw(st.lists(st.sampled_from(sorted(loops)), unique=True))
    chosen: dict[str, Any] = {name: draw(loops[name]) for name in names}
    return build.block(*steps, **chosen)


STEPS = st.recursive(deeds(), _grown, max_leaves=5)
"""Steps whose time depends on nothing that stands before them."""


def whole(*steps: build.Step) -> build.Routine:
    """Put steps into a routine."""
    return build.routine(build.section("s", *steps), title="T", contraindications="none_reviewed")


def errors(*steps: build.Step) -> list[str]:
    """Give the errors of a routine."""
    return [str(error) for error in ENGINE.check(whole(*steps).document).errors]


def time(*steps: build.Step) -> Elastic:
    """Measure steps."""
    return ENGINE.measure(ENGINE.compose(ENGINE.structure(whole(*steps).document)).require())


def ends(*times: Elastic, by: int = 1) -> tuple[int | None, ...]:
    """Give least, ideal and most of several times together, so often."""
    return tuple(
        None if any(part is None for part in parts) else by * sum(part for part in parts if part is not None)
        for parts in (tuple(getattr(one, end) for one in times) for end in ("min", "ideal", "max"))
    )


@settings(max_examples=40)
@given(STEPS, STEPS, STEPS)
def test_concatenating_adds_the_times(one: build.Step, two: build.Step, three: build.Step) -> None:
    """The time of a concatenation is the sum of the times; how it is bracketed is no matter; it is as clean as its parts."""
    assume(not errors(one) and not errors(two) and not errors(three))
    joined = build.concatenate(one, two, three)

    assert (
        joined == build.concatenate(build.concatenate(one, two), three) == build.concatenate(one, build.concatenate(two, three))
    )
    assert errors(joined) == []
    assert ends(time(joined)) == ends(time(one), time(two), time(three))


@settings(max_examples=40)
@given(STEPS, st.integers(1, 5))
def test_repeating_multiplies_the_time(step: build.Step, count: int) -> None:
    """The time of so many passes is so many times the time of one, and what was clean is clean."""
    assume(not errors(step))
    repeated = build.repeat(step, count)

    assert errors(repeated) == []
    assert ends(time(repeated)) == ends(time(step), by=count)


@settings(max_examples=40)
@given(STEPS, deeds(), st.integers(1, 4))
def test_what_stands_between_comes_once_less(step: build.Step, between: build.Step, count: int) -> None:
    """Between `count` passes there is room for one less."""
    assume(not errors(step) and not errors(between))
    repeated = build.repeat(step, count, between=[between])

    assert ends(time(repeated)) == ends(*[time(step)] * count, *[time(between)] * (count - 1))


@settings(max_examples=80)
@given(STEPS)
def test_mirroring_keeps_the_time_and_comes_back(step: build.Step) -> None:
    """A mirror image takes as long, is as clean, and its own image is what it was, to the letter."""
    image = build.mirror(step)

    assert build.mirror(image) == step
    assert json.dumps(build.mirror(image).data) == json.dumps(step.data)
    assert len(errors(image)) == len(errors(step))
    if not errors(step):
        assert ends(time(image)) == ends(time(step))


def _side(step: build.Step, order: str) -> list[list[Any]]:
    """Compose a block for two sides; give for each side the doses and the sides of its steps."""
    routine = whole(build.block(step, sides=order, id="pair"))
    plan = ENGINE.compose(ENGINE.structure(routine.document)).require()
    passes = [node for node in walk(plan.sections[0].block) if node.name in ("pair@left", "pair@right")]
    return [[_dose(inner) for inner in walk(one) if isinstance(inner, PlanStep)] for one in passes]


def _dose(step: PlanStep) -> Any:
    return step.technique, step.side, {name: given.value for name, given in step.dose.items()}


@settings(max_examples=60)
@given(deeds())
def test_there_is_one_mirror(step: build.Step) -> None:
    """The second pass of a pair is done just as the first pass of the mirror image, begun on the other side."""
    assume(not errors(build.block(step, sides="left then right")))
    first, second = _side(step, "left then right")
    image_first, image_second = _side(build.mirror(step), "right then left")

    assert (image_first, image_second) == (second, first)
    assert build.mirror(build.block(step, sides="left then right")) == build.block(build.mirror(step), sides="right then left")


@settings(max_examples=60)
@given(st.lists(deeds(), min_size=1, max_size=4), deeds(), st.data())
def test_putting_in_keeps_the_names_of_all_others(steps: list[build.Step], new: build.Step, data: st.DataObject) -> None:
    """Inserting and replacing keep the names of all steps that stay, in their order, and what was clean is clean."""
    named = [attrs.evolve(step, keys=step.keys.with_({"id": f"n{index}"})) for index, step in enumerate(steps)]
    new = attrs.evolve(new, keys=new.keys.with_({"id": "new"}))
    place = data.draw(st.integers(0, len(steps) - 1))
    routine = whole(build.block(*named))
    assume(not errors(*named, new))
    before, after, instead = (
        build.insert(routine, new, before=f"n{place}"),
        build.insert(routine, new, after=f"n{place}"),
        build.replace(routine, f"n{place}", new),
    )
    ids = [f"n{index}" for index in range(len(steps))]

    assert _names(before) == [*ids[:place], "new", *ids[place:]]
    assert _names(after) == [*ids[: place + 1], "new", *ids[place + 1 :]]
    assert _names(instead) == [*ids[:place], "new", *ids[place + 1 :]]


def _names(routine: build.Routine) -> list[str]:
    assert ENGINE.check(routine.document).errors == ()
    return [step.name for step in steps_of(ENGINE.compose(ENGINE.structure(routine.document)).require())]


@settings(max_examples=60)
@given(
    st.fixed_dictionaries(
        {
            "passes": st.sampled_from([2, "2..4", "several"]),
            "area": st.sampled_from(["left calf", "foot"]),
            "firmness": st.sampled_from(["light", "gentle..moderate"]),
        }
    ),
    st.sets(st.sampled_from(["passes", "area", "firmness"])),
)
def test_filling_is_what_including_does(values: dict[str, Any], given_: set[str]) -> None:
    """A part that is filled in code is done as the part that is included with the same values."""
    declared = {
        "passes": {"type": "count", "default": 3},
        "area": {"type": "place", "default": "thigh"},
        "firmness": {"type": "pressure", "default": "gentle"},
    }
    step = build.technique("kneading", where="$area", repeat="$passes", pressure="$firmness")
    leg = build.part(step, values=declared)
    chosen = {name: value for name, value in values.items() if name in given_}
    filled = whole(build.with_values(leg, chosen))
    call = build.include("leg", **({"set": chosen} if chosen else {}))
    included = build.routine(build.section("s", call), title="T", contraindications="none_reviewed", parts={"leg": leg})
    plans = [ENGINE.compose(ENGINE.structure(one.document)).require() for one in (filled, included)]

    assert [[_dose(one) for one in steps_of(plan)] for plan in plans[:1]] == [
        [_dose(one) for one in steps_of(plan)] for plan in plans[1:]
    ]


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_laws_hold_for_nothing_at_all(syntax: Syntax) -> None:
    """An empty concatenation is a block without steps, which is written, read and reported like any other."""
    empty = whole(build.concatenate())

    assert read_text(dump(empty, syntax=syntax), syntax=syntax).require().data == empty.data
    assert [error.partition(": ")[2] for error in errors(build.concatenate())] != []

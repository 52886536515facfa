"""Parts, variants, schedules, and a document's own places and scales: what they are read to, and what they can name."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import hookimpl
from strokekit.engine import Engine
from strokekit.model.amounts import Range
from strokekit.model.place import Path
from strokekit.model.routine import Appointment, Deferred, LocalPlace, LocalScale, Part, Recipient, Value, Variant
from strokekit.plugin import Parameter, Technique
from strokekit.plugins.catalog import LocalVocabulary
from tests.reading.mistakes import whole
from tests.reading.reads import literal, names, read, step


class Plugin:
    """A plugin with one technique."""

    def __init__(self, technique: Technique) -> None:
        """Keep the technique."""
        self.technique = technique

    @hookimpl
    def strokekit_techniques(self) -> tuple[Technique, ...]:
        """Contribute it."""
        return (self.technique,)


LEG = (
    "parts: {leg: {title: Leg, sides: each, values: {firmness: {type: pressure, default: gentle}}, "
    "steps: [{technique: kneading, id: one, pressure: $firmness}]}}"
)


def test_parts_are_blocks_with_values_of_their_own() -> None:
    """A part has the loops of a block; its values are named inside it."""
    part = read(LEG).parts["leg"]

    assert part == Part(
        id="leg",
        block=part.block,
        values={
            "firmness": Value(
                id="firmness", type="pressure", origin="/parts/leg/values/firmness", default="gentle", has_default=True
            )
        },
        origin="/parts/leg",
    )
    assert (part.block.sides, part.block.node.title, part.block.node.origin) == ("each", {"en": "Leg"}, "/parts/leg")
    deed: Any = part.block.steps[0]
    assert deed.dose == {"pressure": Deferred(kind="pressure", written="$firmness", origin="/parts/leg/steps/0/pressure")}


def test_a_fragment_has_parts_and_no_sections() -> None:
    """A fragment is read without sections."""
    text = f"strokekit: 1\ntitle: T\nkind: fragment\n{LEG}\n"
    routine = Engine().loads(text).require()

    assert (routine.kind, routine.sections, list(routine.parts)) == ("fragment", (), ["leg"])


def test_variants() -> None:
    """A variant says which sections it has, what it sets, for whom, and what its source says of its time."""
    fragment = """sources: {a: {title: A}}
values: {passes: {type: count, default: 3}}
variants:
  short: {default: true, sections: [one]}
  long: {title: Long, sections: [two, one], set: {passes: 5}, recipient: elder, source: a, stated_total: 60 min}
sections: [{id: one, steps: [{say: x}]}, {id: two, steps: [{say: z}]}]"""
    variants = read(fragment).variants

    assert variants["short"] == Variant(id="short", sections=("one",), default=True, origin="/variants/short")
    assert variants["long"] == Variant(
        id="long",
        sections=("two", "one"),
        title={"en": "Long"},
        settings={"passes": 5},
        recipient=Recipient(kind="elder"),
        source="a",
        stated_totals=variants["long"].stated_totals,
        origin="/variants/long",
    )
    assert [total.duration for total in variants["long"].stated_totals] == [literal("duration", "60 min")]


def test_the_schedule_and_who_signs() -> None:
    """A line of the schedule has its weeks, how often, the variant and a note."""
    fragment = """variants: {long: {sections: [a]}}
schedule: [{weeks: 1..4, times: 2 each week, variant: long, note: At home}, {weeks: 5, times: 1}]
sign_off: once
sections: [{id: a, steps: [{say: x}]}]"""
    routine = read(fragment)

    assert routine.sign_off == "once"
    assert routine.schedule == (
        Appointment(
            weeks=literal("count", "1..4"),
            times=literal("count", "2 each week"),
            variant="long",
            note={"en": "At home"},
            origin="/schedule/0",
        ),
        Appointment(weeks=literal("count", 5), times=literal("count", 1), origin="/schedule/1"),
    )


PLACES = """places:
  hollow: {at: middle of palm, title: The hollow}
  way: {kind: path, path: ankle -> knee}
  edge: {kind: line, at: along spine, path: neck -> lower_back}
"""


def test_places_of_the_document() -> None:
    """A place is anchored in the anatomy, a way has its path."""
    places = read(PLACES).places

    assert places == {
        "hollow": LocalPlace(
            id="hollow", at=literal("place", "middle of palm").areas[0], title={"en": "The hollow"}, origin="/places/hollow"
        ),
        "way": LocalPlace(id="way", kind="path", path=literal("path", "ankle -> knee"), origin="/places/way"),
        "edge": LocalPlace(
            id="edge",
            kind="line",
            at=literal("place", "along spine").areas[0],
            path=literal("path", "neck -> lower_back"),
            origin="/places/edge",
        ),
    }


def test_own_places_stand_in_literals() -> None:
    """An own place stands where a region does, an own way where a path does, also in relations and in paths."""
    written = "{technique: gliding, where: beside left hollow, path: way, start: hands at hollow}"
    deed = step(f"{PLACES}sections: [{{id: a, steps: [{written}]}}]")

    assert deed.dose["where"][0].areas[0].spot.region.name == "hollow"
    assert deed.dose["path"] == Path(named="way")
    assert names(f"{PLACES}sections: [{{id: a, steps: [{{technique: gliding, path: hollow}}]}}]") == ["literal"]
    assert names(f"{PLACES}sections: [{{id: a, steps: [{{technique: gliding, where: hollow 2}}]}}]") == ["no-such-member"]


SCALES = 'scales: {own: {title: Own, low: 1, high: "5", levels: {"1": rest}, words: {weighty: 3..4, gentle: 2}}}\n'


def test_scales_of_the_document() -> None:
    """A scale has its ends, what its levels mean, and its words; its words go before those of the catalogue."""
    routine = read(f"{SCALES}sections: [{{id: a, cap: gentle, steps: [{{technique: kneading, pressure: weighty, cap: 4 own}}]}}]")
    deed: Any = routine.sections[0].step.steps[0]  # type: ignore[union-attr]  # a block

    assert routine.scales == {
        "own": LocalScale(
            id="own",
            title={"en": "Own"},
            low="1",
            high="5",
            levels={"1": {"en": "rest"}},
            words={"weighty": "3..4", "gentle": "2"},
            origin="/scales/own",
        )
    }
    assert deed.dose["pressure"].options[0][0].level.scale == "own"
    assert (routine.sections[0].node.cap.scale, deed.node.cap.scale) == ("own", "own")  # type: ignore[union-attr]  # there are caps


def test_the_vocabulary_of_a_routine_that_was_read() -> None:
    """Later stages read literals with the words, places and scales of the document."""
    routine = read(f"{PLACES}{SCALES}words: {{signs: {{slack: x}}}}")
    own = LocalVocabulary.of(Engine().catalog, routine)

    assert [group for group in ("region", "path", "finding") if own.find(group, "way")] == ["region", "path"]
    assert (own.find("region", "hollow") is None, own.find("path", "hollow")) == (False, None)
    assert (own.level("weighty"), own.find("sign", "slack") is None) == (own.levels["weighty"], False)
    assert (own.suggest("pressure", "weigty"), own.suggest("region", "holow")) == ("weighty", "hollow")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("{depth: 3}", [], id="inside"),
        pytest.param("{depth: 9}", ["dose-outside-limits"], id="above"),
        pytest.param("{depth: 4..6}", ["dose-outside-limits"], id="an end above"),
        pytest.param("{depth: several}", [], id="by name"),
        pytest.param("{depth: $much}", [], id="a value"),
        pytest.param("{depth: $mush}", ["unknown-value"], id="a value that is not there"),
        pytest.param("{stay: 2 min}", ["dose-outside-limits"], id="a time above"),
        pytest.param("{stay: 9..3 s}", ["range-upside-down"], id="what can't be read"),
        pytest.param("{spot: calv}", ["unknown-region"], id="a place that nobody knows"),
    ],
)
def test_parameters_keep_to_their_limits(written: str, expected: list[str]) -> None:
    """What stands under `with` is read by its type and held against the limits that the technique declares."""
    parameters = {
        "depth": Parameter(type="count", limits="1..5"),
        "stay": Parameter(type="duration", limits="..60 s"),
        "spot": Parameter(type="place"),
    }
    technique = Technique(id="dipping", title="Dipping", family="other", summary="Dips.", parameters=parameters)
    engine = Engine(plugins={"own": Plugin(technique)})
    values = "values: {much: {type: count, default: 2}}"
    fragment = f"{values}\nsections: [{{id: a, steps: [{{technique: own.dipping, with: {written}}}]}}]"

    assert [d.name for d in engine.loads(whole(fragment)).report] == expected


def test_a_parameter_outside_its_limits_is_shown_with_them() -> None:
    """The message names the parameter, what was found, and what the technique allows."""
    technique = Technique(
        id="dipping",
        title="Dipping",
        family="other",
        summary="Dips.",
        parameters={"depth": Parameter(type="count", limits="1..5")},
    )
    (found,) = (
        Engine(plugins={"own": Plugin(technique)}).loads(whole("- {technique: own.dipping, with: {depth: 9}}"), name="r").report
    )

    assert str(found) == "r:4:40: error[SK502] `depth: 9` is outside what `own.dipping` allows: 1..5"


def test_open_ends_are_held_by_the_other_end() -> None:
    """Of an open range only the written end can be outside."""
    from strokekit.plugins.keeping import keeps_to

    limits = Range(min=1, max=5)

    assert [keeps_to(amount, limits) for amount in (Range(min=3), Range(max=5), Range(max=9), Range(min=6))] == [
        True,
        True,
        False,
        False,
    ]

"""The whole built-in catalogue is used once: each technique, region, alias and word goes through the pipeline as a user would."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import pytest

from strokekit import Engine
from strokekit.cli.main import main
from strokekit.model.plan import steps_of
from strokekit.model.timeline import Timeline
from strokekit.plugins.declarations import Cautions, Provenance, Region, Technique

ENGINE = Engine()
CATALOG = ENGINE.catalog
TECHNIQUES: dict[str, Technique] = dict(CATALOG.techniques)
REGIONS: dict[str, Region] = dict(CATALOG.regions)
STAND_INS = ("free_work", "unlisted_work")
GIVEN = {"where": "calf", "thing": "towel", "path": "ankle -> knee"}
"""What a step gives where its technique can't do without."""


def routine(*steps: dict[str, Any], **section: Any) -> dict[str, Any]:
    """A routine of one section, about which nothing else is to be said."""
    steps_ = list(steps)
    return {
        "strokekit": 1,
        "title": "Walk",
        "contraindications": "none_reviewed",
        "sections": [{"id": "walk", "position": "prone", "lubricant": "oil", "steps": steps_, **section}],
    }


def least(technique: Technique) -> dict[str, Any]:
    """The shortest step of a technique: its name, and only what it needs."""
    needed = [name for name, takes in technique.takes.items() if takes.needs] + [group[0] for group in technique.one_of]
    head = "technique" if technique.hands_on else "action"
    return {head: technique.id, **{name: GIVEN[name] for name in needed}}


@cache
def timeline(id_: str) -> Timeline:
    """The timeline of the shortest step of a technique; for those without a time, with a minute."""
    plan = ENGINE.compose(ENGINE.loads(json.dumps(routine(least(TECHNIQUES[id_]))))).require()
    assume = {step.name: 60_000 for step in steps_of(plan) if id_ in STAND_INS}
    return ENGINE.fit(plan, assume=assume).require()


def run(*arguments: str) -> tuple[int, str, str]:
    """Run the command line; give its status, what it writes and what it complains of."""
    out, err = io.StringIO(), io.StringIO()
    return main(list(arguments), io.StringIO(), out, err), out.getvalue(), err.getvalue()


# --- techniques ---


@pytest.mark.parametrize("id_", TECHNIQUES)
def test_a_technique_checks_with_its_defaults(id_: str) -> None:
    """With nothing but what it needs, a step of any technique has no mistake and no warning."""
    report = ENGINE.check(ENGINE.read_text(json.dumps(routine(least(TECHNIQUES[id_])))))

    assert [str(diagnostic) for diagnostic in report.diagnostics] == []


@pytest.mark.parametrize("id_", [id_ for id_ in TECHNIQUES if id_ not in STAND_INS])
def test_a_technique_takes_its_time(id_: str) -> None:
    """With nothing but what it needs, it takes a time that rests on its own declaration: nothing of it is stated."""
    plan = ENGINE.compose(ENGINE.loads(json.dumps(routine(least(TECHNIQUES[id_]))))).require()
    elastic = ENGINE.measure(plan)

    assert elastic.ideal is not None
    assert elastic.max is not None
    assert 0 < elastic.min <= elastic.ideal <= elastic.max
    assert elastic.stated == 0
    assert elastic.unknown == ()


@pytest.mark.parametrize("id_", STAND_INS)
def test_what_stands_for_untold_work_has_no_time(id_: str) -> None:
    """Work that nobody describes has no time of its own, and nobody guesses one."""
    plan = ENGINE.compose(ENGINE.loads(json.dumps(routine(least(TECHNIQUES[id_]))))).require()
    elastic = ENGINE.measure(plan)

    assert (elastic.min, elastic.ideal, elastic.max) == (0, None, None)
    assert len(elastic.unknown) == 1


@pytest.mark.parametrize("to", ["text", "markdown"])
@pytest.mark.parametrize("id_", TECHNIQUES)
def test_a_technique_stands_on_both_cards(id_: str, to: str) -> None:
    """Either card calls it by its title."""
    card = ENGINE.render(timeline(id_), to=to)

    assert str(TECHNIQUES[id_].title) in str(card)


@pytest.mark.parametrize(("alias", "id_"), [(alias, id_) for id_, one in TECHNIQUES.items() for alias in one.aliases])
def test_a_technique_is_found_by_its_other_names(alias: str, id_: str) -> None:
    """`strokekit techniques ALIAS` shows the technique that bears the name."""
    status, said, wrong = run("techniques", alias)

    assert (status, said.split(maxsplit=1)[0], wrong) == (0, id_, "")


@pytest.mark.parametrize("id_", TECHNIQUES)
def test_every_number_of_a_technique_has_an_origin(id_: str) -> None:
    """Times, limits, defaults and cautions each say where they come from; an estimate says of what it was made."""
    technique = TECHNIQUES[id_]
    numbers = [takes for takes in technique.takes.values() if (takes.limits, takes.default) != (None, None)]

    assert all(takes.source for takes in numbers)
    assert technique.timing is None or founded(technique.timing.basis)
    assert founded(technique.provenance)
    assert technique.cautions.status != "none_reviewed" or technique.cautions.reviewed


def founded(provenance: Provenance) -> bool:
    """Whether a piece of knowledge says what it rests on."""
    return bool(provenance.note if provenance.kind == "estimate" else provenance.source)


def test_cautions_have_three_states() -> None:
    """That nobody has looked is told from that nothing was found: the built-ins only claim what somebody wrote."""
    assert {technique.cautions.status for technique in TECHNIQUES.values()} == {"unknown", "listed"}
    assert Cautions().status == "unknown"


# --- regions ---


@pytest.mark.parametrize("id_", REGIONS)
def test_a_region_is_reached_or_never_worked_on(id_: str) -> None:
    """In each of its poses a hand can be laid on a region; what is no target is refused in all of them."""
    region = REGIONS[id_]
    for pose in CATALOG.anatomy.positions(id_):
        report = ENGINE.check(
            ENGINE.read_text(json.dumps(routine({"technique": "holding", "where": id_}, position=pose_of(pose))))
        )
        found = [diagnostic.name for diagnostic in report.errors]
        assert found == ([] if region.target else ["no-target"])
    assert region.target is bool(CATALOG.anatomy.positions(id_)) or not region.target


def pose_of(pose: str) -> str:
    """The position of a pose; who lies on the side lies on one."""
    return "left side_lying" if pose == "side_lying" else pose


@pytest.mark.parametrize("id_", [id_ for id_, region in REGIONS.items() if region.aliases])
def test_a_region_is_found_by_its_other_names(id_: str) -> None:
    """`strokekit regions ALIAS` shows the region that bears the name, with its code and where it can be reached."""
    for alias in REGIONS[id_].aliases:
        status, said, wrong = run("regions", alias)
        assert (status, said.split(maxsplit=1)[0], wrong) == (0, id_, "")
        assert all(f"  code: {code.system}:{code.code} ({code.label})" in said for code in REGIONS[id_].codes)


def test_links_are_shown_apart_from_codes() -> None:
    """References into other systems are listed as such."""
    status, said, _ = run("regions", "lower_leg")

    assert status == 0
    assert "  code: UBERON:0003823 (hindlimb zeugopod)\n  link: FMA:24979\n  link: FMA:24984\n" in said


# --- words ---


@pytest.mark.parametrize("scale", CATALOG.scales)
def test_the_levels_of_a_scale_can_be_written(scale: str) -> None:
    """Both ends of a scale, and every word that has a level on it, stand as a pressure."""
    entry = CATALOG.scales[scale]
    for written in (f"{entry.low} {scale}", f"{entry.high} {scale}", *entry.words):
        assert CATALOG.literals.read("pressure", written).mistakes == ()


@pytest.mark.parametrize("id_", CATALOG.quantities)
def test_a_vague_quantity_is_timed_or_counted(id_: str) -> None:
    """Each named quantity stands where a number of its kind does."""
    kind = CATALOG.quantities[id_].of

    assert CATALOG.literals.read(kind, id_).mistakes == ()

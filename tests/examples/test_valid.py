"""Every valid example is checked, timed and rendered, in each of its variants; nothing about them is wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from strokekit import Engine
from strokekit.model.plan import Plan
from strokekit.model.routine import Routine
from tests.examples.files import COMPLETE, CONSTRUCTS, FRAGMENTS, name_of

ENGINE = Engine()
VALID = [*CONSTRUCTS, *COMPLETE]
WARNED = {
    "full-body-budgets": ["contraindications-unknown"],
    "hot-stones-back": ["block-by-estimate"],
    "m-technique-hand": ["contraindications-unknown"],
    "seated-twenty-minutes": ["block-by-estimate", "block-by-estimate"],
    "upper-lower-back": ["contraindications-unknown"],
}
"""What the sources leave open: what speaks against it, and the times of single strokes."""
HINTED = {"pressure-changes": ["pressure-cut", "pressure-cut"]}
"""What the plan does with them that is shown."""


@cache
def routine(path: Path) -> Routine:
    """The routine of a file."""
    return ENGINE.load(path).require()


@cache
def plan(path: Path, variant: str | None = None) -> Plan:
    """The plan of a variant of a file."""
    return ENGINE.compose(routine(path), variant=variant).require()


def variants(path: Path) -> list[str | None]:
    """The variants that a file names, and the one that is taken where nobody asks for any."""
    return [None, *yaml.safe_load(path.read_text(encoding="utf-8")).get("variants", {})]


VARIANTS = [(path, variant) for path in VALID for variant in variants(path)]
OUTPUTS = [(path, variant, to) for path, variant in VARIANTS for to in ("text", "markdown")]


def named(value: object) -> str:
    """Call a parameter of a test by the name of its file."""
    return name_of(value) if isinstance(value, Path) else str(value)


@pytest.mark.parametrize("path", [*VALID, *FRAGMENTS], ids=named)
def test_nothing_is_wrong_with_it(path: Path) -> None:
    """A check says nothing, but for what is named here."""
    report = ENGINE.check(path)
    name = name_of(path)

    assert [str(diagnostic) for diagnostic in report.errors] == []
    assert [diagnostic.name for diagnostic in report.diagnostics] == [*WARNED.get(name, []), *HINTED.get(name, [])]


@pytest.mark.parametrize(("path", "variant"), VARIANTS, ids=named)
def test_it_has_a_time(path: Path, variant: str | None) -> None:
    """Least, ideal and most are in order, and what is unknown is named."""
    elastic = ENGINE.measure(plan(path, variant))

    assert elastic.min >= 0
    assert elastic.max != 0
    assert elastic.ideal is None or elastic.min <= elastic.ideal
    assert elastic.max is None or (elastic.ideal or elastic.min) <= elastic.max
    assert (elastic.ideal is None) is bool(elastic.unknown)


@pytest.mark.parametrize(("path", "variant", "to"), OUTPUTS, ids=named)
def test_it_is_a_card(path: Path, variant: str | None, to: str) -> None:
    """Either card bears the title; unknown times are taken for a minute."""
    made = plan(path, variant)
    unknown = ENGINE.measure(made).unknown
    timeline = ENGINE.fit(made, assume=dict.fromkeys(unknown, 60_000)).require()
    card = str(ENGINE.render(timeline, to=to))

    title = routine(path).title
    assert title[routine(path).language] in card
    assert sum(cue.end - cue.start for cue in timeline.cues if cue.kind == "step") <= timeline.total


@pytest.mark.parametrize("path", CONSTRUCTS, ids=named)
def test_it_says_what_it_shows(path: Path) -> None:
    """A construct begins with what it shows, and with what that means for the time."""
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]

    assert comments[0].startswith("# Shows: ")
    assert any(line.startswith("# Time: ") for line in comments)


@pytest.mark.parametrize("path", COMPLETE, ids=named)
def test_it_has_sources(path: Path) -> None:
    """A complete routine names where it comes from, each source with its address or publisher, and its licence."""
    sources = routine(path).sources

    assert sources
    assert {id_ for id_, source in sources.items() if not ({"url", "publisher"} & set(source.details))} == set()
    assert {id_ for id_, source in sources.items() if "licence" not in source.details} == set()


CORNERS = {
    "seated-twenty-minutes": {"seated", "clothed"},
    "legs-back-and-front": {"sides", "turn_over"},
    "m-technique-hand": {"locked", "members"},
    "knee-self-massage": {"self", "spoken"},
    "full-body-budgets": {"free", "share"},
    "hot-stones-back": {"equipment", "passive"},
}
"""Which corner each of the six complete routines is from."""


@pytest.mark.parametrize(("name", "corner"), CORNERS.items(), ids=CORNERS)
def test_each_is_from_a_corner_of_its_own(name: str, corner: set[str]) -> None:
    """Each complete routine has what it is there for."""
    text = next(path for path in COMPLETE if name_of(path) == name).read_text(encoding="utf-8")
    signs = {
        "seated": "pose: seated",
        "clothed": "clothing: fully clothed",
        "sides": "sides: left then right",
        "turn_over": "action: turn_over",
        "locked": "locked: true",
        "members": "for_each: {finger:",
        "self": "self: true",
        "spoken": "say:",
        "free": "free: pool",
        "share": "share:",
        "equipment": "temperature:",
        "passive": "lasts: until_removed",
    }

    assert {sign for sign in corner if signs[sign] not in text} == set()

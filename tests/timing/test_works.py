"""What is done in a step, as its cue carries it: titles, places, pressure, parameters, what lasts."""

from __future__ import annotations

import pytest

from strokekit.model.timeline import Work
from tests.plans import document, timeline_of

HEAD = "language: de\nplaces: {hollow: {kind: point, at: middle of palm, title: {de: Kuhle}}}"


def works(steps: str) -> list[Work]:
    """Give what is done in each step."""
    return [cue.work for cue in timeline_of(document(steps, head=HEAD)).cues if cue.kind == "step" and cue.work]


def test_titles() -> None:
    """The step's own title, else the technique's, each by language; words alone are their own title."""
    steps = """
    - {technique: kneading, where: calf, title: {de: Waden, en: Calves}}
    - {technique: kneading, where: calf}
    - {say: Guten Abend.}
    """
    assert [dict(work.title) for work in works(steps)] == [
        {"de": "Waden", "en": "Calves"},
        {"en": "Kneading"},
        {"de": "Guten Abend."},
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("where: left calf", [("left calf", "calf", "left", "Calf")]),
        ("where: [calf, thigh], side: left", [("left calf", "calf", "left", "Calf"), ("left thigh", "thigh", "left", "Thigh")]),
        ("path: ankle -> thigh", [("ankle", "ankle", "", "Ankle"), ("thigh", "thigh", "", "Thigh")]),
        ("where: beside spine at lower_back", [("beside spine at lower_back", "lower_back", "", "Lower back")]),
        ("where: beside spine", [("beside spine", "", "", "")]),
        ("where: hollow", [("middle of palm", "palm", "", "Kuhle")]),
        ("where: calf, side: both_at_once", [("calf", "calf", "", "Calf")]),
        ("where: knots", [("knots", "", "", "")]),
        ("where: unstated", []),
    ],
)
def test_sites(fields: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Each place with its region, its side and its name; what lies beside a place is on no region of its own."""
    (work,) = works(f"- {{technique: kneading, {fields}, duration: 1 min}}")

    assert [(site.written, site.region, site.side, next(iter(site.title.values()), "")) for site in work.sites] == expected


def test_a_pressure_that_is_relative_is_worked_out() -> None:
    """The level that is meant stands beside what is written."""
    steps = "- {technique: kneading, where: calf, pressure: 2 walton}\n- {technique: kneading, where: calf, pressure: deeper}"

    assert [(work.dose["pressure"], work.level) for work in works(steps)] == [("2 walton", "2 walton"), ("deeper", "3 walton")]


def test_what_goes_on_and_what_ends_it() -> None:
    """An action carries how long it lasts, and the one that ends it names it."""
    steps = """
    - {action: place, id: pack, thing: heat_pack, where: lower_back, lasts: until_removed}
    - {action: play_music, lasts: 5 min}
    - {action: remove, of: pack}
    """
    pack, music, removed = works(steps)

    assert (pack.node, pack.lasts, pack.of) == ("pack", "until_removed", "")
    assert [(work.lasts, work.of) for work in (music, removed)] == [("5 min", ""), ("", "pack")]


def test_stages_and_lists_stay_such() -> None:
    """Stages are doses of their own, and what is listed is a list."""
    (work,) = works(
        "- {technique: kneading, where: [calf, thigh], stages: [{pressure: light}, {pressure: firm}], duration: 1 min}"
    )

    assert work.dose["where"] == ("calf", "thigh")
    assert [dict(stage) for stage in work.dose["stages"]] == [{"pressure": "light"}, {"pressure": "firm"}]


def test_notes_and_purposes() -> None:
    """Words for the therapist, and what a step is for."""
    (work,) = works("- {technique: kneading, where: calf, note: Slowly, purpose: calm}")

    assert (dict(work.note), work.purposes) == ({"de": "Slowly"}, ("calm",))

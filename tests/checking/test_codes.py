"""Every code of composing, of time and of the checks is raised by a document: its place, its words, its repair."""

from __future__ import annotations

import pytest

from strokekit.diagnostics.codes import CODES
from strokekit.diagnostics.values import Report
from tests.plans import document, engine, report, said

CASES = {
    "dose-missing": (
        document("- {technique: kneading, id: a}"),
        ("8:9", "SK501", "`kneading` needs `where` or `path`", ()),
    ),
    "dose-outside-limits": (
        document("- {technique: feather_stroke, where: calf, pressure: firm}"),
        (
            "8:60",
            "SK502",
            "`pressure: firm` is outside what `feather_stroke` allows: ..2 walton",
            (
                (
                    "the limit comes from https://github.com/kongsgard/massage src/routes/+page.md@79dedec: very light;"
                    " as a level an estimate"
                ),
            ),
        ),
    ),
    "path-gap": (
        document("- {technique: kneading, path: knee -> neck}"),
        (
            "8:37",
            "SK503",
            "no single way leads from `knee` to `neck`",
            ("name the places on it: `knee -> … -> neck`",),
        ),
    ),
    "side-on-midline": (
        document("- {technique: holding, where: spine, side: left}"),
        ("8:50", "SK504", "`spine` has no sides", ("remove `side: left`",)),
    ),
    "not-reachable": (
        document("- {technique: kneading, where: navel}", section="position: prone"),
        (
            "9:38",
            "SK505",
            "`navel` can't be reached while the client is `prone`",
            ("set `position` to `supine` or `side_lying` or `seated` or `semi_reclining` or `standing`",),
        ),
    ),
    "too-few-options": (
        document("- {choose: 2, from: [{technique: kneading, where: calf}]}"),
        ("8:18", "SK506", "only 1 of the options can be taken, 2 are to be chosen", ()),
    ),
    "value-unfit": (
        document(
            "- {technique: kneading, where: calf, repeat: $passes}", head="values: {passes: {type: count, default: 9, max: 6}}"
        ),
        ("4:41", "SK507", "`9` does not fit the value `passes`: it is above 6", ("give a count, at most 6",)),
    ),
    "value-unset": (
        document("- {technique: kneading, where: calf, repeat: $passes}", head="values: {passes: {type: count}}"),
        ("4:18", "SK508", "the value `passes` has no default and was not set", ("set it, or give it a `default`",)),
    ),
    "condition-undecidable": (
        document(
            "- {technique: kneading, where: calf, when: value passes = lively}",
            head="values: {passes: {type: count, default: 3, max: 5}}",
        ),
        (
            "8:50",
            "SK509",
            "`value passes = lively` compares the value `passes` with something it can't be",
            ("give a count, at most 5",),
        ),
    ),
    "too-many-steps": (
        document("- {repeat: 1000, steps: [{repeat: 1000, steps: [{technique: kneading, where: calf}]}]}"),
        ("8:18", "SK510", "the routine unrolls to more than 200000 steps", ("use fewer repeats, or raise the limit",)),
    ),
    "direction-against-path": (
        document("- {technique: kneading, path: thigh -> ankle, direction: toward heart}"),
        (
            "8:64",
            "SK511",
            "`direction: toward heart` runs against `path: thigh -> ankle`",
            ("turn one of them round",),
        ),
    ),
    "lubricant-missing": (
        document("- {technique: gliding, where: calf}"),
        (
            "8:9",
            "SK512",
            "`gliding` glides on oil or lotion, and none has been applied",
            ("add `apply_lubricant` before it, or say `lubricant: none`",),
        ),
    ),
    "state-undecided": (
        document(
            "- {action: turn_over, id: roll, position: prone, optional: true}\n- {technique: kneading, where: navel}",
            section="position: supine",
        ),
        (
            "10:38",
            "SK513",
            "`position` here is `supine` or `prone`: that depends on `roll`, which is still open",
            ("say `position` on this step",),
        ),
    ),
    "pose-decides": (
        document("- {technique: kneading, where: navel}", section="position: prone or supine"),
        (
            "9:38",
            "SK514",
            "`navel` can be reached `supine`, but not `prone`: `position` leaves that open",
            ("say which of the two it is",),
        ),
    ),
    "totals-disagree": (
        document("- {technique: kneading, where: calf, duration: 2 min, stated_total: 3 min}"),
        ("8:75", "SK602", "the stated total 3 min is outside the derived 2 min", ("change one of them",)),
    ),
    "totals-disagree-by-estimate": (
        document("- {technique: kneading, where: calf, stated_total: 10 min}"),
        (
            "8:58",
            "SK603",
            "the stated total 10 min is outside the derived 45 s to 3 min, which rests on estimates: `kneading`",
            ("state these times, or correct the total",),
        ),
    ),
    "dose-disagrees": (
        document("- {technique: kneading, where: calf, tempo: 20/min, repeat: 10, duration: 1 min}"),
        (
            "8:81",
            "SK604",
            "`tempo`, `repeat` and `duration` disagree: tempo and repeat make 30 s, the duration says 1 min",
            ("leave one of the three out",),
        ),
    ),
    "block-too-short": (
        document("- {duration: 30 s, steps: [{technique: kneading, where: calf}]}"),
        (
            "8:20",
            "SK605",
            "the steps inside take at least 45 s, more than the 30 s given",
            ("lengthen it, or shorten the steps",),
        ),
    ),
    "block-too-long": (
        document("- {duration: 30 min, steps: [{technique: kneading, where: calf}]}"),
        (
            "8:20",
            "SK606",
            "the steps inside take at most 3 min, less than the 30 min given",
            ("shorten it, or lengthen the steps",),
        ),
    ),
    "avoided-place": (
        document("- {technique: kneading, where: knee}", head="avoid: {knee: {effect: keep_off, because: a scar}}"),
        (
            "8:38",
            "SK701",
            "this step works on knee, where the routine says `keep_off`",
            ("leave knee out of the target, or work beside it", "because: a scar"),
        ),
    ),
    "avoid-unclear": (
        document("- {technique: kneading, where: unstated}", head="avoid: {knee: keep_off}"),
        (
            "8:38",
            "SK702",
            "the target is not stated, so nobody can tell whether it keeps to `avoid: {knee}`".replace("{knee}", "knee"),
            ("state `where`",),
        ),
    ),
    "contraindications-unknown": (
        document("- {technique: kneading, where: calf}").replace("none_reviewed", "unknown"),
        (
            "3:20",
            "SK703",
            "nobody has said what speaks against this routine",
            ("list `contraindications`, or write `none_reviewed` if someone looked and found none",),
        ),
    ),
    "pressure-over-cap": (
        document("- {technique: kneading, where: calf, pressure: firm}", head="cap: light"),
        ("8:54", "SK704", "the pressure `firm` is above the cap `light`", ()),
    ),
    "pressure-not-comparable": (
        document("- {technique: kneading, where: calf, pressure: 3 comfort}", head="cap: light"),
        (
            "8:54",
            "SK705",
            "the pressure `3 comfort` can't be compared with the cap `light`",
            ("give it a level on the scale of the cap",),
        ),
    ),
    "nothing-taken-away": (
        document("- {action: place, id: pack, thing: heat_pack, where: calf, lasts: until_removed}"),
        (
            "8:9",
            "SK706",
            "`heat_pack` is placed until it is removed, and no step removes it",
            ("add `{action: remove, of: pack}`",),
        ),
    ),
    "pressure-cut": (
        document(
            "- {technique: kneading, where: calf, pressure: firm}\n- {technique: kneading, where: calf, pressure: deeper}",
            head="cap: firm",
        ),
        ("9:54", "SK707", "`deeper` would be `4..5 walton` here: it is cut to the cap `firm`", ()),
    ),
    "level-off-scale": (
        document("- {technique: kneading, where: calf, pressure: 9 walton}"),
        ("8:54", "SK709", "9 walton is off the scale: `walton` runs from 0 to 5", ("write a level of the scale",)),
    ),
    "work-under-thing": (
        document(
            "- {action: place, id: pack, thing: heat_pack, where: lower_leg, lasts: until_removed}\n"
            "- {technique: kneading, where: calf}\n- {action: remove, of: pack}"
        ),
        (
            "9:9",
            "SK708",
            "this step works on `calf`, where `heat_pack` still lies",
            ("remove it before: `{action: remove, of: pack}`",),
        ),
    ),
}
IN_TIMELINES = ("time-unknown", "unknown-assumption")


@pytest.mark.parametrize("name", CASES)
def test_a_document_raises_the_code(name: str) -> None:
    """The document raises this code and no other, at its place in the text, with these words and these hints."""
    text, expected = CASES[name]

    assert said(text) == [expected]


def test_every_code_of_these_stages_has_a_document() -> None:
    """No code of the hundreds 5, 6 and 7 is without a document that raises it."""
    mine = {name for name, code in CODES.items() if code.number[2] in "567"}

    assert mine == {*CASES, *IN_TIMELINES}


def _fitted(steps: str, **assume: int) -> Report:
    plan = engine().compose(engine().loads(document(steps), name="r.yaml"))
    return engine().fit(plan, assume=assume).report


def test_time_unknown_names_the_steps() -> None:
    """Without a time for every step there is no timeline; the report names them, at the first."""
    found = _fitted("- {technique: x.bare, id: one, where: calf}\n- {technique: x.bare, id: two, where: calf}")

    assert [str(d) for d in found] == ["r.yaml:8:9: error[SK601] nothing says how long `one`, `two` takes"]
    assert found.errors[0].hints == ("give it a `duration`, or assume one",)


def test_unknown_assumption() -> None:
    """A time assumed for nothing is a mistake of the caller, at the document's opening."""
    found = _fitted("- {technique: kneading, id: one, where: calf}", two=5)

    assert [str(d) for d in found] == ["r.yaml:1:1: error[SK607] no step is named `two`"]
    assert found.errors[0].hints == ("assume a time only for steps that the plan names",)


def test_every_diagnostic_has_a_place() -> None:
    """Whatever is raised points into the text."""
    assert [d.name for text, _ in CASES.values() for d in report(text) if d.span is None or not d.file] == []

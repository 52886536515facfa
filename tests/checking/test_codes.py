"""Every code of composing, of time and of the checks is raised by a document: its place, its words, its repair."""

from __future__ import annotations

import pytest

from strokekit.diagnostics.codes import CODES
from strokekit.diagnostics.values import Report
from tests.checking.test_fit_codes import FITTED
from tests.plans import document, engine, report, said

DEEP_PARTS = (
    "parts:\n" + "".join(f"  p{n}: {{steps: [{{include: p{n + 1}}}]}}\n" for n in range(31)) + "  p31: {steps: [{say: Done.}]}"
)

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
    "no-side-change": (
        document("- {technique: kneading, where: left calf, say: {text: x, at: side_change}}"),
        (
            "8:68",
            "SK715",
            "these words are for the change of side, and this step changes no side",
            ("write another moment, or say `side: both` or `sides`",),
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
        document("- {duration: 30 s, steps: [{technique: kneading, where: calf, duration: 45 s}]}"),
        (
            "8:20",
            "SK605",
            "the steps inside take at least 45 s, more than the 30 s given",
            ("lengthen it, or shorten the steps",),
        ),
    ),
    "block-too-long": (
        document("- {duration: 30 min, steps: [{technique: kneading, where: calf, duration: 3 min}]}"),
        (
            "8:20",
            "SK606",
            "the steps inside take at most 3 min, less than the 30 min given",
            ("shorten it, or lengthen the steps",),
        ),
    ),
    "block-by-estimate": (
        document("- {duration: 30 min, steps: [{technique: kneading, where: calf}]}"),
        (
            "8:20",
            "SK613",
            "the steps inside are guessed to take 45 s to 3 min, which does not meet the 30 min given: `kneading`",
            ("the time given holds; state the times of the steps if it should not",),
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
    "loop-missing": (
        document("- {technique: kneading, where: calf, when: pass last}"),
        (
            "8:50",
            "SK515",
            "`pass last` asks about a loop, and there is none around this step",
            ("put the step into a block with `for_each`, `sides` or `repeat`",),
        ),
    ),
    "this-outside-loop": (
        document("- {technique: kneading, where: this toe}"),
        ("8:38", "SK516", "`this toe` stands in no loop over toes", ("put the step into a block with `for_each: {toe: all}`",)),
    ),
    "include-cycle": (
        document("- include: leg", head="parts: {leg: {steps: [{include: leg}]}}"),
        ("4:33", "SK517", "`leg` includes itself: leg -> leg", ("take one of these includes out",)),
    ),
    "steps-too-deep": (
        document("- include: p0", head=DEEP_PARTS),
        (
            "34:8",
            "SK518",
            "steps stand in one another more than 60 deep, includes counted",
            ("include less within what is included, or flatten the blocks",),
        ),
    ),
    "locked-conflict": (
        document(
            "- {technique: kneading, where: calf, pressure: deeper, locked: true}",
            head="cap: light",
        ).replace("- {technique", "- {technique: kneading, where: calf, pressure: light}\n      - {technique"),
        (
            "9:54",
            "SK519",
            "the cap on the pressure would change what is locked here",
            ("leave it as it is, or unlock the node",),
        ),
    ),
    "mark-missing": (
        document("- {technique: holding, where: marked sore}\n- {technique: kneading, where: calf, mark: sore}"),
        ("8:37", "SK520", "nothing before this step marks `sore`", ("give an earlier step `mark: sore`",)),
    ),
    "members-unknown": (
        document("- {for_each: {joint: all}, steps: [{technique: kneading, where: hand}]}"),
        ("8:28", "SK521", "nothing says how many joints there are here", ("write their numbers, such as `1..3`",)),
    ),
    "share-disagrees": (
        document(
            "- {technique: kneading, where: calf, duration: 9 min, share: 10%}\n- {technique: x.bare, where: calf}",
            section="duration: 20 min",
        ),
        (
            "9:68",
            "SK608",
            "`share: 10%` is 2 min here, which does not meet the duration: 9 min",
            ("the duration holds; change one of the two",),
        ),
    ),
    "shares-exceed": (
        document("- {technique: kneading, where: calf, share: 70%}\n- {technique: kneading, where: calf, share: 31..50%}"),
        ("9:51", "SK609", "with this one the shares come to 101% of the whole", ("lower them to 100% together",)),
    ),
    "checkpoint-missed": (
        document("- {technique: kneading, id: one, where: calf, duration: 9 min}\n- checkpoint: 5 min"),
        (
            "9:21",
            "SK610",
            "by plan this comes 9 min after `one` begins; the checkpoint says 5 min",
            ("change the checkpoint, or the times before it",),
        ),
    ),
    "stages-disagree": (
        document("- {technique: kneading, where: calf, duration: 9 min, stages: [{duration: 1 min}, {duration: 2..3 min}]}"),
        (
            "8:69",
            "SK611",
            "the stages make 3 min to 4 min, the duration of the step says 9 min",
            ("change one of them",),
        ),
    ),
    "booked-too-short": (
        document("- {technique: kneading, where: calf, duration: 9 min}", head="booking: {table: 5 min}"),
        ("4:18", "SK612", "the work on the table takes at least 9 min, more than the 5 min booked", ("book more, or plan less",)),
    ),
    "limit-broken": (
        document(
            "- {technique: kneading, where: calf, duration: 9 min}", head="limits: [{technique: kneading, duration: ..5 min}]"
        ),
        (
            "4:42",
            "SK710",
            "`kneading` comes to at least 9 min, and the limit is at most 5 min",
            ("shorten the steps, or correct the limit",),
        ),
    ),
    "limit-passed": (
        document(
            "- {technique: kneading, where: calf, duration: 1..11 min}", head="limits: [{technique: kneading, duration: ..5 min}]"
        ),
        (
            "4:42",
            "SK711",
            "`kneading` comes to 6 min as planned, and the limit is at most 5 min",
            ("plan less of it, or state the times that are guessed",),
        ),
    ),
    "nothing-to-remove": (
        document("- {action: remove, of: pack}\n- {action: place, id: pack, thing: heat_pack, where: calf, lasts: section}"),
        (
            "8:30",
            "SK712",
            "`pack` does not lie anywhere when this step removes it",
            ("remove it after it is placed, and once",),
        ),
    ),
    "forbidden-thing": (
        document("- {technique: gliding, where: calf, lubricant: lotion}", head="equipment: {oil: {forbid: [lotion]}}"),
        (
            "8:54",
            "SK713",
            "`lotion` is used here, which the equipment forbids for `oil`",
            ("use something else, or correct the equipment",),
        ),
    ),
    "no-target": (
        document("- {technique: holding, where: perineum}"),
        ("8:37", "SK714", "`perineum` is never worked on", ("name a place around it",)),
    ),
}
IN_TIMELINES = ("time-unknown", "unknown-assumption")
BY_ANSWERS = ("treatment-ruled-out", "treatment-after-advice", "ruled-out-by-answer")
"""What only the answers of a client bring about: tests/composing/test_screening.py."""


@pytest.mark.parametrize("name", CASES)
def test_a_document_raises_the_code(name: str) -> None:
    """The document raises this code and no other, at its place in the text, with these words and these hints."""
    text, expected = CASES[name]

    assert said(text) == [expected]


def test_every_code_of_these_stages_has_a_document() -> None:
    """No code of the hundreds 5, 6 and 7 is without a document that raises it."""
    mine = {name for name, code in CODES.items() if code.number[2] in "567"}

    assert mine == {*CASES, *IN_TIMELINES, *BY_ANSWERS, *FITTED}


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

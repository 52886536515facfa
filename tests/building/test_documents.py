"""Built routines as documents: the checks of a file, and diagnostics that name the call and lead to its line."""

from __future__ import annotations

import inspect
import pickle
from pathlib import Path
from typing import Any

import pytest

from strokekit import Engine, UsageError, build, dump
from strokekit.diagnostics import Diagnostic, Related
from strokekit.plugin import Finding, Rule
from strokekit.plugins.hookspecs import hookimpl

ENGINE = Engine()


def here() -> int:
    """Give the line that calls this."""
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    return frame.f_back.f_lineno


def whole(*steps: Any, **keys: Any) -> build.Routine:
    """Build a routine of one section."""
    return build.routine(build.section("s", *steps), title="T", contraindications="none_reviewed", **keys)


def placed(found: Diagnostic | Related) -> tuple[str, int]:
    """Give file and line."""
    assert found.span is not None
    return found.file, found.span.line


def test_a_diagnostic_leads_to_the_call() -> None:
    """It has the file and the line of the call, its message names it; a repair of a text that nobody has is left out."""
    line = here() + 1
    wrong = build.technique("kneading", where="claf", repeat="5..3")
    upside_down, unknown = ENGINE.check(whole(wrong).document)

    assert str(upside_down) == (
        f'test_documents.py:{line}:1: error[SK302] in technique("kneading", where="claf", repeat="5..3"): '
        "the range `5..3` runs from the larger to the smaller"
    )
    assert (upside_down.hints, upside_down.fix, upside_down.found) == (("write `3..5`",), None, "5..3")
    assert str(unknown) == (
        f'test_documents.py:{line}:1: error[SK403] in technique("kneading", where="claf", repeat="5..3"): '
        "there is no region `claf`"
    )
    assert (unknown.hints, unknown.pointer) == (("did you mean `calf`?",), "/sections/0/steps/0/where")


def test_related_places_lead_to_calls_too() -> None:
    """The first of two equal ids is found by its call."""
    line = here() + 1
    first = build.technique("kneading", id="work", where="calf")
    second = build.technique("kneading", id="work", where="thigh")
    (found,) = ENGINE.check(whole(first, second).document)

    assert placed(found) == ("test_documents.py", line + 1)
    assert [(placed(other), other.message) for other in found.related] == [
        (("test_documents.py", line), 'the first is here: technique("kneading", id="work", where="calf")')
    ]


def test_what_no_piece_holds_leads_to_the_piece_around() -> None:
    """A fault of the document itself names `routine()`; one in a mapping the nearest call around it."""
    line = here() + 1
    built = build.routine(sections=[build.section("s", {"technique": "kneeding"})])
    found = {one.name: (placed(one), one.message) for one in ENGINE.structure(built.document).report}

    assert found == {
        "missing-key": (("test_documents.py", line), "in routine(sections=[…]): a routine needs `title`"),
        "unknown-technique": (
            ("test_documents.py", line),
            'in section("s", {"technique": "kneeding"}): there is no technique `kneeding`',
        ),
    }


def test_findings_are_in_the_order_of_the_lines() -> None:
    """Calls have lines and no offsets: the report goes by the lines."""
    last, first = (
        build.technique("kneading", repeat="5..3"),
        build.technique("kneading", repeat="4..2"),
    )
    report = ENGINE.check(whole(first, last).document)

    assert [one.found for one in report if one.name == "range-upside-down"] == ["5..3", "4..2"]


def test_later_stages_name_the_call() -> None:
    """So do composing, the rules and timing, whose diagnostics are made long after reading."""
    step = build.technique("kneading", where="abdomen", position="prone")
    report = ENGINE.compose(ENGINE.structure(whole(step).document)).report

    assert [(one.name, one.message.partition(":")[0]) for one in report if one.name == "not-reachable"] == [
        ("not-reachable", 'in technique("kneading", where="abdomen", position="prone")')
    ]


class Ruled:
    """A plugin with a rule of its own."""

    @hookimpl
    def strokekit_rules(self) -> list[Rule]:
        """Find something at every step."""
        return [
            Rule(
                id="any",
                title="Any step",
                check=lambda context: [Finding(pointer=step.origin, message="no good") for step in context.steps],
            )
        ]


def test_the_rules_of_plugins_name_the_call() -> None:
    """A plugin's rule knows nothing of calls, and its findings lead there all the same."""
    line = here() + 1
    step = build.technique("kneading", where="calf")
    engine = Engine(plugins={"own": Ruled()})
    found = [one for one in engine.check(whole(step).document) if one.message.endswith("no good")]

    assert [(placed(one), one.message) for one in found] == [
        (("test_documents.py", line), 'in technique("kneading", where="calf"): no good')
    ]


def test_a_timeline_has_the_lines_of_calls() -> None:
    """Each cue of the JSON timeline has the line of the call that made its step."""
    import json

    line = here() + 1
    built = whole(build.technique("kneading", where="calf", duration="1 min"))
    timeline = ENGINE.fit(ENGINE.compose(ENGINE.structure(built.document))).require()
    cues = json.loads(ENGINE.render(timeline, to="json"))["cues"]

    assert {cue["line"] for cue in cues} == {line}


def test_limits_hold_for_what_is_built() -> None:
    """A routine that nests deeper than a file may is reported as a file's would be."""
    step = build.technique("kneading")
    for _ in range(60):
        step = build.block(step)
    outcome = whole(step).document

    assert outcome.value is None
    assert [(one.name, one.message.partition(": ")[0]) for one in outcome.report] == [("too-deep", "in block(…)")]


def test_what_python_cannot_follow_is_a_wrong_call() -> None:
    """Past what can be walked at all there is no document."""
    step = build.technique("kneading")
    for _ in range(2000):
        step = build.block(step)

    with pytest.raises(UsageError, match=r"^<routine\(…, title=\"T\", .*> nests too deeply: no file may$"):
        _ = whole(step).document


def test_only_a_routine_is_a_document() -> None:
    """A step alone is none; the message says where it goes."""
    step = build.technique("kneading")

    with pytest.raises(UsageError) as caught:
        _ = step.document
    assert str(caught.value) == f"only a routine is a document, and {step!r} is a step: put it into `routine(…)`"


def test_a_built_document_travels() -> None:
    """Document and routine pickle, and their diagnostics still lead to the calls."""
    line = here() + 1
    document = whole(build.technique("kneeding")).document.require()
    back = pickle.loads(pickle.dumps(document))  # noqa: S301 - just pickled

    assert back == document
    assert {placed(one) for one in ENGINE.structure(back).report} == {("test_documents.py", line)}


def test_a_part_of_the_routine_is_included() -> None:
    """Parts stand in the routine, and steps include them with values, as in a file."""
    leg = build.part(
        build.technique("kneading", where="calf", repeat="$passes"), values={"passes": {"type": "count", "default": 2}}
    )
    once = whole(build.include("leg"), parts={"leg": leg})
    twice = whole(build.include("leg", set={"passes": 4}), parts={"leg": leg})
    ideal = [ENGINE.measure(ENGINE.compose(ENGINE.structure(one.document)).require()).ideal for one in (once, twice)]

    assert ideal[0] is not None
    assert ideal[1] == 2 * ideal[0]


def test_files_are_included_from_a_folder(tmp_path: Path) -> None:
    """A built routine includes files once it is told where they are looked for; else the call is told why not."""
    leg = build.fragment(title="Legs", parts={"leg": build.part(build.technique("kneading", where="calf", duration="2 min"))})
    (tmp_path / "legs.routine.yaml").write_text(dump(leg), encoding="utf-8")
    built = whole(build.include("./legs.routine.yaml#leg"))
    found = ENGINE.measure(ENGINE.compose(ENGINE.structure(built.document_in(tmp_path))).require())

    assert found.ideal == 120_000
    assert [one.message.partition(": ")[0] for one in ENGINE.check(built.document).errors] == [
        'in include("./legs.routine.yaml#leg")'
    ]

"""The timeline as JSON and back: equal, without a validator, and with a message for what is no timeline."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from strokekit import UsageError, read_timeline
from strokekit.model.timeline import Cue, Timeline
from strokekit.model.timeline_json import KEYS, timeline_json, timeline_text
from strokekit.timing.queries import at
from tests.examples.files import CONSTRUCTS, name_of
from tests.house.test_start_up import HEAVY
from tests.plans import document, engine, timeline_of

LONG = document(
    """
    - id: legs
      sides: right then left
      repeat: 2
      say: {text: {en: Go on, de: Weiter}, at: each repeat}
      steps:
        - {technique: kneading, id: knead, where: [calf, thigh], side: both, tool: thumbs, duration: 40 s, rest: 5 s}
        - technique: circles
          id: round
          where: knots in calf
          pressure: deeper
          ask: {text: "Fine?", answers: {"no": {skip: round}}}
    - {checkpoint: 1..90 min}
    """,
    head="language: de\nvalues: {times: {type: count, default: 2}}",
)


@cache
def made() -> Timeline:
    """Give a timeline with every kind of cue but moves."""
    return timeline_of(LONG)


def changed(*way: Any, to: Any) -> Any:
    """Give the JSON of the timeline with one value put in; `...` takes it away."""
    data = json.loads(timeline_text(made()))
    inner = data
    for part in way[:-1]:
        inner = inner[part]
    if to is ...:
        del inner[way[-1]]
    else:
        inner[way[-1]] = to
    return data


@pytest.mark.parametrize("path", CONSTRUCTS, ids=name_of)
def test_an_example_comes_back(path: Path) -> None:
    """Every example's timeline is read back equal, text for text, and pickles."""
    fitted = engine().fit(engine().compose(engine().load(path)))
    if fitted.value is None:
        assert {found.name for found in fitted.report.errors} == {"time-unknown"}
        return
    timeline = fitted.value
    back = read_timeline(timeline_text(timeline))

    assert (back, back.plan, dict(back.steps)) == (timeline, None, {})
    assert timeline_text(back) == timeline_text(timeline)
    assert pickle.loads(pickle.dumps(timeline)) == timeline  # noqa: S301 - made one line above


def test_what_a_player_needs_is_in_a_cue() -> None:
    """Title, technique, places, side, tools, pressure, state, words, line, pass and reason stand in the cue itself."""
    back = read_timeline(json.dumps(timeline_json(made())))
    cue = next(cue for cue in back.cues if cue.name == "round@left#2")
    work = cue.work

    assert work is not None
    assert (cue.technique, cue.hands_on, cue.basis, back.lines[cue.origin]) == ("circles", True, "estimate", 15)
    assert [(one.block, one.number, one.of) for one in cue.passes] == [("legs", 2, 2)]
    assert (work.title["en"], work.family, work.side) == ("Circles", "petrissage", "left")
    assert [(site.written, site.region, site.side, site.title["en"]) for site in work.sites] == [
        ("knots in left calf", "calf", "left", "Calf")
    ]
    assert cue.why is not None
    assert (cue.why.ideal, cue.why.estimates) == (cue.length, ("circles",))


def test_a_step_on_both_sides_has_each_place_twice() -> None:
    """What is worked on is told for each side that it is on."""
    timeline = timeline_of(document("- {technique: kneading, where: calf, side: both, tool: finger and thumbs, duration: 1 min}"))
    work = timeline.cues[0].work

    assert work is not None
    assert [(site.region, site.side) for site in work.sites] == [("calf", "left"), ("calf", "right")]
    assert (work.side, work.sides, work.tools) == ("both", 2, ("finger", "thumb"))


def test_each_pass_has_its_own_dose() -> None:
    """The last pass of a loop may do something else: its cue says so, though it bears the name of the first."""
    steps = "- {repeat: 3, steps: [{technique: kneading, id: k, where: calf, repeat: 2, but: {when: pass last, repeat: 9}}]}"
    cues = timeline_of(document(steps)).cues

    assert [(cue.name, cue.work.dose["repeat"]) for cue in cues if cue.work] == [("k", 2), ("k#2", 2), ("k#3", 9)]


def test_state_that_nobody_can_tell_yet() -> None:
    """What an optional step may have changed is one of two; then no stance and no pose is said."""
    steps = """
    - {technique: kneading, where: thigh, position: supine, therapist: standing at head, duration: 1 min}
    - {technique: kneading, where: thigh, position: left side_lying, therapist: kneeling at foot, optional: true, duration: 1 min}
    - {technique: kneading, where: shoulder, duration: 1 min}
    """
    works = [cue.work for cue in timeline_of(document(steps)).cues if cue.hands_on and cue.work]

    assert [(work.stances, work.station, work.poses) for work in works] == [
        (("standing",), "at head", ("supine",)),
        (("kneeling",), "at foot", ("left side_lying",)),
        ((), "", ()),
    ]
    assert works[-1].state["position"] == ("supine", "left side_lying")


def test_nothing_heavy_is_loaded_to_read_one(tmp_path: Path) -> None:
    """A timeline is read and asked without a validator, a parser of YAML, the grammar or any plugin."""
    path = tmp_path / "timeline.json"
    path.write_text(timeline_text(made()), encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from strokekit import read_timeline; "
        "from strokekit.timing import at, load_of, explain; t = read_timeline(Path(sys.argv[1]).read_text('utf-8')); "
        "explain(t, at(t, 0)); load_of(t); "
        f"print(*(name for name in {HEAVY!r} if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)

    assert (ran.stdout, ran.stderr) == ("\n", "")


def test_unknown_fields_are_passed_over() -> None:
    """A later strokekit may add fields; what it wrote is still read."""
    data = changed("cues", 0, "later", to=1)

    assert read_timeline({**data, "more": []}) == made()


CASES: dict[str, tuple[Callable[[], Any], str]] = {
    "no JSON": (
        lambda: "{",
        "this is no timeline: it is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))",
    ),
    "deep": (
        lambda: "[" * 200_000,
        "this is no timeline: it is not JSON (maximum recursion depth exceeded while decoding a JSON array",
    ),
    "a list": (lambda: "[]", "this is no timeline: its format is not 'strokekit.timeline'"),
    "another format": (lambda: {"format": "x"}, "this is no timeline: its format is not 'strokekit.timeline'"),
    "another version": (lambda: changed("version", to=2), "this is a timeline of version 2, and strokekit reads 3"),
    "no cues": (lambda: changed("cues", to=...), "this timeline has no 'cues'"),
    "cues that are no list": (lambda: changed("cues", to=1), "/cues is 1, not a list"),
    "a cue without a start": (lambda: changed("cues", 1, "start", to=...), "/cues/1 has no 'start'"),
    "a fraction": (lambda: changed("cues", 0, "end", to=1.5), "/cues/0/end is 1.5, not a whole number >= 0"),
    "a truth value": (lambda: changed("cues", 0, "end", to=True), "/cues/0/end is True, not a whole number >= 0"),
    "a negative time": (lambda: changed("cues", 0, "start", to=-1), "/cues/0/start is -1, not a whole number >= 0"),
    "another kind": (
        lambda: changed("cues", 0, "kind", to="x"),
        "/cues/0/kind is 'x', not one of 'step', 'rest', 'say', 'ask', 'caution', 'checkpoint', 'move', 'side'",
    ),
    "a backward cue": (lambda: changed("cues", 1, "end", to=0), "/cues/3/start is 40000, not 0, where what comes before it ends"),
    "too long": (lambda: changed("length", to=9), "/cues/1 is (0, 40000), not a stretch of the 9 ms that there are"),
    "too short": (lambda: changed("length", to=9_000_000), "/length is 9000000, not"),
    "a long wrong value": (lambda: changed("engine", to=["x" * 99]), f"/engine is ['{'x' * 58}…, not a text"),
    "a line in words": (lambda: changed("cues", 0, "line", to="one"), "/cues/0/line is 'one', not a whole number >= 0"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_no_timeline(name: str) -> None:
    """The message names the place, what stands there and what should."""
    source, message = CASES[name]
    with pytest.raises(UsageError) as raised:
        read_timeline(source())

    assert str(raised.value).startswith(message)


def test_cues_out_of_order_are_refused() -> None:
    """The queries rest on the order, so it is held."""
    data = json.loads(timeline_text(made()))
    said = next(index for index, cue in enumerate(data["cues"]) if cue["kind"] == "ask")
    data["cues"].append(data["cues"].pop(said))
    with pytest.raises(UsageError, match="after the start of the cue before it"):
        read_timeline(data)


def test_an_index_does_not_travel() -> None:
    """What queries have made is no part of the value, of its text or of its pickle."""
    asked, fresh = timeline_of(LONG), timeline_of(LONG)
    at(asked, 5)

    assert (asked == fresh, repr(asked) == repr(fresh)) == (True, True)
    assert ("_made" in asked.__getstate__(), pickle.loads(pickle.dumps(asked)) == fresh) == (False, True)  # noqa: S301 - its own


def test_every_field_of_a_cue_is_written_for_some_kind() -> None:
    """A field that no kind writes would be lost on the way; signs are written wherever there are any."""
    assert {field.name for field in attrs.fields(Cue)} == {"signs", *(name for names in KEYS.values() for name in names)}


def test_a_timeline_without_its_plan_can_be_rendered_as_json_alone() -> None:
    """It goes through every renderer that needs no plan; a card says what is missing."""
    back = read_timeline(timeline_text(made()))

    assert engine().render(back, to="json") == engine().render(made(), to="json", language="fr")
    with pytest.raises(UsageError, match="this timeline has no plan: it was read back from JSON"):
        engine().render(back, to="markdown")

"""Explanations: where a cue comes from, as a value and in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.model.plan import Via
from strokekit.model.timeline import Bind, Cue, Pass, Reason, Timeline
from strokekit.rendering.context import RenderContext
from strokekit.rendering.explaining import explained
from strokekit.timing import explain
from strokekit.timing.explaining import named
from tests.plans import document, engine, timeline_of

STEP = "technique: kneading, id: k, where: calf"


def told(timeline: Timeline, name: str, *, of: Engine | None = None) -> list[str]:
    """Give the lines of the explanation of a step."""
    return (of or engine()).explain(timeline, name).splitlines()


def test_a_step_of_a_loop() -> None:
    """Its place, its section, its pass, its side, and why there are sides."""
    text = document(f"- {{id: legs, repeat: 2, sides: each, steps: [{{{STEP}, duration: 10 s}}]}}", section="title: The legs")

    assert told(timeline_of(text), "k@right#2") == [
        "k@right#2: Kneading, 10 s, from 30 s to 40 s",
        "  Written in r.yaml, line 9",
        "  In the section “The legs”",
        "  Pass 2 of 2 of legs",
        "  Side: right",
        "  Repeated for each side; here: right, in r.yaml, line 9",
        "  Technique or action: kneading",
        "  The length rests on the author",
        "  By itself 10 s, at least 10 s, at most 10 s",
        "  It has its ideal length",
    ]


def test_an_estimate_that_a_block_stretches() -> None:
    """The block that decides is named with its place, and what the guess rests on."""
    text = document(f"- {{id: b, duration: 5 min, steps: [{{{STEP}}}]}}")

    assert told(timeline_of(text), "k")[3:] == [
        "  Technique or action: kneading",
        "  The length rests on an estimate",
        "  Estimated by: kneading",
        "  By itself 1 min 30 s, at least 45 s, at most 3 min",
        "  3 min 30 s longer than its ideal",
        "  Because of the time of b around it, in r.yaml, line 8",
    ]


def test_a_step_that_takes_what_is_left() -> None:
    """Of a step whose time nobody knows it is said that it gets what others leave."""
    text = document("- {id: b, duration: 30 s, steps: [{technique: x.bare, id: u, where: calf}]}")

    assert told(timeline_of(text), "u")[-3:] == [
        "  The length rests on an estimate",
        "  Nothing says how long it takes by itself: it gets what is left, at least 0 s, at most unknown",
        "  Because of the time of b around it, in r.yaml, line 8",
    ]


def test_a_change_that_the_plan_put_in() -> None:
    """Nobody wrote it: the reason is the state that changes, and where that is written."""
    steps = f"- {{{STEP}, position: prone, duration: 9 s}}\n- {{technique: kneading, id: m, where: thigh, position: supine}}"
    timeline = timeline_of(document(steps))
    (change,) = [cue for cue in timeline.cues if cue.inserted]
    found = explain(timeline, change)

    assert (found.inserted, [(via.kind, via.what, via.place and via.place.line) for via in found.via]) == (
        True,
        [("inserted", "position", 9)],
    )
    assert "  Put in by the plan: the position of the client changes, in r.yaml, line 9" in told(timeline, change.name)


def test_what_comes_from_another_file(tmp_path: Path) -> None:
    """The step lies in the included file, and the include in the other one."""
    (tmp_path / "parts.routine.yaml").write_text(
        f"strokekit: 1\nkind: fragment\ntitle: P\nparts:\n  leg: {{steps: [{{{STEP}, duration: 9 s}}]}}\n", encoding="utf-8"
    )
    text = document("- {include: ./parts.routine.yaml#leg, id: first}")
    made = engine()
    timeline = made.fit(made.compose(made.loads(text, name="whole.routine.yaml", folder=tmp_path))).require()
    found = explain(timeline, timeline.cues[0])

    assert (found.place.file, found.place.line) == ("parts.routine.yaml", 5)
    assert [(via.kind, via.what, via.place and (via.place.file, via.place.line)) for via in found.via] == [
        ("include", "./parts.routine.yaml#leg", ("whole.routine.yaml", 8))
    ]


def test_a_folder_is_no_part_of_a_file_name(tmp_path: Path) -> None:
    """No path of a machine gets into a timeline."""
    path = tmp_path / "here.routine.yaml"
    path.write_text(document(f"- {{{STEP}, duration: 9 s}}"), encoding="utf-8")
    timeline = engine().fit(engine().compose(engine().load(path))).require()

    assert (timeline.about.file, explain(timeline, timeline.cues[0]).place.file) == ("here.routine.yaml", "here.routine.yaml")


def test_names() -> None:
    """Without a number all passes are meant, with one just that; rests bear the name of what they follow."""
    timeline = timeline_of(document(f"- {{id: b, repeat: 3, steps: [{{{STEP}, duration: 9 s, rest: 1 s}}]}}"))

    assert [(cue.kind, cue.name) for cue in named(timeline, "k#2")] == [("step", "k#2"), ("rest", "k#2")]
    assert len(named(timeline, "k")) == 6
    with pytest.raises(UsageError, match=r"^nothing in the timeline is called 'kk': did you mean k\?$"):
        named(timeline, "kk")
    with pytest.raises(UsageError, match=r"^nothing in the timeline is called 'elsewhere'$"):
        named(timeline, "elsewhere")


WHYS = [
    ("least", "It can't be shorter: x"),
    ("most", "It can't be longer: x"),
    ("locked", "Locked: x"),
    ("sides", "Both sides get the same time: x"),
    ("passes", "Only whole passes: x"),
    ("budget", "Because of the budget of x"),
    ("share", "Because of the share of x"),
    ("cap", "Because of the limit x"),
    ("target", "Because of the time that was asked for"),
    ("block", "Because of the time of x around it"),
]


@pytest.mark.parametrize(("kind", "words"), WHYS, ids=[kind for kind, _ in WHYS])
def test_what_a_fit_says(kind: object, words: str) -> None:
    """Whatever bound a length has words, and a place where it is written."""
    timeline = timeline_of(document(f"- {{{STEP}, duration: 9 s}}"))
    bind = Bind(kind=kind, name="x", origin="/sections/0")  # type: ignore[arg-type]  # parametrised
    cue = Cue(kind="step", name="k", section="s", origin="", start=0, end=9, why=Reason(ideal=12, most=20, binds=(bind,)))
    phrases = RenderContext(plan=None, catalog=engine().catalog).phrases
    found = explain(timeline, cue)

    assert found.stretched == -3
    assert explained(phrases, found).splitlines()[-2:] == ["  under 1 s shorter than its ideal", f"  {words}, in r.yaml"]


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("say", "k: said at 1 min: “Breathe”"),
        ("ask", "k: asked at 1 min: “Breathe”"),
        ("caution", "k: shown at 1 min: “Breathe”"),
        ("checkpoint", "k: checkpoint at 1 min"),
        ("side", "k: change of side at 1 min"),
        ("move", "k: Breathe, 0 s, from 1 min to 1 min"),
        ("rest", "k: pause, 0 s, from 1 min to 1 min"),
    ],
)
def test_every_kind_of_cue_has_words(kind: object, first: str) -> None:
    """What takes no time is explained without a length."""
    timeline = timeline_of(document(f"- {{{STEP}, duration: 9 s}}"))
    cue = Cue(kind=kind, name="k", section="s", origin="", start=60_000, end=60_000, text={"en": "Breathe"})  # type: ignore[arg-type]
    found = explain(timeline, cue)
    lines = explained(RenderContext(plan=None, catalog=engine().catalog).phrases, found).splitlines()

    assert lines[0] == first
    assert any("rests on" in line for line in lines) == (kind == "rest")


@pytest.mark.parametrize(
    ("via", "words"),
    [
        (Via(kind="member", what="toe 2"), "  Repeated for each member; here: toe 2"),
        (Via(kind="interspersed", what="rub"), "  Interspersed: rub"),
        (Via(kind="added", what="more"), "  Added on request: more"),
        (Via(kind="inserted", what="therapist"), "  Put in by the plan: the therapist changes place"),
        (Via(kind="inserted", what="drape"), "  Put in by the plan for a change"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.kind,
)
def test_every_reason_has_words(via: Via, words: str) -> None:
    """Each reason is said, with its place where one is known."""
    timeline = timeline_of(document(f"- {{{STEP}, duration: 9 s}}"))
    cue = Cue(kind="say", name="k", section="s", origin="", start=0, end=0, via=(via,))

    assert words in explained(RenderContext(plan=None, catalog=engine().catalog).phrases, explain(timeline, cue)).splitlines()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("pass", "  Pass 2 of 3 of b"),
        ("stretch", "  Stretch 2 of 3 of b, which is interrupted"),
        ("return", "  Interruption 2 of 3 of b"),
    ],
)
def test_every_pass_has_words(kind: object, words: str) -> None:
    """A stretch has no bounds of its own, so none are said."""
    timeline = timeline_of(document(f"- {{{STEP}, duration: 9 s}}"))
    one = Pass(block="b", number=2, of=3, kind=kind)  # type: ignore[arg-type]  # parametrised
    cue = Cue(kind="step", name="k", section="s", origin="", start=0, end=5, passes=(one,))
    lines = explained(RenderContext(plan=None, catalog=engine().catalog).phrases, explain(timeline, cue)).splitlines()

    assert words in lines
    assert any("By itself" in line or "Nothing says" in line for line in lines) == (kind != "stretch")

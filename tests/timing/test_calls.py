"""Callables of techniques: what they may say of time and moves, and what happens when they fail."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from strokekit import Engine
from strokekit.diagnostics import Report
from strokekit.errors import PluginError
from strokekit.model.timeline import Timeline
from strokekit.plugin import Move, MovesContext, Parameter, Provenance, Renderer, Takes, Technique, Timing, TimingContext
from strokekit.plugins.hookspecs import hookimpl
from strokekit.resources import read_text

TAKES = {name: Takes() for name in ("where", "path", "repeat", "hold", "side", "tempo", "pressure", "pattern")}
SOURCED = Provenance(kind="publication", source="a book")


class Plugin:
    """A plugin `x` with one technique and one renderer."""

    def __init__(self, **declared: Any) -> None:
        """Keep what the technique declares."""
        self.declared = declared

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute the technique `x.press`: 8 to 12 seconds a pass, if its callable does not say otherwise."""
        usual = {"timing": Timing(per="pass", time="8..10..12 s"), "takes": TAKES}
        return [Technique(id="press", title="Press", family="compression", summary="Press.", **{**usual, **self.declared})]

    @hookimpl
    def strokekit_renderers(self) -> list[Renderer]:
        """Contribute two renderers that fail."""
        return [
            Renderer(id="none", title="None", media_type="text/plain", suffix=".txt", render=lambda _: None),  # type: ignore[arg-type, return-value]  # the fault
            Renderer(id="raises", title="Raises", media_type="text/plain", suffix=".txt", render=lambda _: str(1 // 0)),
        ]


def engine(*, strict: bool = False, **declared: Any) -> Engine:
    """Make an engine with the plugin."""
    return Engine(plugins={"x": Plugin(**declared)}, strict=strict)


def text(*steps: str) -> str:
    """Write a routine with steps of `x.press`."""
    listed = "\n".join(f"  - {{technique: x.press, {step}}}" for step in steps)
    return f"strokekit: 1\ntitle: T\ncontraindications: none_reviewed\nsections:\n- id: s\n  steps:\n{listed}\n"


def times(step: str, **declared: Any) -> tuple[int, int | None, int | None]:
    """Measure one step."""
    made = engine(**declared)
    found = made.measure(made.compose(made.loads(text(step))).require())
    return found.min, found.ideal, found.max


def seconds(least: int, ideal: int, most: int) -> Callable[[TimingContext], Any]:
    """Make a callable that always gives the same."""
    return lambda _: (least * 1_000, ideal * 1_000, most * 1_000)


@pytest.mark.parametrize(
    ("step", "found"),
    [
        pytest.param("where: calf", (1_000, 2_000, 4_000), id="one pass"),
        pytest.param("where: calf, repeat: 3", (3_000, 6_000, 12_000), id="repeats multiply"),
        pytest.param("where: calf, repeat: 2..4", (2_000, 6_000, 16_000), id="ranges of repeats multiply"),
        pytest.param("where: calf, side: both", (2_000, 4_000, 8_000), id="both sides double"),
        pytest.param("where: calf, duration: 1 min", (60_000, 60_000, 60_000), id="a duration is the author's"),
        pytest.param("where: calf, repeat: 3, tempo: 5 s each", (15_000, 15_000, 15_000), id="a tempo is the author's"),
        pytest.param("where: calf, hold: 5 s, repeat: 1", (5_000, 5_000, 5_000), id="a hold at one place is the author's"),
    ],
)
def test_a_callable_gives_the_time_of_a_pass(step: str, found: tuple[int, int, int]) -> None:
    """It says how long one pass on one side takes; what the author says multiplies it, or stands in its place."""
    assert times(step, refine=seconds(1, 2, 4)) == found


def test_none_is_what_is_declared() -> None:
    """A callable that gives None leaves the declared time."""
    assert times("where: calf", refine=lambda _: None) == times("where: calf") == (8_000, 10_000, 12_000)


def test_what_a_callable_is_given() -> None:
    """It gets the dose, the amounts in whole numbers, the parameters with their defaults, and what is declared of one pass."""
    seen: list[TimingContext] = []
    parameters = {"depth": Parameter(type="count", default=2), "pause": Parameter(type="duration")}
    times(
        "where: [calf, foot], repeat: 3, side: both, with: {pause: 2..4 s}",
        refine=seen.append,
        parameters=parameters,
    )
    context = seen[0]

    assert (context.technique.id, context.targets, context.sides, context.regions) == ("x.press", 2, 2, ("calf", "foot"))
    assert (context.declared, dict(context.parameters)) == ((16_000, 20_000, 24_000), {"depth": 2, "pause": "2..4 s"})
    assert dict(context.amounts) == {"depth": (2, 2, 2), "pause": (2_000, 3_000, 4_000), "repeat": (3, 3, 3)}
    assert type(context.length_mm) is int


@pytest.mark.parametrize(
    ("basis", "sourced", "estimates"),
    [pytest.param(SOURCED, 2_000, (), id="a publication"), pytest.param(None, 0, ("x.press",), id="an estimate")],
)
def test_whose_number_it_is(basis: Provenance | None, sourced: int, estimates: tuple[str, ...]) -> None:
    """A callable's time rests on what the declared timing rests on."""
    timing = Timing(per="pass", time="10 s", **({"basis": basis} if basis else {}))
    made = engine(refine=seconds(1, 2, 4), timing=timing)
    found = made.measure(made.compose(made.loads(text("where: calf"))).require())

    assert (found.sourced, found.estimates, found.stated) == (sourced, estimates, 0)


def raising(context: TimingContext) -> None:
    """Fail."""
    raise KeyError(context.technique.id)


def leaving(context: TimingContext) -> None:
    """Ask the program to end."""
    raise SystemExit(context.targets)


def endless(context: TimingContext) -> Any:
    """Call itself for ever."""
    return endless(context)


FAILURES = [
    pytest.param(raising, "KeyError: 'x.press'", id="raises"),
    pytest.param(leaving, "SystemExit: 1", id="exits"),
    pytest.param(lambda _: (1.0, 2, 3), "it gave float 1.0, and times are whole milliseconds", id="floats"),
    pytest.param(lambda _: (True, 2, 3), "it gave bool True, and times are whole milliseconds", id="truth values"),
    pytest.param(lambda _: (-1, 2, 3), "it gave a negative time: -1, 2, 3", id="negative"),
    pytest.param(lambda _: (3, 2, 1), "it gave times out of order: 3, 2, 1", id="reversed"),
    pytest.param(lambda _: (1, 2), "it gave tuple, not least, ideal and most", id="two numbers"),
    pytest.param(lambda _: "10 s", "it gave str, not least, ideal and most", id="a text"),
    pytest.param(
        lambda _: (0, random.getrandbits(60), 2**61),
        "it gave another answer the second time",
        id="chance",
    ),
]


@pytest.mark.parametrize(("refine", "problem"), FAILURES)
def test_a_failing_callable_is_a_problem_of_its_plugin(refine: Any, problem: str) -> None:
    """It is said once, however many steps there are, with what is done instead; the declared time holds; a check passes."""
    made = engine(refine=refine)
    outcome = made.compose(made.loads(text("where: calf", "where: foot", "where: thigh")))
    timeline = made.fit(outcome)
    found = made.measure(outcome.require())

    assert (
        said(outcome.report)
        == said(timeline.report)
        == [
            (
                "SK803",
                f"`refine` of `x.press` of the plugin x failed: {problem}",
                ("the time that the technique declares is used",),
            )
        ]
    )
    assert (found.min, found.ideal, found.max) == (24_000, 30_000, 36_000)
    assert made.check(made.read_text(text("where: calf"))).ok


def said(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give code, message and hints of what a report says, without what these short routines do not care about."""
    return [(found.code, found.message, found.hints) for found in report]


def test_endless_recursion_is_a_problem_too() -> None:
    """A callable that calls itself for ever takes nobody down."""
    made = engine(refine=endless)
    (found,) = made.compose(made.loads(text("where: calf"))).report

    assert found.message.startswith("`refine` of `x.press` of the plugin x failed: RecursionError: ")


@pytest.mark.parametrize("stage", ["compose", "fit", "check"])
def test_a_strict_engine_raises(stage: str) -> None:
    """In strict mode a failing callable is an exception, in whatever stage it is first asked."""
    made, loose = engine(refine=raising, strict=True), engine(refine=raising)
    plan = loose.compose(loose.loads(text("where: calf"))).require()
    calls: dict[str, Callable[[], Any]] = {
        "compose": lambda: made.compose(made.loads(text("where: calf"))),
        "fit": lambda: made.fit(plan),
        "check": lambda: made.check(made.read_text(text("where: calf"))),
    }
    with pytest.raises(PluginError) as raised:
        calls[stage]()

    assert str(raised.value) == "`refine` of `x.press` of the plugin x failed: KeyError: 'x.press'"


def two_and_one(context: MovesContext) -> Iterator[Move]:
    """Go out for two thirds of the time, and come back."""
    yield Move(title={"en": "Out", "de": "Hinaus"}, share=2, where="calf", side="left")
    yield Move(title=f"Back of {context.passes}")


def timeline(step: str, **declared: Any) -> tuple[Engine, Timeline]:
    """Make the timeline of one step."""
    made = engine(**declared)
    return made, made.fit(made.compose(made.loads(text(step)))).require()


def test_moves_fill_their_step() -> None:
    """They are cues of their own, to the millisecond, under the name of their step, and add nothing to the total."""
    _, made = timeline("where: calf, id: lean, duration: 10 s, repeat: 4", moves=two_and_one)
    cues = [(cue.kind, cue.name, cue.start, cue.end, dict(cue.text or {})) for cue in made.cues]

    assert cues == [
        ("step", "lean", 0, 10_000, {}),
        ("move", "lean", 0, 6_667, {"en": "Out", "de": "Hinaus"}),
        ("move", "lean", 6_667, 10_000, {"en": "Back of 4"}),
    ]
    assert (made.total, made.totals["hands_on"]) == (10_000, 10_000)


def test_moves_of_a_step_that_is_interrupted() -> None:
    """A stretch of a step shows the moves that fall into it; together the stretches show all of them."""
    step = "where: calf, id: lean, duration: 9 s, interspersed: {every: 4 s, steps: [{say: Hi, duration: 1 s}]}"
    _, made = timeline(step, moves=two_and_one)
    timed = [cue for cue in made.cues if cue.kind == "step" and cue.technique]
    moves = [cue for cue in made.cues if cue.kind == "move"]

    assert len(timed) > 1
    assert sum(cue.length for cue in moves) == sum(cue.length for cue in timed)
    assert [cue for cue in moves if not any(step.start <= cue.start < cue.end <= step.end for step in timed)] == []


def test_moves_are_shown() -> None:
    """They stand on the card with their times, and in the JSON with their places."""
    made, timed = timeline("where: calf, duration: 9 s", moves=two_and_one)
    whole = json.loads(made.render(timed, to="json"))
    shown = whole["cues"][1]
    Draft202012Validator(json.loads(read_text("schemas", "timeline.schema.json"))).validate(whole)

    assert "Bewegungen: Hinaus (6 Sek.), Back of 1 (3 Sek.)" in str(made.render(timed, to="text", language="de"))
    assert {key: shown[key] for key in ("kind", "text", "move")} == {
        "kind": "move",
        "text": {"en": "Out", "de": "Hinaus"},
        "move": {"title": {"en": "Out", "de": "Hinaus"}, "share": 2, "ms": None, "where": "calf", "path": "", "side": "left"},
    }


class Turned(Move):
    """A move that is more than a move, and so could run code wherever it is looked at."""


@pytest.mark.parametrize(
    ("moves", "problem"),
    [
        pytest.param(lambda _: [Move(title="a", ms=9_000)], "its moves take 9000 ms of a step of 10000 ms", id="too little"),
        pytest.param(
            lambda _: [Move(title="a", ms=9_000), Move(title="b", ms=2_000)],
            "its moves take 11000 ms of a step of 10000 ms",
            id="too much",
        ),
        pytest.param(lambda _: ["a"], "it gave str, not Move", id="no move"),
        pytest.param(
            lambda _: [Move(title="a", share=0)],
            "it gave a move with the share 0, and shares are whole numbers > 0",
            id="no share",
        ),
        pytest.param(
            lambda _: [Move(title="a", ms=1.5)],  # type: ignore[arg-type]  # the fault
            "it gave a move of 1.5, and times are whole milliseconds >= 0",
            id="floats",
        ),
        pytest.param(
            lambda _: [Move(title="a", where="nowhere at")],
            "it gave a move with the place 'nowhere at', which can't be read",
            id="no place",
        ),
        pytest.param(lambda _: [Move(title="a", where=3)], "in a move, `where` should be a text, not `3`", id="a number"),  # type: ignore[arg-type]  # the fault
        pytest.param(lambda _: [Move(title={"en": 3})], "in a move, `title.en` should be a text, not `3`", id="no text"),  # type: ignore[dict-item]  # the fault
        pytest.param(lambda _: [Move(title={})], "it gave a move without a title", id="no title"),
        pytest.param(
            lambda _: [Move(title="a", side="up")],  # type: ignore[arg-type]  # the fault
            "in a move, `side` is `up`, which is none of `left`, `right`",
            id="no side",
        ),
        pytest.param(lambda _: [Turned(title="a")], "it gave Turned, not Move", id="another class"),
        pytest.param(lambda _: (Move(title="a") for _ in iter(int, 1)), "it gave more than 10000 values", id="without an end"),
        pytest.param(lambda _: 3, "TypeError: 'int' object is not iterable", id="no list"),
    ],
)
def test_failing_moves_are_left_out(moves: Any, problem: str) -> None:
    """What fails is said once, and the step is shown without moves."""
    made = engine(moves=moves)
    outcome = made.compose(made.loads(text("where: calf, duration: 10 s", "where: foot, duration: 10 s")))

    assert said(outcome.report) == [
        ("SK803", f"`moves` of `x.press` of the plugin x failed: {problem}", ("the step is shown without moves",))
    ]
    assert [cue.kind for cue in made.fit(outcome).require().cues] == ["step", "step"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param("x.none", "it gave NoneType, not text or bytes", id="no text"),
        pytest.param("x.raises", "ZeroDivisionError: integer division or modulo by zero", id="raises"),
    ],
)
def test_a_failing_renderer_names_its_plugin(name: str, problem: str) -> None:
    """Nothing can stand in for what a renderer writes, so it is an exception, which says whose fault it is."""
    made, timed = timeline("where: calf")
    with pytest.raises(PluginError) as raised:
        made.render(timed, to=name)

    assert str(raised.value) == f"the renderer `{name}` of the plugin x failed: {problem}"


@pytest.mark.parametrize(
    ("parameter", "step", "found"),
    [
        pytest.param(Parameter(type="count", role="count"), "where: calf, with: {p: 3}", (24_000, 30_000, 36_000), id="count"),
        pytest.param(
            Parameter(type="count", role="count"),
            "where: calf, repeat: 2, with: {p: 3}",
            (16_000, 20_000, 24_000),
            id="repeat wins",
        ),
        pytest.param(Parameter(type="count", role="count", default=2), "where: calf", (16_000, 20_000, 24_000), id="by default"),
        pytest.param(
            Parameter(type="duration", role="duration"),
            "where: calf, repeat: 2, with: {p: 4..6 s}",
            (8_000, 10_000, 12_000),
            id="duration",
        ),
        pytest.param(
            Parameter(type="count", role="tempo"), "where: calf, repeat: 10, with: {p: 20}", (30_000, 30_000, 30_000), id="tempo"
        ),
        pytest.param(Parameter(type="count"), "where: calf, with: {p: 3}", (8_000, 10_000, 12_000), id="without a role"),
    ],
)
def test_a_parameter_with_a_role_counts(parameter: Parameter, step: str, found: tuple[int, int, int]) -> None:
    """Counts, durations and tempos that only a technique knows count as its dose, where the dose itself is silent."""
    assert times(step, parameters={"p": parameter}) == found


def test_what_a_parameter_states_is_stated() -> None:
    """A time that the author gives by a parameter is the author's; one by its default is an estimate."""
    made = engine(parameters={"p": Parameter(type="duration", role="duration", default="5 s")})
    found = [
        made.measure(made.compose(made.loads(text(step))).require())
        for step in ("where: calf, repeat: 2, with: {p: 4 s}", "where: calf, repeat: 2")
    ]

    assert [(one.ideal, one.stated, one.estimates) for one in found] == [(8_000, 8_000, ()), (10_000, 0, ("x.press",))]

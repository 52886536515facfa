"""Small files that unroll to much: refused before anything is made of them, and errors without end are not gone through."""

from __future__ import annotations

import pytest

from strokekit.composing import compose
from strokekit.composing.expansion import unrolled
from strokekit.composing.frame import Work
from strokekit.engine import Engine
from strokekit.formats import Limits, Source

ENGINE = Engine()
HEAD = "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\n"
PLACES = f"{{place: [{', '.join(['calf'] * 400)}]}}"
TWICE = "".join(f"  p{n}: {{steps: [{{include: p{n + 1}}}, {{include: p{n + 1}}}]}}\n" for n in range(25))
"""Parts that include the next one twice."""


def _names(text: str, limits: Limits = Limits()) -> list[str]:  # noqa: B008 - frozen
    engine = Engine(limits=limits)
    return [found.name for found in engine.check(engine.read_text(text)).errors]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"parts:\n{TWICE}  p25: {{steps: [{{say: A}}]}}\nsections: [{{id: a, steps: [{{include: p0}}]}}]\n", id="includes"
        ),
        pytest.param(
            f"sections:\n- id: a\n  for_each: {PLACES}\n  steps:\n  - for_each: {PLACES}\n    steps:\n"
            f"    - for_each: {PLACES}\n      steps: [{{say: A}}]\n",
            id="members of members",
        ),
        pytest.param(f"sections: [{{id: a, steps: [{'{sides: each, steps: [' * 20}{{say: A}}{']}' * 20}]}}]\n", id="sides"),
        pytest.param(f"sections: [{{id: a, steps: [{'{repeat: 3, steps: [' * 20}{{say: A}}{']}' * 20}]}}]\n", id="nested"),
        pytest.param("sections: [{id: a, repeat: 999999999999999, steps: [{say: A}]}]\n", id="repeats"),
        pytest.param(
            f"sections: [{{id: a, interspersed: {{every: step, steps: [{'{say: A},' * 500}]}}, steps: [{'{say: B},' * 500}]}}]\n",
            id="between all steps",
        ),
        pytest.param(
            f"variants: {{{', '.join(f'v{n}: {{sections: [a]}}' for n in range(500))}}}\n"
            f"sections: [{{id: a, steps: [{'{say: A},' * 500}]}}]\n",
            id="variants",
        ),
    ],
)
def test_what_unrolls_too_far(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused by counting: no more than a handful of nodes is ever composed."""
    made: list[None] = []
    monkeypatch.setattr("strokekit.composing.frame.Work.count", lambda _: made.append(None))

    assert "too-many-steps" in _names(HEAD + text, Limits(nodes=200_000) if "variants" not in text else Limits(nodes=2_600))
    assert len(made) < 3_000


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param("[{sides: each, steps: [{say: A}, {say: B}]}]", id="sides"),
        pytest.param("[{for_each: {toe: 1..3}, between: [{say: C}], steps: [{say: A}, {say: B}]}]", id="members"),
        pytest.param("[{for_each: {finger: all}, sides: each, steps: [{say: A}]}]", id="all members of both sides"),
        pytest.param("[{interspersed: {every: step, steps: [{say: C}]}, steps: [{say: A}, {say: B}, {say: D}]}]", id="between"),
        pytest.param("[{include: p}, {include: p}]", id="includes"),
        pytest.param("[{choose: 1, from: [{say: A}, {say: B}]}]", id="choices"),
    ],
)
def test_counting_is_composing(steps: str) -> None:
    """Where nothing is left out, what is counted is what the composer makes: one less is refused, and that is not."""
    text = f"{HEAD}parts: {{p: {{steps: [{{say: P}}, {{say: Q}}]}}}}\nsections: [{{id: a, steps: {steps}}}]\n"
    routine = ENGINE.loads(text).require()
    made: list[None] = []
    count = Work.count

    def counted(work: Work) -> None:
        count(work)
        made.append(None)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Work, "count", counted)
        compose(routine, ENGINE.catalog)

    assert unrolled(routine, routine.sections, ENGINE.catalog) == len(made)


@pytest.mark.parametrize(
    ("step", "name"),
    [
        pytest.param("{technique: gliding, where: clafx%d}", "unknown-region", id="literals"),
        pytest.param("{where: calf, note: '%d'}", "head-missing", id="shapes"),
        pytest.param("{technique: glidng%d}", "unknown-technique", id="names"),
    ],
)
def test_errors_without_end(step: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many are said as the limit allows, and work for the others is not done."""
    asked: list[None] = []
    monkeypatch.setattr("strokekit.formats.source.Source.span", _counting(asked))
    text = f"{HEAD}sections:\n- id: a\n  steps:\n" + "".join(f"  - {step % n}\n" for n in range(300))

    names = _names(text, Limits(diagnostics=50))

    assert set(names) == {name}
    assert 50 <= len(names) <= 51
    assert len(asked) < 400


def _counting(asked: list[None]) -> object:
    span = Source.span

    def counted(self: Source, start: int, end: int) -> object:
        asked.append(None)
        return span(self, start, end)

    return counted

"""Calls: which one a pointer leads to, and how a diagnostic is led there."""

from __future__ import annotations

import attrs
import pytest

from strokekit.diagnostics import Edit, Fix, Related, Span, diagnose
from strokekit.formats import read_text
from strokekit.formats.calls import Call, call_at, in_call
from strokekit.formats.locating import Wrong, locate

ROUTINE = Call(text="routine(…)", file="legs.py", line=3)
STEP = Call(text='technique("kneading")', file="steps.py", line=7, after=("mirrored at legs.py:5",))
CALLS = {"": ROUTINE, "/sections/0/steps/1": STEP}
SPAN = Span(start=0, end=0, line=7, column=1, end_line=7, end_column=1)


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("", ROUTINE),
        ("/title", ROUTINE),
        ("/sections/0/steps/1", STEP),
        ("/sections/0/steps/1/where/0", STEP),
        ("/sections/0/steps/10", ROUTINE),
    ],
)
def test_the_nearest_call_around_is_found(pointer: str, expected: Call) -> None:
    """A pointer leads to the call of the piece that it stands in."""
    assert call_at(CALLS, pointer) is expected


def test_without_calls_there_is_none() -> None:
    """A document that was read has no calls."""
    assert call_at({}, "/sections/0") is None
    assert call_at({"/a": STEP}, "/b") is None


def test_a_call_says_what_was_done_since() -> None:
    """Its words, then what became of it; its place and its span have the line."""
    assert (str(STEP), STEP.place, STEP.span) == ('technique("kneading"), mirrored at legs.py:5', "steps.py:7", SPAN)


def test_a_diagnostic_is_led_to_its_call() -> None:
    """File, line and words are those of the call; the fix goes, and other files' related places stay."""
    fix = Fix(title="write `3`", edits=(Edit(start=0, end=1, text="3"),))
    near = Related(message="the first is here", file="<built>", pointer="/title", span=None)
    far = Related(message="included from here", file="other.yaml", pointer="/title", span=None)
    found = diagnose(
        "unknown-id", id="a", file="<built>", pointer="/sections/0/steps/1/of", span=SPAN, fix=fix, related=(near, far)
    )

    assert in_call(CALLS, "<built>", found) == attrs.evolve(
        found,
        file="steps.py",
        span=SPAN,
        fix=None,
        message='in technique("kneading"), mirrored at legs.py:5: nothing here has the id `a`',
        related=(attrs.evolve(near, file="legs.py", span=ROUTINE.span, message="the first is here: routine(…)"), far),
    )


def test_what_no_call_made_stays() -> None:
    """Without a call around it a diagnostic is as it was."""
    found = diagnose("unknown-id", id="a", pointer="/b")

    assert in_call({"/a": STEP}, "<built>", found) is found


def test_documents_know_their_calls() -> None:
    """Locating leads to the call where the document has one, and to the text where it has none."""
    read = read_text("title: T\nsections: []", name="r.yaml").require()
    built = attrs.evolve(read, calls={"/sections": STEP})
    wrong = Wrong("unknown-id", "/sections", facts={"id": "a"})

    assert str(locate(read, wrong)) == "r.yaml:2:11: error[SK406] nothing here has the id `a`"
    assert str(locate(built, wrong)).startswith('steps.py:7:1: error[SK406] in technique("kneading")')
    assert (read.line("/sections"), built.line("/sections"), built.line("/title")) == (2, 7, 1)
    assert read == built

"""The traps of flow style."""

from __future__ import annotations

import pytest

from strokekit.formats import Limits, Source, read_text
from strokekit.formats.flow import repaired
from strokekit.formats.yaml_reader import read_yaml, yaml_parser
from tests.formats import reports
from tests.formats.reports import hints, only, said

CUT = "has no value here: the comma before it ended the text"
QUESTION = "a `?` before `,` or `}` is read differently by YAML readers"


@pytest.mark.parametrize(
    ("text", "expected", "repairs"),
    [
        pytest.param(
            "{ask: Too firm, or fine?}",
            [f"<text>:1:17: error[SK111] `or fine?` {CUT}"],
            ['quote the text that holds the comma: `ask: "Too firm, or fine?"`'],
            id="one comma",
        ),
        pytest.param(
            "{say: Left, right, then up, pace: slow}",
            [f"<text>:1:13: error[SK111] `right` {CUT}"],
            ['quote the text that holds the comma: `say: "Left, right, then up"`'],
            id="two commas: one text, one report",
        ),
        pytest.param(
            "{a: b, c, d: e, f}",
            [f"<text>:1:8: error[SK111] `c` {CUT}", f"<text>:1:17: error[SK111] `f` {CUT}"],
            [
                'quote the text that holds the comma: `a: "b, c"`',
                'quote the text that holds the comma: `d: "e, f"`',
            ],
            id="two texts",
        ),
        pytest.param(
            '{say: the "sore" spot,\n  then the next}',
            [f"<text>:2:3: error[SK111] `then the next` {CUT}"],
            [r'quote the text that holds the comma: `say: "the \"sore\" spot, then the next"`'],
            id="quotes inside and a line break",
        ),
    ],
)
def test_a_comma_in_a_text(text: str, expected: list[str], repairs: list[str]) -> None:
    """The keys that a comma cut off are reported with the whole text in quotes."""
    outcome = read_text(text, syntax="yaml")

    assert said(outcome) == expected
    assert hints(outcome.report) == repairs


def test_a_cut_text_leaves_no_key_behind() -> None:
    """The cut-off keys are left out, so that nobody reports them as unknown as well."""
    outcome = read_text("steps: [{ask: Too firm, or fine?, pace: slow}]")

    assert outcome.value is not None
    assert outcome.value.data == {"steps": [{"ask": "Too firm", "pace": "slow"}]}
    assert only(outcome).pointer == "/steps/0/ask"


def test_the_fix_of_a_cut_text() -> None:
    """It quotes the whole text, and is not safe: a value may have been forgotten."""
    text = "{say: Left, right, pace: slow}"
    found = only(read_text(text, syntax="yaml"))

    assert reports.repaired(text, found) == '{say: "Left, right", pace: slow}'
    assert found.fix is not None
    assert not found.fix.safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{optional}", ["<text>:1:2: error[SK106] `optional` has no value"], id="nothing before it"),
        pytest.param(
            "{a: , b}", [f"<text>:1:{c}: error[SK106] `{k}` has no value" for c, k in ((2, "a"), (7, "b"))], id="no text"
        ),
        pytest.param("{a: 'x', b}", ["<text>:1:10: error[SK106] `b` has no value"], id="a quoted text before it"),
        pytest.param("{a: [x], b}", ["<text>:1:10: error[SK106] `b` has no value"], id="a list before it"),
        pytest.param("{a: x, b: }", ["<text>:1:8: error[SK106] `b` has no value"], id="a colon behind it"),
        pytest.param("{a: x, ? b}", ["<text>:1:10: error[SK106] `b` has no value"], id="a key on purpose"),
        pytest.param("a: x\nb:", ["<text>:2:1: error[SK106] `b` has no value"], id="block style"),
    ],
)
def test_other_null_values(text: str, expected: list[str]) -> None:
    """A key without a value that no comma cut off is reported as that."""
    assert said(read_text(text, syntax="yaml")) == expected


@pytest.mark.parametrize(
    ("text", "place", "repair"),
    [
        pytest.param("a: {ask: Fine?}", "1:10", 'quote the text: `ask: "Fine?"`', id="before a brace"),
        pytest.param("a: {ask: Fine?, b: c}", "1:10", 'quote the text: `ask: "Fine?"`', id="before a comma"),
        pytest.param("a: [Fine?, b]", "1:5", 'quote the text: `"Fine?"`', id="in a list"),
        pytest.param("a: [b, Fine?]", "1:8", 'quote the text: `"Fine?"`', id="before a bracket"),
        pytest.param("a: {b: [{c: Is it?}]}", "1:13", 'quote the text: `c: "Is it?"`', id="deeper"),
        pytest.param("a: {b?: c, Fine?: 'd?'}", None, None, id="before a colon, and quoted"),
        pytest.param("ask: Fine?", None, None, id="block style"),
        pytest.param("{ask: Is it? Yes}", None, None, id="inside a text"),
        pytest.param("a: {ask: Fine? }", None, None, id="before a space"),
    ],
)
def test_question_marks(text: str, place: str | None, repair: str | None) -> None:
    """A `?` at the end of a plain text right before `,`, `}` or `]` is reported, with the quotes that settle it."""
    outcome = read_text(text, syntax="yaml")

    assert said(outcome) == ([f"<text>:{place}: error[SK112] {QUESTION}"] if place else [])
    assert hints(outcome.report) == ([repair] if repair else [])


def test_a_question_mark_in_a_cut_text_is_said_once() -> None:
    """The quotes that mend the comma mend the question mark too."""
    assert len(read_text("{ask: Fine?, or not?}", syntax="yaml").report) == 1


def test_the_fix_of_a_question_mark() -> None:
    """It is safe: the text stays as libyaml reads it."""
    text = "a: {ask: Fine?}"
    found = only(read_text(text))

    assert reports.repaired(text, found) == 'a: {ask: "Fine?"}'
    assert found.fix is not None
    assert found.fix.safe


def test_the_python_parser_refuses_it() -> None:
    """It can't go on behind the question mark, and says the same."""
    outcome = read_yaml(Source("a", "a: {ask: Fine?}"), Limits(), parser=yaml_parser(pure=True))

    assert said(outcome) == [f"a:1:14: error[SK112] {QUESTION}"]
    assert hints(outcome.report) == ['quote the text: `ask: "Fine?"`']
    assert outcome.value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{ask: Fine?}", 'ask: "Fine?"', id="a value"),
        pytest.param("{a: b, ask: Fine?, c: d}", 'ask: "Fine?"', id="between others"),
        pytest.param("{ask: Too firm, or fine?}", 'ask: "Too firm, or fine?"', id="behind a comma"),
        pytest.param("[a, Fine?]", '"Fine?"', id="an item"),
    ],
)
def test_repaired(text: str, expected: str) -> None:
    """The text around a question mark is guessed from the line."""
    assert repaired(text, text.index("?")) == expected

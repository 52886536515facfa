"""YAML's syntax errors in plain words."""

from __future__ import annotations

import pytest

from strokekit.formats import Limits, Source
from strokekit.formats.findings import Findings
from strokekit.formats.yaml_reader import Parser, read_yaml, yaml_parser
from strokekit.formats.yaml_syntax import report_syntax
from tests.formats.reports import only, said

PARSERS = [pytest.param(yaml_parser(), id="libyaml"), pytest.param(yaml_parser(pure=True), id="python")]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        pytest.param(
            "a: b: c", "1:5", "no key belongs to this `:`; quote the text around it, or check the indent", id="two colons"
        ),
        pytest.param(
            "a: b\n c: d", "2:3", "no key belongs to this `:`; quote the text around it, or check the indent", id="indent"
        ),
        pytest.param('a: "x\nb: c', "1:4", "the quote opened here is never closed", id="an open quote"),
        pytest.param(
            "a: 'x\n---\n'", "1:4", "the quote opened here is still open where a document ends", id="an open quote, a marker"
        ),
        pytest.param("a: @b", "1:4", "no text can begin with `@`; quote it", id="at"),
        pytest.param("a: `b`", "1:4", "no text can begin with ```; quote it", id="a backtick"),
        pytest.param("a: %b", "1:4", "no text can begin with `%`; quote it", id="percent"),
        pytest.param("a:\n\t- b", "2:1", "a tab can't indent; use spaces", id="a tab"),
        pytest.param(
            "a: [1, 2", "1:9", "a `,` or the closing `]` is missing, or a text in brackets needs quotes", id="an open list"
        ),
        pytest.param(
            "a: {b: 1", "1:9", "a `,` or the closing `}` is missing, or a text in braces needs quotes", id="an open mapping"
        ),
        pytest.param(
            "a: [b}", "1:6", "a `,` or the closing `]` is missing, or a text in brackets needs quotes", id="the other bracket"
        ),
        pytest.param(
            "- a\nb: c",
            "2:1",
            "this line does not fit the list above; indent it like the other items, each with its `- `",
            id="a key below a list",
        ),
        pytest.param(
            "a: 'x' y",
            "1:8",
            "this line does not fit the mapping above; indent it like the other keys, or quote the text before it",
            id="text behind a quote",
        ),
        pytest.param(
            "a: - b", "1:4", "a list can't begin in the line of its key; begin it in the next line", id="a list in the line"
        ),
        pytest.param(
            'a: "\\q"', "1:4", "there is no such escape; write the backslash twice, or use single quotes", id="an escape"
        ),
        pytest.param("a: *", "1:5", "`*` and `&` begin an alias and an anchor; quote the text if they belong to it", id="a star"),
        pytest.param(
            "a: & b", "1:5", "`*` and `&` begin an alias and an anchor; quote the text if they belong to it", id="an ampersand"
        ),
        pytest.param(
            "a: |x\n  b", "1:5", "only a sign or a digit may follow `|` or `>`; begin the text in the next line", id="a pipe"
        ),
        pytest.param("%YAML 2.0\n---\na: 1", "1:1", "this tag or directive can't be read; remove it", id="a directive"),
        pytest.param("a: !x!y z", "1:4", "this tag or directive can't be read; remove it", id="a tag without a handle"),
    ],
)
def test_problems(text: str, place: str, problem: str, parser: Parser) -> None:
    """Each has its place, and says what to do, by either parser."""
    outcome = read_yaml(Source("a", text), Limits(), parser=parser)

    assert said(outcome) == [f"a:{place}: error[SK102] this is not readable YAML: {problem}"]
    assert outcome.value is None


def test_a_key_without_a_colon() -> None:
    """A line that is neither an item nor a pair is shown whole."""
    outcome = read_yaml(Source("a", "a: b\nc\nd: e"), Limits())

    assert said(outcome) == ["a:2:1: error[SK102] this is not readable YAML: this line is neither a list item nor `key: value`"]


def test_what_is_found_is_the_rest_of_the_line() -> None:
    """From the place of the error to the line's end."""
    assert only(read_yaml(Source("a", "a: @b c\nd: e"), Limits())).found == "@b c"


def test_what_was_found_before_is_kept() -> None:
    """A syntax error hides nothing that stands before it."""
    outcome = read_yaml(Source("a", "a: ~\nb: [no, }"), Limits())

    assert [d.name for d in outcome.report] == ["null-value", "scalar-differs", "syntax"]


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        pytest.param(ValueError("chr() arg not in range"), "chr() arg not in range", id="with words"),
        pytest.param(OverflowError(), "OverflowError", id="without"),
        pytest.param(KeyError("a\nb"), "'a\\nb'", id="over lines"),
    ],
)
def test_errors_that_are_not_pyyamls(error: Exception, problem: str) -> None:
    """Whatever a parser throws becomes a line, put at the start where it has no place."""
    findings = Findings(Source("a", "x"), 5)
    report_syntax(error, findings)

    assert [str(d) for d in findings.report()] == [f"a:1:1: error[SK102] this is not readable YAML: {problem}"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('a: "\\U00110000"', id="an escape beyond Unicode"),
        pytest.param("%YAML 1." + "9" * 5000 + "\n---\na: 1", id="a version of 5000 digits"),
        pytest.param("!%ED%A0%80 a: 1", id="a surrogate in a tag"),
    ],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_what_makes_parsers_throw_other_errors(text: str, parser: Parser) -> None:
    """Reading never raises."""
    outcome = read_yaml(Source("a", text), Limits(), parser=parser)

    assert not outcome.ok

"""Scalars as text: plain where all readers agree, quoted elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strokekit.errors import UsageError
from strokekit.formats import read_text
from strokekit.formats.scalars import scalar_text


@pytest.mark.parametrize(
    ("value", "block", "flow"),
    [
        pytest.param("firm", "firm", "firm", id="a word"),
        pytest.param("3..5", "3..5", "3..5", id="a range"),
        pytest.param("..2 min", "..2 min", "..2 min", id="an open range"),
        pytest.param("-10 s", "-10 s", "-10 s", id="a minus"),
        pytest.param("a, b", "a, b", '"a, b"', id="a comma ends a text in flow style"),
        pytest.param("Fine?", "Fine?", '"Fine?"', id="so may a question mark"),
        pytest.param("x:y", "x:y", '"x:y"', id="and a colon"),
        pytest.param("no", '"no"', '"no"', id="a truth value of YAML 1.1"),
        pytest.param("1:30", '"1:30"', '"1:30"', id="a number of YAML 1.1"),
        pytest.param("010", '"010"', '"010"', id="an octal number of YAML 1.1"),
        pytest.param("3", '"3"', '"3"', id="digits that are a text"),
        pytest.param("", '""', '""', id="nothing"),
        pytest.param(" a", '" a"', '" a"', id="a space in front"),
        pytest.param("a: b", '"a: b"', '"a: b"', id="what looks like a key"),
        pytest.param("a #b", '"a #b"', '"a #b"', id="what looks like a comment"),
        pytest.param("- a", '"- a"', '"- a"', id="what looks like a list"),
        pytest.param("*a", '"*a"', '"*a"', id="what looks like an alias"),
        pytest.param("%a", '"%a"', '"%a"', id="what looks like a directive"),
        pytest.param("a\nb", '"a\\nb"', '"a\\nb"', id="a line break"),
        pytest.param("\u2028", '"\\u2028"', '"\\u2028"', id="a line break of YAML 1.1"),
        pytest.param('say "ah"', 'say "ah"', 'say "ah"', id="quotes inside"),
        pytest.param(True, "true", "true", id="a truth value"),
        pytest.param(3, "3", "3", id="a number"),
        pytest.param(None, "null", "null", id="null"),
        pytest.param(1e22, "1.0e+22", "1.0e+22", id="a float that YAML 1.1 reads too"),
        pytest.param(1.5, "1.5", "1.5", id="a float"),
    ],
)
def test_a_scalar_is_quoted_where_it_must_be(value: Any, block: str, flow: str) -> None:
    """Quotes stand where some reader would take the text for something else, in flow style more often."""
    assert (scalar_text(value, syntax="yaml", flow=False), scalar_text(value, syntax="yaml", flow=True)) == (block, flow)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param(
            (1,), "(1,) can't stand in a document: it takes dicts, lists, texts, truth values and whole numbers", id="tuple"
        ),
        pytest.param(
            10**15, f"{10**15} can't stand in a document: it takes dicts, lists, texts, truth values and whole numbers", id="big"
        ),
        pytest.param(
            float("inf"), "inf can't stand in a document: it takes dicts, lists, texts, truth values and whole numbers", id="inf"
        ),
        pytest.param("\ud800", "'\\ud800' holds half of a character, which can't be written", id="half a character"),
    ],
)
def test_what_no_document_can_hold_is_refused(value: Any, problem: str) -> None:
    """A value that not every reader could give back is a mistake of the program."""
    with pytest.raises(UsageError) as raised:
        scalar_text(value, syntax="yaml", flow=False)

    assert str(raised.value) == problem


@settings(max_examples=200)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.integers(-(10**9), 10**9) | st.booleans(), st.booleans()
)
def test_every_scalar_reads_back(value: Any, flow: bool) -> None:  # noqa: FBT001 - generated
    """A scalar is read back as itself, without a finding, in block style, in flow style and as JSON."""
    written = scalar_text(value, syntax="yaml", flow=flow)
    yaml_ = read_text(f"a: {{b: {written}}}" if flow else f"a:\n  b: {written}\n", name="r.yaml")
    json_ = read_text(f'{{"a": {{"b": {scalar_text(value, syntax="json", flow=flow)}}}}}', name="r.json")

    assert [yaml_.require().value("/a/b"), json_.require().value("/a/b")] == [value, value]
    assert type(yaml_.require().value("/a/b")) is type(value)

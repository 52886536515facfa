"""A report comes back from JSON as it was."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.batch.keeping import Unkept, read_report, write_report
from strokekit.diagnostics import Diagnostic, Edit, Fix, Related, Report, Severity, Span
from tests.batch.files import reports

pytestmark = pytest.mark.xdist_group("batch")
SPANS = st.builds(Span, **{field.name: st.integers(0, 99) for field in attrs.fields(Span)})
TEXTS = st.text(max_size=8)
FACTS = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=6,
)
FIXES = st.builds(
    Fix,
    title=TEXTS,
    safe=st.booleans(),
    edits=st.lists(st.builds(Edit, start=st.integers(), end=st.integers(), text=TEXTS)).map(tuple),
)
RELATED = st.builds(Related, message=TEXTS, file=TEXTS, pointer=TEXTS, span=st.none() | SPANS)
DIAGNOSTICS = st.builds(
    Diagnostic,
    code=TEXTS,
    name=TEXTS,
    severity=st.sampled_from(Severity),
    message=TEXTS,
    file=TEXTS,
    pointer=TEXTS,
    span=st.none() | SPANS,
    found=TEXTS,
    hints=st.lists(TEXTS, max_size=2).map(tuple),
    related=st.lists(RELATED, max_size=2).map(tuple),
    fix=st.none() | FIXES,
    facts=st.dictionaries(TEXTS, FACTS, max_size=3),
)


def there_and_back(report: Report) -> Report:
    """Write a report as the text of a file, and read it."""
    return read_report(json.loads(json.dumps(write_report(report))))


@given(st.lists(DIAGNOSTICS, max_size=3).map(tuple))
def test_a_report_comes_back(found: tuple[Diagnostic, ...]) -> None:
    """Equal, in its order, and the facts as well, which equality leaves out."""
    back = there_and_back(Report(found))

    assert back == Report(found)
    assert [dict(one.facts) for one in back] == [dict(one.facts) for one in found]


def test_every_report_on_the_examples_can_be_kept() -> None:
    """No diagnostic of strokekit's own holds anything else."""
    assert sum(len(report) for report in reports()) > 100
    assert [there_and_back(report) for report in reports()] == reports()


@pytest.mark.parametrize(
    "fact", [pytest.param(1.5, id="number"), pytest.param({1: "a"}, id="key"), pytest.param([object()], id="object")]
)
def test_what_json_has_no_form_for_is_not_kept(fact: Any) -> None:
    """A plugin may put anything among the facts of a finding."""
    found = Diagnostic(code="thai/no-oil", name="thai/no-oil", severity=Severity.HINT, message="", facts={"fact": fact})

    with pytest.raises(Unkept):
        write_report(Report((found,)))


def test_an_enumeration_is_kept_as_its_text() -> None:
    """It compares equal to that."""
    found = Diagnostic(code="", name="", severity=Severity.HINT, message="", facts={"weight": Severity.ERROR})

    assert there_and_back(Report((found,))).diagnostics[0].facts == {"weight": "error"}

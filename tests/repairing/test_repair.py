"""Applying fixes until none is left: rounds, overlaps, and fixes that do harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from strokekit import Engine
from strokekit.diagnostics import Diagnostic, Edit, Fix, Outcome, Report, Severity, diagnose
from strokekit.formats import Document, read_text
from strokekit.repairing import Repaired, repair
from strokekit.repairing.repair import ROUNDS
from strokekit.reporting.selection import Selection
from tests.documents import near_routines
from tests.laws.test_syntaxes import as_yaml
from tests.messy import remarks
from tests.reading.mistakes import MISTAKES, Mistake, whole

ENGINE = Engine()
INVALID = sorted(Path(__file__).parents[2].joinpath("examples", "routines", "invalid").glob("*.routine.*"))


def read(_: Document | None, text: str) -> Outcome[Document]:
    """Read a text as YAML."""
    return read_text(text, name="a.yaml")


def found(*edits: tuple[int, int, str], title: str = "mend", pointer: str = "", safe: bool = True) -> Diagnostic:
    """A finding with a fix."""
    fix = Fix(title=title, edits=tuple(Edit(start=start, end=end, text=text) for start, end, text in edits), safe=safe)
    return diagnose("unknown-id", file="a.yaml", pointer=pointer, fix=fix, id="x")


def mended(text: str, check: Callable[[str], Iterator[Diagnostic]], *, unsafe: bool = False) -> Repaired:
    """Repair a text with a check that goes by the text alone."""

    def report(document: Outcome[Document]) -> Report:
        return Report.of(check(document.value.source.text) if document.value else document.report)

    return repair(read(None, text), read=read, check=report, unsafe=unsafe)


def text_of(repaired: Repaired) -> str:
    """The text afterwards."""
    return repaired.document.require().source.text


def test_what_a_fix_brings_to_light_is_fixed_too() -> None:
    """Until nothing is found any more; the fixes are told in their order."""

    def check(text: str) -> Iterator[Diagnostic]:
        number = int(text[3:])
        if number < 5:
            yield found((3, 4, str(number + 1)), pointer=f"/{number}")

    repaired = mended("a: 1", check)

    assert (text_of(repaired), len(repaired.report)) == ("a: 5", 0)
    assert [fix.edits[0].text for fix in repaired.applied] == ["2", "3", "4", "5"]


def test_fixes_that_overlap_come_one_after_the_other() -> None:
    """The second is made anew, for the text as it is then."""

    def check(text: str) -> Iterator[Diagnostic]:
        if "x" in text:
            yield found((text.index("x"), text.index("x") + 1, "12"), pointer="/x")
        if "3" not in text:
            yield found((3, len(text), f"{text[3:]}3"), pointer="/3")

    repaired = mended("a: x", check)

    assert text_of(repaired) == "a: 123"
    assert len(repaired.applied) == 2


def test_unsafe_fixes_are_asked_for() -> None:
    """Without that they stay in the report."""

    def check(text: str) -> Iterator[Diagnostic]:
        if text == "a: 1":
            yield found((3, 4, "2"), safe=False)

    assert (text_of(mended("a: 1", check)), len(mended("a: 1", check).report)) == ("a: 1", 1)
    assert text_of(mended("a: 1", check, unsafe=True)) == "a: 2"


def test_a_fix_that_does_no_good_is_taken_back() -> None:
    """And the others are applied without it."""

    def check(text: str) -> Iterator[Diagnostic]:
        yield found((len(text), len(text), "\n# again"), pointer="/useless")
        yield found((0, 0, "]"), pointer="/breaks")
        yield found((90, 95, "x"), pointer="/outside")
        if "a: 1" in text:
            yield found((3, 4, "2"), pointer="/a")

    repaired = mended("a: 1", check)

    assert text_of(repaired) == "a: 2"
    assert sorted(one.pointer for one in repaired.report) == ["/breaks", "/outside", "/useless"]


def test_fixes_that_undo_each_other_end() -> None:
    """After a number of rounds, whatever they do."""
    checks = []

    def check(text: str) -> Iterator[Diagnostic]:
        checks.append(text)
        yield found((3, 4, "2" if text == "a: 1" else "1"), pointer=f"/{text[3:]}")

    mended("a: 1", check)

    assert len(checks) == ROUNDS + 1


def test_what_stands_in_other_files_is_left_to_them() -> None:
    """Its offsets speak of another text."""
    other = Diagnostic(code="x/y", name="x.y", severity=Severity.ERROR, message="m", file="b.yaml", fix=found((0, 1, "b")).fix)

    assert text_of(mended("a: 1", lambda _: iter([other]))) == "a: 1"


def test_a_text_that_cannot_be_read_stays_as_it_is() -> None:
    """Its report is that of reading."""
    repaired = ENGINE.repair(ENGINE.read_text("a: [", name="a.yaml"), unsafe=True)

    assert (repaired.document.value, repaired.applied) == (None, ())
    assert [one.code for one in repaired.report] == ["SK102"]


def test_only_what_is_selected_is_fixed() -> None:
    """What is left out is neither fixed nor reported."""
    text = "strokekit: 1\ntitle: x\nsections: [{id: a, steps: [{technique: kneading, where: claf, hodl: 2 s}]}]\n"
    repaired = ENGINE.repair(ENGINE.read_text(text, name="a.yaml"), unsafe=True, selection=Selection(select=("SK403",)))

    assert text_of(repaired) == text.replace("claf", "calf")
    assert repaired.report == Report()


def _laws(document: Outcome[Document], *, unsafe: bool) -> None:
    once = ENGINE.repair(document, unsafe=unsafe)
    again = ENGINE.repair(once.document, unsafe=unsafe)

    if document.value is None:
        assert once.document == document
        return
    assert (again.applied, again.document) == ((), once.document)
    assert once.report == ENGINE.check(once.document)
    assert remarks(once.document.value) == remarks(document.value)  # type: ignore[arg-type]  # what was read stays readable
    if not unsafe:
        assert {one.code for one in once.report.errors} <= {one.code for one in ENGINE.check(document).errors}


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.name.partition(".")[0])
def test_examples_are_repaired_once_for_all(path: Path, unsafe: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A second repair changes nothing, every comment stays, and safe fixes bring no new kind of error."""
    _laws(ENGINE.read(path), unsafe=unsafe)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_mistakes_are_repaired_once_for_all(mistake: Mistake) -> None:
    """So with every mistake that is known."""
    _laws(ENGINE.read_text(f"# head\n{whole(mistake.text)}# end\n", name="a.yaml"), unsafe=True)


@settings(max_examples=30)
@given(near_routines())
def test_whatever_is_wrong_is_repaired_once_for_all(data: Any) -> None:
    """So with routines that are nearly right."""
    _laws(ENGINE.read_text(as_yaml(data, flow=None), name="a.yaml"), unsafe=True)

"""JUnit: read by a parser of it."""

from __future__ import annotations

from junitparser import Failure, JUnitXml, TestCase, TestSuite

from strokekit.reporting import Checked, write_report
from tests.reporting.findings import EVERYTHING, FOUND, HOSTILE, SOURCE


def suites(*checked: Checked) -> list[TestSuite]:
    """The suites of a report."""
    return list(JUnitXml.fromstring(write_report(checked, "junit").encode()))


def cases(suite: TestSuite) -> list[TestCase]:
    """The cases of a suite."""
    return list(suite)


def test_a_suite_for_each_file() -> None:
    """With its counts; what is about no file has one of its own, and a file without findings passes."""
    read = suites(*EVERYTHING)

    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in read] == [
        ("strokekit", 1, 0, 0),
        (SOURCE.name, 6, 3, 0),
        ("routines/b.routine.yaml", 1, 0, 0),
    ]
    assert [(case.name, case.is_passed) for case in cases(read[2])] == [("no findings", True)]


def test_an_error_is_a_failure() -> None:
    """With its excerpt; a warning passes and is told in its output."""
    (suite,) = suites(FOUND)
    by_name = {case.name: case for case in cases(suite)}
    failed = by_name["SK403 unknown-region at 6:49"]
    (failure,) = failed.result

    assert [name for name, case in by_name.items() if not case.is_passed] == [
        "SK403 unknown-region at 6:49",
        "SK407 duplicate-id at 7:35",
        "SK503 path-gap at 9:16",
    ]
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("SK403", "there is no region `claf`")
    assert "\n6 |       - {technique: kneading, id: first, where: claf}\n" in failure.text
    assert by_name["thai/no-oil thai.no_oil at 8:9"].system_out.startswith("warning[thai/no-oil] no oil\n")
    assert (failed.classname, failed._elem.get("file"), failed._elem.get("line")) == (SOURCE.name, SOURCE.name, "6")  # noqa: SLF001 - the parser has no names for these


def test_hostile_texts_stay_text() -> None:
    """What XML can't hold is replaced, what it could take for markup is escaped."""
    (suite,) = suites(HOSTILE)

    assert (suite.tests, suite.failures) == (3, 1)
    assert "]]><!--&" in cases(suite)[0].result[0].message


def test_no_files_are_no_suites() -> None:
    """The report is still one."""
    assert write_report([], "junit") == (
        '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="strokekit check" tests="0" failures="0" errors="0" />\n'
    )

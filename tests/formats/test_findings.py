"""The collector of diagnostics."""

from __future__ import annotations

from strokekit.diagnostics import Edit, Fix, Related
from strokekit.formats import Source
from strokekit.formats.findings import Findings, replace

SOURCE = Source("a.yaml", "a: 1\na: 2\n")


def test_a_finding_has_its_place() -> None:
    """File, span, found text and pointer are filled in."""
    findings = Findings(SOURCE, 10)
    findings.add("merge-key", 5, 6, "/a")

    (found,) = findings.report()
    assert (found.file, found.pointer, found.found, str(found)) == (
        "a.yaml",
        "/a",
        "a",
        "a.yaml:2:1: error[SK104] merge keys (`<<`) are not part of the format",
    )


def test_facts_fill_the_words() -> None:
    """The words of the table take what is given by name, `name` and `code` too."""
    findings = Findings(SOURCE, 10)
    findings.add("unknown-alias", 0, 1, "", name="x")

    assert [d.message for d in findings.report()] == ["the alias `*x` refers to no anchor before it"]


def test_no_more_than_the_limit() -> None:
    """The first are kept, the rest is left unsaid."""
    findings = Findings(SOURCE, 2)
    for start in range(5):
        findings.add("merge-key", start, start + 1, "")

    assert [d.span.start for d in findings.report() if d.span] == [0, 1]


def test_the_report_is_sorted() -> None:
    """By place, whatever the order of finding."""
    findings = Findings(SOURCE, 2)
    findings.add("merge-key", 5, 6, "")
    findings.add("merge-key", 0, 1, "")

    assert [d.span.start for d in findings.report() if d.span] == [0, 5]


def test_related() -> None:
    """Another place of the same text has its file and span."""
    related = Findings(SOURCE, 1).related("here", 0, 1, "/a")

    assert related == Related(message="here", file="a.yaml", pointer="/a", span=SOURCE.span(0, 1))


def test_replace() -> None:
    """A fix of one edit, unsafe unless it is said to be safe."""
    assert replace("do it", 1, 2, "x") == Fix(title="do it", edits=(Edit(start=1, end=2, text="x"),), safe=False)
    assert replace("do it", 1, 2, "x", safe=True).safe

"""Routine files as tests of pytest: what is collected, what fails, and what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest

from strokekit.engine import Engine

PLUGIN = "strokekit.testing.pytest_routines"
HEAD = "strokekit: 1\ntitle: T\n"
GOOD = f"""{HEAD}contraindications: none_reviewed
sections:
  - id: legs
    steps: [{{technique: kneading, where: calf, duration: 2 min}}]
  - {{id: feet, steps: [{{technique: kneading, where: sole, duration: 2 min}}]}}
"""
BAD = f"""{HEAD}contraindications: none_reviewed
sections:
  - id: legs
    steps: [{{technique: kneading, where: calf, duration: 2}}]
  - id: feet
    steps: [{{technique: kneading, where: sole, duration: 2 min}}]
parts:
  arm:
    steps: [{{technique: kneadin, where: arm}}]
"""
SAID = """\
error[SK304] `2` is a number without a unit
  --> bad.routine.yaml:6:58
  |
6 |     steps: [{technique: kneading, where: calf, duration: 2}]
  |                                                          ^
   = write it with `ms`, `s`, `min`, `h` or `breaths`"""


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load what a check loads: `pytester` forgets modules that were first imported inside of it, and others hold on to them."""
    engine = Engine.discover()
    engine.check(engine.read_text(BAD))


def run(pytester: pytest.Pytester, files: Mapping[str, str], *arguments: str, ini: str = "") -> pytest.RunResult:
    """Run pytest on a folder of these files."""
    for name, text in files.items():
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if ini:
        pytester.makeini(f"[pytest]\n{ini}\n")
    return pytester.runpytest("-p", PLUGIN, "-p", "no:cacheprovider", "-v", *arguments)


def verdicts(result: pytest.RunResult) -> list[str]:
    """Give the lines that say how each test ended."""
    lines = (line.split("  ")[0].partition(" [")[0].rstrip() for line in result.outlines)
    return [line for line in lines if "::" in line and line.endswith(("PASSED", "FAILED"))]


def test_sections_and_parts_are_tests(pytester: pytest.Pytester) -> None:
    """Each section and each part is one, and whatever lies in none of them; only those fail in which something is wrong."""
    result = run(pytester, {"good.routine.yaml": GOOD, "bad.routine.yaml": BAD, "other.yaml": "a: 1"})

    assert verdicts(result) == [
        "bad.routine.yaml::routine PASSED",
        "bad.routine.yaml::legs FAILED",
        "bad.routine.yaml::feet PASSED",
        "bad.routine.yaml::parts/arm FAILED",
        "good.routine.yaml::routine PASSED",
        "good.routine.yaml::legs PASSED",
        "good.routine.yaml::feet PASSED",
    ]


def test_a_failure_shows_the_findings(pytester: pytest.Pytester) -> None:
    """It shows what `strokekit check` shows, and no stack."""
    result = run(pytester, {"bad.routine.yaml": BAD})

    assert SAID in result.stdout.str()
    assert "Traceback" not in result.stdout.str()


def test_lines_are_those_of_the_file(pytester: pytest.Pytester) -> None:
    """What others read of the tests, such as JUnit's file, names the line of each section."""
    run(pytester, {"bad.routine.yaml": BAD}, "--junitxml=report.xml", "-o", "junit_family=xunit1")
    cases = ET.parse(pytester.path / "report.xml").getroot().iter("testcase")  # noqa: S314 - our own pytest wrote it

    assert [(case.get("file"), case.get("line"), case.get("name")) for case in cases] == [
        ("bad.routine.yaml", "0", "routine"),
        ("bad.routine.yaml", "4", "legs"),
        ("bad.routine.yaml", "6", "feet"),
        ("bad.routine.yaml", "9", "parts/arm"),
    ]


def test_a_section_can_be_chosen(pytester: pytest.Pytester) -> None:
    """A test is named as any other, by its place or by `-k`."""
    chosen = run(pytester, {"bad.routine.yaml": BAD}, "bad.routine.yaml::feet")
    found = run(pytester, {}, "-k", "legs")

    assert verdicts(chosen) == ["bad.routine.yaml::feet PASSED"]
    assert verdicts(found) == ["bad.routine.yaml::legs FAILED"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("a: [", "error[SK102]", id="no YAML"),
        pytest.param("- 1\n", "error[SK116]", id="no mapping"),
        pytest.param(HEAD, "error[SK202] a routine needs `sections`", id="no sections"),
    ],
)
def test_what_lies_in_no_section_fails_the_rest(pytester: pytest.Pytester, text: str, says: str) -> None:
    """A file that can't be read, or has no sections, is one test, and it fails."""
    result = run(pytester, {"a.routine.yaml": text})

    assert verdicts(result) == ["a.routine.yaml::routine FAILED"]
    assert says in result.stdout.str()


def test_a_mistake_of_an_included_file_fails_the_rest(pytester: pytest.Pytester) -> None:
    """It lies in no section and no part of the file that includes it, whatever its own place is called."""
    parts = "parts: {leg: {steps: [{technique: kneading, where: calf, duration: 1 min}]}}"
    head = f"{HEAD}contraindications: none_reviewed\n"
    steps = "steps: [{include: ./inner.yaml#leg}, {include: leg}]"
    text = f"{head}{parts}\nsections: [{{id: a, {steps}}}]\n"
    inner = f"{head}kind: fragment\n{parts.replace('1 min', '1')}\n"
    result = run(pytester, {"a.routine.yaml": text, "inner.yaml": inner})

    assert "inner.yaml" in result.stdout.str()
    assert verdicts(result) == ["a.routine.yaml::routine FAILED", "a.routine.yaml::a PASSED", "a.routine.yaml::parts/leg PASSED"]


@pytest.mark.parametrize(
    ("ini", "verdict"),
    [
        pytest.param("", "PASSED", id="errors alone"),
        pytest.param("strokekit_fail_on = warning", "FAILED", id="warnings too"),
    ],
)
def test_warnings_fail_where_they_are_asked_to(pytester: pytest.Pytester, ini: str, verdict: str) -> None:
    """A warning fails no test unless the configuration of pytest says so."""
    text = GOOD.replace("contraindications: none_reviewed\n", "")
    result = run(pytester, {"a.routine.yaml": text}, ini=ini)

    assert verdicts(result)[0] == f"a.routine.yaml::routine {verdict}"


@pytest.mark.parametrize(
    ("globs", "collected"),
    [
        pytest.param("*.routine.json", [], id="by name"),
        pytest.param("routines/*.yaml", ["routines/a.yaml::routine PASSED"], id="by folder"),
    ],
)
def test_other_files_can_be_meant(pytester: pytest.Pytester, globs: str, collected: list[str]) -> None:
    """`strokekit_files` says which files are routines, by their names or from the root."""
    text = f"{HEAD}contraindications: none_reviewed\nkind: fragment\nparts: {{}}\n"
    result = run(
        pytester,
        {"routines/a.yaml": text.replace("{}", "{leg: {steps: [{say: x}]}}"), "b.routine.yaml": GOOD},
        ini=f"strokekit_files = {globs}",
    )

    assert [line for line in verdicts(result) if line.endswith("::routine PASSED")] == collected


def test_the_nearest_configuration_holds(pytester: pytest.Pytester) -> None:
    """Plugins and selections are those of `strokekit check`: the nearest file upward says them, for each folder."""
    plugin = "techniques:\n  - {id: press, title: Press, family: compression, summary: Leaning in., takes: {where: {}}}\n"
    text = f"{HEAD}sections:\n  - {{id: a, steps: [{{technique: own.press, where: calf, duration: 1 min}}]}}\n"
    ini = "strokekit_fail_on = warning"
    files = {
        "with/strokekit.toml": 'plugins = {own = "own.yaml"}\n[check]\nignore = ["SK7"]\n',
        "with/own.yaml": plugin,
        "with/a.routine.yaml": text,
        "without/a.routine.yaml": text,
    }
    result = run(pytester, files, ini=ini)

    assert verdicts(result) == [
        "with/a.routine.yaml::routine PASSED",
        "with/a.routine.yaml::a PASSED",
        "without/a.routine.yaml::routine FAILED",
        "without/a.routine.yaml::a FAILED",
    ]


def test_a_configuration_with_mistakes_is_an_error(pytester: pytest.Pytester) -> None:
    """Nothing passes where it is not known what was meant."""
    result = run(pytester, {"strokekit.toml": "plugin = 3\n", "a.routine.yaml": GOOD})

    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert "`plugin`" in result.stdout.str()


def test_without_the_plugin_nothing_is_collected(pytester: pytest.Pytester) -> None:
    """It is asked for, or it is not there."""
    (pytester.path / "a.routine.yaml").write_text(BAD, encoding="utf-8")

    assert pytester.runpytest("-p", "no:cacheprovider").ret == pytest.ExitCode.NO_TESTS_COLLECTED

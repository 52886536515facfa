"""Rule cases as data: what passes and fails is compared with code and place, and pytest collects the files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from strokekit import Engine
from strokekit.errors import UsageError
from strokekit.testing import rule_cases
from tests.testing import plugs

ENGINE = Engine(plugins={"x": plugs.Plugin()})
DRY = "steps: [{technique: x.good, where: calf}]"
OILY = "steps: [{say: Hi}, {technique: x.good, where: calf, lubricant: oil}]"


def problems(folder: Path, text: str, rule: str = "x.no_oil") -> list[str]:
    """Run the cases of a file and say what is wrong with each."""
    path = folder / "a.cases.yaml"
    path.write_text(f"rule: {rule}\n{text}", encoding="utf-8")
    return [case.problem() for case in rule_cases(path, ENGINE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"pass:\n- {{name: dry, {DRY}}}\n", "", id="passes"),
        pytest.param(f"pass:\n- {{name: oil, {OILY}}}\n", "it should say nothing, and says /sections/0/steps/1", id="passes not"),
        pytest.param(f"fail:\n- {{name: oil, {OILY}, at: /steps/1}}\n", "", id="fails"),
        pytest.param(
            f"fail:\n- {{name: oil, {OILY}, at: [/sections/0/steps/1], code: x/no-oil}}\n", "", id="fails with its code"
        ),
        pytest.param(
            f"fail:\n- {{name: dry, {DRY}, at: /steps/0}}\n",
            "it should say /sections/0/steps/0, and says nothing",
            id="fails not",
        ),
        pytest.param(
            f"fail:\n- {{name: oil, {OILY}, at: /steps/0}}\n",
            "it should say /sections/0/steps/0, and says /sections/0/steps/1",
            id="fails elsewhere",
        ),
        pytest.param(
            f"fail:\n- {{name: oil, {OILY}, at: /steps/1, message: no fat}}\n",
            "it should say 'no fat', and says no oil on the mat",
            id="says something else",
        ),
        pytest.param(f"fail:\n- {{name: oil, {OILY}, at: /steps/1, message: no oil on the mat}}\n", "", id="says just that"),
        pytest.param(
            "pass:\n- {name: typo, steps: [{technique: x.good, wher: calf}]}\n",
            "the routine has another error: SK201 at /sections/0/steps/0/wher: `wher` is not a key of `x.good`",
            id="another error",
        ),
        pytest.param(
            "fail:\n- name: by line\n  line: 5\n  column: 3\n  text: |\n    strokekit: 1\n    title: T\n"
            "    sections:\n    - id: a\n      steps: [{technique: x.good, where: calf, lubricant: oil}]\n",
            "it should say 5:3, and says 5:11",
            id="by line",
        ),
    ],
)
def test_a_case_is_judged(tmp_path: Path, text: str, found: str) -> None:
    """A case passes only if the rule says just what the case says, at that place, and nothing else is wrong."""
    (problem,) = problems(tmp_path, text)

    assert problem == found


def test_a_builtin_rule_has_cases_too(tmp_path: Path) -> None:
    """Rules that give other codes than their own name are told by the `code` of a case, and passing means none of these."""
    text = (
        "pass:\n- {name: elsewhere, steps: [{technique: kneading, where: calf, avoid: {foot: keep_off}}]}\n"
        "fail:\n- {name: on it, steps: [{technique: kneading, where: calf, avoid: {calf: keep_off}}], at: /steps/0/where, "
        "code: avoided-place}\n"
    )

    rule = next(id for id in ENGINE.catalog.rules if "." not in id)  # noqa: A001 - the field's word
    assert problems(tmp_path, text, rule) == ["", ""]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("pass: []\n", "`rule` is missing", id="no rule"),
        pytest.param("rule: x.no_oil\npasses: []\n", "`passes` is not a key of a file of rule cases", id="unknown key"),
        pytest.param("rule: x.oil\n", "there is no rule 'x.oil' in this engine", id="unknown rule"),
        pytest.param("rule: x.no_oil\npass: [3]\n", "the case `3` is no mapping", id="no mapping"),
        pytest.param(
            "rule: x.no_oil\npass: [{name: a, text: b, step: c}]\n",
            "the case `a` has the key `step`, which no case has",
            id="key",
        ),
        pytest.param(
            "rule: x.no_oil\npass: [{name: a}]\n", "the case `a` needs one of `steps`, `routine` and `text`", id="no routine"
        ),
        pytest.param(
            "rule: x.no_oil\nfail: [{name: a, steps: []}]\n",
            "the case `a` fails nowhere: say `at`, or `line` and `column`",
            id="no place",
        ),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """A mistake in a file of cases never looks like a case that passes."""
    path = tmp_path / "a.cases.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        rule_cases(path, ENGINE)

    assert str(raised.value) == f"{path}: {message}"


def test_a_wrong_case_raises(tmp_path: Path) -> None:
    """`run` raises with the rule, the case and what is wrong."""
    path = tmp_path / "a.cases.yaml"
    path.write_text(f"rule: x.no_oil\npass:\n- {{name: oil, {OILY}}}\n", encoding="utf-8")
    (case,) = rule_cases(path, ENGINE)
    with pytest.raises(AssertionError) as raised:
        case.run()

    assert str(raised.value) == "x.no_oil, pass: oil: it should say nothing, and says /sections/0/steps/1"


CONFTEST = 'pytest_plugins = ["strokekit.testing.pytest_cases"]\n'


def test_pytest_collects_files_of_cases(tmp_path: Path) -> None:
    """With one line in `conftest.py`, every file of cases is run: a test for each case, and no stack where one fails."""
    case = "{name: %s, steps: [{technique: kneading, where: calf, avoid: {calf: keep_off}}], %s}\n"
    rule = next(id for id in ENGINE.catalog.rules if "." not in id)  # noqa: A001 - the field's word
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "care.cases.yaml").write_text(
        f"rule: {rule}\nplugins: {{}}\nfail:\n- {case % ('on it', 'at: /steps/0/where, code: avoided-place')}"
        f"- {case % ('wrongly told', 'at: /steps/0, code: avoided-place')}",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-v", "--no-header", "--color=no", "."]
    paths = {"PYTHONPATH": os.pathsep.join(str(Path(part).absolute()) for part in sys.path)}
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, **paths})
    lines = run.stdout.splitlines()

    found = [line.split("::")[1].split("  ")[0].strip() for line in lines if line.startswith("care.cases.yaml::")]
    assert found == ["fail: on it PASSED", "fail: wrongly told FAILED"]
    assert f"{rule}, fail: wrongly told: it should say /sections/0/steps/0, and says /sections/0/steps/0/where" in lines

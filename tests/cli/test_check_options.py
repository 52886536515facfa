"""`strokekit check`: what is asked of it, by the command line and by files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, WARNED, install, put, strokekit

BOTH = BAD.replace("contraindications: none_reviewed\n", "")
"""One error and one warning."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def concise(*argv: str) -> tuple[int, list[str], str]:
    """The exit code, the codes that are shown, and what is said besides."""
    ran = strokekit("check", "--format", "concise", *argv)
    return ran.code, [line.split("[")[1].split("]")[0] for line in ran.out.splitlines()], ran.err


@pytest.mark.parametrize(
    ("options", "code", "codes", "summary"),
    [
        pytest.param([], 1, ["SK703", "SK403"], "1 file: 1 error, 1 warning\n", id="none"),
        pytest.param(["--select", "SK7"], 0, ["SK703"], "1 file: 0 errors, 1 warning (1 left out)\n", id="select"),
        pytest.param(["--ignore", "SK403"], 0, ["SK703"], "1 file: 0 errors, 1 warning (1 left out)\n", id="ignore"),
        pytest.param(["--ignore", "SK4, SK7"], 0, [], "1 file: 0 errors, 0 warnings (2 left out)\n", id="ignore a list"),
        pytest.param(["--ignore", "SK4", "--ignore", "SK7"], 0, [], "1 file: 0 errors, 0 warnings (2 left out)\n", id="twice"),
        pytest.param(["--severity", "error"], 1, ["SK403"], "1 file: 1 error, 0 warnings (1 left out)\n", id="the least"),
        pytest.param(["--severity", "SK703=error"], 1, ["SK703", "SK403"], "1 file: 2 errors, 0 warnings\n", id="heavier"),
        pytest.param(["--severity", "SK4=hint"], 0, ["SK703", "SK403"], "1 file: 0 errors, 1 warning, 1 hint\n", id="lighter"),
        pytest.param(["--exit-zero"], 0, ["SK703", "SK403"], "1 file: 1 error, 1 warning\n", id="exit zero"),
        pytest.param(
            ["--ignore", "SK4", "--max-warnings", "0"],
            1,
            ["SK703"],
            "1 file: 0 errors, 1 warning (1 left out)\nstrokekit check: more than 0 warnings\n",
            id="too many warnings",
        ),
        pytest.param(
            ["--ignore", "SK4", "--max-warnings", "1"],
            0,
            ["SK703"],
            "1 file: 0 errors, 1 warning (1 left out)\n",
            id="not too many",
        ),
        pytest.param(
            ["--statistics"],
            1,
            ["SK703", "SK403"],
            "1  SK403  unknown-region\n1  SK703  contraindications-unknown\n1 file: 1 error, 1 warning\n",
            id="statistics",
        ),
    ],
)
def test_options(options: list[str], code: int, codes: list[str], summary: str, folder: Path) -> None:
    """What is shown, what is counted, and how the command ends."""
    put(folder, "a.routine.yaml", BOTH)

    assert concise(*options, "a.routine.yaml") == (code, codes, summary)


CHECK = "[tool.strokekit.check]\n"


@pytest.mark.parametrize(
    ("settings", "options", "codes"),
    [
        pytest.param('select = ["SK7"]', [], ["SK703"], id="select"),
        pytest.param('select = ["SK7"]', ["--select", "SK4"], ["SK403"], id="the call speaks before the file"),
        pytest.param('ignore = ["SK7"]', ["--ignore", "SK4"], [], id="what either ignores is left out"),
        pytest.param('ignore = ["SK7"]', ["--select", "SK703,SK4"], ["SK703", "SK403"], id="unless a call names it"),
        pytest.param('severity = "error"', [], ["SK403"], id="the least severity"),
        pytest.param('severity = "error"', ["--severity", "hint"], ["SK703", "SK403"], id="a call says another"),
        pytest.param('severity = {SK703 = "error"}', ["--severity", "error"], ["SK703", "SK403"], id="a table of weights"),
        pytest.param('severity = ["error", "SK703=error"]', ["--severity", "SK703=hint"], ["SK403"], id="a call weighs anew"),
    ],
)
def test_files_configure(settings: str, options: list[str], codes: list[str], folder: Path) -> None:
    """In the nearest pyproject.toml; the command line goes over it."""
    put(folder, "pyproject.toml", f"{CHECK}{settings}\n")
    put(folder, "deep/a.routine.yaml", BOTH)

    assert concise(*options, "deep/a.routine.yaml")[1] == codes


def test_the_nearest_file_configures(folder: Path) -> None:
    """What lies further up is not read."""
    put(folder, "pyproject.toml", f'{CHECK}ignore = ["all"]\n')
    put(folder, "deep/strokekit.toml", '[check]\nignore = ["SK7"]\n')
    put(folder, "deep/a.routine.yaml", BOTH)

    assert concise("deep/a.routine.yaml")[1] == ["SK403"]


def test_everything_else_that_a_file_configures(folder: Path) -> None:
    """Paths, what is passed over, the format, where to, and how the command ends; paths start at the folder of the file."""
    put(
        folder,
        "pyproject.toml",
        f'{CHECK}paths = ["routines"]\nexclude = ["routines/drafts"]\nformat = "json"\noutput-file = "report.json"\n'
        "max-warnings = 0\nexit-zero = true\nstatistics = true\n",
    )
    for name in ("routines/a.routine.yaml", "routines/drafts/b.routine.yaml", "elsewhere/c.routine.yaml"):
        put(folder, name, BOTH)
    ran = strokekit("check")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))

    assert (ran.code, ran.out) == (0, "")
    assert {found["file"] for found in report["diagnostics"]} == {"routines/a.routine.yaml"}
    assert ran.err.splitlines()[-2:] == ["1 file: 1 error, 1 warning", "strokekit check: more than 0 warnings"]
    assert strokekit("check", "--no-exit-zero", "--no-statistics").code == 1


def test_paths_may_stand_between_options(folder: Path) -> None:
    """As people type them; what is no option stays a mistake."""
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        put(folder, name, WARNED)

    assert concise("a.yaml", "--max-warnings", "9", "b.yaml", "--statistics", "c.yaml")[1] == ["SK703"] * 3
    assert strokekit("check", "a.yaml", "--colour", "red").err.splitlines()[-1] == (
        "strokekit check: error: unrecognized arguments: --colour red"
    )


def test_without_a_path_the_folder_is_searched(folder: Path) -> None:
    """As with `.`."""
    put(folder, "in/a.routine.yaml", WARNED)

    assert concise() == (0, ["SK703"], "1 file: 0 errors, 1 warning\n")


@pytest.mark.parametrize(
    ("argv", "problem"),
    [
        pytest.param(["--select", "SK999"], "there is no code `SK999`; `strokekit explain` lists all", id="select"),
        pytest.param(
            ["--ignore", "unknown-regio"], "there is no code `unknown-regio`: did you mean `unknown-region`?", id="ignore"
        ),
        pytest.param(
            ["--severity", "fatal"], "a severity is error, warning, hint, or CODE= and one of these, not 'fatal'", id="severity"
        ),
        pytest.param(
            ["--output-file", "b.routine.yaml"],
            "--output-file 'b.routine.yaml' is the name of a routine file: give the report another name",
            id="output over a routine",
        ),
        pytest.param(
            ["--output-file", "./a.yaml"],
            "--output-file './a.yaml' is a file that is checked: give the report another name",
            id="output over what is checked",
        ),
        pytest.param(
            ["--diff", "--output-file", "x"], "--diff shows what would change, and no report: leave --output-file out", id="diff"
        ),
        pytest.param(["--watch", "-"], "--watch watches files; standard input is read once", id="watch and standard input"),
        pytest.param(["--output-file", "no/x"], "'no/x' can't be written: no such file or directory", id="output into nowhere"),
    ],
)
def test_wrong_calls(argv: list[str], problem: str, folder: Path) -> None:
    """They end with 2, whatever was found, and write nothing."""
    path = put(folder, "a.yaml", BOTH)
    ran = strokekit("check", *argv, "a.yaml")

    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"strokekit check: error: {problem}")
    assert Path(path).read_text(encoding="utf-8") == BOTH


@pytest.mark.parametrize("number", ["-1", "x", "1.5", ""])
def test_max_warnings_is_a_number(number: str) -> None:
    """Anything else is a wrong call."""
    ran = strokekit("check", f"--max-warnings={number}", "a.yaml")

    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        f"strokekit check: error: argument --max-warnings: takes a whole number, not {number!r}",
    )


@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_a_report_in_a_file(form: str, folder: Path) -> None:
    """Is what would have been written to standard output; the summary is still said."""
    put(folder, "a.routine.yaml", BOTH)
    shown = strokekit("check", "--format", form, "a.routine.yaml")
    ran = strokekit("check", "--format", form, "--output-file", "report", "a.routine.yaml")

    assert (ran.code, ran.out, ran.err) == (1, "", "1 file: 1 error, 1 warning\n")
    assert (folder / "report").read_text(encoding="utf-8") == shown.out != ""
    assert shown.err == ("" if form in ("json", "gitlab", "sarif", "junit") else ran.err)


@pytest.mark.parametrize(
    ("value", "options", "github"),
    [
        pytest.param("true", [], True, id="in a workflow"),
        pytest.param("", [], False, id="anywhere else"),
        pytest.param("false", [], False, id="where it says no"),
        pytest.param("true", ["--format", "full"], False, id="where a call asks for another"),
    ],
)
def test_workflows_of_github_get_annotations(
    value: str,
    options: list[str],
    github: bool,  # noqa: FBT001 - a parameter of the test
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Unless something else is asked for."""
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    ran = strokekit("check", *options, "-", stdin=BAD)

    assert ran.out.startswith("::error file=<stdin>,line=11,") == github


def test_a_configured_format_goes_before_that_of_a_workflow(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody wrote it down."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    put(folder, "strokekit.toml", '[check]\nformat = "concise"\n')

    assert strokekit("check", put(folder, "a.yaml", BAD)).out.count("\n") == 1


@pytest.mark.parametrize(
    ("argv", "files"),
    [
        pytest.param(["routines"], ["a", "b", "deep/c", "deep/er/d"], id="a folder"),
        pytest.param(["routines/*.routine.yaml"], ["a", "b"], id="a glob"),
        pytest.param(["routines/**/*.routine.yaml"], ["a", "b", "deep/c", "deep/er/d"], id="a glob through folders"),
        pytest.param(["routines/[ab].*"], ["a", "b"], id="a glob without an ending takes routines alone"),
        pytest.param(["routines/d*"], ["deep/c", "deep/er/d"], id="a glob of folders"),
        pytest.param(["routines", "--exclude", "deep"], ["a", "b"], id="without a folder of this name"),
        pytest.param(["routines", "--exclude", "routines/deep/er"], ["a", "b", "deep/c"], id="without this folder"),
        pytest.param(["routines", "--exclude", "*/deep/*.yaml"], ["a", "b"], id="without what is below"),
        pytest.param(["routines", "--exclude", "[ac].routine.yaml"], ["b", "deep/er/d"], id="without files of these names"),
        pytest.param(["routines/a.routine.yaml", "--exclude", "*"], ["a"], id="what is named outright"),
    ],
)
def test_files_folders_and_globs(argv: list[str], files: list[str], folder: Path) -> None:
    """Each file once, in the order of their names."""
    for name in ("a", "b", "deep/c", "deep/er/d"):
        put(folder, f"routines/{name}.routine.yaml", WARNED)
    put(folder, "routines/a.txt", "")
    ran = strokekit("check", "--format", "concise", *argv)

    assert [line.partition(":")[0] for line in ran.out.splitlines()] == [f"routines/{name}.routine.yaml" for name in files]


def test_a_glob_that_finds_nothing_is_an_error(folder: Path) -> None:
    """As a folder without routines is; also where all it finds is passed over."""
    put(folder, "a.routine.yaml", GOOD)

    assert concise("*.routine.json") == (1, ["SK904"], "0 files: 1 error, 0 warnings\n")
    assert concise("*.yaml", "--exclude", "a.*") == (1, ["SK904"], "0 files: 1 error, 0 warnings\n")


def test_a_file_may_be_called_like_a_glob(folder: Path) -> None:
    """What exists is taken by its name."""
    assert concise(put(folder, "[a].routine.yaml", GOOD))[0] == 0


def test_a_plugins_code_is_selected_and_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As strokekit's own."""
    install(
        tmp_path,
        monkeypatch,
        "from strokekit import hookimpl\nfrom strokekit.plugin import Clause, Demand, Match, Rule\n"
        "@hookimpl\n"
        "def strokekit_rules():\n"
        "    demand = Demand(applies=Match(technique='kneading'), requires=(Clause(lubricant='oil'),), message='oil it')\n"
        "    return [Rule(id='no_oil', title='Nothing is kneaded dry', check=demand)]\n",
    )
    path = put(tmp_path, "a.yaml", GOOD)

    assert concise(path)[:2] == (0, ["thai/no-oil"])
    assert concise(path, "--severity", "thai/no_oil=error")[0] == 1
    assert concise(path, "--ignore", "thai/")[:2] == (0, [])
    assert strokekit("explain", "thai/no-oil").out == (
        "# thai/no-oil\n\nNothing is kneaded dry\n\nA rule of strokekit-thai 1.2; no source is named for the rule.\n\n"
        "What it says:\n\n- oil it\n"
    )


def test_ignoring_everything_does_not_hide_what_was_not_checked(folder: Path) -> None:
    """Nobody has looked into a file that can't be read."""
    put(folder, "a.yaml", "title: [\n")

    assert concise("--ignore", "all", "a.yaml", "gone.yaml")[:2] == (1, ["SK102", "SK901"])

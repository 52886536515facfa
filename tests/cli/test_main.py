"""The command line as a whole: its exit codes, and that it ends quietly whatever happens."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import strokekit as package
from strokekit.cli.main import main, run
from tests.cli.running import BAD, GOOD, UNKNOWN, WARNED, put, strokekit

PROGRAM = (sys.executable, "-m", "strokekit")


@pytest.mark.parametrize(
    "argv", [["--help"], ["check", "--help"], ["time", "-h"], ["render", "-h"], ["schema", "-h"], ["stubs", "-h"]]
)
def test_help_goes_to_standard_output(argv: list[str]) -> None:
    """Who asks for help gets it, and 0."""
    ran = strokekit(*argv)

    assert (ran.code, ran.out.startswith("usage: strokekit"), ran.err) == (0, True, "")


def test_help_names_every_command_and_every_exit_status() -> None:
    """The first page says what there is and what the end of a run means."""
    words = " ".join(strokekit("--help").out.split())

    assert [
        name for name in ("check", "time", "render", "techniques", "regions", "schema", "stubs") if f" {name} " not in words
    ] == []
    assert "exit status: 0 no errors (there may be warnings), 1 errors in what was read, 2 a wrong call or a failure" in words


def test_the_version_is_that_of_the_package() -> None:
    """One line: the name and the version."""
    ran = strokekit("--version")

    assert (ran.code, ran.out, ran.err) == (0, f"strokekit {package.__version__}\n", "")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        pytest.param([], "strokekit: error: the following arguments are required: COMMAND", id="nothing"),
        pytest.param(["chek"], "strokekit: error: argument COMMAND: invalid choice: 'chek'", id="an unknown command"),
        pytest.param(["time"], "strokekit time: error: the following arguments are required: FILE", id="no file"),
        pytest.param(["time", "a", "b"], "strokekit time: error: unrecognized arguments: b", id="two files"),
        pytest.param(
            ["time", "a", "--form", "json"], "strokekit time: error: unrecognized arguments: --form", id="a shortened option"
        ),
        pytest.param(["check", "-", "--format", "xml"], "error: argument --format: invalid choice: 'xml'", id="an unknown form"),
        pytest.param(["time", "-", "--set"], "strokekit time: error: argument --set: expected one argument", id="half an option"),
        pytest.param(
            ["time", "-", "--set", "x"], "strokekit time: error: --set takes NAME=VALUE, not 'x'", id="a setting without ="
        ),
        pytest.param(
            ["time", "-", "--set", "=3"], "strokekit time: error: --set takes NAME=VALUE, not '=3'", id="a setting without a name"
        ),
        pytest.param(
            ["render", "-", "--to", "pdf"], "strokekit render: error: there is no renderer 'pdf'", id="an unknown renderer"
        ),
    ],
)
def test_a_wrong_call_ends_with_2(argv: list[str], words: str) -> None:
    """What is wrong stands on standard error, and nothing on standard output."""
    ran = strokekit(*argv, stdin=GOOD)

    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize("command", [["check"], ["time"], ["render"]], ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(GOOD, 0, id="no finding"),
        pytest.param(WARNED, 0, id="a warning"),
        pytest.param(BAD, 1, id="an error"),
        pytest.param(UNKNOWN, 1, id="a technique whose plugin is missing"),
        pytest.param("", 1, id="nothing"),
        pytest.param("{", 1, id="broken JSON"),
        pytest.param(b"\xff\xfe\x00", 1, id="no text"),
        pytest.param(b"\x7fELF\x02\x01", 1, id="a program"),
    ],
)
def test_0_means_that_the_document_is_valid(command: list[str], text: str | bytes, code: int) -> None:
    """Every command that reads a routine gives 0 for a valid one, warnings or not, and 1 otherwise."""
    assert strokekit(*command, "-", stdin=text).code == code


class Failing(io.StringIO):
    """A standard input that fails."""

    def __init__(self, problem: BaseException) -> None:
        """Keep the problem."""
        super().__init__()
        self.problem = problem

    def read(self, size: int | None = -1) -> str:  # noqa: ARG002 - nothing is read
        """Fail."""
        raise self.problem


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        pytest.param(RuntimeError("loose cable"), "RuntimeError: loose cable (test_main.py, line ", id="a failure"),
        pytest.param(RecursionError(), "RecursionError (test_main.py, line ", id="a failure without words"),
        pytest.param(SystemExit(0), "SystemExit: 0 (test_main.py, line ", id="somebody ends the process"),
    ],
)
def test_a_failure_of_strokekit_is_said_without_a_traceback(problem: BaseException, words: str) -> None:
    """It has a code of its own, names the line to report, and ends with 2."""
    out, err = io.StringIO(), io.StringIO()

    code = main(["check", "-"], Failing(problem), out, err)

    assert (code, out.getvalue()) == (2, "")
    assert err.getvalue().startswith(f"error[SK905] strokekit itself failed: {words}")
    assert err.getvalue().endswith("\n   = report it with the file\n")


def test_an_interrupt_is_said() -> None:
    """Ctrl-C ends with 2 and a line."""
    err = io.StringIO()

    assert main(["check", "-"], Failing(KeyboardInterrupt()), io.StringIO(), err) == 2
    assert err.getvalue() == "strokekit: interrupted\n"


class Full(io.StringIO):
    """An output on a full disk."""

    def write(self, text: str) -> int:  # noqa: ARG002 - nothing is kept
        """Fail."""
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "argv", [["--version"], ["time", "-"], ["render", "-"], ["schema"], ["stubs"], ["check", "-", "--format", "json"]]
)
def test_an_output_that_cannot_be_written_ends_with_2(argv: list[str]) -> None:
    """A table that nobody got is no success."""
    err = io.StringIO()

    assert main(argv, io.StringIO(GOOD), Full(), err) == 2
    assert err.getvalue() == "strokekit: error: the output can't be written: No space left on device\n"


def test_without_any_stream_nothing_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process may be started without standard streams: the exit code still says how it went."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert (main(["--version"]), main(["check", "-"]), main(["nonsense"])) == (0, 1, 2)


def test_a_standard_error_that_fails_changes_no_exit_code_for_the_better() -> None:
    """Where nothing can be said, the exit code still says it."""
    assert main(["check", "-"], io.StringIO(BAD), Full(), Full()) == 2


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(package.__file__).parents[1]), **more}


def _process(*argv: str, stdin: str = "", **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = _environment(**more.pop("environment", {}))
    return subprocess.run([*PROGRAM, *argv], input=stdin.encode(), capture_output=True, check=False, env=environment, **more)


@pytest.mark.parametrize(("text", "code"), [pytest.param(GOOD, 0, id="valid"), pytest.param(BAD, 1, id="invalid")])
def test_a_closed_pipe_ends_quietly(text: str, code: int) -> None:
    """When nobody reads the output, there is no traceback, and the exit code is the true one."""
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen(
        [*PROGRAM, "check", "--format", "json", "-"],
        stdin=subprocess.PIPE,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=_environment(),
    )
    os.close(writing)

    _, err = process.communicate(text.encode())

    assert (process.returncode, err) == (code, b"")


def test_a_pipe_gets_utf8_whatever_the_locale() -> None:
    """Files that strokekit writes are UTF-8 everywhere."""
    text = GOOD.replace("title: Calf massage", "title: Wadenmassage für Zoë 按摩")

    ran = _process("render", "-", stdin=text, environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"})

    assert (ran.returncode, ran.stdout.decode("utf-8").splitlines()[0]) == (0, "Wadenmassage für Zoë 按摩")


def test_bytes_of_standard_input_are_read_as_utf8_whatever_the_locale() -> None:
    """The locale of the terminal does not change what a file means."""
    text = GOOD.replace("Calf massage", "Wadenmassage für Zoë")

    ran = _process(
        "time", "-", "--format", "json", stdin=text, environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    )

    assert (ran.returncode, "Wadenmassage für Zoë".encode() in ran.stdout) == (0, True)


def test_the_process_ends_with_the_exit_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`run` is what the installed program calls."""
    monkeypatch.setattr(sys, "argv", ["strokekit", "check", put(tmp_path, "bad.yaml", BAD)])

    with pytest.raises(SystemExit) as ended:
        run()

    assert ended.value.code == 1

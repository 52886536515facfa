"""Which plugins a command uses: those of the command line, of the environment and of the nearest configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import GOOD, UNKNOWN, Ran, install, put, strokekit
from tests.plugins.broken import PREAMBLE, gives

BARE = (
    "techniques:\n- {id: palming, title: Palming, family: compression, summary: Palms press, takes: {where: {}, duration: {}}}\n"
)
ROUTINE = UNKNOWN
"""A routine that uses `thai.palming`."""
LEFT_OUT = "there is no technique `thai.palming`"
COMMANDS = (
    ("check", "r.routine.yaml"),
    ("time", "r.routine.yaml"),
    ("render", "r.routine.yaml"),
    ("techniques", "thai.palming"),
    ("regions",),
    ("schema",),
    ("stubs",),
    ("fmt", "--check", "r.routine.yaml"),
    ("migrate", "--check", "r.routine.yaml"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a routine and a plugin file, in which commands run."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "r.routine.yaml", ROUTINE)
    put(tmp_path, "thai.yaml", BARE)
    return tmp_path


def known(ran: Ran) -> bool:
    """Tell whether the plugin was there for a check."""
    assert (LEFT_OUT in ran.out) == (ran.code == 1)
    return ran.code == 0


def check(*options: str) -> Ran:
    """Check the routine."""
    return strokekit("check", *options, "r.routine.yaml")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_takes_plugins(command: tuple[str, ...]) -> None:
    """A plugin file that is given is used; with mistakes in the call nothing is done."""
    ran = strokekit(*command, "--plugin", "thai.yaml")
    wrong = strokekit(*command, "--plugin", "1.yaml")

    assert "thai.palming" not in ran.err
    assert ran.code in (0, 1)
    problem = "'1.yaml': its namespace `1` is no id: small letters, digits and `_`; write `NAME=1.yaml`"
    said = f"--plugin takes PATH, MODULE, NAME=PATH or NAME=MODULE: {problem}"
    assert (wrong.code, wrong.out, wrong.err) == (2, "", f"strokekit {command[0]}: error: {said}\n")


@pytest.mark.usefixtures("folder")
def test_plugins_of_the_call() -> None:
    """By the name of the file, or by another one."""
    assert not known(check())
    assert known(check("--plugin", "thai.yaml"))
    assert known(check("--plugin", "thai=thai.yaml"))
    assert not known(check("--plugin", "other=thai.yaml"))


@pytest.mark.usefixtures("folder")
def test_plugins_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are used until the call says that there are to be none but its own."""
    monkeypatch.setenv("STROKEKIT_PLUGINS", "thai.yaml")

    assert known(check())
    assert not known(check("--no-plugins"))
    assert known(check("--no-plugins", "--plugin", "thai.yaml"))


def test_plugins_of_the_configuration(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest one, seen from the files that are named; paths in it start where it lies."""
    put(folder, "pyproject.toml", "[tool.strokekit]\nplugins = ['thai.yaml']\n")
    put(folder, "inner/r.routine.yaml", ROUTINE)
    put(folder, "own/r.routine.yaml", ROUTINE)
    put(folder, "own/strokekit.toml", "")

    assert known(check())
    assert known(strokekit("check", "inner/r.routine.yaml"))
    assert not known(strokekit("check", "own/r.routine.yaml"))
    assert known(strokekit("check", "own/r.routine.yaml", "inner"))
    monkeypatch.setenv("STROKEKIT_NO_PLUGINS", "1")
    assert not known(check())


def test_installed_plugins(folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are used unless they are denied, not among the allowed, or none is wanted."""
    hook = gives("[technique(takes={'where': p.Takes(), 'duration': p.Takes()})]")
    install(tmp_path_factory.mktemp("site"), monkeypatch, PREAMBLE + hook)

    assert known(check())
    assert not known(check("--no-plugins"))
    assert not known(check("--deny", "strokekit-thai"))
    assert not known(check("--allow", "shiatsu"))
    assert known(check("--allow", "shiatsu", "--allow", "thai"))
    put(folder, "strokekit.toml", "allow = ['shiatsu']\n")
    assert not known(check())
    assert known(check("--allow", "thai"))
    put(folder, "strokekit.toml", "deny = ['thai']\n")
    assert not known(check("--allow", "thai"))


@pytest.mark.parametrize("way", ["option", "environment", "configuration"])
def test_strict(way: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that can't be used ends the command, whoever asks for it; else it is a warning."""
    broken = "the plugin reiki can't be used: it failed to load: ModuleNotFoundError: No module named 'no_such_module'"
    relaxed = check("--plugin", "reiki=no_such_module", "--plugin", "thai.yaml")
    if way == "environment":
        monkeypatch.setenv("STROKEKIT_STRICT", "1")
    if way == "configuration":
        put(folder, "strokekit.toml", "strict = true\n")
    ran = check("--plugin", "reiki=no_such_module", *(["--strict-plugins"] if way == "option" else []))

    assert (relaxed.code, relaxed.out) == (0, f"warning[SK801] {broken}\n\n")
    assert (ran.code, ran.out, ran.err) == (2, "", f"strokekit check: error: {broken}\n")


def test_missing_plugins(folder: Path) -> None:
    """They are errors, or warnings when that is wanted."""
    assert [check(*way).code for way in ((), ("--missing-plugins", "warn"), ("--missing-plugins", "error"))] == [1, 0, 1]
    put(folder, "strokekit.toml", "missing = 'warn'\n")
    ran = check("--format", "concise")

    assert (ran.code, ran.err) == (0, "1 file: 0 errors, 1 warning\n")
    assert check("--missing-plugins", "error").code == 1
    assert strokekit("time", "r.routine.yaml").code == 0


@pytest.mark.parametrize(
    ("missing", "options", "expected"),
    [
        pytest.param("", (), "error", id="by default"),
        pytest.param('missing = "warn"', (), "warning", id="pyproject"),
        pytest.param("", ("--missing-plugins", "warn"), "warning", id="option"),
        pytest.param('missing = "warn"', ("--missing-plugins", "error"), "error", id="the option goes first"),
    ],
)
def test_what_a_missing_plugin_is_said_to_be(folder: Path, missing: str, options: tuple[str, ...], expected: str) -> None:
    """An error, or a warning where an option or `[tool.strokekit]` says so; the exit status goes with it."""
    put(folder, "pyproject.toml", f"[tool.strokekit]\n{missing}\n")
    ran = check("--format", "concise", *options)

    assert [line.partition("] ")[0].rpartition(": ")[2] for line in ran.out.splitlines()] == [f"{expected}[SK401"]
    assert ran.code == (1 if expected == "error" else 0)


def test_fmt_leaves_steps_of_missing_plugins_alone(folder: Path) -> None:
    """What only the plugin knows is written as before; what strokekit knows is laid out."""
    step = "      -   technique:   thai.palming   # as taught\n          with: {b:  1,   a: 'two'}\n"
    lead, known = "strokekit: 1\ntitle: x\nsections:\n  - id: a\n    steps:\n", "technique: kneading"
    put(folder, "own.routine.yaml", f"{lead}{step}      - {{where:   calf, {known}}}\n")
    ran = strokekit("fmt", "own.routine.yaml")

    assert ran.code == 0
    assert (folder / "own.routine.yaml").read_text(encoding="utf-8") == f"{lead}{step}      - {{{known}, where: calf}}\n"


def test_a_configuration_with_mistakes_ends_everything(folder: Path) -> None:
    """Half of a configuration is not what anybody wants."""
    put(folder, "pyproject.toml", "[tool.strokekit]\nmising = 'warn'\n")
    ran = check()

    assert (ran.code, ran.out) == (2, "")
    said = "error[SK201] `mising` is not a key of `[tool.strokekit]`"
    lines = f"  --> {folder}/pyproject.toml:2:1\n  |\n2 | mising = 'warn'\n  | ^^^^^^\n"
    assert ran.err == f"{said}\n{lines}   = did you mean `missing`?\n\n"


@pytest.mark.usefixtures("folder")
def test_an_environment_with_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a wrong call."""
    monkeypatch.setenv("STROKEKIT_STRICT", "perhaps")

    assert check().err == "strokekit check: error: the environment variable STROKEKIT_STRICT is 1 or 0, not 'perhaps'\n"


@pytest.mark.usefixtures("folder")
def test_standard_input_and_odd_paths() -> None:
    """The configuration is looked for where the command runs; a path that can't be one is the command's business."""
    assert strokekit("check", "-", stdin=GOOD).code == 0
    assert strokekit("check", "no/such/file.yaml").code == 1
    assert strokekit("check", "a\0b.yaml").code == 1

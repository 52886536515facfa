"""Which plugins are used: what files, the environment and the command line say, and which of them holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from strokekit.configuration import (
    CheckSettings,
    Configuration,
    Unnamed,
    find_configuration,
    from_environment,
    plugin_named,
    read_configuration,
)
from strokekit.diagnostics import Severity
from strokekit.errors import UsageError
from strokekit.reporting import Selection

WHOLE = """\
plugins = ["./own.yaml", "thai=my_package.thai"]
no-plugins = true
allow = ["thai"]
deny = ["reiki"]
strict = true
missing = "warn"
"""


def put(path: Path, text: str) -> Path:
    """Write a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "head"), [("strokekit.toml", ""), ("pyproject.toml", "[project]\nversion = 1.5\n[tool.strokekit]\n")]
)
def test_every_setting_is_read(name: str, head: str, tmp_path: Path) -> None:
    """Alike in both files; paths start at the folder of the file, whatever other tools have there."""
    outcome = read_configuration(put(tmp_path / name, head + WHOLE))

    assert outcome.report.diagnostics == ()
    assert outcome.value == Configuration(
        plugins={"own": tmp_path / "own.yaml", "thai": "my_package.thai"},
        no_plugins=True,
        allow=("thai",),
        deny=("reiki",),
        strict=True,
        missing="warn",
    )


def test_plugins_may_stand_in_a_table(tmp_path: Path) -> None:
    """By their namespaces."""
    path = put(tmp_path / "pyproject.toml", '[tool.strokekit.plugins]\nown = "x/own.yaml"\nthai = "thai_package"\n')

    assert read_configuration(path).require().plugins == {"own": tmp_path / "x" / "own.yaml", "thai": "thai_package"}


SETTINGS = "the settings are `plugins`, `no-plugins`, `allow`, `deny`, `strict`, `missing`, `check`"
NAMED = "write `NAME=PATH` or `NAME=MODULE`"


@pytest.mark.parametrize(
    ("text", "says", "hints"),
    [
        pytest.param(
            'plugin = ["a.yaml"]',
            "1:1: error[SK201] `plugin` is not a key of `strokekit.toml`",
            ("did you mean `plugins`?",),
            id="misspelt",
        ),
        pytest.param("\ncolour = 1", "2:1: error[SK201] `colour` is not a key of `strokekit.toml`", (SETTINGS,), id="unknown"),
        pytest.param('strict = "yes"', '1:10: error[SK203] `strict` takes true or false, not `"yes"`', (), id="switch"),
        pytest.param("deny = 'thai'", '1:8: error[SK203] `deny` takes a list of names, not `"thai"`', (), id="name for names"),
        pytest.param("allow = [1]", "1:9: error[SK203] `allow` takes a list of names, not a list", (), id="numbers for names"),
        pytest.param(
            "missing = false", '1:11: error[SK203] `missing` takes `"error"` or `"warn"`, not `false`', (), id="missing"
        ),
        pytest.param(
            "plugins = 2026-01-01",
            "1:11: error[SK203] `plugins` takes a list of texts, or a table of them, not a date or time",
            (),
            id="date",
        ),
        pytest.param(
            "plugins = {a = {}}",
            "1:11: error[SK203] `plugins` takes a list of texts, or a table of them, not a table",
            (),
            id="table",
        ),
        pytest.param(
            'plugins = ["a.yaml", "1.yaml"]',
            "1:22: error[SK210] `1.yaml` is not a form that `plugins` takes",
            (NAMED, "'1.yaml': its namespace `1` is no id: small letters, digits and `_`; write `NAME=1.yaml`"),
            id="no namespace",
        ),
        pytest.param("strict = maybe", "1:10: error[SK102] this is not readable TOML: invalid value", (), id="no TOML"),
    ],
)
def test_what_is_wrong_is_placed(text: str, says: str, hints: tuple[str, ...], tmp_path: Path) -> None:
    """File, line and column, and what to write instead."""
    path = put(tmp_path / "strokekit.toml", text)
    (found,) = read_configuration(path).report

    assert (str(found), found.hints) == (f"{path}:{says}", hints)


def test_only_what_is_wrong_is_left_out(tmp_path: Path) -> None:
    """The rest is read; what other tools write wrongly is theirs."""
    path = put(tmp_path / "pyproject.toml", '[tool.other]\nx = 1.5\n[tool.strokekit]\nstrict = 1\nmissing = "warn"\n')
    outcome = read_configuration(path)

    assert outcome.value == Configuration(missing="warn")
    assert [str(found) for found in outcome.report] == [f"{path}:4:10: error[SK203] `strict` takes true or false, not `1`"]


def test_strokekit_is_a_table(tmp_path: Path) -> None:
    """Anything else is said to be wrong as a whole."""
    path = put(tmp_path / "pyproject.toml", "[tool]\nstrokekit = 3\n")
    (found,) = read_configuration(path).report

    assert str(found) == f"{path}:2:13: error[SK203] `tool.strokekit` takes a table, not `3`"


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    """It is reported, and nothing raises."""
    outcome = read_configuration(tmp_path / "strokekit.toml")

    assert (outcome.value, [found.name for found in outcome.report]) == (None, ["file-missing"])


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """Upward from a folder; its own file goes before a shared one, and a shared one counts only if it speaks of strokekit."""
    far = put(tmp_path / "strokekit.toml", "")
    near = put(tmp_path / "a" / "pyproject.toml", "[tool.strokekit]\n")
    put(tmp_path / "a" / "b" / "pyproject.toml", "[project]\n")
    put(tmp_path / "a" / "c" / "pyproject.toml", "[tool\n")
    unreadable = put(tmp_path / "a" / "d" / "pyproject.toml", "[tool.strokekit]\nx\n")
    put(tmp_path / "a" / "e" / "pyproject.toml", "[tool.strokekit]\n")
    own = put(tmp_path / "a" / "e" / "strokekit.toml", "")

    assert {name: find_configuration(tmp_path / name) for name in ("", "a", "a/b", "a/c", "a/d", "a/e", "a/x/y")} == {
        "": far,
        "a": near,
        "a/b": near,
        "a/c": near,
        "a/d": unreadable,
        "a/e": own,
        "a/x/y": near,
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("thai.yaml", ("thai", Path("thai.yaml")), id="file"),
        pytest.param(
            "./plugins/Hot-Stone.plugin.yml", ("hot_stone", Path("plugins/Hot-Stone.plugin.yml")), id="file in a folder"
        ),
        pytest.param(r"c:\plugins\thai.json", ("thai", Path(r"c:\plugins\thai.json")), id="backslashes"),
        pytest.param("own = thai.toml", ("own", Path("thai.toml")), id="named file"),
        pytest.param("my.package.thai", ("thai", "my.package.thai"), id="module"),
        pytest.param("my.package:hooks", ("package", "my.package:hooks"), id="attribute"),
        pytest.param("thai=my.package:hooks", ("thai", "my.package:hooks"), id="named attribute"),
    ],
)
def test_naming_plugins(text: str, named: Any) -> None:
    """The namespace is given, or taken from the name of the file or module."""
    assert plugin_named(text) == named


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "'' names no file and no module", id="nothing"),
        pytest.param("thai=", "'thai=' names no file and no module", id="nothing named"),
        pytest.param("Thai=x.yaml", "'Thai=x.yaml': its namespace `Thai` is no id: small letters, digits and `_`", id="no id"),
        pytest.param(
            "2nd.yaml",
            "'2nd.yaml': its namespace `2nd` is no id: small letters, digits and `_`; write `NAME=2nd.yaml`",
            id="file",
        ),
    ],
)
def test_what_names_none(text: str, problem: str) -> None:
    """It is said why, and what to write."""
    assert plugin_named(text) == Unnamed(problem=problem)


def test_the_environment() -> None:
    """Three variables; those that are empty say nothing."""
    said = {"STROKEKIT_PLUGINS": "a.yaml, own=b.yaml,", "STROKEKIT_NO_PLUGINS": "yes", "STROKEKIT_STRICT": "0"}

    assert from_environment(said) == Configuration(
        plugins={"a": Path("a.yaml"), "own": Path("b.yaml")}, no_plugins=True, strict=False
    )
    assert from_environment({"STROKEKIT_STRICT": "", "STROKEKIT_PLUGINS": ""}) == Configuration()


@pytest.mark.parametrize(
    ("environment", "problem"),
    [
        ({"STROKEKIT_STRICT": "maybe"}, "the environment variable STROKEKIT_STRICT is 1 or 0, not 'maybe'"),
        ({"STROKEKIT_NO_PLUGINS": "2"}, "the environment variable STROKEKIT_NO_PLUGINS is 1 or 0, not '2'"),
        ({"STROKEKIT_PLUGINS": "x=,"}, "the environment variable STROKEKIT_PLUGINS: 'x=' names no file and no module"),
    ],
    ids=["strict", "no plugins", "plugins"],
)
def test_an_environment_that_says_nonsense(environment: dict[str, str], problem: str) -> None:
    """It is a wrong call, and the variable is named."""
    with pytest.raises(UsageError) as raised:
        from_environment(environment)

    assert str(raised.value) == problem


def test_layers() -> None:
    """What is nearer to the call holds, what anybody denies is denied, and `no_plugins` drops what lies below it."""
    file = Configuration(plugins={"a": "a", "b": "b"}, allow=("x",), deny=("y",), strict=True, missing="warn")
    around = Configuration(plugins={"b": "other"}, deny=("z",), strict=False)
    call = Configuration(plugins={"c": "c"}, no_plugins=True, allow=(), missing="error")

    assert around.over(file) == Configuration(
        plugins={"a": "a", "b": "other"}, allow=("x",), deny=("y", "z"), strict=False, missing="warn"
    )
    assert call.over(around.over(file)) == Configuration(
        plugins={"c": "c"}, no_plugins=True, allow=(), deny=("y", "z"), strict=False, missing="error"
    )


def test_the_engine_of_a_configuration() -> None:
    """It has what is wanted; without installed plugins nothing is looked for."""
    engine = Configuration(plugins={"a": "a"}, no_plugins=True, strict=True, missing="warn").engine()

    assert (engine.plugins, engine.strict, engine.missing) == ({"a": "a"}, True, "warn")
    assert (Configuration().engine().strict, Configuration().engine().missing) == (False, "error")


CHECKS = """\
[check]
paths = ["routines", "*.routine.yaml"]
exclude = ["drafts", "old/*"]
format = "sarif"
output-file = "out/report.sarif"
select = ["SK4", "thai/"]
ignore = ["unknown-region"]
severity = {SK703 = "error", "thai/no_oil" = "hint"}
max-warnings = 3
exit-zero = false
statistics = true
fix = true
unsafe-fixes = false
jobs = 2
cache = false
cache-dir = "kept"
"""


def test_every_setting_of_checks_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are led from the folder of the file to the present one; a glob of names alone stays as it is."""
    monkeypatch.chdir(tmp_path)
    outcome = read_configuration(put(tmp_path / "deep" / "strokekit.toml", CHECKS))

    assert outcome.report.diagnostics == ()
    assert outcome.require().check == CheckSettings(
        paths=("deep/routines", "deep/*.routine.yaml"),
        exclude=("drafts", "deep/old/*"),
        format="sarif",
        output_file="deep/out/report.sarif",
        select=("SK4", "thai/"),
        ignore=("unknown-region",),
        severity=("SK703=error", "thai/no_oil=hint"),
        max_warnings=3,
        exit_zero=False,
        statistics=True,
        fix=True,
        unsafe_fixes=False,
        jobs=2,
        cache=False,
        cache_dir="deep/kept",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("check = 1", "1:9: error[SK203] `check` takes a table, not `1`", id="no table"),
        pytest.param("check.selct = []", "1:7: error[SK201] `selct` is not a key of `[check]`", id="misspelt"),
        pytest.param("check.paths = 'a'", '1:15: error[SK203] `paths` takes a list of paths, not `"a"`', id="a path for paths"),
        pytest.param(
            "check.format = 'xml'",
            '1:16: error[SK203] `format` takes `"full"`, `"concise"`, `"json"`, `"github"`, `"gitlab"`, `"sarif"` or `"junit"`, '
            'not `"xml"`',
            id="no format",
        ),
        pytest.param("check.output-file = 1", "1:21: error[SK203] `output-file` takes a path, not `1`", id="no path"),
        pytest.param(
            "check.select = ['SK4', 'SK999']", "1:24: error[SK210] `SK999` is not a form that `select` takes", id="no code"
        ),
        pytest.param("check.ignore = [4]", "1:16: error[SK203] `ignore` takes a list of codes, not a list", id="a number"),
        pytest.param(
            "check.severity = {SK999 = 'error'}",
            "1:19: error[SK210] `SK999` is not a form that `severity` takes",
            id="no code there",
        ),
        pytest.param(
            "check.severity = 'fatal'",
            "1:18: error[SK203] `severity` takes a severity, a list such as `--severity` takes, or a table of codes with their "
            'severities, not `"fatal"`',
            id="no severity",
        ),
        pytest.param("check.max-warnings = -1", "1:22: error[SK203] `max-warnings` takes a whole number, not `-1`", id="below 0"),
        pytest.param("check.jobs = true", "1:14: error[SK203] `jobs` takes a whole number, not `true`", id="yes for a number"),
        pytest.param("check.fix = 'no'", '1:13: error[SK203] `fix` takes true or false, not `"no"`', id="a text for a switch"),
    ],
)
def test_what_is_wrong_with_checks_is_placed(text: str, says: str, tmp_path: Path) -> None:
    """As anywhere in the file; it is left out."""
    path = put(tmp_path / "strokekit.toml", text)
    outcome = read_configuration(path)

    assert [str(found) for found in outcome.report] == [f"{path}:{says}"]
    assert outcome.value is not None
    assert outcome.value.check in (CheckSettings(), CheckSettings(select=("SK4",)))


def test_layers_of_checks() -> None:
    """The nearer one speaks first; what is passed over, left out and weighed is joined, the nearer said last."""
    call = CheckSettings(select=("SK4",), ignore=("SK401",), severity=("SK703=hint",), fix=False)
    file = CheckSettings(
        paths=("a",), exclude=("b",), select=("SK7",), ignore=("SK402",), severity=("SK703=error", "warning"), fix=True, jobs=1
    )
    made = call.over(file)

    assert made == CheckSettings(
        paths=("a",),
        exclude=("b",),
        select=("SK4",),
        ignore=("SK402", "SK401"),
        severity=("SK703=error", "warning", "SK703=hint"),
        fix=False,
        jobs=1,
    )
    assert made.selection() == Selection(
        select=("SK4",), ignore=("SK402", "SK401"), weights={"SK703": Severity.HINT}, least=Severity.WARNING
    )
    assert Configuration(check=call).over(Configuration(check=file)).check == made

"""Every invalid example prints exactly the report beside it, and so does every doubtful one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from strokekit.cli.main import main
from strokekit.diagnostics.codes import CODES
from tests.examples.files import CONSTRUCTS, DOUBTFUL, INVALID, name_of, report_of


def check(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Run `strokekit check` from the file's folder; give its status and all that it prints."""
    monkeypatch.chdir(path.parent)
    terminal = io.StringIO()
    return main(["check", path.name], io.StringIO(), terminal, terminal), terminal.getvalue()


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_the_report_is_complete(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake is reported as it stands beside the file, to the character, and the check fails."""
    assert check(path, monkeypatch) == (1, report_of(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", DOUBTFUL, ids=name_of)
def test_the_warning_is_complete(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A doubt is reported as it stands beside the file, and the check passes."""
    assert check(path, monkeypatch) == (0, report_of(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [*INVALID, *DOUBTFUL], ids=name_of)
def test_it_says_what_is_wrong(path: Path) -> None:
    """The file says in its first line what is wrong or doubtful about it."""
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("# Wrong: " if path in INVALID else "# Doubtful: ")


@pytest.mark.parametrize("folder", ["invalid", "doubtful"])
def test_every_report_has_its_file(folder: str) -> None:
    """No report is left of a file that is gone."""
    files = INVALID if folder == "invalid" else DOUBTFUL

    assert {report_of(path) for path in files} == set(files[0].parent.glob("*.expected.txt"))


BRING_NONE = {
    "between-passes": "between-not-a-list",
    "loops-on-includes": "those of loops and of includes",
    "long-forms": "those of the compact forms",
    "recipient-clothed": "recipient-unknown",
    "recipient-infant": "recipient-unknown",
    "recipient-pregnant": "recipient-unknown",
    "recipient-self": "recipient-unknown",
    "recipients": "recipient-unknown",
    "tools-and-grips": "tools-list, tools-unknown",
    "turn-over-and-bolsters": "turn-over-not-reachable, turn-over-undecided",
}
"""Constructs that bring no constraint of their own: where theirs stand."""


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=name_of)
def test_every_construct_has_a_twin(construct: Path) -> None:
    """For each construct there is a file that gets it wrong; its name begins with that of the construct."""
    name = name_of(construct)
    twins = [path for path in (*INVALID, *DOUBTFUL) if name_of(path).startswith(name)]

    assert twins or BRING_NONE.get(name)


NO_TWIN = {
    "not-in-this-version": "nothing of version 1 is refused any more",
    "plugin-version": "needs a plugin that is too old",
    "requirement-unreadable": "of plugins",
    "deprecated": "needs a plugin that says so",
    "internal": "no file does this",
    "unknown-addition": "an argument of a run",
    "unknown-question": "an argument of a run",
    "unknown-assumption": "an argument of a run",
    "treatment-ruled-out": "needs an answer",
    "treatment-after-advice": "needs an answer",
    "ruled-out-by-answer": "needs an answer",
    "time-unknown": "a check of a file asks for no timeline",
    "target-out-of-reach": "needs a total that is asked for",
    "fit-not-found": "needs a total that is asked for",
    "fit-not-proved": "needs a total that is asked for",
    "no-stated-total": "needs a total that is asked for",
    "unknown-wish": "needs a wish",
    "version-old": "of a migration",
    "steps-too-deep": "through a limit, in test_limits",
}
"""Codes of shape, literals, names, composing, time and care that no file of this folder can show, and why."""


def test_every_code_of_a_routine_is_shown() -> None:
    """Each thing that can be wrong with a routine is shown by some file here."""
    said = "".join(report_of(path).read_text(encoding="utf-8") for path in (*INVALID, *DOUBTFUL))
    codes = [code for code in CODES.values() if "200" <= code.number[2:] < "800"]

    assert {code.name for code in codes if f"[{code.number}]" not in said} == set(NO_TWIN) & {code.name for code in codes}

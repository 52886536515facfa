"""The complete report of each code, as `strokekit check` shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from strokekit.diagnostics import CODES, Code
from tests.reporting.rendered import OTHERS, in_examples, kept, shown

KEPT = kept()


@pytest.mark.parametrize("code", OTHERS, ids=lambda code: code.name)
def test_the_report_is_complete(code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Message, place, lines with their marks and labels, hints, and the summary: every character of it."""
    monkeypatch.chdir(tmp_path)

    assert shown(code, tmp_path) == KEPT[code.number]


def test_every_code_is_shown_somewhere() -> None:
    """By an invalid example, or here; and nothing is left of a code that is gone."""
    assert {code.number for code in CODES.values()} <= {*in_examples(), *KEPT}
    assert {*KEPT} == {code.number for code in OTHERS}


@pytest.mark.parametrize("number", KEPT)
def test_a_report_begins_with_its_code(number: str) -> None:
    """What is kept is about the code that it stands under."""
    assert re.match(rf"(error|warning|hint)\[{number}\] \S", KEPT[number])

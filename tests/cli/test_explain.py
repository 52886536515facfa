"""`strokekit explain`: the pages of codes, without a network."""

from __future__ import annotations

import pytest

from strokekit.diagnostics import CODES
from tests.cli.running import ROOT, strokekit


@pytest.mark.parametrize("name", ["SK403", "unknown-region"])
def test_a_code_and_its_name_show_the_page(name: str) -> None:
    """Just as it stands in the documentation."""
    ran = strokekit("explain", name)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (ROOT / "docs" / "codes" / "SK403-unknown-region.md").read_text(encoding="utf-8")


def test_without_a_code_all_are_listed() -> None:
    """A line each, with what they weigh and the first words of their pages."""
    lines = strokekit("explain").out.splitlines()

    assert len(lines) == len(CODES)
    assert lines[0] == (
        "SK101  error    not-utf8: The file was saved in another alphabet code than UTF-8, so strokekit can't be sure what "
        "its letters are."
    )


def test_json_holds_all() -> None:
    """With the pages."""
    made = strokekit("explain", "--format", "json").json

    assert (made["format"], made["version"], len(made["codes"])) == ("strokekit.codes", 1, len(CODES))
    assert made["codes"][0]["page"].startswith("# SK101 not-utf8\n")
    assert set(made["codes"][0]) == {"code", "name", "severity", "summary", "plugin", "page"}
    assert strokekit("explain", "SK101", "--format", "json").json["codes"] == made["codes"][:1]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        pytest.param("sk403", "there is no code 'sk403': did you mean 'SK403'?", id="small letters"),
        pytest.param("unknown-regoin", "there is no code 'unknown-regoin': did you mean 'unknown-region'?", id="a slip"),
        pytest.param("zzz", "there is no code 'zzz'; without one, all are listed", id="nothing like it"),
    ],
)
def test_an_unknown_code_is_a_wrong_call(code: str, problem: str) -> None:
    """With what may be meant."""
    ran = strokekit("explain", code)

    assert (ran.code, ran.out, ran.err) == (2, "", f"strokekit explain: error: {problem}\n")

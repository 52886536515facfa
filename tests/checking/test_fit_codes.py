"""Every code of a fit is raised by a document: the whole report, as the command line shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.running import put, strokekit
from tests.plans import document

TWO = """
- {technique: kneading, id: one, where: calf, duration: 2..4 min}
- {technique: holding, id: end, where: foot, duration: 1 min}
"""
MANY = "\n".join(
    f"- {{technique: kneading, id: step_{n}, where: calf, duration: {20 + 3 * n} s, optional: true}}" for n in range(14)
)
"""Steps of which any may be left out: many sums to look through."""
LAST = "\n- {technique: kneading, where: calf, duration: 1..90 s}"

FITTED = {
    "target-out-of-reach": (
        TWO,
        ("--fit", "10min"),
        """\
error[SK614] no run of this plan takes 10 min; there is 3 min to 5 min, the nearest: 5 min
  --> r.yaml:8:9
  |
8 |       - {technique: kneading, id: one, where: calf, duration: 2..4 min}
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
9 |       - {technique: holding, id: end, where: foot, duration: 1 min}
  |         ----------------------------------------------------------- this stands in the way
   = ask for one of these totals, or widen what stands in the way

""",
    ),
    "fit-not-proved": (
        MANY + LAST,
        ("--fit", "301s", "--work", "2000"),
        """\
warning[SK615] within … steps of work nobody could prove that this is the best fit; a better one costs at most …% less
  --> r.yaml:1:1
  |
1 | strokekit: 1
  | ^^^^^^^^^^^^ to line 22
   = let it search longer, or leave less open

""",
    ),
    "unknown-wish": (
        TWO,
        ("--wish", "shoulders=150%"),
        """\
error[SK616] nothing in this plan is, or works on, `shoulders`
  --> r.yaml:1:1
  |
1 | strokekit: 1
  | ^^^^^^^^^^^^ to line 9
   = name a step, a section, a technique or a place of this plan

""",
    ),
    "no-stated-total": (
        TWO,
        ("--fit", "stated"),
        """\
error[SK617] this routine states no total to fit it to
  --> r.yaml:1:1
  |
1 | strokekit: 1
  | ^^^^^^^^^^^^ to line 9
   = say how long it shall take

""",
    ),
    "fit-not-found": (
        MANY,
        ("--fit", "5min", "--work", "50"),
        """\
error[SK618] within … steps of work no run was found that takes 5 min; there may be one
  --> r.yaml:1:1
  |
1 | strokekit: 1
  | ^^^^^^^^^^^^ to line 21
   = let it search longer, or ask for another total

""",
    ),
}
"""Name of a code → the steps, what is asked for, and what is said."""

SPENT = re.compile(r"(?<=within )\d+|(?<=at most )[\d.]+(?=% less)")
"""What the search says of its own work: a number that any change of it changes."""


@pytest.mark.parametrize("name", FITTED)
def test_a_fit_raises_the_code(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document, asked for such a time, raises this code and no other: its place, its words, its lines, its repair."""
    steps, asked, expected = FITTED[name]
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "r.yaml", document(steps))

    assert SPENT.sub("…", strokekit("time", "r.yaml", *asked).err) == expected

"""The scripts: three routines compared, and cards for a folder on all cores."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.apps.running import APPS, ROUTINES, app
from tests.rendering.hostile import engine

THREE = [str(ROUTINES / f"{name}.routine.yaml") for name in ("upper-lower-back", "legs-back-and-front", "seated-twenty-minutes")]
TWO = THREE[:2]
TABLE = """\
routine                total  hands on  on the table  steps  techniques  stated
upper-lower-back       23:01     13:56         17:31     11           6     0 %
legs-back-and-front    37:44     28:53         37:44     30           9     0 %
seated-twenty-minutes  21:36     19:50         20:00     35           9    12 %
"""
WRONG = "strokekit: 1\ntitle: Wrong\nsections: [{id: s, steps: [{technique: gluding, where: back}]}]\n"


def test_three_routines_in_a_table_and_a_plot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table says how long each takes, and the plot is a picture with a bar for each."""
    plot = tmp_path / "compared.png"
    assert app("compare.py").main([*THREE, "--plot", str(plot)]) == 0
    assert capsys.readouterr().out == TABLE
    image = Image.open(plot).convert("RGB")
    assert image.size == (900, 340)
    assert len(image.getcolors(1_000_000) or []) > 10


def test_the_families_add_up() -> None:
    """What the bars are divided into is all of the time."""
    compare = app("compare.py")
    for path in THREE:
        timeline = compare.load(engine(), Path(path))
        spent = compare.families(timeline)
        assert sum(spent.values()) == timeline.total
        assert sum(ms for kind, ms in spent.items() if kind != compare.OTHER) == timeline.totals["hands_on"]


def test_a_wrong_routine_is_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with mistakes ends the comparison with what is wrong."""
    wrong = tmp_path / "wrong.routine.yaml"
    wrong.write_text(WRONG, encoding="utf-8")
    assert app("compare.py").main([str(wrong), *THREE]) == 1
    assert "there is no technique `gluding`" in capsys.readouterr().err


def test_cards_for_a_folder(tmp_path: Path) -> None:
    """Started as a program, it makes the card of each routine in processes of its own, and tells of those that it can't make."""
    routines, made = tmp_path / "routines", tmp_path / "cards"
    routines.mkdir()
    for path in TWO:
        (routines / Path(path).name).write_bytes(Path(path).read_bytes())
    (routines / "wrong.routine.yaml").write_text(WRONG, encoding="utf-8")
    command = [sys.executable, str(APPS / "cards.py"), str(routines), str(made), "--jobs", "2"]
    given = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert given.returncode == 1
    assert "there is no technique `gluding`" in given.stderr
    assert sorted(given.stdout.split()) == sorted(str(made / f"{Path(path).name.partition('.')[0]}.md") for path in TWO)
    for path in TWO:
        timeline = engine().fit(engine().compose(engine().load(path))).require()
        card = (made / f"{Path(path).name.partition('.')[0]}.md").read_text(encoding="utf-8")
        assert card == engine().render(timeline, to="markdown")


def test_cards_of_a_right_folder_in_another_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a format that is asked for, and nothing wrong, all cards are made."""
    routines = tmp_path / "routines"
    routines.mkdir()
    (routines / "back.routine.yaml").write_bytes(Path(TWO[0]).read_bytes())
    assert app("cards.py").main([str(routines), str(tmp_path / "cards"), "--to", "svg", "--jobs", "1"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'cards' / 'back.svg'}\n"
    assert (tmp_path / "cards" / "back.svg").read_text(encoding="utf-8").startswith("<svg")

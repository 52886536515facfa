"""Every example, built by calls: the same values, the same routine, and a dump that says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit import Engine, dump
from strokekit.formats import read_text
from tests.building.rebuilding import routine_of

ENGINE = Engine()
ROOT = Path(__file__).parents[2] / "examples" / "routines"
EXAMPLES = [path for path in sorted(ROOT.rglob("*.routine.yaml")) if "invalid" not in path.relative_to(ROOT).parts]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.removesuffix(".routine.yaml"))
def test_an_example_can_be_built(path: Path) -> None:
    """Each construct of the format has its call, what is built reads as the file does, and so does its dump in both syntaxes."""
    read = ENGINE.read(path)
    built = routine_of(read.require().data)
    routine = ENGINE.structure(read).require()

    assert built.data == read.require().data
    assert ENGINE.structure(built.document_in(path.parent)).require() == routine
    for syntax in ("yaml", "json"):
        again = read_text(dump(built, syntax=syntax), syntax=syntax, folder=path.parent)
        assert ENGINE.structure(again).require() == routine
        assert ENGINE.fmt(again).require() == again.require().source.text

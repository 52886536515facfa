"""The sources keep the import order of the rooms and stay away from clocks, floats and, but for two files, pluggy."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.house.direction import ANYONE, NOBODY, RANK, faults

SOURCES = Path(__file__).parents[2] / "src" / "strokekit"


def test_the_sources_keep_the_order() -> None:
    """No module imports against the order, reads a clock or counts in floats."""
    assert faults(SOURCES) == []


def test_every_room_has_its_place() -> None:
    """The order knows every room there is, so that a new one can't slip past it."""
    rooms = {path.stem for path in SOURCES.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}

    assert rooms - {"__init__", "__main__"} <= {*RANK, *ANYONE, *NOBODY}


WRONG = [
    pytest.param(
        "model/place.py",
        "from strokekit.timing import fit",
        ["model/place.py:1: model imports timing, which does not stand before it"],
        id="a later room",
    ),
    pytest.param(
        "model/place.py",
        "def f():\n    import strokekit.engine",
        ["model/place.py:2: model imports engine, which does not stand before it"],
        id="a later room, inside a function",
    ),
    pytest.param(
        "literals/words.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from strokekit.plugins import Catalog",
        ["literals/words.py:3: literals imports plugins, which does not stand before it"],
        id="a later room, for types only",
    ),
    pytest.param(
        "reading/steps.py",
        "from ..composing import plan",
        ["reading/steps.py:1: reading imports composing, which does not stand before it"],
        id="a later room, relative",
    ),
    pytest.param(
        "timing/fit.py",
        "import importlib\nimportlib.import_module('strokekit.rendering.text')",
        ["timing/fit.py:2: timing imports rendering, which does not stand before it"],
        id="a later room, by its name",
    ),
    pytest.param(
        "checking/flow.py",
        "from strokekit.rendering import text",
        ["checking/flow.py:1: checking imports rendering, which does not stand before it"],
        id="the neighbour on the line",
    ),
    pytest.param(
        "builtin/data.py",
        "from strokekit import Engine, hookimpl, diagnostics",
        ["builtin/data.py:1: builtin imports strokekit, which does not stand before it"],
        id="the public names",
    ),
    pytest.param(
        "composing/new.py",
        "from strokekit.attic import old",
        ["composing/new.py:1: composing imports strokekit, which does not stand before it"],
        id="a room without a place",
    ),
    pytest.param("__init__.py", "from strokekit.cli import main", ["__init__.py:1: nothing imports cli"], id="cli"),
    pytest.param("cli/check.py", "import strokekit.testing", ["cli/check.py:1: nothing imports testing"], id="testing"),
    pytest.param(
        "resources.py",
        "from strokekit.errors import UsageError",
        ["resources.py:1: resources imports nothing of strokekit, but errors"],
        id="resources",
    ),
    pytest.param(
        "engine.py",
        "import pluggy",
        ["engine.py:1: pluggy is imported only in plugins/discovery.py and plugins/hookspecs.py"],
        id="pluggy",
    ),
    pytest.param(
        "rendering/text.py",
        "import time, datetime as dt\nfrom time import monotonic\nstart = time.time()\nday = dt.datetime.now()",
        [
            "rendering/text.py:2: time.monotonic is a clock: take one as an argument",
            "rendering/text.py:3: time.time is a clock: take one as an argument",
            "rendering/text.py:4: datetime.now is a clock: take one as an argument",
        ],
        id="clocks",
    ),
    pytest.param(
        "timing/fit.py",
        "half = 0.5",
        ["timing/fit.py:1: 0.5 is a float: timing counts in whole units"],
        id="a float",
    ),
]


@pytest.mark.parametrize(("name", "source", "expected"), WRONG)
def test_a_wrong_import_is_found(name: str, source: str, expected: list[str], tmp_path: Path) -> None:
    """Each thing that the order forbids is found, with its file and line."""
    _write(tmp_path, {name: source})

    assert faults(tmp_path) == expected


def test_what_the_order_allows_passes(tmp_path: Path) -> None:
    """Earlier rooms, one's own room, resources, the two friends and pluggy in its two files are no faults."""
    sources = {
        "__init__.py": "from strokekit.engine import Engine\nfrom strokekit.plugins.hookspecs import hookimpl",
        "__main__.py": "from strokekit.cli.main import run",
        "cli/main.py": "from strokekit import Engine\nfrom strokekit.cli import check\nfrom strokekit import diagnostics",
        "diagnostics/values.py": "from strokekit.errors import InvalidRoutine",
        "errors.py": "from strokekit.diagnostics.values import Report",
        "formats/shape.py": "from strokekit import resources\nratio = 0.5",
        "plugins/discovery.py": "import pluggy",
        "plugins/hookspecs.py": "import pluggy",
        "testing/kit.py": "from strokekit import Engine\nfrom .other import x",
    }
    _write(tmp_path, sources)

    assert faults(tmp_path) == []


def _write(package: Path, sources: dict[str, str]) -> None:
    for name, source in sources.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(source), encoding="utf-8")

"""The shipped texts are found in a source checkout and in an installed package alike."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from strokekit import resources

ROOT = Path(__file__).parents[1]
INSTALLED = {
    "schemas/routine.json": "{}",
    "routines/upper-lower-back.routine.yaml": "strokekit: 1\n",
    "codes/SK201-unknown-key.md": "# SK201 unknown-key — «»\n",
    "NOTICE": "notice\n",
}


@pytest.fixture
def installed(tmp_path: Path) -> ModuleType:
    """The module as it is when it lies in an installed package with its data."""
    for name, text in INSTALLED.items():
        path = tmp_path / "strokekit" / "_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    copy = shutil.copy(resources.__file__, tmp_path / "strokekit" / "resources.py")
    spec = importlib.util.spec_from_file_location("installed_resources", copy)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_installed_package_reads_its_own_data(installed: ModuleType) -> None:
    """Every kind is listed and read below `_data`, as UTF-8."""
    found = {
        (kind, name): installed.read_text(kind, name)
        for kind in ("schemas", "routines", "codes", "notices")
        for name in installed.names(kind)
    }

    assert found == {
        ("schemas", "routine.json"): "{}",
        ("routines", "upper-lower-back.routine.yaml"): "strokekit: 1\n",
        ("codes", "SK201-unknown-key.md"): "# SK201 unknown-key — «»\n",
        ("notices", "NOTICE"): "notice\n",
    }


@pytest.mark.parametrize(
    ("kind", "folder", "pattern"),
    [
        pytest.param("schemas", "schemas", "*.json", id="schemas"),
        pytest.param("routines", "examples/routines", "upper-lower-back.routine.yaml", id="routines"),
        pytest.param("codes", "docs/codes", "*.md", id="codes"),
        pytest.param("notices", ".", "NOTICE", id="notices"),
    ],
)
def test_a_checkout_reads_its_top_level_folders(kind: resources.Kind, folder: str, pattern: str) -> None:
    """From `src/` every kind is listed and read in the folder where it is kept."""
    files = sorted((ROOT / folder).glob(pattern))

    assert files
    assert resources.names(kind) == tuple(path.name for path in files)
    assert [resources.read_text(kind, path.name) for path in files] == [path.read_text(encoding="utf-8") for path in files]


@pytest.mark.parametrize("name", ["SK999-none.md", "../../NOTICE", ""])
def test_an_unknown_name_says_what_there_is(installed: ModuleType, name: str) -> None:
    """What is not shipped can't be read, also not by a way out of the folder; the message lists what can."""
    with pytest.raises(LookupError) as caught:
        installed.read_text("codes", name)

    assert str(caught.value) == f"strokekit ships no {name!r} among its codes; there are: SK201-unknown-key.md"


def test_an_unknown_name_is_refused_in_a_checkout_too() -> None:
    """In the checkout, where other files lie beside the shipped ones, only these can be read."""
    with pytest.raises(LookupError) as caught:
        resources.read_text("notices", "LICENSE")

    assert str(caught.value) == "strokekit ships no 'LICENSE' among its notices; there are: NOTICE"

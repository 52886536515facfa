"""What the tests of editors share: the modules of npm, a workspace with schemas, and one language server for all of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strokekit.engine import Engine
from tests.editors.language_server import LanguageServer
from tests.house.pages import blocks
from tests.laws.plugged import with_examples

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "editor.md"
EDITOR = {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}
"""What an editor sends by itself, but that no collection of schemas is fetched."""


def settings() -> dict[str, Any]:
    """Give what a user writes into the editor's settings, as the page has it."""
    (written,) = (json.loads(block.text) for block in blocks(PAGE.read_text(encoding="utf-8")) if block.file == "settings.json")
    return {"yaml": {**EDITOR, "schemas": written["yaml.schemas"]}}


@pytest.fixture(scope="session")
def modules() -> Path:
    """The folder of the modules that `.ci/npm` names; whoever uses it is marked `needs("yaml-language-server")`."""
    found = shutil.which("yaml-language-server")
    assert found is not None
    return Path(found).resolve().parents[2]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema of what is built in, one with the example plugins in it, and one with messages."""
    folder = tmp_path_factory.mktemp("workspace")
    schemas = {"routine": Engine().schema(), "plugged": with_examples().schema(), "messages": Engine().schema(messages=True)}
    for name, schema in schemas.items():
        (folder / f"{name}.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def server(workspace: Path) -> Iterator[LanguageServer]:
    """A language server for the workspace; started once."""
    program = shutil.which("yaml-language-server")
    assert program is not None
    server = LanguageServer.start(program, workspace, settings())
    yield server
    server.stop()

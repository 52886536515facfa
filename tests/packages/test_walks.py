"""The tutorial and the guide to publishing, walked as written in a clean environment."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.house.clean import Environment, built, environment
from tests.house.walking import WALKED, walk

pytestmark = pytest.mark.xdist_group("packages")  # the wheels are built once


@pytest.mark.parametrize("page", WALKED, ids=lambda page: page.name)
def test_the_page_can_be_walked(page: Path, bare: Environment, tmp_path: Path) -> None:
    """Each command does what the page says."""
    folder = tmp_path / "walk"
    folder.mkdir()

    assert walk(page, bare, folder) == []


def test_a_wrong_page_is_found(bare: Environment, tmp_path: Path) -> None:
    """A command that fails, and one that prints something else, are told with their lines; a status is kept for the next."""
    folder = tmp_path / "walk"
    folder.mkdir()
    page = tmp_path / "page.md"
    page.write_text(
        "```sh\nfalse\n```\n```console\n$ echo one\ntwo\n```\n```console\n$ mkdir in\n$ cd in\n$ (exit 3)\n$ echo $?\n3\n```\n",
        encoding="utf-8",
    )

    assert walk(page, bare, folder) == [
        "page.md:1: `false` ends with 1:\n",
        "page.md:4: expected:\n$ echo one\ntwo\nfound:\n$ echo one\none\n",
    ]


def test_a_new_plugin_is_whole(wheels: dict[str, Path], tmp_path: Path) -> None:
    """Scaffolded, built as a wheel, installed, found, its routine checked, its tests passed."""
    made = environment(tmp_path / "venv", wheels["strokekit"])
    assert made.run("strokekit", "new", "plugin", "hot_bamboo", cwd=tmp_path).code == 0
    project = tmp_path / "strokekit-hot-bamboo"
    made.install(built(project, tmp_path / "dist"))

    listed = made.run("strokekit", "plugins", "--load", "--format", "json", cwd=project)
    checked = made.run("strokekit", "check", "--format", "concise", "routines", cwd=project)
    tested = made.run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=project)

    found = {plugin["namespace"]: plugin for plugin in json.loads(listed.out)["plugins"]}
    assert (listed.code, listed.err) == (0, "")
    assert (found["hot_bamboo"]["distribution"], found["hot_bamboo"]["status"]) == ("strokekit-hot-bamboo", "active")
    assert (checked.code, checked.err) == (0, "1 file: 0 errors, 1 warning\n")
    assert tested.code == 0, tested.out + tested.err
    assert "2 passed in" in tested.out

"""Values of data files that were found out before: used where they are of just this text, and of no other."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from strokekit import Engine
from strokekit.builtin import FILES, PREPARED
from strokekit.formats import read_text
from strokekit.plugins.bare import Bare, from_data
from strokekit.plugins.prepared import Prepared, known, prepare, prepared_in

WORDS = "# words\nwords:\n  tool:\n    - {id: bamboo, title: Bamboo}\n    - {id: comb, titel: Comb}\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty package of data, `own_data`."""
    folder = tmp_path / "own_data"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    prepared_in.cache_clear()
    yield folder
    prepared_in.cache_clear()
    sys.modules.pop("own_data", None)


def put(folder: Path, name: str, text: str) -> None:
    """Write a file of the package."""
    (folder / name).write_text(text, encoding="utf-8")


def made(**given: str) -> Bare:
    """Make the plugin of the package."""
    return from_data("own_data", "words.yaml", **given)


def test_what_is_shipped_is_current() -> None:
    """After a change of the data: `python -m tests.house.generated`."""
    shipped = resources.files("strokekit.builtin").joinpath(*PREPARED.split("/")).read_text(encoding="utf-8")

    assert shipped == prepare("strokekit.builtin", FILES)
    assert sorted(json.loads(shipped)) == sorted(FILES)


def test_the_catalogue_is_the_same() -> None:
    """As when the files are read."""
    read = Engine(plugins={"copy": from_data("strokekit.builtin", *FILES)}).catalog
    quick = Engine(plugins={"copy": from_data("strokekit.builtin", *FILES, prepared=PREPARED)}).catalog

    assert quick == read
    assert quick.fingerprint == read.fingerprint


def test_nothing_is_read(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No YAML, while nothing is wrong."""
    put(package, "words.yaml", "words: {tool: [{id: bamboo, title: Bamboo}]}")
    put(package, "prepared.json", prepare("own_data", ["words.yaml"]))
    monkeypatch.setattr("strokekit.formats.yaml_reader.read_yaml", None)

    assert [word.id for word in made(prepared="prepared.json").strokekit_words()] == ["bamboo"]


def test_mistakes_have_their_places(package: Path) -> None:
    """They are looked up in the text when there is something to say."""
    put(package, "words.yaml", WORDS)
    put(package, "prepared.json", prepare("own_data", ["words.yaml"]))

    assert made(prepared="prepared.json").problems == made().problems
    assert [str(one) for one in made(prepared="prepared.json").problems] == [
        "own_data/words.yaml:5:18: error[SK802] this declaration can't be used: `titel` is not a key of a Word"
    ]


@pytest.mark.parametrize(
    "prepared",
    [
        pytest.param(None, id="no such file"),
        pytest.param("no json", id="no json"),
        pytest.param("{}", id="of other files"),
        pytest.param('{"words.yaml":{"of":"","data":{}}}', id="of another text"),
    ],
)
def test_what_is_not_prepared_is_read(package: Path, prepared: str | None) -> None:
    """A change of the file needs nothing else to be seen."""
    put(package, "words.yaml", WORDS)
    if prepared is not None:
        put(package, "prepared.json", prepared)

    assert [word.id for word in made(prepared="prepared.json").strokekit_words()] == ["bamboo"]


def test_a_file_with_a_mistake_is_not_prepared(package: Path) -> None:
    """It is read at every start, and its mistake reported."""
    put(package, "words.yaml", "words: {}\nwords: {}\n")

    assert prepare("own_data", ["words.yaml"]) == "{}\n"


def test_the_document() -> None:
    """It equals the one that is read, and says the same of places."""
    read = read_text(WORDS, name="w.yaml").require()
    quick = known(WORDS, "w.yaml", read.data)

    assert quick == read
    assert quick.span("/words/tool/1/titel") == read.span("/words/tool/1/titel")
    assert quick.key_span("/words/tool/1/titel") == read.key_span("/words/tool/1/titel")


def test_what_is_not_known() -> None:
    """Neither a file of another name nor another text."""
    assert Prepared({}).get("a.yaml", "") is None

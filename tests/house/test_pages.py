"""The pages are whole: each key, kind, public name, folder and dependency has its place in the page that must name it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import strokekit
from strokekit import Engine, build, playing, plugin, testing, timing
from strokekit.literals import KINDS
from strokekit.literals.fields import DOSE, STATE

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
"""Fenced blocks and code inside a line: where a page names things."""


def _page(name: str) -> str:
    """Read a page."""
    return (DOCS / name).read_text(encoding="utf-8")


def _named(page: str) -> set[str]:
    """List the words that a page names as code."""
    return {word for code in _CODE.findall(page) for word in re.findall(r"[A-Za-z_][\w.-]*", code)}


def _keys(shape: Any) -> Iterator[str]:
    """Go through the keys that a schema names, whatever they belong to; a technique's own parameters are its own business."""
    if isinstance(shape, list):
        for part in shape:
            yield from _keys(part)
    if isinstance(shape, dict):
        properties = shape.get("properties", {})
        yield from properties
        for key, part in {**shape, **properties}.items():
            if key not in {"with", "properties", "default", "examples"}:
                yield from _keys(part)


SCHEMA_KEYS = sorted(set(_keys(Engine().schema())))


def test_the_walk_through_the_schema_finds_keys_of_every_level() -> None:
    """The document's own keys, those of nodes, of doses, of state, and those inside long forms are among them."""
    assert {"sections", "between", "stated_total", "from", "finding", "read_as", *DOSE, *STATE} <= set(SCHEMA_KEYS)


@pytest.mark.parametrize("key", SCHEMA_KEYS)
def test_the_format_page_names_every_key(key: str) -> None:
    """A key that the published schema allows is explained in the reference."""
    assert key in _named(_page("format.md"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_literal_has_a_section(kind: str) -> None:
    """Each kind has a heading of its own, with examples that are run."""
    _, _, section = _page("format.md").partition(f"\n### `{kind}`\n")

    assert f'same("{kind}", ' in re.split(r"^#{2,3} ", section, maxsplit=1, flags=re.MULTILINE)[0]


def test_no_kind_of_literal_is_only_on_the_page() -> None:
    """A heading under the literals is a kind."""
    literals = _page("format.md").partition("\n## Literals\n")[2].partition("\n## ")[0]

    assert re.findall(r"^### `(\w+)`$", literals, re.MULTILINE) == list(KINDS)


PUBLIC = (strokekit, build, playing, plugin, testing, timing)


@pytest.mark.parametrize("name", sorted({name for module in PUBLIC for name in module.__all__}))
def test_the_api_page_names_every_public_name(name: str) -> None:
    """What can be imported is explained."""
    assert name in _named(_page("reference/api.md"))


def test_the_command_line_page_names_every_command() -> None:
    """Each command has a heading, in the order of the help."""
    import io

    from strokekit.cli.main import main

    out = io.StringIO()
    main(["--help"], io.StringIO(), out, out)
    commands = re.findall(r"^    (\w+)", out.getvalue(), re.MULTILINE)

    assert commands
    assert re.findall(r"^## `strokekit (\w+)", _page("reference/cli.md"), re.MULTILINE) == commands


FOLDERS = sorted(path.parent.name for path in (ROOT / "src" / "strokekit").glob("*/__init__.py"))
FILES = sorted(path.name for path in (ROOT / "src" / "strokekit").glob("*.py"))


@pytest.mark.parametrize("name", [*(f"{folder}/" for folder in FOLDERS), *FILES])
def test_the_architecture_page_names_every_room(name: str) -> None:
    """Each folder and each file beside the folders has its place in the picture."""
    assert f"`{name}`" in _page("architecture.md")


def test_the_architecture_page_names_no_room_that_is_not_there() -> None:
    """The table of rooms holds just the rooms."""
    assert sorted(re.findall(r"^\| `(\w+)/` \|", _page("architecture.md"), re.MULTILINE)) == FOLDERS


INSTALLED = [*PROJECT["dependencies"], *(line for extra in PROJECT["optional-dependencies"].values() for line in extra)]


@pytest.mark.parametrize("name", sorted({re.split(r"[^\w.-]", requirement)[0] for requirement in INSTALLED}))
def test_the_dependencies_page_names_every_dependency(name: str) -> None:
    """What is installed has a reason."""
    assert name in _named(_page("dependencies.md"))


PAGES = [ROOT / "README.md", *sorted(path for path in DOCS.rglob("*.md") if DOCS / "codes" not in path.parents)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_inside_the_docs_lead_somewhere(path: Path) -> None:
    """A relative link names a file, and a heading of it where it names one."""
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]

    assert [link for link in links if not _leads(path, link)] == []


def _leads(page: Path, link: str) -> bool:
    """Tell whether a link's file is there, and its heading in it."""
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    """List the anchors that a Markdown renderer gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_can_be_reached() -> None:
    """Whoever begins with README.md and follows links comes to each page."""
    reached, new = set[Path](), {ROOT / "README.md"}
    while new:
        reached |= new
        links = [
            (page.parent / link.partition("#")[0]).resolve()
            for page in new
            for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
        ]
        new = {link for link in links if link in PAGES} - reached

    assert sorted(path.name for path in set(PAGES) - reached) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_page_promises_that_nothing_can_happen(path: Path) -> None:
    """The word `safe` is said of programs only, as the name of a field."""
    words = re.sub(_CODE, "", path.read_text(encoding="utf-8"))

    assert re.findall(r"\bsafe(?:ly|ty|st|r)?\b", words, re.IGNORECASE) == []

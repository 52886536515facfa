"""The modules in `scripts/`, and the one script that is made of them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from strokekit.webpage.joining import joined, source

NAMES = sorted(path.name.removesuffix(".js") for path in (files("strokekit.webpage") / "scripts").iterdir())


def test_the_modules() -> None:
    """There are these modules, all of which the page uses."""
    assert re.findall(r"^const \$(\w+)=", joined("page"), re.MULTILINE) == [
        "awake",
        "clock",
        "course",
        "keys",
        "notes",
        "player",
        "step",
        "session",
        "signals",
        "snapshot",
        "storage",
        "times",
        "view",
        "page",
    ]
    assert len(NAMES) == 14


def test_what_a_module_imports_stands_before_it() -> None:
    """A module comes once, after those that it imports, and gives what it exports."""
    script = joined("session")

    assert re.findall(r"^const \$(\w+)=", script, re.MULTILINE) == ["course", "player", "step", "session"]
    assert "const { isActive, newPlayer } = $player;" in script
    assert script.endswith("return {newSession,act,replay};\n})();\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_module_uses_what_the_joiner_knows(name: str) -> None:
    """No import or export stays behind, and no text runs over lines, whose blanks would be lost."""
    script = joined(name)

    assert re.findall(r"^\s*(?:import|export)\b.*", script, re.MULTILINE) == []
    assert [line for line in source(name).splitlines() if line.count("`") % 2] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_module_names_what_it_uses(name: str) -> None:
    """Everything that a module imports is exported where it is said to be, and is used."""
    text = source(name)
    for names, of in re.findall(r'^import \{([^}]*)\} from "\./(\w+)\.js";', text, re.MULTILINE):
        for one in (part.strip() for part in names.split(",")):
            assert re.search(rf"^export (?:function|const) {one}\b", source(of), re.MULTILINE), one
            assert len(re.findall(rf"\b{one}\b", text)) > 1, one


@pytest.mark.parametrize("name", NAMES)
def test_a_module_makes_no_markup_and_asks_for_nothing(name: str) -> None:
    """Nowhere is text made into markup or code, and nothing is fetched."""
    words = (
        r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|fetch\(|XMLHttp|WebSocket|sendBeacon|import\("
    )

    assert re.findall(words, source(name)) == []

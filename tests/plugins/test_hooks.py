"""No hook without a section in the reference, a test, and a use in an example plugin."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from strokekit.plugins import hookspecs
from strokekit.plugins.discovery import HOOKS
from tests.house.pages import blocks

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(strokekit_\w+[^`\n]*)`\n(.*?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))
PACKAGES = {"strokekit-thai": "strokekit_thai", "strokekit-hot-stone": "strokekit_hot_stone"}


def signature(hook: str) -> str:
    """Write a hook as it is declared: `strokekit_techniques() -> Iterable[Technique]`."""
    return f"{hook}{inspect.signature(getattr(hookspecs, hook))}".replace("'", "")


@pytest.fixture(scope="module")
def contributed() -> dict[str, list[Any]]:
    """Hook → what the example plugins give for it."""
    folders = [str(ROOT / "examples" / "plugins" / name / "src") for name in PACKAGES]
    sys.path[:0] = folders
    try:
        plugins = [__import__(module).plugin for module in PACKAGES.values()]
        return {hook: [value for plugin in plugins for value in getattr(plugin, hook)()] for hook in HOOKS}
    finally:
        del sys.path[: len(folders)]
        for name in [name for name in sys.modules if name.partition(".")[0] in PACKAGES.values()]:
            del sys.modules[name]


def test_the_reference_has_a_section_for_each_hook() -> None:
    """The heading is the exact signature, in the order in which the hooks are declared; nothing else is a section of a hook."""
    assert list(SECTIONS) == [signature(hook) for hook in HOOKS]


@pytest.mark.parametrize("hook", HOOKS)
def test_the_section_shows_the_hook(hook: str) -> None:
    """An example defines it; the page runs it."""
    code = "".join(block.text for block in blocks(SECTIONS[signature(hook)]) if block.language == "python")

    assert f"def {hook}():" in code


@pytest.mark.parametrize("hook", HOOKS)
def test_the_hook_takes_nothing(hook: str) -> None:
    """So that its signature can never break a plugin; and it says what it is for."""
    assert list(inspect.signature(getattr(hookspecs, hook)).parameters) == []
    assert getattr(hookspecs, hook).__doc__.startswith("Contribute ")


@pytest.mark.parametrize("hook", HOOKS)
def test_the_hook_is_tested(hook: str) -> None:
    """A test of this tree implements it."""
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    helpers = [ROOT / "tests" / "plugins" / "plugs.py"]

    assert [path.name for path in (*files, *helpers) if hook in path.read_text(encoding="utf-8")] != []


@pytest.mark.parametrize("hook", HOOKS)
def test_an_example_uses_the_hook(hook: str, contributed: dict[str, list[Any]]) -> None:
    """One of the example plugins contributes something through it."""
    assert contributed[hook] != []

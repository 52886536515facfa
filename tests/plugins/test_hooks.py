"""No hook without a page in the reference, a test, and a use in an example plugin."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from strokekit import Engine, hookimpl
from strokekit.plugin import Demand, NamedQuantity, Region, Renderer, Rule, Scale, Word
from strokekit.plugins import hookspecs
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.discovery import HOOKS
from tests.house.pages import blocks
from tests.plugins.plugs import technique

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "reference" / "hooks"
FRAGMENT = "strokekit: 1\nkind: fragment\ntitle: A\nparts: {a: {steps: [{technique: stroking, where: calf}]}}\n"
USES: dict[str, tuple[Any, Callable[[Catalog], object]]] = {
    "strokekit_techniques": ([technique()], lambda catalog: "demo.palming" in catalog.techniques),
    "strokekit_regions": ([Region(id="line", title="Line")], lambda catalog: "demo.line" in catalog.regions),
    "strokekit_words": (
        [Word(id="bamboo", group="tool", title="bamboo")],
        lambda catalog: "demo.bamboo" in catalog.words["tool"],
    ),
    "strokekit_quantities": (
        [NamedQuantity(id="verse", title="a verse", of="duration", amount="8..10..15 s")],
        lambda catalog: "demo.verse" in catalog.quantities,
    ),
    "strokekit_scales": (
        [Scale(id="weight", title="Weight", low="0", high="3", words={"feathery": "1"})],
        lambda catalog: "demo.weight" in catalog.scales and catalog.level("feathery"),
    ),
    "strokekit_rules": ([Rule(id="calm", title="Calm", check=Demand())], lambda catalog: "demo.calm" in catalog.rules),
    "strokekit_renderers": (
        [Renderer(id="names", title="Names", media_type="text/plain", suffix=".txt", render=str)],
        lambda catalog: "demo.names" in catalog.renderers,
    ),
    "strokekit_messages": ({"xx": "word = palabra\n"}, lambda catalog: any("xx" in texts for texts in catalog.messages)),
    "strokekit_parts": ({"a.yaml": FRAGMENT}, lambda catalog: "demo" in catalog.fragments),
}
"""Hook → what a plugin gives for it, and how that shows in a catalogue."""
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


def test_the_reference_has_a_page_for_each_hook() -> None:
    """Each page bears the name of a hook; the index lists them by their signatures, in the order in which they are declared."""
    index = (PAGES / "index.md").read_text(encoding="utf-8")

    assert {path.stem for path in PAGES.glob("*.md")} == {"index", *HOOKS}
    assert re.findall(r"^- \[`(.*)`\]\((.*)\): ", index, re.MULTILINE) == [(signature(hook), f"{hook}.md") for hook in HOOKS]


@pytest.mark.parametrize("hook", HOOKS)
def test_the_heading_is_the_exact_signature(hook: str) -> None:
    """As the specification has it, and it is the only one of the first level."""
    page = (PAGES / f"{hook}.md").read_text(encoding="utf-8")

    assert re.findall(r"^# (.*)$", page, re.MULTILINE) == [f"`{signature(hook)}`"]
    assert page.startswith("# ")


@pytest.mark.parametrize("hook", HOOKS)
def test_the_page_shows_the_hook(hook: str) -> None:
    """An example implements it, and the page runs it."""
    page = (PAGES / f"{hook}.md").read_text(encoding="utf-8")
    code = "".join(block.text for block in blocks(page) if block.language == "python")

    assert f"    @hookimpl\n    def {hook}(self):" in code


@pytest.mark.parametrize("hook", HOOKS)
def test_the_hook_takes_nothing(hook: str) -> None:
    """So that its signature can never break a plugin; and it says what it is for."""
    assert list(inspect.signature(getattr(hookspecs, hook)).parameters) == []
    assert getattr(hookspecs, hook).__doc__.startswith("Contribute ")


def test_each_hook_is_used_below() -> None:
    """A new hook needs a case of its own."""
    assert list(USES) == list(HOOKS)


@pytest.mark.parametrize(("hook", "values", "seen"), [pytest.param(hook, *use, id=hook) for hook, use in USES.items()])
def test_what_a_plugin_gives_is_in_the_catalogue(hook: str, values: Any, seen: Callable[[Catalog], object]) -> None:
    """Under its namespace; without the plugin it is not there."""

    def implementation(_: object) -> Any:
        return values

    implementation.__name__ = hook
    plugin = type("Plugin", (), {hook: hookimpl(implementation)})()

    assert seen(Engine(plugins={"demo": plugin}, strict=True).catalog)
    assert not seen(Engine().catalog)


@pytest.mark.parametrize("hook", HOOKS)
def test_an_example_uses_the_hook(hook: str, contributed: dict[str, list[Any]]) -> None:
    """One of the example plugins contributes something through it."""
    assert contributed[hook] != []

"""Finding, loading and asking plugins: what is broken is named and takes nobody down."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import hookimpl
from strokekit.engine import Engine
from strokekit.plugins.declarations import Takes, Technique
from strokekit.plugins.discovery import HOOKS, Owner, collect
from tests.plugins.plugs import (
    Demanding,
    Exiting,
    Misspelt,
    Raising,
    Unmarked,
    Whole,
    giving,
    problems,
    technique,
)

LEAD = "the plugin strokekit-thai 1.2 can't be used: "


@pytest.mark.parametrize(
    ("plugin", "problem"),
    [
        pytest.param(Whole(), None, id="one that works"),
        pytest.param(Raising(), "`strokekit_techniques` failed: RuntimeError: no more palms", id="a generator that raises"),
        pytest.param(Exiting(), "`strokekit_techniques` failed: SystemExit: goodbye", id="one that exits"),
        pytest.param(
            Misspelt(),
            f"there is no hook `strokekit_technique`; the hooks are {', '.join(f'`{hook}`' for hook in HOOKS)}",
            id="a misspelt hook",
        ),
        pytest.param(
            Unmarked(), "it implements no hook: mark its functions with `@strokekit.hookimpl`", id="a hook without its mark"
        ),
        pytest.param(
            giving("strokekit_techniques", 3),
            "`strokekit_techniques` gave int, not values in a list or the like",
            id="a number for values",
        ),
        pytest.param(
            giving("strokekit_techniques", "palming"),
            "`strokekit_techniques` gave str, not values in a list or the like",
            id="a text for values",
        ),
        pytest.param(
            giving("strokekit_techniques", ["palming"]),
            "`strokekit_techniques` gave str, not Technique",
            id="values of another kind",
        ),
        pytest.param(
            giving("strokekit_techniques", {"palming": technique()}),
            "`strokekit_techniques` gave dict, not values in a list or the like",
            id="a mapping for values",
        ),
        pytest.param(
            giving("strokekit_messages", {"en": 3}),
            "`strokekit_messages` gave dict, not a mapping from language tags to texts",
            id="messages that are no texts",
        ),
        pytest.param(
            giving("strokekit_techniques", [technique(), technique()]),
            "it contributes the technique `thai.palming` twice",
            id="one id twice",
        ),
        pytest.param(
            giving("strokekit_techniques", [technique("thai.palming")]),
            "the technique `thai.palming` has no proper id: small letters, digits and `_`, without the namespace",
            id="an id with its namespace",
        ),
        pytest.param(
            giving("strokekit_techniques", [technique(api=2)]),
            "the technique `palming` is made for version 2 of the plugin interface; this strokekit speaks 1",
            id="a newer interface",
        ),
        pytest.param(
            giving("strokekit_techniques", [technique(takes={"presure": Takes()})]),
            "the technique `palming` takes `presure`, which is no dose field",
            id="a field that does not exist",
        ),
    ],
)
def test_what_is_broken_is_named(plugin: Any, problem: str | None) -> None:
    """The problem of a plugin names its distribution, its version and what is wrong, and nobody else's values are lost."""
    catalog = Engine(plugins={"other": Whole()}).catalog

    assert problems(plugin, Whole()) == ([] if problem is None else [LEAD + problem])
    assert "other.palming" in catalog.techniques


def test_a_hook_takes_no_arguments() -> None:
    """An implementation that asks for an argument is refused, with the name of the argument."""
    (problem,) = problems(Demanding(), Whole())

    assert problem == LEAD + "`strokekit_techniques` takes no arguments, and here it asks for `config`"


def test_what_is_left_out_of_a_plugin() -> None:
    """Of a plugin with one wrong value the others are kept."""
    plugin = giving("strokekit_techniques", [technique("a"), technique("b", api=9), 3, technique("c")])
    catalog = Engine(plugins={"thai": plugin}).catalog

    assert [name for name in catalog.techniques if name.startswith("thai.")] == ["thai.a", "thai.c"]
    assert len(catalog.problems) == 2


@pytest.mark.parametrize("namespace", ["Thai", "thai.north", "1thai"])
def test_a_namespace_is_an_id(namespace: str) -> None:
    """Ids of plugins are read by their dots, so a namespace holds none."""
    catalog = Engine(plugins={namespace: Whole()}).catalog

    assert [problem.message for problem in catalog.problems] == [
        f"the plugin {namespace} can't be used: its namespace `{namespace}` is no id: small letters, digits and `_`"
    ]


def test_nobody_speaks_for_strokekit() -> None:
    """The namespace of the built-ins is taken: nothing of theirs can be shadowed."""
    catalog = Engine(plugins={"": giving("strokekit_techniques", [technique("kneading")])}).catalog

    assert [problem.message for problem in catalog.problems] == [
        "the plugin strokekit can't be used: its namespace `` is no id: small letters, digits and `_`"
    ]
    assert catalog.owners["technique:kneading"].distribution == "strokekit"
    assert catalog.techniques["kneading"] == Engine().catalog.techniques["kneading"]


def test_one_plugin_may_have_two_names() -> None:
    """Under each of them it contributes."""
    plugin = Whole()
    catalog = Engine(plugins={"one": plugin, "two": plugin}, strict=True).catalog

    assert {"one.palming", "two.palming"} <= set(catalog.techniques)


def test_plugins_are_not_compared() -> None:
    """One that says it equals everybody, or raises when asked, is no trouble to the others."""

    class Same(Whole):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None  # type: ignore[assignment]  # as Python has it for such a class

    class Touchy(Whole):
        def __eq__(self, other: object) -> bool:
            raise RuntimeError("compared")

        def __hash__(self) -> int:
            return 1

    catalog = Engine(plugins={"same": Same(), "touchy": Touchy(), "whole": Whole()}).catalog

    assert catalog.problems == ()
    assert {"same.palming", "touchy.palming", "whole.palming"} <= set(catalog.techniques)


def test_a_keyboard_interrupt_passes_through() -> None:
    """Somebody who wants to stop is not a plugin's mistake."""

    class Interrupted:
        @hookimpl
        def strokekit_techniques(self) -> list[Technique]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _ = Engine(plugins={"thai": Interrupted()}).catalog


def test_hooks_are_asked_once_for_each_plugin() -> None:
    """The values of a plugin come as a tuple under the hook's name."""
    (contribution,) = collect([(Owner("thai"), Whole())]).contributions

    assert (contribution.hook, contribution.values) == ("strokekit_techniques", (technique(),))

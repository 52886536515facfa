"""Finding, loading and asking plugins: what is broken is named and takes nobody down."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from strokekit.engine import Engine
from strokekit.errors import PluginError
from strokekit.plugins.discovery import HOOKS, Owner, collect, installed, settle
from tests.plugins.plugs import (
    Demanding,
    Exiting,
    Misspelt,
    Raising,
    Unmarked,
    Whole,
    distribution,
    giving,
    problems,
    technique,
)

LEAD = "the plugin strokekit-thai 1.2 can't be used: "
GOOD = """
from strokekit import hookimpl
from strokekit.plugins.declarations import Technique

@hookimpl
def strokekit_techniques():
    return [Technique(id="palming", title="Palming", family="compression", summary="Palms press.")]
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path for distributions, whose modules are forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    known = set(sys.modules)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    assert known == set(sys.modules)
    return tmp_path


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
            "`strokekit_techniques` failed: TypeError: 'int' object is not iterable",
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
            giving("strokekit_techniques", [technique(takes={"presure": None})]),
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

    assert problem.startswith(LEAD + "it can't be registered: PluginValidationError: ")
    assert "config" in problem


def test_what_is_left_out_of_a_plugin() -> None:
    """Of a plugin with one wrong value the others are kept."""
    plugin = giving("strokekit_techniques", [technique("a"), technique("b", api=9), 3, technique("c")])
    catalog = Engine(plugins={"thai": plugin}).catalog

    assert [name for name in catalog.techniques if name.startswith("thai.")] == ["thai.a", "thai.c"]
    assert len(catalog.problems) == 2


def test_installed_plugins_are_found_without_importing_them(site: Path) -> None:
    """Finding reads metadata alone: a module that would fail is not touched."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_untouched", "raise RuntimeError")

    assert [owner for owner, _ in installed() if owner.namespace == "thai"] == [Owner("thai", "strokekit-thai", "1.2")]
    assert "thai_untouched" not in sys.modules


def test_an_installed_plugin_contributes(site: Path) -> None:
    """A distribution with the entry point is all that it takes."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_good", GOOD)
    catalog = Engine.discover().catalog

    assert catalog.owners["technique:thai.palming"] == Owner("thai", "strokekit-thai", "1.2")
    assert catalog.problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            "import no_such_module", "it failed to load: ModuleNotFoundError: No module named 'no_such_module'", id="import"
        ),
        pytest.param("import sys; sys.exit(3)", "it failed to load: SystemExit: 3", id="exit"),
    ],
)
def test_a_module_that_fails_is_a_problem(site: Path, text: str, problem: str, request: pytest.FixtureRequest) -> None:
    """A module that can't be imported takes nobody down; in strict mode it raises."""
    module = f"thai_bad_{request.node.callspec.id}"
    distribution(site, "strokekit-thai", "1.2", "thai", module, text)
    distribution(site, "strokekit-shiatsu", "0.1", "shiatsu", f"{module}_good", GOOD)
    catalog = Engine.discover().catalog

    assert [found.message for found in catalog.problems] == [LEAD + problem]
    assert "shiatsu.palming" in catalog.techniques
    with pytest.raises(PluginError) as raised:
        _ = Engine.discover(strict=True).catalog
    assert str(raised.value) == LEAD + problem


def test_two_that_claim_one_namespace(site: Path) -> None:
    """Neither is used, the problem names both and how to settle it; a plugin chosen by hand settles it."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_one", GOOD)
    distribution(site, "thai-massage", "0.3", "thai", "thai_two", GOOD)
    catalog = Engine.discover().catalog
    chosen = Engine.discover(plugins={"thai": Whole()}).catalog

    assert "thai.palming" not in catalog.techniques
    (problem,) = catalog.problems
    assert problem.message == (
        "the plugin thai can't be used: strokekit-thai 1.2 and thai-massage 0.3 both claim the namespace `thai`, so neither is "
        "used; uninstall one of them, or choose one with `plugins={'thai': …}`"
    )
    assert (chosen.problems, chosen.owners["technique:thai.palming"]) == ((), Owner("thai"))


def test_a_distribution_found_twice_counts_once(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same distribution in two folders of the path is one plugin: the first, as for `import`."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_first", GOOD)
    second = tmp_path / "second"
    distribution(second, "Strokekit-Thai", "1.1", "thai", "thai_second", GOOD)
    monkeypatch.syspath_prepend(second)

    assert [str(owner) for owner, _ in installed() if owner.namespace == "thai"] == ["Strokekit-Thai 1.1"]


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

    assert len(catalog.problems) == 1
    assert catalog.techniques["kneading"].title != "Kneading " or catalog.owners["technique:kneading"].distribution == "strokekit"


def test_settling_keeps_what_is_claimed_once() -> None:
    """What nobody else claims is kept as it was found."""
    found = [(Owner("a", "one"), 1), (Owner("b", "two"), 2), (Owner("b", "three"), 3), (Owner("c", "four"), 4)]
    kept, wrong = settle(found, chosen={"c"})

    assert kept == ((Owner("a", "one"), 1),)
    assert [problem.facts["namespace"] for problem in wrong] == ["b"]


def test_hooks_are_asked_once_for_each_plugin() -> None:
    """The values of a plugin come as a tuple under the hook's name."""
    (contribution,) = collect([(Owner("thai"), Whole())]).contributions

    assert (contribution.hook, contribution.values) == ("strokekit_techniques", (technique(),))

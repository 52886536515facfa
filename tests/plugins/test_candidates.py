"""Finding plugins by metadata alone, and settling which of them are used."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strokekit.engine import Engine
from strokekit.errors import PluginError, UsageError
from strokekit.plugins.candidates import Candidate, choose, find, load, named, settle
from strokekit.plugins.discovery import Owner
from tests.plugins.broken import PREAMBLE, gives
from tests.plugins.plugs import Whole, distribution, forget

GOOD = PREAMBLE + gives("[technique()]")
FILE = "version: '2.1'\ntechniques:\n- {id: palming, title: Palming, family: compression, summary: Palms press.}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path for distributions, whose modules are forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    forget(tmp_path)


def found() -> list[str]:
    """Name the plugins that are found, with what is wrong with them."""
    return [f"{one.owner.namespace}: {one.problem.message if one.problem else one.owner}" for one in find()]


def test_installed_plugins_are_found_without_importing_them(site: Path) -> None:
    """Finding reads metadata alone: a module that would fail is not touched."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_untouched", "raise RuntimeError")
    engine = Engine.discover()

    assert [one for one in find() if one.owner.namespace == "thai"] == [
        Candidate(owner=Owner("thai", "strokekit-thai", "1.2"), source="thai_untouched", installed=True)
    ]
    assert [one.status for one in engine.standings()] == ["found", "found"]
    assert "thai_untouched" not in sys.modules


def test_an_installed_plugin_contributes(site: Path) -> None:
    """A distribution with the entry point is all that it takes."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_good", GOOD)
    catalog = Engine.discover(strict=True).catalog

    assert catalog.owners["technique:thai.palming"] == Owner("thai", "strokekit-thai", "1.2")


def test_a_distribution_found_twice_counts_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same distribution in two folders of the path is one plugin: the first, as for `import`."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_first", GOOD)
    second = site / "second"
    distribution(second, "Strokekit-Thai", "1.1", "thai", "thai_second", GOOD)
    monkeypatch.syspath_prepend(second)

    assert found() == ["thai: Strokekit-Thai 1.1"]


@pytest.mark.parametrize("content", [b"[strokekit]\nthai\n", b"\xff[strokekit]"], ids=["no entry", "no text"])
def test_metadata_that_cannot_be_read_hides_nobody_else(content: bytes, site: Path) -> None:
    """A distribution whose entry points are unreadable is a problem if it names strokekit, and the others are found."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_readable", GOOD)
    distribution(site, "strokekit-odd", "0.1", "odd", "odd_module", GOOD)
    (site / "strokekit_odd-0.1.dist-info" / "entry_points.txt").write_bytes(content)
    unreadable = [": the plugin strokekit-odd 0.1 can't be used: its entry points can't be read"]

    assert found() == [*(unreadable if content.startswith(b"[") else []), "thai: strokekit-thai 1.2"]


def test_a_distribution_without_name_and_version(site: Path) -> None:
    """It is found all the same, and named by its namespace."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_nameless", GOOD)
    (site / "strokekit_thai-1.2.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\n", encoding="utf-8")

    assert [str(one.owner) for one in find()] == ["thai"]
    assert "thai.palming" in Engine.discover(strict=True).catalog.techniques


@pytest.mark.parametrize(
    ("namespace", "problem"),
    [
        pytest.param("Thai", "its namespace `Thai` is no id: small letters, digits and `_`", id="capital"),
        pytest.param("thai.north", "its namespace `thai.north` is no id: small letters, digits and `_`", id="dot"),
        pytest.param("", "its namespace `` is no id: small letters, digits and `_`", id="none"),
    ],
)
def test_an_entry_whose_name_is_no_id(namespace: str, problem: str, site: Path) -> None:
    """It is not imported, and least of all taken for one of strokekit's own."""
    distribution(site, "strokekit-thai", "1.2", namespace, "thai_misnamed", "raise RuntimeError")
    catalog = Engine.discover().catalog

    assert [one.message for one in catalog.problems] == [f"the plugin strokekit-thai 1.2 can't be used: {problem}"]
    assert "thai_misnamed" not in sys.modules


CONTESTED = (
    "the plugin thai can't be used: strokekit-thai 1.2 and thai-massage 0.3 both claim the namespace `thai`, so neither is used; "
    "uninstall one of them, or deny one: `--deny thai-massage`, or `deny = ['thai-massage']` under `[tool.strokekit]`"
)


def test_two_that_claim_one_namespace(site: Path) -> None:
    """Neither is used, the problem names both and how to settle it; a plugin chosen by hand, or a denial, settles it."""
    distribution(site, "strokekit-thai", "1.2", "thai", "thai_one", GOOD)
    distribution(site, "thai-massage", "0.3", "thai", "thai_two", GOOD)
    catalog = Engine.discover().catalog
    chosen = Engine.discover(plugins={"thai": Whole()}).catalog
    denied = Engine.discover(deny=["thai_massage"]).catalog

    assert [one.message for one in catalog.problems] == [CONTESTED]
    assert "thai.palming" not in catalog.techniques
    step = "strokekit: 1\ntitle: x\nsections: [{id: a, steps: [{technique: thai.palming}]}]"
    assert [error.hints for error in Engine.discover().loads(step).report.errors] == [(CONTESTED,)]
    with pytest.raises(PluginError, match="both claim the namespace `thai`"):
        _ = Engine.discover(strict=True).catalog
    assert (chosen.problems, chosen.owners["technique:thai.palming"]) == ((), Owner("thai"))
    assert (denied.problems, denied.owners["technique:thai.palming"]) == ((), Owner("thai", "strokekit-thai", "1.2"))


def test_one_distribution_that_claims_a_namespace_twice() -> None:
    """It has nobody to blame but itself."""
    owner = Owner("thai", "strokekit-thai", "1.2")
    settled = settle([Candidate(owner=owner, source="a"), Candidate(owner=owner, source="b")])

    assert {one.problem.message for one in settled if one.problem} == {
        "the plugin thai can't be used: strokekit-thai 1.2 claims the namespace `thai` more than once, so it is not used"
    }


def test_settling_keeps_what_is_claimed_once() -> None:
    """What nobody else claims is kept as it was found; what is given by hand replaces what was found."""
    listed = [Candidate(owner=Owner(*pair), source=0) for pair in (("a", "one"), ("b", "two"), ("b", "three"), ("c", "four"))]
    settled = settle(listed, chosen={"c"})

    assert [(one.usable, bool(one.problem), one.off) for one in settled] == [
        (True, False, ""),
        (False, True, ""),
        (False, True, ""),
        (False, False, "another is given in its place"),
    ]


@pytest.mark.parametrize(
    ("allow", "deny", "used"),
    [
        pytest.param(None, (), ["shiatsu", "thai"], id="all"),
        pytest.param([], (), [], id="none"),
        pytest.param(["thai"], (), ["thai"], id="by namespace"),
        pytest.param(["Strokekit_Thai"], (), ["thai"], id="by distribution, as installers spell it"),
        pytest.param(None, ["thai"], ["shiatsu"], id="denied"),
        pytest.param(["thai", "shiatsu"], ["strokekit-thai"], ["shiatsu"], id="denied though allowed"),
        pytest.param(["reiki"], ["reflexology"], [], id="names that nobody has"),
    ],
)
def test_allowing_and_denying(allow: list[str] | None, deny: list[str], used: list[str]) -> None:
    """A name is that of a namespace or of a distribution; who is denied is out, whatever is allowed."""
    listed = [Candidate(owner=Owner(name, f"strokekit-{name}", "1"), source="x") for name in ("shiatsu", "thai")]
    chosen = choose(listed, allow=allow, deny=deny)

    assert [one.owner.namespace for one in chosen if one.usable] == used
    assert {one.off for one in chosen if not one.usable} <= {"it is denied", "it is not among those allowed"}


@pytest.mark.parametrize("option", ["allow", "deny"])
def test_several_names_are_no_text(option: str) -> None:
    """A single name is easily given as a text, whose letters nobody means."""
    options: dict[str, Any] = {option: "thai"}
    with pytest.raises(UsageError) as raised:
        Engine.discover(**options)

    assert str(raised.value) == f"{option} takes several names: write ['thai']"


def test_plugins_are_given_in_many_ways(site: Path) -> None:
    """As an object, a module, its name, an attribute's, a path and the text of one."""
    (site / "thai_named.py").write_text(f"__version__ = '3.0'\n{GOOD}\nclass Inner: ...\nInner.hooks = sys.modules[__name__]\n")
    (site / "thai.yaml").write_text(FILE, encoding="utf-8")
    import thai_named  # type: ignore[import-not-found]  # made just here

    given = {
        "object": Whole(),
        "module": thai_named,
        "name": "thai_named",
        "attribute": "thai_named:Inner.hooks",
        "path": site / "thai.yaml",
        "text": str(site / "thai.yaml"),
    }
    catalog = Engine(plugins=given, strict=True).catalog

    assert {name: str(catalog.owners[f"technique:{name}.palming"]) for name in given} == {
        "object": "object",
        "module": "module 3.0",
        "name": "name",
        "attribute": "attribute",
        "path": "path 2.1",
        "text": "text 2.1",
    }


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        pytest.param(
            "thai massage", "`thai massage` is neither a module nor a file that ends with .yaml, .yml, .json, .toml", id="text"
        ),
        pytest.param(
            Path("plugins") / "thai.py",
            f"`plugins{os.sep}thai.py` is neither a module nor a file that ends with .yaml, .yml, .json, .toml",
            id="a path of another kind",
        ),
        pytest.param("no_such_thing", "it failed to load: ModuleNotFoundError: No module named 'no_such_thing'", id="no module"),
    ],
)
def test_what_names_no_plugin(given: Any, problem: str) -> None:
    """It is a problem like any other."""
    catalog = Engine(plugins={"thai": given}).catalog

    assert [one.message for one in catalog.problems] == [f"the plugin thai can't be used: {problem}"]


def test_a_file_that_is_not_there() -> None:
    """It is a problem that names the file, and the plugin."""
    (problem,) = Engine(plugins={"thai": "nowhere/thai.yaml"}).catalog.problems

    assert (problem.message, problem.facts["namespace"]) == ("there is no file `nowhere/thai.yaml`", "thai")


def test_what_is_given_is_loaded_as_it_is() -> None:
    """Modules and objects need no loading."""
    plugin = Whole()
    (candidate,) = named({"thai": plugin})

    assert load(candidate) == (plugin, None)

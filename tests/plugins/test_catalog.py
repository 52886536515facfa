"""The catalogue: how words are found, who contributed what, and that nobody can change it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest

from strokekit.engine import Engine
from strokekit.literals import Found, LevelWord, Row
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.catalog import Catalog, LocalVocabulary, build_catalog
from strokekit.plugins.declarations import Region, Scale, Takes, Technique, Word
from strokekit.plugins.discovery import Contribution, Owner
from strokekit.plugins.spelling import closest
from tests.plugins.plugs import Whole, giving, technique

A, B = Owner("a", "pack-a", "1"), Owner("b", "pack-b", "2")


def catalog(*regions: Region, words: tuple[Word, ...] = ()) -> Catalog:
    """Make a catalogue of a few regions and words, without a namespace."""
    owner = Owner("", "strokekit", "0")
    return build_catalog([Contribution(owner, "strokekit_regions", regions), Contribution(owner, "strokekit_words", words)])


BODY = catalog(
    Region(id="calf", title="Calf", plural="calves", aliases=("lower_leg_back",)),
    Region(id="foot", title="Foot", plural="feet"),
    Region(id="knee", title="Knee"),
    words=(Word(id="palm", group="tool", title="Palm"),),
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("calf", Found("calf"), id="the id"),
        pytest.param("calves", Found("calf", plural=True), id="its own plural"),
        pytest.param("calfs", None, id="a plural that it does not have"),
        pytest.param("knees", Found("knee", plural=True), id="the usual plural"),
        pytest.param("lower_leg_back", Found("calf"), id="another name"),
        pytest.param("lower_leg_backs", Found("calf", plural=True), id="the plural of another name"),
        pytest.param("palm", None, id="a word of another group"),
    ],
)
def test_words_are_found(word: str, expected: Found | None) -> None:
    """A word is found by id, by another name and in the plural, in its own group only."""
    assert BODY.find("region", word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("calff", "calf", id="near an id"),
        pytest.param("lower_leg_bak", "calf", id="near another name"),
        pytest.param("knes", "knees", id="near a plural"),
        pytest.param("shoulder", None, id="near nothing"),
    ],
)
def test_words_are_suggested(word: str, expected: str | None) -> None:
    """What is suggested may be written: an id or a plural, never another name."""
    assert BODY.suggest("region", word) == expected


PLUGGED = build_catalog(
    [
        Contribution(A, "strokekit_regions", (Region(id="line", title="Line", plural="lines_of_it", aliases=("way",)),)),
        Contribution(A, "strokekit_techniques", (attrs.evolve(technique("press"), aliases=("lean",)),)),
    ]
)


@pytest.mark.parametrize(
    ("group", "word", "expected"),
    [
        pytest.param("region", "a.line", Found("a.line"), id="the id"),
        pytest.param("region", "a.way", Found("a.line"), id="another name"),
        pytest.param("region", "a.ways", Found("a.line", plural=True), id="the plural of another name"),
        pytest.param("region", "a.lines_of_it", Found("a.line", plural=True), id="its plural"),
        pytest.param("region", "way", None, id="another name, bare"),
        pytest.param("region", "lines_of_it", None, id="its plural, bare"),
        pytest.param("technique", "a.lean", Found("a.press"), id="another name of a technique"),
        pytest.param(
            "technique", "lean", Found("a.press"), id="another name of a technique, bare: an error that says what to write"
        ),
    ],
)
def test_other_names_of_a_plugin_bear_its_name(group: str, word: str, expected: Found | None) -> None:
    """A bare word never comes to mean a plugin's region: it would change what a file says once the plugin is installed."""
    assert PLUGGED.find(group, word) == expected


def test_an_id_goes_before_a_plural() -> None:
    """A plural never hides another's id, in whatever order they come."""
    found = catalog(Region(id="glas", title="Glas", plural="glass"), Region(id="glass", title="Glass")).find("region", "glass")

    assert found == Found("glass")


def test_groups_of_the_catalogue() -> None:
    """Techniques, actions, families, scales, quantities and pressure words are groups like any other."""
    engine = Engine().catalog
    words = {
        "technique": "kneading",
        "action": "cover",
        "family": "petrissage",
        "scale": "walton",
        "quantity": "few_seconds",
        "pressure": "firm",
    }

    assert {group: engine.find(group, word) for group, word in words.items()} == {
        group: Found(word) for group, word in words.items()
    }
    assert (engine.find("technique", "cover"), engine.find("action", "kneading")) == (None, None)


def test_the_scale_that_comes_first_has_a_shared_word() -> None:
    """A pressure word has one level; where two scales give one, that of the namespace that sorts first."""
    scales = [Scale(id="s", title="S", low="0", high="9", words={"firm": level}) for level in ("5..6", "3")]
    made = build_catalog([Contribution(owner, "strokekit_scales", (scale,)) for owner, scale in zip((B, A), scales, strict=True)])

    assert made.level("firm") == LevelWord("a.s", "3", "3")
    assert made.level("soft") is None


def test_ids_carry_their_namespace_and_their_owner() -> None:
    """What a plugin contributes bears its namespace, and the catalogue knows whose it is."""
    made = build_catalog([Contribution(A, "strokekit_techniques", (technique(),))])

    assert (made.technique("a.palming"), made.technique("palming")) == (attrs.evolve(technique(), id="a.palming"), None)
    assert made.owners["technique:a.palming"] == A


def test_the_order_of_plugins_is_no_matter() -> None:
    """The same plugins give equal catalogues with one fingerprint, in whatever order they come."""
    given = [
        Contribution(A, "strokekit_techniques", (technique(),)),
        Contribution(B, "strokekit_regions", (BODY.regions["calf"],)),
    ]
    first, second = build_catalog(given), build_catalog(reversed(given))

    assert first == second
    assert (first.fingerprint, first.plugins) == (second.fingerprint, (A, B))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([Contribution(A, "strokekit_techniques", (technique(mechanics="Fists."),))], id="another value"),
        pytest.param([Contribution(B, "strokekit_techniques", (technique(),))], id="another owner"),
        pytest.param([Contribution(attrs.evolve(A, version="2"), "strokekit_techniques", (technique(),))], id="another version"),
    ],
)
def test_the_fingerprint_tells_catalogues_apart(other: list[Contribution]) -> None:
    """Whatever is declared otherwise, or by others, changes the fingerprint."""
    assert (
        build_catalog(other).fingerprint != build_catalog([Contribution(A, "strokekit_techniques", (technique(),))]).fingerprint
    )


def test_the_fingerprint_is_the_same_in_every_process() -> None:
    """No address and no hash of this process is in it."""
    program = "from strokekit.engine import Engine; print(Engine().catalog.fingerprint)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == Engine().catalog.fingerprint


def test_a_catalogue_pickles() -> None:
    """It comes back equal, with what is derived made anew."""
    made = Engine(plugins={"thai": Whole()}).catalog
    again = pickle.loads(pickle.dumps(made))  # noqa: S301 - made just here

    assert again == made
    assert (again.fingerprint, again.find("region", "calves")) == (made.fingerprint, made.find("region", "calves"))
    assert again.anatomy.inside("calf", "lower_leg") == made.anatomy.inside("calf", "lower_leg")


def test_threads_share_a_catalogue() -> None:
    """Many threads that ask at once get the same answers."""
    made = Engine().catalog
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: (made.find("region", "calves"), made.fingerprint, made.level("firm")), range(64)))

    assert len(set(found)) == 1


def mutable(value: Any, way: str = "catalog") -> list[str]:
    """Name the containers that a caller could change."""
    if isinstance(value, FrozenMap):
        return [found for key, part in value.items() for found in mutable(part, f"{way}.{key}")]
    if isinstance(value, (Mapping, list, set)):
        return [way]
    if isinstance(value, tuple):
        return [found for part in value for found in mutable(part, way)]
    if attrs.has(type(value)):
        names = [field.name for field in attrs.fields(type(value)) if not field.name.startswith("_")]
        return [found for name in names for found in mutable(getattr(value, name), f"{way}.{name}")]
    return []


def test_nobody_can_change_a_catalogue() -> None:
    """Nothing that it shows is a dict, a list or a set, not even what a plugin gave as one."""
    plugin = giving(
        "strokekit_techniques", [Technique(id="x", title={"en": "X"}, family="f", summary="S.", takes={"hold": Takes()})]
    )
    made = Engine(plugins={"thai": plugin}).catalog

    assert mutable(made) == []
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.techniques = FrozenMap()  # type: ignore[misc]  # that it can't be done is the point


@pytest.mark.parametrize(
    ("region", "problem"),
    [
        pytest.param(
            Region(id="toe", title="Toe", part_of="foot"),
            "the region `a.toe` refers to `foot`, which does not exist",
            id="part_of",
        ),
        pytest.param(Region(id="toe", title="Toe", part_of="a.toe"), "the region `a.toe` is part of itself", id="part of itself"),
        pytest.param(
            Region(id="toe", title="Toe", neighbours=("nail",)),
            "the region `a.toe` refers to `nail`, which does not exist",
            id="neighbour",
        ),
    ],
)
def test_a_region_that_hangs_in_the_air(region: Region, problem: str) -> None:
    """What a region refers to must be there."""
    made = build_catalog([Contribution(A, "strokekit_regions", (region,))])

    assert [found.message for found in made.problems] == [f"the plugin pack-a 1 can't be used: {problem}"]


def test_a_document_adds_words() -> None:
    """The words of a document stand beside those of the catalogue, in suggestions too."""
    local = LocalVocabulary(BODY, FrozenMap({"tool": frozenset({"spoon"})}))

    assert [local.find("tool", word) for word in ("spoon", "palm", "fork")] == [Found("spoon"), Found("palm"), None]
    assert (local.suggest("tool", "spon"), local.suggest("tool", "plam")) == ("spoon", "palm")


def test_a_technique_of_a_plugin_is_suggested_by_its_own_part() -> None:
    """Who leaves a namespace out is led to it; where strokekit has the same word, that is meant."""
    plugin = giving(
        "strokekit_techniques",
        [Technique(id=name, title="T", family="f", summary="S.") for name in ("thumbing", "kneading")],
    )
    catalog = Engine(plugins={"thai": plugin}).catalog

    assert {word: catalog.suggest("technique", word) for word in ("thumming", "thumbing", "thai.thumming", "kneding")} == {
        "thumming": "thai.thumbing",
        "thumbing": "thai.thumbing",
        "thai.thumming": "thai.thumbing",
        "kneding": "kneading",
    }


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("pressur", "pressure", id="a letter missing"),
        pytest.param("sya", "say", id="two letters swapped"),
        pytest.param("where", None, id="another word"),
        pytest.param("pressure" * 20, None, id="too long to be a slip"),
    ],
)
def test_spelling(word: str, expected: str | None) -> None:
    """The nearest word is given if it is near enough to be meant."""
    assert closest(word, ("pressure", "say")) == expected


def test_rows_of_digits() -> None:
    """A row knows its members and their joints; a region that is none counts to 0, and what nobody knows is nothing."""
    assert Engine().catalog.row("finger") == Row(5, (2, 3, 3, 3, 3))
    assert Engine().catalog.row("calf") == Row(0)
    assert Engine().catalog.row("nowhere") is None
    assert LocalVocabulary(Engine().catalog, {"region": frozenset({"hollow"})}).row("hollow") == Row(0)


def test_words_of_own_scales_go_first() -> None:
    """A pressure word of the document has its level there, others keep that of the catalogue."""
    own = LocalVocabulary(Engine().catalog, {}, {"gentle": LevelWord("own", "3", "4")})

    assert own.level("gentle") == LevelWord("own", "3", "4")
    assert own.level("firm") == Engine().catalog.level("firm")
    assert (own.find("pressure", "gentle"), own.suggest("pressure", "gentl")) == (Found("gentle"), "gentle")

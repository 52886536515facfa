"""The built-in vocabulary keeps its laws, looked at as the plain data that ships: before any plugin reads it."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from strokekit import Engine
from strokekit.formats.read import read_path
from strokekit.literals import Found
from strokekit.literals.fields import DOSE, STATE
from strokekit.literals.grammar import grammar_text
from strokekit.model.amounts import Range
from strokekit.model.place import ASPECTS
from strokekit.model.units import UNITS
from strokekit.plugins import declarations
from strokekit.plugins.declared import structure

DATA = Path(__file__).parents[2] / "src" / "strokekit" / "builtin" / "data"
FILES = ("quantities", "regions", "scales", "techniques", "words")


def _load(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))[name]


TECHNIQUES: dict[str, dict[str, Any]] = {technique["id"]: technique for technique in _load("techniques")}
REGIONS: dict[str, dict[str, Any]] = {region["id"]: region for region in _load("regions")}
QUANTITIES: dict[str, dict[str, Any]] = {quantity["id"]: quantity for quantity in _load("quantities")}
SCALES: dict[str, dict[str, Any]] = {scale["id"]: scale for scale in _load("scales")}
WORDS: dict[str, dict[str, dict[str, Any]]] = {
    group: {word["id"]: word for word in words} for group, words in _load("words").items()
}
GROUPS: dict[str, list[dict[str, Any]]] = {
    "technique": _load("techniques"),
    "region": _load("regions"),
    "quantity": _load("quantities"),
    "scale": _load("scales"),
    **_load("words"),
}
"""Name space → entries, as listed, so that what is listed twice is seen twice."""
STAND_INS = {"free_work", "unlisted_work"}
"""What stands for work that nobody describes: it has no time of its own and need not name a place."""
EFFECTS = {"cap", "consult", "delay", "forbid", "keep_off", "light_only", "no_pressure", "refuse"}


def _spellings(group: str) -> Iterator[tuple[str, Found]]:
    """Every way to write the ids of a group; the plural is id + s, and alias + s, where none is given."""
    for entry in GROUPS[group]:
        yield entry["id"], Found(entry["id"])
        for alias in entry.get("aliases", []):
            yield alias, Found(entry["id"])
    if group in {"technique", "quantity", "scale"}:
        return
    for entry in GROUPS[group]:
        yield entry.get("plural") or f"{entry['id']}s", Found(entry["id"], plural=True)
        yield from ((f"{alias}s", Found(entry["id"], plural=True)) for alias in entry.get("aliases", []))


LITERALS = Engine().catalog.literals


def _read(kind: str, written: Any) -> Any:
    """The value of a literal that must be right."""
    reading = LITERALS.read(kind, written)
    assert reading.mistakes == (), f"{kind} {written!r}: {reading.mistakes}"
    return reading.value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _founded(provenance: dict[str, Any]) -> bool:
    """A publication has its source; an estimate says what it was made from."""
    return bool(provenance.get("note") if provenance["kind"] == "estimate" else provenance.get("source"))


# --- the files ---


@pytest.mark.parametrize("name", FILES)
def test_every_yaml_reader_reads_the_same(name: str) -> None:
    """The product's own reader finds nothing that two YAML versions would take differently, and agrees with PyYAML."""
    outcome = read_path(DATA / f"{name}.yaml")

    assert [str(diagnostic) for diagnostic in outcome.report.diagnostics] == []
    assert outcome.require().data == {name: _load(name)}


@pytest.mark.parametrize("name", FILES)
def test_lines_are_short_and_indented_by_two(name: str) -> None:
    """Every line fits on a screen and is indented by an even number of spaces."""
    lines = (DATA / f"{name}.yaml").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if len(line) > 130 or "\t" in line or line != line.rstrip()] == []
    assert [line for line in lines if (len(line) - len(line.lstrip())) % 2] == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_called_safe(name: str) -> None:
    """The library never says that something is without danger; addresses may hold the word."""
    texts = [re.sub(r"https?://\S+", "", text) for text in _texts(_load(name))]

    assert [text for text in texts if re.search(r"\b(un)?safe(ly|ty)?\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("techniques", declarations.Technique),
        ("regions", declarations.Region),
        ("quantities", declarations.NamedQuantity),
        ("scales", declarations.Scale),
    ],
)
def test_the_entries_are_declarations(name: str, kind: type[Any]) -> None:
    """Every entry has the keys and types of the declaration that it becomes."""
    assert [structure(kind, entry).id for entry in _load(name)] == [entry["id"] for entry in _load(name)]


def test_the_words_are_declarations() -> None:
    """So has every word, once it knows its group."""
    for group, words in _load("words").items():
        assert [structure(declarations.Word, {"group": group, **word}).id for word in words] == [word["id"] for word in words]


# --- names ---


@pytest.mark.parametrize("group", GROUPS)
def test_ids_and_aliases_are_words(group: str) -> None:
    """An id, an alias and a plural is a lower-case word."""
    spellings = [spelling for spelling, _ in _spellings(group)]

    assert [spelling for spelling in spellings if not re.fullmatch(r"[a-z][a-z0-9_]*", spelling)] == []


@pytest.mark.parametrize("group", GROUPS)
def test_a_spelling_names_one_entry(group: str) -> None:
    """No id is given twice, and no id, alias or plural is that of another entry."""
    ids = Counter(entry["id"] for entry in GROUPS[group])
    written = Counter(spelling for entry in GROUPS[group] for spelling in (entry["id"], *entry.get("aliases", [])))
    meant = defaultdict(set)
    for spelling, found in _spellings(group):
        meant[spelling].add(found.id)

    assert [id_ for id_, times in ids.items() if times > 1] == []
    assert [spelling for spelling, times in written.items() if times > 1] == []
    assert {spelling: owners for spelling, owners in meant.items() if len(owners) > 1} == {}


KEYWORDS = (
    set(re.findall(r'"([a-z_]+)"', grammar_text()))
    | {word for words in re.findall(r"/\(([^?]*?)\)\(", grammar_text()) for word in words.split("|")}
    | set(UNITS)
)
LEFT_FREE = {("shape", "around"), ("orientation", "along"), ("orientation", "across"), ("quantity", "breath"), ("each", "pass")}
"""What the grammar itself hands on as a word: `3 strips across`, `around`, `each pass`; and the quantity of a unit's name."""


def test_the_keywords_are_found() -> None:
    """The search through the grammar sees keywords of each sort."""
    assert {"each", "between", "wanted", "clockwise", "beside", "palmar", "left", "finger_widths", "steady"} <= KEYWORDS


@pytest.mark.parametrize("group", GROUPS)
def test_no_keyword_of_the_grammar_is_an_id(group: str) -> None:
    """A word of the grammar is no id and no alias, but for those that the grammar hands on."""
    words = {spelling for entry in GROUPS[group] for spelling in (entry["id"], *entry.get("aliases", []))}

    assert {(group, word) for word in words & KEYWORDS} <= LEFT_FREE


# --- techniques ---


@pytest.mark.parametrize("id_", TECHNIQUES)
def test_takes_only_dose_fields(id_: str) -> None:
    """A technique takes dose fields, every one of them time, and what must be given can be given."""
    takes = TECHNIQUES[id_]["takes"]

    assert set(takes) <= set(DOSE)
    assert {"duration", "rest", "share"} <= set(takes)
    assert {field for group in TECHNIQUES[id_].get("one_of", []) for field in group} <= set(takes)


@pytest.mark.parametrize("id_", TECHNIQUES)
def test_limits_and_defaults_are_literals_with_a_source(id_: str) -> None:
    """What a technique says of a field is a literal of the field's kind, and names where it is from."""
    for name, settings in TECHNIQUES[id_]["takes"].items():
        for given in (settings[key] for key in ("limits", "default") if key in settings):
            assert given in DOSE[name].words or _read(DOSE[name].kind, given) is not None
            assert settings["source"]


@pytest.mark.parametrize("id_", TECHNIQUES)
def test_the_timing_holds_together(id_: str) -> None:
    """A technique has a time from minimum over ideal to maximum, says on what it rests, and counts what it multiplies."""
    timing = TECHNIQUES[id_].get("timing")
    if timing is None:
        assert id_ in STAND_INS
        return
    time = _read("duration", timing["time"])
    counts = [_read("count", timing[key]) for key in ("passes", "spots") if key in timing]

    assert 0 < time.min.ms < time.ideal.ms < time.max.ms
    assert all(count.ideal is not None and count.min <= count.ideal <= count.max for count in counts)
    assert _founded(timing["basis"])
    assert (timing["per"] == "once") is not TECHNIQUES[id_]["hands_on"]


@pytest.mark.parametrize("id_", TECHNIQUES)
def test_cautions_have_sources(id_: str) -> None:
    """Cautions are listed, each with its source, or unknown; never none."""
    cautions = TECHNIQUES[id_]["cautions"]
    items = cautions.get("items", [])

    assert cautions["status"] == ("listed" if items else "unknown")
    assert {item["condition"] for item in items} <= set(WORDS["condition"]) | set(REGIONS) | set(WORDS["part"])
    assert {item["effect"] for item in items} <= EFFECTS
    assert all(item["source"] for item in items)


@pytest.mark.parametrize("id_", TECHNIQUES)
def test_a_technique_says_what_it_is(id_: str) -> None:
    """A technique has a summary, a family that exists and a provenance; hands-on ones their mechanics and a place to work on."""
    technique = TECHNIQUES[id_]

    assert technique["summary"].endswith(".")
    assert technique["family"] in WORDS["family"]
    assert technique["provenance"]["kind"] == "estimate" or technique["provenance"]["source"]
    if technique["hands_on"]:
        assert technique["mechanics"].endswith(".")
        assert id_ in STAND_INS or technique["one_of"][0][0] == "where"
        assert not technique.get("transition", False)


def test_a_technique_of_a_familys_name_belongs_to_it() -> None:
    """So `no tapotement` means the family, whichever of the two it is looked up as."""
    shared = set(TECHNIQUES) & set(WORDS["family"])

    assert {id_ for id_ in shared if TECHNIQUES[id_]["family"] != id_} == set()
    assert {"tapotement", "friction", "compression", "vibration"} <= shared


def test_there_are_enough_techniques() -> None:
    """The hands-on techniques of the field and the actions around them are there."""
    hands_on = [technique for technique in TECHNIQUES.values() if technique["hands_on"]]

    assert len(hands_on) >= 40
    assert {"change_place", "get_off_table", "get_on_table", "help_up", "turn_over"} == {
        id_ for id_, technique in TECHNIQUES.items() if technique.get("transition")
    }


@pytest.mark.parametrize(
    "synonym",
    [
        "effleurage",
        "petrissage",
        "percussion",
        "deep_transverse_friction",
        "stripping",
        "ischaemic_compression",
        "static_friction",
    ],
)
def test_classic_names_are_aliases(synonym: str) -> None:
    """The classic names lead to a hands-on technique."""
    bearers = [technique for technique in TECHNIQUES.values() if synonym in technique.get("aliases", [])]

    assert [technique["hands_on"] for technique in bearers] == [True]


# --- regions ---


def _above(id_: str) -> list[str]:
    """The region, what it lies in, and so on up; bounded, so that a circle ends too."""
    line = [id_]
    while (parent := REGIONS[line[-1]].get("part_of")) and len(line) <= len(REGIONS):
        line.append(parent)
    return line


def _borders() -> dict[str, set[str]]:
    borders: dict[str, set[str]] = defaultdict(set)
    for id_, region in REGIONS.items():
        for other in region.get("neighbours", []):
            borders[id_].add(other)
            borders[other].add(id_)
    return borders


def _chains(start: str, end: str) -> list[list[str]]:
    """All shortest chains of neighbours between two regions."""
    borders, chains, seen = _borders(), [[start]], {start}
    while chains and not any(chain[-1] == end for chain in chains):
        chains = [[*chain, following] for chain in chains for following in sorted(borders[chain[-1]] - seen)]
        seen |= {chain[-1] for chain in chains}
    return [chain for chain in chains if chain[-1] == end]


@pytest.mark.parametrize("id_", REGIONS)
def test_every_region_lies_in_the_body(id_: str) -> None:
    """What a region is part of exists, and leads to the one root, `body`."""
    assert _above(id_)[-1] == "body"
    assert REGIONS[id_]["sides"] in {"paired", "halves", "midline"}


@pytest.mark.parametrize("id_", REGIONS)
def test_every_region_can_be_reached(id_: str) -> None:
    """A region has poses of its own or inherits them; only what is no target needs none."""
    poses: list[str] = next((REGIONS[above]["positions"] for above in _above(id_) if REGIONS[above].get("positions")), [])

    assert poses != [] or not REGIONS[id_].get("target", True)
    assert set(poses) <= set(WORDS["pose"])


def test_what_is_no_target() -> None:
    """Nothing is ever aimed at the perineum or a kidney."""
    assert {id_ for id_, region in REGIONS.items() if not region.get("target", True)} == {"kidney", "perineum"}


def test_neighbours_are_given_once() -> None:
    """Neighbours exist, none is its own, and each pair stands at one of the two only."""
    pairs = Counter(frozenset((id_, other)) for id_, region in REGIONS.items() for other in region.get("neighbours", []))

    assert {id_ for pair in pairs for id_ in pair} <= set(REGIONS)
    assert [pair for pair, times in pairs.items() if times > 1 or len(pair) == 1] == []


CHAINS = [
    "upper_back mid_back lower_back",
    "ankle lower_leg knee thigh hip",
    "foot ankle lower_leg knee thigh buttock",
    "wrist forearm elbow upper_arm shoulder",
    "finger hand wrist forearm elbow",
    "posterior_neck upper_back",
    "neck upper_back mid_back lower_back sacral buttock",
    "occiput posterior_neck shoulder",
    "lower_back mid_back upper_back shoulder",
    "sacral lower_back mid_back upper_back shoulder",
    "lower_back sacral",
    "thigh buttock lower_back",
    "lower_back buttock hip",
    "scapula upper_back mid_back lower_back",
    "forehead temple cheek jaw",
    "heel sole toe",
    "calf lower_leg knee thigh",
    "chest shoulder upper_arm",
    "chest lower_ribs abdomen",
]


@pytest.mark.parametrize("chain", CHAINS)
def test_neighbours_of_a_chain_touch(chain: str) -> None:
    """Every two places that follow each other on the way are neighbours."""
    borders, way = _borders(), chain.split()

    assert [pair for pair in itertools.pairwise(way) if pair[1] not in borders[pair[0]]] == []


@pytest.mark.parametrize("chain", [chain for chain in CHAINS if "sacral buttock" not in chain])
def test_one_way_is_the_shortest(chain: str) -> None:
    """Between places where people expect one way, one way is the shortest."""
    way = chain.split()

    assert _chains(way[0], way[-1]) == [way]


@pytest.mark.parametrize(("start", "end"), [("knee", "neck"), ("hip", "shoulder"), ("foot", "shoulder")])
def test_front_and_back_are_equally_far(start: str, end: str) -> None:
    """From the legs to the neck or the shoulder there are two ways, so that the author has to name one."""
    assert len(_chains(start, end)) == 2


@pytest.mark.parametrize("id_", REGIONS)
def test_lengths_and_codes_are_in_order(id_: str) -> None:
    """A length is a literal whose origin is told, aspects are those of the grammar, and a code is Uberon's."""
    region = REGIONS[id_]

    assert ("length" in region) is region.get("target", True)
    assert "length" not in region or _read("length", region["length"]).exact
    assert _founded(region["provenance"])
    assert set(region.get("aspects", [])) <= set(ASPECTS)
    assert all(code["system"] == "UBERON" and re.fullmatch(r"\d{7}", code["code"]) for code in region.get("codes", []))
    assert all(link["system"] == "FMA" and re.fullmatch(r"\d+", link["code"]) for link in region.get("links", []))
    assert "links" not in region or "codes" in region


def test_codes_are_given_once() -> None:
    """Seventy-eight regions have a code of Uberon, each its own."""
    codes = [code["code"] for region in REGIONS.values() for code in region.get("codes", [])]

    assert len(codes) == len(set(codes)) == 78


def test_links_are_given_once() -> None:
    """Fifty-six of them have a reference to the FMA, the lower leg two; nothing of SNOMED CT ships."""
    links = [link["code"] for region in REGIONS.values() for link in region.get("links", [])]

    assert len(links) == len(set(links)) == 57


@pytest.mark.parametrize("row", ["finger", "toe"])
def test_the_first_of_a_row_has_a_joint_less(row: str) -> None:
    """Thumb and big toe have two joints, the others three; the first of a row is also a region of its own, that lies in it."""
    first = {"finger": "thumb", "toe": "big_toe"}[row]

    assert REGIONS[row]["joints"] == [2, 3, 3, 3, 3]
    assert len(REGIONS[row]["joints"]) == REGIONS[row]["count"]
    assert REGIONS[first]["joints"] == [2]
    assert REGIONS[first]["lies_in"] == [row]


def test_joints_have_a_source() -> None:
    """Where joints are counted, somebody says how many there are."""
    assert {id_ for id_, region in REGIONS.items() if "joints" in region and not region["provenance"].get("source")} == set()


# --- quantities and scales ---


@pytest.mark.parametrize("id_", QUANTITIES)
def test_a_vague_quantity_has_three_numbers(id_: str) -> None:
    """A vague quantity has a minimum, an ideal and a maximum of its own kind, and says on what they rest."""
    quantity = QUANTITIES[id_]
    amount: Range[Any] = _read(quantity["of"], quantity["amount"])

    assert None not in (amount.min, amount.ideal, amount.max)
    assert _founded(quantity["basis"])


@pytest.mark.parametrize(("quantity", "action"), [("turn_over_time", "turn_over"), ("place_change_time", "change_place")])
def test_a_change_takes_the_same_time_by_either_name(quantity: str, action: str) -> None:
    """A change that the plan inserts is as long as one that is written."""
    assert QUANTITIES[quantity]["amount"] == TECHNIQUES[action]["timing"]["time"]


@pytest.mark.parametrize("id_", SCALES)
def test_a_scale_knows_its_levels(id_: str) -> None:
    """Levels and words are within the scale; scale and words each say where they come from."""
    scale = SCALES[id_]
    low, high = float(scale["low"]), float(scale["high"])
    ends = [end for level in scale.get("words", {}).values() for end in level.split("..")]

    assert low <= high
    assert all(low <= float(level) <= high for level in [*scale.get("levels", {}), *ends])
    assert _founded(scale["provenance"])
    assert _founded(scale["words_provenance"])
    for word, level in scale.get("words", {}).items():
        assert _read("pressure", f"{word} ({level} {id_})") is not None


@pytest.mark.parametrize("id_", SCALES)
def test_what_a_scale_says_of_another_is_marked(id_: str) -> None:
    """A conversion leads from levels of the scale to levels of a scale that exists, says who doubts it and on what it rests."""
    for conversion in SCALES[id_].get("conversions", []):
        there = SCALES[conversion["to"]]
        for level, other in conversion["levels"].items():
            assert float(SCALES[id_]["low"]) <= float(level) <= float(SCALES[id_]["high"])
            assert float(there["low"]) <= float(other) <= float(there["high"])
        assert conversion["contested"]
        assert _founded(conversion["provenance"])


@pytest.mark.parametrize("id_", SCALES)
def test_the_grades_of_a_technique_are_on_the_scale(id_: str) -> None:
    """A scale that means something within one technique only names techniques or families, and levels that it has."""
    scale = SCALES[id_]
    for technique, levels in scale.get("per_technique", {}).items():
        assert technique in {*TECHNIQUES, *WORDS["family"]}
        assert all(float(scale["low"]) <= float(end) <= float(scale["high"]) for end in levels.split(".."))


def test_every_scale_is_contested() -> None:
    """No scale of pressure is agreed upon, and each entry says by whom it is not."""
    assert {id_ for id_, scale in SCALES.items() if not scale.get("contested")} == set()


def test_the_scales_of_the_field_are_there() -> None:
    """The scales that practitioners use are there."""
    assert set(SCALES) == {"comfort", "intensity", "m_technique", "walton", "watt"}


def test_pressure_words_rise() -> None:
    """Who presses more firmly has a higher level."""
    ends = [_read("pressure", word).options[0][0].level.levels for word in ("light", "moderate", "firm", "deep", "strong")]

    assert [level.max for level in ends] == sorted(level.max for level in ends)
    assert [level.min for level in ends] == sorted(level.min for level in ends)


# --- words ---


def test_the_groups_are_there() -> None:
    """Every group that the literals look words up in is there."""
    looked_up = {"tool", "thing", "manner", "pose", "stance", "finding", "sign", "part", "each", "size", "tempo", "shape"}

    assert looked_up | {"orientation", "heading", "progress", "alignment", "grip", "fact", "path", "purpose", "decider"} <= set(
        WORDS
    )


def test_tools_say_whether_they_are_hands() -> None:
    """A tool is a part of the giver's body, or a device."""
    assert {id_ for id_, word in WORDS["tool"].items() if not isinstance(word.get("hands_on"), bool)} == set()


def test_devices_are_things_too() -> None:
    """What is a tool and no part of the body can be brought and counted, but for what is not."""
    devices = {id_ for id_, word in WORDS["tool"].items() if not word["hands_on"]}

    assert devices - set(WORDS["thing"]) == set()


@pytest.mark.parametrize(
    ("written", "part", "both"),
    [("thumbs", "thumb", True), ("feet", "foot", True), ("palm_heels", "palm_heel", True), ("base_of_palms", "palm_heel", True)],
)
def test_the_plural_of_a_tool_means_both(written: str, part: str, both: bool) -> None:  # noqa: FBT001 - an expectation
    """A plural is told from a singular."""
    hold = _read("tool", written).options[0][0]

    assert (hold.part, hold.both) == (part, both)


# --- what the article and the format need ---

ARTICLE: dict[str, dict[str, Any]] = {
    "P1 set_up_space": {"surface": "massage_table or firm_surface"},
    "P2 dim_lights": {},
    "P2 play_music": {},
    "P3 rub_hands": {},
    "P3 hold_thing": {"thing": "warm towel"},
    "U0 apply_lubricant": {"lubricant": "oil or lotion", "amount": "small_amount", "position": "prone"},
    "U1 gliding": {
        "therapist": "standing or kneeling at head",
        "path": "upper_back -> mid_back -> upper_back",
        "tool": "hands",
        "size": "long",
        "pressure": "gentle",
        "repeat": "3..5",
    },
    "U2 circles": {
        "where": ["top of shoulders", "around scapulae"],
        "start": "hands beside spine at base of neck",
        "tool": "thumbs",
        "size": "small",
        "pressure": "rising slowly if comfortable",
    },
    "U3 kneading": {"where": ["upper_back", "shoulders"], "tool": "fingers and thumbs"},
    "U3b circles": {"where": "knots or tight_areas in upper_back and shoulders", "tool": "thumbs", "pressure": "deeper"},
    "U4 cross_fibre_friction": {"where": "upper_back", "emphasis": "tight_areas", "tool": "thumbs", "direction": "across fibres"},
    "L0 change_place": {"therapist": "standing or kneeling beside hips"},
    "L1 gliding": {
        "path": "lower_back -> mid_back -> lower_back",
        "size": "long",
        "pressure": "gentle..moderate",
        "repeat": "3..5",
    },
    "L2 kneading": {
        "path": "beside spine at lower_back -> beside spine at mid_back",
        "tool": "fingers and thumbs",
        "emphasis": "lower_back",
    },
    "L3 circles": {"where": "lower_back", "tool": "thumbs or palm_heels", "pressure": "firm and steady"},
    "L4 thumb_pressing": {
        "where": "tight_areas or knots in lower_back",
        "pattern": "points",
        "tool": "thumbs",
        "pressure": "deep and steady",
        "hold": "few_seconds",
    },
    "L5 passive_stretch": {
        "where": "lower_back",
        "grip": "hands at hips",
        "direction": "toward head",
        "pressure": "gentle",
    },
    "F1 gliding": {"where": "back", "pressure": "light..gentle", "repeat": "3..5"},
    "A1 cover": {"where": "body", "thing": "towel or blanket"},
    "A1 rest_client": {"duration": "few_minutes"},
}
"""Label and technique of each step of the article → what the article says of it."""


@pytest.mark.parametrize("step", ARTICLE)
def test_the_words_of_the_article(step: str) -> None:
    """Every step of the article has its technique, which takes what the article says of it, word for word."""
    technique = TECHNIQUES[step.split()[1]]

    for name, given in ARTICLE[step].items():
        assert name in STATE or name in technique["takes"]
        for written in given if isinstance(given, list) else [given]:
            assert _read((DOSE | STATE)[name].kind, written) is not None


def test_the_purposes_of_the_article() -> None:
    """What the article wants to achieve has words."""
    wanted = "calm comfort warm_hands reduce_friction spread_lubricant warm_muscles loosen_adhesions flexibility"
    wanted += " lengthen_muscles relief smooth_muscles signal_end"

    assert set(wanted.split()) <= set(WORDS["purpose"])


@pytest.mark.parametrize(
    ("id_", "hands_on"),
    [
        *((id_, True) for id_ in ("compression", "pressing", "holding", "hacking", "rocking", "stroking", "tapping", "gliding")),
        *((id_, False) for id_ in ("turn_over", "place", "remove", "change_place", "cover", "rest_client", "apply_lubricant")),
    ],
)
def test_the_techniques_of_the_formats_examples(id_: str, hands_on: bool) -> None:  # noqa: FBT001 - an expectation
    """What the specification of the format uses is there, under the right head."""
    assert TECHNIQUES[id_]["hands_on"] is hands_on


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("position", "left side_lying or right side_lying"),
        ("placement", "pillow under knees"),
        ("placement", "2 towel under head"),
        ("placement", "cradle at head"),
        ("placement", "hand under head"),
        ("things", "massage_table or floor_mat"),
        ("lubricant", "oil or lotion"),
        ("pattern", "3 strips across"),
        ("pattern", "figure_of_eight"),
        ("pattern", {"shape": "steps", "spacing": "3 cm", "size": "small", "progress": "outward"}),
        ("position", {"pose": "prone", "alignment": "diagonal", "edge": "5 cm"}),
        ("place", "3 finger_widths below left elbow"),
        ("place", "tender_spots in calf"),
        ("place", "posterior thigh"),
        ("place", "tip of this toe"),
        ("place", "joint 2 of finger 3"),
        ("place", "middle of palm"),
        ("place", "clock 3 of abdomen"),
        ("tool", "reinforced palms"),
        ("tool", "thumb and finger"),
        ("tool", "left thumb"),
        ("direction", "across fibres and away from spine"),
        ("direction", "clockwise seen by client"),
        ("direction", "outward or any"),
        ("pressure", "light -> firm each repeat"),
        ("pressure", "firm and pain ..5"),
        ("pressure", "velvety (1 walton)"),
        ("pressure", {"level": "moderate", "on_return": "light"}),
        ("count", "several"),
        ("count", "6 each way"),
        ("count", "3 each pass"),
        ("duration", "~40 s each side"),
        ("duration", "..2 min each area"),
        ("duration", "long_pause"),
        ("duration", "3 breaths"),
        ("tempo", "brisk"),
        ("tempo", "4 s each repeat"),
        ("quantity", "small_amount"),
        ("when", "found knots"),
        ("when", "client pregnant"),
        ("when", "this toe = 5"),
        ("until", "tissue_softens or reached elbow"),
        ("until", "slack"),
        ("side", "both_at_once or both"),
        ("therapist", "kneeling beside hips"),
    ],
)
def test_the_literals_of_the_formats_examples(kind: str, written: Any) -> None:
    """Every word that the specification's examples use is known."""
    assert _read(kind, written) is not None

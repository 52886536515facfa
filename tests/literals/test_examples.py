"""Every literal that the reference of the format shows can be read, and is written back in its shortest form."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import Engine
from strokekit.literals import Literals


@pytest.fixture(scope="module")
def literals() -> Literals:
    """Give the reader of the built-ins."""
    return Engine().catalog.literals


SAME: dict[str, tuple[Any, ...]] = {
    "count": (3, "3..5", "3..4..6", "2..", "..5", "~6", "several", "6 each way"),
    "duration": (
        "90 ms", "1 min 30 s", "3..5 min", "60..90 s", "~40 s", "..2 min", "few_seconds", "3 breaths", "2..3 breaths",
        "~40 s each side", "3..5 min each side", "30 s..1 breath", "0..30 s", "10 s", "1 h 30 min", "1 breath",
    ),
    "percent": ("40..50%", "..20%", "40%", "~40%"),
    "quantity": (2, "20 ml", "20..30 ml", "small_amount", "38..40 °C", "2 finger_widths", "1 drop", "0.5 l"),
    "length": ("3 cm", "2..3 finger_widths", "1 hand_width"),
    "temperature": ("40 °C", "38..40 °C", "..120 °F", "~40 °C", "40..42..45 °C"),
    "size": ("small", "long", "3 cm", "2..3 cm"),
    "tempo": ("20/min", "20..30/min", "4 s each", "3..4 s each circle", "3 cm/s", "slow", "even", "brisk"),
    "place": (
        "upper_back", "knots", "tight_areas or knots in lower_back", "3 finger_widths below left elbow", "marked x",
        "beside spine at base of neck", "top of shoulder", "around scapula", "between spine and left scapula",
        "joint 2 of finger 3",
        "between shoulder", "tip of this toe", "every toe", "this left toe", "lateral border of left scapula", "posterior thigh",
        "this place", "this joint", "this joint of this finger", "toe 5", "joint 2 of finger 1", "this place and calf",
        "upper_back and shoulder", "middle of palm", "clock 3 of abdomen", "top of left shoulder",
    ),
    "path": (
        "elbow -> wrist -> elbow", "beside spine at lower_back -> beside spine at mid_back",
        "knots in calf -> knee and thigh",
    ),
    "placement": (
        "pillow under knee", "2 towel under head", "hands beside spine at base of neck", "hand under head", "cradle at head",
        "hands at hip", "warm towel on abdomen", "pillows between knee", "feet at pelvis", "backs_of_hands under neck",
    ),
    "pattern": (
        "points", "3 strips across", "around", "2..3 lines along", "figure_of_eight", {"shape": "steps",
        "spacing": "3 cm"}, {"shape": "lines", "count": {"min": 2, "max": 5, "by": "body_size"}},
        {"shape": "lines", "count": "several"},
    ),
    "side": ("left", "both", "both_at_once or both", "midline"),
    "direction": (
        "across fibres and away from spine", "toward heart", "clockwise seen by client", "counterclockwise seen facing client",
        "along bone", "outward", "any", "toward left shoulder", "up or down",
    ),
    "tool": (
        "thumbs or palm_heels", "fingers and thumbs", "reinforced palms", "left thumb", "flat hand",
        "feet", "brushes", "backs_of_hands",
    ),
    "things": ("massage_table or floor_mat", "towel or blanket", "warm towel", "towel and blanket or sheet"),
    "lubricant": ("oil or lotion", "none", {"product": "oil", "amount": "small_amount", "warmed": True}),
    "position": (
        "prone", "left side_lying or right side_lying",
        {"pose": "side_lying", "side": "left", "edge": "10 cm", "alignment": "diagonal"},
    ),
    "therapist": (
        "standing or kneeling beside hip", "standing or kneeling at head", "kneeling between foot",
        {"stance": "kneeling", "relation": "beside", "place": "hip", "side": "left"},
    ),
    "pressure": (
        "gentle", "gentle..moderate", "2 walton", "velvety (1 walton)", "light -> firm each repeat", "deeper",
        "rising slowly if comfortable",
        "firm and steady", "firm and pain ..5", "below pain", "at pain", "deep or firm", "falling each repeat", "~2 walton",
        {"level": "firm", "on_return": "light"}, {"change": "rising", "to": "firm"}, {"level": "firm", "manner": "flat"},
        {"level": "1", "scale": "walton", "word": "velvety", "on_return": "light"}, {"change": "rising",
        "pace": "slowly", "to": "2 walton"},
        {"any": ["firm", {"all": [{"level": "light", "on_return": "firm"}, "steady"]}]},
    ),
    "when": (
        "this joint = 2", "this place = 1",
        "wanted", "found knots", "not found knots", "value mood = lively", "value long = true", "client pregnant", "this toe = 5",
        "pass last", "position left side_lying", "wanted and not client pregnant", "found knots or found scars",
        "thing towel = warm",
        {"any": ["wanted", "found knots and client pregnant"]}, {"not": "wanted and suitable"},
    ),
    "until": ("tissue_softens or reached elbow", "covered left thigh"),
}  # fmt: skip
"""Kind → literals that stand in their shortest form."""

SHORTER: dict[str, tuple[tuple[Any, Any], ...]] = {
    "count": (
        ("3", 3),
        ({"count": 6, "each": "way"}, "6 each way"),
        ({"min": 4, "max": 9}, "4..9"),
        ({"about": 4}, "~4"),
        ("3..3", 3),
    ),
    "duration": (
        ("90 s", "1 min 30 s"),
        ("1.5 min", "1 min 30 s"),
        ({"min": "3 min", "max": "5 min", "each": "side"}, "3..5 min each side"),
        ({"min": "3 min", "ideal": "4 min", "max": "5 min"}, "3..4..5 min"),
        ({"duration": "3 min", "each": "side"}, "3 min each side"),
        ({"vague": "few_minutes", "each": "side"}, "few_minutes each side"),
    ),
    "quantity": (("20ml", "20 ml"), ("40 C", "40 °C"), ("2", 2)),
    "tempo": (
        ("4 s each repeat", "4 s each"),
        ({"per_minute": 20}, "20/min"),
        ({"each": "4 s"}, "4 s each"),
        ("1 in/s", "2.54 cm/s"),
    ),
    "place": (
        ("top of shoulders", "top of shoulder"),
        (
            {"region": "elbow", "side": "left", "relation": "below", "offset": "3 finger_widths"},
            "3 finger_widths below left elbow",
        ),
        ({"region": "spine", "relation": "beside", "at": "base of neck"}, "beside spine at base of neck"),
        ({"part": "tip", "region": "toe", "number": 5}, "tip of toe 5"),
        ({"finding": "knots or tight_areas", "region": "calf"}, "knots or tight_areas in calf"),
        ({"marked": "x"}, "marked x"),
        ({"all": ["upper_back", "shoulders"]}, "upper_back and shoulder"),
    ),
    "path": (
        ({"places": ["elbow", "wrist", "elbow"]}, "elbow -> wrist -> elbow"),
        ({"places": ["elbow", "wrist"], "closed": True}, "elbow -> wrist -> elbow"),
    ),
    "placement": (
        ({"thing": "hands", "relation": "at", "place": "hips"}, "hands at hip"),
        ({"thing": "towels", "relation": "under", "place": "head", "count": 2, "manner": "rolled"}, "2 rolled towel under head"),
    ),
    "temperature": (({"min": "40 C", "max": "45 °C"}, "40..45 °C"), ({"temperature": "104 F"}, "104 °F")),
    "pattern": (
        ({"shape": "strips", "count": 3, "orientation": "across"}, "3 strips across"),
        ({"shape": "lines", "count": {"min": 2, "max": 5}}, "2..5 lines"),
    ),
    "side": (({"any": ["both_at_once", "both"]}, "both_at_once or both"),),
    "direction": (
        ({"toward": "heart"}, "toward heart"),
        ({"away_from": "spine"}, "away from spine"),
        ({"turn": "clockwise", "seen": "by_client"}, "clockwise seen by client"),
        ({"any": ["toward heart", {"all": ["up", "outward"]}]}, "toward heart or up and outward"),
    ),
    "tool": (
        ({"part": "hand", "manner": "flat"}, "flat hand"),
        ({"any": ["thumbs", {"all": ["fists", "palms"]}]}, "thumbs or fists and palms"),
    ),
    "things": (({"thing": "towel", "manner": "warm"}, "warm towel"),),
    "size": (({"word": "small"}, "small"), ({"length": "3 cm"}, "3 cm")),
    "position": (({"pose": "side_lying", "side": "left"}, "left side_lying"), ({"any": ["prone", "supine"]}, "prone or supine")),
    "therapist": (({"stance": "kneeling", "relation": "beside", "place": "hips"}, "kneeling beside hip"),),
    "pressure": (
        ({"level": "light", "to": "firm", "each": "repeat"}, "light -> firm each repeat"),
        ({"level": 2, "scale": "walton"}, "2 walton"),
        ({"level": 2, "to": 3, "scale": "walton"}, "2 walton -> 3 walton"),
        ({"level": 1, "scale": "walton", "word": "velvety"}, "velvety (1 walton)"),
        ({"change": "rising", "pace": "slowly", "if": "comfortable"}, "rising slowly if comfortable"),
        ({"pain": "..5"}, "pain ..5"),
        ({"pain": "below"}, "below pain"),
        ({"pace": "steady"}, "steady"),
    ),
    "when": (
        ({"found": "knots"}, "found knots"),
        ({"value": "mood", "is": "lively"}, "value mood = lively"),
        ({"value": "long", "is": True}, "value long = true"),
        ({"this": "toe", "is": 5}, "this toe = 5"),
        ({"pass": "last"}, "pass last"),
        ({"position": "left side_lying"}, "position left side_lying"),
        ({"not": {"not": "wanted"}}, "wanted"),
        ({"not": {"not": {"all": ["wanted", "suitable"]}}}, "wanted and suitable"),
    ),
    "until": (
        ({"reached": "elbow"}, "reached elbow"),
        ({"any": ["tissue_softens", "reached elbow"]}, "tissue_softens or reached elbow"),
    ),
}
"""Kind → pairs of a literal and its shortest form."""


@pytest.mark.parametrize(("kind", "written"), [(kind, one) for kind, all_ in SAME.items() for one in all_], ids=str)
def test_the_shortest_form_stays(literals: Literals, kind: str, written: Any) -> None:
    """A literal in its shortest form can be read and is written back as it was."""
    reading = literals.read(kind, written)
    assert reading.mistakes == ()
    assert literals.write(kind, reading.value) == written


@pytest.mark.parametrize(("kind", "pair"), [(kind, one) for kind, all_ in SHORTER.items() for one in all_], ids=str)
def test_the_long_form_is_the_compact_one(literals: Literals, kind: str, pair: tuple[Any, Any]) -> None:
    """The long form of a literal has the value of its compact form, and is written as that."""
    long, compact = pair
    assert literals.read(kind, long).mistakes == ()
    assert literals.read(kind, long).value == literals.read(kind, compact).value
    assert literals.write(kind, literals.read(kind, long).value) == compact


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("count", {"min": 4, "max": 9, "by": "tolerance"}),
        ("count", {"min": 4, "ideal": 5}),
        ("count", {"ideal": 5, "max": 9}),
        (
            "duration",
            {"min": "3 min", "max": "5 min", "each": "side", "by": "body_size", "basis": "estimate", "source": "a", "note": "b"},
        ),
        ("duration", {"vague": "few_minutes", "by": "therapist"}),
        ("duration", {"about": "40 s", "by": "preference"}),
        ("quantity", {"min": "20 ml", "max": "30 ml", "by": "body_size"}),
        (
            "pattern",
            {"shape": "strips", "count": 3, "orientation": "across", "spacing": "2 cm", "size": "small", "progress": "outward"},
        ),
    ],
    ids=str,
)
def test_what_no_string_can_say_stays_long(literals: Literals, kind: str, written: Any) -> None:
    """What only the long form can say is written in it, nothing lost."""
    assert literals.write(kind, literals.read(kind, written).value) == written


def test_own_keys_pass(literals: Literals) -> None:
    """A key that begins with `x-` changes nothing, in every long form and beside a join."""
    assert literals.read("tool", {"part": "hand", "x-mine": [1]}) == literals.read("tool", {"part": "hand"})
    assert literals.read("tool", {"any": ["hand"], "x-mine": None}) == literals.read("tool", "hand")

"""Mistakes in literals: their names, their places and what they say."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import Engine
from strokekit.literals import Literals, Mistake


@pytest.fixture(scope="module")
def literals() -> Literals:
    """Give the reader of the built-ins."""
    return Engine().catalog.literals


def only(literals: Literals, kind: str, written: Any) -> Mistake:
    """Read something that holds just one mistake."""
    reading = literals.read(kind, written)
    assert reading.value is None
    (mistake,) = reading.mistakes
    return mistake


@pytest.mark.parametrize(
    ("kind", "written", "found", "repair"),
    [
        ("count", "5..3", "5..3", "3..5"),
        ("count", "3..2..5", "3..2..5", "2..3..5"),
        ("duration", "5..3 min", "5..3 min", "3..5 min"),
        ("duration", "1 min 30 s..1 min", "1 min 30 s..1 min", "60..90 s"),
        ("duration", "2 breaths..1 breath", "2 breaths..1 breath", "1..2 breaths"),
        ("percent", "50..40%", "50..40%", "40..50%"),
        ("quantity", "20..10 ml", "20..10 ml", "10..20 ml"),
        ("tempo", "30..20/min", "30..20", "20..30"),
        ("pressure", "5..3 walton", "5..3", "3..5"),
        ("pressure", "firm..light", "firm..light", "light..firm"),
        ("place", "5..3 cm below elbow", "5..3 cm", "3..5 cm"),
    ],
)
def test_upside_down(literals: Literals, kind: str, written: str, found: str, repair: str) -> None:
    """A range that runs downward is shown with its repair, and its place is the range."""
    mistake = only(literals, kind, written)
    assert (mistake.name, dict(mistake.facts)) == ("range-upside-down", {"found": found, "repair": repair})
    assert written[mistake.start : mistake.end] == found


def test_upside_down_in_the_long_form(literals: Literals) -> None:
    """The ends of a long form change places in the repair."""
    mistake = only(literals, "duration", {"min": "5 min", "max": "3 min"})
    assert dict(mistake.facts) == {"found": "5 min..3 min", "repair": "min: 3 min, max: 5 min"}


@pytest.mark.parametrize(
    ("kind", "written", "name", "at", "hint"),
    [
        ("pressure", 3, "scale-missing", "3", ""),
        ("pressure", "3..4", "scale-missing", "3..4", ""),
        ("pressure", "velvety (1)", "scale-missing", "1", ""),
        ("pressure", "velvety", "word-has-no-level", "velvety", ""),
        ("pressure", "firm and frim", "word-has-no-level", "frim", "did you mean `firm`?"),
        ("pressure", "3 waltn", "unknown-scale", "waltn", "did you mean `walton`?"),
        ("pressure", "pain 11", "literal", "11", ""),
        ("pressure", "Firm", "literal", "Firm", "words are written in small letters: `firm`"),
        ("pressure", "firm steady", "literal", "steady", ""),
        ("pressure", "firm and", "literal", "and", ""),
        ("count", 0, "zero", "0", ""),
        ("count", "3.5", "literal", "3.5", ""),
        ("count", "3 min", "literal", "min", ""),
        ("count", "few_seconds", "literal", "few_seconds", ""),
        ("count", "severl", "unknown-quantity", "severl", "did you mean `several`?"),
        ("count", "3 each sid", "literal", "sid", "did you mean `side`?"),
        ("count", "1234567890123456", "number-not-plain", "1234567890123456", ""),
        ("count", "٣", "literal", "٣", ""),
        ("duration", "60", "unit-missing", "60", ""),
        ("duration", "1..2 min 30 s", "unit-missing", "1", ""),
        ("duration", "1 min 2 min", "literal", "2 min", ""),
        ("duration", "30 s 1 min", "literal", "1 min", ""),
        ("duration", "1.0005 s", "too-fine", "1.0005 s", ""),
        ("duration", ".5 min", "literal", ".5", "write `0.5`"),
        ("duration", "5 Min", "literal", "Min", "words are written in small letters: `min`"),
        ("duration", "90 s x", "literal", "x", ""),
        ("duration", "1:30", "literal", ":", ""),
        ("duration", "90 s\n", "literal", "\n", ""),
        ("duration", "3 ml", "literal", "ml", ""),
        ("percent", 40, "unit-missing", "40", ""),
        ("percent", "140%", "literal", "140", ""),
        ("quantity", "20 ml..3 cl", "literal", "cl", ""),
        ("quantity", 0, "zero", "0", ""),
        ("quantity", "20 ml..30", "unit-missing", "30", ""),
        ("quantity", "20..25 ml..30", "unit-missing", "30", ""),
        ("length", "3", "unit-missing", "3", ""),
        ("temperature", 40, "unit-missing", "40", ""),
        ("temperature", "5 ml", "literal", "ml", ""),
        ("temperature", "40 °C 5 °F", "literal", "°F", ""),
        ("temperature", "38 °C..104 °F", "literal", "°F", ""),
        ("temperature", "small_amount", "literal", "small_amount", ""),
        ("temperature", "40 °C each side", "literal", "each", ""),
        ("size", "small each side", "literal", "each", ""),
        ("tempo", "0..20/min", "literal", "0..20", ""),
        ("tempo", "20/h", "literal", "h", ""),
        ("place", "beside bck", "unknown-region", "bck", "did you mean `back`?"),
        ("place", "knts in calf", "unknown-word", "knts", "did you mean `knots`?"),
        ("place", "knots or elbow", "literal", "elbow", ""),
        ("place", "rücken", "literal", "rücken", ""),
        ("place", "left left elbow", "literal", "left", ""),
        ("path", "elbow", "literal", "elbow", ""),
        ("path", "knots in elbow", "literal", None, ""),
        ("path", "knee -> nek", "unknown-region", "nek", "did you mean `neck`?"),
        ("placement", "hnds at hips", "unknown-word", "hnds", "did you mean `hands`?"),
        ("tool", "thumbs, fists", "literal", ",", ""),
        ("tool", "left left thumb", "literal", "left", ""),
        ("things", "left towel", "literal", "left", ""),
        ("position", "left right side_lying", "literal", "left", ""),
        ("position", "prone and supine", "literal", "prone and supine", ""),
        ("side", "lft", "literal", "lft", ""),
        ("therapist", "warm standing beside hips", "literal", "standing", ""),
        ("when", "wanted and suitable or possible", "literal", "or", ""),
        ("when", "found nots", "unknown-word", "nots", "did you mean `knots`?"),
        ("until", "reached elbw", "unknown-region", "elbw", "did you mean `elbow`?"),
    ],
)  # fmt: skip
def test_place_in_the_text(literals: Literals, kind: str, written: Any, name: str, at: str | None, hint: str) -> None:
    """A mistake in a compact text has its name, its exact place and what may be meant."""
    mistake = only(literals, kind, written)
    shown = None if mistake.end is None else str(written)[mistake.start : mistake.end]
    assert (mistake.name, shown, mistake.hints) == (name, at, (hint,) if hint else ())


@pytest.mark.parametrize(
    ("kind", "written", "name", "path", "problem"),
    [
        ("pressure", {"level": 3}, "scale-missing", ("level",), None),
        ("pressure", {"level": "firm", "to": "3"}, "scale-missing", ("to",), None),
        ("pressure", {"level": "firm", "on_return": "frim"}, "word-has-no-level", ("on_return",), None),
        ("pressure", {"level": "firm", "on_return": "deeper"}, "literal", (), "`on_return` takes just a level"),
        ("pressure", {"level": "steady"}, "literal", (), "`steady` is no level"),
        ("pressure", {"level": "firm and steady", "on_return": "light"}, "literal", (), "this says several things at once"),
        ("pressure", {"level": "firm", "pain": 3}, "literal", (), "`level` and `pain` are two things"),
        ("pressure", {"level": "firm", "scale": "walton"}, "literal", ("scale",), "`walton` is not understood here"),
        ("pressure", {"level": "firm", "each": "repeat"}, "literal", ("each",), "`each` is not understood here"),
        ("pressure", {"level": "firm", "manner": "bogus"}, "literal", ("manner",), "the catalogue has no manner `bogus`"),
        ("pressure", {"scale": "walton"}, "literal", (), "this says too little"),
        ("pressure", {"any": ["firm", 3]}, "scale-missing", ("any", 1), None),
        ("pressure", {"any": [{"all": ["frim"]}]}, "word-has-no-level", ("any", 0, "all", 0), None),
        ("pressure", {"any": ["firm", "unstated"]}, "literal", ("any", 1), "`unstated` stands for the whole of a field"),
        ("pressure", {"any": ["firm"], "level": "firm"}, "literal", (), "`any` stands alone, not beside `level`"),
        ("pressure", {"any": []}, "literal", ("any",), "`any` takes a list"),
        ("count", {"count": 0}, "zero", ("count",), None),
        ("count", {"count": 6, "min": 3}, "literal", (), "`count` and `min` say the same thing twice"),
        ("count", {"count": 6, "each": "sid"}, "literal", ("each",), "the catalogue has no unit to count by `sid`"),
        ("count", {"min": "3..4"}, "literal", (), "`min` takes a single amount"),
        ("count", {"ideal": 3}, "literal", (), "this says too little"),
        ("count", {"min": 3, "by": "nobody"}, "literal", ("by",), "the catalogue has no word for what decides `nobody`"),
        ("duration", {"min": 3, "max": "5 min"}, "unit-missing", ("min",), None),
        ("quantity", {"min": "3 ml", "max": "5 cl"}, "literal", (), "the ends have different units"),
        ("place", {"region": "elbow and wrist"}, "literal", ("region",), "`region` takes one word"),
        ("place", {"region": "elbw"}, "unknown-region", ("region",), None),
        ("place", {"region": "elbow", "side": "middle"}, "literal", ("side",), "`side` takes `left`, `right`"),
        (
            "place",
            {"region": "elbow", "relation": "below", "offset": "3 foo"},
            "literal",
            ("offset",),
            "`foo` is not understood here",
        ),
        ("place", {"region": "elbow", "at": "neck and head"}, "literal", (), "this says several things at once"),
        ("place", {"all": ["knots", "elbow"]}, "literal", ("all", 0), "findings and marked spots are not joined by `all`"),
        ("path", {"places": ["elbow", "nek"]}, "unknown-region", ("places", 1), None),
        ("temperature", {"vague": "small_amount"}, "unknown-key", ("vague",), None),
        ("temperature", {"by": "tolerance"}, "literal", (), "this says too little"),
        ("path", {"places": ["elbow"]}, "literal", ("places",), "a path leads from one place to another"),
        ("direction", {"toward": "heart", "seen": "by_client"}, "literal", ("seen",), "`seen` is not understood here"),
        (
            "pattern",
            {"shape": "steps", "spacing": "unstated"},
            "literal",
            ("spacing",),
            "`unstated` stands for the whole of a field",
        ),
        (
            "pattern",
            {"shape": "lines", "count": "3 each way"},
            "literal",
            ("count",),
            "a pattern is counted as a whole, not for `each` of something",
        ),
        (
            "pattern",
            {"shape": "lines", "count": {"min": 2, "max": "unstated"}},
            "literal",
            ("count", "max"),
            "`unstated` stands for the whole of a field",
        ),
        ("when", {"found": "knots", "not": "wanted"}, "literal", (), "`found` and `not` are two things"),
        ("when", {"not": "unstated"}, "literal", ("not",), "`unstated` stands for the whole of a field"),
        ("when", {"found": "knots", "is": 3}, "literal", ("is",), "`=` is not understood here"),
        ("when", {"value": "mood", "is": 1.5}, "literal", ("is",), "`is` takes a word, a number, true or false"),
        ("side", {"side": "left"}, "literal", (), "a mapping is not understood here"),
        ("tool", ["thumbs", "fists"], "literal", (), "a list is not understood here"),
        ("tool", None, "literal", (), "nothing is not understood here"),
        ("place", 3, "literal", (), "`3` is not understood here"),
    ],
)
def test_place_in_the_long_form(
    literals: Literals, kind: str, written: Any, name: str, path: tuple[str | int, ...], problem: str | None
) -> None:
    """A mistake in a long form is reported at its key."""
    mistake = only(literals, kind, written)
    assert (mistake.name, mistake.path, mistake.facts.get("problem")) == (name, path, problem)


def test_unknown_key(literals: Literals) -> None:
    """A key that a long form has not is reported at the key, with the one that may be meant."""
    mistake = only(literals, "tool", {"part": "hand", "maner": "flat"})
    assert (mistake.name, mistake.path, mistake.on) == ("unknown-key", ("maner",), "key")
    assert dict(mistake.facts) == {"key": "maner", "where": "the long form of a tool"}
    assert mistake.hints == ("did you mean `manner`?",)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ({"all": [{"any": ["up"] * 20}] * 3}, "this makes 8000 alternatives"),
        ({"all": [{"any": ["up"] * 100}] * 30}, "this makes too many alternatives"),
        ("up or " * 200 + "up", "this is longer than 1000 characters"),
    ],
)
def test_bounds(literals: Literals, written: Any, problem: str) -> None:
    """What would grow without bound is refused."""
    assert only(literals, "direction", written).facts["problem"] == problem


def test_nesting_is_bounded(literals: Literals) -> None:
    """A join nested without end is refused, not followed."""
    written: Any = "up"
    for _ in range(5_000):
        written = {"any": [written]}
    assert only(literals, "direction", written).facts["problem"] == "this nests deeper than 20 levels"


@pytest.mark.parametrize(
    ("written", "found", "limits", "place"),
    [
        pytest.param("toe 9", "toe 9", "`toe` counts from 1 to 5", (0, 5), id="a toe too many"),
        pytest.param("tip of left toes 6", "toe 6", "`toe` counts from 1 to 5", (7, 18), id="in a longer place"),
        pytest.param("calf 2", "calf 2", "`calf` is not counted", (0, 6), id="what is no row"),
        pytest.param("joint 3 of finger 1", "joint 3", "`finger 1` has 2 joints", (0, 7), id="a joint of the thumb"),
        pytest.param("joint 4 of finger", "joint 4", "`finger` has 3 joints", (0, 7), id="a joint of any finger"),
        pytest.param("joint 4 of every toe", "joint 4", "`toe` has 3 joints", (0, 7), id="a joint of every toe"),
    ],
)
def test_numbers_are_held_against_the_row(
    literals: Literals, written: str, found: str, limits: str, place: tuple[int, int]
) -> None:
    """A digit or a joint that nobody has is a mistake at its words, with what there is."""
    mistake = only(literals, "place", written)

    assert (mistake.name, mistake.facts, (mistake.start, mistake.end)) == (
        "no-such-member",
        {"found": found, "limits": limits},
        place,
    )


@pytest.mark.parametrize("kind", ["path", "placement", "direction", "until"])
def test_numbers_are_held_wherever_a_place_stands(literals: Literals, kind: str) -> None:
    """The numbers in paths, placements, directions and ends are held as well."""
    written = {"path": "knee -> toe 9", "placement": "hand on toe 9", "direction": "toward toe 9", "until": "reached toe 9"}[kind]

    assert only(literals, kind, written).name == "no-such-member"


def test_a_number_of_the_long_form_is_held_too(literals: Literals) -> None:
    """In a mapping the number is reported as in a text."""
    assert only(literals, "place", {"region": "toe", "number": 9}).facts["found"] == "toe 9"


def test_only_this_may_stand_before_joint_and_place(literals: Literals) -> None:
    """`place` and a lone `joint` are no regions: they only repeat the word of a loop."""
    assert [only(literals, "place", written).name for written in ("place", "every place", "joint")] == ["unknown-region"] * 3

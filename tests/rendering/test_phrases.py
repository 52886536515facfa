"""Values in words: every field of every kind, as it stands on a card."""

from __future__ import annotations

import pytest

from strokekit.literals.fields import DOSE, STATE
from strokekit.model.amounts import UNSTATED
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases
from tests.rendering.hostile import engine

PHRASES = Phrases(Messages(engine().catalog))


def say(name: str, written: object) -> str:
    """Put the value of a field, given as it is written, into words."""
    field = DOSE.get(name) or STATE[name]
    if field.kind == "word":
        return PHRASES.value(name, written)
    if field.kind == "stages":
        literals = engine().catalog.literals
        assert isinstance(written, list)
        return PHRASES.value(
            name, [{key: literals.read(DOSE[key].kind, part).value for key, part in dose.items()} for dose in written]
        )
    if written == "none" and name == "bolsters":
        return PHRASES.value(name, ())
    reading = engine().catalog.literals.read(field.kind, written)
    assert reading.mistakes == ()
    return PHRASES.value(name, (reading.value,) if field.listed and reading.value is not UNSTATED else reading.value)


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("repeat", 1, "once"),
        ("repeat", "3..5", "3–5 times"),
        ("repeat", "several", "several times"),
        ("repeat", "6 each way", "6 times for each way"),
        ("hold", "few_seconds", "a few seconds"),
        ("hold", "3 breaths", "3 breaths"),
        ("duration", "60..90 s", "1 min–1 min 30 s"),
        ("duration", "3..5 min", "3–5 min"),
        ("duration", "~40 s each side", "about 40 s for each side"),
        ("duration", "..2 min", "at most 2 min"),
        ("duration", "2 min..", "at least 2 min"),
        ("duration", "90 min", "1 h 30 min"),
        ("tempo", "20/min", "20 a minute"),
        ("tempo", "3 cm/s", "3 cm/s"),
        ("tempo", "4 s each", "4 s for each repeat"),
        ("tempo", "slow", "slow"),
        ("where", "top of shoulders", "top of the shoulders"),
        ("where", "beside spine at base of neck", "beside the spine at the base of the neck"),
        ("where", "3 finger_widths below left elbow", "3 finger widths below the left elbow"),
        ("where", "knots or tight_areas in calf", "knots or tight areas in the calves"),
        ("where", "between shoulder and neck", "between the shoulders and the neck"),
        ("where", "posterior thigh", "posterior thighs"),
        ("where", "marked sore", "the spots marked as sore"),
        ("path", "upper_back -> mid_back", "upper back → mid-back"),
        ("pattern", "3 strips across", "3 strips across"),
        ("side", "both_at_once or both", "both sides at once or both sides, one after the other"),
        ("direction", "across fibres and away from spine", "across the fibres and away from the spine"),
        ("direction", "clockwise seen by client", "clockwise, as the client sees it"),
        ("tool", "thumbs or palm_heels", "thumbs or heels of the hand"),
        ("tool", "left thumb", "left thumb"),
        ("grip", "hands at hips", "hands at the hips"),
        ("size", "3 cm", "3 cm"),
        ("size", "small", "small"),
        ("pressure", "gentle", "gentle (Walton 1–2)"),
        ("pressure", "gentle..moderate", "gentle–moderate (Walton 1–3)"),
        ("pressure", "2 walton", "Walton 2"),
        ("pressure", "deeper", "deeper than before"),
        ("pressure", "rising slowly if comfortable", "rising slowly, if the client is comfortable"),
        ("pressure", "firm and pain ..5", "firm (Walton 3–4) and pain at most 5 of 10"),
        ("pressure", "light -> firm each repeat", "from light (Walton 1–2) to firm (Walton 3–4) for each repeat"),
        ("pressure", {"level": "firm", "on_return": "light"}, "firm (Walton 3–4), on the way back light (Walton 1–2)"),
        ("until", "tissue_softens or reached elbow", "the tissue softens or the hands reach the elbows"),
        ("breath", "exhale", "out-breath"),
        ("amount", "small_amount", "a small amount"),
        ("amount", "20..30 ml", "20–30 ml"),
        ("thing", "warm towel", "warm towel"),
        ("position", "left side_lying or prone", "left side-lying or prone"),
        ("therapist", "standing or kneeling beside hips", "standing or kneeling beside the hips"),
        ("lubricant", "none", "none"),
        ("lubricant", {"product": "oil", "amount": "20 ml", "warmed": True}, "oil, 20 ml, warmed"),
        ("lubricant", {"product": "oil", "warmed": False}, "oil, not warmed"),
        ("lubricant", "oil or lotion", "oil or lotion"),
        ("bolsters", "2 towel under head", "2 towel under the head"),
        ("contact", "constant", "one hand stays on the client throughout"),
        ("repeat", "unstated", "not stated"),
        ("repeat", "3..4..6", "3–6 times, ideally 4"),
        ("repeat", {"min": 4, "max": 9, "by": "tolerance"}, "4–9 times, by what the client tolerates"),
        ("repeat", {"count": 3, "basis": "estimate"}, "3 times (by an estimate)"),
        ("repeat", {"count": 3, "basis": "hearsay"}, "3 times (by hearsay)"),
        ("repeat", {"count": 3, "source": "book", "note": "or so"}, "3 times (from book) (or so)"),
        ("duration", {"min": "1 min", "max": "3 min", "ideal": "90 s"}, "1–3 min, ideally 1 min 30 s"),
        ("share", "40..50%", "40–50%"),
        ("share", "~30%", "about 30%"),
        (
            "stages",
            [{"pressure": "light"}, {"repeat": 2, "hold": "5 s"}],
            "Pressure: light (Walton 1–2), then How often: 2 times; Hold: 5 s",
        ),
        ("where", "tip of toe 2", "tip of toe 2"),
        ("where", "beside toe 2", "beside toe 2"),
        ("where", "knots in toe 2", "knots in toe 2"),
        (
            "pattern",
            {"shape": "steps", "spacing": "3 cm", "progress": "near_to_far"},
            "steps, 3 cm apart, working from near to far",
        ),
        ("pattern", {"shape": "lines", "size": "long"}, "long lines"),
        ("pattern", {"shape": "lines", "count": {"min": 2, "max": 5, "by": "body_size"}}, "2–5 lines, by the size of the body"),
        ("pattern", {"shape": "lines", "count": "several"}, "several lines"),
        ("grip", "cradle at head", "cradle at the head"),
        ("pressure", {"level": "firm", "manner": "flat"}, "firm (Walton 3–4), flat"),
        ("pressure", {"change": "rising", "to": "firm"}, "rising, up to firm (Walton 3–4)"),
        (
            "position",
            {"pose": "side_lying", "side": "left", "edge": "10 cm"},
            "left side-lying, 10 cm from the edge of the table",
        ),
        ("position", {"pose": "prone", "alignment": "diagonal"}, "prone, diagonal on the table"),
        (
            "therapist",
            {"stance": "standing", "relation": "beside", "place": "hips", "side": "left"},
            "standing beside the hips, on the left",
        ),
        ("bolsters", "none", "none"),
    ],
    ids=str,
)
def test_a_field_is_said_in_words(name: str, written: object, expected: str) -> None:
    """Every kind of literal reads as a phrase that a therapist would say."""
    assert say(name, written) == expected


def test_every_dose_and_state_field_has_words() -> None:
    """No field of the format is silent on the card."""
    from strokekit.rendering.phrases import _WRITERS

    assert set(_WRITERS) == {*DOSE, *STATE}


@pytest.mark.parametrize(
    ("ms", "expected"),
    [
        (0, "0 s"),
        (400, "under 1 s"),
        (1_000, "1 s"),
        (59_600, "1 min"),
        (90_000, "1 min 30 s"),
        (3_600_000, "1 h"),
        (5_400_499, "1 h 30 min"),
    ],
    ids=str,
)
def test_times_are_said_to_the_second(ms: int, expected: str) -> None:
    """A time is rounded to the nearest second, and never to nothing where there is something."""
    assert PHRASES.time(ms) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("wanted", "wanted"),
        ("not found knots", "not: knots are found"),
        ("value mood = lively", "mood is lively"),
        ("answer mood", "“mood” is answered with yes"),
        ("answer mood = soft", "“mood” is answered with soft"),
        ("client pregnant", "the client is pregnant"),
        ("thing towel = warm", "towel is warm"),
        ({"thing": "towel"}, "towel is used"),
        ("this toe = 5", "this is toe 5"),
        ("pass last", "this is the last pass"),
        ("value long", "long is chosen"),
        ("found knots and position prone", "knots are found and the client lies prone"),
        ({"any": ["suitable", {"all": ["wanted", "possible"]}]}, "suitable or wanted and possible"),
    ],
    ids=str,
)
def test_a_condition_is_said_in_words(written: object, expected: str) -> None:
    """A condition reads after the words `only if`."""
    assert PHRASES.when(engine().catalog.literals.read("when", written).value) == expected

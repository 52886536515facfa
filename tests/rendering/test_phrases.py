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
        ("until", "tissue_softens or reached elbow", "the tissue softens or the elbows is reached"),
        ("breath", "exhale", "out-breath"),
        ("amount", "small_amount", "a small amount"),
        ("amount", "20..30 ml", "20–30 ml"),
        ("thing", "warm towel", "warm towel"),
        ("position", "left side_lying or prone", "left side-lying or prone"),
        ("therapist", "standing or kneeling beside hips", "standing or kneeling beside the hips"),
        ("lubricant", "none", "none"),
        ("lubricant", {"product": "oil", "amount": "20 ml"}, "20 ml, oil"),
        ("bolsters", "2 towel under head", "2 towel under the head"),
        ("contact", "constant", "one hand stays on the client throughout"),
        ("repeat", "unstated", ""),
    ],
    ids=str,
)
def test_a_field_is_said_in_words(name: str, written: object, expected: str) -> None:
    """Every kind of literal reads as a phrase that a therapist would say."""
    assert say(name, written) == expected


def test_every_dose_and_state_field_has_words() -> None:
    """No field of the format is silent on the card."""
    from strokekit.rendering.phrases import _WRITERS

    assert {name for name, field in {**DOSE, **STATE}.items() if not field.later} - set(_WRITERS) == set()


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
        ("value long", "long is chosen"),
        ("found knots and position prone", "knots are found and the client lies prone"),
        ({"any": ["suitable", {"all": ["wanted", "possible"]}]}, "suitable or wanted and possible"),
    ],
    ids=str,
)
def test_a_condition_is_said_in_words(written: object, expected: str) -> None:
    """A condition reads after the words `only if`."""
    assert PHRASES.when(engine().catalog.literals.read("when", written).value) == expected

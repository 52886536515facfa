"""Numbers, lists, lengths of time and the writing direction, as languages have them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from strokekit.rendering.locale import Locale
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases
from tests.rendering.hostile import engine


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        pytest.param("en", 12_500, "12,500", id="groups"),
        pytest.param("de", Decimal("0.125"), "0,125", id="nothing is rounded"),
        pytest.param("ne", 1_234_567, "12,34,567", id="groups of another language"),
        pytest.param("de-AT-x-own", Decimal("0.5"), "0,5", id="the base language of a tag that nobody knows"),
        pytest.param("klingon", Decimal("0.5"), "0.5", id="English for what is no language"),
        pytest.param("", Decimal("0.5"), "0.5", id="English for nothing"),
    ],
)
def test_a_number_is_written_as_the_language_does(language: str, number: Decimal | int, expected: str) -> None:
    """With its decimal sign, its groups and its digits."""
    assert Locale(language).number(number) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", "5 minutes, 30 seconds", id="English"),
        pytest.param("de", "5 Minuten und 30 Sekunden", id="German"),
        pytest.param("fr", "5 minutes et 30 secondes", id="French"),
        pytest.param("co", "5 min è 30 s", id="a language of which Babel knows no units"),
    ],
)
def test_a_length_of_time_is_read_out(language: str, expected: str) -> None:
    """In whole units of the language."""
    assert Locale(language).duration(330_000).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("ms", "expected"),
    [
        pytest.param(0, "0 Sek.", id="nothing"),
        pytest.param(499, "0 Sek.", id="less than half a second"),
        pytest.param(59_500, "1 Min.", id="rounded to the second"),
        pytest.param(3_600_000, "1 Std.", id="an hour"),
        pytest.param(3_661_000, "1 Std. 1 Min. 1 Sek.", id="all three"),
    ],
)
def test_a_length_of_time_is_abbreviated(ms: int, expected: str) -> None:
    """No unit of which there is none is said, unless there is nothing at all."""
    assert Locale("de").duration(ms, length="short") == expected


def test_lists_shares_and_directions() -> None:
    """A list has the words and the commas of its language."""
    assert Locale("en").listed(["a", "b", "c"]) == "a, b, and c"
    assert Locale("de").listed(["a", "b", "c"], "or") == "a, b oder c"
    assert (Locale("de").percent(50), Locale("en").percent(Decimal("12.5"))) == ("50\u00a0%", "12.5%")
    assert (Locale("he").direction, Locale("de").direction) == ("rtl", "ltr")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", "1 min 5 s", id="with the units of its catalogue"),
        pytest.param("de", "1 Min. 5 Sek.", id="with those that Babel knows"),
        pytest.param("fr", "1 min 5 s", id="a language without words: all of it English"),
    ],
)
def test_cards_say_times_in_one_language(language: str, expected: str) -> None:
    """Numbers and units are of the language that the words are in."""
    assert Phrases(Messages(engine().catalog, language)).time(65_000) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", {"en": "Palm", "de": "Handfläche"}, "palm", id="an English noun"),
        pytest.param("de", {"en": "Palm", "de": "Handfläche"}, "Handfläche", id="a German noun"),
        pytest.param("de", {"en": "Palm"}, "palm", id="English in a German card"),
        pytest.param("en", "TENS", "TENS", id="an abbreviation"),
    ],
)
def test_a_title_within_a_sentence(language: str, text: Any, expected: str) -> None:
    """It loses its capital, unless it is German or an abbreviation."""
    assert Messages(engine().catalog, language).within(text) == expected

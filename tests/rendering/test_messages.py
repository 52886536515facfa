"""The message catalogues: complete in both directions, in the language asked for, with fallbacks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from strokekit.engine import Engine
from strokekit.rendering.messages import Messages, choose, fallbacks
from tests.plugins.plugs import giving
from tests.rendering.hostile import article, engine

SRC = Path(__file__).parents[2] / "src" / "strokekit"
ROOMS = ("rendering", "playing", "exporting", "drawing", "webpage", "cli")
SAID = re.compile(r"""\b_?say\(\s*f?["']([a-zA-Z_-]+)(\{)?""")
LINES = re.compile(r'\.(card_)?line\(\s*"([a-z_-]+)"')


def names() -> set[str]:
    """Give the names of all messages of the English catalogue."""
    text = (SRC / "builtin" / "data" / "messages" / "en.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-zA-Z][a-zA-Z0-9_-]*) =", text, re.MULTILINE))


def sources() -> str:
    """Give the text of everything that says messages."""
    files = [path for room in ROOMS for kind in ("*.py", "*.j2") for path in sorted((SRC / room).rglob(kind))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def said() -> tuple[set[str], set[str]]:
    """Give the message names that the code says whole, and the beginnings of those that it completes."""
    found = SAID.findall(sources())
    whole = {name for name, open_ in found if not open_} | {
        f"{'card' if head else 'line'}-{name}" for head, name in LINES.findall(sources())
    }
    return whole, {name for name, open_ in found if open_}


def test_every_message_that_the_code_says_exists() -> None:
    """No message is said that the English catalogue does not have."""
    assert said()[0] - names() == set()


def test_every_beginning_of_a_message_name_is_the_beginning_of_one() -> None:
    """No message name is completed to something that no catalogue could have."""
    assert {start for start in said()[1] if not any(name.startswith(start) for name in names())} == set()


def test_every_message_of_the_catalogue_is_said_somewhere() -> None:
    """No message lies unused in the catalogue: each stands in the code by its name or by the beginning of it."""
    whole, starts = said()
    quoted = set(re.findall(r'"([a-zA-Z_-]+)"', sources()))
    unused = {name for name in names() - whole - quoted if not any(name.startswith(start) for start in starts)}
    assert unused == set()


@pytest.mark.parametrize(
    ("language", "more", "expected"),
    [
        pytest.param("ne-NP", (), ("ne-NP", "ne", "en"), id="region, language, English"),
        pytest.param("en", (), ("en",), id="English alone"),
        pytest.param("de", ("fr",), ("de", "fr", "en"), id="the routine's own before English"),
    ],
)
def test_languages_are_tried_from_the_special_to_the_general(
    language: str, more: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """The tag asked for comes first, then its base language, then the rest."""
    assert fallbacks(language, *more) == expected


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        pytest.param({"en": "Back", "ne": "ढाड"}, ("ne", "en"), "ढाड", id="the first language that is there"),
        pytest.param({"fr": "Dos"}, ("ne", "en"), "Dos", id="else the first that was written"),
        pytest.param("Back", ("ne",), "Back", id="plain text"),
        pytest.param(None, ("en",), "", id="nothing"),
    ],
)
def test_a_text_falls_back_to_the_next_best_language(text: object, languages: tuple[str, ...], expected: str) -> None:
    """A text is never missing because of its language."""
    assert choose(text, languages) == expected


def test_a_message_counts() -> None:
    """One is said otherwise than many."""
    messages = Messages(engine().catalog)
    assert (messages.say("times", count=1, text="1"), messages.say("times", count=3, text="3")) == ("once", "3 times")


def test_an_unknown_message_is_a_mistake_of_the_program() -> None:
    """A message that no catalogue has raises, so that a test finds it."""
    with pytest.raises(KeyError, match="no-such-message"):
        Messages(engine().catalog).say("no-such-message")


def test_a_message_with_a_missing_fact_is_a_mistake_of_the_program() -> None:
    """A message is never said with a hole in it."""
    with pytest.raises(KeyError, match="about"):
        Messages(engine().catalog).say("about")


@pytest.mark.parametrize(
    ("group", "id_", "expected"),
    [
        pytest.param("region", "scapula", "shoulder blade", id="a title within a sentence"),
        pytest.param("scale", "walton", "Walton", id="the name of a scale"),
        pytest.param("tool", "no_such_tool", "no such tool", id="an id without an entry"),
    ],
)
def test_an_entry_is_named_as_within_a_sentence(group: str, id_: str, expected: str) -> None:
    """Titles lose their capital within a sentence; proper names keep it."""
    assert Messages(engine().catalog).name(group, id_) == expected


@pytest.mark.parametrize(
    ("group", "id_", "expected"),
    [
        pytest.param("region", "scapula", "shoulder blades", id="regular"),
        pytest.param("region", "calf", "calves", id="declared"),
        pytest.param("tool", "palm_heel", "heels of the hand", id="the head of a phrase"),
        pytest.param("tool", "foot", "feet", id="irregular"),
    ],
)
def test_several_are_named_in_the_plural(group: str, id_: str, expected: str) -> None:
    """The declared plural comes before what English would make."""
    assert Messages(engine().catalog).plural(group, id_) == expected


def test_a_text_of_any_length_is_said() -> None:
    """Fluent refuses parts of a few thousand characters; a routine may have them."""
    long = "Breathe in. " * 1_000
    head = "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\n"
    routine = f"{head}sections: [{{id: a, steps: [{{say: '{long}', note: '{long}'}}]}}]"
    made = engine()
    plan = made.compose(made.loads(routine)).require()

    shown = [" ".join(str(made.render(plan, to=to)).split()) for to in ("text", "markdown")]
    assert [text.count(long.strip()) for text in shown] == [2, 2]


def test_a_wrong_translation_is_passed_over() -> None:
    """Where a plugin's catalogue asks for what nobody gives, the next language says the message."""
    wrong = giving("strokekit_messages", {"fr": "then = { $nobody }\ncard-total = oui"})
    made = Engine(plugins={"fr": wrong})

    assert Messages(made.catalog, "fr").join("then", ["a", "b"]) == "a, then b"


SHIPPED = SRC / "builtin" / "data" / "messages"
FACT = re.compile(r"\$([a-z_]+)")


def catalogue(language: str) -> dict[str, set[str]]:
    """Give the names of the facts of each message of a shipped catalogue."""
    text = (SHIPPED / f"{language}.ftl").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-zA-Z][a-zA-Z0-9_-]* =)", text, flags=re.MULTILINE)[1:]
    return {entry.partition(" =")[0]: set(FACT.findall(entry)) for entry in entries}


def test_the_shipped_languages_are_complete() -> None:
    """German has every message of English but the units of time, which Babel knows; each is filled with the same facts."""
    english = {name: facts for name, facts in catalogue("en").items() if not name.startswith("time-")}

    assert catalogue("de") == english


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_message_stands_in_a_catalogue_twice(language: str) -> None:
    """Fluent takes the first of two, and nobody would see that the other is never said."""
    text = (SHIPPED / f"{language}.ftl").read_text(encoding="utf-8")
    counts = Counter(re.findall(r"^([a-zA-Z][a-zA-Z0-9_-]*) =", text, flags=re.MULTILINE))

    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_message_of_a_shipped_language_is_said(language: str) -> None:
    """None of them is broken: each can be filled with its facts."""
    messages = Messages(engine().catalog, language)
    said = {name: messages.say(name, **dict.fromkeys(facts, "x")) for name, facts in catalogue(language).items()}

    assert [name for name, text in said.items() if not text or "{" in text] == []


def test_a_card_is_in_the_language_that_is_asked_for() -> None:
    """Labels, headings, durations, lists and numbers are German; titles that have no German stay as they are."""
    card = " ".join(str(engine().render(article(), to="text", language="de")).split())

    assert "Bereitlegen ----------- [ ] massage table oder firm and comfortable surface" in card
    assert "2.2 Gliding (U1) ~32 Sek. (12 Sek.–1 Min. 25 Sek.) Weg: upper back → mid-back → upper back" in card
    assert "Zeit: ~23 Min. 1 Sek. (9 Min. 36 Sek.–54 Min. 15 Sek.)" in card

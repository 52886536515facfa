"""The message catalogues: complete in both directions, in the language asked for, with fallbacks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from strokekit.engine import Engine
from strokekit.rendering.messages import Messages, choose, fallbacks
from tests.plugins.plugs import giving
from tests.rendering.hostile import engine

SRC = Path(__file__).parents[2] / "src" / "strokekit"
SAID = re.compile(r"""\bsay\(\s*f?["']([a-zA-Z_-]+)(\{)?""")
LINES = re.compile(r'\.(card_)?line\(\s*"([a-z_-]+)"')


def names() -> set[str]:
    """Give the names of all messages of the English catalogue."""
    text = (SRC / "builtin" / "data" / "messages" / "en.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-zA-Z][a-zA-Z0-9_-]*) =", text, re.MULTILINE))


def sources() -> str:
    """Give the text of everything that says messages."""
    files = [path for room in ("rendering", "playing", "cli") for path in sorted((SRC / room).rglob("*.py"))]
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

    assert [str(made.render(plan, to=to)).count(long.strip()) for to in ("text", "markdown")] == [2, 2]


def test_a_wrong_translation_is_passed_over() -> None:
    """Where a plugin's catalogue asks for what nobody gives, the next language says the message."""
    wrong = giving("strokekit_messages", {"de": "joined-or = { $nobody }\ncard-total = ja"})
    made = Engine(plugins={"de": wrong})

    assert Messages(made.catalog, "de").join("or", ["a", "b"]) == Messages(made.catalog).join("or", ["a", "b"])

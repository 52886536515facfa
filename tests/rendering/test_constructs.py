"""Every construct of the format on both cards, and nothing that is written stays unseen."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from strokekit.rendering.cards import escape_markdown
from tests.rendering.constructs import CONSTRUCTS, Construct
from tests.rendering.facts import card_of, facts, plan_of, without
from tests.rendering.hostile import engine

UNSEEN = {
    "strokekit": "the version of the format",
    "id": "a name for programs",
    "default": "what holds is shown, whether it was set or not",
    "kind": "`routine`, `point` and the like hold unless another is said",
    "mirror": "seen in what stays as it was",
    "since": "seen where it is not what holds anyway",
    "type": "seen in what a question takes",
    "slow": "of a value that nothing uses",
}
"""Last key of a fact that may go unseen → why."""


def cards(construct: Construct) -> tuple[str, str]:
    """Render a construct as text and as Markdown, the latter without its marks."""
    plan = engine().compose(engine().loads(json.dumps(construct.data), syntax="json")).require()
    text, markdown = (str(engine().render(plan, to=to)) for to in ("text", "markdown"))
    return text, markdown


def in_order(card: str, wanted: tuple[str, ...]) -> list[str]:
    """Give those of the wanted lines that are not there, in the order in which they are wanted.

    A card breaks its lines where it likes, and a label that several lines share stands once, above them.
    """
    text, at, missing = " ".join(card.split()), 0, []
    for line in wanted:
        places = [(text.find(form, at), form) for form in (line, f"- {line.partition(': ')[2]}") if len(form) > len("- ")]
        found = min(((place, form) for place, form in places if place >= 0), default=None)
        missing += [line] if found is None else []
        at = at if found is None else found[0] + len(found[1])
    return missing


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name)
def test_a_construct_is_on_the_text_card(construct: Construct) -> None:
    """Its lines stand there whole and in order."""
    text, _ = cards(construct)

    assert in_order(text, quoted(construct, '"', '"')) == []


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name)
def test_a_construct_is_on_the_markdown_card(construct: Construct) -> None:
    """The same lines, with their labels in bold and their titles as headings."""
    _, markdown = cards(construct)
    wanted = tuple(escape_markdown(line) for line in quoted(construct, "“", "”"))

    assert in_order(markdown.replace("**", ""), wanted) == []


def quoted(construct: Construct, opening: str, closing: str) -> tuple[str, ...]:
    """Draw the quotation marks as a card does."""
    return tuple(re.sub(r"\|(.*)\|", rf"{opening}\1{closing}", line) for line in construct.lines)


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name)
def test_nothing_that_is_written_goes_unseen(construct: Construct) -> None:
    """Whatever is taken out of a routine, its card shows that it is gone."""
    whole = card_of(engine().compose(engine().loads(json.dumps(construct.data), syntax="json")).require())
    unseen = [way for way in facts(construct.data) if way[-1] not in UNSEEN and _unseen(construct.data, way, whole)]

    assert unseen == []


def _unseen(data: Any, way: tuple[Any, ...], whole: Any) -> bool:
    plan = plan_of(without(data, way))
    return plan is not None and card_of(plan) == whole


def test_a_link_is_followed_only_to_the_web_or_beside_the_routine() -> None:
    """Any other address is shown as it is written, and is no link."""
    media = [
        {"kind": "image", "href": href, "title": "See"} for href in ("https://a.org/b c", "waves.ogg", "javascript:alert(1)")
    ]
    step = {"technique": "kneading", "where": "calf", "media": media}
    data = {"strokekit": 1, "title": "T", "contraindications": "none_reviewed", "sections": [{"id": "s", "steps": [step]}]}
    plan = plan_of(data)
    assert plan is not None

    assert [line for line in str(engine().render(plan)).splitlines() if "See" in line] == [
        "  - [See](<https://a.org/b%20c>)",
        "  - [See](<waves.ogg>)",
        "  - See (javascript:alert(1))",
    ]
    assert "    Picture:\n      - See (https://a.org/b c)\n      - See (waves.ogg)\n" in str(engine().render(plan, to="text"))

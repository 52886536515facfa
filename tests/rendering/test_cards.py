"""The treatment card: everything the article says, and nothing that a hostile text could make of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from strokekit.errors import UsageError
from strokekit.rendering.cards import escape_markdown
from strokekit.rendering.lines import one_line
from tests.rendering.hostile import NASTY, article, engine, nasty, routine, timeline


def card(to: str) -> str:
    """Render the article's card."""
    made = engine().render(article(), to=to)
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize("to", ["text", "markdown"])
@pytest.mark.parametrize(
    "words",
    [
        "massage table or firm",
        "Dim the lights",
        "wanted",
        "Rub the hands",
        "warm towel",
        "oil or lotion",
        "a small amount",
        "upper back → mid-back → upper back",
        "gentle (Walton 1–2)",
        "3–5 times",
        "top of the shoulders and around the shoulder blades",
        "rising slowly, if the client is comfortable",
        "Is this still comfortable?",
        "fingers and thumbs",
        "knots or tight areas in the upper back and shoulders",
        "deeper than before",
        "across the fibres",
        "standing or kneeling beside the hips",
        "thumbs or heels of the hand",
        "not on the spine",
        "a few seconds",
        "toward the head",
        "light–gentle (Walton 1–2)",
        "towel or blanket",
        "a few minutes",
        "the source errs",
        "Real Therapy and Beauty Points, Thamel, Kathmandu: eases tightness and knots",
        "own words about benefits",
        "nobody has reviewed what calls for care in gliding, kneading",
        "not reviewed by anyone: ask before you begin",
    ],
)
def test_the_article_is_on_its_card(words: str, to: str) -> None:
    """Every fact of the article's routine can be read on both cards."""
    assert words in " ".join(card(to).split())


def test_preparation_comes_before_the_work_and_sources_come_last() -> None:
    """A therapist reads the card from top to bottom: what to prepare, what to do, what it rests on."""
    text = card("markdown")
    order = [
        "## Prepare",
        "## Room and hands",
        "## Upper back",
        "## Lower back",
        "## Finish",
        "## Aftercare",
        "## What the source",
        "## Sources",
    ]
    places = [text.index(heading) for heading in order]
    assert places == sorted(places)


def test_nothing_is_called_safe() -> None:
    """The card speaks about people's bodies, and never says that something is safe."""
    assert "safe" not in card("text").lower()


@pytest.mark.parametrize("to", ["text", "markdown", "json"])
def test_rendering_is_deterministic(to: str) -> None:
    """The same timeline gives the same output."""
    assert engine().render(article(), to=to) == engine().render(article(), to=to)


def test_a_hostile_text_can_not_become_structure() -> None:
    """A Markdown reader finds in a hostile card just the headings of a plain one, no HTML, no links, no code, no emphasis."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(str(engine().render(timeline(nasty()))))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert (
        kinds & {"html_block", "html_inline", "link_open", "code_inline", "fence", "code_block", "table_open", "s_open", "image"}
        == set()
    )
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2", "h2", "h3", "h2", "h2"]


def test_a_hostile_text_is_still_all_there() -> None:
    """What a Markdown reader shows of a hostile title is the title, on one line."""
    tokens = MarkdownIt("commonmark").parse(str(engine().render(timeline(nasty()))))
    shown = "".join(child.content for child in tokens[1].children or ())
    assert shown == one_line(NASTY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`", id="emphasis and code"),
        pytest.param("<b>", r"\<b\>", id="HTML"),
        pytest.param("[a](b)", r"\[a\](b)", id="a link"),
        pytest.param("- item", r"\- item", id="a list"),
        pytest.param("2. item", r"\2. item", id="a numbered list"),
        pytest.param("a\nb", "a b", id="lines"),
        pytest.param("a & b &amp;", r"a \& b \&amp;", id="entities"),
    ],
)
def test_markdown_is_escaped(text: str, expected: str) -> None:
    """Every character that Markdown would read loses its power."""
    assert escape_markdown(text) == expected


def test_blocks_choices_and_cues_are_on_the_card() -> None:
    """A block says how often and how long, a choice says who chooses, a step of words says its words."""
    text = engine().render(
        timeline(
            routine(
                {"steps": [{"technique": "holding", "where": "back"}], "repeat": 2, "title": "Twice"},
                {
                    "choose": 1,
                    "by": "client",
                    "from": [{"technique": "rocking", "where": "pelvis"}, {"technique": "holding", "where": "back"}],
                },
                {"say": {"text": "Breathe out", "at": "start"}},
                {"technique": "kneading", "where": "calf", "side": "both", "optional": True, "rest": "10 s"},
            )
        ),
        to="text",
    )
    for words in (
        "1.1 Twice",
        "How often: 2 times",
        "1.1.1 Holding",
        "(the client chooses)",
        'Say: "Breathe out"',
        "the routine is complete without it",
        "Rest: 10 s",
    ):
        assert words in str(text)


def test_an_inserted_change_says_so() -> None:
    """What the plan adds is marked as added."""
    steps = [{"technique": "kneading", "where": "back"}, {"technique": "stroking", "where": "chest", "position": "supine"}]
    assert "needed by the change of position" in str(engine().render(timeline(routine(*steps)), to="text"))


def test_an_unknown_renderer_is_a_wrong_call() -> None:
    """The message names the renderers that there are."""
    with pytest.raises(UsageError, match="there is no renderer 'pdf'; there are csv, "):
        engine().render(article(), to="pdf")


def test_the_timeline_as_json_agrees_with_the_timeline() -> None:
    """Every cue stands in the JSON with its whole milliseconds and the line of the file that it comes from."""
    made = json.loads(str(engine().render(article(), to="json")))
    assert [(cue["name"], cue["start"], cue["end"]) for cue in made["cues"]] == [(c.name, c.start, c.end) for c in article().cues]
    assert made["total"]["ideal"] == article().total
    plan = article().plan
    assert plan is not None
    document = plan.routine.document
    assert document is not None
    lines = document.source.text.splitlines()
    assert all(cue["line"] >= 1 and lines[cue["line"] - 1].strip() for cue in made["cues"])


def test_titles_come_in_the_language_asked_for() -> None:
    """A routine in two languages is rendered in either; what has no translation falls back."""
    both = routine({"technique": "holding", "where": "back"}, title={"en": "Back", "ne": "ढाड"})
    assert str(engine().render(timeline(both), to="text", language="ne")).startswith("ढाड\n")
    assert str(engine().render(timeline(both), to="text", language="de")).startswith("Back\n")


def test_everything_a_section_and_a_block_say_is_on_the_card() -> None:
    """Words, caps, stop signs, rests and what stands between two passes: nothing of them is dropped."""
    hold = {"technique": "holding", "where": "calf"}
    block = {"steps": [hold], "repeat": 2, "between": [{"technique": "rocking", "where": "pelvis"}], "rest": "7 s"}
    section = {
        "id": "legs",
        "label": "L",
        "title": "Legs",
        "position": "supine",
        "note": "a note",
        "say": "hello",
        "caution": "slowly",
        "cap": "firm",
        "stop": {"numbness": "lighten"},
        "steps": [block],
    }
    made = timeline({"strokekit": 1, "title": "T", "note": "of all", "contraindications": "none_reviewed", "sections": [section]})
    text = str(engine().render(made, to="text"))
    for words in (
        "Legs (L)",
        "a note",
        "of all",
        'Say: "hello"',
        'Take care: "slowly"',
        "Never firmer than: firm",
        "it becomes numb: lighten",
    ):
        assert words in text
    assert text.count("Rest: 7 s") == 1
    assert text.index("Between two passes") < text.index("Rocking")


def test_a_setting_is_shown_as_it_is_written() -> None:
    """Values stand on the card as in a file, not as a program prints them."""
    values = {"long": {"type": "boolean", "default": True}}
    assert "long = true" in str(
        engine().render(timeline(routine({"technique": "holding", "where": "back"}, values=values)), to="text")
    )


def test_the_pass_of_a_side_is_titled_so_and_a_block_inside_it_is_not() -> None:
    """Only the two passes bear the name of their side; what they hold keeps titles of its own."""
    inner = {"steps": [{"technique": "kneading", "where": "calf"}], "repeat": 2}
    text = str(engine().render(timeline(routine({"sides": "right then left", "steps": [inner]})), to="text"))
    titles = [line.split("  ")[0] for line in map(str.strip, text.splitlines()) if line.startswith("1.1")]
    assert titles == [
        "1.1 On each side",
        "1.1.1 right side",
        "1.1.1.1 Repeat the steps",
        "1.1.1.1.1 Kneading",
        "1.1.2 left side",
    ]
    assert "Steps: the mirror image of the right side" in text


def test_a_time_that_nobody_knows_within_one_that_is_known_is_part_of_it() -> None:
    """Free work in a section of ten minutes is not unknown: it is what the section is for."""
    section = {"id": "rest", "title": "Rest", "free": "region", "where": "upper_limb", "duration": "10 min"}
    made = timeline({"strokekit": 1, "title": "T", "contraindications": "none_reviewed", "sections": [section]})
    text = str(engine().render(made, to="text"))

    assert "Rest  (main part, 10 min)" in text
    assert "1.1 Free work  part of the time above" in text


def test_a_card_needs_no_timeline_and_a_timeline_does() -> None:
    """Where a time is unknown there is a card that says so, and no JSON."""
    data = routine({"technique": "kneading", "where": "back"}, {"unlisted": 1})
    plan = engine().compose(engine().loads(json.dumps(data), syntax="json")).require()

    assert "  - unknown (at least 45 s)" in str(engine().render(plan, to="text"))
    with pytest.raises(UsageError, match="the renderer 'json' needs a timeline: fit the plan first"):
        engine().render(plan, to="json")


def test_words_of_an_included_file_are_those_of_that_file(tmp_path: Path) -> None:
    """The same id may mean one thing here and another there."""
    words = "words: {signs: {done: SAYS}}\n"
    head = "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\n"
    steps = "[{technique: kneading, where: calf, duration: 1 min, until: done}"
    part = f"strokekit: 1\nkind: fragment\ntitle: P\n{words.replace('SAYS', 'it is warm')}parts: {{leg: {{steps: {steps}]}}}}\n"
    (tmp_path / "p.routine.yaml").write_text(part, encoding="utf-8")
    whole = (
        f"{head}{words.replace('SAYS', 'it is soft')}sections: [{{id: s, steps: {steps}, {{include: ./p.routine.yaml#leg}}]}}]\n"
    )
    (tmp_path / "r.routine.yaml").write_text(whole, encoding="utf-8")
    plan = engine().compose(engine().load(tmp_path / "r.routine.yaml")).require()
    lines = [line.strip() for line in str(engine().render(plan, to="text")).splitlines()]

    assert [line for line in lines if line.startswith(("Until", "From"))] == [
        "Until: it is soft",
        "From the part: ./p.routine.yaml#leg",
        "Until: it is warm",
    ]


def test_what_was_answered_is_not_told_and_what_follows_is() -> None:
    """A card may lie about: it says what is done otherwise, and not why."""
    questions = [{"id": "sunburn", "ask": "Any sunburn", "then": {"consult": "her doctor", "avoid": {"knee": "keep_off"}}}]
    data = routine({"technique": "kneading", "where": "calf"}, screen=questions)
    outcome = engine().compose(engine().loads(json.dumps(data), syntax="json"), answers={"sunburn": True})
    text = str(engine().render(outcome.require(), to="text"))

    assert "After the answers: ask a doctor first; keep off the knees\n" in text
    assert "her doctor" not in text.replace("If the answer is yes: ask first: her doctor; keep off the knees", "")

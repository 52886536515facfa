"""What a routine means once it is read: the values of its fields, where they come from, and what is left alone."""

from __future__ import annotations

import pickle

import pytest

from strokekit.model.amounts import UNSTATED, Range
from strokekit.model.routine import At, Block, Choice, Deed, Deferred, Spoken
from strokekit.reading.nodes import derived_id
from strokekit.reading.words import moment
from tests.reading.blocks import steps_in
from tests.reading.reads import ENGINE, literal, read, step


def test_each_head_gives_its_kind_of_step() -> None:
    """Techniques and actions are deeds, `steps` a block, `choose` a choice, and a step that only says something is spoken."""
    steps = read("- {technique: kneading}, {action: cover}, {steps: [{say: x}]}, {choose: 1, from: [{say: x}]}, {caution: x}")

    assert [type(one) for one in steps_in(steps)] == [Deed, Deed, Block, Choice, Spoken]


def test_origins_are_pointers() -> None:
    """Every node knows where in the document it stands."""
    block = step("- {steps: [{choose: 1, from: [{say: [x, z]}]}], between: [{say: w}]}")

    assert block.steps[0].options[0].node.origin == "/sections/0/steps/0/steps/0/from/0"
    assert [prompt.origin for prompt in block.steps[0].options[0].node.prompts] == [
        "/sections/0/steps/0/steps/0/from/0/say/0",
        "/sections/0/steps/0/steps/0/from/0/say/1",
    ]
    assert block.between[0].node.origin == "/sections/0/steps/0/between/0"


def test_absent_unstated_and_a_value_are_three_things() -> None:
    """A field that is absent is not there, `unstated` is a value of its own, and a number is read."""
    dose = step("+ repeat: 3, pressure: unstated, where: calf").dose

    assert "tempo" not in dose
    assert dose["pressure"] is UNSTATED
    assert dose["repeat"] == Range(min=3, ideal=3, max=3)


def test_values_are_left_for_composing() -> None:
    """A literal that names values stays as written until they are known, in whatever form it is written."""
    steps = "{technique: kneading, repeat: {max: $some}}, {choose: $some, from: [{say: x}]}"
    fragment = f"values: {{some: {{type: count, default: 2}}}}\nsections: [{{id: a, steps: [{steps}]}}]"
    first, second = steps_in(read(fragment))

    assert first.dose["repeat"] == Deferred(kind="count", written={"max": "$some"}, origin="/sections/0/steps/0/repeat")
    assert second.count == Deferred(kind="count", written="$some", origin="/sections/0/steps/1/choose")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("start", At(word="start"), id="a word"),
        pytest.param("each repeat", At(word="each_repeat"), id="two words"),
        pytest.param("20 s", At(ms=20_000), id="from the start"),
        pytest.param("-1.5 min", At(ms=-90_000), id="before the end"),
        pytest.param("every 2 min", At(every_ms=120_000), id="again and again"),
    ],
)
def test_moments(written: str, expected: At) -> None:
    """The moment of a cue is a word, an offset in whole milliseconds, or a period."""
    assert moment(written) == expected


def test_extras_pass_through_untouched() -> None:
    """`x-` keys are kept on nodes and on the document, and skipped in mappings of names and in long forms."""
    fragment = """x-top: [1.5, null]
avoid: {spine: no_pressure, x-avoid: 1}
sources: {article: {title: A}, x-source: 1}
words: {signs: {slack: x, x-word: 1}}
sections:
- {id: a, steps: [{technique: kneading, repeat: {min: 2, max: 4, x-min: 1}, say: {en: Hi, x-say: 1}, x-own: {a: 1.5}}]}"""
    routine = read(fragment)
    deed = steps_in(routine)[0]

    assert routine.extras == {"x-top": [1.5, None]}
    assert [avoid.written for avoid in routine.avoid] == ["spine"]
    assert (list(routine.sources), routine.words) == (["article"], {"sign": {"slack": {"en": "x"}}})
    assert (deed.node.extras, deed.node.prompts[0].text) == ({"x-own": {"a": 1.5}}, {"en": "Hi"})


def test_families_go_before_techniques_in_avoid() -> None:
    """A family is barred as a whole under its name, a technique under its id."""
    family = "friction"
    assert any(technique.family == family for technique in ENGINE.catalog.techniques.values())
    routine = read(f"avoid: {{spine: no {family}, calf: no percussion, foot: at_most light}}")

    assert [(avoid.effect, avoid.technique) for avoid in routine.avoid] == [
        ("no", family),
        ("no", "tapotement"),
        ("at_most", None),
    ]
    assert [avoid.level is not None for avoid in routine.avoid] == [False, False, True]


def test_ids_without_a_word_of_the_author_follow_the_content() -> None:
    """A node without an id gets one of its content; equal nodes are numbered, and editing one changes its name."""
    steps = steps_in(read("- {say: x}, {say: x}, {say: z}"))

    assert [one.node.id for one in steps] == [derived_id({"say": "x"}), f"{derived_id({'say': 'x'})}_2", derived_id({"say": "z"})]
    assert not any(one.node.id_given for one in steps)


def test_texts_are_in_the_language_of_the_document() -> None:
    """A plain text is in the document's language, a mapping keeps its tags."""
    routine = read("language: ne\nsummary: Malish\nmissing: {en: The neck}")

    assert (routine.summary, routine.missing) == ({"ne": "Malish"}, {"en": "The neck"})


def test_silence_about_contraindications_is_unknown() -> None:
    """Nothing said, `unknown`, `none_reviewed` and a list are told apart."""
    fragments = ["id: x", "contraindications: unknown", "contraindications: none_reviewed", "contraindications: {fever: refuse}"]

    assert [read(fragment).contraindications.status for fragment in fragments] == [
        "unknown",
        "unknown",
        "none_reviewed",
        "listed",
    ]


def test_temperatures_of_equipment() -> None:
    """A temperature is kept in the unit in which it is written."""
    (thing,) = read("equipment: {heat_pack: {count: 2, temperature: 104..113 F}}").equipment

    assert thing.details == {"count": literal("quantity", 2), "temperature": literal("temperature", "104..113 °F")}


def test_a_routine_pickles() -> None:
    """A routine comes back equal from a pickle."""
    routine = read("equipment: {oil: 20 ml, towel: {count: 2, note: warm}}\nrecipient: {kind: adult, pregnant: true}")

    assert pickle.loads(pickle.dumps(routine)) == routine  # noqa: S301 - made just here


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(">=1.2", [], id="met"),
        pytest.param("<1", ["plugin-version"], id="not met"),
        pytest.param("~> 1", ["requirement-unreadable"], id="unreadable"),
    ],
)
def test_requirements(wanted: str, expected: list[str]) -> None:
    """What a file requires is held against the versions that are loaded; one that nobody knows counts as 0."""
    from strokekit.plugins.catalog import build_catalog
    from strokekit.plugins.discovery import Contribution, Owner
    from strokekit.reading import Dispatch, read_routine

    catalog = build_catalog([Contribution(Owner("thai", "strokekit-thai", "1.3"), "strokekit_techniques", ())])
    text = f"strokekit: 1\ntitle: T\nrequires: {{thai: '{wanted}'}}\nsections: [{{id: a, steps: [{{say: x}}]}}]"
    report = read_routine(ENGINE.read_text(text).require(), catalog, Dispatch(catalog)).report

    assert [d.name for d in report] == expected

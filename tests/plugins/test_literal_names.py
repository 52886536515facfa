"""A plugin's own words in its literals: bare in its declarations, whole everywhere else, and of use in every place."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import Engine
from strokekit.plugin import Move, MovesContext
from strokekit.plugins.bare import plugin_from_text
from strokekit.reading.forms import form
from strokekit.testing.candidates import Candidates

THAI = """\
quantities:
  - {id: a_few_breaths, title: A few breaths, of: duration, amount: 8..12..20 s}
  - {id: a_round, title: A round, of: count, amount: 2..3..4}
  - {id: a_span, title: A span, of: quantity, amount: 20..22..24 cm}
  - {id: much, title: Much, of: percent, amount: 40..50..60 %}
words:
  tool: [{id: bamboo, title: Bamboo, plural: bamboo_canes}]
regions:
  - {id: line, title: Line, part_of: back, length: 30 cm}
  - {id: back, title: The back as we know it, part_of: back}
techniques:
  - id: palming
    title: Palming
    family: compression
    summary: Palms press.
    takes:
      where: {default: line and lower_back}
      tool: {default: flat bamboo_canes or palm}
      repeat: {limits: ..9, default: a_round}
      hold: {default: a_few_breaths}
    parameters:
      lean: {type: duration, limits: a_few_breaths, default: a_few_breaths}
      spot: {type: place, default: base of line}
      soft: {type: boolean, default: true}
    timing: {per: pass, time: a_few_breaths, passes: a_round, spots: 1}
rules:
  - {id: slow, title: Slow, applies: {technique: palming}, limits: {hold: a_few_breaths}, message: not as long as a few breaths}
"""


def moves(_: MovesContext) -> list[Move]:
    """Give moves at own places, by their bare names, whole, and at others'."""
    return [
        Move(title="a", where="line", path="line -> back"),
        Move(title="b", where=f"thai.{'line'}"),
        Move(title="c", where="calf"),
    ]


PLUGIN = plugin_from_text(THAI, name="thai.yaml").coded("palming", moves=moves)
ENGINE = Engine(plugins={"thai": PLUGIN})
PALMING = ENGINE.catalog.techniques["thai.palming"]
HEAD = (
    "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\n"
    "sections: [{id: a, position: prone, steps: [{technique: thai.palming%s}]}]\n"
)


def composed(more: str = "") -> Any:
    """Compose a routine of one step."""
    return ENGINE.compose(ENGINE.loads(HEAD % more)).require()


PLAIN = """\
regions: [{id: line, title: Line, part_of: back}]
techniques: [{id: press, title: Press, family: compression, summary: x, takes: {hold: {limits: 2..10s}, where: {default: calf}}}]
"""


def test_nothing_is_wrong_with_the_plugin() -> None:
    """Own words may stand bare, in the singular and the plural and in a mapping."""
    assert [str(found) for found in ENGINE.check_plugins()] == []


def test_defaults_and_times_have_whole_names() -> None:
    """Whoever looks at a declaration sees what a routine would write; what is not a literal is as declared."""
    assert {name: takes.default for name, takes in PALMING.takes.items()} == {
        "where": "thai.line and lower_back",
        "tool": "flat thai.bamboo_canes or palm",
        "repeat": "thai.a_round",
        "hold": "thai.a_few_breaths",
    }
    assert {name: own.default for name, own in PALMING.parameters.items()} == {
        "lean": "thai.a_few_breaths",
        "spot": "base of thai.line",
        "soft": True,
    }
    assert PALMING.timing is not None
    assert (PALMING.timing.time, PALMING.timing.passes, PALMING.timing.spots) == ("thai.a_few_breaths", "thai.a_round", 1)


def test_a_literal_without_own_words_is_not_read() -> None:
    """What is as the routine would write it stays the same object, and loading a plugin reads no literal."""
    plain = Engine(plugins={"x": plugin_from_text(PLAIN, name="x.yaml")}).catalog

    assert plain.techniques["x.press"].takes["hold"].limits == "2..10s"
    assert "literals x" not in plain._derived  # noqa: SLF001 - what was made so far can be seen nowhere else


def test_a_step_takes_the_time_of_an_own_quantity() -> None:
    """Timing, passes and defaults of the dose are those that the plugin's quantities say."""
    elastic = ENGINE.measure(composed())

    assert (elastic.min, elastic.ideal, elastic.max) == (4 * 8_000, 6 * 12_000, 8 * 20_000)
    assert {"thai.a_few_breaths", "thai.a_round"} <= set(elastic.estimates)


def test_a_region_is_as_long_as_an_own_quantity() -> None:
    """Where a tempo makes the time out of the way, lengths count."""
    regions = ENGINE.catalog.regions

    assert regions["thai.line"].length == "30 cm"


def test_limits_that_are_named_are_numbers() -> None:
    """A limit with the name of a quantity, an own one or another, is held against what a routine writes."""
    wrong = ENGINE.loads(HEAD % ", with: {lean: 30 s}").report
    ruled = ENGINE.compose(ENGINE.loads(HEAD % ", hold: 2 s")).report

    assert PALMING.parameters["lean"].limits == "8..12..20 s"
    assert [one.message for one in wrong] == ["`lean: 30 s` is outside what `thai.palming` allows: 8..12..20 s"]
    assert [(one.code, one.message) for one in ruled] == [("thai/slow", "not as long as a few breaths")]


@pytest.mark.parametrize("written", ["hold: a_few_breaths", "where: line", "tool: bamboo"])
def test_in_a_routine_only_whole_names_are_known(written: str) -> None:
    """Bare words mean in a file what they mean without the plugin."""
    assert not ENGINE.loads(HEAD % f", {written}").ok
    key, _, word = written.partition(": ")
    assert ENGINE.loads(HEAD % f", {key}: thai.{word}").ok


def test_moves_have_whole_names() -> None:
    """A callable may name its own regions either way; a timeline has them as a routine would write them."""
    timeline = ENGINE.fit(composed()).require()

    assert [(cue.move.where, cue.move.path) for cue in timeline.cues if cue.move is not None][:3] == [
        ("thai.line", "thai.line -> thai.back"),
        ("thai.line", ""),
        ("calf", ""),
    ]


def test_forms_and_generated_steps_have_whole_names() -> None:
    """What an app shows as a default, and what tests write into routines, can be written into a routine."""
    fields = {field["name"]: field["default"] for field in form(ENGINE.catalog, PALMING)}
    tried = Candidates(ENGINE.catalog)

    assert (fields["hold"], fields["where"], fields["spot"]) == (
        "thai.a_few_breaths",
        "thai.line and lower_back",
        "base of thai.line",
    )
    assert tried.field(PALMING, "tool")[0] == "flat thai.bamboo_canes or palm"
    assert tried.parameter(PALMING.parameters["spot"])[0] == "base of thai.line"
    assert list(tried.problems(PALMING)) == []


CIRCLE = """\
quantities:
  - {id: a, title: A, of: duration, amount: b}
  - {id: b, title: B, of: duration, amount: x.a}
  - {id: p, title: P, of: percent, amount: p}
techniques:
  - {id: t, title: T, family: compression, summary: x, takes: {hold: {}, share: {}}, timing: {per: pass, time: a}}
"""


def test_quantities_that_go_round_in_a_circle() -> None:
    """A quantity that is named after another has no numbers; it is reported with its place, and nothing breaks."""
    engine = Engine(plugins={"x": plugin_from_text(CIRCLE, name="x.yaml")})
    steps = "{technique: x.t}, {technique: x.t, hold: x.b}, {technique: x.t, share: x.p}"
    text = f"strokekit: 1\ntitle: x\ncontraindications: none_reviewed\nsections: [{{id: a, duration: 5 min, steps: [{steps}]}}]"

    assert [str(found) for found in engine.check_plugins()] == [
        f"x.yaml:{line}:{column}: warning[SK301] `{name}` is the name of a quantity, and its numbers are not taken"
        for line, column, name in ((2, 45, "x.b"), (3, 45, "x.a"), (4, 44, "x.p"))
    ]
    assert engine.measure(engine.compose(engine.loads(text)).require()).ideal == 300_000


def test_a_misspelt_own_word_is_suggested_bare() -> None:
    """The hint is what may be written there."""
    text = THAI.replace("hold: {default: a_few_breaths}", "hold: {default: a_few_breths}")
    found = Engine(plugins={"thai": plugin_from_text(text, name="thai.yaml")}).check_plugins()

    assert [(one.message, one.hints[0]) for one in found] == [
        ("`a_few_breths` is no named quantity", "did you mean `a_few_breaths`?")
    ]

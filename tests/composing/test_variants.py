"""Variants of one service: which sections, in which order, with which values."""

from __future__ import annotations

from strokekit.diagnostics import Outcome
from strokekit.model.plan import Plan
from tests.plans import engine, step_of

TEXT = """
strokekit: 1
title: Legs
contraindications: none_reviewed
recipient: adult
stated_total: 20 min
values: {passes: {type: count, default: 3}}
variants:
  short: {sections: [legs], set: {passes: 2}, stated_total: 10 min}
  long: {default: true, sections: [feet, legs], recipient: elder}
sections:
  - {id: legs, steps: [{technique: kneading, id: k, where: calf, repeat: $passes}]}
  - {id: feet, steps: [{technique: kneading, id: f, where: sole}]}
"""


def composed(variant: str | None = None, text: str = TEXT, **values: object) -> Outcome[Plan]:
    """Compose the text in a variant."""
    return engine().compose(engine().loads(text, name="r.yaml"), variant=variant, values=values)


def test_the_default_variant() -> None:
    """Without a name it is the one that the routine marks, with its sections in its own order."""
    plan = composed().require()

    assert (plan.variant, [section.block.name for section in plan.sections]) == ("long", ["feet", "legs"])


def test_the_first_is_the_default_where_none_is_marked() -> None:
    """The order in the file decides then."""
    assert composed(text=TEXT.replace("default: true, ", "")).require().variant == "short"


def test_what_a_variant_sets() -> None:
    """Its values, its recipient and its totals go before those of the routine."""
    short, long = composed("short").require(), composed("long").require()

    assert [step_of(plan, "k").dose["repeat"].value.max for plan in (short, long)] == [2, 3]
    assert [plan.routine.recipient.kind for plan in (short, long)] == ["adult", "elder"]
    assert [plan.routine.stated_totals[0].duration.ideal.ms for plan in (short, long)] == [600_000, 1_200_000]  # type: ignore[union-attr]


def test_the_caller_sets_values_over_the_variant() -> None:
    """A value that is set from outside wins."""
    assert step_of(composed("short", passes=5).require(), "k").dose["repeat"].value.max == 5


def test_a_variant_that_is_not_there() -> None:
    """It is reported with those that are."""
    (found,) = composed("shor").report.errors

    assert (found.name, found.message, found.hints) == (
        "unknown-variant",
        "there is no variant `shor`",
        ("did you mean `short`?",),
    )


def test_a_check_looks_at_every_variant() -> None:
    """A mistake that only one variant has is found, whichever is the default."""
    text = TEXT.replace("set: {passes: 2}", "set: {passes: purple}")

    assert [d.name for d in engine().check(engine().read_text(text, name="r.yaml")).errors] == ["value-unfit"]

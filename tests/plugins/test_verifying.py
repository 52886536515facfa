"""Declarations made in Python: the types of their fields, how much stands in them, and that nobody can change them later."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.engine import Engine
from strokekit.formats.schema import check_schema
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.declarations import Caution, Cautions, Parameter, Region, Scale, Takes, Technique, Timing, Word
from strokekit.plugins.verifying import Unusable, verified
from strokekit.reading.step_shapes import deed_shape
from tests.plugins.plugs import giving, technique


def test_what_strokekit_ships_is_as_it_says() -> None:
    """All of it keeps to its types, and comes out as the same objects."""
    catalog = Engine().catalog
    parts = (catalog.techniques, catalog.regions, catalog.quantities, catalog.scales, catalog.rules, catalog.renderers)
    values: list[Any] = [value for part in (*parts, *catalog.words.values()) for value in part.values()]

    assert len(values) > 500
    assert [value.id for value in values if verified(value) is not value] == []


def test_lists_become_tuples() -> None:
    """At every depth, so that a plugin can't change later what it gave."""
    limits: list[Any] = ["1", {"min": ["2"]}]
    made = verified(
        technique(
            aliases=["palm"],
            one_of=[["where"], ("path",)],
            takes={"hold": Takes(limits=limits)},
            cautions=Cautions(status="listed", items=[Caution(condition="fever", effect="refuse", source="x")]),  # type: ignore[arg-type]  # what plugins do
        )
    )
    limits.append("3")

    assert (made.aliases, made.one_of) == (("palm",), (("where",), ("path",)))
    assert made.takes["hold"].limits == ("1", FrozenMap({"min": ("2",)}))
    assert isinstance(made.cautions.items, tuple)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param(Word(id="palm", group=None, title="Palm"), "`group` should be a text, not NoneType", id="nothing"),  # type: ignore[arg-type]  # a mistake
        pytest.param(
            Region(id="sen", title="Sen", joints=(1, "2")),  # type: ignore[arg-type]  # a mistake
            "`joints[1]` should be a whole number, not `2`",
            id="in a tuple",
        ),
        pytest.param(
            Region(id="sen", title="Sen", count=True), "`count` should be a whole number, not `True`", id="truth for number"
        ),
        pytest.param(
            Region(id="sen", title="Sen", part_of=3),  # type: ignore[arg-type]  # a mistake
            "`part_of` should be a text, not `3`",
            id="text or nothing",
        ),
        pytest.param(
            Scale(id="s", title="S", low="0", high="9", words={"firm": 3}),  # type: ignore[dict-item]  # a mistake
            "`words.firm` should be a text, not `3`",
            id="in a mapping",
        ),
        pytest.param(
            technique(timing=Timing(per="pass", time=1.5)),
            "`timing.time` is the fraction 1.5: write it as a text, with its unit",
            id="deep",
        ),
        pytest.param(
            technique(takes=FrozenMap({"hold": Takes(limits=b"3")})),
            "`takes.hold.limits` should be a text, not bytes",
            id="bytes",
        ),
        pytest.param(technique(takes=[]), "`takes` should be a mapping, not list", id="list for a mapping"),
        pytest.param(
            technique(parameters={"rope": Parameter(type="text", role="colour")}),  # type: ignore[arg-type]  # a mistake
            "`parameters.rope.role` is `colour`, which is none of `count`, `duration`, `tempo`, `temperature`",
            id="none of the words",
        ),
    ],
)
def test_what_cannot_be_used(value: Any, problem: str) -> None:
    """The field is named, with what it should be."""
    with pytest.raises(Unusable) as raised:
        verified(value)

    assert str(raised.value) == problem


def test_a_subclass_becomes_what_it_is_made_of() -> None:
    """A class of the plugin's own has no place in a catalogue: it could run code for everybody."""

    class Mine(Technique):
        pass

    made = verified(Mine(id="palming", title="P", family="f", summary="s"))

    assert (type(made), made) == (Technique, Technique(id="palming", title="P", family="f", summary="s"))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=4) | st.sampled_from(["1..3", "10 s", "calf", "firm"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
TEXT = st.text(max_size=3) | st.dictionaries(st.sampled_from(["en", "th"]), st.text(max_size=3))
PARAMETERS = st.builds(
    Parameter,
    type=st.sampled_from(["text", "count", "duration", "quantity", "boolean", "choice", "place", "pressure", "object"]),
    title=TEXT,
    summary=TEXT,
    default=JUNK,
    needs=st.booleans(),
    choices=st.lists(st.sampled_from(["slow", "quick", "steady"]), max_size=3) | JUNK,
    limits=JUNK,
)
TECHNIQUES = st.builds(
    Technique,
    id=st.just("palming"),
    title=TEXT,
    family=st.just("compression"),
    summary=TEXT,
    hands_on=st.booleans(),
    takes=st.dictionaries(st.sampled_from(["where", "hold", "repeat", "pressure"]), st.builds(Takes, limits=JUNK, default=JUNK)),
    parameters=st.dictionaries(st.sampled_from(["rope", "mat"]), PARAMETERS, max_size=2),
    deprecated=st.just("") | JUNK,
)


@given(TECHNIQUES)
def test_whatever_is_let_in_makes_a_schema(given: Technique) -> None:
    """A technique is refused, or its step has a schema that is one, and the catalogue has a fingerprint."""
    catalog = Engine(plugins={"thai": giving("strokekit_techniques", [given])}).catalog
    known = catalog.technique("thai.palming")

    assert (known is None) == bool(catalog.problems)
    if known is not None:
        assert check_schema({**deed_shape(known, "technique" if known.hands_on else "action"), "$defs": {}}) == []
        assert len(catalog.fingerprint) == 16


class Loud(str):
    """A text that raises whenever it is looked at more closely."""

    __slots__ = ()

    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        """Fail."""
        raise RuntimeError("compared")

    def partition(self, _: str) -> tuple[str, str, str]:
        """End the program."""
        raise SystemExit(3)


class More(int):
    """A number that is more than a number."""


class Own(Technique):
    """A declaration that is more than a declaration."""


def test_what_comes_out_runs_no_code_of_its_own() -> None:
    """Texts, numbers, lists, mappings and declarations of a plugin's own classes become plain ones with the same content."""
    given = Own(
        id=Loud("palming"),
        title={Loud("en"): Loud("Palming")},
        family="compression",
        summary="x",
        api=More(1),
        takes={"hold": Takes(limits={"min": More(3)})},
    )
    made = verified(given)

    assert made == Technique(
        id="palming", title={"en": "Palming"}, family="compression", summary="x", takes={"hold": Takes(limits={"min": 3})}
    )
    kinds = [type(made), type(made.id), *map(type, made.title), *map(type, made.title.values()), type(made.api)]
    assert kinds == [Technique, str, str, str, int]
    assert type(made.takes["hold"].limits["min"]) is int


def test_half_of_a_character_is_no_text() -> None:
    """Nobody could write it down."""
    with pytest.raises(Unusable, match=r"^`title` holds half of a character$"):
        verified(Word(id="a", group="tool", title="a\ud800"))

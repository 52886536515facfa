"""Laws of the literals: what the parser takes the schema takes, writing and reading are inverse, the two forms are equal."""

from __future__ import annotations

import functools
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from strokekit.formats.schema import Backend, Validator
from strokekit.literals import KINDS, Mistake
from strokekit.model.amounts import UNSTATED
from strokekit.reading.shapes import DEFS
from tests.strategies import LITERALS, json_values, texts

EXAMPLES = settings(max_examples=50, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
kinds = pytest.mark.parametrize("kind", KINDS)


@functools.cache
def outline(kind: str, backend: Backend) -> Validator:
    """Give the published outline of a kind."""
    return Validator({"$ref": f"#/$defs/{kind}", "$defs": DEFS}, backend=backend)


def there(written: Any, path: tuple[str | int, ...]) -> Any:
    """Go down into a JSON value."""
    for part in path:
        written = written[part]
    return written


def lies_inside(mistake: Mistake, written: Any) -> bool:
    """Tell whether the place of a mistake exists in what was read."""
    found = there(written, mistake.path)
    if mistake.end is None:
        return mistake.start == 0
    return 0 <= mistake.start <= mistake.end <= len(str(found))


@kinds
def test_texts_of_the_grammar(kind: str) -> None:
    """What the grammar makes and the parser takes, the outline takes in both back-ends; writing and reading are inverse."""

    @EXAMPLES
    @given(text=texts(kind))
    def law(text: str) -> None:
        reading = LITERALS.read(kind, text)
        assert all(lies_inside(mistake, text) for mistake in reading.mistakes), reading.mistakes
        if not reading.mistakes:
            taken_by_the_outline(kind, text)
            written_and_read(kind, reading.value)
            wide = f" {text.replace(' ', '   ')} "
            assert LITERALS.read(kind, wide).value == reading.value
            taken_by_the_outline(kind, wide)

    law()


def taken_by_the_outline(kind: str, written: Any) -> None:
    """Assert that the published schema takes what was written, so that no editor refuses what strokekit takes."""
    assert outline(kind, "jsonschema").valid(written), written
    assert outline(kind, "jsonschema-rs").valid(written), written


def written_and_read(kind: str, value: Any) -> None:
    """Assert that a value is read back the same from what is written, and is written the same again."""
    written = LITERALS.write(kind, value)
    taken_by_the_outline(kind, written)
    again = LITERALS.read(kind, written)
    assert again.value == value, written
    assert LITERALS.write(kind, again.value) == written


@kinds
def test_reading_text_never_raises(kind: str) -> None:
    """Every text gives a value or mistakes, never both and never none, and each mistake lies inside the text."""

    @EXAMPLES
    @given(text=st.one_of(st.text(max_size=40), st.text("abc -.>~0123456789%/()=ÄC°\t\n", max_size=40)))
    @example(text="9" * 5_000)
    @example(text="a" * 70_000)
    @example(text="1 s" + " " * 900)
    def law(text: str) -> None:
        reading = LITERALS.read(kind, text)
        assert (reading.value is None) is bool(reading.mistakes)
        assert all(lies_inside(mistake, text) for mistake in reading.mistakes), reading.mistakes

    law()


@kinds
def test_reading_json_never_raises(kind: str) -> None:
    """Every JSON value gives a value or mistakes, and each mistake lies at a place that exists."""

    @EXAMPLES
    @given(written=json_values())
    def law(written: Any) -> None:
        reading = LITERALS.read(kind, written)
        assert (reading.value is None) is bool(reading.mistakes)
        assert all(lies_inside(mistake, written) for mistake in reading.mistakes), reading.mistakes

    law()


@kinds
def test_reading_long_forms_never_raises(kind: str) -> None:
    """A mapping of a kind's own keys, with values of the right sort or not, gives a value or mistakes that lie inside it."""
    form = KINDS[kind].long
    keys = st.sampled_from(sorted(form.keys) if form else ["any"])
    scraps = st.sampled_from(
        ["light", "hand", "left", "3 cm", "3", "5..3 min", "2 min", "10%", "a1 and hand", "a or", "unstated", 3, 0, True]
    )

    @EXAMPLES
    @given(written=st.dictionaries(keys, st.one_of(scraps, json_values()), max_size=5))
    def law(written: dict[str, Any]) -> None:
        reading = LITERALS.read(kind, written)
        assert (reading.value is None) is bool(reading.mistakes)
        assert all(lies_inside(mistake, written) for mistake in reading.mistakes), reading.mistakes
        if reading.value is not None:
            taken_by_the_outline(kind, written)
            written_and_read(kind, reading.value)

    law()


JOINED = [(kind, how) for kind in KINDS for how in KINDS[kind].joins if kind not in ("place", "when")]


@pytest.mark.parametrize(("kind", "how"), JOINED, ids=str)
def test_any_and_all_are_or_and_and(kind: str, how: str) -> None:
    """`{any: [x, y]}` is `x or y`, and `{all: [x, y]}` is `x and y` where neither holds an `or` of its own."""
    word = "or" if how == "any" else "and"

    @EXAMPLES
    @given(parts=st.lists(texts(kind), min_size=1, max_size=2))
    def law(parts: list[str]) -> None:
        compact = LITERALS.read(kind, f" {word} ".join(parts))
        if not compact.mistakes and (how == "any" or " or " not in "".join(parts)):
            assert LITERALS.read(kind, {how: parts}).value == compact.value

    law()


@kinds
def test_unstated_stands_for_every_literal(kind: str) -> None:
    """`unstated` is a value of its own, the same in every field."""
    assert LITERALS.read(kind, "unstated").value is UNSTATED
    assert LITERALS.write(kind, UNSTATED) == "unstated"
    assert outline(kind, "jsonschema-rs").valid("unstated")

"""Laws of reading texts: it never raises, YAML and JSON agree, and every position is that of what stands there."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from typing import Any, Literal

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from strokekit.diagnostics import Outcome
from strokekit.formats import Document, Limits, Source, Validator, pointer, read_text
from strokekit.formats.yaml_reader import read_yaml, yaml_parser

Read = Literal["yaml", "json", "python"]
READERS = [pytest.param("yaml"), pytest.param("json"), pytest.param("python")]

LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""The loader over the parser that the reader takes: PyYAML's own one refuses a few texts more."""

PIECES = st.sampled_from(
    [
        *"{}[],:?-&*!|>'\"%@`#\n\r\t ~=.019abx\\\ufeff\u2028\x85é😀<\x00\ud800",
        *("- ", "a: ", "b: ", "\n  ", "&a ", "*a", "!t ", "? ", "---\n", "...\n", "|\n", "x-a: ", "null", "1.5", "''", '""'),
        *("\\u00e9", "\\ud800", "\\x41", "yes", "1:30", "<<: ", '"a":', '{"b":', "null,", "[", "]", "{", "}", "\r\n"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(st.characters())

PRINTABLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
WORDS = st.text(PRINTABLE, max_size=12) | st.sampled_from(
    ["no", "1:30", "2024-05-01", "a, b?", "it's", 'a "b"', "#x", "x-a", "010", " a ", "a\nb\n"]
)
SCALARS = st.integers(-(10**15) + 1, 10**15 - 1) | st.booleans() | WORDS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=12
)
DATA = st.dictionaries(WORDS.filter(lambda key: not key.startswith("x-")), VALUES, max_size=5)


def _read(text: str, reader: Read, limits: Limits = Limits()) -> Outcome[Document]:  # noqa: B008 - frozen
    if reader == "python":
        return read_yaml(Source("<text>", text), limits, parser=yaml_parser(pure=True))
    return read_text(text, syntax=reader, limits=limits)


def _places(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    yield place, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _places(item, pointer.join(place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places(item, pointer.join(place, index))


@pytest.mark.parametrize("reader", READERS)
@given(text=TEXTS)
@settings(max_examples=300)
@example(text="{a?}")
@example(text="a: &x [*x]")
@example(text="? [a]\n: {? b}")
@example(text='a: "\\ud800"')
def test_reading_never_raises(text: str, reader: Read) -> None:
    """Any text gives an outcome; no value without an error, and only plain JSON values."""
    outcome = _read(text, reader)

    assert outcome.value is not None or not outcome.report.ok
    assert all(str(diagnostic) for diagnostic in outcome.report)
    if outcome.value is not None:
        kinds = {type(value) for _, value in _places(outcome.value.data)}
        assert kinds <= {dict, list, str, int, bool, float, type(None)}
        json.dumps(outcome.value.data, ensure_ascii=False, allow_nan=False).encode("utf-8")


@given(st.binary(max_size=60) | TEXTS.map(lambda text: text.encode("utf-16" if len(text) % 2 else "utf-8", "surrogatepass")))
def test_reading_never_raises_on_bytes(data: bytes) -> None:
    """Any bytes give an outcome, the same as their text where they are UTF-8."""
    outcome = read_text(data)

    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        assert [diagnostic.name for diagnostic in outcome.report] == ["not-utf8"]
    else:
        assert outcome.report.ok is False or outcome == read_text(text)


@pytest.mark.parametrize("reader", READERS)
@given(
    text=TEXTS,
    limits=st.builds(
        Limits,
        size=st.integers(1, 60),
        depth=st.integers(1, 4),
        nodes=st.integers(1, 10),
        scalar=st.integers(1, 6),
        diagnostics=st.integers(1, 3),
    ),
)
def test_limits_hold(text: str, limits: Limits, reader: Read) -> None:
    """Whatever is read keeps to the limits, aliases counted in full."""
    outcome = _read(text, reader, limits)

    assert len(outcome.report) <= limits.diagnostics + 1
    if outcome.value is not None:
        places = list(_places(outcome.value.data))
        assert len(places) <= limits.nodes
        assert max(len(pointer.split(place)) + isinstance(value, (dict, list)) for place, value in places) <= limits.depth
        assert all(len(value) <= limits.scalar for _, value in places if isinstance(value, str))


@pytest.mark.parametrize("reader", READERS)
@given(text=TEXTS)
@settings(max_examples=300)
def test_every_place_is_in_the_text(text: str, reader: Read) -> None:
    """Each value and each part of a text has a span inside the source, and a value's span lies in that of its container."""
    document = _read(text, reader).value
    if document is None:
        return
    whole = document.span("")
    for place, value in _places(document.data):
        span = document.span(place)
        assert 0 <= span.start <= span.end <= len(text)
        assert "*" in text or whole.start <= span.start <= span.end <= whole.end
        assert document.key_span(place).start <= len(text)
        if isinstance(value, str):
            inner = document.inner_span(place, 0, len(value))
            assert span.start <= inner.start <= inner.end <= span.end


@given(DATA, st.sampled_from([None, True, False]), st.integers(20, 120))
def test_yaml_and_json_agree(data: dict[str, Any], flow: bool | None, width: int) -> None:  # noqa: FBT001 - generated
    """The same data written as YAML and as JSON reads as the same values, or YAML's text is an error with its repair."""
    dump: Any = yaml.safe_dump
    written = dump(data, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False)
    as_yaml = read_text(written, syntax="yaml")

    assert read_text(json.dumps(data), syntax="json").require().data == data
    assert as_yaml.value is None or as_yaml.value.data == data or not as_yaml.ok
    assert {diagnostic.name for diagnostic in as_yaml.report} <= {"scalar-differs", "question-mark"}


@given(DATA)
def test_quoted_yaml_reads_as_json(data: dict[str, Any]) -> None:
    """JSON whose characters are not escaped is YAML with the same values, but for keys that libyaml finds too long."""
    text = json.dumps(data, ensure_ascii=False)
    outcome = read_text(text, syntax="yaml")

    assert outcome.require().data == read_text(text, syntax="json").require().data == data


@given(DATA, st.booleans(), st.sampled_from([None, 2]))
def test_spans_of_json_hold_the_values(data: dict[str, Any], ascii_only: bool, indent: int | None) -> None:  # noqa: FBT001 - generated
    """Each value's span is its JSON, and each key's span its key."""
    document = read_text(json.dumps(data, ensure_ascii=ascii_only, indent=indent), syntax="json").require()

    for place, value in _places(data):
        assert json.loads(document.text(place)) == value
        if place and isinstance(document.value(place.rpartition("/")[0]), dict):
            span = document.key_span(place)
            assert json.loads(document.source.slice(span.start, span.end)) == pointer.split(place)[-1]


@given(DATA, st.sampled_from(["'", '"', None]), st.booleans())
def test_spans_of_yaml_hold_the_scalars(data: dict[str, Any], style: str | None, flow: bool) -> None:  # noqa: FBT001 - generated
    """Each scalar's span reads as the scalar by itself, and so does each key's."""
    dump: Any = yaml.safe_dump
    written = dump(data, default_style=style, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=10_000)
    document = read_text(written, syntax="yaml").value
    if document is None or "!!" in written:
        return

    for place, value in _places(document.data):
        if not isinstance(value, (dict, list)):
            assert _alone(document.text(place)) == (value if isinstance(value, str) else json.dumps(value))


def _alone(text: str) -> Any:
    """What PyYAML makes of a scalar that stands alone, all plain ones being text."""
    loader: Any = yaml.BaseLoader
    return yaml.load(text, loader)  # noqa: S506 - the base loader makes text only


@given(TEXTS)
@settings(max_examples=500)
@example("a: {b: 1}\nc: [x, 'y']\n")
def test_what_is_accepted_is_what_pyyaml_reads(text: str) -> None:
    """A text without errors means the same to PyYAML, which follows YAML 1.1."""
    outcome = read_text(text, syntax="yaml")

    if outcome.ok and "x-" not in text:
        assert yaml.load(text.removeprefix("\ufeff"), LOADER) == outcome.require().data  # noqa: S506 - a safe loader


@given(TEXTS)
@settings(max_examples=300)
def test_both_parsers_agree(text: str) -> None:
    """What passes with PyYAML's own parser passes with libyaml's, with the same values and places."""
    pure = _read(text, "python")
    quick = _read(text, "yaml")

    if pure.ok and quick.ok:
        assert pure == quick
        assert [pure.require().span(place) for place, _ in _places(pure.require().data)] == [
            quick.require().span(place) for place, _ in _places(quick.require().data)
        ]


@pytest.mark.parametrize("reader", READERS)
@given(text=TEXTS)
def test_outcomes_pickle(text: str, reader: Read) -> None:
    """A document and its report come through another process unchanged."""
    outcome = _read(text, reader)

    assert pickle.loads(pickle.dumps(outcome)) == outcome  # noqa: S301 - our own bytes


NAMES = st.sampled_from(["a", "b", "c", "x-d"])
LEAVES = st.sampled_from(
    [
        {"type": "string"},
        {"type": ["integer", "null"]},
        {"enum": [1, "a", True]},
        {"const": "a"},
        {"minimum": 2},
        {"maxLength": 1},
        {"pattern": "^[a-b]$"},
        {"minItems": 2},
        {"uniqueItems": True},
        {"maxProperties": 1},
        {"required": ["a", "b"]},
        {"$ref": "#/$defs/name"},
        True,
        False,
    ]
)


def _objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    keywords: dict[str, st.SearchStrategy[Any]] = {
        "properties": st.dictionaries(NAMES, inner, max_size=3),
        "patternProperties": st.dictionaries(st.sampled_from(["^x-", "^a$"]), inner, max_size=2),
        "additionalProperties": inner,
        "propertyNames": st.sampled_from([{"pattern": "^a"}, {"$ref": "#/$defs/name"}, False]),
        "dependentRequired": st.just({"a": ["b", "c"]}),
        "dependentSchemas": st.dictionaries(NAMES, inner, max_size=1),
        "required": st.lists(NAMES, unique=True, max_size=3),
        "items": inner,
        "prefixItems": st.lists(inner, min_size=1, max_size=2),
        "contains": inner,
        "allOf": st.lists(inner, min_size=1, max_size=2),
        "anyOf": st.lists(inner, min_size=1, max_size=2),
        "oneOf": st.lists(inner, min_size=1, max_size=2),
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
    }
    return st.fixed_dictionaries({}, optional=keywords)


SCHEMAS = st.recursive(LEAVES, _objects, max_leaves=8).filter(lambda schema: isinstance(schema, dict))
INSTANCES = st.recursive(
    st.integers(-1, 3) | st.booleans() | st.sampled_from(["", "a", "b", "ab"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)


@given(SCHEMAS, INSTANCES)
@settings(max_examples=500)
def test_both_validators_find_the_same(schema: dict[str, Any], instance: Any) -> None:
    """The reference and jsonschema-rs give equal faults, and are valid exactly where there are none."""
    schema = {**schema, "$defs": {"name": {"type": "string", "maxLength": 1}}}
    slow, quick = Validator(schema, backend="jsonschema"), Validator(schema, backend="jsonschema-rs")

    assert slow.faults(instance) == quick.faults(instance)
    assert slow.valid(instance) == quick.valid(instance) == (not slow.faults(instance))

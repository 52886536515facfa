"""Laws of shape: the schema that editors are given and the validators that run accept and refuse the same documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from strokekit.engine import Engine
from strokekit.formats import Document, read_text
from strokekit.formats.schema import Backend, Validator
from strokekit.reading import Dispatch, check_shape, published_schema, read_routine
from tests.documents import CATALOG, near_routines, routines
from tests.reading.mistakes import MISTAKES, whole

ARTICLE = Path(__file__).parents[2] / "examples" / "routines" / "upper-lower-back.routine.yaml"
BACKENDS: tuple[Backend, ...] = ("jsonschema", "jsonschema-rs")
SCHEMA = published_schema(CATALOG)
PUBLISHED = {backend: Validator(SCHEMA, backend=backend) for backend in BACKENDS}
DISPATCH = {backend: Dispatch(CATALOG, backend) for backend in BACKENDS}


def document(data: Any) -> Document:
    """Read a document that is given as JSON values."""
    return read_text(json.dumps(data), syntax="json").require()


def verdicts(read: Document) -> dict[str, bool]:
    """Say who accepts the shape of a document."""
    published = {f"published, {backend}": PUBLISHED[backend].valid(read.data) for backend in BACKENDS}
    run = {f"dispatch, {backend}": check_shape(read, DISPATCH[backend]).fits for backend in BACKENDS}
    return {**published, **run}


@settings(max_examples=50)
@given(routines())
def test_all_accept_valid_documents(data: dict[str, Any]) -> None:
    """A document made of what the format allows is accepted by the published schema and by the dispatch, in both back-ends."""
    read = document(data)

    assert verdicts(read) == dict.fromkeys(verdicts(read), True)
    assert [str(error) for error in read_routine(read, CATALOG, DISPATCH["jsonschema-rs"]).report.errors] == []


@settings(max_examples=80)
@given(near_routines())
def test_all_agree_on_near_valid_documents(data: dict[str, Any]) -> None:
    """Of a document that is broken in a few places all four say the same."""
    found = verdicts(document(data))
    event(f"accepted: {all(found.values())}")

    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_all_agree_on_every_fixture(mistake: Any) -> None:
    """Each fixture of a mistake is accepted by all four or by none."""
    read = read_text(whole(mistake.text), name="r.yaml").value
    assert read is not None
    found = verdicts(read)

    assert len(set(found.values())) == 1, found


def test_all_accept_the_article() -> None:
    """The routine of the source article has the shape that the format asks for."""
    read = Engine().read(ARTICLE).require()

    assert set(verdicts(read).values()) == {True}


@settings(max_examples=30)
@given(near_routines(), st.sampled_from(BACKENDS))
def test_both_back_ends_lead_to_the_same_report(data: dict[str, Any], backend: Backend) -> None:
    """What an author is told does not depend on which library validates."""
    read = document(data)
    reports = [Engine(backend=one).structure(read).report for one in (backend, "auto")]

    assert [str(d) for d in reports[0]] == [str(d) for d in reports[1]]

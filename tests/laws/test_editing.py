"""Laws of editing: a change of the text means just the change of the data, and nothing else of the text is touched."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from strokekit.formats import Document, pointer, read_text
from strokekit.formats.changes import Change, Insert, Remove, Rename, Set, changed
from strokekit.formats.patches import edits_of
from tests.messy import VALUES, documents, remarks, ways

NEW = ("new", "on", "q: r", "ü")
"""Keys to add, and to rename to; some of them need quotes."""


def _changes(draw: st.DrawFn, document: Document) -> list[Change]:
    """Give the changes that can be made at one drawn place."""
    way = draw(st.sampled_from(list(ways(document.data))))
    holder = document.value(pointer.join("", *way[:-1]))
    here, value = pointer.join("", *way), draw(VALUES)
    made: list[Change] = [Set(here, value), Remove(here)]
    if isinstance(holder, list):
        return [*made, Insert(here, value), Insert(pointer.join("", *way[:-1], "-"), value)]
    key = draw(st.sampled_from([name for name in NEW if name not in holder]))
    there = pointer.join("", *way[:-1], key)
    made += [Set(there, value), Insert(there, value, before=str(way[-1])), Insert(there, value)]
    return made if way[-1] == "x-own" else [*made, Rename(here, key)]


@st.composite
def edits(draw: st.DrawFn) -> tuple[Document, Change]:
    """Make a document and a change that can be made in it."""
    document = draw(documents())
    return document, draw(st.sampled_from(_changes(draw, document)))


def _again(document: Document, text: str) -> Document:
    return read_text(text, name=document.source.name).require()


@settings(max_examples=200)
@given(edits())
def test_reading_the_edit_gives_the_edit_of_what_was_read(edit: tuple[Document, Change]) -> None:
    """The text after a change reads to the data after the change, in both syntaxes and every style."""
    document, change = edit

    assert _again(document, document.edit().apply(change).text).data == changed(document.data, change)


@settings(max_examples=200)
@given(edits())
def test_all_bytes_outside_the_edits_stay(edit: tuple[Document, Change]) -> None:
    """What stands before, between and after the edits of a change stands there afterwards too, byte for byte."""
    document, change = edit
    old, new, place = document.source.text, document.edit().apply(change).text, 0

    for edit_ in sorted(edits_of(document, change), key=lambda one: one.start):
        kept = old[place : edit_.start]
        assert new.startswith(kept + edit_.text)
        new, place = new.removeprefix(kept + edit_.text), edit_.end
    assert new == old[place:]


@settings(max_examples=200)
@given(edits())
def test_every_other_value_keeps_its_text(edit: tuple[Document, Change]) -> None:
    """A scalar that the change does not speak of is written as it was: the edits are no larger than they must be."""
    document, change = edit
    after = document.edit().apply(change).document
    if isinstance(change, (Insert, Remove)):
        return  # these move what comes after them in a list

    for way in ways(document.data):
        here = pointer.join("", *way)
        apart = not f"{here}/".startswith(f"{change.pointer}/")
        if apart and not isinstance(document.value(here), (dict, list)):
            assert after.text(here) == document.text(here)


@settings(max_examples=200)
@given(edits())
def test_adding_and_renaming_lose_no_comment(edit: tuple[Document, Change]) -> None:
    """What is added, and a key that is renamed, leave all comments where they are."""
    document, change = edit
    if isinstance(change, (Insert, Rename)):
        assert remarks(document.edit().apply(change).document) == remarks(document)


@settings(max_examples=100)
@given(edits())
def test_replacing_and_removing_lose_no_comment_of_others(edit: tuple[Document, Change]) -> None:
    """Of the comments only those inside what goes, and behind what is removed, go with it."""
    document, change = edit
    if isinstance(change, (Set, Remove)):
        start, end = (min(e.start for e in edits_of(document, change)), max(e.end for e in edits_of(document, change)))
        outside = document.source.text[:start].count("#") + document.source.text[end:].count("#")
        added = document.edit().apply(change).text.count("#")
        assert added >= outside


@st.composite
def several(draw: st.DrawFn) -> tuple[Document, list[Change]]:
    """Make a document and changes of some of its scalars."""
    document = draw(documents())
    scalars = [way for way in ways(document.data) if not isinstance(document.value(pointer.join("", *way)), (dict, list))]
    chosen = draw(st.lists(st.sampled_from(scalars), unique=True, max_size=4)) if scalars else []
    return document, [Set(pointer.join("", *way), draw(st.sampled_from(("no", 3, "a, b", "x")))) for way in chosen]


@settings(max_examples=150)
@given(several())
def test_changes_at_once_and_one_after_another_give_the_same(edit: tuple[Document, list[Change]]) -> None:
    """Changes of several places, made at once, give the text that they give one by one, in whatever order."""
    document, changes = edit
    one_by_one: Any = document.edit()
    for change in reversed(changes):
        one_by_one = one_by_one.apply(change)

    assert document.edit().apply(*changes).text == one_by_one.text


@settings(max_examples=100)
@given(edits())
def test_an_edit_leaves_its_document_alone(edit: tuple[Document, Change]) -> None:
    """The document that is edited is the same as before, and so is its data."""
    document, change = edit
    before = _again(document, document.source.text)

    document.edit().apply(change)

    assert document == before

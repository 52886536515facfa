"""The article's routine holds the whole article, and nothing that the article does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strokekit import Document, Engine
from strokekit.formats.pointer import split

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "article-coverage.md"
ARTICLE = ROOT / "examples" / "routines" / "upper-lower-back.routine.yaml"
SENTENCES = 66
"""How many sentences and headings the article has."""
LABELS = ["P1", "P2", "P3", "U0", "U1", "U2", "U3", "U3b", "U4", "L0", "L1", "L2", "L3", "L4", "L5", "F1", "A1"]
"""The rows into which the article's steps were sorted."""
REASONS = {"title", "repetition", "greeting", "claim", "advertising"}
"""Why a sentence may carry nothing; the page says what each word means."""
_ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<about>[^|]+) \| (?P<where>[^|]+) \|$", re.MULTILINE)
ROWS = [(int(row["number"]), row["about"], row["where"]) for row in _ROW.finditer(PAGE.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def document() -> Document:
    """The routine file, as read."""
    return Engine().read(ARTICLE).require()


def _pointers(where: str) -> list[str]:
    """Give the JSON Pointers of a row."""
    return re.findall(r"`(/[^`]*)`", where)


def _at(data: Any, pointer: str) -> Any:
    """Follow a JSON Pointer; what it leads past does not exist."""
    for token in split(pointer):
        data = data[int(token)] if isinstance(data, list) else data[token]
    return data


def _steps(steps: list[Any], pointer: str) -> Iterator[tuple[str, Any]]:
    """Go through steps and what they hold, each with its pointer; what only holds others is left out."""
    for index, step in enumerate(steps):
        at = f"{pointer}/{index}"
        inner = [key for key in ("steps", "from", "between") if key in step]
        for key in inner:
            yield from _steps(step[key], f"{at}/{key}")
        if not inner:
            yield at, step


def _all_steps(data: Any) -> list[tuple[str, Any]]:
    """List the steps of a whole file."""
    sections = enumerate(data["sections"])
    return [found for index, section in sections for found in _steps(section["steps"], f"/sections/{index}/steps")]


def test_the_table_goes_through_the_whole_article() -> None:
    """Each sentence has one row, in the article's order."""
    assert [number for number, _, _ in ROWS] == list(range(1, SENTENCES + 1))


@pytest.mark.parametrize(("number", "about", "where"), ROWS)
def test_a_row_refers_to_its_sentence_and_does_not_copy_it(number: int, about: str, where: str) -> None:
    """A row has at most eight words about its sentence, and then either places in the file or a reason."""
    listed = ", ".join(f"`{pointer}`" for pointer in _pointers(where))

    assert len(about.split()) <= 8, number
    assert where in REASONS or where == listed, number


@pytest.mark.parametrize("pointer", sorted({pointer for _, _, where in ROWS for pointer in _pointers(where)}))
def test_every_pointer_leads_to_something(pointer: str, document: Document) -> None:
    """What a row names stands in the file, and has a line there."""
    span = document.span(pointer)

    assert _at(document.data, pointer) not in (None, "", [], {})
    assert span is not None
    assert span.line > 1


def test_every_step_comes_from_the_article(document: Document) -> None:
    """No step of the file is without a sentence that says it."""
    named = [pointer for _, _, where in ROWS for pointer in _pointers(where)]

    orphans = [at for at, _ in _all_steps(document.data) if not any(f"{name}/".startswith(f"{at}/") for name in named)]

    assert orphans == []


def test_every_row_of_the_article_is_labelled(document: Document) -> None:
    """The labels of the file are those of the article's rows, in its order."""
    sections = document.data["sections"]
    labels = [step["label"] for section in sections for step in section["steps"]]

    assert list(dict.fromkeys(labels)) == LABELS


def test_the_routine_has_no_errors() -> None:
    """The routine checks without errors; its only warning is that nobody has said what speaks against it."""
    report = Engine().check(ARTICLE)

    assert [found.name for found in report] == ["contraindications-unknown"]


def test_claims_are_the_publishers(document: Document) -> None:
    """Every claim names the source that makes it, so that none reads as the library's own word."""
    claims = document.data["claims"]

    assert [claim["by"] for claim in claims] == ["article"] * 6
    assert set(document.data["sources"]) == {"article"}


def test_the_one_prohibition_is_kept() -> None:
    """The spine is spared in the step of which the article says so: the plan shows it, and a step on it is an error."""
    plan = Engine().compose(Engine().load(ARTICLE)).require()
    spared = {
        step.name: step.targets[0].spared
        for section in plan.sections
        for step in section.block.first
        if hasattr(step, "targets") and step.targets
    }
    broken = ARTICLE.read_text(encoding="utf-8").replace(
        "where: lower_back\n        tool: thumbs or palm_heels", "where: lumbar_spine\n        tool: thumbs or palm_heels"
    )
    report = Engine().check(Engine().read_text(broken))

    assert spared["lower_circles"] == ("spine",)
    assert [error.name for error in report.errors] == ["avoided-place"]


@pytest.mark.parametrize("name", ["safe", "safely", "safety"])
def test_the_file_promises_nothing(name: str) -> None:
    """The file never says that something is without danger."""
    assert name not in ARTICLE.read_text(encoding="utf-8").lower().split()

"""Templates of the caller's own: they replace what is shipped, run in a sandbox, and are wrong with clear words."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit import UsageError
from strokekit.rendering import style
from strokekit.rendering.style import Style
from tests.cli.running import put
from tests.rendering.hostile import article, engine, nasty, timeline


def card(folder: Path, to: str = "markdown") -> str:
    """Render the article with the templates of a folder."""
    return str(engine().render(article(), to=to, templates=folder))


@pytest.mark.parametrize(("to", "name"), [("markdown", "card.md.j2"), ("text", "card.txt.j2")])
def test_a_template_replaces_the_shipped_one(to: str, name: str, tmp_path: Path) -> None:
    """It gets the card: its title, its sections, and their steps with their lines."""
    sections = "{% for section in card.sections %} {{ section.title }} {{ section.steps | length }}{% endfor %}"
    put(tmp_path, name, "{{ card.title }}:" + sections)

    assert card(tmp_path, to) == (
        "Back massage, upper part then lower part: Room and hands 6 Upper back 6 Lower back 6 Finish 1 Aftercare 2"
    )


def test_a_template_may_change_a_block_alone(tmp_path: Path) -> None:
    """It extends the shipped one by the name that this still has."""
    put(tmp_path, "card.md.j2", "{% extends 'shipped/card.md.j2' %}{% block head %}# Ours\n{% endblock %}")
    own, shipped = card(tmp_path), str(engine().render(article()))

    assert own.startswith("# Ours\n\n## Prepare\n")
    assert own.endswith(shipped.partition("## Prepare")[2])


def test_a_template_may_include_another_of_its_folder(tmp_path: Path) -> None:
    """By its name in the folder."""
    put(tmp_path, "card.md.j2", "{% include 'parts/head.j2' %}!\n")
    put(tmp_path, "parts/head.j2", "{{ card.title | md }}")

    assert card(tmp_path) == "Back massage, upper part then lower part!\n"


def test_what_is_not_replaced_stays_as_it_is_shipped(tmp_path: Path) -> None:
    """A folder with other templates changes nothing."""
    put(tmp_path, "other.j2", "x")

    assert card(tmp_path) == engine().render(article())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("{% if %}", "the template 'card.md.j2', line 1: Expected an expression, got ", id="syntax"),
        pytest.param("\n{{ card.titel }}", "the template 'card.md.j2': ", id="an unknown name"),
        pytest.param("{% include 'gone.j2' %}", "there is no template 'gone.j2'", id="a missing one"),
        pytest.param("{{ 1 | nothing }}", "the template 'card.md.j2', line 1: No filter named 'nothing'.", id="a filter"),
        pytest.param("{{ 1 / 0 }}", "the template 'card.md.j2': ZeroDivisionError: division by zero", id="a mistake in it"),
    ],
)
def test_a_wrong_template_is_a_wrong_call(text: str, words: str, tmp_path: Path) -> None:
    """The message says which, where, and what; there is no traceback of the template library."""
    put(tmp_path, "card.md.j2", text)

    with pytest.raises(UsageError) as raised:
        card(tmp_path)

    assert str(raised.value).startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{{ card.__class__.__mro__ }}", id="the classes"),
        pytest.param("{{ ''.__class__.__subclasses__() }}", id="their subclasses"),
        pytest.param("{{ card.sections.append(1) }}", id="a change"),
        pytest.param("{{ range(99999999) }}", id="a range without an end"),
    ],
)
def test_a_template_can_not_leave_its_sandbox(text: str, tmp_path: Path) -> None:
    """It sees the card, and nothing of the program."""
    put(tmp_path, "card.md.j2", text)

    with pytest.raises(UsageError, match=r"^the template 'card\.md\.j2'"):
        card(tmp_path)


def test_texts_of_a_routine_are_no_templates() -> None:
    """Braces in a title are text."""
    routine = nasty() | {"title": "{{ 7 * 7 }} {% raw %}"}

    assert str(engine().render(timeline(routine), to="text")).startswith("{{ 7 * 7 }} {% raw %}\n")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("a.j2", b"\xff", "the template 'a.j2' is no UTF-8 text", id="no text"),
        pytest.param("a.j2", b"x" * 1_000_001, "the template 'a.j2' is larger than 1000000 bytes", id="large"),
    ],
)
def test_a_folder_that_can_not_be_read(name: str, content: bytes, words: str, tmp_path: Path) -> None:
    """It is told of, file by file."""
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UsageError) as raised:
        Style.of(tmp_path)

    assert str(raised.value) == words


def test_no_folder_and_one_with_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is taken for templates."""
    monkeypatch.setattr(style, "MOST_FILES", 1)
    (tmp_path / ".hidden").write_bytes(b"\xff")
    put(tmp_path, "a.j2", "a")

    assert dict(Style.of(tmp_path).templates) == {"a.j2": "a"}
    put(tmp_path, "b.j2", "b")
    with pytest.raises(UsageError, match="holds more than 1 files: is it a folder of templates"):
        Style.of(tmp_path)
    with pytest.raises(UsageError, match=r"there is no folder '.*gone' with templates"):
        Style.of(tmp_path / "gone")

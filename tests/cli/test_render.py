"""`strokekit render`: through which renderer, in which language, and where to."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.engine import Engine
from tests.cli.running import ARTICLE, GOOD, ROOT, UNKNOWN, install, put, strokekit

KNOWN = Engine().catalog.renderers
PLUGIN = """\
from strokekit import hookimpl, plugin

@hookimpl
def strokekit_renderers():
    return [
        plugin.Renderer(id="bytes", title="Bytes", media_type="x/y", suffix=".bin", render=lambda context: b"\\xff\\x00"),
        plugin.Renderer(id="broken", title="Broken", media_type="x/y", suffix=".bin", render=lambda context: 1 / 0),
        plugin.Renderer(id="wrong", title="Wrong", media_type="x/y", suffix=".bin", render=lambda context: 7),
    ]
"""


@pytest.mark.parametrize(
    ("to", "first"),
    [
        pytest.param([], "Calf massage\n", id="by default"),
        pytest.param(["--to", "text"], "Calf massage\n", id="text"),
        pytest.param(["--to", "markdown"], "# Calf massage\n", id="markdown"),
        pytest.param(["--to", "json"], '{\n  "format": "strokekit.timeline",\n', id="json"),
    ],
)
def test_renderers_are_chosen_by_their_id(to: list[str], first: str) -> None:
    """Text is the default."""
    ran = strokekit("render", *to, "-", stdin=GOOD)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(first)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("markdwon", "there is no renderer 'markdwon': did you mean markdown?", id="misspelt"),
        pytest.param("pdf", f"there is no renderer 'pdf'; there are {', '.join(sorted(KNOWN))}", id="unknown"),
    ],
)
def test_an_unknown_renderer_is_a_wrong_call(name: str, words: str) -> None:
    """It is said before the file is read."""
    ran = strokekit("render", "gone.yaml", "--to", name)

    assert (ran.code, ran.out, ran.err) == (2, "", f"strokekit render: error: {words}\n")


@pytest.mark.parametrize("to", ["text", "markdown", "json"])
def test_the_article_in_a_file_is_what_is_shown(to: str, tmp_path: Path) -> None:
    """`-o` writes the same text as UTF-8, and nothing to standard output."""
    path, target = str(ROOT / ARTICLE), tmp_path / "card"
    ran = strokekit("render", path, "--to", to, "-o", str(target))

    assert (ran.code, ran.out) == (0, "")
    assert target.read_bytes() == strokekit("render", path, "--to", to).out.encode()


def test_a_dash_is_standard_output() -> None:
    """As for FILE."""
    assert strokekit("render", "-", "-o", "-", stdin=GOOD).out.startswith("Calf massage\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("gone/card.md", "can't be written: no such file or directory", id="in no folder"),
        pytest.param("", "can't be written: is a directory", id="a folder"),
        pytest.param("a\0b", "can't be written: embedded null byte", id="a name that no file can have"),
    ],
)
def test_an_output_that_cannot_be_written_is_a_wrong_call(name: str, words: str, tmp_path: Path) -> None:
    """It ends with 2 and says why."""
    target = f"{tmp_path}/{name}"
    ran = strokekit("render", "-", "-o", target, stdin=GOOD)

    assert (ran.code, ran.out, ran.err) == (2, "", f"strokekit render: error: {target!r} {words}\n")


def test_the_file_that_is_read_is_never_written(tmp_path: Path) -> None:
    """Not by another way to it either."""
    path = put(tmp_path, "a.yaml", GOOD)
    other = tmp_path / "b.yaml"
    other.symlink_to(path)
    ran = strokekit("render", path, "-o", str(other))

    assert (ran.code, Path(path).read_text(encoding="utf-8")) == (2, GOOD)
    assert ran.err == f"strokekit render: error: '{other}' is the file that is read: give --output another name\n"


def test_nothing_is_written_for_a_routine_with_an_unknown_time(tmp_path: Path) -> None:
    """No timeline is made while a time is unknown, and no empty file is left."""
    target = tmp_path / "card"
    ran = strokekit("render", "-", "--to", "json", "-o", str(target), stdin=UNKNOWN.replace(", duration: 2..4 min", ""))

    assert (ran.code, target.exists()) == (1, False)
    assert "error[SK601] nothing says how long `calf_work` takes\n" in ran.err


def test_a_card_shows_an_unknown_time_as_unknown() -> None:
    """A card needs no timeline: it names what nobody knows, and the rest is there."""
    ran = strokekit(
        "render",
        "-",
        stdin=GOOD.replace("kneading, id: calf_work, where: calf, duration: 2..4 min", "x, unlisted: 2").replace(
            "technique: x, ", ""
        ),
    )

    assert (ran.code, ran.err) == (0, "")
    assert "1.1 2 steps that the source does not give  unknown\n" in ran.out
    assert "  - Nothing says how long these take: 2 steps that the source does not give\n" in ran.out


def test_a_missing_plugin_keeps_nobody_from_a_card() -> None:
    """Where its times are stated, the routine is rendered; the exit code says that it is not valid."""
    ran = strokekit("render", "-", stdin=UNKNOWN)

    assert (ran.code, ran.out.startswith("Calf massage\n")) == (1, True)


def test_values_are_set() -> None:
    """As in `time`."""
    made = strokekit("render", "-", "--to", "json", "--set", "passes=5", stdin=GOOD).json

    assert made["routine"]["values"] == {"passes": 5}


def test_bytes_are_written_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A renderer of a plugin may give bytes."""
    install(tmp_path, monkeypatch, PLUGIN)
    target = tmp_path / "out.bin"

    assert strokekit("render", "-", "--to", "thai.bytes", "-o", str(target), stdin=GOOD).code == 0
    assert target.read_bytes() == b"\xff\x00"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("broken", "ZeroDivisionError: division by zero", id="one that raises"),
        pytest.param("wrong", "it gave int, not text or bytes", id="one that gives something else"),
    ],
)
def test_a_renderer_of_a_plugin_that_fails_is_the_plugins_fault(
    name: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the plugin and its version, not strokekit."""
    install(tmp_path, monkeypatch, PLUGIN)
    ran = strokekit("render", "-", "--to", f"thai.{name}", stdin=GOOD)

    assert (ran.code, ran.out) == (2, "")
    said = f"the renderer `thai.{name}` of the plugin strokekit-thai 1.2 failed: {words}"
    assert ran.err == f"error[SK803] {said}\n   = choose another renderer\n\n"

"""Sessions as text: what is written, what is refused, and that a file is whole at any time."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from strokekit.playing import events as e
from strokekit.playing.events import Event
from strokekit.playing.keeping import DAY, resume, snapshot, write_whole
from tests.playing.courses import SHORT, course, even, play

KEPT = snapshot(play(SHORT, (0, e.Start()), (70, e.Tick()))[0], saved=1_000)


def test_what_is_written() -> None:
    """The log, where it leads to, and the hash of the course; nothing of the course itself."""
    made = json.loads(KEPT)

    assert (made["format"], made["version"], made["saved"], len(made["course"])) == ("strokekit.session", 1, 1_000, 64)
    assert made["state"] == {
        "status": "playing", "segment": "b", "at": 5_000, "elapsed": 70_000, "remaining": 45_000, "clock": 70_000,
    }  # fmt: skip
    assert made["log"] == [{"at": 0, "event": "start"}, {"at": 70_000, "event": "tick"}]


def test_what_is_written_is_described() -> None:
    """The schema takes every event, and no key more or less."""
    schema = json.loads((Path(__file__).parents[2] / "schemas" / "session.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    told = {"en": "Other"}
    deeds: list[Event] = [
        e.Start(end_by=90_000), e.Pause(), e.Resume(), e.Skip(), e.Back(), e.Restart(), e.Jump(to="b"), e.Extend(ms=5), e.Tick(),
        e.Enough(of="x"),
        e.Answer(to="b:ask", text="no"), e.Substitute(title=told), e.Worked(ms=3), e.Slept(), e.EndBy(), e.Done(), e.Stop(),
    ]  # fmt: skip
    made = json.loads(snapshot(play(SHORT, *((at, deed) for at, deed in enumerate(deeds)), refit=even)[0], saved=3))
    words = set(schema["properties"]["log"]["items"]["properties"]["event"]["enum"])

    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(made)] == []
    assert {entry["event"] for entry in made["log"]} == words
    for key in made:
        assert not Draft202012Validator(schema).is_valid({name: part for name, part in made.items() if name != key}), key
    assert not Draft202012Validator(schema).is_valid({**made, "extra": 1})


def _with(**fields: Any) -> str:
    return json.dumps({**json.loads(KEPT), **fields})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(KEPT[: len(KEPT) // 2], "it is damaged, or no session of strokekit", id="half of it"),
        pytest.param("[]", "it is damaged, or no session of strokekit", id="a list"),
        pytest.param("", "it is damaged, or no session of strokekit", id="nothing"),
        pytest.param(_with(format="other"), "it is damaged, or no session of strokekit", id="another format"),
        pytest.param(
            _with(version=2), "it is written in version 2 of its format, and this strokekit knows 1", id="a later version"
        ),
        pytest.param(
            _with(course="0" * 64), "it belongs to another routine, or to this one before it was changed", id="another course"
        ),
        pytest.param(_with(saved=-DAY), "it is too old", id="too old"),
        pytest.param(_with(log=[]), "its log does not lead to where it says that it stands", id="another log"),
        pytest.param(_with(log=[{"at": 0.5, "event": "tick"}]), "it is damaged, or no session of strokekit", id="half a ms"),
        pytest.param(_with(log=[{"at": 0, "event": "dance"}]), "it is damaged, or no session of strokekit", id="no event"),
        pytest.param(
            _with(log=[{"at": 0, "event": "extend", "ms": "5"}]), "it is damaged, or no session of strokekit", id="text"
        ),
    ],
)
def test_what_cannot_go_on(text: str, why: str) -> None:
    """Each is refused for its reason."""
    outcome = resume(text, SHORT, now=1_001)

    assert outcome.value is None
    assert [str(found) for found in outcome.report] == [f"error[SK908] this session can't go on: {why}"]


def test_another_time_of_a_step_is_another_course() -> None:
    """The hash covers everything that is played."""
    longer = course(attrs.evolve(SHORT.segments[0], ms=60_001), *SHORT.segments[1:], sections=SHORT.sections)

    assert resume(KEPT, SHORT, now=1_001).ok
    assert resume(KEPT, longer, now=1_001).value is None


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """For its owner's eyes only; what an earlier kill left beside it is used up."""
    path = tmp_path / "kept.json"
    (tmp_path / "kept.json.new").write_text("half of")
    write_whole(path, "one")
    write_whole(path, "two")

    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("kept.json", "two")]
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    """Writing says so."""
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "no" / "kept.json", "text")

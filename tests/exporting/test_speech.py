"""The cue track: what a voice says and when, and whether there is time for it."""

from __future__ import annotations

import subprocess
import wave
from pathlib import Path

import pytest

from strokekit.exporting.speech import estimate, slots
from strokekit.model.timeline import Timeline
from strokekit.rendering.context import RenderContext
from tests.exporting import readers
from tests.exporting.readers import losses, rendered, text_of
from tests.exporting.routines import nasty, small
from tests.rendering.hostile import article

HURRIED = """strokekit: 1
title: T
contraindications: none_reviewed
sections:
  - id: a
    steps:
      - technique: kneading
        id: short
        title: A long name for a short step that nobody can say in time
        where: calf
        duration: 1 s
      - {technique: kneading, id: long, where: calf, duration: 1 min}
"""


def test_each_cue_is_said_at_its_time() -> None:
    """A mark stands before the words, with the kind, the name and the times of the cue."""
    assert readers.ssml(text_of(small(), "ssml")) == [
        ("step", "work", 0, 60_000, "Kneading: calves and thighs"),
        ("ask", "work", 30_000, 30_000, "All right?"),
        ("rest", "work", 60_000, 65_000, "Rest"),
        ("step", "round", 65_000, 85_000, "Circles (both sides, one after the other): calves"),
        ("side", "round", 75_000, 75_000, "The other side"),
        ("step", "cover", 85_000, 95_500, "Cover: calves"),
    ]


def test_silence_fills_what_words_leave() -> None:
    """With the estimate of the words before it, each break makes up the time to the next cue."""
    text = text_of(small(), "ssml", words_per_minute=60)

    assert text.count("<break ") == len(readers.ssml(text))
    assert '<break time="25000ms" />' in text  # 30 s less five words: the first cue is as long as that


@pytest.mark.parametrize(
    ("text", "pace", "ms"),
    [
        pytest.param("Rest", 150, 400, id="one word"),
        pytest.param("Is this still comfortable?", 150, 2_000, id="by its letters"),
        pytest.param("a b c d", 60, 4_000, id="by its words"),
        pytest.param("背中をゆっくり", 60, 2_000, id="words without spaces"),
        pytest.param("", 60, 1_000, id="nothing counts as a word"),
    ],
)
def test_the_estimate(text: str, pace: int, ms: int) -> None:
    """A text counts as its words, or as one for six characters, whichever is more."""
    assert estimate(text, pace) == ms


def test_what_is_too_long_to_be_said_is_told() -> None:
    """It is an estimate, and says so."""
    made = rendered(readers.timeline(HURRIED), "ssml")

    assert losses(made) == {"too-long": ("short",)}
    assert made.losses[0].message == "1 cue may take longer to say than there is time for it, at 150 words a minute (an estimate)"


@pytest.mark.needs("espeak-ng")
@pytest.mark.parametrize("timeline", [article(), readers.timeline(HURRIED)], ids=["article", "hurried"])
def test_a_real_voice_is_done_in_time(timeline: Timeline, tmp_path: Path) -> None:
    """The audio of every cue is shorter than its slot, or the losses name the cue."""
    made = rendered(timeline, "ssml")
    told = losses(made).get("too-long", ())
    context = RenderContext(plan=timeline.plan, catalog=readers.engine().catalog, exact=timeline)
    spoken = {slot.cues[0].name: (_spoken(" ".join(slot.texts), tmp_path), slot.ms) for slot in slots(context)}
    late = tuple(name for name, (ms, room) in spoken.items() if ms > room)

    assert set(late) <= set(told)
    assert all(ms > 0 for ms, _ in spoken.values())


@pytest.mark.needs("espeak-ng")
def test_the_hurried_voice_is_late(tmp_path: Path) -> None:
    """The test above would mean little otherwise."""
    assert _spoken("A long name for a short step that nobody can say in time: calf", tmp_path) > 1_000


@pytest.mark.needs("espeak-ng")
def test_a_voice_reads_the_whole_track(tmp_path: Path) -> None:
    """espeak-ng takes the document as SSML, silences included: its audio is about as long as the routine."""
    ms = _spoken(text_of(small(), "ssml"), tmp_path, "-m")

    assert 0.8 * small().total < ms < 1.2 * small().total


def _spoken(text: str, folder: Path, *more: str) -> int:
    """Let espeak-ng speak, and give how long the audio is in ms."""
    target = folder / "spoken.wav"
    argv = ["espeak-ng", *more, "-w", str(target), "--stdin"]
    subprocess.run(argv, input=text.encode(), check=True, timeout=60)
    with wave.open(str(target)) as audio:
        frames, rate = int(audio.getnframes()), int(audio.getframerate())
    return frames * 1000 // rate


def test_a_hostile_text_stays_text() -> None:
    """Markup in a title is words of a mark, and the document is well-formed."""
    said = [words for *_, words in readers.ssml(text_of(nasty(), "ssml"))]

    assert len(said) == 4
    assert all("<script>alert(1)</script>" in words for words in said)

"""Captions: every step for as long as it takes, as players and libraries read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.exporting import captions
from strokekit.model.timeline import Timeline
from strokekit.rendering import extras
from strokekit.rendering.lines import one_line
from tests.exporting import readers
from tests.exporting.readers import losses, rendered, text_of
from tests.exporting.routines import moving, nasty, small
from tests.rendering.hostile import NASTY, article

CALF = "Kneading\ncalves and thighs"
BOTH = "Circles (both sides, one after the other)\ncalves"


def test_webvtt_shows_prompts_beside_their_steps() -> None:
    """Each step is one caption, and each prompt one more that is shown for some seconds while the step goes on."""
    assert readers.vtt(text_of(small(), "vtt")) == [
        ("work", 0, 60_000, CALF),
        ("work", 30_000, 35_000, "Ask: “All right?”"),
        ("work", 60_000, 65_000, "Rest"),
        ("round", 65_000, 85_000, BOTH),
        ("round", 75_000, 80_000, "The other side"),
        ("cover", 85_000, 95_500, "Cover\ncalves"),
    ]


def test_subrip_shows_one_caption_at_a_time() -> None:
    """A prompt stands below its step for as long as it is shown, and the pieces of a step fill its time."""
    assert readers.srt(text_of(small(), "srt", show="2 s")) == [
        (0, 30_000, CALF),
        (30_000, 32_000, f"{CALF}\nAsk: “All right?”"),
        (32_000, 60_000, CALF),
        (60_000, 65_000, "Rest"),
        (65_000, 75_000, BOTH),
        (75_000, 77_000, f"{BOTH}\nThe other side"),
        (77_000, 85_000, BOTH),
        (85_000, 95_500, "Cover\ncalves"),
    ]


@pytest.mark.parametrize(
    ("to", "timeline", "expected"),
    [
        pytest.param("vtt", small(), {}, id="WebVTT loses nothing of steps and prompts"),
        pytest.param("srt", small(), {"flattened": ("work", "round")}, id="SubRip cuts steps into pieces"),
        pytest.param(
            "vtt",
            moving(),
            {"without-length": ("none",), "moves": ("wave", "wave", "last", "last"), "checkpoints": ("mark",)},
            id="what has no time or no words",
        ),
    ],
)
def test_what_captions_can_not_say_is_told(to: str, timeline: Timeline, expected: dict[str, tuple[str, ...]]) -> None:
    """The losses name the cues that they concern."""
    assert losses(rendered(timeline, to)) == expected


def test_what_is_said_at_the_very_end_is_still_shown() -> None:
    """Its caption outlasts the last step."""
    assert readers.vtt(text_of(moving(), "vtt"))[-1] == ("last", 20_000, 25_000, "Say: “Done”")
    assert readers.srt(text_of(moving(), "srt"))[-1] == (20_000, 25_000, "Say: “Done”")


@pytest.mark.needs("ffmpeg")
@pytest.mark.parametrize("timeline", [article(), nasty()], ids=["article", "hostile"])
def test_ffmpeg_reads_what_is_written(timeline: Timeline, tmp_path: Path) -> None:
    """Each of the two formats, written anew by ffmpeg as the other one, has the same times."""
    vtt, srt = text_of(timeline, "vtt"), text_of(timeline, "srt")
    from_vtt = readers.srt(readers.ffmpeg(vtt, tmp_path, source="vtt", target="srt"))
    from_srt = readers.vtt(readers.ffmpeg(srt, tmp_path, source="srt", target="vtt"))

    assert [(start, end) for start, end, _ in from_vtt] == [(start, end) for _, start, end, _ in readers.vtt(vtt)]
    assert [(start, end) for _, start, end, _ in from_srt] == [(start, end) for start, end, _ in readers.srt(srt)]


def test_a_hostile_text_stays_text() -> None:
    """Markup and line breaks in a title are shown in one line; in SubRip, which can't escape them, by signs like them."""
    as_vtt = [words.splitlines()[0] for *_, words in readers.vtt(text_of(nasty(), "vtt"))]
    as_srt = [words.splitlines()[0] for *_, words in readers.srt(text_of(nasty(), "srt"))]

    assert as_vtt[0] == one_line(NASTY)
    assert set(as_srt) == {captions.plain(one_line(NASTY))}
    assert "signs-replaced" in losses(rendered(nasty(), "srt"))


def test_an_arrow_in_a_title_begins_no_caption() -> None:
    """`-->` stands between times alone."""
    text = text_of(readers.timeline(ARROW), "vtt")

    assert readers.vtt(text) == [("a1", 0, 1_000, "a --> b\ncalves")]
    assert text.count("-->") == 1


ARROW = """strokekit: 1
title: T
contraindications: none_reviewed
sections: [{id: a, steps: [{technique: kneading, id: a1, title: a --> b, where: calf, duration: 1 s}]}]
"""


def test_without_the_library_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format whose extra is not installed is a wrong call, and no traceback."""
    monkeypatch.setattr(captions, "needs", lambda *_, **given: extras.needs("no_such_webvtt", **given))

    with pytest.raises(ValueError, match=r"^the format 'vtt' needs no_such_webvtt, which is not installed: "):
        rendered(small(), "vtt")

"""The renderers for other programs; each loads what it needs when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from strokekit.plugins.declarations import Parameter, Renderer

if TYPE_CHECKING:
    from strokekit.plugins.declarations import Rendered
    from strokekit.rendering.context import RenderContext


def _vtt(context: RenderContext) -> Rendered:
    from strokekit.exporting.captions import vtt

    return vtt(context)


def _srt(context: RenderContext) -> Rendered:
    from strokekit.exporting.captions import srt

    return srt(context)


def _ssml(context: RenderContext) -> Rendered:
    from strokekit.exporting.speech import ssml

    return ssml(context)


def _ics(context: RenderContext) -> Rendered:
    from strokekit.exporting.calendar import ics

    return ics(context)


def _csv(context: RenderContext) -> Rendered:
    from strokekit.exporting.cue_sheet import cue_sheet

    return cue_sheet(context)


def _mermaid(context: RenderContext) -> Rendered:
    from strokekit.exporting.structure import mermaid

    return mermaid(context)


def _strokes(context: RenderContext) -> Rendered:
    from strokekit.exporting.strokes import strokes

    return strokes(context)


_SHOW = Parameter(
    type="duration",
    title="Show prompts for",
    summary="how long what is said stays on the screen",
    default="5 s",
    limits="1 s..60 s",
)
_ICS_OPTIONS = {
    "start": Parameter(
        type="text",
        needs=True,
        title="Start",
        summary="when the slot begins, as 2026-03-01T10:00, with an offset as in 10:00+01:00, or in the zone",
    ),
    "uid": Parameter(
        type="text", needs=True, title="Identifier", summary="what calendars know the appointment by, unique in the world"
    ),
    "stamp": Parameter(
        type="text", needs=True, title="Stamp", summary="when this was written down, with its offset: 2026-02-01T08:00Z"
    ),
    "zone": Parameter(type="text", title="Time zone", summary="the zone that the start is in, as Europe/Berlin; by default none"),
    "alarm": Parameter(type="duration", title="Alarm", summary="how long before the slot it rings; by default it does not"),
    "before": Parameter(
        type="duration", title="Before", summary="the time before the visit; by default what the routine's booking says, or none"
    ),
    "after": Parameter(
        type="duration", title="After", summary="the time after the visit; by default what the routine's booking says, or none"
    ),
}

RENDERERS = (
    Renderer(
        id="vtt",
        title="Captions (WebVTT)",
        summary="a caption for every step, and for what is said while it goes on",
        media_type="text/vtt",
        suffix=".vtt",
        render=_vtt,
        options={"show": _SHOW},
    ),
    Renderer(
        id="srt",
        title="Captions (SubRip)",
        summary="the same for players that know no WebVTT; one caption at a time",
        media_type="application/x-subrip",
        suffix=".srt",
        render=_srt,
        options={"show": _SHOW},
    ),
    Renderer(
        id="ssml",
        title="Cue track for a voice (SSML)",
        summary="what a voice says at the beginning of each step and in it, with silence between",
        media_type="application/ssml+xml",
        suffix=".ssml",
        render=_ssml,
        options={
            "words_per_minute": Parameter(
                type="count",
                title="Words a minute",
                summary="how fast the voice is thought to speak; an estimate that the silences are reckoned with",
                default=150,
                limits="40..400",
            )
        },
    ),
    Renderer(
        id="ics",
        title="Appointment (iCalendar)",
        summary="the slot with its alarm, and what of it is before the visit, its phases, and after it",
        media_type="text/calendar",
        suffix=".ics",
        render=_ics,
        options=_ICS_OPTIONS,
    ),
    Renderer(
        id="csv",
        title="Cue sheet (CSV)",
        summary="a row for every cue, for spreadsheets",
        media_type="text/csv",
        suffix=".csv",
        render=_csv,
        options={
            "separator": Parameter(
                type="choice",
                title="Separator",
                summary="what stands between two cells",
                choices=("comma", "semicolon", "tab"),
                default="comma",
            )
        },
    ),
    Renderer(
        id="mermaid",
        title="Structure (Mermaid)",
        summary="a diagram of sections, blocks, choices and steps",
        media_type="text/vnd.mermaid",
        suffix=".mmd",
        render=_mermaid,
        timed=False,
        options={
            "direction": Parameter(
                type="choice", title="Direction", summary="which way it grows", choices=("down", "right"), default="down"
            )
        },
    ),
    Renderer(
        id="strokes",
        title="Strokes for devices (JSON)",
        summary="a neutral hand-off: for each stroke technique, place, level, tool, speed, repetitions and duration",
        media_type="application/json",
        suffix=".strokes.json",
        render=_strokes,
    ),
)
"""What other programs read; each is contributed through the hook `strokekit_renderers`."""

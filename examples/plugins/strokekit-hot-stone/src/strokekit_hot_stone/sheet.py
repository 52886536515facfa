"""A sheet about the stones alone: when they are laid, when they are lifted, and how long they lie."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.plugin import RenderContext, Renderer

LAY = "hot_stone.lay_stones"


def render(context: RenderContext) -> str:
    """Write a line for each laying, in the order of the clock."""
    return "".join(f"{line}\n" for line in _lines(context))


def _lines(context: RenderContext) -> Iterator[str]:
    steps = [cue for cue in context.timeline.cues if cue.kind == "step" and cue.name in context.timeline.steps]
    for cue in steps:
        if cue.technique == LAY:
            laid = context.timeline.steps[cue.name]
            ends = (other.start for other in steps if context.timeline.steps[other.name].of == laid.node.id)
            yield _line(context, laid.node.id, cue.end, next(ends, None))


def _line(context: RenderContext, id_: str, laid: int, lifted: int | None) -> str:
    if lifted is None:
        return context.messages.say("hot-stone-stays", id=id_, laid=_clock(laid))
    return context.messages.say("hot-stone-lies", id=id_, laid=_clock(laid), lifted=_clock(lifted), time=_clock(lifted - laid))


def _clock(ms: int) -> str:
    seconds = ms // 1000
    return f"{seconds // 60}:{seconds % 60:02}"


STONES = Renderer(id="stones", title="Stones", media_type="text/plain", suffix=".txt", render=render)

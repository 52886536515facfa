"""Timeline → captions: every step for as long as it takes, and what is said while it is done, as WebVTT and SubRip.

WebVTT can show several captions at once. SubRip can't: there a step is shown in pieces, with the prompt below it in some of them.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

import attrs

from strokekit.exporting.moments import stamp
from strokekit.exporting.wording import PROMPTS, TIMED, Wording, repeated, timed
from strokekit.model.timeline import Cue
from strokekit.plugins.declarations import Loss, Rendered
from strokekit.rendering.context import RenderContext
from strokekit.rendering.extras import needs


@attrs.frozen(kw_only=True)
class Caption:
    """Lines that are shown from `start` to `end`, in milliseconds; `0 <= start < end`."""

    name: str
    start: int
    end: int
    lines: tuple[str, ...]


def vtt(context: RenderContext) -> Rendered:
    """Write WebVTT: a caption for every step, and one for every prompt while the step goes on."""
    webvtt = needs("webvtt", extra="captions", to="vtt")
    wording = Wording.of(context)
    captions = sorted((*_steps(context, wording), *_prompts(context, wording)), key=lambda caption: caption.start)
    made = webvtt.WebVTT(captions=[_caption(webvtt, caption, _escaped) for caption in captions])
    return Rendered(content=f"{made.content.rstrip()}\n", losses=tuple(_losses(context)))


def srt(context: RenderContext) -> Rendered:
    """Write SubRip: no two captions at once, so that a prompt stands below its step and cuts it into pieces."""
    webvtt = needs("webvtt", extra="captions", to="srt")
    wording = Wording.of(context)
    prompts = list(_prompts(context, wording))
    captions = [piece for step in _steps(context, wording) for piece in _pieces(step, prompts)]
    captions += _behind(context.timeline.total, prompts)
    written = io.StringIO()
    webvtt.srt.write(written, [_caption(webvtt, caption, plain) for caption in captions])
    flattened = (context.loss("flattened", cues=[prompt.name for prompt in prompts]),) if prompts else ()
    changed = [caption.name for caption in captions if any(plain(line) != line for line in caption.lines)]
    replaced = (context.loss("signs-replaced", cues=dict.fromkeys(changed)),) if changed else ()
    return Rendered(content=f"{written.getvalue()}\n", losses=(*flattened, *replaced, *_losses(context)))


def _caption(webvtt: Any, caption: Caption, written: Callable[[str], str]) -> Any:
    lines = "\n".join(written(line) for line in caption.lines)
    return webvtt.Caption(stamp(caption.start), stamp(caption.end), lines, caption.name)


def _escaped(line: str) -> str:
    return html.escape(line, quote=False)


_MARKUP = str.maketrans({"<": "\u2039", ">": "\u203a", "{": "(", "}": ")"})


def plain(line: str) -> str:
    """Write a line of SubRip, which has no way to escape what players take for markup: such signs become others like them.

    >>> plain("{b} and --> so")
    '(b) and --\u203a so'
    """
    return line.translate(_MARKUP)


def _steps(context: RenderContext, wording: Wording) -> Iterator[Caption]:
    said = repeated(context.timeline)
    for at, cue in enumerate(context.timeline.cues):
        if cue.kind in TIMED and cue.length:
            words = wording.prompt(said[at]) if at in said else wording.title(cue)
            lines = (words, *filter(None, [wording.places(cue)]))
            yield Caption(name=cue.name, start=cue.start, end=cue.end, lines=lines)


def _prompts(context: RenderContext, wording: Wording) -> Iterator[Caption]:
    """Show each prompt for as long as it lasts, at least for the time that the option `show` says."""
    shown = {id(prompt) for at, prompt in repeated(context.timeline).items() if context.timeline.cues[at].length}
    for cue in context.timeline.cues:
        if cue.kind in PROMPTS and id(cue) not in shown:
            end = max(cue.end, cue.start + context.options["show"])
            yield Caption(name=cue.name, start=cue.start, end=end, lines=(wording.prompt(cue),))


def _pieces(step: Caption, prompts: Iterable[Caption]) -> Iterator[Caption]:
    """Cut a caption where what is said during it begins and ends."""
    during = [prompt for prompt in prompts if prompt.start < step.end and prompt.end > step.start]
    cuts = {step.start, step.end, *(at for one in during for at in (one.start, one.end) if step.start < at < step.end)}
    for start, end in pairwise(sorted(cuts)):
        said = [line for prompt in during if prompt.start <= start and end <= prompt.end for line in prompt.lines]
        yield attrs.evolve(step, start=start, end=end, lines=(*step.lines, *said))


def _behind(total: int, prompts: Iterable[Caption]) -> Iterator[Caption]:
    """Give what is still shown when the last step is over, one after the other."""
    cuts = sorted({total, *(prompt.end for prompt in prompts if prompt.end > total)})
    late = [prompt for prompt in prompts if prompt.end > total]
    for start, end in pairwise(cuts):
        shown = [prompt for prompt in late if prompt.end >= end]
        yield Caption(name=shown[0].name, start=start, end=end, lines=tuple(line for one in shown for line in one.lines))


def _losses(context: RenderContext) -> Iterator[Loss]:
    cues: tuple[Cue, ...] = context.timeline.cues
    silent = {
        "without-length": [cue.name for cue in timed(cues) if not cue.length],
        "moves": [cue.name for cue in cues if cue.kind == "move"],
        "checkpoints": [cue.name for cue in cues if cue.kind == "checkpoint"],
    }
    yield from (context.loss(name, cues=names) for name, names in silent.items() if names)

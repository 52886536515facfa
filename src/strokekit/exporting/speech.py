"""Timeline → SSML: what a voice says, each at its time, with silence between.

Nobody can tell how long a voice takes before it has spoken. So the silence is reckoned with an estimate, words per minute, and
every mark carries its times, for programs that speak each cue by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

import attrs

from strokekit.exporting.wording import PROMPTS, Wording, repeated, timed
from strokekit.model.timeline import Cue
from strokekit.plugins.declarations import Rendered
from strokekit.rendering.context import RenderContext

NAMESPACE = "http://www.w3.org/2001/10/synthesis"
_LETTERS = 6
"""So many characters count as one word, where a language writes its words without spaces or in long compounds."""
_MINUTE = 60_000


@attrs.frozen(kw_only=True)
class Slot:
    """What is said from `start` on, and how long there is for it until the next is said; milliseconds."""

    start: int
    ms: int
    cues: tuple[Cue, ...]
    texts: tuple[str, ...]


def ssml(context: RenderContext) -> Rendered:
    """Write an SSML document; each cue that may be too long for its slot, at the pace of the option, is in the losses."""
    pace: int = context.options["words_per_minute"]
    speak = ET.Element("speak", {"version": "1.1", "xmlns": NAMESPACE, "xml:lang": context.language})
    late: list[str] = []
    for slot in slots(context):
        spoken = sum(estimate(text, pace) for text in slot.texts if text)
        late += [cue.name for cue in slot.cues] if spoken > slot.ms else []
        _speak(speak, slot)
        ET.SubElement(speak, "break", {"time": f"{max(slot.ms - spoken, 0)}ms"})
    ET.indent(speak)
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(speak, encoding="unicode")}\n'
    return Rendered(content=content, losses=(context.loss("too-long", cues=late, pace=pace),) if late else ())


def slots(context: RenderContext) -> Iterator[Slot]:
    """Give what is said, in order; what begins at the same time is said together, and lasts until the next begins."""
    wording, timeline = Wording.of(context), context.timeline
    said = sorted((*timed(timeline.cues), *(cue for cue in timeline.cues if cue.kind in PROMPTS)), key=lambda cue: cue.start)
    together = [(start, tuple(cues)) for start, cues in groupby(said, key=lambda cue: cue.start)]
    silent = {id(timeline.cues[at]) for at in repeated(timeline)}
    ends = [*(start for start, _ in together), timeline.total][1:]
    for (start, cues), end in zip(together, ends, strict=False):  # where nothing is said, nothing ends
        texts = tuple("" if id(cue) in silent else _said(wording, cue) for cue in cues)
        yield Slot(start=start, ms=max(end - start, 0), cues=cues, texts=texts)


def _said(wording: Wording, cue: Cue) -> str:
    """Give the words of a cue: of what is said to the client, nothing but that."""
    return wording.headline(cue) if cue.work or cue.kind == "rest" else wording.text(cue.text) or wording.prompt(cue)


def _speak(speak: ET.Element, slot: Slot) -> None:
    for cue, text in zip(slot.cues, slot.texts, strict=True):
        paragraph = ET.SubElement(speak, "p")
        mark = ET.SubElement(paragraph, "mark", {"name": f"{cue.kind}:{cue.name}:{cue.start}:{cue.end}"})
        mark.tail = text


def estimate(text: str, words_per_minute: int) -> int:
    """Estimate how long a voice takes for a text, in milliseconds; at least one word.

    >>> estimate("Is this still comfortable?", 150)
    2000
    """
    words = max(len(text.split()), -(-len(text) // _LETTERS), 1)
    return words * _MINUTE // words_per_minute

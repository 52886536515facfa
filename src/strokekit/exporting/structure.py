"""Plan → a diagram of its structure in Mermaid: sections, blocks within blocks, what is repeated, what is chosen.

Of a loop its first pass is drawn. Nothing is measured, so that a routine of which a time is unknown has a diagram too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from strokekit.model.plan import PlanBlock, PlanCheckpoint, PlanChoice, PlanCue, PlanNode
from strokekit.plugins.declarations import Loss, Rendered
from strokekit.rendering.context import RenderContext
from strokekit.rendering.lines import one_line
from strokekit.rendering.sheet import Sheet
from strokekit.rendering.step_cards import StepCards
from strokekit.timing.measure import Measure

_PLAIN = re.compile(r"[^\w .,:\u2019\u201c\u201d\u2013\u2192\u00b7-]")
"""What is written by its number: all but letters, digits and a few signs that mean nothing to Mermaid."""
_ARROWS = 500
"""So many arrows Mermaid draws, unless who draws raises its `maxEdges`."""
_DIRECTIONS = {"down": "TD", "right": "LR"}


def mermaid(context: RenderContext) -> Rendered:
    """Write a flowchart: a box for each section and block, arrows in the order of the work, dotted ones to what is inserted."""
    drawing = Drawing(Sheet(context.plan, context.messages, Measure(context.catalog, of=context.plan)))
    title = one_line(drawing.sheet.text(context.plan.routine.title))
    lines = [f"flowchart {_DIRECTIONS[context.options['direction']]}", f"    accTitle: {label(title)}"]
    ids = []
    for section in context.plan.sections:
        phase = drawing.sheet.say(f"phase-{section.phase}")
        ids.append(drawing.draw(section.block, note=phase))
    lines += [*drawing.lines, *_linked(ids)]
    return Rendered(content="\n".join(lines) + "\n", losses=tuple(_losses(context, drawing, lines)))


def label(text: str) -> str:
    """Write a text so that Mermaid shows it as it is, whatever it holds.

    >>> label('hold "A" #1')
    'hold #34;A#34; #35;1'
    """
    return _PLAIN.sub(lambda match: f"#{ord(match[0])};", one_line(text))


def _linked(ids: Iterable[str], arrow: str = "-->") -> Iterator[str]:
    return (f"    {one} {arrow} {other}" for one, other in pairwise(ids))


@attrs.define
class Drawing:
    """Draws the nodes of one plan, numbering them as it goes."""

    sheet: Sheet
    lines: list[str] = attrs.field(factory=list)
    otherwise: list[str] = attrs.field(factory=list)
    """The names of loops of which a later pass is another than the first."""
    moments: list[str] = attrs.field(factory=list)
    """The names of checkpoints, which are no step and are not drawn."""
    _count: int = 0

    def draw(self, node: PlanNode, note: str = "") -> str:
        """Draw a node and what is below it; give its id in the diagram."""
        self.sheet.turn_to(node.origin)
        self._count += 1
        id_, below = f"n{self._count}", self._below(node)
        title = label(self._title(node, note))
        if not below:
            self.lines.append(f'    {id_}["{title}"]')
            return id_
        self.lines.append(f'    subgraph {id_}["{title}"]')
        self._inside(node, below)
        self.lines.append("    end")
        return id_

    def _below(self, node: PlanNode) -> list[PlanNode]:
        rows = node.options if isinstance(node, PlanChoice) else node.first if isinstance(node, PlanBlock) else ()
        self.moments += [row.name for row in rows if isinstance(row, PlanCheckpoint)]
        return [row for row in rows if not isinstance(row, PlanCheckpoint)]

    def _inside(self, node: PlanNode, below: list[PlanNode]) -> None:
        ids = [self.draw(one) for one in below]
        self.lines += [] if isinstance(node, PlanChoice) or self._free(node) else _linked(ids)
        if not isinstance(node, PlanBlock):
            return
        if node.again not in ((), node.first) or node.last or node.only:
            self.otherwise.append(node.name)
        aside = [self.draw(one) for one in (*node.between, *node.inserts) if not isinstance(one, PlanCheckpoint)]
        self.lines += [line for one in aside for line in _linked((ids[-1], one), "-.->")]

    @staticmethod
    def _free(node: PlanNode) -> bool:
        return isinstance(node, PlanBlock) and node.any_order

    def _title(self, node: PlanNode, note: str) -> str:
        """Say what a node is as the card does, how often it is done, and what it depends on."""
        say, phrases = self.sheet.say, self.sheet.phrases
        said = isinstance(node, PlanCue) and not node.node.title and node.node.prompts
        title = phrases.text(node.node.prompts[0].text) if said else "" if note else StepCards(self.sheet).title(node)
        notes = [note] if note else []
        if isinstance(node, PlanBlock) and node.repeat is not None:
            notes.append(phrases.count(node.repeat))
        if node.node.when is not None:
            notes.append(say("dose-field", label=say("line-when"), text=phrases.when(node.node.when)))
        title = title or self.sheet.title(node)
        return say("named", title=title, name=self.sheet.listed(notes)) if notes else title


def _losses(context: RenderContext, drawing: Drawing, lines: list[str]) -> Iterator[Loss]:
    yield context.loss("times-and-doses", count=drawing._count)  # noqa: SLF001 - made a few lines above
    if drawing.otherwise:
        yield context.loss("later-passes", cues=drawing.otherwise)
    if drawing.moments:
        yield context.loss("checkpoints", cues=drawing.moments)
    arrows = sum(1 for line in lines if "-->" in line or "-.->" in line)
    if arrows > _ARROWS:
        yield context.loss("too-many-arrows", count=arrows, most=_ARROWS)

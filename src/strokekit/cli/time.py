"""`strokekit time`: how long a routine takes, in a table or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.cli.common import composed
from strokekit.cli.streams import Streams
from strokekit.engine import Engine
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, PlanNode, PlanSection, PlanStep
from strokekit.rendering.card_view import shares
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases
from strokekit.rendering.timeline_json import elastic_json
from strokekit.timing.measure import Measure, total
from strokekit.timing.timeline import TABLE
from strokekit.version import VERSION

FORMAT_VERSION = 1
"""The version of the JSON output; it grows when a field changes its meaning, not when one is added."""


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Show the times of one routine."""
    made = composed(arguments, streams, Engine.discover())
    if isinstance(made, int):
        return made
    table = Table(made.plan, made.engine)
    if arguments.format == "json":
        streams.json(table.json())
    else:
        streams.out("\n".join(table.lines()) + "\n")
    return made.code


@attrs.frozen
class Row:
    """A line of the table."""

    name: str
    title: str
    elastic: Elastic
    level: int


@attrs.define
class Table:
    """The times of one plan, by section and step."""

    plan: Plan
    engine: Engine
    measure: Measure = attrs.field(init=False)
    phrases: Phrases = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Make what measures and what finds the words."""
        self.measure = Measure(self.engine.catalog)
        self.phrases = Phrases(Messages(self.engine.catalog, self.plan.routine.language), self.plan.routine.words)

    @property
    def total(self) -> Elastic:
        """The whole routine."""
        return self.measure.plan(self.plan)

    def totals(self) -> dict[str, Elastic]:
        """Measure the three totals that people ask for: hands on the client, on the table, the whole visit."""
        blocks = [(section.phase, self.measure.node(section.block)) for section in self.plan.sections]
        return {
            "hands_on": total(self._hands_on(section.block) for section in self.plan.sections),
            "table": total(elastic for phase, elastic in blocks if phase in TABLE),
            "visit": self.total,
        }

    def _hands_on(self, node: PlanNode) -> Elastic:
        """Measure the part of a node's time in which hands are on the client."""
        return self.measure.only(node, hands_on=True)

    def rows(self, section: PlanSection) -> Iterator[Row]:
        """Give the steps of a section, blocks before what they hold."""
        for node in (*section.block.first, *section.block.between):
            yield from self._rows(node, 1)

    def _rows(self, node: PlanNode, level: int) -> Iterator[Row]:
        yield Row(node.name, self._title(node), self.measure.node(node), level)
        inner: tuple[PlanNode, ...] = ()
        if isinstance(node, PlanBlock):
            inner = (*node.first, *node.between)
        elif isinstance(node, PlanChoice):
            inner = node.options
        for child in inner:
            yield from self._rows(child, level + 1)

    def _title(self, node: PlanNode) -> str:
        if node.node.title:
            return self.phrases.messages.text(node.node.title)
        if isinstance(node, PlanStep):
            technique = self.engine.catalog.technique(node.technique)
            return self.phrases.messages.text(technique.title) if technique else node.technique
        return self.phrases.say("line-choose") if isinstance(node, PlanChoice) else node.node.id.replace("_", " ")

    def lines(self) -> Iterator[str]:
        """Write the table as text: columns for the ideal, the least, the most, and what the ideal rests on."""
        rows = [self._head(), *self._body()]
        widths = [max(len(row[column]) for row in rows) for column in range(5)]
        for row in rows:
            cells = [row[0].ljust(widths[0]), *(row[column].rjust(widths[column]) for column in (1, 2, 3)), row[4]]
            yield "  ".join(cells).rstrip()
        yield ""
        yield self.phrases.say("card-stated", **shares(self.total))
        if self.total.unknown:
            yield self.phrases.say("table-unknown", names=", ".join(self.total.unknown))
        if self.plan.left_out:
            yield self.phrases.say("table-left-out", names=", ".join(left.name for left in self.plan.left_out))

    def _head(self) -> tuple[str, ...]:
        return tuple(self.phrases.say(f"table-{name}") for name in ("step", "ideal", "min", "max", "basis"))

    def _body(self) -> Iterator[tuple[str, ...]]:
        for section in self.plan.sections:
            title = self.phrases.messages.text(section.block.node.title) or section.block.node.id.replace("_", " ")
            yield self._cells(title, self.measure.node(section.block), 0)
            for row in self.rows(section):
                yield self._cells(row.title, row.elastic, row.level)
        for name, elastic in self.totals().items():
            if name != "visit":
                yield self._cells(self.phrases.say(f"table-{name.replace('_', '-')}"), elastic, 0)
        yield self._cells(self.phrases.say("table-total"), self.total, 0)

    def _cells(self, title: str, elastic: Elastic, level: int) -> tuple[str, ...]:
        times = [self._time(elastic.ideal), self.phrases.time(elastic.min), self._time(elastic.max)]
        return ("  " * level + title, *times, self._basis(elastic))

    def _time(self, ms: int | None) -> str:
        return self.phrases.say("unknown") if ms is None else self.phrases.time(ms)

    def _basis(self, elastic: Elastic) -> str:
        if elastic.ideal is None:
            return ""
        if elastic.certain:
            return self.phrases.say("basis-stated" if elastic.sourced == 0 else "basis-source")
        return self.phrases.say("basis-mixed" if elastic.stated or elastic.sourced else "basis-estimate")

    def json(self) -> dict[str, Any]:
        """Give the times as JSON, described by `schemas/time.schema.json`."""
        routine = self.plan.routine
        return {
            "format": "strokekit.time",
            "version": FORMAT_VERSION,
            "engine": VERSION,
            "catalog": self.plan.catalog,
            "routine": {"id": routine.id, "title": self.phrases.messages.text(routine.title)},
            "values": dict(self.plan.settings),
            "extent": routine.extent,
            "total": elastic_json(self.total),
            "totals": {name: elastic_json(elastic) for name, elastic in self.totals().items()},
            "sections": [self._section_json(section) for section in self.plan.sections],
            "left_out": [attrs.asdict(left) for left in self.plan.left_out],
        }

    def _section_json(self, section: PlanSection) -> dict[str, Any]:
        rows = [
            {"name": row.name, "title": row.title, "level": row.level, **elastic_json(row.elastic)} for row in self.rows(section)
        ]
        whole = elastic_json(self.measure.node(section.block))
        return {"name": section.block.name, "phase": section.phase, **whole, "steps": rows}

"""`strokekit time`: how long a routine takes, in a table or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.cli.closely import closely
from strokekit.cli.common import composed
from strokekit.cli.engines import engine_of
from strokekit.cli.fits import asked_for, fitted
from strokekit.cli.streams import Streams
from strokekit.engine import Engine
from strokekit.model.amounts import Range
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan, PlanBlock, PlanCheckpoint, PlanChoice, PlanNode, PlanSection, PlanStep, walk
from strokekit.model.timeline import Timeline
from strokekit.model.timeline_json import elastic_json
from strokekit.rendering.care_phrases import CarePhrases
from strokekit.rendering.head_lines import shares, variant_name
from strokekit.rendering.messages import Messages
from strokekit.rendering.sheet import Sheet, taken
from strokekit.rendering.step_cards import StepCards
from strokekit.timing.lengths import lengths_of
from strokekit.timing.measure import Measure, total
from strokekit.timing.timeline import TABLE
from strokekit.version import VERSION

FORMAT_VERSION = 2
"""The version of the JSON output; it grows when a field changes its meaning, not when one is added.

Until 1, what is left out said why in a sentence.
"""


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Show the times of one routine."""
    engine = engine_of(arguments, streams, [arguments.file])
    if isinstance(engine, int):
        return engine
    made = composed(arguments, streams, engine)
    if isinstance(made, int):
        return made
    timeline, code = None, made.code
    if asked_for(arguments) or arguments.load or arguments.explain:
        timeline, code = fitted(made, arguments, streams)
        if timeline is None:
            return code
    table = Table(made.plan, made.engine, timeline if asked_for(arguments) else None)
    if timeline is not None and (arguments.load or arguments.explain):
        return max(code, closely(arguments, streams, timeline, table))
    if arguments.format == "json":
        streams.json(table.json())
    else:
        streams.out("\n".join(table.lines()) + "\n")
    return code


@attrs.frozen
class Row:
    """A line of the table."""

    node: PlanNode
    title: str
    elastic: Elastic
    level: int


@attrs.define
class Table:
    """The times of one plan, by section and step."""

    plan: Plan
    engine: Engine
    fit: Timeline | None = None
    """The times that make the total that was asked for; None where nobody asked for one."""
    measure: Measure = attrs.field(init=False)
    sheet: Sheet = attrs.field(init=False)
    titles: StepCards = attrs.field(init=False)
    total: Elastic = attrs.field(init=False)
    """The whole routine."""
    lengths: Mapping[str, int] = attrs.field(factory=dict, init=False)
    """What each node takes by itself in the fit."""

    def __attrs_post_init__(self) -> None:
        """Make what measures and what finds the words."""
        self.measure = Measure(self.engine.catalog, of=self.plan)
        self.total = self.measure.plan(self.plan)
        self.sheet = Sheet(self.plan, Messages(self.engine.catalog, self.plan.routine.language), self.measure)
        self.titles = StepCards(self.sheet)

    @property
    def phrases(self) -> CarePhrases:
        """The words of the file in hand."""
        return self.sheet.phrases

    def totals(self) -> dict[str, Elastic]:
        """Measure the three totals that people ask for: hands on the client, on the table, the whole visit."""
        blocks = [(section.phase, self.measure.node(section.block)) for section in self.plan.sections]
        return {
            "hands_on": total(self.measure.only(section.block, hands_on=True) for section in self.plan.sections),
            "table": total(elastic for phase, elastic in blocks if phase in TABLE),
            "visit": self.total,
        }

    def rows(self, section: PlanSection) -> Iterator[Row]:
        """Give the steps of a section, blocks before what they hold."""
        for node in _inner(section.block):
            yield from self._rows(node, 1)

    def _rows(self, node: PlanNode, level: int) -> Iterator[Row]:
        self.sheet.turn_to(node.origin)
        yield Row(node, self._title(node), self.measure.node(node), level)
        while (part := taken(node)) is not None:
            node = part
        for child in _inner(node):
            yield from self._rows(child, level + 1)

    def _title(self, node: PlanNode) -> str:
        """Say what a node is, with its share of the time around it."""
        title, share = self.titles.title(node), share_of(node)
        if isinstance(share, Range):
            return self.sheet.say("named", title=title, name=self.phrases.percent(share))
        return title

    def lines(self) -> Iterator[str]:
        """Write the table as text: columns for the ideal, the least, the most, and what the ideal rests on."""
        yield from self._above()
        rows = [self._head(), *self._body()]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            times = (text.rjust(width) for text, width in zip(row[1:-1], widths[1:-1], strict=True))
            cells = [row[0].ljust(widths[0]), *times, row[-1]]
            yield "  ".join(cells).rstrip()
        yield ""
        yield from self._below()

    def _above(self) -> Iterator[str]:
        """Say which variant is shown, where there are several."""
        variants = self.plan.routine.variants
        if self.plan.variant is not None and self.plan.variant in variants:
            name = variant_name(self.sheet, variants[self.plan.variant])
            yield self.sheet.say("dose-field", label=self.sheet.say("card-variant"), text=name)
            yield ""

    def _below(self) -> Iterator[str]:
        routine = self.plan.routine
        if routine.extent != "whole":
            yield self.sheet.say("table-extent", extent=self.sheet.say(f"card-extent-{routine.extent}"))
        if self.total.ideal is not None:
            yield self.sheet.say("card-stated", **shares(self.total))
        if self.total.unknown:
            yield self.sheet.say("table-unknown", names=", ".join(self.total.unknown))
        if self.plan.left_out:
            yield self.sheet.say("table-left-out", names=", ".join(left.name for left in self.plan.left_out))

    def _head(self) -> tuple[str, ...]:
        there = () if self.fit is None else ("fitted",)
        return tuple(self.sheet.say(f"table-{name}") for name in ("step", *there, "ideal", "min", "max", "basis"))

    def _body(self) -> Iterator[tuple[str, ...]]:
        for section in self.plan.sections:
            self.sheet.turn_to(section.block.origin)
            share = share_of(section.block)
            title = self.sheet.title(section.block)
            title = self.sheet.say("named", title=title, name=self.phrases.percent(share)) if isinstance(share, Range) else title
            yield self._cells(title, self.measure.node(section.block), 0, self._fitted(section.block))
            for row in self.rows(section):
                timed = not isinstance(row.node, PlanCheckpoint)
                blank = ("",) * len(self._head()[1:])
                fitted = self._fitted(row.node)
                yield self._cells(row.title, row.elastic, row.level, fitted) if timed else ("  " * row.level + row.title, *blank)
        for name, elastic in self.totals().items():
            if name != "visit":
                fitted = None if self.fit is None else self.fit.totals[name]
                yield self._cells(self.sheet.say(f"table-{name.replace('_', '-')}"), elastic, 0, fitted)
        yield self._cells(self.sheet.say("table-total"), self.total, 0, None if self.fit is None else self.fit.total)

    def _fitted(self, node: PlanNode) -> int | None:
        """Give the time that a node takes in the fit, all its passes together; None without a fit."""
        if self.fit is None:
            return None
        if not self.lengths:
            self.lengths = lengths_of(self.fit)
        return sum(self.lengths.get(name, 0) for name in {below.name for below in walk(node)})

    def _cells(self, title: str, elastic: Elastic, level: int, fitted: int | None = None) -> tuple[str, ...]:
        times = [
            *([] if fitted is None else [self.phrases.time(fitted)]),
            self._time(elastic.ideal),
            self.phrases.time(elastic.min),
            self._time(elastic.max),
        ]
        return ("  " * level + title, *times, self._basis(elastic))

    def _time(self, ms: int | None) -> str:
        return self.sheet.say("unknown") if ms is None else self.phrases.time(ms)

    def _basis(self, elastic: Elastic) -> str:
        if elastic.ideal is None:
            return ""
        if elastic.certain:
            return self.sheet.say("basis-stated" if elastic.sourced == 0 else "basis-source")
        return self.sheet.say("basis-mixed" if elastic.stated or elastic.sourced else "basis-estimate")

    def json(self) -> dict[str, Any]:
        """Give the times as JSON, described by `schemas/time.schema.json`."""
        routine = self.plan.routine
        return {
            "format": "strokekit.time",
            "version": FORMAT_VERSION,
            "engine": VERSION,
            "catalog": self.plan.catalog,
            "routine": {"id": routine.id, "title": self.sheet.text(routine.title)},
            "variant": self.plan.variant,
            "values": dict(self.plan.settings),
            "extent": routine.extent,
            **({} if self.fit is None else {"fitted": {"total": self.fit.total, **self.fit.totals}}),
            "total": elastic_json(self.total),
            "totals": {name: elastic_json(elastic) for name, elastic in self.totals().items()},
            "sections": [self._section_json(section) for section in self.plan.sections],
            "left_out": [attrs.asdict(left) for left in self.plan.left_out],
        }

    def _section_json(self, section: PlanSection) -> dict[str, Any]:
        rows = [self._row_json(row) for row in self.rows(section)]
        return {"name": section.block.name, "phase": section.phase, **self._node_json(section.block), "steps": rows}

    def _row_json(self, row: Row) -> dict[str, Any]:
        made = {"name": row.node.name, "title": row.title, "level": row.level, **self._node_json(row.node)}
        if isinstance(row.node, PlanCheckpoint) and row.node.elapsed is not None:
            made["checkpoint"] = {"elapsed": self._written("duration", row.node.elapsed), "since": row.node.since}
        return made

    def _node_json(self, node: PlanNode) -> dict[str, Any]:
        share = share_of(node)
        shared = {"share": self._written("percent", share)} if isinstance(share, Range) else {}
        fitted = self._fitted(node)
        return {**shared, **({} if fitted is None else {"fitted": fitted}), **elastic_json(self.measure.node(node))}

    def _written(self, kind: str, value: Any) -> str:
        """Write an amount in the format's short form, or what of its long form is one."""
        written = self.engine.catalog.literals.write(kind, attrs.evolve(value, by=None, basis=None, source=None, note=None))
        return str(written)


def share_of(node: PlanNode) -> Any:
    """Give the share of the time around it that a node has; None where none is stated."""
    if isinstance(node, PlanStep):
        given = node.dose.get("share")
        return given.value if given is not None else None
    return getattr(node, "share", None)


def _inner(node: PlanNode) -> tuple[PlanNode, ...]:
    """Give what stands below a node in the table: of a loop its first pass, and what interrupts it."""
    match node:
        case PlanBlock():
            return (*(() if node.host else node.first), *node.between, *node.inserts)
        case PlanChoice():
            return node.options
    return ()

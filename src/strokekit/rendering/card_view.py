"""Timeline → Card: head, care, questions, equipment, sections, claims, sources."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.model.plan import PlanSection
from strokekit.model.routine import Source
from strokekit.rendering.card import Card, SectionCard
from strokekit.rendering.care_lines import care_lines, question_lines
from strokekit.rendering.context import RenderContext
from strokekit.rendering.equipment_lines import equipment_lines
from strokekit.rendering.head_lines import head_lines, vocabulary_lines
from strokekit.rendering.node_lines import block_lines, node_lines, state_lines, via_lines
from strokekit.rendering.said_once import said_once
from strokekit.rendering.sheet import Sheet
from strokekit.rendering.step_cards import StepCards, sided
from strokekit.timing.lengths import is_fitted
from strokekit.timing.measure import Measure

HEADINGS = (
    "card-equipment",
    "card-questions",
    "card-vocabulary",
    "card-claims",
    "card-claims-note",
    "card-sources",
    "card-references",
    "card-estimate-note",
)


def make_card(context: RenderContext) -> Card:
    """Put a whole plan into words; times that nobody knows are said to be unknown."""
    plan, routine = context.plan, context.plan.routine
    measure = Measure(context.catalog, of=plan)
    elastic = context.exact.elastic if context.exact else measure.plan(plan)
    fit = context.exact if context.exact is not None and is_fitted(context.exact) else None
    sheet = Sheet(plan, context.messages, measure, fit)
    steps = StepCards(sheet)
    written = [_section(sheet, steps, section, number) for number, section in enumerate(plan.sections, 1)]
    sheet.turn_to("")
    return Card(
        title=sheet.text(routine.title),
        summary=sheet.text(routine.summary),
        facts=tuple(head_lines(sheet, elastic)),
        care=tuple(care_lines(sheet)),
        questions=tuple(question_lines(sheet)),
        equipment=tuple(equipment_lines(sheet)),
        vocabulary=tuple(vocabulary_lines(sheet)),
        sections=said_once(written, context.messages),
        claims=tuple(_claims(sheet)),
        sources=tuple(_source(sheet, source) for source in routine.sources.values()),
        references=tuple(_references(sheet)),
        words={name.removeprefix("card-"): sheet.say(name) for name in HEADINGS},
    )


def _section(sheet: Sheet, steps: StepCards, section: PlanSection, number: int) -> SectionCard:
    block = section.block
    sheet.turn_to(block.origin)
    sheet.numbers.setdefault(block.node.id, str(number))
    loop = steps.loop(block)
    lines = (
        *via_lines(sheet, block.via, ()),
        *((sheet.line("steps", loop),) if loop else ()),
        *(() if sided(block) else state_lines(sheet, block.node, block)),
        *block_lines(sheet, block),
        *node_lines(sheet, block.node, block),
    )
    return SectionCard(
        title=sheet.labelled(sheet.title(block), block.node),
        phase=sheet.say(f"phase-{section.phase}"),
        time=sheet.takes((block,), sheet.measure.node(block)),
        lines=lines,
        note=sheet.text(block.node.note),
        steps=tuple(steps.passes(block, f"{number}.", 0)),
    )


def _claims(sheet: Sheet) -> Iterator[str]:
    for claim in sheet.plan.routine.claims:
        yield sheet.say("claim", source=sheet.phrases.word("source", claim.by), text=sheet.text(claim.text))


def _references(sheet: Sheet) -> Iterator[str]:
    for source, number in sheet.references.items():
        yield sheet.say("reference", number=str(number), source=source)


def _source(sheet: Sheet, source: Source) -> str:
    details = [
        sheet.say("source-detail", name=sheet.say(f"source-{key}"), text=sheet.text(source.details[key]))
        for key in ("author", "publisher", "url", "retrieved", "licence", "note")
        if key in source.details
    ]
    return sheet.listed([sheet.text(source.title), *details])

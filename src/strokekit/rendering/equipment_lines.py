"""What to prepare: everything that the steps use, with what the routine says of amounts, settings and temperatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.model.amounts import Range
from strokekit.model.node import Avoid
from strokekit.model.place import Placement
from strokekit.model.plan import PlanBlock, PlanNode, PlanStep, walk
from strokekit.model.routine import Equipment
from strokekit.model.state import Lubricant
from strokekit.model.touch import Things, Tool
from strokekit.rendering.sheet import Sheet


def equipment_lines(sheet: Sheet) -> Iterator[str]:
    """Name each thing once, first what the steps use, then what no step mentions; with where it lies and what is said of it."""
    stated = {sheet.phrases.word("thing", entry.thing): entry for entry in sheet.plan.routine.equipment}
    wanted: dict[str, dict[str, None]] = {}
    for name, detail in (*_used(sheet), *((name, "") for name in stated)):
        wanted.setdefault(name, {}).update({detail: None} if detail else {})
    for name, found in wanted.items():
        told, note = _details(sheet, stated[name]) if name in stated else ([], "")
        text = sheet.listed([*told, *found])
        text = sheet.say("dose-field", label=name, text=text) if text else name
        yield sheet.say("equipment-noted", text=text, note=note) if note else text
    sheet.turn_to("")


def _used(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Give the name of each thing that the steps use, with what they say of it."""
    for section in sheet.plan.sections:
        for node in walk(section.block):
            sheet.turn_to(node.origin)
            yield from _in_state(sheet, node)
            for given in node.dose.values() if isinstance(node, PlanStep) else ():
                yield from _in_dose(sheet, given.value)


def _in_dose(sheet: Sheet, value: Any) -> Iterator[tuple[str, str]]:
    phrases, things = sheet.phrases, sheet.messages.catalog.words.get("thing", {})
    match value:
        case Things():
            yield phrases.things(value), ""
        case Lubricant():
            yield _lubricant(sheet, value)
        case Placement() if value.thing in things:
            yield phrases.word("thing", value.thing), ""
        case Tool():
            yield from ((name, "") for name in _devices(sheet, value))


def _lubricant(sheet: Sheet, lubricant: Lubricant) -> tuple[str, str]:
    """Give a product with its amount, unless the routine says how much of it is needed in all, and whether it is warmed."""
    products = {item.thing for item in lubricant.products}
    stated = any(entry.amount and entry.thing in products for entry in sheet.plan.routine.equipment)
    lubricant = attrs.evolve(lubricant, amount=None) if stated else lubricant
    name = sheet.phrases.lubricant(Lubricant(products=lubricant.products))
    more = sheet.phrases.lubricant(lubricant).removeprefix(name)
    return name, more.strip(" ,،、")


def _placed(sheet: Sheet, placement: Placement) -> tuple[str, str]:
    """Give a thing that lies somewhere, and where."""
    whole = sheet.phrases.placement(placement)
    name = sheet.phrases.word("thing", placement.thing)
    return (name, whole.removeprefix(name).strip()) if whole.startswith(name) else (whole, "")


def _devices(sheet: Sheet, tool: Tool) -> Iterator[str]:
    words = sheet.messages.catalog.words.get("tool", {})
    for hold in (hold for group in tool.options for hold in group):
        if hold.part in words and words[hold.part].hands_on is False:
            yield sheet.phrases.word("tool", hold.part)


def _in_state(sheet: Sheet, node: PlanNode) -> Iterator[tuple[str, str]]:
    state = node.node.state
    for name in ("surface", "drape", "lubricant"):
        value = _resolved(node, name) or state.get(name)
        if name in state and isinstance(value, (Things, Lubricant)) and value != Lubricant():
            yield _lubricant(sheet, value) if isinstance(value, Lubricant) else (sheet.phrases.value(name, value), "")
    bolsters = state.get("bolsters")
    for placement in bolsters if isinstance(bolsters, tuple) else ():
        if isinstance(placement, Placement):
            yield _placed(sheet, placement)


def _resolved(node: PlanNode, name: str) -> Any:
    """Give a state as the plan has it: what an answer asks for goes before what is written."""
    if isinstance(node, PlanBlock):
        node = next((inner for inner in walk(node) if isinstance(inner, PlanStep)), node)
    value = node.state.get(name) if isinstance(node, PlanStep) else None
    return value if isinstance(value, (Things, Lubricant)) else None


def _details(sheet: Sheet, entry: Equipment) -> tuple[list[str], str]:
    """Give what the routine says of a thing, and its note, which is a sentence or more."""
    amount = []
    if entry.amount:
        text = sheet.phrases.amount(entry.amount)
        amount = [text if entry.amount.unit or entry.amount.vague else sheet.say("equipment-count", text=text)]
    told = [text for key, value in entry.details.items() if key != "note" and (text := _detail(sheet, key, value))]
    return [*amount, *told], sheet.text(entry.details.get("note"))


def _detail(sheet: Sheet, key: str, value: Any) -> str:
    """Say one detail; what may be left out is worth a word, what may not is not."""
    if key == "optional":
        return sheet.say("equipment-optional") if value is True else ""
    return sheet.say(f"equipment-{key}", text=_written(sheet, key, value))


def _written(sheet: Sheet, key: str, value: Any) -> str:
    if isinstance(value, Range):
        return sheet.phrases.amount(value)
    if isinstance(value, (list, tuple)):
        parts = [_written(sheet, key, part) for part in value]
        return sheet.messages.join("or" if key == "forbid" else "dose-and", parts)
    if isinstance(value, Avoid):
        return sheet.phrases.avoid(value)
    if key in {"or", "forbid"}:
        return sheet.phrases.word("thing", str(value))
    if key == "source":
        return sheet.phrases.word("source", str(value))
    return sheet.text(value) if not isinstance(value, bool) else sheet.phrases.written(value)

"""Routine files as calls of the builders: what a program would write in the place of JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit import build
from strokekit.building.keys import EXTRA, spelt

HEADS = {
    "technique": build.technique,
    "action": build.action,
    "choose": build.choose,
    "include": build.include,
    "free": build.free,
    "checkpoint": build.checkpoint,
    "unlisted": build.unlisted,
}
"""Head → the builder that takes it first."""


def routine_of(data: Mapping[str, Any]) -> build.Routine:
    """Build a routine, or a file of parts, from what a file would hold."""
    kind = build.fragment if data.get("kind") == "fragment" else build.routine
    left_out = {"strokekit", "kind"} if kind is build.fragment else {"strokekit"}
    held: dict[str, Any] = {
        "sections": lambda sections: [section_of(section) for section in sections],
        "parts": lambda parts: {name: part_of(part) for name, part in parts.items()},
        "may_add": _steps,
    }
    given = {key: held[key](value) if key in held else value for key, value in data.items() if key not in left_out}
    made: build.Routine = kind(**_keywords(given))
    return made


def section_of(data: Mapping[str, Any]) -> build.Section:
    """Build a section."""
    return build.section(data["id"], **_keywords({key: value for key, value in _inside(data).items() if key != "id"}))


def part_of(data: Mapping[str, Any]) -> build.Part:
    """Build a part."""
    return build.part(**_keywords(_inside(data)))


def step_of(data: Mapping[str, Any]) -> build.Step:
    """Build a step, by its head; a block and a cue have no head of their own."""
    head = next((head for head in HEADS if head in data), None)
    keys = {key: value for key, value in _inside(data).items() if key != head}
    if head is not None:
        return HEADS[head](data[head], **_keywords(keys))
    return (build.block if "steps" in data else build.cue)(**_keywords(keys))


def _inside(data: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(data)
    for key in ("steps", "between", "from", "may_add"):
        if key in made:
            made[key] = _steps(made[key])
    if "interspersed" in made:
        inner = made["interspersed"]
        made["interspersed"] = {**inner, "steps": _steps(inner["steps"])} if "every" in inner else step_of(inner)
    return made


def _steps(steps: list[Any]) -> list[build.Step]:
    return [step_of(step) for step in steps]


def _keywords(data: Mapping[str, Any]) -> dict[str, Any]:
    extras = {key: value for key, value in data.items() if key.startswith(EXTRA)}
    keys = {spelt(key): value for key, value in data.items() if key not in extras}
    return {**keys, "extras": extras} if extras else keys

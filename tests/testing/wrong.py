"""Implementations that are wrong in one way each: the right one, with its questions or its answers bent."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from strokekit.testing import reference

Bend = Callable[[Any], Any]


def _questions(bend: Callable[[dict[str, Any]], None]) -> Callable[[Mapping[str, Any]], Any]:
    """Bend every mapping of the document before it is read; texts that are no JSON stay."""

    def answer(question: Mapping[str, Any]) -> Any:
        if question["syntax"] != "json" or question["does"] == "read":
            return reference(question)
        data = json.loads(question["text"])
        _walk(data, bend)
        return reference({**question, "text": json.dumps(data)})

    return answer


def _walk(value: Any, bend: Callable[[dict[str, Any]], None]) -> None:
    if isinstance(value, dict):
        bend(value)
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _walk(part, bend)


def _answers(bend: Bend) -> Callable[[Mapping[str, Any]], Any]:
    """Bend the answer."""
    return lambda question: bend(reference(question))


def _without_errors(*names: str) -> Bend:
    def bend(answer: Any) -> Any:
        kept = [error for error in answer["errors"] if error.split()[0] not in names]
        return {**answer, "errors": kept, **({"valid": not kept} if "valid" in answer else {})}

    return bend


def _dropped(*keys: str) -> Callable[[dict[str, Any]], None]:
    def bend(holder: dict[str, Any]) -> None:
        for key in keys:
            holder.pop(key, None)

    return bend


def _each_way_as_one(holder: dict[str, Any]) -> None:
    for key, value in holder.items():
        if isinstance(value, str) and value.endswith(" each way"):
            holder[key] = value.removesuffix(" each way")


def _one_more(holder: dict[str, Any]) -> None:
    if type(holder.get("repeat")) is int and "steps" in holder:
        holder["repeat"] += 1


def _floats(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _floats(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_floats(part) for part in value]
    return float(value) if type(value) is int else value


def _rounded_up(answer: Any) -> Any:
    total = answer.get("total")
    if not total or total["max"] is None or total["ideal"] != (total["min"] + total["max"]) // 2:
        return answer
    return {**answer, "total": {**total, "ideal": (total["min"] + total["max"] + 1) // 2}}


def _never_turned(answer: Any) -> Any:
    """Give the second side the turns of the first."""
    steps = answer.get("steps")
    if not steps or len(steps) != 2:
        return answer
    turned = {**steps[1], "dose": {**steps[1]["dose"], **{k: v for k, v in steps[0]["dose"].items() if k == "direction"}}}
    return {**answer, "steps": [steps[0], turned]}


def _always_turned(holder: dict[str, Any]) -> None:
    if holder.get("where") == "abdomen":
        holder["where"] = "calf"


def _both_as_once(holder: dict[str, Any]) -> None:
    if holder.get("side") == "both":
        holder["side"] = "both_at_once"


WRONG: dict[str, tuple[Callable[[Mapping[str, Any]], Any], tuple[str, ...]]] = {
    "ignores unknown keys": (
        _answers(_without_errors("unknown-key")),
        ("2-check/unknown-key-of-a-section", "2-check/unknown-key-of-a-step", "2-check/unknown-key-of-the-document"),
    ),
    "drops rests": (
        _questions(_dropped("rest")),
        ("2-check/rest-without-unit", "4-time/rest-after-a-block", "4-time/rest-after-a-step", "4-time/rest-between-passes"),
    ),
    "counts each way as one": (_questions(_each_way_as_one), ("4-time/each-way-is-twice", "4-time/time-each-way")),
    "answers in floats": (_answers(_floats), ()),
    "rounds the middle up": (
        _answers(_rounded_up),
        ("4-time/middle-is-rounded-down",),
    ),
    "ignores avoid": (
        _questions(_dropped("avoid")),
        (
            "2-check/avoid-without-rule",
            "2-check/keep-off-inside",
            "2-check/keep-off-of-a-section",
            "2-check/keep-off-on-the-way",
            "3-compose/spine-is-spared",
            "4-time/keep-off-stops-a-plan",
        ),
    ),
    "never turns the sense of a circle": (
        _answers(_never_turned),
        ("3-compose/clockwise-turns-on-the-other-side", "3-compose/counterclockwise-turns-too"),
    ),
    "turns circles on the abdomen": (_questions(_always_turned), ("3-compose/clockwise-stays-on-the-abdomen",)),
    "repeats a block once more": (_questions(_one_more), ("4-time/between-passes", "4-time/repeats-of-a-block")),
    "counts optional steps as needed": (
        _questions(_dropped("optional")),
        ("3-compose/optional-is-open", "4-time/optional-alone", "4-time/optional-has-no-least"),
    ),
    "accepts bare numbers": (
        _answers(_without_errors("scale-missing", "unit-missing")),
        (
            "2-check/cap-without-scale",
            "2-check/duration-without-unit",
            "2-check/pressure-without-scale",
            "2-check/rest-without-unit",
        ),
    ),
    "does both sides as one": (
        _questions(_both_as_once),
        ("4-time/both-repeats-on-each-side", "4-time/both-sides-are-twice"),
    ),
    "takes no defaults": (
        _questions(_dropped("defaults")),
        ("3-compose/defaults-come-down", "3-compose/nearest-default-wins"),
    ),
}
"""What is wrong → the implementation, and the cases that must find it out; none for one that few cases let through."""

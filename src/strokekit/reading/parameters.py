"""What stands under `with`: each parameter is a literal of its type, within the limits that its technique declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.amounts import Range
from strokekit.plugins.declarations import Parameter, Technique
from strokekit.plugins.keeping import keeps_to
from strokekit.plugins.literal_names import LITERAL_TYPES
from strokekit.reading.context import Reading, names_in


def check_given(reading: Reading, technique: Technique | None, given: Any, pointer: str) -> None:
    """Report what can't be read, names no value, or is outside its limits. What names values is judged when they are set."""
    parameters: Mapping[str, Parameter] = technique.parameters if technique is not None else {}
    for name, written in given.items() if isinstance(given, Mapping) else ():
        if name in parameters:
            _check(reading, technique, parameters[name], written, reading.below(pointer, name))


def _check(reading: Reading, technique: Any, parameter: Parameter, written: Any, pointer: str) -> None:
    if parameter.type not in LITERAL_TYPES:
        if tuple(names_in(written)):
            reading.literal("value", written, pointer, values=True)
        return
    if isinstance(written, list):
        return
    value = reading.literal(parameter.type, written, pointer, values=True)
    wrong = outside(reading.literals, technique, parameter, written, value, pointer)
    if wrong is not None:
        reading.wrong(wrong)


def outside(
    literals: Literals, technique: Technique, parameter: Parameter, written: Any, value: Any, pointer: str
) -> Wrong | None:
    """Give what is wrong with a value that is outside the limits of its parameter; None where it keeps to them."""
    limits = None if parameter.limits is None else literals.read(parameter.type, parameter.limits).value
    if not isinstance(value, Range) or not isinstance(limits, Range) or keeps_to(value, limits):
        return None
    shown = str(literals.write(parameter.type, limits))
    facts = {"key": pointer.rpartition("/")[2], "found": _shown(written), "technique": technique.id, "limits": shown}
    return Wrong("dose-outside-limits", pointer, facts=facts)


def _shown(written: Any) -> str:
    return str(written) if isinstance(written, (str, int)) else "this"

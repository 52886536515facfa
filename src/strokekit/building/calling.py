"""The call of a builder: where it stands in the program, and what of it a message repeats."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from strokekit.building.keys import spelt
from strokekit.formats.calls import Call

LONGEST = 96
"""How much of a call a message repeats, in code points."""
_SHORT = 24


def call(name: str, arguments: tuple[Any, ...], keys: Mapping[str, Any], *, depth: int = 1) -> Call:
    """Describe the call of the function that calls this one.

    Only the file's name is kept, not its folders: messages go into logs and reports.

    Args:
        name: the builder.
        arguments: what was given by position.
        keys: key of the format → what was given by name.
        depth: how many helpers lie between the builder and this function, and one.
    """
    frame = sys._getframe(depth + 1)  # noqa: SLF001 - the cheap way; `inspect.stack` reads the files of all callers
    file = frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return Call(text=_text(name, arguments, keys), file=file, line=frame.f_lineno)


def _text(name: str, arguments: tuple[Any, ...], keys: Mapping[str, Any]) -> str:
    """Show a call; of what makes it too long only that there is more."""
    shown = [*_positional(arguments), *(f"{spelt(key)}={_value(value)}" for key, value in keys.items())]
    fitting = 0
    while fitting < len(shown) and sum(map(len, shown[: fitting + 1])) + 2 * fitting + len(name) <= LONGEST:
        fitting += 1
    more = ["…"] if fitting < len(shown) and shown[fitting - 1 :][:1] != ["…"] else []
    return f"{name}({', '.join((*shown[:fitting], *more))})"


def _positional(arguments: tuple[Any, ...]) -> list[str]:
    """Show the arguments; pieces that stand together are one `…`."""
    shown: list[str] = []
    for argument in arguments:
        text = _value(argument)
        shown += [] if text == "…" and shown[-1:] == ["…"] else [text]
    return shown


def _value(value: Any) -> str:
    """Show a value as a program may write it; of what is long only that it is there."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping):
        return _inside("{}", [f"{json.dumps(str(key), ensure_ascii=False)}: {_value(part)}" for key, part in value.items()])
    if isinstance(value, (list, tuple)):
        return _inside("[]", [_value(part) for part in value])
    if isinstance(value, (str, int)):
        return json.dumps(value, ensure_ascii=False)
    return "…"


def _inside(brackets: str, parts: list[str]) -> str:
    text = ", ".join(parts)
    shown = text if len(text) <= _SHORT and "…" not in text else "…"
    return f"{brackets[0]}{shown}{brackets[1]}"

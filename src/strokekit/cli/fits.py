"""What `--fit`, `--slot`, `--table` and `--wish` ask for: the timeline of a command, and what was found on the way to it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from strokekit.cli.common import Composed, settings, show_report, wrong_call
from strokekit.cli.streams import FOUND, Streams
from strokekit.errors import UsageError
from strokekit.model.timeline import Timeline


def asked_for(arguments: argparse.Namespace) -> bool:
    """Tell whether a command asks for other times than the ideal ones."""
    return bool(arguments.fit or arguments.slot or arguments.table or arguments.wish)


def fitted(made: Composed, arguments: argparse.Namespace, streams: Streams) -> tuple[Timeline | None, int]:
    """Give the timeline that a command asks for, and the exit code so far; what was found is shown."""
    wishes = _wishes(arguments)
    if isinstance(wishes, str):
        return None, wrong_call(arguments, streams, f"--wish takes NAME=PERCENT such as shoulders=150%, not {wishes!r}")
    try:
        found = made.engine.fit(
            made.plan,
            target=arguments.fit or None,
            slot=arguments.slot or None,
            table=arguments.table or None,
            wishes=wishes,
            work=arguments.work,
        )
    except UsageError as problem:
        return None, wrong_call(arguments, streams, str(problem))
    document = made.plan.routine.document
    code = max(made.code, show_report(found.report, document.source if document else None, streams))
    return found.value, code if found.value is not None else FOUND


def _wishes(arguments: argparse.Namespace) -> Mapping[str, int] | str:
    """Read the wishes; one that can't be read is given back."""
    given = settings(arguments.wish)
    if isinstance(given, str):
        return given
    made = {}
    for name, said in given.items():
        number = said[-1].removesuffix("%").strip()
        if not (number.isascii() and number.isdigit() and int(number)):
            return f"{name}={said[-1]}"
        made[name] = int(number)
    return made

"""`strokekit new`: the files of a new plugin or routine. What is there already is never overwritten."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from strokekit.cli.common import why, wrong_call
from strokekit.cli.streams import OK, Streams
from strokekit.scaffolds import Name, NameUnfit, scaffold


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Write all the files, or none, and name them."""
    try:
        made = scaffold(arguments.kind, Name.of(arguments.name))
        folder = Path(arguments.output)
        there = [str(folder / name) for name in made if (folder / name).exists()]
        if there:
            return wrong_call(arguments, streams, f"{there[0]!r} is there already: nothing was written")
        _write(folder, made)
    except NameUnfit as problem:
        return wrong_call(arguments, streams, str(problem))
    except (OSError, ValueError) as problem:
        return wrong_call(arguments, streams, f"{arguments.output!r} can't be written to: {why(problem)}")
    streams.out("".join(f"{folder / name}\n" for name in made))
    return OK


def _write(folder: Path, made: Mapping[str, str]) -> None:
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:  # `x`: whoever was faster keeps what is theirs
            file.write(text)

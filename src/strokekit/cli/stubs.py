"""`strokekit stubs`: type stubs of the builders with the techniques and actions that are installed."""

from __future__ import annotations

import argparse
import os

import strokekit
from strokekit.building.stubs import build_stub, package_stub
from strokekit.cli.common import STDIN, show_report, why, wrong_call
from strokekit.cli.engines import engine_of
from strokekit.cli.streams import Streams
from strokekit.diagnostics import Report


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Write the stubs into a folder, or that of the builders to standard output."""
    engine = engine_of(arguments, streams)
    if isinstance(engine, int):
        return engine
    code = show_report(Report.of(engine.catalog.problems), None, streams)
    stub = build_stub(engine.catalog)
    if arguments.output in (None, STDIN):
        streams.out(stub)
        return code
    homes = strokekit._HOMES  # noqa: SLF001 - its own package: the table says where each public name lives
    return max(code, _written(arguments, {"__init__.pyi": package_stub(homes), "build.pyi": stub}, streams))


def _written(arguments: argparse.Namespace, files: dict[str, str], streams: Streams) -> int:
    folder = os.path.join(arguments.output, "strokekit")  # noqa: PTH118 - a Path is made of fewer names than a user may type
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
        for name, text in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH118, PTH123 - as above
                file.write(text)
    except (OSError, ValueError) as problem:
        return wrong_call(arguments, streams, f"{folder!r} can't be written: {why(problem)}")
    return 0

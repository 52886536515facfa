"""`strokekit schema`: the JSON Schema of routine files with the techniques that are installed."""

from __future__ import annotations

import argparse
import json

from strokekit.cli.common import show_report, write
from strokekit.cli.engines import engine_of
from strokekit.cli.streams import Streams
from strokekit.diagnostics import Report


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Write the schema."""
    engine = engine_of(arguments, streams)
    if isinstance(engine, int):
        return engine
    code = show_report(Report.of(engine.catalog.problems), None, streams)
    if arguments.output in (None, "-"):
        streams.json(engine.schema())
        return code
    return max(code, write(arguments, json.dumps(engine.schema(), ensure_ascii=False, indent=2) + "\n", streams))

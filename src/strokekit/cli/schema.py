"""`strokekit schema`: the JSON Schema of routine files with the techniques that are installed, or of plugin files."""

from __future__ import annotations

import argparse
import json
from typing import Any

from strokekit.cli.common import show_report, write, wrong_call
from strokekit.cli.engines import engine_of
from strokekit.cli.streams import OK, Streams
from strokekit.diagnostics import Report


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Write the schema; that of plugin files is the same whatever is installed."""
    if arguments.kind == "plugin" and arguments.messages:
        return wrong_call(arguments, streams, "--messages is for the schema of routines")
    if arguments.kind == "plugin":
        from strokekit.plugins.file_schema import plugin_schema  # it reads the sources of the declarations

        return _written(plugin_schema(), OK, arguments, streams)
    engine = engine_of(arguments, streams)
    if isinstance(engine, int):
        return engine
    code = show_report(Report.of(engine.catalog.problems), None, streams)
    return _written(engine.schema(messages=arguments.messages), code, arguments, streams)


def _written(schema: dict[str, Any], code: int, arguments: argparse.Namespace, streams: Streams) -> int:
    if arguments.output in (None, "-"):
        streams.json(schema)
        return code
    return max(code, write(arguments, json.dumps(schema, ensure_ascii=False, indent=2) + "\n", streams))

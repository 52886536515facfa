"""`strokekit schema`: the JSON Schema of routine files with the techniques that are installed."""

from __future__ import annotations

import argparse
import json

from strokekit.cli.common import write
from strokekit.cli.main import Streams
from strokekit.engine import Engine


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Write the schema."""
    text = json.dumps(Engine.discover().schema(), ensure_ascii=False, indent=2)
    return write(arguments.output, f"{text}\n", streams)

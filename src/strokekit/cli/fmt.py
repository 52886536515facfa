"""`strokekit fmt`: routine files in their canonical layout, with every comment and the same meaning."""

from __future__ import annotations

import argparse

from strokekit.cli.engines import engine_of
from strokekit.cli.rewriting import rewrite
from strokekit.cli.streams import Streams


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Lay every file out; one that can't be read is reported and left alone."""
    engine = engine_of(arguments, streams, arguments.paths)
    if isinstance(engine, int):
        return engine
    return rewrite(arguments, streams, engine, engine.fmt)

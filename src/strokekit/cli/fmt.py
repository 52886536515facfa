"""`strokekit fmt`: routine files in their canonical layout, with every comment and the same meaning."""

from __future__ import annotations

import argparse

from strokekit.cli.rewriting import rewrite
from strokekit.cli.streams import Streams
from strokekit.engine import Engine


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Lay every file out; one that can't be read is reported and left alone."""
    engine = Engine.discover()
    return rewrite(arguments, streams, engine, engine.fmt)

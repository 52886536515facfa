"""`strokekit migrate`: files of an older version of the format, brought to the present one as edits of their text."""

from __future__ import annotations

import argparse

from strokekit.cli.engines import engine_of
from strokekit.cli.rewriting import rewrite
from strokekit.cli.streams import Streams
from strokekit.diagnostics import Outcome
from strokekit.formats import Document


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Migrate every file; one that has the present version stays as it is."""
    engine = engine_of(arguments, streams, arguments.paths)
    if isinstance(engine, int):
        return engine

    def migrated(document: Outcome[Document]) -> Outcome[str]:
        made = engine.migrate(document)
        return Outcome(made.value.source.text if made.value is not None else None, made.report)

    return rewrite(arguments, streams, engine, migrated)

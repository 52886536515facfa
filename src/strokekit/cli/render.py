"""`strokekit render`: a routine at its ideal times, as a card or a timeline."""

from __future__ import annotations

import argparse

from strokekit.cli.common import composed, show_report, write
from strokekit.cli.main import FOUND, USAGE, Streams
from strokekit.errors import UsageError


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Render one routine."""
    made = composed(arguments, streams)
    if isinstance(made, int):
        return made
    engine, outcome = made
    plan = outcome.require()
    timeline = engine.fit(plan)
    show_report(timeline.report, plan.routine.document, streams)
    if timeline.value is None:
        return FOUND
    try:
        rendered = engine.render(timeline.value, to=arguments.to, language=arguments.language)
    except UsageError as problem:
        streams.stderr.write(f"strokekit render: error: {problem}\n")
        return USAGE
    return write(arguments.output, rendered, streams)

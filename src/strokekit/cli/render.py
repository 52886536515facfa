"""`strokekit render`: a routine as a card or a timeline, at its ideal times or at those that make a total."""

from __future__ import annotations

import argparse

import attrs

from strokekit.cli.common import Composed, composed, show_report, write, wrong_call
from strokekit.cli.engines import engine_of
from strokekit.cli.fits import asked_for, fitted
from strokekit.cli.streams import USAGE, Streams
from strokekit.diagnostics import Report, Severity
from strokekit.engine import Engine
from strokekit.errors import PluginError
from strokekit.model.plan import Plan
from strokekit.model.timeline import Timeline
from strokekit.plugins.spelling import closest


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Render one routine; nothing is written unless it can be rendered."""
    engine = engine_of(arguments, streams, [arguments.file])
    if isinstance(engine, int):
        return engine
    if arguments.to not in engine.catalog.renderers:
        return wrong_call(arguments, streams, _no_renderer(arguments.to, tuple(engine.catalog.renderers)))
    made = composed(arguments, streams, engine)
    if isinstance(made, int):
        return made
    ready, code = _ready(made, arguments, streams)
    if ready is None:
        return code
    rendered = _rendered(engine, ready, arguments, streams)
    return USAGE if rendered is None else max(code, write(arguments, rendered, streams))


def _ready(made: Composed, arguments: argparse.Namespace, streams: Streams) -> tuple[Timeline | Plan | None, int]:
    """Give what the renderer needs, and the exit code so far: a card shows what is unknown, all else needs every time."""
    if not (made.engine.catalog.renderers[arguments.to].timed or asked_for(arguments)):
        return made.plan, made.code
    return fitted(made, arguments, streams)


def _no_renderer(name: str, known: tuple[str, ...]) -> str:
    near = closest(name, known)
    hint = f": did you mean {near}?" if near else f"; there are {', '.join(sorted(known))}"
    return f"there is no renderer {name!r}{hint}"


def _rendered(engine: Engine, timeline: Timeline | Plan, arguments: argparse.Namespace, streams: Streams) -> str | bytes | None:
    """Render; None if it is a plugin's and fails, which is then shown as the plugin's fault."""
    try:
        return engine.render(timeline, to=arguments.to, language=arguments.language)
    except PluginError as error:
        show_report(Report.of(attrs.evolve(problem, severity=Severity.ERROR) for problem in error.problems), None, streams)
        return None

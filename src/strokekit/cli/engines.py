"""The engine of a command: with the plugins that the command line, the environment and the nearest configuration file ask for."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from strokekit.cli.common import STDIN, UNNAMED, show_report, wrong_call
from strokekit.cli.streams import USAGE, Streams
from strokekit.configuration import (
    Configuration,
    Unnamed,
    find_configuration,
    from_environment,
    plugin_named,
    read_configuration,
)
from strokekit.engine import Engine
from strokekit.errors import PluginError, UsageError


def engine_of(
    arguments: argparse.Namespace, streams: Streams, paths: Iterable[str] = (), *, listing: bool = False
) -> Engine | int:
    """Make the engine of a command; where none can be made, say why and give the exit code.

    Args:
        arguments: what the command line says.
        streams: where to say what is wrong.
        paths: the files that the command is about: the configuration is looked for in the folder that they share, and upward;
            without any, in the folder that the command runs in.
        listing: leave the plugins unloaded, and go on whatever is wrong with them.
    """
    wanted = configuration_of(arguments, streams, paths, listing=listing)
    return wanted if isinstance(wanted, int) else engine_from(wanted, arguments, streams, listing=listing)


def engine_from(wanted: Configuration, arguments: argparse.Namespace, streams: Streams, *, listing: bool = False) -> Engine | int:
    """Make the engine that a configuration asks for; where none can be made, say why and give the exit code."""
    try:
        engine = wanted.engine()
        if engine.strict and not listing:
            _ = engine.catalog
    except UsageError as problem:
        return wrong_call(arguments, streams, str(problem))
    except PluginError as problem:
        return wrong_call(arguments, streams, str(problem))
    return engine


def configuration_of(
    arguments: argparse.Namespace, streams: Streams, paths: Iterable[str] = (), *, listing: bool = False
) -> Configuration | int:
    """Put the three layers over each other; a configuration file with mistakes ends everything but a listing."""
    try:
        called, around = _of_call(arguments), from_environment(os.environ)
    except UsageError as problem:
        return wrong_call(arguments, streams, str(problem))
    path = find_configuration(_folder(_placed(arguments, paths)))
    if path is None:
        return called.over(around)
    outcome = read_configuration(path)
    show_report(outcome.report, None, streams)
    if not (outcome.ok or listing):
        return USAGE
    return called.over(around).over(outcome.value or Configuration())


def configured_in(paths: Iterable[str] = ()) -> Path | None:
    """Give the folder of the configuration file that holds for these paths; None where there is none."""
    path = configuration_file(paths)
    return path.parent if path is not None else None


def configuration_file(paths: Iterable[str] = ()) -> Path | None:
    """Give the configuration file that holds for these paths; None where there is none."""
    return find_configuration(_folder(paths))


def _of_call(arguments: argparse.Namespace) -> Configuration:
    plugins = {}
    for text in arguments.plugin:
        named = plugin_named(text)
        if isinstance(named, Unnamed):
            raise UsageError(f"--plugin takes PATH, MODULE, NAME=PATH or NAME=MODULE: {named.problem}")
        plugins[named[0]] = named[1]
    return Configuration(
        plugins=plugins,
        no_plugins=arguments.no_plugins,
        allow=tuple(arguments.allow) if arguments.allow else None,
        deny=tuple(arguments.deny),
        strict=True if arguments.strict_plugins else None,
        missing=getattr(arguments, "missing_plugins", None),
    )


def _placed(arguments: argparse.Namespace, paths: Iterable[str]) -> Iterable[str]:
    """Put the file that standard input is said to be in its place."""
    name = getattr(arguments, "stdin_filename", UNNAMED)
    return (name if path == STDIN and name != UNNAMED else path for path in paths)


def _folder(paths: Iterable[str]) -> Path:
    """Give the folder that all paths share; standard input without a name lies in the one that the command runs in."""
    folders = [os.path.abspath("." if path == STDIN else path) for path in paths]  # noqa: PTH100 - a Path is made of fewer names
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in folders]  # noqa: PTH112, PTH120 - as above
    try:
        return Path(os.path.commonpath(folders)) if folders else Path()
    except ValueError:  # on several drives
        return Path()

"""The arguments of the command line; nothing of what the commands do is known here."""

from __future__ import annotations

import argparse
import os
import sys

from strokekit.cli.streams import USAGE, Streams
from strokekit.version import VERSION

TYPE_CHECKING = False
"""As in `strokekit.cli.streams`."""
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

_ENDS = "exit status: 0 no errors (there may be warnings), 1 errors in what was read, 2 a wrong call or a failure of strokekit"


class _Parser(argparse.ArgumentParser):
    """A parser that writes to the given streams and ends with the exit codes of strokekit.

    `fill` gives it its arguments, when it is first asked for something: most calls are about one command of many.
    """

    def __init__(self, *, streams: Streams, fill: Callable[[argparse.ArgumentParser], None] | None = None, **kwargs: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_formatter, **kwargs)
        self.streams = streams
        self._fill = fill

    def _filled(self) -> None:
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as any parser does."""
        self._filled()
        return super().parse_known_args(args, namespace)

    def format_usage(self) -> str:
        """Say how the command is called."""
        self._filled()
        return super().format_usage()

    def format_help(self) -> str:
        """Say what the command is for, and what it takes."""
        self._filled()
        return super().format_help()

    def _print_message(self, message: str, file: Any = None) -> None:
        (self.streams.err if file is sys.stderr and file is not sys.stdout else self.streams.out)(message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, and how it is made."""
        self.streams.err(f"{self.format_usage()}{self.prog}: error: {message}\n")
        raise SystemExit(USAGE)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Make the formatter as wide as the terminal; asked by itself, it imports a library for archives on the way."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]  # caught
    except (AttributeError, ValueError, OSError):
        columns = 0
    return argparse.HelpFormatter(prog, width=(columns or 80) - 2)


def build_parser(streams: Streams) -> argparse.ArgumentParser:
    """Make the parser with all commands."""
    parser = _Parser(
        prog="strokekit",
        description="Massage routines as data: checked, composed, timed, rendered.",
        epilog=_ENDS,
        streams=streams,
    )
    parser.add_argument("--version", action="version", version=f"strokekit {VERSION}", help="show the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (summary, add) in _COMMANDS.items():
        described = f"{summary[0].upper()}{summary[1:]}."
        command = commands.add_parser(name, help=summary, description=described, streams=streams, fill=add)
        command.set_defaults(refuse=command.error)  # with the usage of the command, where the parser of all would show its own
    return parser


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, globs, folders to search for *.routine.yaml, *.routine.yml and *.routine.json, or - for standard input; "
        "by default the paths of the configuration, else this folder",
    )
    command.add_argument("--exclude", action="append", default=[], metavar="GLOB", help="pass over these; may be repeated")
    _stdin_name(command)
    _reported(command)
    _selected(command)
    _repaired(command)
    _quickened(command)
    _plugged(command, missing=True)


def _reported(command: argparse.ArgumentParser) -> None:
    """Add how a check is shown, and when it fails."""
    group = command.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("full", "concise", "json", "github", "gitlab", "sarif", "junit"),
        help="full (the default): with the lines of the file; concise: a line for each finding; json: for programs; github "
        "(the default in its workflows), gitlab, sarif, junit: for these platforms",
    )
    group.add_argument("--output-file", metavar="FILE", help="write the report there")
    group.add_argument("--statistics", action=_Switch, help="also count how often each code was found")
    group.add_argument("--max-warnings", type=_number, metavar="N", help="end with 1 if there are more warnings")
    group.add_argument("--exit-zero", action=_Switch, help="end with 0 whatever was found")
    group.add_argument("--watch", action="store_true", help="check again after every change, until interrupted")


def _selected(command: argparse.ArgumentParser) -> None:
    """Add what of the findings is shown."""
    group = command.add_argument_group(
        "findings", "CODES are codes, names, beginnings of codes (SK7), plugins (thai/) or all, divided by commas"
    )
    group.add_argument("--select", action="append", default=[], metavar="CODES", help="show these alone")
    group.add_argument("--ignore", action="append", default=[], metavar="CODES", help="leave these out")
    group.add_argument(
        "--severity",
        action="append",
        default=[],
        metavar="[CODE=]SEVERITY",
        help="how much a code weighs: error, warning or hint; without CODE, the least that is shown; may be repeated",
    )


def _repaired(command: argparse.ArgumentParser) -> None:
    """Add what is done about the findings."""
    group = command.add_argument_group("fixes")
    group.add_argument("--fix", action=_Switch, help="repair what can be repaired safely, then report the rest")
    group.add_argument("--unsafe-fixes", action=_Switch, help="count those as well that may change what the author meant")
    group.add_argument("--diff", action="store_true", help="write nothing, show what --fix would change; end with 1 then")


def _quickened(command: argparse.ArgumentParser) -> None:
    """Add how many files are checked at once, and where it is remembered what was found in them."""
    group = command.add_argument_group("speed")
    group.add_argument(
        "--jobs", type=_number, metavar="N", help="use at most N processes; 0, the default, as many as there are cores"
    )
    group.add_argument("--cache-dir", metavar="FOLDER", help="where reports on unchanged files are kept from run to run")
    group.add_argument("--no-cache", action="store_true", help="check every file, keep nothing")


def _rewritten(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="files, folders to search, or - to read standard input and write standard output",
    )
    command.add_argument("--check", action="store_true", help="write nothing, name the files that would change, end with 1 then")
    command.add_argument("--diff", action="store_true", help="write nothing, show what would change")
    _stdin_name(command)
    _plugged(command)


def _stdin_name(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--stdin-filename",
        metavar="NAME",
        default="<stdin>",
        help="which file standard input is: its name, its syntax (.json or .yaml), where its includes and its configuration are",
    )


def _routine(command: argparse.ArgumentParser, *, several: bool = False) -> None:
    if several:
        what = "a routine file, - for standard input, or several files and folders"
        command.add_argument("files", nargs="+", metavar="FILE", help=what)
    else:
        command.add_argument("file", metavar="FILE", help="a routine file, or - for standard input")
    command.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="set a value that the routine declares; may be repeated"
    )
    command.add_argument("--variant", metavar="NAME", help="one of the routine's variants, by default the one that it marks so")
    command.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="ID=ANSWER",
        help="answer a question that the routine asks; may be repeated",
    )
    command.add_argument(
        "--add",
        action="append",
        default=[],
        metavar="ID=HOST",
        help="add the step ID, which the routine allows, after the step HOST; may be repeated",
    )
    _stdin_name(command)
    _plugged(command, missing=True)


def _fit(command: argparse.ArgumentParser) -> None:
    """Add what asks for a total other than the ideal one."""
    group = command.add_argument_group("fit", "by default every step takes its ideal time")
    group.add_argument(
        "--fit", default="", metavar="TIME", help="how long the routine shall take: 50min, or stated for its own total"
    )
    group.add_argument("--slot", default="", metavar="TIME", help="the same with what its booking puts before and after it")
    group.add_argument("--table", default="", metavar="TIME", help="the same for the time on the table alone")
    group.add_argument(
        "--wish",
        action="append",
        default=[],
        metavar="NAME=PERCENT",
        help="how much of its ideal time a place, a technique, a step or a section shall have: shoulders=150%%; may be repeated",
    )
    group.add_argument("--work", type=_whole, metavar="STEPS", help="how many steps of work the search for the best fit may take")


_Switch = argparse.BooleanOptionalAction
"""With `--no-…` as well: a configuration file may say yes."""


def _number(text: str) -> int:
    """Read a whole number, 0 too."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"takes a whole number, not {text!r}")
    return int(text)


def _whole(text: str) -> int:
    """Read a whole number above 0."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"takes a whole number above 0, not {text!r}")
    return int(text)


def _time(command: argparse.ArgumentParser) -> None:
    _routine(command)
    _fit(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="a table, or json for programs")
    command.add_argument("--load", action="store_true", help="show what the run asks of the therapist; in json beside the times")
    command.add_argument(
        "--explain",
        action="append",
        default=[],
        metavar="NAME",
        help="say why a step is there and why it takes so long; NAME#2 is its second pass",
    )


def _render(command: argparse.ArgumentParser) -> None:
    _routine(command, several=True)
    _fit(command)
    command.add_argument(
        "--to", default="text", metavar="NAME", help="a renderer that `strokekit renderers` lists, by default text"
    )
    command.add_argument("--language", default="", metavar="TAG", help="the language of the words, by default the routine's")
    command.add_argument(
        "--option", action="append", default=[], metavar="NAME=VALUE", help="set an option of the renderer; may be repeated"
    )
    command.add_argument("--templates", metavar="DIR", help="a folder with templates that replace those of the renderer")
    command.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write, by default standard output; of several files the folder"
    )
    command.add_argument(
        "--jobs", type=_whole, metavar="N", help="how many processes render several files, by default one for each processor"
    )


def _play(command: argparse.ArgumentParser) -> None:
    _routine(command)
    _fit(command)
    command.add_argument("--speed", type=_whole, default=1, metavar="N", help="how many times as fast as in life, by default 1")
    command.add_argument("--plain", action="store_true", help="write lines and read lines, also in a terminal")
    command.add_argument("--quiet", action="store_true", help="no bell, and only what begins, is asked, and ends")
    command.add_argument("--no-color", action="store_true", help="no colours; so also with NO_COLOR in the environment")
    command.add_argument("--language", default="", metavar="TAG", help="the language of the words, by default the routine's")
    command.add_argument("--snapshot", metavar="FILE", help="where to keep the session, by default among the user's state")
    command.add_argument("--fresh", action="store_true", help="begin anew, whatever was kept")
    command.add_argument(
        "--record", metavar="FILE", help="write what was done when it is over: JSON for a name that ends in .json, else Markdown"
    )


def _plugged(command: argparse.ArgumentParser, *, missing: bool = False) -> None:
    """Add what says which plugins a command uses."""
    group = command.add_argument_group(
        "plugins", "beside what the environment and the nearest pyproject.toml or strokekit.toml say"
    )
    group.add_argument(
        "--plugin",
        action="append",
        default=[],
        metavar="[NAME=]PLUGIN",
        help="use a plugin file or a module too, under the namespace NAME; may be repeated",
    )
    group.add_argument("--no-plugins", action="store_true", help="use no plugins but those given by --plugin")
    group.add_argument(
        "--allow", action="append", default=[], metavar="NAME", help="use this installed plugin and no others; may be repeated"
    )
    group.add_argument("--deny", action="append", default=[], metavar="NAME", help="leave this one out; may be repeated")
    group.add_argument("--strict-plugins", action="store_true", help="end with 2 if a plugin can't be used")
    if missing:
        group.add_argument(
            "--missing-plugins",
            choices=("error", "warn"),
            help="what it is that a file uses a plugin that is not there, by default an error",
        )


def _plugins(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--load", action="store_true", help="load them, show what they contribute and what is wrong; end with 1 if something is"
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="text, or json for programs")
    command.add_argument(
        "--requirements", action="store_true", help="write them as requirements for pip, and for a routine file in comments"
    )
    _plugged(command)


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "kind",
        nargs="?",
        choices=("routine", "plugin"),
        default="routine",
        help="of which files: of routines, which is what is written otherwise, or of plugin files",
    )
    command.add_argument(
        "--messages",
        action="store_true",
        help="for editors: say what to write where a text of a routine has the wrong form, under `patternErrorMessage`",
    )
    _output(command)
    _plugged(command)


def _listing(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", nargs="?", metavar="ID", help="an id or another name; without it all are listed")
    command.add_argument("--format", choices=("text", "json"), default="text", help="text, or json for programs")
    _plugged(command)


def _explain(command: argparse.ArgumentParser) -> None:
    command.add_argument("code", nargs="?", metavar="CODE", help="a code such as SK203, its name, or that of a plugin's rule")
    command.add_argument("--format", choices=("text", "json"), default="text", help="text, or json for programs")
    _plugged(command)


def _stubs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o", "--output", metavar="FOLDER", help="the folder that type checkers look for stubs in, by default standard output"
    )
    _plugged(command)


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", choices=("plugin", "routine"), help="what to start")
    command.add_argument("name", metavar="NAME", help="its name: small letters, digits and _, as in hot_stone")
    command.add_argument(
        "-o", "--output", metavar="DIR", default=".", help="the folder to make it in, by default the one that you are in"
    )


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="OUT", help="the file to write, by default standard output")


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("report everything that is wrong with routine files", _check),
    "explain": ("say what a code of a finding means, or list all codes", _explain),
    "time": ("show how long a routine takes, section by section and step by step", _time),
    "render": ("write routines as treatment cards, timelines, captions, calendars and more", _render),
    "play": ("play a routine on a clock: what is done now, what comes next, how long it still takes", _play),
    "techniques": ("list the techniques and actions, or show one", _listing),
    "regions": ("list the regions of the body, or show one", _listing),
    "renderers": ("list the formats that routines can be written in, or show one with its options", _listing),
    "plugins": ("list the plugins: what is found, what is used, what each contributes", _plugins),
    "fmt": ("give routine files their canonical layout; comments and meaning stay", _rewritten),
    "migrate": ("bring files of an older version of the format to the present one", _rewritten),
    "schema": ("write the JSON Schema of routine files, or of plugin files", _schema),
    "new": ("start a plugin or a routine from a template; nothing is overwritten", _new),
    "stubs": ("write type stubs of strokekit.build with the techniques that are installed", _stubs),
}

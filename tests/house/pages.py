"""Pages of Markdown as programs: find the fenced blocks of a page, and run them in order.

A page is run in a folder of its own that holds a copy of `examples/`. What a block must be follows from its fence:

| fence | what is done |
|---|---|
| `python` | run, in one namespace a page; a block with `>>>` compares what it shows, line by line |
| `text output` | must be exactly what the block before it printed |
| `text` | nothing: diagrams and messages |
| `sh`, `console` | each line `$ strokekit …` (also `$ echo $?`) is run; what follows must be exactly what it prints |
| `yaml` | a whole routine, `strokekit: 1` first: `strokekit check` ends with 0 |
| `yaml invalid` | a whole routine: `strokekit check` ends with 1 |
| `yaml fragment` | any YAML that can be read |
| `json`, `toml` | can be read |

`file=NAME` on a fence also keeps the block as that file, for what follows on the page; a `python` block with it is a module to
import and is not run itself. Every other fence is a fault, and so is an `sh` block that shows no `$ strokekit`, but for those
that the caller names as run elsewhere.

The command line is handed in as a function, so that this module needs nothing of strokekit.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import shlex
import sys
import tomllib
import traceback
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, TextIO, TypeAlias

import attrs
import yaml

Main: TypeAlias = Callable[[list[str], TextIO, TextIO, TextIO], int]
"""`strokekit.cli.main.main`, or one that stands for it."""

_OPENING = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,}) *(?P<info>.*?) *$")
_INVALID = 1


class Fault(Exception):
    """A block is not what its fence says; the text says how."""


@attrs.frozen(kw_only=True)
class Block:
    """A fenced block: the words after the fence, the text inside, and the line of the fence, from 1."""

    language: str
    words: tuple[str, ...]
    text: str
    line: int

    @property
    def file(self) -> str | None:
        """The name that the block is kept under, if its fence gives one."""
        return next((word.removeprefix("file=") for word in self.words if word.startswith("file=")), None)


def blocks(page: str) -> list[Block]:
    """Find the fenced blocks of a page, in order, without the indentation of a list around them."""
    found = []
    lines = iter(enumerate(page.splitlines(), start=1))
    for number, line in lines:
        opening = _OPENING.match(line)
        if not opening:
            continue
        inside = []
        for _, following in lines:
            if following.strip().startswith(opening["ticks"]) and not following.strip(" " + opening["ticks"][0]):
                break
            inside.append(following.removeprefix(opening["indent"]))
        language, *words = opening["info"].split() or [""]
        text = "".join(f"{text}\n" for text in inside)
        found.append(Block(language=language, words=tuple(words), text=text, line=number))
    return found


def run_page(path: Path, *, folder: Path, main: Main, elsewhere: Collection[str] = ()) -> list[str]:
    """Run the blocks of a page; give `page:line: fault` for each that fails.

    Args:
        path: the page.
        folder: where its files go and its commands run.
        main: strokekit's command line.
        elsewhere: `sh` blocks that are run by others, as `.ci/run` does with those of README.md.
    """
    page = Page(folder=folder, main=main, elsewhere=elsewhere)
    faults = []
    with contextlib.chdir(folder), _importable(folder):
        for block in blocks(path.read_text(encoding="utf-8")):
            try:
                page.run(block)
            except Fault as fault:
                faults.append(f"{path.name}:{block.line}: {fault}")
    return faults


@contextlib.contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """Let the page import the modules it has kept, and forget them afterwards; its child processes find what this one finds."""
    before = set(sys.modules)
    paths = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        os.environ.pop("PYTHONPATH")
        if paths is not None:
            os.environ["PYTHONPATH"] = paths
        for name in set(sys.modules) - before:
            if str(getattr(sys.modules[name], "__file__", None)).startswith(str(folder)):
                del sys.modules[name]


@attrs.define
class Page:
    """What a page's blocks share: the folder, the names defined so far, what was printed last."""

    folder: Path
    main: Main
    elsewhere: Collection[str] = ()
    names: dict[str, Any] = attrs.field(factory=lambda: {"__name__": "page"})
    printed: str = ""

    def run(self, block: Block) -> None:
        """Keep the block if its fence says so, then do what its language asks for."""
        if block.file:
            (self.folder / block.file).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / block.file).write_text(block.text, encoding="utf-8")
        runner = getattr(self, f"_run_{block.language}", None)
        if runner is None:
            raise Fault(f"no block may be fenced {block.language or 'without a language'!r}")
        runner(block)

    def _run_python(self, block: Block) -> None:
        if block.file:
            self._attempt(lambda: compile(block.text, str(block.file), "exec"))
        elif ">>>" in block.text:
            self._run_doctest(block)
        else:
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                # dont_inherit: this module's __future__ imports are not the page's
                self._attempt(lambda: exec(compile(block.text, "page", "exec", dont_inherit=True), self.names))  # noqa: S102
            self.printed = printed.getvalue()

    def _run_doctest(self, block: Block) -> None:
        test = doctest.DocTestParser().get_doctest(block.text, self.names, "page", "page", 0)
        said = io.StringIO()
        result = doctest.DocTestRunner(verbose=False).run(test, out=said.write, clear_globs=False)
        self.names.update(test.globs)
        if result.failed:
            raise Fault(said.getvalue().strip("* \n"))

    def _run_text(self, block: Block) -> None:
        if "output" in block.words:
            _same(self.printed, block.text)

    def _run_sh(self, block: Block) -> None:
        if block.text.strip() in self.elsewhere:
            return
        commands = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
        if commands[0].strip() or len(commands) == 1:
            raise Fault("the block has no `$ strokekit …` to run")
        printed = ""
        status = 0
        for command in commands[1:]:
            line, _, _ = command.partition("\n")
            said, status = self._command(line, status)
            printed += f"$ {line}\n{said}"
        self.printed = printed
        _same(printed, block.text)

    _run_console = _run_sh

    def _command(self, line: str, status: int) -> tuple[str, int]:
        """Run a line of a shell; give what it prints, and its exit status."""
        program, *arguments = shlex.split(line)
        if (program, arguments) == ("echo", ["$?"]):
            return f"{status}\n", 0
        if program != "strokekit" or {"|", ">", "<", "&&", ";"} & set(arguments):
            raise Fault(f"only `$ strokekit …` is run, without pipes: {line}")
        terminal = io.StringIO()
        status = self.main(arguments, io.StringIO(), terminal, terminal)
        return terminal.getvalue(), status

    def _run_yaml(self, block: Block) -> None:
        self._attempt(lambda: yaml.safe_load(block.text), unless="invalid" in block.words)
        if "fragment" in block.words:
            return
        if not re.match(r"(\s*#.*\n|\s*\n)*strokekit: 1\b", block.text):
            raise Fault("a yaml block is a whole routine, `strokekit: 1` first, or fenced `yaml fragment`")
        name = block.file or "routine.yaml"
        (self.folder / name).write_text(block.text, encoding="utf-8")
        said, status = self._command(shlex.join(["strokekit", "check", "--format", "concise", name]), 0)
        wanted = _INVALID if "invalid" in block.words else 0
        if status != wanted:
            raise Fault(f"`strokekit check` ends with {status}, not {wanted}:\n{said}".rstrip())

    def _run_json(self, block: Block) -> None:
        self._attempt(lambda: json.loads(block.text))

    def _run_toml(self, block: Block) -> None:
        self._attempt(lambda: tomllib.loads(block.text))

    def _attempt(self, action: Callable[[], object], *, unless: bool = False) -> None:
        """Do it; whatever it raises is a fault of the block, with the last line of the traceback."""
        try:
            action()
        except Exception as problem:
            if not unless:
                raise Fault("".join(traceback.format_exception_only(problem)).strip()) from problem


def _same(actual: str, expected: str) -> None:
    """Compare to the character, but for empty lines at the end."""
    if actual.rstrip("\n") != expected.rstrip("\n"):
        raise Fault(f"expected:\n{expected.rstrip()}\nfound:\n{actual.rstrip()}")

"""Pages whose commands need a shell and a clean environment: each is walked as a reader would, from its first line to its last.

A block with `file=NAME` is written. Of a `sh` block every line is run, and must succeed. Of a `console` block the lines that
begin with `$ ` are run, and what they print, standard output and error together, must be what stands there. Lines go to `bash`,
and `cd` stays for all that follow.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.house.clean import ROOT, Environment
from tests.house.pages import blocks

WALKED = (ROOT / "docs" / "tutorial-technique.md", ROOT / "docs" / "how-to" / "publish-a-plugin.md")
"""The pages that are walked, and so not run as the others are."""


def walk(page: Path, environment: Environment, folder: Path) -> list[str]:
    """Walk a page in a folder; give `page:line: fault` for each command that is not as the page says."""
    return [f"{page.name}:{line}: {fault}" for line, fault in _faults(page, environment, folder)]


def _faults(page: Path, environment: Environment, folder: Path) -> Iterator[tuple[int, str]]:
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")
        if block.language == "sh":
            for command in block.text.splitlines():
                printed, code = _run(command, environment, folder)
                if code:
                    yield block.line, f"`{command}` ends with {code}:\n{printed}"
        elif block.language == "console":
            shown = ""
            for command in re.findall(r"^\$ (.*)$", block.text, flags=re.MULTILINE):
                folder = (folder / command[3:]) if command.startswith("cd ") else folder
                printed, _ = ("", 0) if command.startswith("cd ") else _run(command, environment, folder)
                shown += f"$ {command}\n{printed}"
            if shown.rstrip("\n") != block.text.rstrip("\n"):
                yield block.line, f"expected:\n{block.text}found:\n{shown}"


def _run(command: str, environment: Environment, folder: Path) -> tuple[str, int]:
    last = folder.parent / f"{folder.name}.status"
    before = last.read_text(encoding="utf-8") if last.exists() else "0"
    line = f"(exit {before}); {command}"
    done = subprocess.run(
        ["bash", "-c", line],  # noqa: S607 - the shell that readers have
        cwd=folder,
        env=environment.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    last.write_text(str(done.returncode), encoding="utf-8")
    return done.stdout, done.returncode

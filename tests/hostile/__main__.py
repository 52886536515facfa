"""Measure hostile files: `python -m tests.hostile`. Each is checked in a process of its own, under limits of time and memory.

A table comes out: case, what was found, seconds of the processor, megabytes. With `--json` it is for programs; `--pure` takes
PyYAML's parser in Python; `--cli` goes through the command line.
"""

from __future__ import annotations

import gc
import io
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from strokekit.cli.main import main as strokekit
from strokekit.diagnostics import Diagnostic
from strokekit.engine import Engine
from strokekit.formats.read import read_data_path
from strokekit.plugins.plugin_file import read_plugin
from tests.hostile.cases import CASES, Case, Syntax

SECONDS, MEGABYTES = 20, 900
"""What a process may take before it is ended: of the processor ten times what a refusal may, for machines that are busy; of the
address space, which is more than the memory in use."""


def measure(cases: Iterable[Case], *, pure: bool, cli: bool) -> Iterator[dict[str, Any]]:
    """Check each case in a child of this process, in which everything is loaded already."""
    yaml.__with_libyaml__ = yaml.__with_libyaml__ and not pure  # type: ignore[misc]  # for this process
    engine = Engine()
    _warm(engine, cli=cli)
    gc.freeze()
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, case.file)
            path.write_bytes(case.content())
            yield {"case": case.name, "syntax": case.syntax, **_in_child(engine, case, str(path), cli=cli)}


def _warm(engine: Engine, *, cli: bool) -> None:
    """Load here what every child would load for itself: the parsers, the catalogue, the rooms of the command."""
    with tempfile.TemporaryDirectory() as folder:
        small: dict[Syntax, str] = {"yaml": "strokekit: 1", "json": '{"strokekit": 1}', "toml": 'title = "A"'}
        for syntax, text in small.items():
            path = Path(folder, f"small.{syntax}")
            path.write_text(text, encoding="utf-8")
            _by_engine(engine, Case(name="", syntax=syntax, make=lambda: "", names=()), str(path))
            if cli and syntax != "toml":
                _by_command(str(path))


def _in_child(engine: Engine, case: Case, path: str, *, cli: bool) -> dict[str, Any]:
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.write(into, json.dumps(_limited(engine, case, path, cli=cli)).encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        said = told.read()
    os.waitpid(child, 0)
    made: dict[str, Any] = json.loads(said) if said else {"failed": "it was ended: too long, or too large"}
    return made


def _limited(engine: Engine, case: Case, path: str, *, cli: bool) -> dict[str, Any]:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 10**6, MEGABYTES * 10**6))
    start = time.process_time()
    try:
        made = _by_command(path) if cli and case.syntax != "toml" else _by_engine(engine, case, path)
    except BaseException as failed:  # noqa: BLE001 - that is what is looked for
        made = {"failed": f"{type(failed).__name__}: {failed}"[:1_000]}
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {**made, "seconds": round(time.process_time() - start, 2), "megabytes": usage.ru_maxrss // 1_000}


def _by_engine(engine: Engine, case: Case, path: str) -> dict[str, Any]:
    found = _of_plugin(path) if case.syntax == "toml" else list(engine.check(path))
    errors = [one for one in found if one.severity == "error"]
    return {
        "names": sorted({one.name for one in errors}),
        "unplaced": sorted({one.name for one in errors if one.span is None}),
        "findings": len(found),
        "longest": max((len(one.message) for one in found), default=0),
    }


def _of_plugin(path: str) -> list[Diagnostic]:
    outcome = read_data_path(path)
    return [*outcome.report, *(read_plugin(outcome.value).problems if outcome.value is not None else ())]


def _by_command(path: str) -> dict[str, Any]:
    out, err = io.StringIO(), io.StringIO()
    code = strokekit(["check", "--no-cache", "--format", "json", path], stdout=out, stderr=err)
    found = json.loads(out.getvalue())["diagnostics"]
    errors = [one for one in found if one["severity"] == "error"]
    return {
        "names": sorted({one["name"] for one in errors}),
        "unplaced": sorted({one["name"] for one in errors if one.get("span") is None}),
        "findings": len(found),
        "longest": max((len(one["message"]) for one in found), default=0),
        "code": code,
    }


def main() -> None:
    """Write the table."""
    pure, cli = "--pure" in sys.argv, "--cli" in sys.argv
    cases = [case for case in CASES if not pure or (case.syntax == "yaml" and ("--patient" in sys.argv or not case.patient))]
    for row in measure(cases, pure=pure, cli=cli):
        if "--json" in sys.argv:
            print(json.dumps(row), flush=True)
            continue
        what = row.get("failed") or ", ".join(row["names"]) or "read"
        print(f"| {row['syntax']} | {row['case']} | {what} | {row.get('seconds', '')} | {row.get('megabytes', '')} |", flush=True)


if __name__ == "__main__":
    main()

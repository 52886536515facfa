"""An environment as large as a real one: a folder of distributions, some of which are plugins, and programs to time in it.

The metadata is written by hand, as installers write it, so that nothing is downloaded or built.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

DISTRIBUTIONS, PLUGINS, TECHNIQUES = 300, 20, 10

START = "from strokekit import Engine"
LIST = "from strokekit.cli.main import main; import io; assert main(['plugins'], stdout=io.StringIO()) == 0"
DISCOVER = "from strokekit import Engine; Engine.discover()"
CATALOG = "from strokekit import Engine; engine = Engine.discover(); engine.catalog"
CHECK = "from strokekit import Engine; engine = Engine.discover(); assert engine.check(sys.argv[1]).ok"

_MODULE = '''\
"""A plugin with some techniques."""
from strokekit import hookimpl
from strokekit.plugin import Takes, Technique, Timing


@hookimpl
def strokekit_techniques():
    for number in range({techniques}):
        yield Technique(
            id=f"press_{{number}}", title=f"Press {{number}}", family="compression", summary="Leaning in.",
            takes={{"where": Takes(needs=True), "repeat": Takes(limits="1..20")}},
            timing=Timing(per="pass", time="4..6..10 s"),
        )
'''
_METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: 1.{number}\nRequires-Dist: something>=1\n\nA package.\n"


def furnish(folder: Path, *, distributions: int = DISTRIBUTIONS, plugins: int = PLUGINS, techniques: int = TECHNIQUES) -> Path:
    """Put distributions into a folder, the first of them plugins `bench_0`, `bench_1`, …; give the folder."""
    for number in range(distributions):
        name = f"strokekit-bench-{number}" if number < plugins else f"other-{number}"
        info = folder / f"{name.replace('-', '_')}-1.{number}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(_METADATA.format(name=name, number=number), encoding="utf-8")
        (info / "RECORD").write_text("", encoding="utf-8")
        if number < plugins:
            entry = f"[strokekit]\nbench_{number} = bench_plugin_{number}\n"
            (info / "entry_points.txt").write_text(entry, encoding="utf-8")
            module = _MODULE.format(techniques=techniques)
            (folder / f"bench_plugin_{number}.py").write_text(module, encoding="utf-8")
        elif number % 3 == 0:  # a third of real distributions has scripts or plugins of other programs
            entry = f"[console_scripts]\nrun{number} = other_{number}:run\n"
            (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    return folder


def program(code: str, folder: Path | None, *arguments: str) -> Callable[[], object]:
    """Make a thing that runs `code` in a process of its own, with the distributions of `folder` on its path."""
    command = [sys.executable, "-c", f"import sys\n{code}", *arguments]
    paths = [str(folder)] if folder else []
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*paths, *filter(None, sys.path)])}
    return lambda: subprocess.run(command, check=True, capture_output=True, env=environment)


def imported(code: str, folder: Path) -> set[str]:
    """Name the modules of the plugins that `code` imports."""
    shown = f"{code}\nprint(*(name for name in sys.modules if name.startswith('bench_plugin_')), file=sys.__stdout__)"
    ran = program(shown, folder)()
    assert isinstance(ran, subprocess.CompletedProcess)
    return set(ran.stdout.decode().split())

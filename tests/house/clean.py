"""A clean environment: a virtual environment that holds wheels built from this tree, and sees the libraries of this one.

Nothing is downloaded: what strokekit depends on, and what builds and tests, is found where this Python finds it. strokekit itself
and its plugins are those of the wheels, since a virtual environment's own packages come before the others.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]


@attrs.frozen
class Ran:
    """What a command gave: its exit status, and what it printed."""

    code: int
    out: str
    err: str


@attrs.frozen
class Environment:
    """A virtual environment, and how commands are run in it."""

    folder: Path

    @property
    def programs(self) -> Path:
        """Where its programs lie."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def variables(self) -> dict[str, str]:
        """The environment variables of a shell in which it is active, and pip never asks a registry."""
        left = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "STROKEKIT_", "COV_"))
        }
        asked = {"PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "false", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
        path = os.pathsep.join((str(self.programs), left.get("PATH", "")))
        return {**left, **asked, "PATH": path, "VIRTUAL_ENV": str(self.folder), "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, *command: str, cwd: Path) -> Ran:
        """Run a program of it, or its Python for `python`."""
        program, *arguments = command
        done = subprocess.run(
            [str(self.programs / program), *arguments],
            cwd=cwd,
            env=self.variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def install(self, *wheels: Path) -> None:
        """Install wheels, and nothing else."""
        options = ("--no-deps", "--no-compile", "--quiet")
        done = self.run("python", "-m", "pip", "install", *options, *map(str, wheels), cwd=self.folder)
        assert done.code == 0, done.out + done.err


def built(project: Path, into: Path) -> Path:
    """Build the wheel of a project; give its path. The project's folder stays as it is."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(into)]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return into / [line for line in (done.stdout + done.stderr).split() if line.endswith(".whl")][-1].rpartition("/")[2]


def environment(folder: Path, *wheels: Path) -> Environment:
    """Make a virtual environment with wheels in it."""
    venv.create(folder, symlinks=os.name != "nt")
    made = Environment(folder)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    # A line in a .pth file is one more place to look, after its own packages; .pth files there are not read, so that an
    # editable strokekit of this environment stays unseen.
    (own / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n", encoding="utf-8")
    made.install(*wheels)
    return made

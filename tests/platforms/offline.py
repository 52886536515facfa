"""Installing this tree elsewhere as its users do, with pip; nothing comes from a registry, what it depends on is found here."""

from __future__ import annotations

import os
import shutil
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIPPED = (
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "NOTICE",
    ".pre-commit-hooks.yaml",
    "src",
    "schemas",
    "docs/codes",
    "examples/routines/upper-lower-back.routine.yaml",
)
"""What an installation from the source needs."""


def variables() -> dict[str, str]:
    """Give the variables of a shell in which pip asks no registry, builds with what is here, and finds libraries here.

    strokekit itself is not found here where it is installed as editable, which a folder on PYTHONPATH does not know of.
    """
    foreign = ("PYTHON", "PYTEST", "STROKEKIT_", "COV_", "GIT_")
    left = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    libraries = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    asked = {"PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "false", "PIP_NO_COMPILE": "1"}
    found = {"PYTHONPATH": os.pathsep.join(libraries), "GIT_CONFIG_GLOBAL": os.devnull}
    return {**left, **asked, **found, "NO_COLOR": "1", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def copied(into: Path) -> Path:
    """Copy what an installation needs."""
    for name in SHIPPED:
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, into / name)
    return into

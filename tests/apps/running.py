"""The example apps as modules, loaded from where they lie."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
APPS = ROOT / "examples" / "apps"
ROUTINES = ROOT / "examples" / "routines"


@cache
def app(path: str) -> ModuleType:
    """Load an app by its path below `examples/apps`; processes that it starts find it by its name."""
    name = Path(path).stem
    spec = importlib.util.spec_from_file_location(name, APPS / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module

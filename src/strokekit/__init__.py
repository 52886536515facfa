"""strokekit: massage routines as data: checked, composed, timed, rendered.

The names below are the whole public interface; each is loaded when it is first used, so that importing the package costs next
to nothing and imports no plugin.
"""

from __future__ import annotations

from strokekit.version import VERSION

TYPE_CHECKING = False
"""As in `typing`, which takes longer to import than everything here."""
if TYPE_CHECKING:
    from typing import Any

    from strokekit import build, plugin
    from strokekit.building.writing import dump
    from strokekit.diagnostics import Diagnostic, Outcome, Report, Severity, Span
    from strokekit.engine import Engine
    from strokekit.errors import InvalidRoutine, PluginError, StrokekitError, UsageError
    from strokekit.formats import Document, Limits
    from strokekit.formats.editing import Editing
    from strokekit.formats.patching import apply_fixes
    from strokekit.model.elastic import Elastic
    from strokekit.model.plain import plain
    from strokekit.model.plan import Plan
    from strokekit.model.routine import Routine
    from strokekit.model.timeline import Cue, Timeline
    from strokekit.model.timeline_json import read_timeline
    from strokekit.plugins.hookspecs import hookimpl
    from strokekit.reporting import Selection, write_report

__version__ = VERSION

_HOMES = {
    "Cue": "strokekit.model.timeline",
    "Diagnostic": "strokekit.diagnostics",
    "Document": "strokekit.formats",
    "Editing": "strokekit.formats.editing",
    "Elastic": "strokekit.model.elastic",
    "Engine": "strokekit.engine",
    "InvalidRoutine": "strokekit.errors",
    "Limits": "strokekit.formats",
    "Outcome": "strokekit.diagnostics",
    "Plan": "strokekit.model.plan",
    "PluginError": "strokekit.errors",
    "Report": "strokekit.diagnostics",
    "Routine": "strokekit.model.routine",
    "Selection": "strokekit.reporting",
    "Severity": "strokekit.diagnostics",
    "Span": "strokekit.diagnostics",
    "StrokekitError": "strokekit.errors",
    "Timeline": "strokekit.model.timeline",
    "UsageError": "strokekit.errors",
    "dump": "strokekit.building.writing",
    "apply_fixes": "strokekit.formats.patching",
    "hookimpl": "strokekit.plugins.hookspecs",
    "plain": "strokekit.model.plain",
    "read_timeline": "strokekit.model.timeline_json",
    "write_report": "strokekit.reporting",
}

__all__ = [
    "Cue",
    "Diagnostic",
    "Document",
    "Editing",
    "Elastic",
    "Engine",
    "InvalidRoutine",
    "Limits",
    "Outcome",
    "Plan",
    "PluginError",
    "Report",
    "Routine",
    "Selection",
    "Severity",
    "Span",
    "StrokekitError",
    "Timeline",
    "UsageError",
    "__version__",
    "apply_fixes",
    "build",
    "dump",
    "hookimpl",
    "plain",
    "plugin",
    "read_timeline",
    "write_report",
]


def __getattr__(name: str) -> Any:
    """Load a public name on its first use."""
    from importlib import import_module

    if name in ("build", "plugin"):
        return import_module(f"strokekit.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'strokekit' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return __all__

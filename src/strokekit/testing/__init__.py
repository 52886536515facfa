"""What plugins' authors and apps import in their tests; pytest and Hypothesis are loaded only by what needs them.

`pip install strokekit[testing]` brings both. Nothing of strokekit imports this room.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strokekit.testing.conformance import Case, Mismatch, conformance_cases, reference, run_conformance
    from strokekit.testing.engines import catalog_of, engine_of
    from strokekit.testing.near import Planted, near_invalid
    from strokekit.testing.renderers import check_renderer, renderer_faults
    from strokekit.testing.ruling import RuleCase, rule_cases
    from strokekit.testing.strategies import routines, steps
    from strokekit.testing.techniques import Fault, check_technique, faults_of

_HOMES = {
    "Case": "conformance",
    "Fault": "techniques",
    "Mismatch": "conformance",
    "Planted": "near",
    "RuleCase": "ruling",
    "catalog_of": "engines",
    "check_renderer": "renderers",
    "check_technique": "techniques",
    "conformance_cases": "conformance",
    "engine_of": "engines",
    "faults_of": "techniques",
    "near_invalid": "near",
    "reference": "conformance",
    "renderer_faults": "renderers",
    "routines": "strategies",
    "rule_cases": "ruling",
    "run_conformance": "conformance",
    "steps": "strategies",
}


def __getattr__(name: str) -> Any:
    """Load a name on its first use.

    Raises:
        AttributeError: there is no such name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "Case",
    "Fault",
    "Mismatch",
    "Planted",
    "RuleCase",
    "catalog_of",
    "check_renderer",
    "check_technique",
    "conformance_cases",
    "engine_of",
    "faults_of",
    "near_invalid",
    "reference",
    "renderer_faults",
    "routines",
    "rule_cases",
    "run_conformance",
    "steps",
]

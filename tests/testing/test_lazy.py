"""The test kit loads pytest and Hypothesis only for what needs them."""

from __future__ import annotations

import subprocess
import sys

import pytest

import strokekit.testing
from strokekit.testing import near, rule_cases

REPORT = "; import sys; print(*(name for name in ('hypothesis', 'pytest') if name in sys.modules), file=sys.__stdout__)"


@pytest.mark.parametrize(
    ("program", "loaded"),
    [
        pytest.param("import strokekit.testing", "", id="the room"),
        pytest.param("from strokekit.testing import check_technique, engine_of, rule_cases", "", id="trials and cases"),
        pytest.param("from strokekit.testing import reference, run_conformance; run_conformance(reference, [])", "", id="suite"),
        pytest.param("from strokekit.testing import routines", "hypothesis", id="strategies"),
    ],
)
def test_little_is_loaded(program: str, loaded: str) -> None:
    """A fresh interpreter has only what was asked for."""
    result = subprocess.run([sys.executable, "-c", program + REPORT], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == loaded


def test_all_names_are_there() -> None:
    """Every public name can be taken, also after its module was loaded; others are refused."""
    names = [getattr(strokekit.testing, name).__name__ for name in strokekit.testing.__all__]

    assert names == strokekit.testing.__all__
    assert callable(rule_cases)
    assert near.PLANTS
    with pytest.raises(AttributeError, match=r"^module 'strokekit.testing' has no attribute 'rule_case'$"):
        strokekit.testing.rule_case  # noqa: B018 - taking the name is the test

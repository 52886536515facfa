"""Nobody's broken plugin hurts anyone: every way to be broken, installed as a distribution."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from strokekit.engine import Engine
from strokekit.errors import PluginError
from strokekit.model.plan import steps_of
from strokekit.plugins.discovery import HOOKS, Owner
from tests.plugins.broken import CASES, LEAD, PREAMBLE, Case, gives, source
from tests.plugins.plugs import distribution, forget

ROUTINE = """\
strokekit: 1
title: Two plugins
contraindications: none_reviewed
sections:
  - id: legs
    steps:
      - {technique: thai.gone, id: gone, where: calf, duration: 1 min}
      - {technique: shiatsu.palming, id: stays, duration: 1 min}
      - {technique: kneading, id: own, where: calf, duration: 1 min}
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path with one plugin that works, `shiatsu`; modules are forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    duration = "technique(takes={'duration': p.Takes()})"
    distribution(tmp_path, "strokekit-shiatsu", "0.1", "shiatsu", "shiatsu_good", PREAMBLE + gives(f"[{duration}]"))
    yield tmp_path
    forget(tmp_path)


def install(site: Path, case: Case) -> str:
    """Install the plugin of a case as `strokekit-thai`, and give what is to be said of it."""
    module = f"thai_{''.join(c if c.isalnum() else '_' for c in case.name)}"
    entry = case.entry.format(module=module)
    distribution(site, "strokekit-thai", "1.2", "thai", module, source(case), entry=entry)
    return LEAD + case.problem.format(module=module, hooks=", ".join(f"`{hook}`" for hook in HOOKS))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_plugin_hurts_nobody(case: Case, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its problem is said once, with distribution and version; the rest works; what it causes carries it; strict mode raises."""
    problem = install(site, case)
    engine = Engine.discover()
    catalog = engine.catalog
    plan = engine.compose(engine.loads(ROUTINE))

    assert [found.message for found in catalog.problems] == [problem]
    assert [name for name in catalog.techniques if name.startswith("thai.")] == list(case.left)
    assert catalog.owners["technique:shiatsu.palming"] == Owner("shiatsu", "strokekit-shiatsu", "0.1")
    assert [(found.message, found.hints) for found in plan.report.errors] == [("there is no technique `thai.gone`", (problem,))]
    assert plan.value is not None
    assert [step.known for step in steps_of(plan.value)] == [False, True, True]
    assert engine.standings(load=True)[-1].status == "broken"
    for strict in (True, None):
        monkeypatch.setenv("STROKEKIT_STRICT", "" if strict else "1")
        with pytest.raises(PluginError) as raised:
            _ = Engine.discover(strict=strict).catalog
        assert (str(raised.value), raised.value.problems) == (problem, catalog.problems)

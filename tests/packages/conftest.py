"""The wheels of this tree, built once for all tests of packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.clean import ROOT, Environment, built, environment

PLUGINS = ROOT / "examples" / "plugins"


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel of strokekit, and those of the example plugins, by distribution."""
    folder = tmp_path_factory.mktemp("wheels")
    projects = {"strokekit": ROOT, **{project.name: project for project in sorted(PLUGINS.iterdir()) if project.is_dir()}}
    return {name: built(project, folder) for name, project in projects.items()}


@pytest.fixture(scope="session")
def bare(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with strokekit alone."""
    return environment(tmp_path_factory.mktemp("bare") / "venv", wheels["strokekit"])

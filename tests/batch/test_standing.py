"""Engines that may say different things of a file have different digests."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from strokekit import Engine, Limits
from strokekit.batch import standing
from strokekit.batch.standing import digest_of
from tests.batch.files import put

TECHNIQUE = "techniques: [{{id: leaning, title: {}, family: compression, summary: L.}}]"
CODE = """
from strokekit import hookimpl
from strokekit.plugin import Rule

def check(context):
    return []

class Checks:
    def __call__(self, context):
        return []

@hookimpl
def strokekit_rules():
    return [Rule(id="none", title="None", check={check})]
"""


def with_file(folder: Path, text: str) -> Engine:
    """Make an engine with a plugin file."""
    return Engine(plugins={"own": put(folder, "own.yaml", text)})


@pytest.mark.parametrize(
    "engine",
    [
        pytest.param(Engine(limits=Limits(depth=9)), id="limits"),
        pytest.param(Engine(root="elsewhere"), id="root"),
        pytest.param(Engine(missing="warn"), id="missing plugins"),
        pytest.param(Engine(backend="jsonschema"), id="back-end"),
        pytest.param(Engine(plugins={"no": "no/such.yaml"}), id="a plugin that is not there"),
    ],
)
def test_other_engines(engine: Engine) -> None:
    """Whatever changes a report changes the digest."""
    assert digest_of(engine) != digest_of(Engine())


def test_plugin_files(tmp_path: Path) -> None:
    """What they declare counts."""
    one = digest_of(with_file(tmp_path, TECHNIQUE.format("Leaning")))

    assert digest_of(with_file(tmp_path, TECHNIQUE.format("Leaning"))) == one
    assert digest_of(with_file(tmp_path, TECHNIQUE.format("Pushing"))) != one
    assert digest_of(Engine()) != one


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that modules are imported from."""
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("coded", None)


@pytest.mark.parametrize(
    "check",
    [pytest.param("check", id="function"), pytest.param("Checks()", id="object"), pytest.param("partial(check)", id="partial")],
)
def test_the_code_of_plugins(site: Path, check: str) -> None:
    """A rule that is edited has the same name, so its module is looked at."""
    text = CODE.replace("{check}", check) + ("\nfrom functools import partial\n" if "partial" in check else "")
    put(site, "coded.py", text)
    engine = Engine(plugins={"own": "coded"})
    one = digest_of(engine)
    assert engine.catalog.problems == ()
    assert digest_of(engine) == one

    put(site, "coded.py", text + "# edited\n")

    assert digest_of(engine) != one


def test_strokekit_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own files count: who works on it sees what it says now. What Python has compiled of them does not."""
    put(tmp_path, "a.py", "")
    monkeypatch.setattr(standing, "_HERE", os.fspath(tmp_path))
    one = digest_of(Engine())
    (tmp_path / "__pycache__").mkdir()
    put(tmp_path / "__pycache__", "a.pyc", "")
    assert digest_of(Engine()) == one

    put(tmp_path, "b.py", "")

    assert digest_of(Engine()) != one


def test_a_bound_function_is_that_of_its_module() -> None:
    """However often it is bound."""
    assert standing._module(functools.partial(functools.partial(test_plugin_files))) == __name__  # noqa: SLF001 - a corner of it

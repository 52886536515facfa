"""Where plugins stand: known without loading them, and after it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.plugins.candidates import Candidate
from strokekit.plugins.discovery import Owner
from strokekit.plugins.standing import Standing, standings
from strokekit.version import VERSION
from tests.plugins.plugs import Misspelt, Whole, giving, technique

SHIPPED = Owner("", "strokekit", VERSION)
FILE = "version: '2.1'\ntechniques:\n- {id: palming, title: Palming, family: compression, summary: Palms press.}\n- {id: bad}\n"


def test_before_loading_little_is_known() -> None:
    """What is turned off or claimed by two is known, the rest is merely found, and nobody is asked what it contributes."""
    problem = Engine(plugins={"thai": Misspelt()}).catalog.problems[0]
    thai = Owner("thai", "strokekit-thai", "1.2")
    listed = [
        Candidate(owner=thai, source="thai", installed=True),
        Candidate(owner=thai, source="thai", installed=True, off="it is denied"),
        Candidate(owner=thai, source=Path("thai.yaml"), problem=problem),
    ]

    assert standings(SHIPPED, listed, None) == (
        Standing(owner=SHIPPED, kind="built_in", source="strokekit", status="found"),
        Standing(owner=thai, kind="installed", source="thai", status="found"),
        Standing(owner=thai, kind="installed", source="thai", status="disabled", why="it is denied"),
        Standing(owner=thai, kind="given", source="thai.yaml", status="broken", problems=(problem,)),
    )


def test_after_loading_everything_is_known(tmp_path: Path) -> None:
    """Who contributes what, and what is wrong; a plugin that is broken in part contributes the rest."""
    path = tmp_path / "part.yaml"
    path.write_text(FILE, encoding="utf-8")
    given = {"whole": Whole(), "part": path, "not_one": Misspelt(), "words": giving("strokekit_messages", {"de": ""})}
    engine = Engine(plugins=given)
    shipped, *others = engine.standings(load=True)

    assert shipped.contributes is not None
    assert (shipped.status, len(shipped.contributes["technique"])) == ("active", len(Engine().catalog.techniques))
    assert [(one.owner, one.status, one.contributes) for one in others] == [
        (Owner("whole"), "active", {"technique": ("whole.palming",)}),
        (Owner("part", version="2.1"), "broken", {"technique": ("part.palming",)}),
        (Owner("not_one"), "broken", {}),
        (Owner("words"), "active", {"message": ("words.de",)}),
    ]
    assert [problem for one in others for problem in one.problems] == list(engine.catalog.problems)


def test_standing_raises_nothing_in_strict_mode() -> None:
    """Whoever looks for what is broken must be able to see it."""
    engine = Engine(plugins={"thai": Misspelt()}, strict=True)

    assert [one.status for one in engine.standings()] == ["found", "found"]
    assert [one.status for one in engine.standings(load=True)] == ["active", "broken"]


def test_a_namespace_is_a_text() -> None:
    """Anything else is a mistake of the calling program."""
    with pytest.raises(UsageError) as raised:
        Engine(plugins={3: Whole()})  # type: ignore[dict-item]  # a mistake

    assert str(raised.value) == "plugins are given by their namespaces, which are texts, not int"


def test_an_engine_travels_with_its_files(tmp_path: Path) -> None:
    """Paths and names travel as they are; what they name is loaded where it is needed."""
    path = tmp_path / "thai.yaml"
    path.write_text(FILE.replace("- {id: bad}\n", ""), encoding="utf-8")
    engine = Engine(plugins={"thai": path, "text": str(path)}, missing="warn", strict=True)
    _ = engine.catalog
    again = pickle.loads(pickle.dumps(engine))  # noqa: S301 - made just here

    assert again == engine
    assert str(path).encode() in pickle.dumps(engine)
    assert again.catalog.fingerprint == engine.catalog.fingerprint
    assert technique().id in {name.partition(".")[2] for name in again.catalog.techniques}

"""Where a cue works, in words: as the card says it, in every language, with no side lost and none said twice."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from strokekit.model.timeline import Site, Timeline, Work
from strokekit.rendering.context import RenderContext
from strokekit.rendering.site_phrases import SitePhrases
from tests.rendering.hostile import article, engine, routine, timeline

PLACES = {"sore": {"at": "beside spine at lower_back", "title": "The sore spot"}, "low": {"at": "left calf"}}


def phrases(made: Timeline | None = None, language: str = "en") -> SitePhrases:
    """Speak of the places of a timeline."""
    return SitePhrases(RenderContext(plan=made.plan if made else None, catalog=engine().catalog, language=language, exact=made))


def said(*steps: Any, language: str = "en") -> list[str]:
    """Say where each step on the client works."""
    made = timeline({**routine(*steps), "places": PLACES})
    return [phrases(made, language).places(cue.work) for cue in made.cues if cue.hands_on]


def step(where: Any, **more: Any) -> dict[str, Any]:
    """Write a step that works somewhere."""
    return {"technique": "kneading", "where": where, "duration": "1 min", **more}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(step("back"), "back", id="one region"),
        pytest.param(step("calf"), "calves", id="a pair"),
        pytest.param(step("left calf"), "left calf", id="a side in the place"),
        pytest.param(step("calf", side="left"), "calf", id="a side of the step, which its title says"),
        pytest.param(step("calf", side="both"), "calves", id="both sides"),
        pytest.param(step(["left calf", "right thigh"]), "left calf and right thigh", id="two sides"),
        pytest.param(step("top of left shoulder"), "top of the left shoulder", id="a part"),
        pytest.param(step("around left scapula"), "around the left shoulder blade", id="a relation"),
        pytest.param(step("between spine and scapula"), "between the spine and the shoulder blades", id="between two"),
        pytest.param(
            step("knots or tight_areas in upper_back and shoulders"),
            "knots or tight areas in the upper back and shoulders",
            id="findings in two places are said once",
        ),
        pytest.param(step(["knots in calf", "back"]), "knots in the calves and back", id="findings and a place"),
        pytest.param(step("knots"), "knots", id="findings alone"),
        pytest.param(step("sore"), "the sore spot", id="a name of the routine"),
        pytest.param(step("low"), "left calf", id="a place of the routine without a title"),
    ],
)
def test_places_are_said_as_on_the_card(given: dict[str, Any], expected: str) -> None:
    """No side gets lost, and none is said twice."""
    assert said(given) == [expected]


def test_each_side_of_a_block() -> None:
    """What is done on one side and then on the other has its side in the title."""
    block = {"sides": "left then right", "steps": [step(["calf", "back"])]}
    assert said(block) == ["calf and back", "calf and back"]


def test_the_article() -> None:
    """What was said in the words of the format is said as people say it."""
    found = {cue.name: phrases(article()).places(cue.work) for cue in article().cues if cue.kind == "step"}
    assert found["shoulder_blades"] == "top of the shoulders and around the shoulder blades"
    assert found["lower_kneading"] == "beside the spine at the lower back and beside the spine at the mid-back"
    assert found["resting"] == ""


def test_another_language() -> None:
    """Relations and sides come from the catalogue of the language, each side once."""
    assert said(step("around left calf"), language="de") == ["um links calf"]


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        pytest.param(Site(written="own.spot", title={"en": "Own spot"}), "own spot", id="its title"),
        pytest.param(Site(written="own.left_spot", side="left"), "own.left spot (left)", id="what is written, and its side"),
        pytest.param(Site(written=""), "", id="nothing"),
    ],
)
def test_a_place_that_the_catalogue_does_not_know(site: Site, expected: str) -> None:
    """A timeline may outlive the plugin that it was made with."""
    assert phrases().places(Work(sites=(site,))) == expected


def test_a_side_that_is_known_is_not_said_again() -> None:
    """Neither in a place that can be read nor in one that can not."""
    sites = (Site(written="left calf", region="calf", side="left"), Site(written="own.spot", side="left"))
    assert phrases().places(Work(side="left", sites=sites)) == "calf and own.spot"
    assert phrases().places(Work(side="right", sites=sites)) == "left calf and own.spot (left)"


def test_nothing_is_done_nowhere() -> None:
    """A cue without work has no places."""
    assert phrases().places(None) == ""


def test_without_its_plan_a_timeline_says_the_same() -> None:
    """All that is needed is in the cue, but for places that the file calls by a word of its own."""
    lone = attrs.evolve(article(), plan=None, steps={})
    pairs = zip(article().cues, lone.cues, strict=True)
    assert all(phrases(article()).places(one.work) == phrases(lone).places(other.work) for one, other in pairs)

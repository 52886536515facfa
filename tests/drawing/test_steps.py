"""Pictures of steps for a page: the definitions once, equal pictures once, and nothing that a strict page forbids."""

from __future__ import annotations

from typing import Any

from PIL import Image

from strokekit.drawing.steps import StepFigures, step_figures
from tests.drawing.pictures import SVG, context, painted, parsed
from tests.rendering.hostile import article, nasty, routine


def figures(given: Any, prefix: str = "bm-") -> StepFigures:
    """Draw the steps of a routine."""
    return step_figures(context(given), prefix=prefix)


def page(made: StepFigures) -> str:
    """Put all of it into one document, as a page does."""
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{made.defs}{"".join(one.svg for one in made.pictures)}</div>'


def test_every_step_on_the_client_has_a_picture() -> None:
    """Each cue that is work on the client points to its picture, and no other cue does."""
    made, cues = figures(article()), article().cues
    assert [at is not None for at in made.of] == [cue.hands_on for cue in cues]
    titles = [made.pictures[at].title for at in made.of if at is not None]
    assert titles[:2] == ["Gliding: upper back, mid-back", "Circles: top of the shoulders, around the shoulder blades"]
    assert made.losses == ()


def test_a_picture_is_told_in_words() -> None:
    """The description says how firmly, which way and what is left alone."""
    made = figures(article())
    told = [picture.description for picture in made.pictures]
    assert told[0] == "Pressure: gentle (Walton 1–2). Way: upper back → mid-back → upper back."
    assert told[7] == "Pressure: firm (Walton 3–4). Left alone: spine."
    assert told[9] == "Pressure: gentle (Walton 1–2). Direction: toward the head."


def test_equal_steps_share_a_picture() -> None:
    """A step that is done three times over is drawn once."""
    block = {"repeat": 3, "steps": [{"technique": "gliding", "where": "back"}, {"technique": "kneading", "where": "calves"}]}
    made = figures(routine(block))
    assert made.of == (0, 1, 0, 1, 0, 1)
    assert len(made.pictures) == 2


def test_ids_differ_and_have_the_prefix() -> None:
    """On a page with all pictures no id is there twice, and each begins as was asked."""
    root = parsed(page(figures(article(), "x-")))
    ids = [found for element in root.iter() if (found := element.get("id"))]
    assert ids
    assert all(found.startswith("x-") for found in ids)
    for picture in root.findall(f"{SVG}svg")[1:]:
        named = (picture.get("aria-labelledby"), picture.get("aria-describedby"))
        assert [element.get("id") for element in list(picture)[:2]] == list(named)


def test_a_strict_page_can_hold_them() -> None:
    """There are no scripts, no styles, no handlers and no references but to what is on the page."""
    markup = page(figures(nasty()))
    root = parsed(markup)
    assert not {f"{SVG}script", f"{SVG}style", f"{SVG}a", f"{SVG}image", f"{SVG}foreignObject"} & {
        element.tag for element in root.iter()
    }
    names = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or name in {"style", "src"}}


def test_the_pictures_differ_where_the_work_does() -> None:
    """Painted, a step on the left is the mirror image of the same on the right."""
    images = []
    for side in ("left", "right"):
        made = figures(routine({"technique": "gliding", "where": f"{side} thigh"}))
        inner = made.pictures[0].svg.replace("<svg ", f"<svg width='372' height='832' data-defs='{side}' ", 1)
        start = inner.index("</title>") + len("</title>")
        drawn = inner[:start] + made.defs + inner[start:]
        images.append(painted(drawn).crop((60, 380, 312, 620)))
    left, right = images
    differ = sum(
        abs(a - b) > 60 for a, b in zip(left.tobytes(), right.transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes(), strict=True)
    )
    same = sum(abs(a - b) > 60 for a, b in zip(left.tobytes(), right.tobytes(), strict=True))
    assert differ < same / 4


def test_a_page_of_two_hundred_steps_stays_small() -> None:
    """Shapes are shared: two hundred different steps take less than 300 kB."""
    places = ["calf", "thigh", "back", "palm", "sole", "chest", "forearm", "scalp"]
    steps = [{"technique": "gliding", "where": f"{places[at % 8]}", "title": f"Step {at}"} for at in range(200)]
    made = routine(*steps)
    del made["sections"][0]["position"]
    assert len(page(figures(made))) < 300_000

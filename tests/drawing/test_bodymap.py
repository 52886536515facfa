"""The body map: what is worked is painted, what is avoided hatched, all in words too, and no text breaks it."""

from __future__ import annotations

import json
import re

import pytest

from strokekit import Engine, hookimpl
from strokekit.drawing.atlas import atlas
from strokekit.drawing.figures import GROUNDS
from strokekit.model.timeline_json import read_timeline, timeline_text
from strokekit.plugin import Region
from tests.drawing.pictures import SVG, content, context, drawn, of_article, painted, parsed, placing, step, words
from tests.rendering.hostile import NASTY, article, engine, nasty, routine


def pixel(markup: str, region: str, side: str, view: str) -> tuple[int, int, int]:
    """Give the colour most seen about the middle of a region, in a picture of a routine with names on both sides."""
    image = painted(markup)
    frames = [frame for frame in parsed(markup).iter(f"{SVG}svg") if frame.get("viewBox") and frame.get("x")]
    frame = frames[0 if view == "front" else 1]
    left, top, wide, _ = map(float, (frame.get("viewBox") or "").split())
    scale = float(frame.get("width") or 0) / wide
    patch = next(patch for patch in placing().region(region, side).patches if patch.view == view)
    x = float(frame.get("x") or 0) + (patch.anchor[0] - left) * scale
    y = float(frame.get("y") or 0) + (patch.anchor[1] - top) * scale + 14  # below the dot of its label
    box = image.crop((int(x) - 4, int(y) - 4, int(x) + 5, int(y) + 5))
    colours = box.getcolors(100) or []
    found = max(colours)[1]
    assert isinstance(found, tuple)
    return (found[0], found[1], found[2])


def hexed(colour: tuple[int, int, int]) -> str:
    """Write a colour as the sources do."""
    return "#" + "".join(f"{part:02x}" for part in colour)


@pytest.mark.parametrize(("pressure", "shade"), [("gentle", 2), ("moderate", 3), ("deep", 4), ("strong", 5)])
def test_a_worked_region_is_painted_in_its_shade(pressure: str, shade: int) -> None:
    """The pixels of a region are those of its shade where it is worked, on the side that is said, and skin elsewhere."""
    made = content(drawn(step(where="left calf", pressure=pressure)))
    assert hexed(pixel(made, "calf", "left", "back")) == GROUNDS[shade]
    assert hexed(pixel(made, "calf", "right", "back")) == "#f7eee7"


def test_the_shades_differ_without_colour() -> None:
    """Painted grey, each shade is darker than the one before, and its dots are others."""
    greys, dots = [], []
    for shade in range(1, 6):
        made = content(drawn(step(where="back", pressure=f"{shade} walton")))
        pattern = next(one for one in parsed(made).iter(f"{SVG}pattern") if one.get("id") == f"bm-l{shade}")
        dots.append([circle.get("r") for circle in pattern.iter(f"{SVG}circle")])
        red, green, blue = (int(GROUNDS[shade][at : at + 2], 16) for at in (1, 3, 5))
        greys.append(0.3 * red + 0.59 * green + 0.11 * blue)
    assert greys == sorted(greys, reverse=True)
    assert len({tuple(one) for one in dots}) == 5


def test_an_avoided_region_is_hatched() -> None:
    """What is to be kept from is drawn with the hatching, and said in the legend with its reason."""
    made = content(drawn(routine({"technique": "gliding", "where": "back"}, avoid={"spine": "no_pressure"})))
    hatched = [use for use in parsed(made).iter(f"{SVG}use") if use.get("class") == "bm-avoid"]
    assert [use.get("fill") for use in hatched] == ["url(#bm-avoid)"]
    assert "Take care: no pressure on the spine" in words(made)


@pytest.mark.parametrize(
    "told",
    [
        "Back massage, upper part then lower part",
        "23 min 1 s, 11 steps on the client",
        "Front",
        "Back",
        "left",
        "right",
        "Shoulder blade",
        "steps 6, 8–10",
        "pressure not stated",
        "way back",
        "Take care: no pressure on the spine",
        "Cross-fibre friction",
        "beside the spine at the lower back, beside the spine at the",
    ],
)
def test_the_article_is_told(told: str) -> None:
    """The picture of the article says what the article says, in words that people read."""
    assert told in words(content(of_article("svg")))


def test_the_article_loses_what_it_says_it_loses() -> None:
    """The loss report names what the picture does not show, and nothing else."""
    assert [(loss.name, loss.message) for loss in of_article("svg").losses] == [
        ("firmest", "4 places are worked with several pressures and show the firmest")
    ]


def test_it_has_a_title_and_a_description() -> None:
    """Who can't see the picture hears what it is of, and where all of it stands in words."""
    root = parsed(content(of_article("svg")))
    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == ("img", "bm-title", "bm-desc")
    assert [element.text for element in list(root)[:2]] == [
        "Back massage, upper part then lower part: where the work is",
        (
            "The body from the front and from the back, with the places of 11 steps. "
            "All of it stands in the list of steps below the figures."
        ),
    ]


def test_it_is_the_same_every_time() -> None:
    """Two drawings of one timeline are equal, also after it was read back, but for what only a plan knows."""
    again = content(drawn(article()))
    assert again == content(of_article("svg"))
    alone = content(drawn(read_timeline(timeline_text(article()))))
    assert [text for text in words(alone) if text not in words(again)] == ["Take care: spine"]


@pytest.mark.parametrize("view", [view for view in atlas().views if view not in {"front", "back"}])
def test_details_are_drawn_where_they_are_worked(view: str) -> None:
    """Work on a part of a head, a hand or a foot shows that view, and other work does not."""
    place = {
        "face": "left cheek",
        "head_side": "left ear",
        "hand_palm": "left palm",
        "hand_back": "left back_of_hand",
        "foot_top": "left instep",
        "foot_sole": "left sole",
    }[view]
    made = routine({"technique": "stroking", "where": place})
    del made["sections"][0]["position"]
    name = engine().render(article(), to="svg")
    titles = words(content(drawn(made)))
    assert any(title in titles for title in _names(view))
    assert not any(title in words(str(name)) for title in _names(view))


def _names(view: str) -> list[str]:
    return [context(article()).messages.say(f"picture-view-{view}")]


def test_a_hostile_routine_is_only_text() -> None:
    """Markup in every text of a routine stays text: no element, attribute or reference comes of it."""
    made = content(drawn(nasty()))
    root = parsed(made)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    known = "svg title desc defs pattern rect circle path clipPath g use text"
    assert tags <= set(known.split())
    assert not any(name.startswith("on") or name == "style" for element in root.iter() for name in element.attrib)
    assert not re.search(r"(?:href|src)=\"(?!#)", made)
    assert any("<script>" in text for text in words(made))
    assert NASTY not in made


def test_two_hundred_steps_have_each_its_number() -> None:
    """A long routine is listed whole, and no two lines of a column lie upon each other."""
    steps = [{"technique": "gliding", "where": ("back", "calf", "palm")[at % 3], "title": f"Step {at}"} for at in range(1, 201)]
    root = parsed(content(drawn(routine(*steps))))
    texts = list(root.iter(f"{SVG}text"))
    listed = {element.text for element in texts}
    assert {f"Step {at}" for at in range(1, 201)} <= listed
    height = float(root.get("height") or 0)
    places = [(element.get("x"), element.get("y")) for element in texts]
    assert all(float(y or 0) < height for _, y in places)
    assert len(set(places)) == len(places)


def test_nothing_to_draw_is_a_body_all_the_same() -> None:
    """A routine without work on the client gives a picture without a list."""
    made = content(drawn(routine({"action": "dim_lights"})))
    assert "Steps" not in words(made)
    assert words(made)[1] == "10 s, 0 steps on the client"


class Lines:
    """A plugin with a place on the back, and one that lies nowhere."""

    @hookimpl
    def strokekit_regions(self) -> list[Region]:
        """Contribute `x.line` and `x.aura`."""
        return [
            Region(id="line", title="Line", part_of="paraspinal", sides="paired"),
            Region(id="aura", title="Aura", sides="midline"),
        ]


def test_regions_of_plugins_are_in_the_loss_report() -> None:
    """A plugin's region is drawn as what it lies in, and one that lies nowhere is not; both are told, with their steps."""
    engine = Engine(plugins={"x": Lines()})
    steps = [{"technique": "gliding", "where": where, "id": name} for name, where in (("a", "x.line"), ("b", "x.aura"))]
    made = engine.rendered(engine.fit(engine.compose(engine.loads(json.dumps(routine(*steps))))).require(), to="svg")
    assert [(loss.name, loss.message, loss.cues) for loss in made.losses] == [
        ("instead", "in 1 step what lies around its place is drawn: `x.line → paraspinal`", ("a",)),
        ("undrawn", "1 step is not drawn, there is no picture of its place: `x.aura`", ("b",)),
    ]
    assert "Beside the spine" in words(content(made))


@pytest.mark.parametrize(
    ("where", "name", "message"),
    [
        ("knots", "undrawn", "1 step is not drawn, there is no picture of its place: `knots`"),
        ("3 finger_widths below left elbow", "rough", None),
    ],
    ids=["finding", "offset"],
)
def test_what_a_picture_cannot_show_is_told(where: str, name: str, message: str | None) -> None:
    """A place that is nowhere, or only near what is drawn, is in the loss report."""
    made = routine({"technique": "pressing", "where": where, "hold": "5 s"})
    del made["sections"][0]["position"]
    found = {loss.name: loss.message for loss in drawn(made).losses}
    assert list(found) == [name]
    assert message in {None, found[name]}

"""The page for everybody: an accessibility checker, keys, focus, live regions, all screens, both reading directions."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from tests.browsing import Opened
from tests.rendering.hostile import timeline
from tests.webpage.conftest import Open
from tests.webpage.pages import article_page, page_of, short, short_page, signs_page

ARABIC = {
    "strokekit": 1,
    "language": "ar",
    "title": "تدليك الظهر",
    "contraindications": "none_reviewed",
    "sections": [
        {
            "id": "back",
            "title": "الظهر",
            "position": "prone",
            "lubricant": "oil",
            "steps": [
                {"technique": "kneading", "id": "one", "title": "عجن", "where": "upper_back", "duration": "60 s", "say": "تنفس"},
                {"technique": "gliding", "id": "two", "title": "انزلاق", "where": "back", "duration": "30 s"},
            ],
        }
    ],
}


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@cache
def arabic_page() -> str:
    """Write the page of a routine that is read from right to left."""
    return page_of(timeline(json.loads(json.dumps(ARABIC))))


def _violations(opened: Opened) -> list[str]:
    """Name what the checker finds fault with, each with the first place where it does."""
    opened.page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    opened.page.evaluate("turned.stop()")
    opened.page.evaluate(_axe())
    run: dict[str, Any] = opened.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in run["violations"]]


@pytest.mark.parametrize(
    ("scheme", "width", "commands"),
    [
        pytest.param("light", 1280, ["toggle"], id="playing"),
        pytest.param("light", 320, ["toggle", "skip", "skip"], id="asking, narrow"),
        pytest.param("dark", 320, ["toggle", "skip", "skip"], id="asking, narrow and dark"),
        pytest.param("dark", 1280, ["toggle", "toggle"], id="paused, dark"),
    ],
)
def test_the_checker_finds_nothing(opened: Open, scheme: str, width: int, commands: list[str]) -> None:
    """Names, roles, structure, contrast: nothing is found in any state, light or dark, wide or narrow."""
    page = opened(short_page(), color_scheme=scheme, viewport={"width": width, "height": 800})
    page.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.do(*commands)
    page.run(15)

    assert _violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_checker_finds_nothing_in_the_article(opened: Open, scheme: str) -> None:
    """The same with a whole card, a picture, and a gap to account for."""
    page = opened(article_page(), color_scheme=scheme)
    page.page.click('summary >> text="All steps"')
    page.page.click('[data-to="shoulder_blades"]')
    page.leap(600)

    assert page.texts("slept") != [""]
    assert page.page.is_visible("[data-picture]:not([hidden]) svg")
    assert _violations(page) == []


def test_the_checker_finds_nothing_from_right_to_left(opened: Open) -> None:
    """The same in a language that is read from right to left."""
    page = opened(arabic_page())
    page.do("toggle")

    assert _violations(page) == []


@pytest.mark.parametrize(
    ("keys", "number", "status"),
    [
        pytest.param([" "], "Step 1 of 4", "playing", id="space starts"),
        pytest.param([" ", " "], "Step 1 of 4", "paused", id="space pauses"),
        pytest.param([" ", "ArrowRight"], "Step 2 of 4", "playing", id="right skips"),
        pytest.param([" ", "ArrowRight", "ArrowRight", "ArrowLeft"], "Step 2 of 4", "playing", id="left goes back"),
        pytest.param(["ArrowRight"], "Step 1 of 4", "ready", id="nothing before the start"),
        pytest.param([" ", "Control+ArrowRight"], "Step 1 of 4", "playing", id="with another key nothing"),
        pytest.param([" ", "x"], "Step 1 of 4", "playing", id="other keys nothing"),
    ],
)
def test_keys(opened: Open, keys: list[str], number: str, status: str) -> None:
    """The player is worked with a few keys, wherever the focus is."""
    page = opened(short_page())
    for key in keys:
        page.page.keyboard.press(key)

    assert page.texts("number") == [number]
    assert page.page.get_attribute('[data-play="player"]', "data-status") == status


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        pytest.param(["e"], "Step 4 of 5", id="the sign is there"),
        pytest.param(["E"], "Step 4 of 5", id="in large letters"),
        pytest.param(["Shift+ArrowRight"], "Step 5 of 5", id="a section on"),
        pytest.param(["Shift+ArrowRight", "Shift+ArrowRight"], "Step 5 of 5", id="none after the last"),
        pytest.param(["Shift+ArrowRight", "Shift+ArrowLeft"], "Step 1 of 5", id="a section back"),
        pytest.param(["ArrowRight", "Shift+ArrowLeft"], "Step 1 of 5", id="to where the section begins"),
        pytest.param(["Shift+ArrowLeft"], "Step 1 of 5", id="none before the first"),
        pytest.param(["Shift+ArrowRight", "ArrowRight", "Shift+ArrowLeft"], "", id="nothing after the end"),
    ],
)
def test_keys_for_more_than_a_step(opened: Open, keys: list[str], number: str) -> None:
    """A key says that a sign is there; with Shift the arrows lead from section to section."""
    page = opened(signs_page())
    page.do("toggle")
    for key in keys:
        page.page.keyboard.press(key)

    assert page.texts("number") == [number]


def test_the_plus_key_gives_time(opened: Open) -> None:
    """Plus is more time."""
    page = opened(short_page())
    page.page.keyboard.press(" ")
    page.page.keyboard.press("+")

    assert page.texts("time") == ["1:30"]


def test_keys_can_be_switched_off(opened: Open) -> None:
    """Who speaks to the computer, or rests a hand on the keys, switches them off; buttons go on to work."""
    page = opened(short_page())
    page.page.click("summary >> text=Sound")
    page.page.uncheck("[data-choice=keys]")
    page.page.locator("h1").click()
    page.page.keyboard.press(" ")
    assert page.texts("status") == ["not begun"]

    page.page.focus('[data-do="toggle"]')
    page.page.keyboard.press(" ")
    assert page.texts("toggle") == ["Pause"]


def test_space_on_a_button_is_the_buttons(opened: Open) -> None:
    """A key on a button that has the focus does what the button says, once."""
    page = opened(short_page())
    page.do("toggle")
    page.page.focus('[data-do="more"]')
    page.page.keyboard.press(" ")

    assert page.texts("time", "toggle") == ["1:30", "Pause"]


def test_arrows_follow_the_reading_direction(opened: Open) -> None:
    """From right to left, the left arrow leads on."""
    page = opened(arabic_page())
    page.page.keyboard.press(" ")
    page.page.keyboard.press("ArrowLeft")
    assert page.texts("number") == ["Step 2 of 2"]

    page.page.keyboard.press("ArrowRight")
    assert page.texts("number") == ["Step 1 of 2"]


def test_right_to_left(opened: Open) -> None:
    """The page is laid out from right to left, with clocks as they are; its titles are those of the routine."""
    page = opened(arabic_page())
    page.do("toggle")
    left, right = (page.page.locator(f'[data-do="{command}"]').bounding_box() for command in ("skip", "back"))

    assert page.page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    assert left is not None
    assert right is not None
    assert left["x"] < right["x"]
    assert page.texts("time") == ["1:00"]
    assert page.page.locator("h2[data-step]:visible").inner_text() == "عجن"


def test_the_card_from_right_to_left(opened: Open) -> None:
    """A step's number stands right of its title, and its time at the left end, with its own words in their own order."""
    page = opened(arabic_page())
    found = page.page.evaluate("""() => {
      const line = document.querySelector(".card h3");
      const left = (element) => element.getBoundingClientRect().left;
      const time = line.querySelector(".long bdi");
      return {
        order: [...line.children].map(left), gap: left(time) - left(line),
        time: [time.textContent, getComputedStyle(time).direction],
      };
    }""")

    assert found["order"] == sorted(found["order"], reverse=True)
    assert found["gap"] < 1
    assert found["time"] == ["1 min", "ltr"]


def test_a_heading_stands_above_what_it_is_of(opened: Open) -> None:
    """No column of the card ends with the title of a section, or with what is said of all of it."""
    page = opened(article_page())
    apart = page.page.evaluate("""() => {
      const left = (element) => element.getBoundingClientRect().left;
      const heads = [...document.querySelectorAll(".columns > section > :is(h2, .phase, .lines)")];
      return heads.filter((head) => left(head) !== left(head.nextElementSibling)).map((head) => head.textContent);
    }""")

    assert apart == []


def test_the_order_of_the_focus(opened: Open) -> None:
    """The tabulator leads to the card's link, the controls, the lists and the card, in the order in which they are seen."""
    page = opened(short_page())
    seen = []
    for _ in range(7):
        page.page.keyboard.press("Tab")
        seen.append(page.page.evaluate("document.activeElement.textContent.trim()"))

    assert seen == ["To the treatment card", "Back", "Start", "Skip", "30 s more", "All steps", "Sound, screen and keys"]


def test_the_focus_is_never_lost(opened: Open) -> None:
    """What vanishes under the focus hands it to the main button."""
    page = opened(short_page())
    page.do("toggle", "skip", "skip")
    page.page.focus("[data-answer]")
    page.page.keyboard.press("Enter")

    assert page.page.evaluate("document.activeElement.dataset.do") == "toggle"


def test_a_control_that_goes_keeps_the_focus_on_the_controls(opened: Open) -> None:
    """A button that is not there any more, after its key or by itself, hands the focus to the main button."""
    page = opened(signs_page())
    page.do("toggle")
    page.page.focus('[data-do="enough"]')
    page.page.keyboard.press("Enter")
    assert page.page.evaluate("document.activeElement.dataset.do") == "toggle"

    page.do("back", "back")
    page.page.focus('[data-do="done"]')
    page.do("back")
    assert page.page.evaluate("document.activeElement.dataset.do") == "toggle"


def test_a_screen_reader_is_told(opened: Open) -> None:
    """Steps and cues are told when there is time for it; a caution and a gap at once; the time only when it is asked for."""
    page = opened(short_page())
    page.do("toggle", "skip")
    news, alert = '[data-play="news"]', '[data-play="alert"]'
    assert page.page.inner_text(news) == "Step 2 of 4: Holding: left thigh, 20 seconds"
    assert page.page.inner_text('[data-play="time-said"]') == "20 seconds left"

    page.do("skip", "skip", "skip")
    assert page.page.inner_text(alert) == ""
    assert page.page.inner_text(news) == "Finished after 0 seconds"
    page.do("toggle", "toggle")
    page.page.click("summary >> text=All steps")
    page.page.click('[data-to="glide"]')
    page.run(30)
    assert page.page.inner_text(alert) == "Take care: Not on the spine"
    roles = page.page.evaluate(
        "['news', 'alert', 'time'].map((name) => document.querySelector(`[data-play=${name}]`).closest('[role]').role)"
    )
    assert roles == ["status", "alert", "timer"]


def test_nothing_is_read_twice(opened: Open) -> None:
    """Ten seconds change the clock and the bars, and none of the words around them."""
    page = opened(short_page())
    page.do("toggle")
    page.page.evaluate(
        """() => { window.changed = new Set(); new MutationObserver((all) => all.forEach(({target}) => {
          const place = (target.nodeType === 1 ? target : target.parentElement).closest("[data-play]");
          if (!place.hidden) changed.add(place.dataset.play);
        })).observe(document.body, {subtree: true, childList: true, characterData: true}); }"""
    )
    page.run(10)

    assert sorted(page.page.evaluate("[...changed]")) == ["section-left", "time", "time-said", "total", "total-said"]


@pytest.mark.parametrize(
    ("width", "height", "zoom"),
    [
        pytest.param(320, 480, 1, id="a small telephone"),
        pytest.param(320, 640, 2, id="text of twice the size"),
        pytest.param(640, 320, 1, id="a telephone on its side"),
        pytest.param(820, 1180, 1, id="a tablet"),
        pytest.param(1280, 800, 2, id="large text"),
        pytest.param(3840, 2160, 1, id="4K"),
    ],
)
def test_every_size(opened: Open, width: int, height: int, zoom: int) -> None:
    """Nothing is wider than the screen, and the controls are always there to be touched, each large enough for a thumb."""
    page = opened(article_page(), viewport={"width": width, "height": height}, letters=zoom)
    page.page.click('summary >> text="All steps"')
    page.page.click('[data-to="shoulder_blades"]')
    page.page.evaluate("scrollTo(0, 0)")
    boxes = page.page.evaluate(
        "[...document.querySelectorAll('.controls button:not([hidden])')].map((one) => one.getBoundingClientRect().toJSON())"
    )

    assert page.page.evaluate("document.documentElement.scrollWidth") == width
    assert all(box["width"] >= 44 and box["height"] >= 44 for box in boxes)
    assert all(box["left"] >= 0 and box["right"] <= width and box["bottom"] <= height for box in boxes)


@pytest.mark.parametrize("zoom", [1, 2])
def test_all_controls_fit(opened: Open, zoom: int) -> None:
    """With every control that there can be, a small telephone has room for all of them."""
    page = opened(signs_page(), viewport={"width": 320, "height": 640}, letters=zoom)
    page.do("toggle", "skip")
    boxes = page.page.evaluate(
        "[...document.querySelectorAll('.controls button')].map((one) => one.getBoundingClientRect().toJSON())"
    )

    assert page.page.evaluate("document.documentElement.scrollWidth") == 320
    assert len(boxes) == 6
    assert all(box["width"] >= 44 and box["height"] >= 44 for box in boxes)
    assert all(box["left"] >= 0 and box["right"] <= 320 and box["bottom"] <= 640 for box in boxes)
    assert _violations(page) == []


def test_the_screen_of_a_studio_is_used(opened: Open) -> None:
    """On a 4K screen across the room the letters grow with the screen."""
    small = opened(article_page(), viewport={"width": 1280, "height": 800}).page.evaluate(
        "getComputedStyle(document.body).fontSize"
    )
    large = opened(article_page(), viewport={"width": 3840, "height": 2160}).page.evaluate(
        "getComputedStyle(document.body).fontSize"
    )

    assert (float(small[:-2]), float(large[:-2])) == (17.04, 31.12)


@pytest.mark.parametrize(("wish", "moves"), [("reduce", 0), ("no-preference", 1)])
def test_reduced_motion(opened: Open, wish: Any, moves: int) -> None:
    """Who wants no motion gets none."""
    page = opened(short_page(), reduced_motion=wish)
    page.do("toggle")

    assert page.page.evaluate("document.getAnimations().length") == moves


def test_touch(opened: Open) -> None:
    """A finger does what a mouse does."""
    page = opened(short_page(), has_touch=True, viewport={"width": 390, "height": 844})
    page.page.tap('[data-do="toggle"]')
    page.page.tap('[data-do="skip"]')

    assert page.texts("number", "toggle") == ["Step 2 of 4", "Pause"]


def test_without_scripts_there_is_the_card(opened: Open) -> None:
    """Where scripts are off, the card is all there is, and no button that does nothing."""
    page = opened(page_of(short()), java_script_enabled=False)

    assert page.page.is_visible("#card")
    assert page.page.locator("button:visible").count() == 0

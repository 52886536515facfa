"""What is heard, felt and kept awake, with stand-ins that note what is asked of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browsing import Opened
from tests.webpage.conftest import Open
from tests.webpage.pages import page_of, short, short_page

STAND_INS = """
window.heard = [];
const node = () => ({connect: (to) => to, frequency: {}, gain: {setValueAtTime() {}, exponentialRampToValueAtTime() {}}});
window.AudioContext = class {
  currentTime = 0;
  resume() { heard.push("sound on"); }
  createOscillator() { return {...node(), start() { heard.push(`tone ${this.frequency.value}`); }, stop() {}}; }
  createGain() { return node(); }
};
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
  speak: (said) => heard.push(`${said.lang}: ${said.text}`), cancel: () => heard.push("hush"),
}});
navigator.vibrate = (pattern) => heard.push(`pulses ${pattern}`);
Object.defineProperty(navigator, "wakeLock", {value: {request: async (kind) => {
  heard.push(`hold ${kind}`);
  const lock = new EventTarget();
  lock.release = async () => { heard.push("release"); lock.dispatchEvent(new Event("release")); };
  window.lock = lock;
  return lock;
}}});
"""


def _heard(opened: Opened) -> list[str]:
    """Give what was asked for since the last time."""
    heard: list[str] = opened.page.evaluate("new Promise((done) => done()).then(() => heard.splice(0))")
    return heard


def _choose(opened: Opened, choice: str) -> None:
    opened.page.evaluate("name => document.querySelector(`[data-choice=${name}]`).click()", choice)


def _page(opened: Open, *off: str, **options: Any) -> Opened:
    """Open the short page with everything switched off but what is asked for."""
    page = opened(page_of(short(), options=options) if options else short_page(), before=STAND_INS)
    for choice in off:
        _choose(page, choice)
    _heard(page)
    return page


def test_each_step_begins_with_a_chime_and_a_pulse(opened: Open) -> None:
    """By default there is no speech; a step chimes and vibrates, and so does the end, in another way."""
    page = _page(opened, "awake")
    page.do("toggle")
    assert _heard(page) == ["sound on", "tone 660", "tone 880", "pulses 200"]

    page.do("skip", "skip", "skip", "skip")
    assert _heard(page)[-5:] == ["hush", "tone 880", "tone 660", "tone 440", "pulses 300,150,300"]


def test_a_wait_sounds_otherwise(opened: Open) -> None:
    """When the time of a step is over that waits for somebody, it is heard."""
    page = _page(opened, "awake", "vibration")
    page.do("toggle", "skip", "skip")
    _heard(page)
    page.run(10)

    assert _heard(page) == ["tone 880", "tone 880"]


def test_spoken_cues(opened: Open) -> None:
    """Switched on, each step and each cue is spoken in the language of the page; what is left is not spoken to its end."""
    page = _page(opened, "awake", "chime", "vibration", "speech")
    page.do("toggle")
    assert _heard(page) == ["sound on", "en: Kneading: left calf", "en: Breathe out"]

    page.do("skip")
    assert _heard(page) == ["hush", "en: Holding: left thigh"]


def test_speech_is_an_option_of_the_renderer(opened: Open) -> None:
    """What the renderer was asked for holds until a reader chooses otherwise."""
    page = _page(opened, speech="yes", chime="no", vibration="no")
    checked = "[...document.querySelectorAll('[data-choice]')].map((box) => [box.dataset.choice, box.checked])"

    assert page.page.evaluate(checked) == [
        ["speech", True],
        ["chime", False],
        ["vibration", False],
        ["awake", True],
        ["keys", True],
    ]


@pytest.mark.parametrize("choice", ["speech", "chime", "vibration", "awake", "keys"])
def test_each_choice_is_kept(opened: Open, choice: str) -> None:
    """What a reader chose holds after a reload."""
    page = _page(opened, choice)
    before = page.page.is_checked(f"[data-choice={choice}]")
    page.page.reload()

    assert page.page.is_checked(f"[data-choice={choice}]") is before


def test_what_is_stale_is_silent(opened: Open) -> None:
    """Steps and cues that were due while nobody looked are shown, and neither said nor sounded."""
    page = _page(opened, "awake", "speech")
    page.do("toggle")
    _heard(page)
    page.leap(70)

    assert page.texts("number") == ["Step 2 of 4"]
    assert _heard(page) == []


def test_the_screen_stays_on_while_time_counts(opened: Open) -> None:
    """The lock is held while the player plays, given back at a pause, and held again afterwards."""
    page = _page(opened, "chime", "vibration")
    page.do("toggle")
    page.run(30)
    assert _heard(page) == ["sound on", "hold screen"]
    page.do("toggle")
    assert _heard(page) == ["sound on", "hush", "release"]
    page.do("toggle")
    assert _heard(page) == ["sound on", "hold screen"]


def test_a_lost_lock_is_asked_for_again(opened: Open) -> None:
    """A browser takes the lock back when the page is hidden; once it is seen again, the page asks for another."""
    page = _page(opened, "chime", "vibration")
    page.do("toggle")
    _heard(page)
    page.page.evaluate("lock.dispatchEvent(new Event('release'))")
    page.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    assert _heard(page) == ["hold screen"]


def test_the_screen_may_go_off(opened: Open) -> None:
    """Who does not want the lock switches it off, also while playing."""
    page = _page(opened, "chime", "vibration")
    page.do("toggle")
    _heard(page)
    _choose(page, "awake")

    assert _heard(page)[-1:] == ["release"]


@pytest.mark.parametrize(
    "lacking",
    [
        pytest.param("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;", id="speech"),
        pytest.param("delete window.AudioContext;", id="chime"),
        pytest.param("delete Navigator.prototype.vibrate;", id="vibration"),
    ],
)
def test_what_a_browser_lacks_is_not_offered(opened: Open, lacking: str, request: pytest.FixtureRequest) -> None:
    """A switch for what the browser can't do is not there, and playing goes on without."""
    page = opened(short_page(), before=lacking)
    page.page.click("summary >> text=Sound")
    choice = request.node.callspec.id
    _choose(page, choice)
    page.do("toggle", "skip", "skip")

    assert page.page.is_visible(f"[data-choice={choice}]") is False
    assert (page.texts("number"), page.problems) == (["Step 3 of 4"], [])


def test_a_lock_that_is_refused_breaks_nothing(opened: Open) -> None:
    """A browser may refuse the lock; the page asks once and plays on."""
    request = "request: async () => { asked += 1; throw Error('no'); }"
    refuse = f"window.asked = 0; Object.defineProperty(navigator, 'wakeLock', {{value: {{{request}}}}});"
    page = opened(short_page(), before=refuse)
    page.do("toggle")
    page.run(30)

    assert page.page.evaluate("asked") == 1
    assert (page.texts("time"), page.problems) == (["0:30"], [])

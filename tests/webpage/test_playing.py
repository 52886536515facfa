"""The page as it is played: in a real browser, on a clock that the tests turn."""

from __future__ import annotations

import json
from typing import Any

import pytest

from strokekit.model.timeline import Timeline
from strokekit.playing.keeping import resume
from strokekit.playing.player import Player
from strokekit.playing.timelines import course_of
from tests.browsing import NOW, Opened
from tests.webpage.conftest import Open
from tests.webpage.pages import article_page, page_of, short, short_page, signs, signs_page

_SLEPT = "Nobody looked at the clock for 10 minutes, so the player stopped. Did the work go on?"


def _kept(opened: Opened) -> dict[str, str]:
    """Give what the page keeps in the browser's storage."""
    kept: dict[str, str] = opened.page.evaluate("({...localStorage})")
    return kept


def _player(opened: Opened, made: Timeline | None = None) -> Player:
    """Read back, with the library, the run that a page keeps: it must lead to where the page says that it stands."""
    text = next(text for name, text in _kept(opened).items() if name.startswith("strokekit.session."))
    now = opened.page.evaluate("Date.now()")
    return resume(text, course_of(made or short()), now=now).require().player


def test_a_page_waits_for_its_start(opened: Open) -> None:
    """Before its start the first step is shown with all of its time, and nothing counts."""
    page = opened(short_page())
    page.run(60)

    assert page.texts("section", "number", "time", "status", "next", "soon", "total", "ends") == [
        "Legs",
        "Step 1 of 4",
        "1:00",
        "not begun",
        "Next: Holding: left thigh",
        "",
        "2:00",
        "",
    ]
    assert page.page.locator("h2:visible").first.inner_text() == "Kneading"
    assert _kept(page) == {}


def test_time_goes_by(opened: Open) -> None:
    """Once it is started the step, the section and the whole count down, and the next step follows by itself."""
    page = opened(short_page())
    page.do("toggle")
    page.run(10)
    assert page.texts("time", "section-left", "total", "toggle") == ["0:50", "1:20", "1:50", "Pause"]

    page.run(52)
    assert page.texts("number", "time", "section-left", "total") == ["Step 2 of 4", "0:18", "0:28", "0:58"]
    assert [page.page.get_attribute(f'[data-play="{bar}-bar"]', "value") for bar in ("step", "section", "total")] == [
        "2000",
        "62000",
        "62000",
    ]
    assert page.problems == []


@pytest.mark.parametrize(
    ("commands", "index", "at", "ms"),
    [
        pytest.param(["skip"], 1, 0, 20_000, id="skip"),
        pytest.param(["skip", "back"], 0, 0, 60_000, id="skip and back"),
        pytest.param(["back"], 0, 0, 60_000, id="back at the first"),
        pytest.param(["more"], 0, 5_000, 90_000, id="more time"),
        pytest.param(["toggle"], 0, 5_000, 60_000, id="pause"),
        pytest.param(["toggle", "toggle", "skip", "more"], 1, 0, 50_000, id="several"),
        pytest.param(["skip", "done"], 2, 0, 10_000, id="done"),
    ],
)
def test_the_controls_do_what_the_library_does(opened: Open, commands: list[str], index: int, at: int, ms: int) -> None:
    """What the page keeps after a touch is a session of the library that stands where the page stands."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.do(*commands)

    player = _player(page)
    assert (player.index, player.at, player.current and player.current.ms) == (index, at, ms)


def test_a_pause_stops_the_time(opened: Open) -> None:
    """During a pause nothing counts; afterwards it goes on from there."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.do("toggle")
    page.run(600)
    assert page.texts("time", "status", "toggle", "ends") == ["0:55", "Paused", "Go on", ""]

    page.do("toggle")
    page.run(5)
    assert page.texts("time", "status") == ["0:50", ""]


def test_a_step_is_chosen_from_the_list(opened: Open) -> None:
    """A touch on a step in the list starts there, also before the start; the list marks it."""
    page = opened(short_page())
    page.page.click("summary >> text=All steps")
    page.page.click('[data-to="glide"]')

    assert page.texts("number", "time") == ["Step 4 of 4", "0:30"]
    assert page.page.locator("[aria-current=step]").evaluate_all("all => all.map((one) => one.dataset.to)") == ["glide"]


def test_a_step_that_waits(opened: Open) -> None:
    """Past its time a step that waits counts on and says what for; an answer ends it, and stands in what is kept."""
    page = opened(short_page())
    page.do("toggle")
    page.run(102)
    assert page.texts("number", "time", "status", "question-text") == [
        "Step 3 of 4",
        "+0:12",
        "Its time is over: it goes on until it is answered",
        "Is it warm enough?",
    ]
    assert page.page.inner_text('[data-play="answers"]') == "too cold"

    page.page.click('[data-answer="too_cold"]')
    assert page.texts("number", "question-text", "time") == ["Step 4 of 4", "", "0:30"]
    assert json.loads(next(iter(_kept(page).values())))["log"][-1] == {
        "at": NOW + 102_000,
        "event": "answer",
        "to": "query:ask",
        "text": "too_cold",
    }


@pytest.mark.parametrize(
    ("skips", "shown", "command", "after"),
    [
        pytest.param(0, ["Step 1 of 5", "", "The sign is there"], "enough", "Step 4 of 5", id="within it"),
        pytest.param(1, ["Step 2 of 5", "Done", "The sign is there"], "enough", "Step 4 of 5", id="another sign"),
        pytest.param(1, ["Step 2 of 5", "Done", "The sign is there"], "done", "Step 3 of 5", id="its own sign"),
        pytest.param(2, ["Step 3 of 5", "", "The sign is there"], "enough", "Step 4 of 5", id="the last of it"),
    ],
)
def test_a_sign_ends_all_that_it_ends(opened: Open, skips: int, shown: list[str], command: str, after: str) -> None:
    """Within what a sign ends there is a button for it, once, and it is said what sign; what is left of that is left out."""
    page = opened(signs_page())
    assert page.texts("enough", "span") == ["", "All of this goes on until the tissue softens"]
    page.do("toggle", *["skip"] * skips)
    assert page.texts("number", "done", "enough") == shown

    page.run(5)
    page.do(command)
    assert page.texts("number") == [after]
    assert _player(page, signs()).index == int(after[5]) - 1


def test_without_a_sign_there_is_no_button_for_it(opened: Open) -> None:
    """Where no sign ends more than the step, nothing says so, also at the end of everything."""
    page = opened(signs_page())
    page.do("toggle", "enough")
    assert page.texts("number", "enough", "span") == ["Step 4 of 5", "", ""]

    page.do("skip", "skip")
    assert page.texts("status", "done", "enough", "span") == ["Finished after 0:00", "", "", ""]


def test_what_is_said_is_shown_while_its_step_lasts(opened: Open) -> None:
    """A cue is shown from when it is due to the end of its step, and announced before it."""
    page = opened(short_page())
    page.do("toggle")
    assert page.texts("cues")[0] == "Say: “Breathe out”"
    page.do("skip")
    assert page.texts("cues")[0] == ""
    page.do("skip")
    page.do("skip")
    assert page.texts("soon")[0] == "At the end: Take care: Not on the spine"


def test_the_end_and_a_new_start(opened: Open) -> None:
    """At the end nothing is kept any more, and the page offers to start again."""
    page = opened(short_page())
    page.do("toggle")
    for _ in range(4):
        page.run(1)
        page.do("skip")
    assert page.texts("status", "toggle", "next", "total") == ["Finished after 0:04", "Start again", "", "0:00"]
    assert _kept(page) == {}

    page.do("toggle")
    assert page.texts("number", "status", "toggle") == ["Step 1 of 4", "not begun", "Start"]


@pytest.mark.parametrize(
    ("away", "shown"),
    [
        pytest.param(30, ["Step 1 of 4", "0:25"], id="within the step"),
        pytest.param(70, ["Step 2 of 4", "0:05"], id="over a step"),
        pytest.param(90, ["Step 3 of 4", "+0:05"], id="up to a wait"),
    ],
)
def test_throttled_timers_lose_no_time(opened: Open, away: int, shown: list[str]) -> None:
    """A page whose timers hardly ever run, as in a hidden tab, shows the right time as soon as one does."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.leap(away)

    assert page.texts("number", "time") == shown


def test_a_page_that_is_seen_again_is_right_at_once(opened: Open) -> None:
    """Coming back to a tab shows the right time without waiting for a timer, even where the steady clock stood still."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.set_wall(65)
    page.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    assert page.texts("number", "time") == ["Step 2 of 4", "0:15"]


def _asleep(opened: Open) -> Opened:
    """Open a page, let it play for five seconds, and the computer sleep for ten minutes."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.leap(600)
    return page


def test_a_long_gap_is_asked_about(opened: Open) -> None:
    """After a gap of minutes the player stands where it was last seen, and asks what became of the time."""
    page = _asleep(opened)

    assert page.texts("slept-text", "time", "status") == [
        _SLEPT,
        "0:55",
        "Paused",
    ]


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        pytest.param("worked", ["Step 3 of 4", "+8:35", ""], id="worked"),
        pytest.param("stand", ["Step 1 of 4", "0:55", ""], id="stood"),
    ],
)
def test_a_gap_is_accounted_for(opened: Open, command: str, shown: list[str]) -> None:
    """Time that was worked counts, time that was not does not, and the work goes on."""
    page = _asleep(opened)
    page.do(command)

    assert page.texts("number", "time", "slept-text") == shown
    assert page.page.get_attribute('[data-play="player"]', "data-status") in ("playing", "waiting")


def test_a_clock_that_is_put_back_stands_for_nothing(opened: Open) -> None:
    """Somebody corrects the computer's clock by an hour: the player goes on second by second."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.set_wall(-3_600)
    page.run(5)

    assert page.texts("time")[0] == "0:50"


@pytest.mark.parametrize(
    ("away", "shown"),
    [
        pytest.param(20, ["Step 3 of 4", "0:10", "The player goes on where this page was left.", ""], id="soon"),
        pytest.param(900, ["Step 2 of 4", "0:20", "", _SLEPT.replace("10 minutes", "15 minutes")], id="later"),
    ],
)
def test_a_reload_goes_on(opened: Open, away: int, shown: list[str]) -> None:
    """A page that is loaded again goes on by itself; after a long gap it asks what became of the time."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.do("skip")
    page.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    page.set_wall(5 + away)
    page.page.reload()

    assert page.texts("number", "time", "resumed-text", "slept-text") == shown


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param("text => text.slice(0, -9)", id="cut off"),
        pytest.param('text => text.replace(/"course":"./, \'"course":"x\')', id="another routine"),
        pytest.param('text => text.replace(/"saved":\\d+/, \'"saved":1799800000000\')', id="too old"),
        pytest.param('text => text.replace(/"elapsed":\\d+/, \'"elapsed":1\')', id="its log leads elsewhere"),
        pytest.param("text => 'null'", id="nothing"),
        pytest.param("text => text.replace('skip', 'constructor')", id="no event"),
        pytest.param('text => text.replace(/"at":\\d+,"event":"skip"/, \'"at":"9","event":"skip"\')', id="a moment that is none"),
    ],
)
def test_what_is_kept_is_not_trusted(opened: Open, spoil: str) -> None:
    """A run that is damaged, too old or of another routine is not taken up: the page begins anew, without a word."""
    each = "for (const name of Object.keys(localStorage)) if (name.startsWith('strokekit.session.'))"
    page = opened(short_page(), before=f"{each} localStorage[name] = ({spoil})(localStorage[name]);")
    page.do("toggle")
    page.run(5)
    page.do("skip")
    page.page.reload()

    assert page.texts("number", "status", "resumed") == ["Step 1 of 4", "not begun", ""]
    assert page.problems == []


def test_a_reload_after_the_clock_was_put_back(opened: Open) -> None:
    """Somebody puts the computer's clock back by an hour, and the page is loaded again: it goes on second by second."""
    page = opened(short_page())
    page.do("toggle")
    page.run(5)
    page.set_wall(-3_600)
    page.page.reload()
    page.run(5)

    assert page.texts("time", "slept-text") == ["0:50", ""]


@pytest.mark.parametrize("language", ["en_US", "no such language", "x"])
def test_a_language_that_is_none(opened: Open, language: str) -> None:
    """A tag that no browser knows costs nothing but the way in which times of day are written."""
    page = opened(page_of(short(), language=language))
    page.do("toggle")

    assert page.texts("ends")[0].startswith("Ends at ")
    assert page.problems == []


def test_start_again_after_a_reload(opened: Open) -> None:
    """Whoever does not want to go on starts again, and nothing is kept."""
    page = opened(short_page())
    page.do("toggle")
    page.do("skip")
    page.page.reload()
    page.page.click('.notice [data-do="anew"]')

    assert page.texts("number", "status") == ["Step 1 of 4", "not begun"]
    assert _kept(page) == {}


def test_old_runs_are_swept_away(opened: Open) -> None:
    """What other routines left in the storage goes after a day, since answers of clients may stand in it."""
    runs = {"old": NOW - 90_000_000, "new": NOW - 80_000_000}
    put = "".join(
        f"localStorage['strokekit.session.{name}'] = JSON.stringify({{saved: {saved}}});" for name, saved in runs.items()
    )
    page = opened(short_page(), before=f"{put}localStorage['strokekit.session.odd'] = 'x'; localStorage.other = '1';")

    assert sorted(_kept(page)) == ["other", "strokekit.session.new"]


def test_a_page_without_storage_plays(opened: Open) -> None:
    """A browser that denies its storage denies nothing else."""
    deny = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    page = opened(short_page(), before=deny)
    page.do("toggle")
    page.run(65)
    page.do("skip")

    assert page.texts("number", "status") == ["Step 3 of 4", ""]
    assert page.problems == []


def test_every_step_of_the_article_is_shown(opened: Open) -> None:
    """Played from its start to its end, the article's page shows each of its steps, and ends when it should."""
    page = opened(article_page())
    page.do("toggle")
    seen: list[Any] = []
    for _ in range(19):
        seen.append(page.texts("number")[0])
        page.run(0.2)
        page.do("skip")

    assert seen == [f"Step {number} of 19" for number in range(1, 20)]
    assert page.problems == []


def test_how_much_longer_is_an_option(opened: Open) -> None:
    """The button for more time gives what the renderer was asked for."""
    page = opened(page_of(short(), options={"extend": "2 min"}))
    page.do("toggle")
    page.do("more")

    assert page.texts("time")[0] == "3:00"
    assert page.page.inner_text('[data-do="more"]') == "2 min more"

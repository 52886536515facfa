"""Times in the page: the words that Python gives, and what the scripts make of them."""

from __future__ import annotations

import pytest

from strokekit.rendering.context import RenderContext
from strokekit.rendering.locale import Locale
from strokekit.webpage.joining import joined
from strokekit.webpage.words import units
from tests.rendering.hostile import article, engine
from tests.webpage.conftest import Open

MOMENTS = (0, 1, 999, 1_000, 1_001, 59_000, 60_000, 61_000, 125_400, 3_599_001, 3_600_000, 3_661_000, 7_325_000, 90_000_000)


@pytest.mark.parametrize("language", ["en", "de", "ar", "ne", "fr"])
def test_times_in_words_are_the_librarys(opened: Open, language: str) -> None:
    """The page says a time with the words of the language; what is begun of a second counts as one."""
    context = RenderContext(plan=article().plan, catalog=engine().catalog, language=language, exact=article())
    page = opened("<!doctype html><title>times</title>")
    script = f"([moments, units]) => {{ {joined('times')} return moments.map((ms) => $times.spoken(ms, units)); }}"
    said = page.page.evaluate(script, [MOMENTS, units(context)])

    def expected(ms: int) -> str:
        seconds = -(-ms // 1_000)
        parts = [min(seconds // 3_600, 24) * 3_600_000, seconds // 60 % 60 * 60_000, seconds % 60 * 1_000]
        words = [Locale(language).duration(part) for part in parts if part] or [Locale(language).duration(0)]
        return context.messages.join("comma", words)

    assert said == [expected(ms) for ms in MOMENTS]


def test_a_clock_face(opened: Open) -> None:
    """A time as a clock shows it: the last second is shown until it is over."""
    page = opened("<!doctype html><title>times</title>")
    shown = page.page.evaluate(f"(moments) => {{ {joined('times')} return moments.map($times.clockFace); }}", MOMENTS)

    faces = "0:00 0:01 0:01 0:01 0:02 0:59 1:00 1:01 2:06 1:00:00 1:00:00 1:01:01 2:02:05 25:00:00"
    assert shown == faces.split()


def test_facts_in_patterns(opened: Open) -> None:
    """Facts are put in once: what looks like a name in a fact stays as it is, and so does a name that nobody gives."""
    page = opened("<!doctype html><title>times</title>")
    made = page.page.evaluate(
        f"() => {{ {joined('times')} return $times.filled('{{a}} {{b}} {{constructor}} {{a}}', {{ a: '{{b}}$&', b: 1 }}); }}"
    )

    assert made == "{b}$& 1 {constructor} {b}$&"


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        pytest.param([(500, 500), (500, 500)], 1_000, id="both go on"),
        pytest.param([(900, 1_000)] * 10, 10_000, id="a wall clock that is slowed down"),
        pytest.param([(-3_600_000, 1_000)], 1_000, id="a wall clock that is put back"),
        pytest.param([(600_000, 0)], 600_000, id="a steady clock that stood still"),
        pytest.param([(1_000, 0)], 0, id="a second of noise"),
        pytest.param([(0, -5)], 0, id="a steady clock that errs"),
    ],
)
def test_two_clocks(opened: Open, steps: list[tuple[int, int]], shown: int) -> None:
    """The steady clock counts; the wall clock only where it leaps ahead, as after a sleep."""
    page = opened("<!doctype html><title>clock</title>")
    script = f"""(steps) => {{ {joined("clock")}
      let [wall, steady, last] = [50000, 10, 0];
      const clock = $clock.newClock(() => wall, () => steady);
      for (const [one, other] of steps) {{ wall += one; steady += other; last = clock.now(); }}
      return last - 50000; }}"""

    assert page.page.evaluate(script, steps) == shown

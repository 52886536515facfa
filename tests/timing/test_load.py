"""The therapist's load: minutes by tool and posture, changes, unbroken stretches, and what nobody says."""

from __future__ import annotations

from strokekit.model.elastic import Elastic
from strokekit.model.timeline import Timeline
from strokekit.timing import Load, load_of
from strokekit.timing.load import Changes, Contact, Posture, Stretch, Use
from tests.plans import document, timeline_of


def of(steps: str, **more: str) -> Load:
    """Give the load of these steps."""
    return load_of(timeline_of(document(steps, **more)))


def knead(more: str, seconds: int = 10) -> str:
    """Write a step of so many seconds."""
    return f"- {{technique: kneading, where: thigh, duration: {seconds} s, {more}}}\n"


def test_minutes_by_tool() -> None:
    """What touches together is one row; each tool by itself has all of its time; of alternatives the first counts."""
    load = of(
        knead("tool: thumbs", 20) + knead("tool: fingers and thumbs") + knead("tool: palms or thumbs") + knead("note: x", 5)
    )

    assert load.hands_on == 45_000
    assert load.contacts == (
        Contact(tools=("thumb",), ms=20_000),
        Contact(tools=("finger", "thumb"), ms=10_000),
        Contact(tools=("palm",), ms=10_000),
        Contact(tools=None, ms=5_000),
    )
    assert load.uses == (
        Use(tool="thumb", ms=30_000, longest=30_000),
        Use(tool="finger", ms=10_000, longest=10_000),
        Use(tool="palm", ms=10_000, longest=10_000),
    )
    assert load.unknown == 5_000


def test_thumbs_are_their_tips_and_pads_too() -> None:
    """The load on a thumb is one, whatever part of it touches; fingers are none."""
    load = of(knead("tool: thumb_tips") + knead("tool: left thumb") + knead("tool: fingertips") + knead("tool: thumb_pad"))

    assert load.thumbs == Use(tool="thumb", ms=30_000, longest=20_000)


def test_a_pause_breaks_what_goes_on() -> None:
    """A rest, and an action, end an unbroken use and an unbroken stretch."""
    load = of(knead("tool: thumbs, rest: 1 s") + knead("tool: thumbs") + "- {action: dim_lights}\n" + knead("tool: thumbs", 15))

    assert load.thumbs == Use(tool="thumb", ms=35_000, longest=15_000)
    assert load.static is not None
    assert load.static.length == 15_000


def test_minutes_by_stance_and_place() -> None:
    """Each stance at each place has its time with hands on the client; what nobody says is a row of its own, the last."""
    load = of(
        knead("note: x", 30)
        + knead("therapist: standing or kneeling beside hips", 20)
        + knead("note: more", 5)
        + knead("therapist: kneeling at foot")
    )

    assert load.postures == (
        Posture(stance="standing", station="beside hip", ms=25_000),
        Posture(stance="kneeling", station="at foot", ms=10_000),
        Posture(stance="", station="", ms=30_000),
    )


def test_changes_of_the_therapist() -> None:
    """What may stay as it is does; where a step says nothing there may be more changes."""
    steps = (
        knead("therapist: standing at head")
        + knead("therapist: kneeling or standing at head")
        + knead("therapist: sitting at foot")
    )

    assert of(steps).therapist_changes == Changes(count=1, certain=True)
    assert of(knead("note: x") + steps).therapist_changes == Changes(count=1, certain=False)
    assert of(knead("note: x")).therapist_changes == Changes(count=0, certain=False)


def test_turning_over() -> None:
    """From front to back and from side to side is turning over; sitting up is a change of position alone."""
    load = of(
        knead("position: prone")
        + knead("position: prone or supine")
        + knead("position: supine")
        + knead("position: left side_lying")
        + knead("position: right side_lying")
        + knead("position: seated")
    )

    assert (load.client_changes, load.turn_overs) == (Changes(count=4, certain=True), Changes(count=3, certain=True))


def test_the_longest_unbroken_stretch() -> None:
    """It ends with a change of stance or place; its steps, its posture and its times are told."""
    load = of(
        knead("id: a, therapist: standing at head", 10)
        + knead("id: b", 20)
        + "- {action: change_place, therapist: standing beside hips, duration: 5 s}\n"
        + knead("id: c", 25)
    )

    assert load.static == Stretch(start=0, end=30_000, first="a", last="b", stance="standing", station="at head")
    assert load.static.certain


def test_a_stretch_of_which_nobody_says_how() -> None:
    """It is told, and that nobody knows whether it is unbroken."""
    static = of(knead("id: a") + knead("id: b")).static

    assert static == Stretch(start=0, end=20_000, first="a", last="b")
    assert not static.certain


def test_of_equal_stretches_the_first_is_told() -> None:
    """Ties are settled by the order of the run."""
    static = of(knead("id: a") + "- {action: dim_lights}\n" + knead("id: b")).static

    assert static is not None
    assert static.first == "a"


def test_what_no_hand_does_is_no_load() -> None:
    """Actions and words have no tool and no posture that counts."""
    load = of("- {action: dim_lights, therapist: standing at head}\n- {say: Good evening.}")

    assert (load.hands_on, load.contacts, load.uses, load.postures, load.static) == (0, (), (), (), None)
    assert (load.thumbs, load.unknown) == (Use(tool="thumb", ms=0, longest=0), 0)


def test_the_load_of_nothing() -> None:
    """An empty timeline has none."""
    assert load_of(Timeline(cues=(), total=0, elastic=Elastic())).hands_on == 0

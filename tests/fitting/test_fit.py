"""The solver by hand: what each thing that a problem can say does to the times, with whole answers."""

from __future__ import annotations

import re

import pytest

from strokekit.fitting import Choose, Fitted, Group, Limit, Maybe, Mode, Node, Part, Problem, Repeat, Tie, Unreachable, fit
from strokekit.fitting.drawing import Drawer


def part(name: str, low: int, ideal: int, high: int | None, weight: int = 1) -> Part:
    """Make a part with one mode."""
    return Part(id=name, modes=(Mode(low=low, ideal=ideal, high=high, weight=weight),))


def problem(*nodes: Node, ties: tuple[Tie, ...] = (), limits: tuple[Limit, ...] = ()) -> Problem:
    """Put nodes one after the other."""
    return Problem(root=Group(id="all", children=nodes), ties=ties, limits=limits)


def fitted(given: Problem, target: int) -> Fitted:
    """Fit, and be sure that it can be done and is proved."""
    found = fit(given, target)
    assert isinstance(found, Fitted)
    assert found.proved
    return found


def times(found: Fitted) -> dict[str, int]:
    """Give the times of what is in no repeat."""
    return {name: time for (name, passes), time in found.times.items() if not passes}


def test_the_earlier_part_gets_the_odd_millisecond() -> None:
    """Of equal costs, the earlier part is the longer one."""
    found = fitted(problem(part("a", 0, 10, 20), part("b", 0, 10, 20), part("c", 0, 10, 20)), 32)

    assert times(found) == {"a": 11, "b": 11, "c": 10}
    assert found.cost == 2


def test_a_heavier_part_moves_less() -> None:
    """With three times the weight, a third of the way."""
    found = fitted(problem(part("a", 0, 100, 200, weight=3), part("b", 0, 100, 200)), 240)

    assert (times(found), found.cost) == ({"a": 110, "b": 130}, 3 * 10**2 + 30**2)


def test_a_part_at_its_end_leaves_the_rest_to_the_others() -> None:
    """What one part can't take, the others do."""
    found = fitted(problem(part("a", 90, 100, 105), part("b", 0, 100, None)), 260)

    assert times(found) == {"a": 105, "b": 155}


def test_a_budget_holds_its_group() -> None:
    """A group stays within its bounds, and divides them as it divides any total."""
    budget = Group(id="budget", children=(part("a", 0, 100, None), part("b", 0, 100, None)), high=210)
    found = fitted(problem(budget, part("c", 0, 100, None)), 360)

    assert times(found) == {"a": 105, "b": 105, "c": 150}


def test_counts_have_real_gaps_between_them() -> None:
    """Twice ten or three times ten, and nothing in between: the other part takes the difference."""
    counted = Part(
        id="a",
        modes=tuple(Mode(count=n, low=10 * n, ideal=10 * n, high=10 * n, weight=1, cost=100 * (3 - n)) for n in (2, 3)),
    )
    kept, dropped = (fitted(problem(counted, part("b", 5, 40, 60)), target) for target in (66, 58))

    assert (times(kept), dict(kept.counts), kept.cost) == ({"a": 30, "b": 36}, {("a", ()): 3, ("b", ()): 1}, 16)
    assert (times(dropped), dict(dropped.counts), dropped.cost) == ({"a": 20, "b": 38}, {("a", ()): 2, ("b", ()): 1}, 104)


@pytest.mark.parametrize(
    ("wanted", "target", "expected"),
    [
        pytest.param(True, 110, ({"a": 65, "b": 45}, True, 450), id="kept while the others give enough"),
        pytest.param(True, 75, ({"a": 75}, False, 425), id="left out where that costs less"),
        pytest.param(False, 80, ({"a": 80}, False, 0), id="not asked for, not done"),
        pytest.param(False, 125, ({"a": 73, "b": 52}, True, 513), id="not asked for, done where time is left"),
    ],
)
def test_an_optional_part(wanted: bool, target: int, expected: tuple[dict[str, int], bool, int]) -> None:  # noqa: FBT001 - pytest's
    """It is there or not, whichever deviates less."""
    optional = Maybe(id="maybe", node=part("b", 40, 60, 60), cost=400, wanted=wanted)
    found = fitted(problem(part("a", 60, 80, 90), optional), target)

    assert (times(found), found.present["maybe", ()], found.cost) == expected


def test_passes_are_copies_of_their_own() -> None:
    """Each pass has its times, `between` and `last` stand where they belong, and places tell the passes apart."""
    repeat = Repeat(
        id="rounds",
        first=part("a", 0, 10, 20),
        between=part("b", 1, 1, 1),
        last=part("z", 0, 5, 20),
        low=1,
        ideal=3,
        high=4,
        weight=1_000,
    )
    found = fitted(problem(repeat), 29)

    assert dict(found.passes) == {("rounds", ()): 3}
    assert dict(found.times) == {("a", (1,)): 11, ("b", (2,)): 1, ("a", (2,)): 11, ("b", (3,)): 1, ("z", (3,)): 5}


def test_an_open_repeat_fills_the_time() -> None:
    """Without an end, as many passes as the target needs."""
    repeat = Repeat(id="rounds", first=part("a", 10, 10, 10), low=1, ideal=2, high=None, weight=1)

    assert fitted(problem(repeat), 70).passes["rounds", ()] == 7


def test_the_preferred_options_are_taken_unless_they_do_not_fit() -> None:
    """The first option is the ideal; another one is taken where the first can't be."""
    choice = Choose(id="choice", options=(part("a", 50, 50, 50), part("b", 20, 20, 20)), costs=(30, 10))
    first, second = (fitted(problem(choice), target) for target in (50, 20))

    assert (dict(first.taken), first.cost) == ({("choice", ()): (0,)}, 0)
    assert (dict(second.taken), second.cost) == ({("choice", ()): (1,)}, 40)


def test_tied_sides_are_equal_and_leave_odd_totals_to_others() -> None:
    """Two sides with different ideals meet, and what can't be halved goes to a third part."""
    tied = (Tie(id="sides", nodes=("left", "right")),)
    found = fitted(problem(part("left", 0, 50, 90), part("mid", 0, 10, 20), part("right", 0, 60, 90), ties=tied), 125)

    assert times(found) == {"left": 57, "right": 57, "mid": 11}


def test_tied_sides_alone_can_not_take_an_odd_total() -> None:
    """The totals next to it are named, and the tie stands in the way."""
    sides = (part("left", 0, 50, 90), part("right", 0, 60, 90))
    found = fit(problem(*sides, ties=(Tie(id="sides", nodes=("left", "right")),)), 101)

    assert isinstance(found, Unreachable)
    assert found == Unreachable(low=0, high=180, below=100, above=102, blocking=("sides",), work=found.work)


def test_sides_with_budgets_of_their_own_are_equal() -> None:
    """Ties hold across groups with bounds too."""
    left = Group(id="left", children=(part("a", 0, 50, 90), part("b", 0, 10, 90)), high=70)
    right = Group(id="right", children=(part("c", 0, 30, 90), part("d", 0, 10, 90)), low=20)
    found = fitted(problem(left, right, ties=(Tie(id="same", nodes=("a", "c")),)), 110)

    assert times(found) == {"a": 42, "b": 13, "c": 42, "d": 13}


def test_a_limit_through_several_groups() -> None:
    """A cap on what lies in two sections holds, the rest makes up for it."""
    one = Group(id="one", children=(part("a", 0, 50, 90), part("b", 0, 50, 90)), low=10)
    two = Group(id="two", children=(part("c", 0, 50, 90), part("d", 0, 50, 90)), high=110)
    found = fitted(problem(one, two, limits=(Limit(id="shoulders", terms=(("a", 1), ("c", 1)), high=80),)), 200)

    assert times(found) == {"a": 40, "b": 60, "c": 40, "d": 60}


def test_a_share_of_what_is_open() -> None:
    """Feet take at most a fifth of the legs, whatever the legs take."""
    legs = Group(id="legs", children=(part("calf", 0, 100, None), part("feet", 0, 100, None)))
    limit = Limit(id="fifth", terms=(("feet", 100), ("legs", -20)), high=0)

    assert times(fitted(problem(legs, part("rest", 0, 50, None), limits=(limit,)), 250)) == {"calf": 144, "feet": 36, "rest": 70}


NESTED = [
    pytest.param((("a", 1), ("b", 1)), True, id="two of a section"),
    pytest.param((("one", 1),), True, id="a section"),
    pytest.param((("one", 1), ("two", 1)), True, id="two sections"),
    pytest.param((("a", 1), ("c", 1)), False, id="through two sections"),
    pytest.param((("a", 1), ("b", 2)), False, id="with factors"),
]


@pytest.mark.parametrize(("terms", "nests"), NESTED)
def test_limits_that_nest_become_groups(terms: tuple[tuple[str, int], ...], *, nests: bool) -> None:
    """A limit that cuts through nothing needs no price of its own, and so no search."""
    one = Group(id="one", children=(part("a", 0, 50, 90), part("b", 0, 50, 90), part("e", 0, 1, 9)), low=10)
    two = Group(id="two", children=(part("c", 0, 50, 90), part("d", 0, 50, 90)), high=110)
    given = problem(one, two, part("f", 0, 9, 9), limits=(Limit(id="limit", terms=terms, high=80),))
    drawn = Drawer(given, cap=200).draw()

    assert [limit.high for limit in drawn.limits] == [None if nests else 80]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(19, Unreachable(low=20, high=190, below=None, above=20, parts=("a", "c")), id="too short"),
        pytest.param(191, Unreachable(low=20, high=190, below=190, above=None, blocking=("cap",), parts=("c",)), id="too long"),
    ],
)
def test_out_of_reach(target: int, expected: Unreachable) -> None:
    """The answer names the range, the nearest total and what stands in the way."""
    cap = Group(id="cap", children=(part("a", 10, 50, None), part("b", 0, 50, 90)), high=100)
    found = fit(problem(cap, part("c", 10, 50, 90)), target)

    assert isinstance(found, Unreachable)
    assert found == Unreachable(
        low=expected.low,
        high=expected.high,
        below=expected.below,
        above=expected.above,
        blocking=expected.blocking,
        parts=expected.parts,
        work=found.work,
    )


def test_a_gap_in_the_middle() -> None:
    """Where only whole steps can go, the totals on both sides are named."""
    optional = [Maybe(id=f"maybe{n}", node=part(f"p{n}", time, time, time), cost=1) for n, time in enumerate((70, 110, 160))]
    found = fit(problem(*optional), 200)

    assert isinstance(found, Unreachable)
    assert (found.low, found.below, found.above, found.high, found.parts) == (0, 180, 230, 340, ("p0", "p1", "p2"))


def test_bounds_that_contradict_each_other() -> None:
    """Where no total at all can be had, nothing is named but what contradicts."""
    limits = (Limit(id="more", terms=(("a", 1),), low=60), Limit(id="less", terms=(("a", 1),), high=50))
    found = fit(
        problem(part("a", 0, 50, 90), part("b", 0, 50, 90), limits=(*limits, Limit(id="else", terms=(("b", 1),), high=80))), 100
    )

    assert isinstance(found, Unreachable)
    assert (found.low, found.high, found.below, found.above, found.blocking) == (None, None, None, None, ("more", "less"))


def test_spent_work_leaves_a_gap() -> None:
    """The best so far is given with what a cheaper one could save at most: the proved optimum lies in between."""
    nodes = [
        Part(
            id=f"p{n}",
            modes=tuple(
                Mode(count=c, low=c * (7 + n), ideal=c * (7 + n), high=c * (7 + n), weight=1, cost=(4 + n) * (c - 3) ** 2)
                for c in range(1, 6)
            ),
        )
        for n in range(8)
    ]
    given = problem(*nodes, part("rest", 0, 5, 9))
    rough, exact = fit(given, 200, work=1_500), fit(given, 200)

    assert isinstance(rough, Fitted)
    assert isinstance(exact, Fitted)
    assert (rough.proved, exact.proved) == (False, True)
    assert rough.cost - rough.gap <= exact.cost <= rough.cost
    assert rough.work < exact.work


WRONG = [
    pytest.param(lambda: problem(part("a", 0, 1, 2), part("a", 0, 1, 2)), "there are two nodes a", id="an id twice"),
    pytest.param(
        lambda: problem(Repeat(id="r", first=part("a", 0, 1, 2), between=part("a", 0, 1, 2), low=1, ideal=1, high=2, weight=1)),
        "there are two nodes a",
        id="an id twice in a pass",
    ),
    pytest.param(
        lambda: problem(part("a", 0, 1, 2), limits=(Limit(id="cap", terms=(("b", 1),), high=3),)),
        "cap names b, and there is no such node",
        id="a limit on nothing",
    ),
    pytest.param(
        lambda: problem(part("a", 0, 1, 2), Group(id="b", children=()), ties=(Tie(id="t", nodes=("a", "b")),)),
        "a and b are tied and do not have the same shape",
        id="a tie of a part with a group",
    ),
    pytest.param(lambda: problem(part("a", 3, 3, 2)), "a mode from 3 to 2 ms: needs 0 <= low <= high", id="a range upside down"),
    pytest.param(lambda: problem(Part(id="a", modes=())), "part a has no mode", id="no mode"),
    pytest.param(
        lambda: problem(Choose(id="c", options=(part("a", 0, 1, 2),), costs=(1,), low=2, high=2)),
        "choice c takes 2 to 2 of 1 options",
        id="more than there are",
    ),
]


@pytest.mark.parametrize(("make", "message"), WRONG)
def test_what_makes_no_sense_is_refused(make: object, message: str) -> None:
    """A problem that contradicts itself is a mistake of the program that made it."""
    assert callable(make)
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        fit(make(), 10)

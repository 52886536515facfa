"""Steps that return between others: the passes of a technique, the steps of a block, or after so much time."""

from __future__ import annotations

from strokekit.model.plan import PlanBlock, PlanNode
from tests.plans import codes, document, node_of, plan_of


def lines(nodes: tuple[PlanNode, ...]) -> list[str]:
    """Name nodes."""
    return [node.name for node in nodes]


def test_between_the_repetitions_of_a_technique() -> None:
    """The step becomes the block of its passes, with the other between each two of them."""
    plan = plan_of(
        document(
            "- {technique: tapping, id: t, where: buttock, repeat: 4..6,"
            " interspersed: {technique: stroking, id: st, where: buttock, pressure: light}}"
        )
    )
    block = node_of(plan, "t")

    assert isinstance(block, PlanBlock)
    assert (block.host, lines(block.first), lines(block.again), lines(block.between)) == (True, ["t+pass"], ["t+pass"], ["st"])
    assert (block.repeat.min, block.repeat.max) == (4, 6)  # type: ignore[union-attr]
    assert block.first[0].dose["repeat"].value.max == 1  # type: ignore[union-attr]


def test_passes_that_nobody_counts_stay_an_estimate() -> None:
    """Without a stated number, the technique's own number of passes holds, as its estimate."""
    plan = plan_of(document("- {technique: tapping, id: t, where: buttock, interspersed: {technique: stroking, where: buttock}}"))

    assert node_of(plan, "t").repeat.basis == "estimate"


def test_the_time_of_the_host_binds_both() -> None:
    """A duration of the technique becomes that of the block, so that the others take part of it."""
    plan = plan_of(
        document(
            "- {technique: tapping, id: t, where: buttock, duration: 2 min, interspersed: {technique: stroking, where: buttock}}"
        )
    )
    block = node_of(plan, "t")

    assert block.duration.ideal.ms == 120_000
    assert "duration" not in block.first[0].dose


def test_after_so_much_time() -> None:
    """With a time, the step stays whole and is interrupted."""
    plan = plan_of(
        document(
            """
            - technique: kneading
              id: k
              where: calf
              duration: 2 min
              interspersed: {every: 30 s, steps: [{technique: stroking, id: st, where: calf}]}
            """
        )
    )
    block = node_of(plan, "k")

    assert (block.every.ideal.ms, lines(block.first), lines(block.inserts), block.repeat) == (30_000, ["k+pass"], ["st"], None)


def test_between_the_steps_of_a_block() -> None:
    """`every: step` puts them between each two steps, told apart by a number."""
    plan = plan_of(
        document(
            """
            - id: b
              interspersed: {every: step, steps: [{technique: stroking, id: st, where: calf}]}
              steps:
                - {technique: kneading, id: one, where: calf}
                - {technique: hacking, id: two, where: calf}
                - {technique: circles, id: three, where: calf}
            """
        )
    )

    assert lines(node_of(plan, "b").first) == ["one", "st[1]", "two", "st[2]", "three"]
    assert [via.kind for via in node_of(plan, "st[1]").via] == ["interspersed"]


def test_between_the_repetitions_of_a_block() -> None:
    """`every: repeat` puts them between its passes, after what stands under `between`."""
    plan = plan_of(
        document(
            """
            - id: b
              repeat: 3
              between: [{technique: holding, id: h, where: calf}]
              interspersed: {technique: stroking, id: st, where: calf}
              steps: [{technique: kneading, id: k, where: calf}]
            """
        )
    )

    assert lines(node_of(plan, "b").between) == ["h", "st"]


def test_between_the_members_of_a_row() -> None:
    """Between the passes of whichever loop the block has."""
    plan = plan_of(
        document(
            """
            - for_each: {toe: 1..2}
              id: row
              interspersed: {technique: stroking, id: st, where: sole}
              steps: [{technique: kneading, id: k, where: this toe}]
            """
        )
    )

    assert lines(node_of(plan, "row").first) == ["row[toe 1]", "st[toe 2]", "row[toe 2]"]


def test_a_block_that_has_nothing_to_return_between() -> None:
    """A block that is done once can't have anything between its passes, and that is said."""
    text = document("- {interspersed: {technique: stroking, where: sole}, steps: [{technique: kneading, where: calf}]}")

    assert codes(text) == ["loop-missing"]

"""Steps that may be added: only where the routine allows it, and only when somebody asks for them."""

from __future__ import annotations

from strokekit.diagnostics import Outcome
from strokekit.model.plan import Plan, PlanBlock
from tests.plans import document, engine, nodes_of

TEXT = document(
    """
    - {technique: kneading, id: k, where: calf}
    - id: thighs
      may_add: [{technique: hacking, id: hack, where: thigh}]
      steps: [{technique: kneading, id: t, where: thigh}]
    """,
    head="may_add: [{technique: stroking, id: calm, where: calf, pressure: light}]",
)


def composed(add: dict[str, list[str]], text: str = TEXT) -> Outcome[Plan]:
    """Compose the text with additions."""
    return engine().compose(engine().loads(text, name="r.yaml"), add=add)


def names(plan: Plan) -> list[str]:
    """Name the steps."""
    return [node.name for node in nodes_of(plan) if not isinstance(node, PlanBlock)]


def test_nothing_is_added_by_itself() -> None:
    """A plan has its own steps only, and tells what may be added."""
    plan = composed({}).require()

    assert (names(plan), dict(plan.addable)) == (["k", "t"], {"calm": "stroking", "hack": "hacking"})


def test_an_addition_goes_after_its_host() -> None:
    """It says that it was added, and where it is allowed."""
    plan = composed({"calm": ["k", "t"]}).require()

    assert names(plan) == ["k", "calm[k]", "t", "calm[t]"]
    assert [(via.kind, via.what, via.origin) for via in nodes_of(plan)[2].via] == [("added", "calm", "/may_add/0")]


def test_an_addition_is_allowed_below_its_node_only() -> None:
    """What a block allows is not allowed outside of it."""
    assert names(composed({"hack": ["t"]}).require()) == ["k", "t", "hack[t]"]
    assert [d.name for d in composed({"hack": ["k"]}).report.errors] == ["unknown-id"]


def test_additions_that_nobody_allows() -> None:
    """A name that no `may_add` has is reported with those that there are."""
    (found,) = composed({"clam": ["k"]}).report.errors

    assert (found.name, found.hints) == ("unknown-addition", ("did you mean `calm`?",))


def test_locked_steps_take_no_addition() -> None:
    """Where the steps are locked, nothing comes between them."""
    text = TEXT.replace("id: k,", "id: k, locked: [steps],")

    assert [d.name for d in composed({"calm": ["k"]}, text).report.errors] == ["locked-conflict"]

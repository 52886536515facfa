"""Parts that are included: from this file and from others, with values of their own, and never round in a circle."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.diagnostics import Report
from strokekit.model.plan import PlanBlock
from tests.plans import codes, document, engine, node_of, nodes_of, plan_of, said, step_of

PARTS = """
parts:
  leg:
    values: {firmness: {type: pressure, default: gentle}}
    steps: [{technique: gliding, id: glide, path: ankle -> hip, pressure: $firmness, repeat: 3}]
"""


def names(plan: object) -> list[str]:
    """Name the steps."""
    return [node.name for node in nodes_of(plan) if not isinstance(node, PlanBlock)]  # type: ignore[arg-type]


def test_ids_get_the_prefix_of_the_include() -> None:
    """The same part stands in two places under two names."""
    plan = plan_of(document("- {include: leg, id: one}\n- {include: leg, id: two}", head=PARTS))

    assert names(plan) == ["one/glide", "two/glide"]


def test_the_values_of_a_part_are_its_own() -> None:
    """A part has its defaults, or what its include sets; nothing of the routine's own values reaches it."""
    head = f"{PARTS}values: {{firmness: {{type: pressure, default: deep}}}}"
    plan = plan_of(document("- {include: leg, id: one}\n- {include: leg, id: two, set: {firmness: moderate}}", head=head))

    assert [str(step_of(plan, f"{id_}/glide").level.levels.max) for id_ in ("one", "two")] == ["2", "3"]  # type: ignore[union-attr]


def test_a_value_is_handed_on() -> None:
    """What an include sets may name a value of the file that it stands in."""
    head = f"{PARTS}values: {{strength: {{type: pressure, default: firm}}}}"
    plan = plan_of(document("- {include: leg, id: one, set: {firmness: $strength}}", head=head))

    assert str(step_of(plan, "one/glide").level.levels.max) == "4"  # type: ignore[union-attr]


def test_an_include_has_the_loops_of_a_block() -> None:
    """Sides, repeats and defaults stand at the include, around the part."""
    plan = plan_of(document("- {include: leg, id: legs, sides: each, repeat: 2}", head=PARTS))

    assert names(plan) == ["legs/glide@left", "legs/glide@right"]
    assert node_of(plan, "legs").repeat.max == 2


def test_a_section_may_be_an_include() -> None:
    """Then its id is the prefix, and its state and loops stand around the part."""
    text = (
        f"strokekit: 1\ntitle: T\ncontraindications: none_reviewed\n{PARTS}sections: [{{id: legs, include: leg, sides: each}}]\n"
    )
    plan = plan_of(text)

    assert (plan.sections[0].block.name, names(plan)) == ("legs", ["legs/glide@left", "legs/glide@right"])


def test_via_leads_to_the_include() -> None:
    """Each step of a part says which include put it there."""
    via = step_of(plan_of(document("- {include: leg, id: one}", head=PARTS)), "one/glide").via

    assert [(one.kind, one.what, one.origin) for one in via] == [("include", "leg", "/sections/0/steps/0/include")]


def test_state_flows_into_a_part_and_out_of_it() -> None:
    """A part starts from the state where it is placed, and what it leaves holds afterwards."""
    head = "parts: {turn: {steps: [{technique: kneading, id: k, where: calf, position: supine}]}}"
    plan = plan_of(document("- {include: turn, id: t}\n- {technique: stroking, id: st, where: thigh}", head=head))

    assert step_of(plan, "st").state["position"].options[0].pose == "supine"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("- {include: legs}", ["unknown-part"]),
        ("- {include: leg, set: {firmnes: deep}}", ["unknown-value"]),
        ("- {include: leg, set: {firmness: 3}}", ["value-unfit"]),
    ],
    ids=["no such part", "no such value", "no pressure"],
)
def test_includes_that_mean_nothing(steps: str, expected: list[str]) -> None:
    """A part or a value that is not there, or does not fit, is reported where it is named."""
    assert codes(document(steps, head=PARTS)) == expected


def test_a_value_without_default_must_be_set() -> None:
    """The include is where it is missing."""
    head = "parts: {leg: {values: {often: {type: count}}, steps: [{technique: kneading, where: calf, repeat: $often}]}}"

    assert [line[:3] for line in said(document("- {include: leg}", head=head))] == [
        ("8:19", "SK508", "the value `often` has no default and was not set")
    ]


def test_a_cycle_is_reported_with_its_chain() -> None:
    """The chain stands in the message, and each include that leads round it beside it."""
    head = """
    parts:
      a: {steps: [{include: b}]}
      b: {steps: [{include: a}]}
    """
    report = engine().compose(engine().loads(document("- {include: a}", head=head), name="r.yaml")).report
    found = report.errors[0]

    assert (found.name, found.message) == ("include-cycle", "`a` includes itself: a -> b -> a")
    assert [(one.message, one.span.line) for one in found.related] == [("included from here", 5), ("included from here", 10)]  # type: ignore[union-attr]


def write(folder: Path, **files: str) -> Path:
    """Write routine files; the one called `main` is the routine."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.routine.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "main.routine.yaml"


def check(path: Path) -> Report:
    """Check a file, without the warning that short texts do not care about."""
    return Report.of(d for d in engine().check(path) if d.name != "lubricant-missing")


FRAGMENT = "strokekit: 1\nkind: fragment\ntitle: Legs\nparts:\n  leg: {steps: [{technique: kneading, id: k, where: calf}]}\n"


def main(include: str) -> str:
    """Write a routine of one include."""
    return document(f"- {{include: {include}, id: one}}")


@pytest.mark.parametrize("ref", ['"./legs.routine.yaml#leg"', '"./legs.routine.yaml"'], ids=["by name", "the only part"])
def test_a_part_of_another_file(tmp_path: Path, ref: str) -> None:
    """Its steps lead to where they are written: the file, and the pointer in it."""
    path = write(tmp_path, main=main(ref), legs=FRAGMENT)
    plan = engine().compose(engine().load(path)).require()

    assert step_of(plan, "one/k").origin == "legs.routine.yaml#/parts/leg/steps/0"


def test_a_whole_routine_as_a_part(tmp_path: Path) -> None:
    """All its sections are done as one block, with its own defaults."""
    whole = document("- {technique: kneading, id: k, where: calf}", head="defaults: {repeat: 7}")
    path = write(tmp_path, main=main('"./legs.routine.yaml"'), legs=whole)
    plan = engine().compose(engine().load(path)).require()

    assert step_of(plan, "one/k").dose["repeat"].value.max == 7


def test_files_include_files_from_their_own_folder(tmp_path: Path) -> None:
    """A reference leads from the file that it stands in."""
    inner = FRAGMENT.replace("technique: kneading, id: k, where: calf", 'include: "./more.routine.yaml", id: two')
    path = write(tmp_path, main=main('"./sub/legs.routine.yaml"'), sub__legs=inner, sub__more=FRAGMENT)
    plan = engine().compose(engine().load(path)).require()

    assert step_of(plan, "one/two/k").origin == "sub/more.routine.yaml#/parts/leg/steps/0"


def test_words_of_a_file_are_its_own(tmp_path: Path) -> None:
    """A fragment may declare places of its own; the routine that includes it does not know them."""
    places = "places: {hollow: {kind: point, at: middle of palm}}\n"
    path = write(
        tmp_path,
        main=document('- {include: "./legs.routine.yaml", id: one}\n- {technique: kneading, where: hollow}'),
        legs=FRAGMENT.replace("parts:", f"{places}parts:").replace("where: calf", "where: hollow"),
    )

    assert [(d.file.rpartition("/")[2], d.name) for d in check(path)] == [("main.routine.yaml", "unknown-region")]


def test_a_mistake_in_an_included_file_is_shown_there(tmp_path: Path) -> None:
    """The place is in the included file; the include that led there stands beside it."""
    path = write(tmp_path, main=main('"./legs.routine.yaml"'), legs=FRAGMENT.replace("calf", "clalf"))
    (found,) = check(path).errors

    assert (Path(found.file).name, found.span.line, found.name) == ("legs.routine.yaml", 5, "unknown-region")  # type: ignore[union-attr]
    assert [(Path(one.file).name, one.message) for one in found.related] == [("main.routine.yaml", "included from here")]


def test_what_only_composing_finds_is_shown_there_too(tmp_path: Path) -> None:
    """A rule's finding about a step of an included file is placed in that file."""
    path = write(
        tmp_path, main=main('"./legs.routine.yaml"').replace("title: Test", "title: Test\navoid: {calf: keep_off}"), legs=FRAGMENT
    )
    (found,) = check(path).errors

    assert (Path(found.file).name, found.span.line, found.name) == ("legs.routine.yaml", 5, "avoided-place")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ('"./gone.routine.yaml"', "include-unusable"),
        ('"../outside.routine.yaml"', "include-outside"),
        ('"/etc/hosts#part"', "wrong-form"),
        ('"./legs.routine.yaml#arm"', "unknown-part"),
        ('"./main.routine.yaml"', "include-cycle"),
    ],
    ids=["missing", "above the root", "absolute", "no such part", "itself"],
)
def test_files_that_can_not_be_included(tmp_path: Path, ref: str, name: str) -> None:
    """Each is one error at the include."""
    folder = tmp_path / "inner"
    path = write(folder, main=main(ref), legs=FRAGMENT)
    write(tmp_path, outside=FRAGMENT)

    assert [d.name for d in check(path)] == [name]


def test_a_link_does_not_lead_out_of_the_root(tmp_path: Path) -> None:
    """Where a link leads decides, not where it stands."""
    path = write(tmp_path / "inner", main=main('"./legs.routine.yaml"'))
    write(tmp_path, outside=FRAGMENT)
    (tmp_path / "inner" / "legs.routine.yaml").symlink_to(tmp_path / "outside.routine.yaml")

    assert [d.name for d in check(path)] == ["include-outside"]


def test_a_text_in_memory_includes_from_the_folder_it_names(tmp_path: Path) -> None:
    """An unsaved text includes files only if it says where it stands."""
    write(tmp_path, legs=FRAGMENT)
    text = main('"./legs.routine.yaml"')

    assert engine().check(engine().read_text(text, name="main.routine.yaml", folder=tmp_path)).ok
    assert [d.name for d in engine().check(engine().read_text(text, name="main.routine.yaml"))] == ["include-unusable"]


def test_a_fragment_is_checked_by_its_parts(tmp_path: Path) -> None:
    """Checking a fragment composes each part whose values have defaults."""
    text = FRAGMENT.replace("where: calf", "where: calf, when: pass last")
    path = write(tmp_path, main=text)

    assert [(d.name, d.span.line) for d in check(path).errors] == [("loop-missing", 5)]  # type: ignore[union-attr]

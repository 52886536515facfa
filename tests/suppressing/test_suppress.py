"""What a file says not to report: in comments, under a key, and what of that is of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit import Engine
from strokekit.diagnostics import Report
from strokekit.formats.read import read_toml_text
from strokekit.suppressing import quiet, suppress
from strokekit.suppressing.comments import comments

ENGINE = Engine()
HEAD = "strokekit: 1\ntitle: Legs\n"
SAID = f"{HEAD}contraindications: none_reviewed\n"


def said(text: str, name: str = "a.yaml", engine: Engine = ENGINE) -> list[str]:
    """What a check says of a text: place and code."""
    report = engine.check(engine.read_text(text, name=name))
    return [f"{found.span.line if found.span else 0}:{found.span.column if found.span else 0} {found.code}" for found in report]


def steps(*lines: str) -> str:
    """A routine with these lines for its steps."""
    return f"{SAID}sections:\n  - id: legs\n    steps:\n" + "".join(f"      {line}\n" for line in lines)


WRONG = "- {technique: kneading, where: claf}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(steps(f"{WRONG} # strokekit: ignore[SK403] a word of ours"), id="behind the line"),
        pytest.param(steps(f"{WRONG} # strokekit: ignore[unknown-region]"), id="by its name, without a reason"),
        pytest.param(steps(f"{WRONG} #strokekit:ignore[SK403]"), id="without spaces"),
        pytest.param(steps("# strokekit: ignore[SK403] ours", WRONG), id="above the line"),
        pytest.param(steps("# strokekit: ignore[SK403] ours", "# more", "", WRONG), id="above, with more between"),
        pytest.param(steps(WRONG, "# strokekit: ignore-file[SK403] ours"), id="for the whole file"),
        pytest.param(f"# strokekit: ignore-file[SK403]\n{steps(WRONG)}", id="for the whole file, at its top"),
        pytest.param(f"\ufeff# strokekit: ignore-file[SK403]\n{steps(WRONG)}", id="behind a byte order mark"),
        pytest.param(steps(f"{WRONG} # strokekit: ignore[SK403]").replace("\n", "\r\n"), id="lines that end with CRLF"),
        pytest.param(steps("# strokekit: ignore[SK403]", WRONG).replace("\n", "\r"), id="lines that end with CR"),
        pytest.param(
            steps("- say: |  # strokekit: ignore[SK203]", "    x", "  optional: maybe")
            .replace("ignore[SK203]", "x")
            .replace("maybe", "true"),
            id="control: nothing to suppress",
        ),
        pytest.param(steps("- {technique: kneading, where: claf, x-strokekit-ignore: {SK403: ours}}"), id="a key of the step"),
        pytest.param(f"x-strokekit-ignore: {{SK403: ours}}\n{steps(WRONG)}", id="a key of the file"),
        pytest.param(
            steps(WRONG).replace("id: legs", "id: legs\n    x-strokekit-ignore: {unknown-region: ours}"),
            id="a key of the section",
        ),
    ],
)
def test_what_is_suppressed_is_not_reported(text: str) -> None:
    """Neither the finding nor the comment."""
    assert said(text) == []


def test_json_has_a_key() -> None:
    """For JSON has no comments."""
    text = (
        '{"strokekit": 1, "title": "x", "contraindications": "none_reviewed", "sections": [{"id": "a", "steps": [\n'
        '{"technique": "kneading", "where": "claf", "x-strokekit-ignore": {"SK403": "ours"}},\n'
        '{"technique": "kneading", "where": "claf"}]}]}'
    )

    assert said(text, "a.json") == ["3:37 SK403"]


def test_only_what_is_named_is_suppressed() -> None:
    """Another code of the line, the same code of another line, stay."""
    text = steps(
        "- {technique: kneding, where: claf} # strokekit: ignore[SK403]",
        "- {technique: kneading, where: claf}",
        "- {technique: kneding, where: claf} # strokekit: ignore[SK403, SK401]",
    )

    assert said(text) == ["7:21 SK401", "8:38 SK403"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(steps("- {say: x} # strokekit: ignore[SK403] ours"), ["7:38 SK122"], id="on a line"),
        pytest.param(steps("- {say: x} # strokekit: ignore[SK403,SK401]"), ["7:38 SK122", "7:44 SK122"], id="each of several"),
        pytest.param(f"# strokekit: ignore-file[SK703] x\n{steps('- {say: x}')}", ["1:26 SK122"], id="of the file"),
        pytest.param(steps("- {say: x, x-strokekit-ignore: {SK403: ours}}"), ["7:39 SK122"], id="under a key"),
        pytest.param(steps("- say: |  # strokekit: ignore[SK403]", "    x"), ["7:37 SK122"], id="behind the sign of a text"),
        pytest.param(steps(WRONG, "- {say: x} # strokekit: ignore[SK403]"), ["7:38 SK403"], id="not while there are errors"),
        pytest.param(steps("- {say: x} # strokekit: ignore[reiki/no-symbol]"), [], id="not of a plugin that is not there"),
        pytest.param(
            steps("- {say: x} # strokekit: ignore[SK403] ours", "# strokekit: ignore[SK401]"),
            ["7:38 SK122", "8:27 SK122"],
            id="nothing below",
        ),
    ],
)
def test_what_is_of_no_use_is_reported(text: str, expected: list[str]) -> None:
    """At the code that nothing answers to."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        pytest.param("# strokekit: ignore", "it has not the form of one", id="no code"),
        pytest.param("# strokekit: ignore[]", "it has not the form of one", id="an empty list"),
        pytest.param("# strokekit: ignore SK403", "it has not the form of one", id="no brackets"),
        pytest.param("# strokekit: ignored[SK403]", "it has not the form of one", id="another word"),
        pytest.param("# strokekit: ignroe[SK403]", "it has not the form of one", id="a slip"),
        pytest.param("# strokekit: ignore-files[SK403]", "it has not the form of one", id="another word for files"),
        pytest.param("# strokekit: ignore[SK999]", "there is no code `SK999`", id="no such code"),
        pytest.param("# strokekit: ignore[unknown-regions]", "there is no code `unknown-regions`", id="no such name"),
        pytest.param("# strokekit: ignore[unknown_region]", "there is no code `unknown_region`", id="another stroke in a name"),
        pytest.param("# strokekit: ignore[sk403]", "there is no code `sk403`", id="small letters"),
        pytest.param("# strokekit: ignore[SK40]", "there is no code `SK40`", id="the beginning of codes"),
    ],
)
def test_what_cannot_be_read_is_reported(comment: str, problem: str) -> None:
    """And suppresses nothing."""
    text = steps(f"{WRONG} {comment}")
    report = ENGINE.check(ENGINE.read_text(text, name="a.yaml"))

    assert [found.code for found in report] == ["SK403", "SK123"]
    assert report.warnings[0].message == f"this suppression has no effect: {problem}"


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("unknown-regions", "did you mean `unknown-region`?"),
        ("unknown_region", "did you mean `unknown-region`?"),
        ("sk403", "did you mean `SK403`?"),
        ("SK40", "`strokekit explain` lists all codes"),
    ],
)
def test_a_misspelt_code_gets_the_one_that_is_meant(code: str, hint: str) -> None:
    """As far as one is near."""
    report = ENGINE.check(ENGINE.read_text(steps(f"{WRONG} # strokekit: ignore[{code}]"), name="a.yaml"))

    assert report.warnings[0].hints == (hint,)


@pytest.mark.parametrize("value", ["[SK403]", "SK403", "{}", "{SK403: 1}", "{SK403: [a]}", "true"])
def test_a_key_of_another_form_is_reported(value: str) -> None:
    """It holds codes with reasons."""
    report = ENGINE.check(ENGINE.read_text(steps(f"- {{say: x, x-strokekit-ignore: {value}}}"), name="a.yaml"))

    assert [(found.code, found.found, found.hints) for found in report] == [
        ("SK123", value, ('write `"x-strokekit-ignore": {"CODE": "reason"}`',))
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(steps('- {say: "# strokekit: ignore[SK999]"}'), id="in quotes"),
        pytest.param(steps("- say: 'a # strokekit: ignore[SK999]'"), id="behind text in quotes"),
        pytest.param(steps("- say: |", "    # strokekit: ignore[SK999]", "    x"), id="in a block of text"),
        pytest.param(steps("- say: >", "    x", "    # strokekit: ignore[SK999]"), id="in a folded text"),
        pytest.param(steps("- say: a#strokekit: ignore[SK999]".replace(": i", ":i")), id="no comment without a space"),
        pytest.param(f"# strokekit: 1\n{steps('- {say: x}')}", id="a version in a comment"),
        pytest.param(f"# strokekit: here we ignore[SK999]\n{steps('- {say: x}')}", id="other words"),
        pytest.param(steps("- {say: x, x-note: {x-strokekit-ignore: {SK999: a}}}"), id="below another x- key"),
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    """A text is a text."""
    assert said(text) == []


def test_what_was_not_checked_cannot_be_suppressed() -> None:
    """Neither a text that can't be followed nor a version that is not known."""
    version = f"# strokekit: ignore-file[SK208, SK102]\n{steps('- {say: x}').replace('strokekit: 1', 'strokekit: 7')}"

    assert said("# strokekit: ignore-file[SK102]\ntitle: [\n") == ["3:1 SK102"]
    assert said(version) == ["2:12 SK208"]


def test_errors_count_for_the_stages() -> None:
    """A check leaves out what is suppressed; nothing can be made of the file all the same."""
    text = steps(f"{WRONG} # strokekit: ignore[SK403] later")
    document = ENGINE.read_text(text, name="a.yaml")

    assert ENGINE.check(document).ok
    assert [found.code for found in ENGINE.structure(document).report.errors] == ["SK403"]


def test_who_does_something_with_a_routine_hears_of_its_errors() -> None:
    """Its suppressed warnings are quiet, and so are the comments."""
    text = f"{HEAD}# strokekit: ignore-file[SK703, SK403, SK401]\nsections: [{{id: a, steps: [{WRONG[2:]}]}}]\n"
    document = ENGINE.read_text(text, name="a.yaml")
    plain = ENGINE.check(ENGINE.read_text(text.replace("ignore-file", "xx"), name="a.yaml"))

    assert [found.code for found in plain] == ["SK703", "SK403"]
    assert [found.code for found in quiet(plain, document.require())] == ["SK403"]
    assert quiet(plain, ENGINE.read_text("a: 1").require()) is plain


def test_included_files_speak_for_themselves(tmp_path: Path) -> None:
    """What one suppresses stays so where it is included; what of that is of no use is its own business."""
    part = f"extent: part\n{steps(WRONG)}".rstrip()
    (tmp_path / "leg.routine.yaml").write_text(f"{part} # strokekit: ignore[SK403, SK401] ours\n", encoding="utf-8")
    main = tmp_path / "main.routine.yaml"
    main.write_text(steps("- {include: ./leg.routine.yaml, id: leg}"), encoding="utf-8")

    assert ENGINE.check(main).diagnostics == ()
    assert [found.code for found in ENGINE.check(tmp_path / "leg.routine.yaml")] == ["SK122"]
    (tmp_path / "leg.routine.yaml").write_text(part, encoding="utf-8")
    assert [found.code for found in ENGINE.check(main)] == ["SK403"]


def test_toml_has_comments_too() -> None:
    """Beside what stands in its texts and in its multi-line texts."""
    text = (
        '# strokekit: ignore-file[SK802] a\nversion = "1" # strokekit: ignore[SK802] b\n'
        'x = "# strokekit: ignore[SK802] c"\ny = """\n# strokekit: ignore[SK802] d\n"""\n'
    )
    document = read_toml_text(text, name="a.toml").require()

    assert [comment.text[-1] for comment in comments(document)] == ["a", "b"]


def test_removing_a_comment_leaves_the_rest_as_it_is() -> None:
    """The fix takes the whole line of a comment that stands alone, and the spaces before one behind something."""
    text = steps("# strokekit: ignore[SK401] one", "- {say: x}  # strokekit: ignore[SK403] two", "- {say: z} # three")
    repaired = ENGINE.repair(ENGINE.read_text(text, name="a.yaml"), unsafe=True)

    assert repaired.document.require().source.text == steps("- {say: x}", "- {say: z} # three")
    assert repaired.report == Report()


def test_a_comment_that_is_of_use_in_part_is_not_removed() -> None:
    """One of its codes is still needed."""
    text = steps(f"{WRONG} # strokekit: ignore[SK403, SK401] two")
    repaired = ENGINE.repair(ENGINE.read_text(text, name="a.yaml"), unsafe=True)

    assert repaired.document.require().source.text == text
    assert [found.code for found in repaired.report] == ["SK122"]


def test_a_text_without_marks_costs_nothing() -> None:
    """The report is handed through."""
    document = ENGINE.read_text(steps(WRONG), name="a.yaml")
    report = Report()

    assert suppress(report, document.require()) is report

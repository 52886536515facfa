"""The published schema in an editor: completion, hover and diagnostics of yaml-language-server over its protocol."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from tests.editors.language_server import Found, LanguageServer

pytestmark = [pytest.mark.needs("yaml-language-server"), pytest.mark.xdist_group("editors")]  # one server for all

HEAD = "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\nsections:\n  - id: legs\n    steps:\n"
PLUGGED = "# yaml-language-server: $schema=plugged.schema.json\n"
BUILTIN = Engine().catalog


def steps(*written: str) -> str:
    """Make a routine of these steps."""
    return HEAD + "".join(f"      - {step}\n" for step in written)


DEFECTS = {
    "a misspelt key": (steps("{technique: kneading, where: calf, repeats: 3}"), "repeats", "Property repeats is not allowed."),
    "a misspelt key of the routine": (f"titel: x\n{steps('say: x')}", "titel", "Property titel is not allowed."),
    "a dose that is not taken": (steps("{technique: kneading, where: calf, hold: 3 s}"), "hold", "Property hold is not allowed."),
    "a wrong type": (steps("{say: x, optional: maybe}"), "maybe", 'Incorrect type. Expected "boolean".'),
    "a wrong type of a literal": (
        steps("{technique: kneading, where: calf, repeat: [3]}"),
        "[3]",
        'Incorrect type. Expected "string".',
    ),
    "not one of the words": (
        steps("{say: x, priority: urgent}"),
        "urgent",
        'Value is not accepted. Valid values: "low", "normal", "high".',
    ),
    "a key that is missing": (HEAD.replace("id: legs", "phase: main") + "      - say: x\n", "p", 'Missing property "id".'),
    "no head": (steps("{where: calf}"), "{", 'Missing property "technique".'),
    "two heads": (steps("{technique: kneading, action: turn_over}"), "action", "Property action is not allowed."),
    "nothing in a list": (HEAD.replace("steps:\n", "steps: []\n"), "[]", "Array has too few items. Expected 1 or more."),
    "below the least": (steps("{technique: kneading, where: calf, repeat: 0}"), "0", "Value is below the minimum of 1."),
    "a key of a long form": (
        steps("{technique: kneading, where: calf, repeat: {min: 3, maxx: 4}}"),
        "maxx",
        "Property maxx is not allowed.",
    ),
    "another version": (HEAD.replace("1", "2") + "      - say: x\n", "2", "Value must be 1."),
    "sections in a fragment": (
        f"kind: fragment\nparts: {{leg: {{steps: [{{say: x}}]}}}}\n{steps('say: x')}",
        "sections",
        "Property sections is not allowed.",
    ),
    "the key of another's parameter": (
        PLUGGED + steps("{technique: old.press, where: calf, with: {how: walking, hot: 3}}"),
        "hot",
        "Property hot is not allowed.",
    ),
    "no such choice of a plugin's parameter": (
        PLUGGED + steps("{technique: old.press, where: calf, with: {how: alone}}"),
        "alone",
        'Value is not accepted. Valid values: "walking", "together".',
    ),
}
"""Name → a file with one defect, the text that is underlined, and what is said."""
PATTERNS = {
    "a literal": (steps("{technique: kneading, where: calf, duration: 3 lightyears}"), "3 lightyears"),
    "an id": (HEAD.replace("legs", "Legs") + "      - say: x\n", "Legs"),
    "a rule": (steps("{say: x, avoid: {spine: please}}"), "please"),
}
"""Name → a file with a text that breaks a pattern; what is said repeats the pattern."""
WORDED = {
    "a time": (
        steps("{technique: kneading, where: calf, duration: 3 lightyears}"),
        "3 lightyears",
        "write a time such as `90 s`, `1 min 30 s`, `3..5 min` or `few_seconds`",
    ),
    "the id of a section": (
        HEAD.replace("legs", "Legs") + "      - say: x\n",
        "Legs",
        "write an id: small letters, digits and `_`, such as `upper_back`",
    ),
    "a rule of avoid": (
        steps("{say: x, avoid: {spine: please}}"),
        "please",
        "write `keep_off`, `no_contact`, `no_pressure`, `light_only`, `no <technique or family>` or `at_most <level>`",
    ),
}
"""Name → the same under the schema with messages, and what is said."""
ACCEPTED = {
    "a routine": steps("{technique: kneading, where: calf, repeat: 3..5}", "{say: Softly}"),
    "a routine with a plugin": PLUGGED + steps("{technique: old.press, where: calf, with: {how: walking, heat: 40 °C}}"),
}


@pytest.fixture(scope="module")
def judged(server: LanguageServer) -> dict[str, list[Found]]:
    """What is said of all the files, which are opened together."""
    texts = {name: text for name, (text, *_) in {**DEFECTS, **PATTERNS}.items()} | ACCEPTED
    texts |= {name: f"# yaml-language-server: $schema=messages.schema.json\n{text}" for name, (text, *_) in WORDED.items()}
    found = server.diagnostics({f"{name}.routine.yaml": text for name, text in texts.items()})
    return {name.removesuffix(".routine.yaml"): said for name, said in found.items()}


@pytest.mark.parametrize("name", DEFECTS)
def test_each_defect_is_said_once_at_its_place(judged: dict[str, list[Found]], name: str) -> None:
    """One diagnostic for one defect, under just the text that is wrong."""
    _, text, says = DEFECTS[name]

    assert judged[name] == [Found(text, says)]


@pytest.mark.parametrize("name", PATTERNS)
def test_a_text_of_the_wrong_form_is_said_once(judged: dict[str, list[Found]], name: str) -> None:
    """One diagnostic, under the text; its words are the editor's."""
    ((text, says),) = [(found.text, found.says) for found in judged[name]]

    assert text == PATTERNS[name][1]
    assert says.startswith("String does not match the pattern of ")


@pytest.mark.parametrize("name", WORDED)
def test_a_schema_with_messages_says_what_to_write(judged: dict[str, list[Found]], name: str) -> None:
    """With `strokekit schema --messages` an editor says what `strokekit check` says of the form."""
    _, text, says = WORDED[name]

    assert judged[name] == [Found(text, says)]


@pytest.mark.parametrize("name", ACCEPTED)
def test_nothing_is_said_of_a_right_file(judged: dict[str, list[Found]], name: str) -> None:
    """A file without defects is left in peace; the schema that its first line names holds for it."""
    assert judged[name] == []


def test_an_unknown_technique_is_said_once_with_what_there_is(server: LanguageServer) -> None:
    """The name is underlined, and all techniques are listed, but no action."""
    text = steps("{technique: kneadin, where: calf}")
    ((found,),) = server.diagnostics({"unknown.routine.yaml": text}).values()
    known = ", ".join(f'"{technique.id}"' for technique in BUILTIN.techniques.values() if technique.hands_on)

    assert found == Found("kneadin", f"Value is not accepted. Valid values: {known}.")


@pytest.mark.parametrize(
    ("head", "hands_on"), [pytest.param("technique", True, id="techniques"), pytest.param("action", False, id="actions")]
)
def test_completion_of_heads(server: LanguageServer, head: str, hands_on: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """After `technique:` every technique is offered with its title and summary, after `action:` every action."""
    offered = server.completions(f"{head}.routine.yaml", steps(f"{head}: ¦"))

    assert offered == {
        technique.id: f"{technique.title}: {technique.summary}"
        for technique in BUILTIN.techniques.values()
        if technique.hands_on == hands_on
    }


def test_completion_of_a_technique_that_is_begun(server: LanguageServer) -> None:
    """What is written already narrows what is offered."""
    offered = server.completions("begun.routine.yaml", steps("technique: knea¦"))

    assert offered == {"kneading": "Kneading: Muscle is lifted, pressed and let go in rhythm."}


def test_completion_of_a_plugins_techniques(server: LanguageServer) -> None:
    """The schema of what is installed offers the techniques of plugins, each with its summary, and their parameters."""
    offered = server.completions("thai.routine.yaml", PLUGGED + steps("technique: thai.pal¦"))
    parameters = server.completions("with.routine.yaml", PLUGGED + steps("technique: old.press\n        with:\n          ¦"))

    assert [*offered] == ["thai.palming"]
    assert offered["thai.palming"].startswith("Palming: ")
    assert {"how", "heat", "rocking", "to"} <= set(parameters)


def test_completion_where_a_step_begins(server: LanguageServer) -> None:
    """All heads and cues are offered, each with what it means, and no key that says nothing alone."""
    offered = server.completions("step.routine.yaml", steps("¦"))
    heads = ("technique", "action", "steps", "choose", "include", "free", "checkpoint", "unlisted")

    assert {*heads, "say", "ask", "caution"} == {key for key in offered if key != "step"}
    assert offered["technique"] == "what is done with the hands on the client"
    assert offered["free"] == "time for a region, or time that is given out when the plan is made"


def test_completion_of_keys_and_words(server: LanguageServer) -> None:
    """The keys that the technique takes are offered, and no others; of a key with few words, its words."""
    keys = server.completions("keys.routine.yaml", steps("technique: kneading\n        ¦"))
    words = server.completions("words.routine.yaml", steps("technique: kneading\n        breath: ¦"))

    assert keys["repeat"] == "how many passes over all of the target"
    assert "hold" not in keys
    assert [*words] == ["inhale", "exhale", "unstated"]


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        pytest.param("technique: kne¦ading", "Kneading: Muscle is lifted, pressed and let go in rhythm.", id="technique"),
        pytest.param("technique: kneading\n        rep¦eat: 3", "how many passes over all of the target", id="key"),
        pytest.param("action: dim_l¦ights", "Dim the lights: The light is turned down.", id="action"),
    ],
)
def test_hover(server: LanguageServer, request: pytest.FixtureRequest, marked: str, shown: str) -> None:
    """The pointer on a technique or a key shows what it means, before anything else."""
    found = server.hover(f"hover-{request.node.callspec.id}.routine.yaml", steps(marked))

    assert found.split("\n\n")[1] == shown

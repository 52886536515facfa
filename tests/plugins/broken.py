"""Distributions whose plugins are broken in every way that is known, and what is to be said of each."""

from __future__ import annotations

import attrs

LEAD = "the plugin strokekit-thai 1.2 can't be used: "
PREAMBLE = """
import itertools, sys
from strokekit import hookimpl
from strokekit import plugin as p

def technique(id="palming", **more):
    return p.Technique(**{"id": id, "title": "Palming", "family": "compression", "summary": "Palms press.", **more})

"""


@attrs.frozen
class Case:
    """A broken plugin: the text of its module, what is said, and which of its techniques can be used all the same."""

    name: str
    text: str
    problem: str
    left: tuple[str, ...] = ()
    entry: str = "{module}"
    """The entry point, with the module's name put in."""


def gives(expression: str, *, hook: str = "strokekit_techniques") -> str:
    """Write a hook that gives the value of an expression."""
    return f"@hookimpl\ndef {hook}():\n    return {expression}\n"


def _values(name: str, expression: str, problem: str, *, hook: str = "strokekit_techniques") -> Case:
    """Make a plugin with one good technique, and a hook that gives something wrong."""
    if hook != "strokekit_techniques":
        return Case(
            name, gives("[technique('walking_on_back')]") + gives(expression, hook=hook), problem, ("thai.walking_on_back",)
        )
    return Case(name, gives(f"[technique('walking_on_back'), {expression}]"), problem, ("thai.walking_on_back",))


def _hook(name: str, body: str, problem: str) -> Case:
    """Make a plugin whose hook for techniques has this body, beside one that works."""
    text = f"@hookimpl\ndef strokekit_words():\n    return ()\n@hookimpl\ndef strokekit_techniques():\n    {body}\n"
    return Case(name, text, f"`strokekit_techniques` {problem}")


def _technique(name: str, fields: str, problem: str) -> Case:
    """Make a plugin with a good technique and a bad one, `palming`."""
    lead = "in the technique `palming`, " if problem.startswith(("`", "there")) else "the technique `palming` "
    return _values(name, f"technique({fields})", f"{lead}{problem}")


LOADING = (
    Case("import", "import no_such_module", "it failed to load: ModuleNotFoundError: No module named 'no_such_module'"),
    Case("exit", "sys.exit(3)", "it failed to load: SystemExit: 3"),
    Case("own exception", "class Stop(BaseException): ...\nraise Stop('over')", "it failed to load: Stop: over"),
    Case("recursion", "raise RecursionError('too deep')", "it failed to load: RecursionError: too deep"),
    Case("unprintable", "class Odd(Exception):\n    def __str__(self): return 1 / 0\nraise Odd", "it failed to load: Odd"),
    Case("many lines", "raise ValueError('one\\n  two')", "it failed to load: ValueError: one two"),
    Case("long", "raise ValueError('x' * 999)", f"it failed to load: ValueError: {'x' * 299}…"),
    Case("no such module", "", "it failed to load: ModuleNotFoundError: No module named 'thai_nowhere'", entry="thai_nowhere"),
    Case(
        "no such attribute",
        "",
        "it failed to load: AttributeError: module '{module}' has no attribute 'hooks'",
        entry="{module}:hooks",
    ),
    Case("no module's name", "", "its entry point `thai = ???` names no module", entry="???"),
)
"""Those that can't be imported."""

REGISTERING = (
    Case(
        "misspelt hook",
        gives("[technique()]", hook="strokekit_technique"),
        "there is no hook `strokekit_technique`; the hooks are {hooks}",
    ),
    Case(
        "wrong signature",
        "@hookimpl\ndef strokekit_techniques(config, where):\n    return ()\n",
        "`strokekit_techniques` takes no arguments, and here it asks for `config`, `where`",
    ),
    Case(
        "no hooks",
        "def strokekit_techniques():\n    return ()\n",
        "it implements no hook: mark its functions with `@strokekit.hookimpl`",
    ),
    Case(
        "nothing", "hooks = None", "it implements no hook: mark its functions with `@strokekit.hookimpl`", entry="{module}:hooks"
    ),
    Case(
        "attributes that raise",
        "class Hooks:\n    def __dir__(self): raise RuntimeError('no names')\nhooks = Hooks()",
        "it can't be registered: RuntimeError: no names",
        entry="{module}:hooks",
    ),
    Case(
        "attributes that exit",
        "class Hooks:\n    def __getattribute__(self, name): sys.exit(name)\nhooks = Hooks()",
        "it can't be registered: SystemExit: __dict__",
        entry="{module}:hooks",
    ),
)
"""Those that can't be registered."""

ASKING = (
    _hook("raising", "raise ValueError('no palms')", "failed: ValueError: no palms"),
    _hook("exiting", "sys.exit('goodbye')", "failed: SystemExit: goodbye"),
    _hook("generator", "yield technique()\n    raise RuntimeError('no more')", "failed: RuntimeError: no more"),
    _hook("endless", "return itertools.repeat(technique())", "gave more than 20000 values"),
    _hook("nothing given", "pass", "gave NoneType, not values in a list or the like"),
    _hook("number", "return 3", "gave int, not values in a list or the like"),
    _hook("text", "return 'palming'", "gave str, not values in a list or the like"),
    _hook("mapping", "return {'palming': technique()}", "gave dict, not values in a list or the like"),
    _values(
        "endless messages",
        "{str(n): '' for n in range(20001)}",
        "`strokekit_messages` gave more than 20000 values",
        hook="strokekit_messages",
    ),
    _values(
        "messages that are no texts",
        "{'en': 3}",
        "`strokekit_messages` gave dict, not a mapping from language tags to texts",
        hook="strokekit_messages",
    ),
    _values(
        "messages in a list",
        "['en']",
        "`strokekit_messages` gave list, not a mapping from language tags to texts",
        hook="strokekit_messages",
    ),
    _values(
        "parts that are no texts",
        "{'warm_up.yaml': 3}",
        "`strokekit_parts` gave dict, not a mapping from names of files to texts",
        hook="strokekit_parts",
    ),
)
"""Those whose hooks fail, or give something else."""

DECLARING = (
    _values("another kind", "'palming'", "`strokekit_techniques` gave str, not Technique"),
    _values("twice", "technique('walking_on_back')", "it contributes the technique `thai.walking_on_back` twice"),
    _values(
        "namespaced id",
        "technique('thai.palming')",
        "the technique `thai.palming` has no proper id: small letters, digits and `_`, without the namespace",
    ),
    _values(
        "id that is no text",
        "technique(7)",
        "the technique `int` has no proper id: small letters, digits and `_`, without the namespace",
    ),
    _technique("newer api", "api=2", "is made for version 2 of the plugin interface; this strokekit speaks 1"),
    _technique("title", "title=3", "`title` should be a text, not `3`"),
    _technique("language", "title={1: 'Palming'}", "`title` has the key `1`, which is no text"),
    _technique("flag", "hands_on=None", "`hands_on` should be true or false, not NoneType"),
    _technique(
        "fraction",
        "takes={'hold': p.Takes(limits=1.5)}",
        "`takes.hold.limits` is the fraction 1.5: write it as a text, with its unit",
    ),
    _technique("dose field", "takes={'presure': p.Takes()}", "takes `presure`, which is no dose field"),
    _technique("one of none", "one_of=[[]]", "needs one of no fields at all"),
    _technique("text for a list", "aliases='palm'", "`aliases` should be a list or a tuple, not `palm`"),
    _technique("timing", "timing='1 min'", "`timing` should be a Timing, not `1 min`"),
    _technique(
        "no schema",
        "parameters={'rope': p.Parameter(type='object')}",
        "`parameters.rope.type` is `object`, which is none of `text`, `count`, `duration`, `quantity`, `boolean`, "
        "`choice`, `place`, `pressure`",
    ),
    _technique("no choices", "parameters={'rope': p.Parameter(type='choice')}", "has the parameter `rope` with no choices"),
    _technique(
        "choice twice",
        "parameters={'rope': p.Parameter(type='choice', choices=('a', 'a'))}",
        "has the parameter `rope` with a choice twice",
    ),
    _technique(
        "parameter's id",
        "parameters={'a rope': p.Parameter(type='text')}",
        "has the parameter `a rope`, which is no id: small letters, digits and `_`",
    ),
    _technique(
        "huge",
        "parameters={'rope': p.Parameter(type='choice', choices=[str(n) for n in range(30000)])}",
        "there are more than 20000 values",
    ),
    _technique("half a character", "title='\\ud800'", "`title` holds half of a character"),
    _technique("long text", "summary='x' * 100001", "`summary` is longer than 100000 characters"),
    _technique(
        "recursive",
        "takes={'hold': p.Takes(limits=LOOP)}",
        "`takes` is deeper than 30 levels, or holds itself",
    ),
    _technique("refine that can't be called", "refine=3", "`refine` can't be called: it is `3`"),
    _values(
        "values that raise",
        "type('Odd', (p.Technique,), {'family': property(lambda self: 1 / 0, lambda self, value: None)})"
        "(id='palming', title='', family='', summary='')",
        "a value of `strokekit_techniques` failed: ZeroDivisionError: division by zero",
    ),
    _values(
        "region in itself",
        "[p.Region(id='sen', title='Sen', part_of='thai.sen')]",
        "the region `thai.sen` is part of itself",
        hook="strokekit_regions",
    ),
    _values(
        "region in nothing",
        "[p.Region(id='sen', title='Sen', part_of='nowhere')]",
        "the region `thai.sen` refers to `nowhere`, which does not exist",
        hook="strokekit_regions",
    ),
    _values(
        "rule without a check",
        "[p.Rule(id='calm', title='Calm', check=None)]",
        "in the rule `calm`, `check` can't be called: it is NoneType",
        hook="strokekit_rules",
    ),
    _values(
        "renderer of a later day",
        "[p.Renderer(id='song', title='Song', media_type='audio/midi', suffix='.mid', render=print, api=7)]",
        "the renderer `song` is made for version 7 of the plugin interface; this strokekit speaks 1",
        hook="strokekit_renderers",
    ),
)
"""Those of which one value can't be used."""

CASES = (*LOADING, *REGISTERING, *ASKING, *DECLARING)


def source(case: Case) -> str:
    """Write the module of a case."""
    return f"{PREAMBLE}\nLOOP = []\nLOOP.append(LOOP)\n{case.text}\n"

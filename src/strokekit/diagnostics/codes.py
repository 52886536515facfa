"""The table of codes: one row for each thing that strokekit can find, with its words.

A number is given once and never used again for something else. The hundreds are the stages: 1 text, 2 shape, 3 literals,
4 names, 5 composing, 6 time, 7 checks across steps, 8 plugins, 9 the run itself. `{…}` in the words are facts that whoever
reports the code must give; the same facts travel in `Diagnostic.facts`.
"""

from __future__ import annotations

from typing import Literal

import attrs


@attrs.frozen
class Code:
    """A row of the table: stable number and name, weight, and the words with their `{facts}`."""

    number: str
    name: str
    severity: Literal["error", "warning", "hint"]
    message: str
    hint: str = ""


_ROWS = (
    # 1xx: the text itself, before anything is known of its shape
    Code("SK101", "not-utf8", "error", "the file is not UTF-8 text: {problem}", "save it as UTF-8"),
    Code("SK102", "syntax", "error", "this is not readable {syntax}: {problem}"),
    Code("SK103", "duplicate-key", "error", "`{key}` is written twice in the same mapping", "keep one of the two"),
    Code("SK104", "merge-key", "error", "merge keys (`<<`) are not part of the format", "write the fields out, or use `defaults`"),
    Code("SK105", "tag", "error", "tags such as `{tag}` are not part of the format", "remove the tag"),
    Code("SK106", "null-value", "error", "`{key}` has no value", "write a value, `unstated`, or remove the key"),
    Code("SK107", "bare-float", "error", "`{text}` is a bare decimal number", "write it with its unit, as in `{text} min`, or in quotes"),
    Code("SK108", "scalar-differs", "error", "`{text}` is {first} to some YAML readers and {second} to others", "write {repair}"),
    Code("SK109", "key-not-text", "error", "the key `{key}` is not text", "keys are words, or quoted text"),
    Code("SK110", "several-documents", "error", "the file holds more than one YAML document", "keep one document in a file"),
    Code("SK111", "null-key", "error", "`{key}` has no value here: the comma before it ended the text", "quote the text that holds the comma: {repair}"),
    Code("SK112", "question-mark", "error", "a `?` before `,` or `}}` is read differently by YAML readers", "quote the text: {repair}"),
    Code("SK113", "too-deep", "error", "the file nests deeper than {limit} levels", "flatten it, or raise the reader's limit"),
    Code("SK114", "too-large", "error", "the file is larger than {limit} bytes", "split it, or raise the reader's limit"),
    Code("SK115", "too-many-nodes", "error", "the file unrolls to more than {limit} values", "use fewer aliases, or raise the reader's limit"),
    Code("SK116", "root-not-mapping", "error", "the file holds {kind}, not a mapping", "start with `strokekit: 1`"),
    Code("SK117", "control-character", "error", "the character {character} may not stand in a text", "remove it"),
    Code("SK118", "number-not-plain", "error", "`{text}` is not a number that every reader can hold", "write plain digits, at most 15 of them"),
    Code("SK119", "scalar-too-long", "error", "this text is longer than {limit} characters", "shorten it, or raise the reader's limit"),
    Code("SK120", "unknown-alias", "error", "the alias `*{name}` refers to no anchor before it", "anchor the value first with `&{name}`"),
    Code("SK121", "recursive-alias", "error", "the alias `*{name}` stands inside the value that it names", "write the value out"),
    Code("SK122", "suppression-unused", "warning", "`{code}` is suppressed here, and nothing of it is found", "remove it, so that it hides nothing later"),
    Code("SK123", "suppression-unreadable", "warning", "this suppression has no effect: {problem}"),
    # 2xx: shape, what the JSON Schema says
    Code("SK201", "unknown-key", "error", "`{key}` is not a key of {where}"),
    Code("SK202", "missing-key", "error", "{where} needs `{key}`"),
    Code("SK203", "wrong-type", "error", "`{key}` takes {expected}, not {found}"),
    Code("SK204", "not-one-of", "error", "`{key}` takes one of {options}, not {found}"),
    Code("SK205", "outside-bounds", "error", "`{key}` {problem}"),
    Code("SK206", "head-missing", "error", "this step says neither what is done nor what is said", "give it one of {heads}, or a cue: `say`, `ask`, `caution`"),
    Code("SK207", "head-ambiguous", "error", "{what} has {count} heads: {heads}", "a {kind} is one of them; make two {kind}s"),
    Code("SK208", "version-unknown", "error", "this file is written in version {found} of the format; this reader knows {known}", "upgrade strokekit"),
    Code("SK209", "list-not-allowed", "error", "`{key}` takes no list"),
    Code("SK210", "wrong-form", "error", "{found} is not a form that `{key}` takes", "write {expected}"),
    Code("SK211", "wrong-head", "error", "`{id}` is {kind}, not {other}", "write `{head}: {id}`"),
    Code("SK212", "dose-not-taken", "error", "`{technique}` takes no `{key}`"),
    # SK213 was for keys that a release before the first could not read; nothing else ever gets its number
    Code("SK214", "one-of-keys", "error", "{where} takes one of {keys}, and this has {found}"),
    Code("SK215", "version-old", "error", "this file is written in version {found} of the format; this reader knows {known}", "run `strokekit migrate {file}`"),
    # 3xx: the literals
    Code("SK301", "literal", "error", "{problem}", "write {expected}"),
    Code("SK302", "range-upside-down", "error", "the range `{found}` runs from the larger to the smaller", "write `{repair}`"),
    Code("SK303", "scale-missing", "error", "`{found}` is a number without a scale", "which scale? For example `{found} walton`"),
    Code("SK304", "unit-missing", "error", "`{found}` is a number without a unit", "write it with {units}"),
    Code("SK305", "avoid-without-rule", "error", "`avoid: {found}` does not say what to avoid about it", "write `{{{found}: no_pressure}}` or `{{{found}: keep_off}}`"),
    Code("SK306", "reserved-word", "error", "`{word}` is a word of the grammar and can be no {what}", "use another word"),
    Code("SK307", "too-fine", "error", "`{found}` is no whole number of milliseconds", "write a whole number of `ms`"),
    Code("SK308", "zero", "error", "`{found}` is nothing: {what} starts at {least}", "leave the field out, or the step"),
    # 4xx: names
    Code("SK401", "unknown-technique", "error", "there is no technique `{id}`"),
    Code("SK402", "unknown-action", "error", "there is no action `{id}`"),
    Code("SK403", "unknown-region", "error", "there is no region `{id}`"),
    Code("SK404", "unknown-word", "error", "`{id}` is no {what} of the catalogue", "declare it under `words: {{{group}: {{{id}: …}}}}` if it is meant"),
    Code("SK405", "unknown-value", "error", "there is no value `{id}`", "declare it under `values`"),
    Code("SK406", "unknown-id", "error", "nothing here has the id `{id}`"),
    Code("SK407", "duplicate-id", "error", "the id `{id}` is taken", "give one of the two another id"),
    Code("SK408", "unknown-source", "error", "there is no source `{id}`", "declare it under `sources`"),
    Code("SK409", "unknown-scale", "error", "there is no pressure scale `{id}`"),
    Code("SK410", "unknown-quantity", "error", "`{id}` is no named quantity"),
    Code("SK411", "word-has-no-level", "error", "the pressure word `{word}` has no level in the catalogue", "give it one: `{word} (2..3 walton)`"),
    Code("SK412", "alias", "error", "`{alias}` is another name of `{id}`", "write `{id}`"),
    Code("SK413", "plugin-missing", "error", "the file requires the plugin `{plugin}`, which is not loaded", "install it, or load it"),
    Code("SK414", "plugin-version", "error", "the file requires `{plugin}` {wanted}; version {found} is loaded", "upgrade the plugin"),
    Code("SK415", "requirement-unreadable", "error", "`{found}` is no version requirement", "write one such as `>=1.2`"),
    Code("SK416", "unknown-part", "error", "there is no part `{id}`", "declare it under `parts`"),
    Code("SK417", "include-unusable", "error", "the included file `{path}` can't be used: {problem}"),
    Code("SK418", "include-outside", "error", "`{path}` lies outside of {root}, from where includes may come", "move the file, or give the reader a wider root"),
    Code("SK419", "unknown-variant", "error", "there is no variant `{id}`"),
    Code("SK420", "unknown-addition", "error", "no step `{id}` may be added here"),
    Code("SK421", "unknown-question", "error", "there is no question `{id}`"),
    Code("SK422", "no-such-member", "error", "there is no `{found}`: {limits}"),
    Code("SK423", "not-a-row", "error", "`{id}` is no row of members", "`for_each` takes digits such as `toe` or `finger`, `joint`, or `place`"),
    Code("SK424", "unknown-mark", "error", "nothing is marked as `{id}`", "write `mark: {id}` on the step that finds the spots"),
    Code("SK425", "section-unused", "error", "no variant holds the section `{id}`", "add it to the `sections` of a variant, or remove it"),
    Code("SK426", "default-taken", "error", "two variants are the default", "keep `default: true` on one of them"),
    Code("SK427", "plugin-part-missing", "error", "no plugin contributes the part `{id}`"),
    Code("SK428", "deprecated", "warning", "`{id}` should not be used any more: {instead}"),
    # 5xx: composing
    Code("SK501", "dose-missing", "error", "`{technique}` needs {fields}"),
    Code("SK502", "dose-outside-limits", "error", "`{key}: {found}` is outside what `{technique}` allows: {limits}"),
    Code("SK503", "path-gap", "error", "no single way leads from `{first}` to `{second}`", "name the places on it: `{first} -> … -> {second}`"),
    Code("SK504", "side-on-midline", "error", "`{region}` has no sides", "remove `{side}`"),
    Code("SK505", "not-reachable", "error", "`{region}` can't be reached while the client is {position}", "set `position` to {positions}"),
    Code("SK506", "too-few-options", "error", "only {count} of the options can be taken, {wanted} are to be chosen"),
    Code("SK507", "value-unfit", "error", "`{text}` does not fit the value `{id}`: {problem}", "{expected}"),
    Code("SK508", "value-unset", "error", "the value `{id}` has no default and was not set", "set it, or give it a `default`"),
    Code("SK509", "condition-undecidable", "error", "`{found}` compares the value `{id}` with something it can't be", "{expected}"),
    Code("SK510", "too-many-steps", "error", "the routine unrolls to more than {limit} steps", "use fewer repeats, or raise the limit"),
    Code("SK511", "direction-against-path", "error", "`direction: {found}` runs against `path: {path}`", "turn one of them round"),
    Code("SK512", "lubricant-missing", "warning", "`{technique}` glides on oil or lotion, and none has been applied", "add `apply_lubricant` before it, or say `lubricant: none`"),
    Code("SK513", "state-undecided", "warning", "`{key}` here is {states}: that depends on `{step}`, which is still open", "say `{key}` on this step"),
    Code("SK514", "pose-decides", "warning", "`{region}` can be reached {fitting}, but not {others}: `position` leaves that open", "say which of the two it is"),
    Code("SK515", "loop-missing", "error", "`{found}` asks about a loop, and there is none around this step", "put the step into a block with `for_each`, `sides` or `repeat`"),
    Code("SK516", "this-outside-loop", "error", "`this {name}` stands in no loop over {name}s", "put the step into a block with `for_each: {{{name}: all}}`"),
    Code("SK517", "include-cycle", "error", "`{ref}` includes itself: {chain}", "take one of these includes out"),
    Code("SK518", "steps-too-deep", "error", "steps stand in one another more than {limit} deep, includes counted", "include less within what is included, or flatten the blocks"),
    Code("SK519", "locked-conflict", "error", "{what} would change what is locked here", "leave it as it is, or unlock the node"),
    Code("SK520", "mark-missing", "error", "nothing before this step marks `{id}`", "give an earlier step `mark: {id}`"),
    Code("SK521", "members-unknown", "error", "nothing says how many {name}s there are here", "write their numbers, such as `1..3`"),
    Code("SK522", "treatment-ruled-out", "error", "the answers given speak against the treatment: {effect}", "treat nobody by this plan before that is settled"),
    Code("SK523", "treatment-after-advice", "warning", "the answers given ask for something first: {effect}"),
    Code("SK524", "ruled-out-by-answer", "error", "the answers given rule out {what}", "leave the step out, or make it `optional`"),
    # 6xx: time
    Code("SK601", "time-unknown", "error", "nothing says how long {steps} takes", "give it a `duration`, or assume one"),
    Code("SK602", "totals-disagree", "error", "the stated total {stated} is outside the derived {derived}", "change one of them"),
    Code("SK603", "totals-disagree-by-estimate", "warning", "the stated total {stated} is outside the derived {derived}, which rests on estimates: {estimates}", "state these times, or correct the total"),
    Code("SK604", "dose-disagrees", "error", "`tempo`, `repeat` and `duration` disagree: {problem}", "leave one of the three out"),
    Code("SK605", "block-too-short", "error", "the steps inside take at least {least}, more than the {duration} given", "lengthen it, or shorten the steps"),
    Code("SK606", "block-too-long", "error", "the steps inside take at most {most}, less than the {duration} given", "shorten it, or lengthen the steps"),
    Code("SK607", "unknown-assumption", "error", "no step is named `{id}`", "assume a time only for steps that the plan names"),
    Code("SK608", "share-disagrees", "warning", "`share: {share}` is {made} here, which does not meet the duration: {duration}", "the duration holds; change one of the two"),
    Code("SK609", "shares-exceed", "error", "with this one the shares come to {least} of the whole", "lower them to 100% together"),
    Code("SK610", "checkpoint-missed", "warning", "by plan this comes {planned} after `{since}` begins; the checkpoint says {stated}", "change the checkpoint, or the times before it"),
    Code("SK611", "stages-disagree", "error", "the stages make {stages}, the duration of the step says {duration}", "change one of them"),
    Code("SK612", "booked-too-short", "warning", "{what} takes at least {least}, more than the {booked} booked", "book more, or plan less"),
    Code("SK613", "block-by-estimate", "warning", "the steps inside are guessed to take {derived}, which does not meet the {duration} given: {estimates}", "the time given holds; state the times of the steps if it should not"),
    Code("SK614", "target-out-of-reach", "error", "no run of this plan takes {target}; there is {range}, the nearest: {nearest}", "ask for one of these totals, or widen what stands in the way"),
    Code("SK615", "fit-not-proved", "warning", "within {work} steps of work nobody could prove that this is the best fit; a better one costs at most {gap} less", "let it search longer, or leave less open"),
    Code("SK616", "unknown-wish", "error", "nothing in this plan is, or works on, `{name}`", "name a step, a section, a technique or a place of this plan"),
    Code("SK617", "no-stated-total", "error", "this routine states no total to fit it to", "say how long it shall take"),
    Code("SK618", "fit-not-found", "error", "within {work} steps of work no run was found that takes {target}; there may be one", "let it search longer, or ask for another total"),
    # 7xx: checks across steps
    Code("SK701", "avoided-place", "error", "this step works on {place}, where the routine says `{rule}`", "leave {place} out of the target, or work beside it"),
    Code("SK702", "avoid-unclear", "warning", "the target is not stated, so nobody can tell whether it keeps to `avoid: {place}`", "state `where`"),
    Code("SK703", "contraindications-unknown", "warning", "nobody has said what speaks against this routine", "list `contraindications`, or write `none_reviewed` if someone looked and found none"),
    Code("SK704", "pressure-over-cap", "error", "the pressure {found} is above the cap {cap}"),
    Code("SK705", "pressure-not-comparable", "warning", "the pressure {found} can't be compared with the cap {cap}", "give it a level on the scale of the cap"),
    Code("SK706", "nothing-taken-away", "warning", "`{thing}` is placed until it is removed, and no step removes it", "add `{{action: remove, of: {id}}}`"),
    Code("SK707", "pressure-cut", "hint", "{found} would be {level} here: it is cut to the cap {cap}"),
    Code("SK708", "work-under-thing", "warning", "this step works on `{region}`, where `{thing}` still lies", "remove it before: `{{action: remove, of: {id}}}`"),
    Code("SK709", "level-off-scale", "error", "{found} is off the scale: `{scale}` runs from {low} to {high}", "write a level of the scale"),
    Code("SK710", "limit-broken", "error", "{what} comes to {found}, and the limit is {limit}", "shorten the steps, or correct the limit"),
    Code("SK711", "limit-passed", "warning", "{what} comes to {found}, and the limit is {limit}", "plan less of it, or state the times that are guessed"),
    Code("SK712", "nothing-to-remove", "warning", "`{id}` does not lie anywhere when this step removes it", "remove it after it is placed, and once"),
    Code("SK713", "forbidden-thing", "error", "`{thing}` is used here, which the equipment forbids for `{equipment}`", "use something else, or correct the equipment"),
    Code("SK714", "no-target", "error", "`{region}` is never worked on", "name a place around it"),
    Code("SK715", "no-side-change", "error", "these words are for the change of side, and this step changes no side", "write another moment, or say `side: both` or `sides`"),
    # 8xx: plugins
    Code("SK801", "plugin-broken", "warning", "the plugin {plugin} can't be used: {problem}"),
    Code("SK802", "declaration", "error", "this declaration can't be used: {problem}"),
    Code("SK803", "plugin-call", "warning", "{what} of the plugin {plugin} failed: {problem}", "{instead}"),
    # 9xx: the run itself
    Code("SK901", "file-missing", "error", "there is no file `{path}`"),
    Code("SK902", "file-unreadable", "error", "`{path}` can't be read: {problem}"),
    Code("SK903", "suffix-unknown", "error", "`{path}` has none of the endings {suffixes}", "rename it, or name its syntax"),
    Code("SK904", "nothing-to-check", "error", "`{path}` holds no routine files (*.routine.yaml, *.routine.yml, *.routine.json)"),
    Code("SK905", "internal", "error", "strokekit itself failed: {problem}", "report it with the file"),
    Code("SK906", "layout-unsafe", "error", "no layout was found that says the same as this file, so it is left as it is", "report it with the file"),
    Code("SK907", "not-migrated", "error", "this file could not be brought to a later version: {problem}", "change this place by hand, then migrate again"),
    Code("SK908", "session-unusable", "error", "this session can't go on: {problem}", "begin a new one"),
)

CODES: dict[str, Code] = {row.name: row for row in _ROWS}
"""Every code by its name; the numbers are unique too, which a test keeps."""

UNCHECKED = frozenset(
    {
        "not-utf8",
        "root-not-mapping",
        "syntax",
        "too-deep",
        "too-large",
        "too-many-nodes",
        "version-old",
        "version-unknown",
    }
)
"""Names of what is found of a file of which nothing else could be checked then."""

"""Small routines for the cards, each with what both cards have to say of it. The head and the steps are those of the format."""

from __future__ import annotations

from typing import Any

import attrs
import yaml

HEAD = "strokekit: 1\ntitle: Test\ncontraindications: none_reviewed\n"


@attrs.frozen
class Construct:
    """A construct of the format: steps of one section, what stands before the sections, and lines of its card in order."""

    name: str
    steps: str
    lines: tuple[str, ...]
    head: str = ""
    section: str = ""

    @property
    def data(self) -> dict[str, Any]:
        """The whole routine as values."""
        made: dict[str, Any] = yaml.safe_load(HEAD + self.head)
        own = {"id": "s", "position": "prone", "lubricant": "oil", **(yaml.safe_load(self.section) or {})}
        return {**made, "sections": [{**own, "steps": yaml.safe_load(self.steps)}] if self.steps else [own]}


CONSTRUCTS = (
    Construct(
        "sides",
        "[{sides: right then left, between: [{action: change_place}],"
        " steps: [{technique: compression, where: calf, tool: left palm, direction: clockwise, repeat: 3}]}]",
        (
            "1.1 On each side",
            "1.1.1 right side",
            "1.1.1.1 Compression",
            "Where: right calf",
            "Direction: clockwise",
            "With: left palm",
            "How often: 3 times",
            "1.1.2 Change place",
            "1.1.3 left side",
            "Steps: the mirror image of the right side",
        ),
    ),
    Construct(
        "a side that is not mirrored",
        "[{sides: each, steps: [{technique: compression, where: calf, tool: left palm, mirror: false, repeat: 3}]}]",
        ("1.1.1 left side", "With: left palm", "1.1.2 right side", "Where: right calf", "With: left palm"),
    ),
    Construct(
        "a change before the second side",
        "[{sides: each, therapist: standing beside left knee, steps: [{technique: kneading, where: calf, duration: 1 min}]}]",
        (
            "1.1.1 left side",
            "Therapist: standing beside the left knee",
            "1.1.1.1 Kneading",
            "1.1.2 right side",
            "Steps: first the change below, then the mirror image of the left side",
            "1.1.2.1 Change place",
            "Note: needed by the therapist's change of place; the source does not mention it",
        ),
    ),
    Construct(
        "digits",
        "[{for_each: {toe: 1..3}, title: Toes, steps:"
        " [{technique: kneading, where: this toe, repeat: 2, but: {when: this toe = 3, repeat: 1, tool: thumb}}]}]",
        (
            "1.1 Toes: For each toe, from 1 to 3",
            "1.1.1 toe 1",
            "1.1.1.1 Kneading",
            "Where: toe 1",
            "How often: 2 times",
            "1.1.2 toe 2",
            "Steps: as for toe 1",
            "1.1.3 toe 3",
            "Where: toe 3",
            "With: thumb",
            "How often: once",
        ),
    ),
    Construct(
        "digits backwards",
        "[{for_each: {toe: [5, 1]}, steps: [{technique: kneading, where: this toe, repeat: 2}]}]",
        ("1.1 One after the other: toe 5, toe 1", "1.1.1 toe 5", "1.1.2 toe 1", "Steps: as for toe 5"),
    ),
    Construct(
        "places",
        "[{for_each: {place: [knee, ankle]}, steps: [{technique: holding, where: this place, hold: 5 s}]}]",
        ("1.1 One after the other: knees, ankles", "1.1.1 knees", "Where: knees", "1.1.2 ankles", "Steps: as for knees"),
    ),
    Construct(
        "a loop in which steps ask for the pass",
        "[{repeat: 1..3, steps: [{technique: kneading, where: calf}, {technique: stroking, where: calf, when: pass last}]}]",
        (
            "1.1 Repeat the steps",
            "How often: 1–3 times",
            "1.1.1 Kneading",
            "1.1.2 The last pass, or the only one",
            "1.1.2.2 Stroking",
            "Only if: this is the last pass",
        ),
    ),
    Construct(
        "a first pass of its own",
        "[{repeat: 3, steps: [{technique: kneading, where: calf}, {technique: stroking, where: calf, when: pass first}]}]",
        ("1.1.1 Kneading", "1.1.2 Stroking", "Only if: this is the first pass", "1.1.3 Each later pass", "1.1.3.1 Kneading"),
    ),
    Construct(
        "a change before each later pass",
        "[{repeat: 2, therapist: standing beside hips, steps: [{technique: kneading, where: calf},"
        " {technique: kneading, where: thigh, therapist: standing at head}]}]",
        ("1.1.1 Kneading", "1.1.3 Kneading", "1.1.4 Before each later pass", "1.1.4.1 Change place"),
    ),
    Construct(
        "a block",
        "[{title: Loop, order: any, repeat: 2, until: tissue_softens, duration: ..20 min, rest: 7 s, cap: light,"
        " avoid: {knee: light_only}, stop: {numbness: stop}, position: supine, between: [{technique: holding, where: sole}],"
        " steps: [{technique: kneading, where: thigh}]}]",
        (
            "1.2 Loop",
            "How often: 2 times",
            "Time: at most 20 min",
            "Until: the tissue softens",
            "Order: any; this is one of them",
            "Client: supine",
            "Rest: 7 s",
            "Keep in mind: only light touch on the knees",
            "Never firmer than: light (Walton 1–2)",
            "Stop signs: it becomes numb: stop",
            "1.2.1 Kneading",
            "1.2.2 Between two passes",
            "1.2.2.1 Holding",
        ),
    ),
    Construct(
        "others between the repetitions",
        "[{technique: tapping, where: buttock, repeat: 4..6, note: Loosely,"
        " interspersed: {technique: stroking, where: buttock, pressure: light}}]",
        (
            "1.1 Tapping",
            "How often: 4–6 times",
            "Where: buttocks",
            "Loosely",
            "1.1.1 Between the repetitions",
            "1.1.1.1 Stroking",
            "Pressure: light (Walton 1–2)",
        ),
    ),
    Construct(
        "others after so much time",
        "[{technique: kneading, where: calf, duration: 4 min,"
        " interspersed: {every: 30 s, steps: [{technique: stroking, where: calf, duration: 5 s}]}}]",
        ("1.1 Kneading", "Time: 4 min", "1.1.1 Every 30 s", "1.1.1.1 Stroking", "Time: 5 s"),
    ),
    Construct(
        "others between the steps",
        "[{steps: [{technique: kneading, where: calf}, {technique: friction, where: calf}],"
        " interspersed: {every: step, steps: [{technique: stroking, where: calf, duration: 5 s}]}}]",
        ("1.1 These steps", "1.1.1 Kneading", "1.1.2 Stroking", "Note: returns between the steps", "1.1.3 Friction"),
    ),
    Construct(
        "an open exception",
        "[{technique: friction, where: calf,"
        " but: [{when: client pregnant, skip: true}, {when: wanted, repeat: 2, tool: thumb}]}]",
        (
            "Exception: if the client is pregnant: leave this out",
            "Exception: if wanted: With: thumb; How often: 2 times",
        ),
    ),
    Construct(
        "stages",
        "[{technique: holding, where: calf, hold: 10 s, stages: [{pressure: light}, {pressure: firm, tool: palms}]}]",
        ("In stages: Pressure: light (Walton 1–2), then With: palms; Pressure: firm (Walton 3–4)",),
    ),
    Construct(
        "may be added",
        "[{technique: kneading, where: calf}]",
        (
            "May be added: Brow (Where: forehead; Pressure: light (Walton 1–2); Only if: wanted; Say: “Now the brow”; Softly)",
            "May be added: These steps (Holding (Where: forehead; Hold: 5 s); Rest: 3 s)",
            "May be added: Stroking (Where: scalp; Time: 1 min)",
        ),
        head="may_add:\n- {id: brow, title: Brow, technique: stroking, where: forehead, pressure: light, when: wanted,"
        " say: Now the brow, note: Softly}\n"
        "- {id: held, rest: 3 s, steps: [{technique: holding, where: forehead, hold: 5 s}]}\n",
        section="may_add: [{id: scalp, technique: stroking, where: scalp, duration: 1 min}]",
    ),
    Construct(
        "free time",
        "[{free: region, where: upper_limb, duration: 10..14 min, pressure: light},"
        " {free: pool, among: [foot, hand], duration: 3..6 min}, {free: pool, duration: 1 min}]",
        (
            "1.1 Free work",
            "Where: upper limbs",
            "Pressure: light (Walton 1–2)",
            "Time: 10–14 min",
            "1.2 Time to give out",
            "Time: 3–6 min",
            "To be given to: feet or hands",
            "1.3 Time to give out",
            "To be given to: any place",
        ),
    ),
    Construct(
        "shares",
        "[{share: 40..50%, steps: [{technique: kneading, where: calf}]}, {choose: 1, share: 20%, from:"
        " [{technique: kneading, where: calf}, {technique: friction, where: calf}]}]",
        ("Share: 2–6%", "Share: 40–50%", "Share: 20%"),
        head="booking: {table: 60 min}\n",
        section="share: 2..6%",
    ),
    Construct(
        "a checkpoint",
        "[{technique: kneading, id: start, title: First, where: calf, duration: 2 min},"
        " {technique: kneading, where: calf, duration: 2 min}, {checkpoint: 3..5 min, since: start, title: Half way}]",
        ("1.3 Half way: By here: 3–5 min since the beginning of “First”",),
    ),
    Construct(
        "unlisted steps",
        "[{unlisted: 2, where: foot}, {unlisted: 1}]",
        (
            "Time: Nothing says how long these take: 2 steps that the source does not give, 1 step that the source does not give",
            "1.1 2 steps that the source does not give",
            "Where: feet",
            "1.2 1 step that the source does not give",
        ),
    ),
    Construct(
        "a part",
        "[{include: leg, id: first, set: {firmness: firm}, note: With care}]",
        (
            "1.1 One leg",
            "From the part: leg",
            "Purpose: calm",
            "With care As gentle as can be",
            "1.1.1 Gliding",
            "Pressure: firm (Walton 3–4)",
        ),
        head="parts:\n  leg:\n    title: One leg\n    purpose: calm\n    note: As gentle as can be\n"
        "    values: {firmness: {type: pressure, default: gentle}}\n"
        "    steps: [{technique: gliding, path: ankle -> knee, pressure: $firmness}]\n",
    ),
    Construct(
        "a choice of none",
        "[{choose: 0..1, by: client, duration: 20 s,"
        " from: [{technique: rocking, where: pelvis}, {technique: hacking, where: calf}]},"
        " {choose: 2..3, by: source, from: [{technique: rocking, where: pelvis}, {technique: hacking, where: calf},"
        " {technique: tapping, where: calf}]}]",
        (
            "1.1 Choose",
            "Choose: one of these, or none (the client chooses)",
            "Time: 20 s",
            "1.1.1 Rocking",
            "1.1.2 Hacking",
            "Choose: 2–3 of these (the source chooses)",
        ),
    ),
    Construct(
        "cues",
        "[{ask: {text: Too firm, at: every 2 min, answers: {so_so: {cap: light, say: I see}}}, caution: Slowly, duration: 30 s}]",
        (
            "1.1 Ask",
            "Time: 30 s",
            "Ask, every 2 min: |Too firm|",
            "If the answer is “so so”: never firmer than light (Walton 1–2); Say: “I see”",
            "Take care: |Slowly|",
        ),
    ),
    Construct(
        "passive elements",
        "[{action: place, id: pack, thing: heat_pack, where: lower_back, lasts: until_removed},"
        " {technique: kneading, where: calf}, {action: remove, of: pack}]",
        ("1.1 Place", "Use: heat pack", "Goes on: until it is taken away", "1.3 Remove", "Concerns: Place, step 1.1"),
    ),
    Construct(
        "marks",
        "[{technique: kneading, where: knots in calf, mark: sore_spots},"
        " {technique: holding, where: marked sore_spots, hold: 5 s}]",
        ("Mark: the spots found here, as “sore spots”", "Where: the spots marked as sore spots"),
    ),
    Construct(
        "what a node may carry",
        "[{technique: kneading, where: calf, label: 7, purpose: calm, optional: true, expect: false, priority: low,"
        " locked: [order, dose], media: [{kind: audio, href: 'https://example.org/waves.ogg', title: Waves, language: en}],"
        " source: b, differs: {source: a, repeat: 4..6},"
        " stated_total: [{duration: 2 min, covers: visit, source: a, note: roughly}],"
        " slip: {kind: ambiguity, field: where, says: calf, read_as: both calves}}]",
        (
            "1.1 Kneading (7)",
            "Purpose: calm",
            "Optional: the routine is complete without it",
            "Usually: left out, unless somebody asks for it",
            "When time is short: leave this out first",
            "Keep as written: the order and the dose",
            "Sound:",
            "Stated by the source: 2 min for the whole visit (so Book A) (roughly)",
            "According to: Book B",
            "Source: the source is ambiguous: it says “calf”; read here as “both calves” (about: where)",
            "Elsewhere: Book A says How often: 4–6 times",
        ),
        head="sources: {a: {title: Book A}, b: {title: Book B}}\n",
    ),
    Construct(
        "the head",
        "[{technique: kneading, where: calf}]",
        (
            "Stated by the source: 30 min for the time on the table",
            "Not written here: The face",
            "For: an adult, pregnant, one at a time, clothing: loose, setting: chair",
            "Booked: slot 1 h 15 min, on the table 1 h",
            "Schedule: weeks 1–4: 2 times for each week (then stop)",
            "Signed off: each time",
            "Setting: Strokes (passes) = 3, from 2 to 6 (as you like)",
            "Setting: mood = calm, one of calm or lively",
            "Setting: slow = true",
            "Keep as written: everything",
            "Where a step does not say: How often: not stated",
            "According to: Press A",
            "Note: Of all",
        ),
        head="extent: part\nmissing: The face\nnote: Of all\nlocked: true\nsource: a\ndefaults: {repeat: unstated}\n"
        "sources: {a: {title: Book A, publisher: Press A, author: Ann, licence: unknown, note: in part}}\n"
        "recipient: {kind: adult, pregnant: true, group: false, clothing: loose, setting: chair}\n"
        "booking: {slot: 75 min, table: 60 min}\nstated_total: [{duration: 30 min, covers: table}]\n"
        "schedule: [{weeks: 1..4, times: 2 each week, note: then stop}]\nsign_off: each_time\n"
        "values:\n  passes: {type: count, default: 3, min: 2, max: 6, title: Strokes, description: as you like}\n"
        "  mood: {type: choice, default: calm, choice: [calm, lively]}\n  slow: {type: boolean, default: true}\n",
    ),
    Construct(
        "care",
        "[{technique: kneading, where: calf}]",
        (
            "What speaks against it: fever: do not begin",
            "What speaks against it: raised risk of thrombosis: send on: a doctor; keep off the calves",
            "Keep in mind: no pressure on the spine (because: bones) (so Book B) (seriously)",
            "Never firmer than: firm (Walton 3–4)",
            "Limit: elbow: at most 2 min for each area (so Book B)",
            "Limit: calm: at most 90% of the time on the table",
            "Limit: friction: at most 5 times (or none)",
            "Limit: calves: at most 20 min",
            "Stop signs: it becomes numb: lighten to light (Walton 1–2), then stop (then wait)",
            "Stop signs: pain 7–10 of 10: stop and send on to a doctor",
        ),
        head="contraindications: {fever: refuse, thrombosis_risk: {refer: a doctor, avoid: {calf: keep_off}}}\n"
        "avoid: {spine: {effect: no_pressure, because: bones, source: b, note: seriously}}\ncap: firm\n"
        "sources: {b: {title: Book B}}\n"
        "limits:\n- {tool: elbow, duration: ..2 min each area, source: b}\n- {purpose: calm, share: ..90%}\n"
        "- {technique: friction, repeat: ..5, note: or none}\n- {where: calf, duration: ..20 min}\n"
        "stop: {numbness: {response: lighten, to: light, then: stop, note: then wait}, pain 7..10: stop and refer}\n",
    ),
    Construct(
        "questions",
        "[{technique: kneading, id: calves, title: The calves, where: calf, when: answer agreed}]",
        (
            "Ask the midwife: “Any sunburned skin”",
            "If the answer is yes: do not begin: too sore; keep off the knees; Say: “We leave it out”",
            "Ask the client: “Shall we begin” – nothing begins without a yes",
            "Ask the client: “How firm” (one of several)",
            "If the answer is “soft”: never firmer than light (Walton 1–2); no friction; the client does not lie prone; set",
            "If the answer is “hard”: Pressure: firm (Walton 3–4); Product: lotion; Most on: calves; leave out The calves; set",
            "Only if: “Shall we begin” is answered with yes",
        ),
        head="values: {passes: {type: count, default: 3}}\nscreen:\n"
        "- {id: sunburn, ask: Any sunburned skin, who: the midwife, then: {refuse: too sore, avoid: {knee: keep_off},"
        " say: We leave it out}}\n"
        "- {id: agreed, ask: Shall we begin, need: true}\n"
        "- {id: mood, ask: How firm, type: choice, answers: {soft: {cap: light, forbid: friction, forbid_position: prone,"
        " set: {passes: 2}, repeat: 2}, hard: {pressure: firm, lubricant: lotion, emphasis: calf, skip: calves,"
        " set: {passes: answer}}}}\n",
    ),
    Construct(
        "words of its own",
        "[{technique: kneading, where: hollow, until: skin_slides, pressure: 2 own}, {technique: gliding, path: way}]",
        (
            "Where: Hollow of the hand (middle of the palms)",
            "Pressure: Own scale 2",
            "Until: the skin slides",
            "Way: Leg way (ankles → knees)",
            "Hollow of the hand: a point, middle of the palms",
            "Leg way: a way, ankles → knees",
            "Own scale: from 1 to 5; 1 is feather; velvety is 1",
        ),
        head="places:\n  hollow: {kind: point, at: middle of palm, title: Hollow of the hand}\n"
        "  way: {kind: path, path: ankle -> knee, title: Leg way}\n"
        "scales: {own: {title: Own scale, low: '1', high: '5', levels: {'1': feather}, words: {velvety: '1'}}}\n"
        "words: {signs: {skin_slides: the skin slides}}\n",
        section="position: supine",
    ),
    Construct(
        "equipment",
        "[{technique: kneading, where: calf}]",
        (
            "oil: 20–30 ml, no nut oil – lukewarm",
            "heat pack: 2 of them, at 40–45 °C, keep off the belly, or towel, may be left out",
        ),
        head="equipment:\n  oil: {amount: 20..30 ml, forbid: [nut_oil], note: lukewarm}\n"
        "  heat_pack: {count: 2, temperature: 40..45 °C, avoid: {abdomen: keep_off}, or: towel, optional: true, setting: low}\n",
    ),
)
"""One for each group of constructs; `|` stands for the quotation marks that the two cards draw differently."""

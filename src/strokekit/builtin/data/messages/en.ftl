# Every word that strokekit itself puts into tables and cards. Words of techniques and regions stand with their declarations.

## Times and numbers
time-hours-minutes = { $hours } h { $minutes } min
time-hours = { $hours } h
time-minutes-seconds = { $minutes } min { $seconds } s
time-minutes = { $minutes } min
time-seconds = { $seconds } s
time-none = 0 s
time-below-second = under 1 s
span = { $low }–{ $high }
span-from = at least { $low }
span-to = at most { $high }
about = about { $time }
unknown = unknown
unstated = not stated
amount-ideally = { $text }, ideally { $ideal }
amount-by = { $text }, by { $what }
amount-basis = { $text } (by { $what })
amount-source = { $text } (from { $source })
amount-noted = { $text } ({ $note })
move = { $title } ({ $time })
times = { $count ->
    [one] once
   *[other] { $text } times
}
breaths = { $count ->
    [one] 1 breath
   *[other] { $text } breaths
}
each = { $text } for each { $unit }
per-minute = { $text } a minute
centimetres-per-second = { $text } cm/s

## Joining
comma = { $first }, { $second }
then = { $first }, then { $second }
dose-and = { $first }; { $second }
dose-field = { $label }: { $text }
named = { $title } ({ $name })
noted = { $text } ({ $note })
quoted = “{ $text }”
said-by = { $text } (so { $source })
in-place = { $findings } in { $place }
of-part = { $part } of { $whole }
the = the { $text }
arrow = { $first } → { $second }

## Places
side-left = left
side-right = right
side-both = both sides, one after the other
side-both_at_once = both sides at once
side-midline = the middle line
side-near = the near side
side-far = the far side
side-same = the same side
side-opposite = the opposite side
relation-beside = beside { $place }
relation-above = above { $place }
relation-below = below { $place }
relation-in_front_of = in front of { $place }
relation-behind = behind { $place }
relation-under = under { $place }
relation-around = around { $place }
relation-along = along { $place }
relation-between = between { $place }
relation-over = over { $place }
relation-at = at { $place }
relation-on = on { $place }
relation-two = between { $place } and { $other }
at-place = { $text } at { $place }
offset = { $offset } { $text }
marked = the spots marked as { $name }
place-named = { $name } ({ $place })
pattern-spacing = { $text }, { $spacing } apart
pattern-progress = { $text }, working { $way }
pick-this = this { $text }
pick-every = every { $text }
not-on = not on { $places }

## Directions
way-toward = toward { $place }
way-away_from = away from { $place }
way-along = along { $place }
way-across = across { $place }
turn-clockwise = clockwise
turn-counterclockwise = counterclockwise
seen-by_client = { $text }, as the client sees it
seen-facing_client = { $text }, as seen facing the client

## Pressure
pressure-numbers = { $word } ({ $scale } { $numbers })
pressure-scale = { $scale } { $numbers }
pressure-ramp = from { $first } to { $second }
pressure-steady = steady
pressure-resting = resting
pressure-rising = rising
pressure-falling = falling
pressure-deeper = deeper than before
pressure-lighter = lighter than before
pressure-same = the same as before
pressure-slowly = { $text } slowly
pressure-if = { $text }, if { $sign }
pressure-up-to = { $text }, up to { $level }
pressure-manner = { $text }, { $manner }
pressure-cut = { $text }, cut to { $level } by the cap
pressure-comes-to = { $text }: { $level }
pain-below = below the pain threshold
pain-at = at the pain threshold
pain-range = pain { $numbers } of 10
on-return = { $text }, on the way back { $back }

## Conditions
when-wanted = wanted
when-suitable = suitable
when-possible = possible
when-found = { $name } are found
when-client = the client { $name }
when-value = { $name } is chosen
when-value-is = { $name } is { $value }
when-answer = “{ $name }” is answered with yes
when-answer-is = “{ $name }” is answered with { $value }
when-thing = { $name } is used
when-thing-is = { $name } is { $value }
when-position = the client lies { $name }
when-this = this is { $name } { $value }
when-pass-first = this is the first pass
when-pass-last = this is the last pass
when-not = not: { $text }
until-reached = the hands reach { $place }
until-covered = the hands have covered { $place }

## Prompts
prompt-say = Say
prompt-ask = Ask
prompt-caution = Take care
prompt-at = { $label }, { $when }
prompt-answer = If the answer is “{ $answer }”
at-start = at the start
at-end = at the end
at-pressure_rise = when the pressure rises
at-side_change = when the side changes
at-leaving = before leaving the area
at-often = often
at-each_repeat = at each repeat
at-share = at { $percent }% of the step
at-time = after { $time }
at-before-end = { $time } before the end
at-every = every { $time }

## Lines of a step
line-where = Where
line-path = Way
line-pattern = Pattern
line-side = Side
line-emphasis = Most on
line-start = Begin with
line-direction = Direction
line-tool = With
line-grip = Grip
line-support = Support
line-size = Size
line-pressure = Pressure
line-repeat = How often
line-hold = Hold
line-duration = Time
line-tempo = Tempo
line-rest = Rest
line-breath = On the
line-until = Until
line-amount = Amount
line-thing = Use
line-lubricant = Product
line-purpose = Purpose
line-when = Only if
line-expect = Usually
expect-not = left out, unless somebody asks for it
line-priority = When time is short
priority-high = keep this
priority-low = leave this out first
line-locked = Keep as written
locked-all = everything
locked-order = the order
locked-dose = the dose
locked-steps = the steps
locked-texts = the words
line-share = Share
line-stages = In stages
line-position = Client
line-therapist = Therapist
line-order = Order
line-steps = Steps
line-moves = Moves
line-part = From the part
line-of = Concerns
line-among = To be given to
line-but = Exception
line-may-add = May be added
line-mark = Mark
line-source = According to
line-optional = Optional
line-optional-value = the routine is complete without it
line-choose = Choose
choose-value = { $text } of these
choose-one = one of these
choose-one-or-none = one of these, or none
line-chosen-by = { $text } ({ $who } chooses)
by-therapist = the therapist
by-client = the client
by-source = the source
line-repeat-block = Repeat the steps
line-sides = Sides
line-surface = Surface
line-drape = Cover
line-bolsters = Bolsters
line-contact = Contact
line-lasts = Goes on
lasts-routine = through the whole routine
lasts-section = through this section
lasts-until_removed = until it is taken away
lasts-time = for { $time }
line-note = Note
line-slip = Source
slip-field = { $text } (about: { $field })
slip-error = the source errs: it says “{ $says }”; read here as “{ $read }”
slip-ambiguity = the source is ambiguous: it says “{ $says }”; read here as “{ $read }”
slip-contradiction = the source contradicts itself: it says “{ $says }”; read here as “{ $read }”
slip-repetition = the source repeats itself: “{ $says }”; read here as “{ $read }”
slip-omission = the source leaves something out: “{ $says }”; read here as “{ $read }”
line-differs = Elsewhere
differs-by = { $source } says { $text }
line-cautions = Cautions
caution-item = { $condition }: { $effect } [{ $number }]
caution-item-noted = { $condition }: { $effect } ({ $note }) [{ $number }]
caution-again = { $condition } (see { $step })
given-yes = yes
given-no = no
cautions-unreviewed = nobody has reviewed what calls for care in { $names }
effect-refuse = do not begin
effect-refer = send on to a doctor
effect-consult = ask a doctor first
effect-delay = wait
effect-cap = work lightly
effect-forbid = do not do this
effect-avoid = keep off
decide-refuse = do not begin: { $reason }
decide-refer = send on: { $reason }
decide-consult = ask first: { $reason }
decide-delay = wait: { $reason }
effect-cap-level = never firmer than { $level }
effect-forbid-work = no { $what }
effect-forbid-position = the client does not lie { $pose }
effect-skip = leave out { $what }
effect-set = set { $name } to { $value }
effect-set-answer = set { $name } to the answer
effect-repeat = do this again, { $text }
effect-keep_off = keep off
effect-no_contact = no contact there
effect-no_pressure = no pressure there
effect-light_only = only light touch there
effect-ask = ask
effect-check = check often
inserted-position = needed by the change of position; the source does not mention it
inserted-therapist = needed by the therapist's change of place; the source does not mention it
inserted-change = needed here; the source does not mention it
added = added to the routine for this plan
returns = returns between the steps
mark = the spots found here, as “{ $name }”
but = if { $when }: { $then }
but-skip = leave this out
among-any = any place
step-numbered = { $title }, step { $number }
reference = [{ $number }] { $source }
from-part = The part “{ $name }”
free-region = Free work
free-pool = Time to give out
unlisted = { $count ->
    [one] 1 step that the source does not give
   *[other] { $text } steps that the source does not give
}
checkpoint = By here: { $time }
checkpoint-since = By here: { $time } since the beginning of “{ $since }”
media-image = Picture
media-audio = Sound
media-video = Film
media-document = Document
media-language = { $text } ({ $language })
contact-constant = one hand stays on the client throughout
contact-free = free
breath-inhale = in-breath
breath-exhale = out-breath
lubricant-none = none
lubricant-amount = { $text }, { $amount }
lubricant-warmed = { $text }, warmed
lubricant-not-warmed = { $text }, not warmed
bolsters-none = none
pose-on-side = { $side } { $pose }
pose-alignment = { $text }, { $how }
pose-edge = { $text }, { $length } from the edge of the table
therapist-side = { $text }, on the { $side }
step-labelled = { $title } ({ $label })
unknown-technique = { $id } (its plugin is not loaded)
pass-on-side = { $side } side
as-mirrored = the mirror image of the { $side }
as-member = as for { $member }
change-first = first the change below, then { $text }
block-steps = These steps
block-sides = On each side
members-row = For each { $kind }, from { $first } to { $last }
members-list = One after the other: { $names }
between-passes = Between two passes
between-repetitions = Between the repetitions
every = Every { $time }
later-passes = Each later pass
before-later-passes = Before each later pass
last-pass = The last pass
last-or-only-pass = The last pass, or the only one
only-pass = If there is only one pass
order-any = any; this is one of them

## The card
card-time = Time
card-total = { $ideal } ({ $low }–{ $high })
card-total-open = { $ideal } (at least { $low })
part-of-above = part of the time above
card-total-unknown = unknown (at least { $low })
card-total-exact = { $ideal }
card-fitted = { $fit }; by itself { $ideal }
card-fit-count = { $time }, { $count } times
card-fit-left-out = left out
card-extent-part = of what is written here; the source has more
card-extent-outline = of this outline; the source has more
card-missing = Not written here
card-stated = { $percent }% of the time is stated by the author, { $sourced }% rests on published sources, { $estimated }% on estimates
card-recipient = For
recipient-adult = an adult
recipient-child = a child
recipient-infant = an infant
recipient-elder = an elderly person
recipient-pregnant = a pregnant person
recipient-self = yourself
recipient-unstated = not stated
recipient-is-pregnant = pregnant
recipient-not-pregnant = not pregnant
recipient-is-self = who gives it, too
recipient-not-self = not who gives it
recipient-is-group = many at once, each on themselves
recipient-not-group = one at a time
recipient-clothing = clothing
recipient-setting = setting
card-contraindications = What speaks against it
contraindications-unknown = not reviewed by anyone: ask before you begin
contraindications-none_reviewed = reviewed, and nothing was found; an unknown condition is still a reason to ask
card-avoid = Keep in mind
avoid-keep_off = keep off { $place }
avoid-no_contact = no contact with { $place }
avoid-no_pressure = no pressure on { $place }
avoid-light_only = only light touch on { $place }
avoid-no = no { $what } on { $place }
avoid-at_most = at most { $what } on { $place }
avoid-because = { $text } (because: { $why })
card-cap = Never firmer than
card-stop = Stop signs
stop-item = { $sign }: { $response }
stop-to = { $text } to { $level }
stop-then = { $text }, then { $response }
response-stop = stop
response-pause = pause
response-lighten = lighten
response-skip = leave this out
response-shorten = shorten this
response-refer = send on to a doctor
response-stop-and-refer = stop and send on to a doctor
card-limit = Limit
limit-share = { $share } of the time on the table
card-questions = Ask before you begin
ask-client = Ask the client
ask-who = Ask { $who }
question-type = { $text } ({ $type })
question-needed = { $text } – nothing begins without a yes
question-yes = If the answer is yes
type-count = a number
type-duration = a time
type-pressure = a pressure
type-place = a place
type-side = a side
type-quantity = an amount
type-technique = a technique
type-text = in words
type-choice = one of several
card-answered = After the answers
card-equipment = Prepare
equipment-optional = may be left out
equipment-count = { $text } of them
equipment-temperature = at { $text }
equipment-setting = set to { $text }
equipment-or = or { $text }
equipment-forbid = no { $text }
equipment-avoid = { $text }
equipment-noted = { $text } – { $note }
equipment-source = so { $text }
card-vocabulary = Words of this routine
place-point = a point
place-line = a line
place-zone = a zone
place-path = a way
scale-range = from { $low } to { $high }
scale-level = { $level } is { $text }
card-variant = Variant
card-variants = Other variants
card-values = Setting
setting = { $name } = { $value }
setting-between = { $text }, from { $low } to { $high }
setting-low = { $text }, at least { $low }
setting-high = { $text }, at most { $high }
setting-choice = { $text }, one of { $options }
card-defaults = Where a step does not say
card-requires = Needs the plugins
card-left-out = Left out
left-out = { $name } ({ $why })
left-out-condition = its condition does not hold
left-out-exception = an exception of its own
left-out-answer = after the answers
card-schedule = Schedule
schedule-line = weeks { $weeks }: { $times }
schedule-variant = { $text }, { $variant }
card-sign-off = Signed off
sign-off-each_time = each time
sign-off-once = once
card-position = Client
card-therapist = Therapist
card-claims = What the source claims
card-claims-note = These are the source's own words about benefits, not findings of this program.
claim = { $source }: { $text }
card-sources = Sources
card-references = Where the cautions come from
source-detail = { $name }: { $text }
source-author = by
source-publisher = published by
source-url = at
source-retrieved = read on
source-licence = licence
source-note = note
phase-before = before the visit
phase-intake = intake
phase-preparation = preparation
phase-positioning = positioning
phase-warm_up = warm-up
phase-main = main part
phase-turn_over = turning over
phase-finish = finish
phase-aftercare = aftercare
phase-after = after the visit
card-booking = Booked
booking-slot = slot { $time }
booking-before = before { $time }
booking-table = on the table { $time }
booking-after = after { $time }
card-stated-total = Stated by the source
covers = { $text } for { $what }
covers-table = the time on the table
covers-visit = the whole visit
card-estimate-note = “~” marks a time that rests on an estimate.

## The table of times
table-step = Step
table-fitted = Fit
table-ideal = Ideal
table-min = Least
table-max = Most
table-basis = Rests on
basis-stated = the author
basis-source = a source
basis-estimate = an estimate
basis-mixed = partly an estimate
table-total = Total
table-hands-on = Hands on
table-table = On the table
table-visit = Whole visit
table-unknown = Nothing says how long these take: { $names }
table-extent = These are the times { $extent }
table-left-out = Left out: { $names }

## Why something is there, and why it takes so long
explain-step = { $name }: { $title }, { $time }, from { $start } to { $end }
explain-rest = { $name }: pause, { $time }, from { $start } to { $end }
explain-say = { $name }: said at { $start }: “{ $title }”
explain-ask = { $name }: asked at { $start }: “{ $title }”
explain-caution = { $name }: shown at { $start }: “{ $title }”
explain-checkpoint = { $name }: checkpoint at { $start }
explain-move = { $name }: { $title }, { $time }, from { $start } to { $end }
explain-side_change = { $name }: change of side at { $start }
explain-written = Written in { $place }
explain-line = { $file }, line { $line }
explain-at = { $text }, in { $place }
explain-section = In the section “{ $title }”
explain-pass-of = Pass { $number } of { $of } of { $block }
explain-stretch-of = Stretch { $number } of { $of } of { $block }, which is interrupted
explain-return-of = Interruption { $number } of { $of } of { $block }
explain-side = Side: { $side }
explain-via-side = Repeated for each side; here: { $what }
explain-via-member = Repeated for each member; here: { $what }
explain-via-include = Included: { $what }
explain-via-inserted-position = Put in by the plan: the position of the client changes
explain-via-inserted-therapist = Put in by the plan: the therapist changes place
explain-via-inserted-change = Put in by the plan for a change
explain-via-interspersed = Interspersed: { $what }
explain-via-added = Added on request: { $what }
explain-technique = Technique or action: { $id }
explain-rests-on = The length rests on { $what }
explain-estimates = Estimated by: { $names }
explain-itself = By itself { $ideal }, at least { $least }, at most { $most }
explain-left = Nothing says how long it takes by itself: it gets what is left, at least { $least }, at most { $most }
explain-ideal = It has its ideal length
explain-stretched = { $by } longer than its ideal
explain-shortened = { $by } shorter than its ideal
explain-bind-block = Because of the time of { $name } around it
explain-bind-least = It can't be shorter: { $name }
explain-bind-most = It can't be longer: { $name }
explain-bind-locked = Locked: { $name }
explain-bind-sides = Both sides get the same time: { $name }
explain-bind-passes = Only whole passes: { $name }
explain-bind-budget = Because of the budget of { $name }
explain-bind-share = Because of the share of { $name }
explain-bind-cap = Because of the limit { $name }
explain-bind-target = Because of the time that was asked for

## The load on the therapist
load-contacts = By what touches the client
load-postures = By stance and place
load-uses = Each tool, alone or with others
load-unknown = not said
load-unknown-posture = nobody says how, or that it changes
load-percent = { $number }%
load-counted = { $count }
load-least = { $count } said, there may be more
load-thumbs = With the thumbs: { $time }, at most { $longest } unbroken
load-thumbs-least = With the thumbs: { $time }, at most { $longest } unbroken; of { $unknown } nobody says with what
load-thumbs-unsaid = With the thumbs: nothing is said to be; of { $unknown } nobody says with what
load-therapist_changes = Changes of the therapist’s stance or place: { $count }
load-client_changes = Changes of the client’s position: { $count }
load-turn_overs = Turning over: { $count }
load-static = Longest stretch without a pause or a change: { $time } ({ $posture }), from { $start } to { $end }, { $first } to { $last }

## The player
play-begin = { $title }: { $time }, { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
play-resumed = { $title }: goes on after { $time }
play-at = { $number } of { $count }
play-step = { $title } ({ $time })
play-step-waits = { $title } ({ $time }, until { $until })
play-step-waits-most = { $title } ({ $time }, until { $until }, at most { $most })
play-step-of = { $title } ({ $time }; all of it until { $until })
play-something-else = Something else
play-step-where = { $title }: { $where }
play-until-answer = it is answered
play-rest = Pause
play-next = Next: { $step }
play-last = This is the last step
play-say = Say: “{ $text }”
play-ask = Ask: “{ $text }”
play-ask-answers = Ask: “{ $text }” ({ $answers })
play-caution = Take care: { $text }
play-checkpoint = Checkpoint
play-move = { $text }
play-side = Change sides
play-soon = In { $time }: { $cue }
play-at-end = At the end: { $cue }
play-waiting = Its time is over: it goes on until { $until }
play-completed-bound = It has lasted as long as it may
play-skipped = Left out after { $time }
play-left = Left after { $time }
play-paused = Paused
play-resumed-now = Goes on
play-extended = { $time } longer
play-cut = { $time } shorter
play-substituted = Done instead: { $title }
play-answered = Answered
play-slept = Paused: nobody looked at the clock for { $time }
play-refitted = Fitted again: { $time } left
play-unreachable = It can’t end on time: { $why }
play-finished = Finished after { $time }
play-stopped = Stopped after { $time }
play-kept = Kept: the same command goes on from here
play-eta-exact = ends in { $time }
play-eta = ends in { $low } to { $high }
play-eta-open = ends in { $low } at the earliest
play-late = { $time } late
play-step-left = { $left } left of { $time }
play-step-over = { $time } over; waits until { $until }
play-total = Total
play-section = Section
play-this = Step
play-status-ready = not begun
play-status-paused = paused
play-status-done = done
play-status-stopped = stopped
play-key-pause = space: pause
play-key-resume = space: go on
play-key-skip = n: next
play-key-back = b: back
play-key-restart = r: again
play-key-extend = +: { $time } more
play-key-cut = -: { $time } less
play-key-done = d: done
play-key-answer = { $key }: { $answer }
play-key-worked = w: the work went on
play-key-enough = e: the sign is there
play-key-instead = s: something else
play-key-sections = N, B: next section, back
play-key-quit = q: quit
play-key-stop = x: end it
play-yes = yes
play-no = no
play-not-kept = The session can’t be kept: { $problem }

## The page that plays
page-player = Player
page-card = Treatment card
page-to-card = To the treatment card
page-controls = Controls
page-start = Start
page-pause = Pause
page-go-on = Go on
page-anew = Start again
page-back = Back
page-skip = Skip
page-more = { $time } more
page-done = Done
page-enough = The sign is there
page-span = All of this goes on until { $until }
page-at = Step { $number } of { $count }
page-left = { $time } left
page-over = { $time } over its time
page-ends = Ends at { $time }
page-announce = Step { $number } of { $count }: { $title }, { $time }
page-cues = Cues
page-slept = Nobody looked at the clock for { $time }, so the player stopped. Did the work go on?
page-worked = Yes, count that time
page-stand = No, go on from here
page-resumed = The player goes on where this page was left.
page-seen = All right
page-steps = All steps
page-settings = Sound, screen and keys
page-speech = Spoken cues
page-chime = A chime at each step
page-vibration = Vibration at each step
page-awake = Keep the screen on
page-keys = Keys
page-keys-help = Space: pause or go on. Arrow keys: back and skip; with Shift: a section back or on. Plus: more time. E: the sign is there.

## The session record
record-title = Session: { $title }
record-draft = A draft for the therapist’s notes, made from what was played (strokekit { $version }). It says what was done and how long, not what it did for anybody; read it before you keep it.
record-worked = Worked: { $actual }; planned: { $planned }
record-hands-on = Hands on the client: { $time }
record-paused = Pauses: { $time }
record-stopped = Ended before its end
record-going-on = Not ended yet
record-by-technique = Time by technique
record-by-region = Time by place
record-by-side = Time by side
record-by-pressure = Time by pressure
record-of-technique = Technique
record-of-region = Place
record-of-side = Side
record-of-pressure = Pressure
record-time = Time
record-not-stated = not stated
record-steps = Steps
record-step-title = Step
record-step-planned = Planned
record-step-actual = Done
record-step-remark = Remark
record-became-part = not done to its end
record-became-skipped = left out
record-became-dropped = taken out to end on time
record-became-open = not reached
record-made-longer = made { $time } longer
record-made-shorter = made { $time } shorter
record-something-else = Something else
record-instead = instead of { $planned }
record-answers = Questions to the client
record-answer = “{ $question }”: { $answer }

## Cues in other programs
cue-rest = Rest
cue-step = { $title }: { $places }
cue-say = Say: “{ $text }”
cue-ask = Ask: “{ $text }”
cue-caution = Take care: { $text }
cue-side = The other side
calendar-before = Before: { $title }
calendar-after = After: { $title }

## What formats could not say
loss-card = The treatment card is left out: this timeline was read back from JSON and has no plan
loss-flattened = { $count ->
    [one] 1 prompt stands below its step, which it cuts into pieces: this format shows one caption at a time
   *[other] { $count } prompts stand below their steps, which they cut into pieces: this format shows one caption at a time
}
loss-signs-replaced = { $count ->
    [one] 1 cue has signs that players take for markup; others stand in their place
   *[other] { $count } cues have signs that players take for markup; others stand in their place
}
loss-without-length = { $count ->
    [one] 1 step takes no time and has no caption
   *[other] { $count } steps take no time and have no caption
}
loss-moves = { $count ->
    [one] 1 move within a step is left out
   *[other] { $count } moves within steps are left out
}
loss-checkpoints = { $count ->
    [one] 1 checkpoint is left out
   *[other] { $count } checkpoints are left out
}
loss-too-long = { $count ->
    [one] 1 cue may take longer to say than there is time for it, at { $pace } words a minute (an estimate)
   *[other] { $count } cues may take longer to say than there is time for them, at { $pace } words a minute (an estimate)
}
loss-whole-seconds = { $count ->
    [one] 1 event begins or ends at a whole second and not to the millisecond
   *[other] { $count } events begin or end at a whole second and not to the millisecond
}
loss-steps-outlined = { $count ->
    [one] 1 step is no event of its own: there are the sections that it stands in
   *[other] { $count } steps are no events of their own: there are the sections that they stand in
}
loss-guarded = { $count ->
    [one] 1 row has a “'” before a text that a spreadsheet would take for a formula
   *[other] { $count } rows have a “'” before a text that a spreadsheet would take for a formula
}
loss-not-strokes = { $count ->
    [one] 1 step is no work with the hands on the client and is left out
   *[other] { $count } steps are no work with the hands on the client and are left out
}
loss-unsaid = { $count ->
    [one] 1 prompt is left out: nobody asks or says it unless a person does
   *[other] { $count } prompts are left out: nobody asks or says them unless a person does
}
loss-place-open = { $count ->
    [one] 1 stroke has no region of the body that a program could find
   *[other] { $count } strokes have no region of the body that a program could find
}
loss-pressure-open = { $count ->
    [one] 1 stroke has no pressure: nobody says how firm it is
   *[other] { $count } strokes have no pressure: nobody says how firm they are
}
loss-times-and-doses = { $count ->
    [one] the times and doses of 1 step or block are left out
   *[other] the times and doses of { $count } steps and blocks are left out
}
loss-later-passes = { $count ->
    [one] of 1 loop the first pass is drawn alone, though a later one is another
   *[other] of { $count } loops the first pass is drawn alone, though a later one is another
}
loss-too-many-arrows = { $count } arrows are more than the { $most } that Mermaid draws, unless its maxEdges is raised

## Pictures

picture-map = { $title }: where the work is
picture-map-description = { $count ->
    [one] The body from the front and from the back, with the places of 1 step.
   *[other] The body from the front and from the back, with the places of { $count } steps.
} All of it stands in the list of steps below the figures.
picture-view-front = Front
picture-view-back = Back
picture-view-face = Face
picture-view-head_side = Head from the side
picture-view-hand_palm = Hands, palms
picture-view-hand_back = Hands, backs
picture-view-foot_top = Feet from above
picture-view-foot_sole = Feet, soles
picture-sided = { $place } ({ $side })
picture-pressure = Pressure: { $pressure }.
picture-way = Way: { $way }.
picture-direction = Direction: { $direction }.
picture-spared = Left alone: { $places }.
picture-at = { $count ->
    [one] step { $numbers }
   *[other] steps { $numbers }
}
picture-times = { $title } × { $count }
picture-total = { $time }, { $count ->
    [one] 1 step
   *[other] { $count } steps
} on the client
picture-legend-open = pressure not stated
picture-legend-way = way of the strokes
picture-legend-back = way back
picture-legend-care = Take care
picture-list = Steps
picture-timeline = { $title }: timeline
picture-timeline-description = Sections and steps as bars on an axis of { $time }.
picture-step = { $title }: { $places }
picture-rest = Rest
picture-bar = work with the hands
picture-bar-left = left side
picture-bar-right = right side
picture-action = other action
picture-turn-over = turning over
picture-say = said to the client
picture-ask = asked of the client
picture-caution = caution
picture-checkpoint = checkpoint
picture-side = change of side
loss-unplaced = { $count ->
    [one] 1 step names no place that could be drawn
   *[other] { $count } steps name no place that could be drawn
}
loss-undrawn = { $count ->
    [one] 1 step is not drawn, there is no picture of its place: { $what }
   *[other] { $count } steps are not drawn, there is no picture of their places: { $what }
}
loss-instead = { $count ->
    [one] in 1 step what lies around its place is drawn: { $what }
   *[other] in { $count } steps what lies around their places is drawn: { $what }
}
loss-rough = { $count ->
    [one] in 1 step a place is drawn only roughly: { $what }
   *[other] in { $count } steps places are drawn only roughly: { $what }
}
loss-heading = { $count ->
    [one] in 1 step a direction is not drawn: { $what }
   *[other] in { $count } steps directions are not drawn: { $what }
}
loss-avoid = { $count ->
    [one] 1 step has to keep from something that is not drawn: { $what }
   *[other] { $count } steps have to keep from something that is not drawn: { $what }
}
loss-firmest = { $count ->
    [one] 1 place is worked with several pressures and shows the firmest
   *[other] { $count } places are worked with several pressures and show the firmest
}
loss-scales = the shades stand for levels of { $count } scales, which can't be compared: { $what }
loss-wordless = { $count ->
    [one] 1 prompt is a sign without its words
   *[other] { $count } prompts are signs without their words
}

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
or = { $first } or { $second }
and = { $first } and { $second }
in-place = { $findings } in the { $place }
of-part = { $part } of the { $whole }
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
relation-beside = beside the { $place }
relation-above = above the { $place }
relation-below = below the { $place }
relation-in_front_of = in front of the { $place }
relation-behind = behind the { $place }
relation-under = under the { $place }
relation-around = around the { $place }
relation-along = along the { $place }
relation-between = between the { $place }
relation-over = over the { $place }
relation-at = at the { $place }
relation-on = on the { $place }
relation-two = between the { $place } and the { $other }
at-place = { $text } at the { $place }
offset = { $offset } { $text }
marked = the spots marked as { $name }
pick-this = this { $text }
pick-every = every { $text }
not-on = not on the { $places }

## Directions
way-toward = toward the { $place }
way-away_from = away from the { $place }
way-along = along the { $place }
way-across = across the { $place }
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
when-client = the client is { $name }
when-value = { $name } is chosen
when-value-is = { $name } is { $value }
when-answer = “{ $name }” is answered with yes
when-answer-is = “{ $name }” is answered with { $value }
when-thing = { $name } is { $value }
when-position = the client lies { $name }
when-this = this is { $name } { $value }
when-pass = this is the { $value } pass
when-not = not: { $text }
until-reached = the { $place } is reached
until-covered = the { $place } is covered

## Prompts
prompt-say = Say
prompt-ask = Ask
prompt-caution = Take care
at-start = at the start
at-end = at the end
at-pressure_rise = when the pressure rises
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
line-optional = Optional
line-optional-value = the routine is complete without it
line-choose = Choose
line-choose-value = { $count ->
    [one] one of these
   *[other] { $text } of these
}
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
slip-error = the source errs: it says “{ $says }”; read here as “{ $read }”
slip-ambiguity = the source is ambiguous: it says “{ $says }”; read here as “{ $read }”
slip-contradiction = the source contradicts itself: it says “{ $says }”; read here as “{ $read }”
slip-repetition = the source repeats itself: “{ $says }”; read here as “{ $read }”
slip-omission = the source leaves something out: “{ $says }”; read here as “{ $read }”
line-differs = Differs
line-with = Also
line-cautions = Cautions
caution-item = { $condition }: { $effect } [{ $number }]
caution-item-noted = { $condition }: { $effect } ({ $note }) [{ $number }]
cautions-unreviewed = nobody has reviewed what calls for care in { $names }
effect-refuse = do not begin
effect-refer = send on to a doctor
effect-consult = ask a doctor first
effect-delay = wait
effect-cap = work lightly
effect-forbid = do not do this
effect-avoid = keep off
effect-keep_off = keep off
effect-no_contact = no contact there
effect-no_pressure = no pressure there
effect-light_only = only light touch there
effect-ask = ask
effect-check = check often
inserted = (needed by the change of position; the source does not mention it)
contact-constant = one hand stays on the client throughout
contact-free = free
breath-inhale = in-breath
breath-exhale = out-breath
lubricant-none = none
step-labelled = { $title } ({ $label })
unknown-technique = { $id } (its plugin is not loaded)
pass-on-side = { $side } side
between-passes = Between two passes
order-any = in any order; this is one of them

## The card
card-time = Time
card-total = { $ideal } ({ $low }–{ $high })
card-total-open = { $ideal } (at least { $low })
card-total-exact = { $ideal }
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
card-contraindications = What speaks against it
contraindications-unknown = not reviewed by anyone: ask before you begin
contraindications-none_reviewed = reviewed, and nothing was found; an unknown condition is still a reason to ask
card-avoid = Keep in mind
avoid-keep_off = keep off the { $place }
avoid-no_contact = no contact with the { $place }
avoid-no_pressure = no pressure on the { $place }
avoid-light_only = only light touch on the { $place }
avoid-no = no { $what } on the { $place }
avoid-at_most = at most { $what } on the { $place }
avoid-because = { $text } (because: { $why })
card-cap = Never firmer than
card-stop = Stop signs
stop-item = { $sign }: { $response }
card-equipment = Prepare
card-values = Settings
card-position = Client
card-therapist = Therapist
card-summary = What it is
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
card-phase = Phase
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
card-estimate-mark = ~
card-estimate-note = “~” marks a time that rests on an estimate.

## The table of times
table-step = Step
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
table-left-out = Left out: { $names }

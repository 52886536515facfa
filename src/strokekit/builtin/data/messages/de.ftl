# Alle Wörter, die strokekit selbst in Tabellen und auf Karten setzt. Die Wörter von Techniken und Regionen stehen bei deren Erklärungen.
# Zeiten (time-…) stehen hier nicht: für sie gilt, was Babel vom Deutschen weiß.

## Zahlen
span = { $low }–{ $high }
span-from = mindestens { $low }
span-to = höchstens { $high }
about = etwa { $time }
unknown = unbekannt
unstated = nicht gesagt
amount-ideally = { $text }, am besten { $ideal }
amount-by = { $text }, nach { $what }
amount-basis = { $text } (durch { $what })
amount-source = { $text } (aus { $source })
amount-noted = { $text } ({ $note })
move = { $title } ({ $time })
times = { $count ->
    [one] einmal
   *[other] { $text }-mal
}
breaths = { $count ->
    [one] 1 Atemzug
   *[other] { $text } Atemzüge
}
each = { $text } je { $unit }
per-minute = { $text } in der Minute
centimetres-per-second = { $text } cm/s

## Verbinden
comma = { $first }, { $second }
then = { $first }, dann { $second }
dose-and = { $first }; { $second }
dose-field = { $label }: { $text }
named = { $title } ({ $name })
noted = { $text } ({ $note })
quoted = „{ $text }“
said-by = { $text } (so { $source })
in-place = { $findings } in { $place }
of-part = { $part } von { $whole }
the = { $text }
arrow = { $first } → { $second }

## Orte
side-left = links
side-right = rechts
side-both = beide Seiten nacheinander
side-both_at_once = beide Seiten zugleich
side-midline = die Mittellinie
side-near = die nahe Seite
side-far = die ferne Seite
side-same = dieselbe Seite
side-opposite = die andere Seite
relation-beside = neben { $place }
relation-above = oberhalb von { $place }
relation-below = unterhalb von { $place }
relation-in_front_of = vor { $place }
relation-behind = hinter { $place }
relation-under = unter { $place }
relation-around = um { $place }
relation-along = entlang { $place }
relation-between = zwischen { $place }
relation-over = über { $place }
relation-at = bei { $place }
relation-on = auf { $place }
relation-two = zwischen { $place } und { $other }
at-place = { $text } bei { $place }
offset = { $offset } { $text }
marked = die als { $name } gemerkten Stellen
place-named = { $name } ({ $place })
pattern-spacing = { $text }, im Abstand von { $spacing }
pattern-progress = { $text }, Richtung: { $way }
pick-this = diese Stelle: { $text }
pick-every = jede Stelle: { $text }
not-on = nicht auf: { $places }

## Richtungen
way-toward = zu { $place } hin
way-away_from = von { $place } weg
way-along = entlang { $place }
way-across = quer zu { $place }
turn-clockwise = im Uhrzeigersinn
turn-counterclockwise = gegen den Uhrzeigersinn
seen-by_client = { $text }, wie der Klient es sieht
seen-facing_client = { $text }, von vorn auf den Klienten gesehen

## Druck
pressure-numbers = { $word } ({ $scale } { $numbers })
pressure-scale = { $scale } { $numbers }
pressure-ramp = von { $first } bis { $second }
pressure-steady = gleichbleibend
pressure-resting = ruhend
pressure-rising = steigend
pressure-falling = nachlassend
pressure-deeper = tiefer als zuvor
pressure-lighter = leichter als zuvor
pressure-same = wie zuvor
pressure-slowly = langsam { $text }
pressure-if = { $text }, wenn: { $sign }
pressure-up-to = { $text }, bis { $level }
pressure-manner = { $text }, { $manner }
pressure-cut = { $text }, von der Obergrenze auf { $level } gekürzt
pressure-comes-to = { $text }: { $level }
pain-below = unter der Schmerzgrenze
pain-at = an der Schmerzgrenze
pain-range = Schmerz { $numbers } von 10
on-return = { $text }, auf dem Rückweg { $back }

## Bedingungen
when-wanted = gewünscht
when-suitable = passend
when-possible = möglich
when-found = gefunden: { $name }
when-client = der Klient: { $name }
when-value = gewählt: { $name }
when-value-is = { $name } ist { $value }
when-answer = auf „{ $name }“ lautet die Antwort ja
when-answer-is = auf „{ $name }“ lautet die Antwort { $value }
when-thing = { $name } wird benutzt
when-thing-is = { $name } ist { $value }
when-position = der Klient liegt: { $name }
when-this = dies ist { $name } { $value }
when-pass-first = dies ist der erste Durchgang
when-pass-last = dies ist der letzte Durchgang
when-not = nicht: { $text }
until-reached = die Hände { $place } erreichen
until-covered = die Hände { $place } ganz bearbeitet haben

## Ansagen
prompt-say = Sagen
prompt-ask = Fragen
prompt-caution = Achtung
prompt-at = { $label }, { $when }
prompt-answer = Bei der Antwort „{ $answer }“
at-start = zu Beginn
at-end = am Ende
at-pressure_rise = wenn der Druck steigt
at-side_change = beim Wechsel der Seite
at-leaving = vor dem Verlassen der Stelle
at-often = oft
at-each_repeat = bei jeder Wiederholung
at-share = nach { $percent }% des Schritts
at-time = nach { $time }
at-before-end = { $time } vor dem Ende
at-every = alle { $time }

## Zeilen eines Schritts
line-where = Wo
line-path = Weg
line-pattern = Muster
line-side = Seite
line-emphasis = Vor allem
line-start = Anfang
line-direction = Richtung
line-tool = Mit
line-grip = Griff
line-support = Stütze
line-size = Größe
line-pressure = Druck
line-repeat = Wie oft
line-hold = Halten
line-duration = Dauer
line-tempo = Tempo
line-rest = Pause
line-breath = Beim
line-until = Bis
line-amount = Menge
line-thing = Benutzen
line-lubricant = Mittel
line-purpose = Zweck
line-when = Nur wenn
line-expect = Meistens
expect-not = weggelassen, außer wenn jemand darum bittet
line-priority = Wenn die Zeit knapp ist
priority-high = dies behalten
priority-low = dies zuerst weglassen
line-locked = Beibehalten wie geschrieben
locked-all = alles
locked-order = die Reihenfolge
locked-dose = die Dosis
locked-steps = die Schritte
locked-texts = die Worte
line-share = Anteil
line-stages = In Stufen
line-position = Klient
line-therapist = Therapeut
line-order = Reihenfolge
line-steps = Schritte
line-moves = Bewegungen
line-part = Aus dem Teil
line-of = Betrifft
line-among = Zu vergeben an
line-but = Ausnahme
line-may-add = Darf hinzukommen
line-mark = Merken
line-source = Nach
line-optional = Freigestellt
line-optional-value = die Behandlung ist ohne dies vollständig
line-choose = Auswahl
choose-value = { $text } davon
choose-one = eines davon
choose-one-or-none = eines davon oder keines
line-chosen-by = { $text } ({ $who } wählt)
by-therapist = der Therapeut
by-client = der Klient
by-source = die Quelle
line-repeat-block = Die Schritte wiederholen
line-sides = Seiten
line-surface = Unterlage
line-drape = Decke
line-bolsters = Polster
line-contact = Kontakt
line-lasts = Dauert an
lasts-routine = die ganze Behandlung hindurch
lasts-section = diesen Abschnitt hindurch
lasts-until_removed = bis es weggenommen wird
lasts-time = { $time } lang
line-note = Anmerkung
line-slip = Quelle
slip-field = { $text } (betrifft: { $field })
slip-error = die Quelle irrt: dort steht „{ $says }“; hier gelesen als „{ $read }“
slip-ambiguity = die Quelle ist mehrdeutig: dort steht „{ $says }“; hier gelesen als „{ $read }“
slip-contradiction = die Quelle widerspricht sich: dort steht „{ $says }“; hier gelesen als „{ $read }“
slip-repetition = die Quelle wiederholt sich: „{ $says }“; hier gelesen als „{ $read }“
slip-omission = die Quelle lässt etwas aus: „{ $says }“; hier gelesen als „{ $read }“
line-differs = Anderswo
differs-by = { $source } sagt { $text }
line-cautions = Vorsicht
caution-item = { $condition }: { $effect } [{ $number }]
caution-item-noted = { $condition }: { $effect } ({ $note }) [{ $number }]
caution-again = { $condition } (siehe { $step })
given-yes = ja
given-no = nein
cautions-unreviewed = niemand hat geprüft, wobei Vorsicht geboten ist: { $names }
effect-refuse = nicht beginnen
effect-refer = an einen Arzt verweisen
effect-consult = zuerst einen Arzt fragen
effect-delay = warten
effect-cap = leicht arbeiten
effect-forbid = dies unterlassen
effect-avoid = freilassen
decide-refuse = nicht beginnen: { $reason }
decide-refer = weiter verweisen: { $reason }
decide-consult = zuerst fragen: { $reason }
decide-delay = warten: { $reason }
effect-cap-level = nie fester als { $level }
effect-forbid-work = kein { $what }
effect-forbid-position = der Klient liegt nicht so: { $pose }
effect-skip = weglassen: { $what }
effect-set = { $name } auf { $value } setzen
effect-set-answer = { $name } auf die Antwort setzen
effect-repeat = dies noch einmal, { $text }
effect-keep_off = freilassen
effect-no_contact = dort nicht berühren
effect-no_pressure = dort kein Druck
effect-light_only = dort nur leicht berühren
effect-ask = fragen
effect-check = oft nachsehen
inserted-position = nötig durch den Lagewechsel; die Quelle erwähnt es nicht
inserted-therapist = nötig durch den Platzwechsel des Therapeuten; die Quelle erwähnt es nicht
inserted-change = hier nötig; die Quelle erwähnt es nicht
added = für diesen Plan zur Behandlung hinzugefügt
returns = kehrt zwischen den Schritten wieder
mark = die hier gefundenen Stellen, als „{ $name }“
but = wenn { $when }: { $then }
but-skip = dies weglassen
among-any = jede Stelle
step-numbered = { $title }, Schritt { $number }
reference = [{ $number }] { $source }
from-part = Der Teil „{ $name }“
free-region = Freie Arbeit
free-pool = Zeit zum Vergeben
unlisted = { $count ->
    [one] 1 Schritt, den die Quelle nicht angibt
   *[other] { $text } Schritte, die die Quelle nicht angibt
}
checkpoint = Bis hierher: { $time }
checkpoint-since = Bis hierher: { $time } seit dem Beginn von „{ $since }“
media-image = Bild
media-audio = Ton
media-video = Film
media-document = Dokument
media-language = { $text } ({ $language })
contact-constant = eine Hand bleibt durchgehend am Klienten
contact-free = frei
breath-inhale = Einatmen
breath-exhale = Ausatmen
lubricant-none = keines
lubricant-amount = { $text }, { $amount }
lubricant-warmed = { $text }, angewärmt
lubricant-not-warmed = { $text }, nicht angewärmt
bolsters-none = keine
pose-on-side = { $side } { $pose }
pose-alignment = { $text }, { $how }
pose-edge = { $text }, { $length } vom Rand der Liege
therapist-side = { $text }, auf der Seite: { $side }
step-labelled = { $title } ({ $label })
unknown-technique = { $id } (das Plugin dazu ist nicht geladen)
pass-on-side = Seite: { $side }
as-mirrored = spiegelbildlich zu { $side }
as-member = wie bei { $member }
change-first = zuerst der Wechsel unten, dann { $text }
block-steps = Diese Schritte
block-sides = Auf jeder Seite
members-row = Für jedes Glied ({ $kind }), von { $first } bis { $last }
members-list = Nacheinander: { $names }
between-passes = Zwischen zwei Durchgängen
between-repetitions = Zwischen den Wiederholungen
every = Alle { $time }
later-passes = Jeder spätere Durchgang
before-later-passes = Vor jedem späteren Durchgang
last-pass = Der letzte Durchgang
last-or-only-pass = Der letzte oder einzige Durchgang
only-pass = Wenn es nur einen Durchgang gibt
order-any = beliebig; dies ist eine davon

## Die Karte
card-time = Zeit
card-total = { $ideal } ({ $low }–{ $high })
card-total-open = { $ideal } (mindestens { $low })
part-of-above = in der Zeit oben enthalten
card-total-unknown = unbekannt (mindestens { $low })
card-total-exact = { $ideal }
card-fitted = { $fit }; von sich aus { $ideal }
card-fit-count = { $time }, { $count }-mal
card-fit-left-out = weggelassen
card-extent-part = von dem, was hier steht; die Quelle hat mehr
card-extent-outline = von diesem Umriss; die Quelle hat mehr
card-missing = Steht hier nicht
card-stated = { $percent }% der Zeit sagt der Verfasser, { $sourced }% beruhen auf veröffentlichten Quellen, { $estimated }% auf Schätzungen
card-recipient = Für
recipient-adult = einen Erwachsenen
recipient-child = ein Kind
recipient-infant = einen Säugling
recipient-elder = einen alten Menschen
recipient-pregnant = eine Schwangere
recipient-self = sich selbst
recipient-unstated = nicht gesagt
recipient-is-pregnant = schwanger
recipient-not-pregnant = nicht schwanger
recipient-is-self = auch wer sie gibt
recipient-not-self = nicht wer sie gibt
recipient-is-group = viele zugleich, jeder an sich selbst
recipient-not-group = einer nach dem anderen
recipient-clothing = Kleidung
recipient-setting = Ort
card-contraindications = Was dagegen spricht
contraindications-unknown = von niemandem geprüft: vor dem Beginn fragen
contraindications-none_reviewed = geprüft, und nichts gefunden; ein unbekanntes Leiden ist trotzdem ein Grund zu fragen
card-avoid = Zu beachten
avoid-keep_off = freilassen: { $place }
avoid-no_contact = nicht berühren: { $place }
avoid-no_pressure = kein Druck auf { $place }
avoid-light_only = nur leicht berühren: { $place }
avoid-no = kein { $what } auf { $place }
avoid-at_most = höchstens { $what } auf { $place }
avoid-because = { $text } (weil: { $why })
card-cap = Nie fester als
card-stop = Zeichen zum Aufhören
stop-item = { $sign }: { $response }
stop-to = { $text } auf { $level }
stop-then = { $text }, dann { $response }
response-stop = aufhören
response-pause = innehalten
response-lighten = leichter werden
response-skip = dies weglassen
response-shorten = dies kürzen
response-refer = an einen Arzt verweisen
response-stop-and-refer = aufhören und an einen Arzt verweisen
card-limit = Grenze
limit-share = { $share } der Zeit auf der Liege
card-questions = Vor dem Beginn fragen
ask-client = Den Klienten fragen
ask-who = Zu fragen: { $who }
question-type = { $text } ({ $type })
question-needed = { $text } – ohne ein Ja beginnt nichts
question-yes = Wenn die Antwort ja ist
type-count = eine Zahl
type-duration = eine Dauer
type-pressure = ein Druck
type-place = eine Stelle
type-side = eine Seite
type-quantity = eine Menge
type-technique = eine Technik
type-text = in Worten
type-choice = eines von mehreren
card-answered = Nach den Antworten
card-equipment = Bereitlegen
equipment-optional = darf fehlen
equipment-count = { $text } davon
equipment-temperature = bei { $text }
equipment-setting = eingestellt auf { $text }
equipment-or = oder { $text }
equipment-forbid = kein { $text }
equipment-avoid = { $text }
equipment-noted = { $text } – { $note }
equipment-source = so { $text }
card-vocabulary = Wörter dieser Behandlung
place-point = ein Punkt
place-line = eine Linie
place-zone = eine Fläche
place-path = ein Weg
scale-range = von { $low } bis { $high }
scale-level = { $level } heißt { $text }
card-variant = Fassung
card-variants = Andere Fassungen
card-values = Einstellung
setting = { $name } = { $value }
setting-between = { $text }, von { $low } bis { $high }
setting-low = { $text }, mindestens { $low }
setting-high = { $text }, höchstens { $high }
setting-choice = { $text }, eines von { $options }
card-defaults = Wo ein Schritt nichts sagt
card-requires = Braucht die Plugins
card-left-out = Weggelassen
left-out = { $name } ({ $why })
left-out-condition = die Bedingung dafür ist nicht erfüllt
left-out-exception = eine eigene Ausnahme
left-out-answer = nach den Antworten
card-schedule = Termine
schedule-line = Wochen { $weeks }: { $times }
schedule-variant = { $text }, { $variant }
card-sign-off = Abzuzeichnen
sign-off-each_time = jedes Mal
sign-off-once = einmal
card-position = Klient
card-therapist = Therapeut
card-claims = Was die Quelle behauptet
card-claims-note = Das sind die eigenen Worte der Quelle über den Nutzen, keine Befunde dieses Programms.
claim = { $source }: { $text }
card-sources = Quellen
card-references = Woher die Hinweise zur Vorsicht kommen
source-detail = { $name }: { $text }
source-author = von
source-publisher = herausgegeben von
source-url = unter
source-retrieved = gelesen am
source-licence = Lizenz
source-note = Anmerkung
phase-before = vor dem Besuch
phase-intake = Aufnahme
phase-preparation = Vorbereitung
phase-positioning = Lagerung
phase-warm_up = Aufwärmen
phase-main = Hauptteil
phase-turn_over = Umdrehen
phase-finish = Ausklang
phase-aftercare = Nachsorge
phase-after = nach dem Besuch
card-booking = Gebucht
booking-slot = Termin { $time }
booking-before = davor { $time }
booking-table = auf der Liege { $time }
booking-after = danach { $time }
card-stated-total = Von der Quelle gesagt
covers = { $text } für { $what }
covers-table = die Zeit auf der Liege
covers-visit = den ganzen Besuch
card-estimate-note = „~“ steht vor einer Zeit, die auf einer Schätzung beruht.

## Die Tabelle der Zeiten
table-step = Schritt
table-fitted = Angepasst
table-ideal = Ideal
table-min = Mindestens
table-max = Höchstens
table-basis = Beruht auf
basis-stated = der Verfasser
basis-source = eine Quelle
basis-estimate = eine Schätzung
basis-mixed = zum Teil eine Schätzung
table-total = Insgesamt
table-hands-on = Hände am Klienten
table-table = Auf der Liege
table-visit = Ganzer Besuch
table-unknown = Nichts sagt, wie lange das dauert: { $names }
table-extent = Dies sind die Zeiten { $extent }
table-left-out = Weggelassen: { $names }

## Warum etwas da ist, und warum es so lange dauert
explain-step = { $name }: { $title }, { $time }, von { $start } bis { $end }
explain-rest = { $name }: Pause, { $time }, von { $start } bis { $end }
explain-say = { $name }: gesagt bei { $start }: „{ $title }“
explain-ask = { $name }: gefragt bei { $start }: „{ $title }“
explain-caution = { $name }: gezeigt bei { $start }: „{ $title }“
explain-checkpoint = { $name }: Zwischenzeit bei { $start }
explain-move = { $name }: { $title }, { $time }, von { $start } bis { $end }
explain-side_change = { $name }: Wechsel der Seite bei { $start }
explain-written = Geschrieben in { $place }
explain-line = { $file }, Zeile { $line }
explain-at = { $text }, in { $place }
explain-section = Im Abschnitt „{ $title }“
explain-pass-of = Durchgang { $number } von { $of } von { $block }
explain-stretch-of = Stück { $number } von { $of } von { $block }, das unterbrochen wird
explain-return-of = Unterbrechung { $number } von { $of } von { $block }
explain-side = Seite: { $side }
explain-via-side = Für jede Seite wiederholt; hier: { $what }
explain-via-member = Für jedes Glied wiederholt; hier: { $what }
explain-via-include = Eingebunden: { $what }
explain-via-inserted-position = Vom Plan eingefügt: der Klient wechselt die Lage
explain-via-inserted-therapist = Vom Plan eingefügt: der Therapeut wechselt den Platz
explain-via-inserted-change = Vom Plan für einen Wechsel eingefügt
explain-via-interspersed = Dazwischen: { $what }
explain-via-added = Auf Wunsch hinzugefügt: { $what }
explain-technique = Technik oder Handlung: { $id }
explain-rests-on = Die Dauer beruht auf: { $what }
explain-estimates = Geschätzt nach: { $names }
explain-itself = Von sich aus { $ideal }, mindestens { $least }, höchstens { $most }
explain-left = Nichts sagt, wie lange es von sich aus dauert: es bekommt, was übrig ist, mindestens { $least }, höchstens { $most }
explain-ideal = Es hat seine ideale Dauer
explain-stretched = { $by } länger als ideal
explain-shortened = { $by } kürzer als ideal
explain-bind-block = Wegen der Zeit von { $name } darum herum
explain-bind-least = Kürzer geht es nicht: { $name }
explain-bind-most = Länger geht es nicht: { $name }
explain-bind-locked = Festgehalten: { $name }
explain-bind-sides = Beide Seiten bekommen gleich viel Zeit: { $name }
explain-bind-passes = Nur ganze Durchgänge: { $name }
explain-bind-budget = Wegen der Zeit, die { $name } zusteht
explain-bind-share = Wegen des Anteils von { $name }
explain-bind-cap = Wegen der Grenze { $name }
explain-bind-target = Wegen der verlangten Zeit

## Die Belastung des Therapeuten
load-contacts = Nach dem, was den Klienten berührt
load-postures = Nach Haltung und Platz
load-uses = Jedes Werkzeug, allein oder mit anderen
load-unknown = nicht gesagt
load-unknown-posture = niemand sagt, wie, oder dass es wechselt
load-percent = { $number }%
load-counted = { $count }
load-least = { $count } gesagt, es können mehr sein
load-thumbs = Mit den Daumen: { $time }, höchstens { $longest } am Stück
load-thumbs-least = Mit den Daumen: { $time }, höchstens { $longest } am Stück; bei { $unknown } sagt niemand, womit
load-thumbs-unsaid = Mit den Daumen: von nichts wird es gesagt; bei { $unknown } sagt niemand, womit
load-therapist_changes = Wechsel von Haltung oder Platz des Therapeuten: { $count }
load-client_changes = Wechsel der Lage des Klienten: { $count }
load-turn_overs = Umdrehen: { $count }
load-static = Längste Zeit ohne Pause oder Wechsel: { $time } ({ $posture }), von { $start } bis { $end }, { $first } bis { $last }

## Der Spieler
play-begin = { $title }: { $time }, { $steps ->
    [one] 1 Schritt
   *[other] { $steps } Schritte
}
play-resumed = { $title }: geht nach { $time } weiter
play-at = { $number } von { $count }
play-step = { $title } ({ $time })
play-step-waits = { $title } ({ $time }, bis { $until })
play-step-waits-most = { $title } ({ $time }, bis { $until }, höchstens { $most })
play-step-of = { $title } ({ $time }; alles zusammen, bis { $until })
play-something-else = Etwas anderes
play-step-where = { $title }: { $where }
play-until-answer = die Antwort da ist
play-rest = Pause
play-next = Als Nächstes: { $step }
play-last = Das ist der letzte Schritt
play-say = Sagen: „{ $text }“
play-ask = Fragen: „{ $text }“
play-ask-answers = Fragen: „{ $text }“ ({ $answers })
play-caution = Achtung: { $text }
play-checkpoint = Zwischenzeit
play-move = { $text }
play-side = Seite wechseln
play-soon = In { $time }: { $cue }
play-at-end = Am Ende: { $cue }
play-waiting = Die Zeit ist um: es geht weiter, bis { $until }
play-completed-bound = Länger darf es nicht dauern
play-skipped = Nach { $time } weggelassen
play-left = Nach { $time } verlassen
play-paused = Angehalten
play-resumed-now = Geht weiter
play-extended = { $time } länger
play-cut = { $time } kürzer
play-substituted = Stattdessen getan: { $title }
play-answered = Beantwortet
play-slept = Angehalten: { $time } lang hat niemand auf die Uhr gesehen
play-refitted = Neu angepasst: noch { $time }
play-unreachable = Es kann nicht rechtzeitig enden: { $why }
play-finished = Fertig nach { $time }
play-stopped = Beendet nach { $time }
play-kept = Aufbewahrt: derselbe Befehl macht von hier weiter
play-eta-exact = endet in { $time }
play-eta = endet in { $low } bis { $high }
play-eta-open = endet frühestens in { $low }
play-late = { $time } zu spät
play-step-left = noch { $left } von { $time }
play-step-over = { $time } darüber; wartet, bis { $until }
play-total = Insgesamt
play-section = Abschnitt
play-this = Schritt
play-status-ready = nicht begonnen
play-status-paused = angehalten
play-status-done = fertig
play-status-stopped = beendet
play-key-pause = Leertaste: anhalten
play-key-resume = Leertaste: weiter
play-key-skip = n: nächster
play-key-back = b: zurück
play-key-restart = r: noch einmal
play-key-extend = +: { $time } mehr
play-key-cut = -: { $time } weniger
play-key-done = d: fertig
play-key-answer = { $key }: { $answer }
play-key-worked = w: die Arbeit ging weiter
play-key-enough = e: das Zeichen ist da
play-key-instead = s: etwas anderes
play-key-sections = N, B: nächster Abschnitt, zurück
play-key-quit = q: verlassen
play-key-stop = x: beenden
play-yes = ja
play-no = nein
play-not-kept = Die Sitzung kann nicht aufbewahrt werden: { $problem }

## Die Seite, die spielt
page-player = Spieler
page-card = Behandlungskarte
page-to-card = Zur Behandlungskarte
page-controls = Bedienung
page-start = Beginnen
page-pause = Anhalten
page-go-on = Weiter
page-anew = Von vorn beginnen
page-back = Zurück
page-skip = Überspringen
page-more = { $time } mehr
page-done = Fertig
page-enough = Das Zeichen ist da
page-span = All das dauert, bis { $until }
page-at = Schritt { $number } von { $count }
page-left = noch { $time }
page-over = { $time } über der Zeit
page-ends = Endet um { $time }
page-announce = Schritt { $number } von { $count }: { $title }, { $time }
page-cues = Ansagen
page-slept = { $time } lang hat niemand auf die Uhr gesehen, also hat der Spieler angehalten. Ging die Arbeit weiter?
page-worked = Ja, diese Zeit zählt
page-stand = Nein, von hier weiter
page-resumed = Der Spieler macht dort weiter, wo diese Seite verlassen wurde.
page-seen = Gut
page-steps = Alle Schritte
page-settings = Ton, Bildschirm und Tasten
page-speech = Gesprochene Ansagen
page-chime = Ein Klang bei jedem Schritt
page-vibration = Vibration bei jedem Schritt
page-awake = Den Bildschirm anlassen
page-keys = Tasten
page-keys-help = Leertaste: anhalten oder weiter. Pfeiltasten: zurück und überspringen; mit Umschalttaste: einen Abschnitt zurück oder weiter. Plus: mehr Zeit. E: das Zeichen ist da.

## Die Aufzeichnung der Sitzung
record-title = Sitzung: { $title }
record-draft = Ein Entwurf für die Notizen des Therapeuten, aus dem gemacht, was gespielt wurde (strokekit { $version }). Er sagt, was getan wurde und wie lange, nicht, was es für jemanden bewirkt hat; lesen Sie ihn, bevor Sie ihn aufbewahren.
record-worked = Gearbeitet: { $actual }; geplant: { $planned }
record-hands-on = Hände am Klienten: { $time }
record-paused = Pausen: { $time }
record-stopped = Vor dem Ende beendet
record-going-on = Noch nicht zu Ende
record-by-technique = Zeit nach Techniken
record-by-region = Zeit nach Stellen
record-by-side = Zeit nach Seiten
record-by-pressure = Zeit nach Druck
record-of-technique = Technik
record-of-region = Stelle
record-of-side = Seite
record-of-pressure = Druck
record-time = Zeit
record-not-stated = nicht gesagt
record-steps = Schritte
record-step-title = Schritt
record-step-planned = Geplant
record-step-actual = Getan
record-step-remark = Bemerkung
record-became-part = nicht zu Ende geführt
record-became-skipped = weggelassen
record-became-dropped = herausgenommen, um rechtzeitig zu enden
record-became-open = nicht erreicht
record-made-longer = um { $time } verlängert
record-made-shorter = um { $time } verkürzt
record-something-else = Etwas anderes
record-instead = anstelle von { $planned }
record-answers = Fragen an den Klienten
record-answer = „{ $question }“: { $answer }

## Ansagen in anderen Programmen
cue-rest = Pause
cue-step = { $title }: { $places }
cue-say = Sagen: „{ $text }“
cue-ask = Fragen: „{ $text }“
cue-caution = Achtung: { $text }
cue-side = Die andere Seite
calendar-before = Davor: { $title }
calendar-after = Danach: { $title }

## Was Formate nicht sagen konnten
loss-card = Die Behandlungskarte fehlt: dieser Zeitplan wurde aus JSON gelesen und hat keinen Plan
loss-flattened = { $count ->
    [one] 1 Ansage steht unter ihrem Schritt, den sie zerteilt: dieses Format zeigt nur einen Untertitel auf einmal
   *[other] { $count } Ansagen stehen unter ihren Schritten, die sie zerteilen: dieses Format zeigt nur einen Untertitel auf einmal
}
loss-signs-replaced = { $count ->
    [one] 1 Ansage hat Zeichen, die Abspielprogramme für Auszeichnung halten; an ihrer Stelle stehen andere
   *[other] { $count } Ansagen haben Zeichen, die Abspielprogramme für Auszeichnung halten; an ihrer Stelle stehen andere
}
loss-without-length = { $count ->
    [one] 1 Schritt braucht keine Zeit und hat keinen Untertitel
   *[other] { $count } Schritte brauchen keine Zeit und haben keinen Untertitel
}
loss-moves = { $count ->
    [one] 1 Bewegung innerhalb eines Schritts fehlt
   *[other] { $count } Bewegungen innerhalb von Schritten fehlen
}
loss-checkpoints = { $count ->
    [one] 1 Zwischenzeit fehlt
   *[other] { $count } Zwischenzeiten fehlen
}
loss-too-long = { $count ->
    [one] 1 Ansage braucht vielleicht länger, als Zeit für sie ist, bei { $pace } Wörtern in der Minute (eine Schätzung)
   *[other] { $count } Ansagen brauchen vielleicht länger, als Zeit für sie ist, bei { $pace } Wörtern in der Minute (eine Schätzung)
}
loss-whole-seconds = { $count ->
    [one] 1 Eintrag beginnt oder endet auf die Sekunde und nicht auf die Millisekunde
   *[other] { $count } Einträge beginnen oder enden auf die Sekunde und nicht auf die Millisekunde
}
loss-steps-outlined = { $count ->
    [one] 1 Schritt ist kein eigener Eintrag: es gibt die Abschnitte, in denen er steht
   *[other] { $count } Schritte sind keine eigenen Einträge: es gibt die Abschnitte, in denen sie stehen
}
loss-guarded = { $count ->
    [one] 1 Zeile hat ein „'“ vor einem Text, den eine Tabellenkalkulation für eine Formel hielte
   *[other] { $count } Zeilen haben ein „'“ vor einem Text, den eine Tabellenkalkulation für eine Formel hielte
}
loss-not-strokes = { $count ->
    [one] 1 Schritt ist keine Arbeit mit den Händen am Klienten und fehlt
   *[other] { $count } Schritte sind keine Arbeit mit den Händen am Klienten und fehlen
}
loss-unsaid = { $count ->
    [one] 1 Ansage fehlt: niemand fragt oder sagt sie, wenn es kein Mensch tut
   *[other] { $count } Ansagen fehlen: niemand fragt oder sagt sie, wenn es kein Mensch tut
}
loss-place-open = { $count ->
    [one] 1 Strich hat keine Körperregion, die ein Programm finden könnte
   *[other] { $count } Striche haben keine Körperregion, die ein Programm finden könnte
}
loss-pressure-open = { $count ->
    [one] 1 Strich hat keinen Druck: niemand sagt, wie fest er ist
   *[other] { $count } Striche haben keinen Druck: niemand sagt, wie fest sie sind
}
loss-times-and-doses = { $count ->
    [one] die Zeiten und Dosen von 1 Schritt oder Block fehlen
   *[other] die Zeiten und Dosen von { $count } Schritten und Blöcken fehlen
}
loss-later-passes = { $count ->
    [one] von 1 Schleife ist nur der erste Durchgang gezeichnet, obwohl ein späterer anders ist
   *[other] von { $count } Schleifen ist nur der erste Durchgang gezeichnet, obwohl ein späterer anders ist
}
loss-too-many-arrows = { $count } Pfeile sind mehr als die { $most }, die Mermaid zeichnet, solange niemand maxEdges erhöht

## Bilder
picture-map = { $title }: wo gearbeitet wird
picture-map-description = { $count ->
    [one] Der Körper von vorn und von hinten, mit den Stellen von 1 Schritt.
   *[other] Der Körper von vorn und von hinten, mit den Stellen von { $count } Schritten.
} Alles davon steht in der Liste der Schritte unter den Figuren.
picture-view-front = Vorn
picture-view-back = Hinten
picture-view-face = Gesicht
picture-view-head_side = Kopf von der Seite
picture-view-hand_palm = Hände, innen
picture-view-hand_back = Hände, außen
picture-view-foot_top = Füße von oben
picture-view-foot_sole = Füße, Sohlen
picture-sided = { $place } ({ $side })
picture-pressure = Druck: { $pressure }.
picture-way = Weg: { $way }.
picture-direction = Richtung: { $direction }.
picture-spared = Freigelassen: { $places }.
picture-at = { $count ->
    [one] Schritt { $numbers }
   *[other] Schritte { $numbers }
}
picture-times = { $title } × { $count }
picture-total = { $time }, { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritte
} am Klienten
picture-legend-open = Druck nicht gesagt
picture-legend-way = Weg der Striche
picture-legend-back = Rückweg
picture-legend-care = Achtung
picture-list = Schritte
picture-timeline = { $title }: Zeitplan
picture-timeline-description = Abschnitte und Schritte als Balken über einer Achse von { $time }.
picture-step = { $title }: { $places }
picture-rest = Pause
picture-bar = Arbeit mit den Händen
picture-bar-left = linke Seite
picture-bar-right = rechte Seite
picture-action = andere Handlung
picture-turn-over = Umdrehen
picture-say = dem Klienten gesagt
picture-ask = den Klienten gefragt
picture-caution = Achtung
picture-checkpoint = Zwischenzeit
picture-side = Wechsel der Seite
loss-unplaced = { $count ->
    [one] 1 Schritt nennt keine Stelle, die man zeichnen könnte
   *[other] { $count } Schritte nennen keine Stelle, die man zeichnen könnte
}
loss-undrawn = { $count ->
    [one] 1 Schritt ist nicht gezeichnet, von seiner Stelle gibt es kein Bild: { $what }
   *[other] { $count } Schritte sind nicht gezeichnet, von ihren Stellen gibt es kein Bild: { $what }
}
loss-instead = { $count ->
    [one] in 1 Schritt ist gezeichnet, was um seine Stelle liegt: { $what }
   *[other] in { $count } Schritten ist gezeichnet, was um ihre Stellen liegt: { $what }
}
loss-rough = { $count ->
    [one] in 1 Schritt ist eine Stelle nur ungefähr gezeichnet: { $what }
   *[other] in { $count } Schritten sind Stellen nur ungefähr gezeichnet: { $what }
}
loss-heading = { $count ->
    [one] in 1 Schritt ist eine Richtung nicht gezeichnet: { $what }
   *[other] in { $count } Schritten sind Richtungen nicht gezeichnet: { $what }
}
loss-avoid = { $count ->
    [one] 1 Schritt hat etwas freizulassen, das nicht gezeichnet ist: { $what }
   *[other] { $count } Schritte haben etwas freizulassen, das nicht gezeichnet ist: { $what }
}
loss-firmest = { $count ->
    [one] 1 Stelle wird mit verschiedenem Druck bearbeitet und zeigt den festesten
   *[other] { $count } Stellen werden mit verschiedenem Druck bearbeitet und zeigen den festesten
}
loss-scales = die Schattierungen stehen für Stufen von { $count } Skalen, die nicht vergleichbar sind: { $what }
loss-wordless = { $count ->
    [one] 1 Ansage ist ein Zeichen ohne ihre Worte
   *[other] { $count } Ansagen sind Zeichen ohne ihre Worte
}

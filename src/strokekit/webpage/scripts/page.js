// The page comes to life: a clock, a session, a view, and what people do.

import { newAwake } from "./awake.js";
import { newClock } from "./clock.js";
import { courseOf, sectionEnd, sectionStart } from "./course.js";
import { commandOf } from "./keys.js";
import { NOTHING, noted } from "./notes.js";
import { currentOf, dueOf, isActive, remainingStep, statusOf } from "./player.js";
import { act, newSession, replay } from "./session.js";
import { newSignals } from "./signals.js";
import { DAY, resumed, snapshot } from "./snapshot.js";
import { choicesIn, newStorage } from "./storage.js";
import { filled, spoken } from "./times.js";
import { newView } from "./view.js";

/** So often a run is kept while nothing but time goes by, in milliseconds. */
const KEPT = 5000;
/** What was due longer ago than this is shown, and neither said nor sounded. */
const STALE = 3000;
/** Events after which what is being said is no longer of use. */
const HUSHING = new Set(["pause", "skip", "back", "restart", "jump", "done", "enough"]);

function begin(browser) {
  const { document, navigator } = browser;
  const data = JSON.parse(document.getElementById("strokekit-data").textContent);
  const course = courseOf(data.course);
  const clock = newClock(() => browser.Date.now(), () => browser.performance.now());
  const storage = newStorage(() => browser.localStorage);
  const choices = choicesIn(storage.read("choices"), data.choices);
  const signals = newSignals(browser, () => choices, data.language);
  const awake = newAwake(navigator);
  const view = newView(document, data);
  const place = `session.${data.made.fingerprint}`;

  let session = newSession(course);
  let notes = NOTHING;
  let isResumed = false;
  let kept = 0;
  let timer = 0;

  function happen(event) {
    const now = clock.now();
    const [made, told] = act(session, event, now, data.gap);
    if (HUSHING.has(event.event)) signals.hush();
    session = made;
    for (const one of told) {
      notes = noted(notes, one, data.cues);
      tell(one, now - one.clock > STALE);
    }
    keep(event.event !== "tick", now);
    refresh();
  }

  function refresh() {
    const focused = document.activeElement;
    view.show(session.player, notes, { isResumed });
    if (focused?.getClientRects().length === 0) view.slot("toggle-button").focus();
    awake.want(choices.awake && isActive(session.player));
    browser.clearTimeout(timer);
    if (isActive(session.player)) timer = browser.setTimeout(() => happen({ event: "tick" }), untilNext(session.player));
  }

  function keep(isDue, now) {
    const status = statusOf(session.player);
    if (status === "done" || status === "stopped") storage.forget(place);
    else if (session.player.begun && (isDue || now - kept >= KEPT)) {
      kept = now;
      storage.write(place, snapshot(session, data.made, now));
    }
  }

  /** Let people hear, feel and be told of one thing that happened; what is stale they only see. */
  function tell(one, isStale) {
    const cue = one.kind === "cue" ? data.cues[one.name] : undefined;
    if (isStale || (one.kind === "started" && isOver(one.name))) return;
    signals.signal(one.kind);
    if (one.kind === "started") {
      const segment = currentOf(session.player);
      signals.say(view.titleOf(segment));
      const facts = { number: data.steps[one.name]?.number ?? "", count: data.count, title: view.titleOf(segment), time: spoken(segment.ms, data.units) };
      view.announce(filled(data.words.announce, facts), false);
    } else if (cue !== undefined) {
      signals.say(cue.text);
      view.announce(cue.said, cue.kind === "caution");
    } else if (Object.hasOwn(data.words, one.kind)) {
      const until = data.steps[one.name]?.until ?? "";
      view.announce(filled(data.words[one.kind], { time: spoken(one.ms, data.units), until }), one.kind === "slept");
    }
  }

  function isOver(name) {
    return currentOf(session.player)?.name !== name;
  }

  const commands = {
    toggle() {
      signals.wake();
      const status = statusOf(session.player);
      if (status === "done" || status === "stopped") commands.anew();
      else happen({ event: { ready: "start", paused: "resume" }[status] ?? "pause" });
    },
    skip: () => happen({ event: "skip" }),
    back: () => happen({ event: "back" }),
    more: () => happen({ event: "extend", ms: data.extend }),
    done: () => happen({ event: "done" }),
    enough: () => happen({ event: "enough" }),
    sectionSkip: () => toSegment(sectionEnd),
    sectionBack: () => toSegment((of, index) => sectionStart(of, sectionStart(of, index) === index ? Math.max(index - 1, 0) : index)),
    anew() {
      storage.forget(place);
      [session, notes, isResumed] = [newSession(course), NOTHING, false];
      refresh();
    },
    worked() {
      happen({ event: "worked", ms: notes.slept });
      happen({ event: "resume" });
    },
    stand: () => happen({ event: "resume" }),
    seen() {
      isResumed = false;
      refresh();
    },
    jump(to) {
      signals.wake();
      if (statusOf(session.player) === "ready") happen({ event: "start" });
      happen({ event: "jump", to });
    },
    answer(button) {
      happen({ event: "answer", to: button.dataset.of, text: button.dataset.answer });
      view.slot("toggle-button").focus();
    },
  };

  /** Go where a question to the course leads from here, unless everything is over or nothing is there. */
  function toSegment(find) {
    const { player } = session;
    const to = currentOf(player) === null ? undefined : player.course.segments[find(player.course, player.index)];
    if (to !== undefined) happen({ event: "jump", to: to.name });
  }

  function clicked(event) {
    const button = event.target.closest("[data-do], [data-to], [data-answer]");
    if (button === null) return;
    if (button.dataset.do !== undefined) commands[button.dataset.do]?.();
    else if (button.dataset.to !== undefined) commands.jump(button.dataset.to);
    else commands.answer(button);
  }

  function pressed(event) {
    const command = choices.keys ? commandOf(event, data.direction === "rtl") : null;
    const isMeant = command !== null && (session.player.begun || command === "toggle");
    if (!isMeant) return;
    event.preventDefault();
    commands[command]();
  }

  function chose(event) {
    const { choice } = event.target.dataset;
    if (choice === undefined) return;
    choices[choice] = event.target.checked;
    storage.write("choices", JSON.stringify(choices));
    if (choice === "speech" && !choices.speech) signals.hush();
    signals.wake();
    refresh();
  }

  function looked() {
    if (document.visibilityState === "hidden") {
      keep(true, clock.now());
      return;
    }
    awake.again();
    if (isActive(session.player)) happen({ event: "tick" });
  }

  function sweep() {
    for (const name of storage.names("session.")) {
      const saved = /"saved":(\d+)/.exec(storage.read(name) ?? "");
      if (saved === null || Number(saved[1]) < clock.now() - DAY) storage.forget(name);
    }
  }

  function goOn() {
    const found = resumed(storage.read(place), course, data.made, clock.now());
    const status = found === null ? "ready" : statusOf(found.player);
    if (status === "ready" || status === "done" || status === "stopped") return;
    session = found;
    clock.reach(found.player.clock);
    for (const one of replay(course, found.log)[1]) notes = noted(notes, one, data.cues);
    isResumed = true;
    happen({ event: "tick" });
  }

  for (const box of document.querySelectorAll("[data-choice]")) {
    const { choice } = box.dataset;
    box.checked = choices[choice] ?? false;
    if (signals.can[choice] === false) box.closest("label").hidden = true;
  }
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
  document.addEventListener("change", chose);
  document.addEventListener("visibilitychange", looked);
  browser.addEventListener("pageshow", looked);
  browser.addEventListener("pagehide", () => keep(true, clock.now()));
  sweep();
  refresh();
  goOn();
  view.slot("player").hidden = false;
}

/** Give when to look again: when something is due, and whenever another second is shown. */
function untilNext(player) {
  return Math.min(dueOf(player) ?? Infinity, remainingStep(player) % 1000 || 1000);
}

begin(window);

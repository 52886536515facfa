// The player's one function: a state, an event and a moment of the clock make the next state and what there is to tell. It is
// strokekit/playing/stepping.py in another language; traces made there are replayed here, and must give the same to the byte.

import { courseWith, isAtEnd, limitOf, momentAt, passes, segmentOf, spanEnd } from "./course.js";
import { currentOf, isActive, remaining } from "./player.js";

/** Play until the moment `now`, then let an event happen: `{event: "extend", ms: 30000}`. Gives the state, and what is told. */
export function step(player, event, now) {
  const turn = new Turn(player);
  const moment = Math.max(now, player.clock);
  if (event.event === "slept") {
    turn.slept(moment);
    return [turn.player, turn.told];
  }
  if (isActive(player)) turn.play(moment - player.clock);
  turn.to({ clock: moment });
  if (!ON_SEGMENT.has(event.event) || turn.isOnSegment()) DO[event.event](turn, event);
  return [turn.player, turn.told];
}

class Turn {
  constructor(player) {
    this.player = player;
    this.told = [];
  }

  to(fields) {
    this.player = { ...this.player, ...fields };
  }

  /** Tell of something at this moment; fields that have their default are left out, as Python leaves them out. */
  tell(kind, name = "", { ms = 0, why = "", text = {} } = {}) {
    const told = { kind };
    if (name !== "") told.name = name;
    told.clock = this.player.clock;
    told.elapsed = this.player.elapsed;
    if (ms !== 0) told.ms = ms;
    if (why !== "") told.why = why;
    if (Object.keys(text).length) told.text = text;
    this.told.push(told);
  }

  isOnSegment() {
    return currentOf(this.player) !== null && this.player.begun && !this.player.stopped;
  }

  /** Let so much time be worked, over as many segments as it takes. */
  play(ms) {
    let left = ms;
    for (let segment = currentOf(this.player); segment !== null; segment = currentOf(this.player)) {
      const limit = limitOf(segment);
      const rest = limit === null ? null : limit - this.player.at;
      if (rest === null || left < rest) {
        this.work(segment, left);
        return;
      }
      this.work(segment, rest);
      left -= rest;
      this.complete(segment, segment.wait === null ? "time" : "bound");
    }
    this.to({ clock: this.player.clock + left });
  }

  /** Let time be worked within a segment, and tell of all that comes up. */
  work(segment, ms) {
    const start = this.player;
    const isDue = (at) => start.at < at && at <= start.at + ms;
    const due = segment.moments
      .filter((moment) => !isAtEnd(moment) && isDue(momentAt(moment, segment.ms)))
      .map((moment) => ({ at: momentAt(moment, segment.ms), kind: "cue", name: moment.name, text: moment.text }));
    if (segment.wait !== null && isDue(segment.ms) && limitOf(segment) !== segment.ms) {
      due.push({ at: segment.ms, kind: "waiting", name: segment.name, ms: segment.ms });
    }
    for (const one of due.sort((first, second) => first.at - second.at)) {
      this.pass(start, one.at - start.at);
      this.tell(one.kind, one.name, { ms: one.ms, text: one.text });
    }
    this.pass(start, ms);
  }

  pass(start, ms) {
    this.to({ at: start.at + ms, elapsed: start.elapsed + ms, clock: start.clock + ms });
  }

  /** Let a segment be over, and go to the next, or to one that comes later. */
  complete(segment, why, to = this.player.index + 1) {
    for (const moment of segment.moments) if (isAtEnd(moment)) this.tell("cue", moment.name, { text: moment.text });
    this.tell("completed", segment.name, { ms: this.player.at, why });
    this.enter(to);
  }

  /** Begin a segment; after the last everything is finished. */
  enter(index) {
    this.to({ index, at: 0 });
    const segment = currentOf(this.player);
    if (segment === null) {
      this.tell("finished", "", { ms: this.player.elapsed });
      return;
    }
    this.tell("started", segment.name, { ms: segment.ms });
    for (const moment of segment.moments) {
      if (!isAtEnd(moment) && momentAt(moment, segment.ms) === 0) this.tell("cue", moment.name, { text: moment.text });
    }
    if (segment.wait !== null && segment.ms === 0 && limitOf(segment) !== 0) this.tell("waiting", segment.name);
    if (passes(segment)) this.complete(segment, "time");
  }

  /** Stop where the clock was last heard of. */
  slept(now) {
    if (isActive(this.player)) {
      const gap = now - this.player.clock;
      this.to({ running: false, clock: now });
      this.tell("slept", "", { ms: gap });
    }
    this.to({ clock: now });
  }

  /** Leave the segment, if there is one, and begin another. */
  go(index) {
    const segment = currentOf(this.player);
    if (segment !== null) this.tell("left", segment.name, { ms: this.player.at });
    this.enter(index);
  }

  /** Put another segment in place of the present one. */
  put(segment) {
    const { course, index } = this.player;
    const segments = course.segments.map((one, number) => (number === index ? segment : one));
    this.to({ course: courseWith(course, segments) });
  }
}

function start(turn, event) {
  if (turn.player.begun || turn.player.stopped) return;
  turn.to({ begun: true, running: true, end_by: event.end_by ?? null });
  turn.enter(0);
}

function pause(turn) {
  if (!turn.player.running) return;
  turn.to({ running: false });
  turn.tell("paused");
}

function resume(turn) {
  if (turn.player.running) return;
  turn.to({ running: true });
  turn.tell("resumed");
}

function skip(turn) {
  turn.tell("skipped", currentOf(turn.player).name, { ms: turn.player.at });
  turn.enter(turn.player.index + 1);
}

/** Go to the segment before; also from beyond the last one, as long as nobody has ended the work. */
function back(turn) {
  const { player } = turn;
  if (!player.begun || player.stopped) return;
  let before = player.index - 1;
  while (before >= 0 && passes(player.course.segments[before])) before -= 1;
  if (before >= 0 || currentOf(player) !== null) turn.go(before >= 0 ? before : player.index);
}

function jump(turn, event) {
  const index = turn.player.course.byName.get(event.to);
  if (index !== undefined && turn.player.begun && !turn.player.stopped) turn.go(index);
}

function extend(turn, event) {
  if (event.ms === 0) return;
  const { at } = turn.player;
  const segment = currentOf(turn.player);
  const ms = Math.max(segment.ms + event.ms, Math.min(at, segment.ms));
  const { wait } = segment;
  const later = wait === null || wait.most === null ? wait : { ...wait, most: Math.max(wait.most + event.ms, ms) };
  turn.put({ ...segment, ms, wait: later });
  if (ms !== segment.ms) turn.tell(event.ms > 0 ? "extended" : "cut", segment.name, { ms: Math.abs(ms - segment.ms) });
  if (event.ms < 0 && at >= ms) turn.complete(currentOf(turn.player), "cut");
}

function done(turn) {
  turn.complete(currentOf(turn.player), "done");
}

/** End all that a sign ends: what the event names, else the innermost that the segment is part of. */
function enough(turn, event) {
  const segment = currentOf(turn.player);
  const names = segment.spans.map((span) => span.name);
  const name = event.of || names.at(-1);
  if (names.includes(name)) turn.complete(segment, "done", spanEnd(turn.player.course, turn.player.index, name));
}

function answer(turn, event) {
  const segment = currentOf(turn.player);
  turn.tell("answered", event.to);
  const waits = segment.wait !== null && segment.wait.until === "answer";
  if (waits && segment.moments.some((moment) => moment.name === event.to)) turn.complete(segment, "done");
}

function substitute(turn, event) {
  const segment = currentOf(turn.player);
  const planned = segment.instead_of || segment.technique || segment.name;
  const title = event.title ?? {};
  turn.put({ ...segment, technique: event.technique || null, title, instead_of: planned });
  turn.tell("substituted", segment.name, { ms: turn.player.at, text: title });
}

function worked(turn, event) {
  const { clock } = turn.player;
  turn.play(Math.max(event.ms, 0));
  turn.to({ clock });
  turn.told = turn.told.map((one) => ({ ...one, clock: Math.min(one.clock, clock) }));
}

function refit(turn, event) {
  const { course, index } = turn.player;
  const segments = [...course.segments.slice(0, index + 1), ...event.ahead.map(segmentOf)];
  turn.to({ course: courseWith(course, segments) });
  turn.tell("refitted", "", { ms: remaining(turn.player) });
}

function unreachable(turn, event) {
  turn.tell("unreachable", "", { text: { [turn.player.course.language]: event.why.join("; ") } });
}

function stop(turn) {
  const current = currentOf(turn.player);
  if (turn.player.stopped || current === null) return;
  if (turn.player.begun) turn.tell("left", current.name, { ms: turn.player.at });
  turn.to({ running: false, stopped: true });
  turn.tell("stopped", "", { ms: turn.player.elapsed });
}

const DO = {
  tick() {},
  start,
  end_by: (turn, event) => turn.to({ end_by: event.end_by ?? null }),
  pause,
  resume,
  skip,
  back,
  restart: (turn) => turn.go(turn.player.index),
  jump,
  extend,
  done,
  enough,
  answer,
  substitute,
  worked,
  refit,
  unreachable,
  stop,
};

/** The events that count only between the start and the end of the work. */
const ON_SEGMENT = new Set([
  "pause",
  "resume",
  "skip",
  "restart",
  "extend",
  "done",
  "enough",
  "answer",
  "substitute",
  "worked",
  "refit",
  "unreachable",
]);

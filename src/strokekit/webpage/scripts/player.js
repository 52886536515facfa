// The state of a run, and what follows from it: strokekit/playing/player.py. `elapsed` + `remaining` make the total at any moment.

import { isAtEnd, leastOf, limitOf, momentAt, passes, sectionEnd, sectionStart } from "./course.js";

export function newPlayer(course) {
  return { course, index: 0, at: 0, elapsed: 0, clock: 0, begun: false, running: false, stopped: false, end_by: null };
}

export function currentOf(player) {
  return player.course.segments[player.index] ?? null;
}

/** Give `ready`, `playing`, `waiting`, `paused`, `done` or `stopped`. */
export function statusOf(player) {
  if (player.stopped) return "stopped";
  const current = currentOf(player);
  if (current === null) return "done";
  if (!player.begun) return "ready";
  if (!player.running) return "paused";
  return current.wait !== null && player.at >= current.ms ? "waiting" : "playing";
}

/** Tell whether time counts. */
export function isActive(player) {
  return player.running && !player.stopped && player.index < player.course.segments.length;
}

export function nextOf(player) {
  return player.course.segments.slice(player.index + 1).find((segment) => !passes(segment)) ?? null;
}

export function remainingStep(player) {
  const current = currentOf(player);
  return current === null ? 0 : Math.max(current.ms - player.at, 0);
}

export function remainingSection(player) {
  return currentOf(player) === null ? 0 : until(player, sectionEnd(player.course, player.index));
}

export function remaining(player) {
  return currentOf(player) === null ? 0 : until(player, player.course.segments.length);
}

function until(player, end) {
  const { starts } = player.course;
  return remainingStep(player) + starts[end] - starts[player.index + 1];
}

export function elapsedSection(player) {
  const current = currentOf(player);
  if (current === null) return 0;
  const { starts } = player.course;
  return starts[player.index] - starts[sectionStart(player.course, player.index)] + Math.min(player.at, current.ms);
}

export function totalOf(player) {
  return player.elapsed + remaining(player);
}

/** Give the next thing to be said, asked or shown in this segment. */
export function aheadOf(player) {
  const current = currentOf(player);
  if (current === null) return null;
  const left = current.moments.filter((moment) => isAtEnd(moment) || momentAt(moment, current.ms) > player.at);
  const order = (moment) => (isAtEnd(moment) ? Infinity : momentAt(moment, current.ms));
  return left.reduce((first, moment) => (first === null || order(moment) < order(first) ? moment : first), null);
}

/** Give the moments of the clock at which all is over: at the earliest, as planned, at the latest; null: nobody can tell. */
export function etaOf(player) {
  const { course, clock } = player;
  const current = currentOf(player);
  if (current === null) return { earliest: clock, likely: clock, latest: clock };
  const after = player.index + 1;
  const least = Math.max(leastOf(current) - player.at, 0) + course.earliest.at(-1) - course.earliest[after];
  const most = Math.max((limitOf(current) ?? 0) - player.at, 0) + course.latest.at(-1) - course.latest[after];
  return { earliest: clock + least, likely: clock + remaining(player), latest: course.endless > player.index ? null : clock + most };
}

/** Give after how many milliseconds of work the next thing happens by itself; null: nothing does. */
export function dueOf(player) {
  const current = currentOf(player);
  if (current === null || !isActive(player)) return null;
  const limit = limitOf(current);
  const times = current.moments.filter((moment) => !isAtEnd(moment)).map((moment) => momentAt(moment, current.ms));
  if (current.wait !== null) times.push(current.ms);
  if (limit !== null) times.push(limit);
  const left = times.filter((time) => time > player.at).map((time) => time - player.at);
  return left.length ? Math.min(...left) : null;
}

/** Say where a player stands, as a snapshot holds it. */
export function stateJson(player) {
  return {
    status: statusOf(player),
    segment: currentOf(player)?.name ?? null,
    at: player.at,
    elapsed: player.elapsed,
    remaining: remaining(player),
    clock: player.clock,
  };
}

// A player with its log: strokekit/playing/session.py, without the refit, which needs the solver. Replaying the log over the same
// course gives the same session. A session is never changed: `act` gives another one.

import { isActive, newPlayer } from "./player.js";
import { step } from "./step.js";

export function newSession(course) {
  return { first: course, log: [], player: newPlayer(course), told: 0 };
}

/**
 * Let an event happen at a moment of the clock, in milliseconds; gives the session, and what is told, numbered.
 *
 * If nobody looked at the clock for more than `limit` milliseconds, the player stands still where it was last seen.
 */
export function act(session, event, now, limit = Infinity) {
  const moment = Math.max(now, session.player.clock);
  const gap = isActive(session.player) && moment - session.player.clock > limit;
  const [slept, before] = gap ? enter(session, { event: "slept" }, moment) : [session, []];
  const [made, told] = enter(slept, event, moment);
  return [made, [...before, ...told]];
}

/** Let one event of the log happen; ticks that follow each other are kept as one. */
function enter(session, event, at) {
  const [player, found] = step(session.player, event, at);
  const told = found.map((one, index) => ({ number: session.told + index + 1, ...one }));
  const isJoined = event.event === "tick" && session.log.at(-1)?.event === "tick";
  const log = [...(isJoined ? session.log.slice(0, -1) : session.log), { at, ...event }];
  return [{ first: session.first, log, player, told: session.told + told.length }, told];
}

/** Let the events of a log happen again; gives the session, and all that is told. */
export function replay(course, log) {
  let session = newSession(course);
  const all = [];
  for (const { at, ...event } of log) {
    const [made, told] = enter(session, event, at);
    session = made;
    all.push(...told);
  }
  return [session, all];
}

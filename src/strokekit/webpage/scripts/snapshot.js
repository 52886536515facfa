// A session as text that outlives its page, and back: strokekit/playing/keeping.py. Both read what the other writes.

import { stateJson } from "./player.js";
import { replay } from "./session.js";

const FORMAT = "strokekit.session";
const FORMAT_VERSION = 1;
/** How old a snapshot may be: whoever lies on the table tomorrow lies there anew. */
export const DAY = 24 * 60 * 60 * 1000;

/** Write a session; `made` names the course by its content hash, and the engine. */
export function snapshot(session, made, saved) {
  const kept = {
    format: FORMAT,
    version: FORMAT_VERSION,
    engine: made.engine,
    course: made.fingerprint,
    saved,
    state: stateJson(session.player),
    log: session.log,
  };
  return `${JSON.stringify(kept)}\n`;
}

/** Read a session back, by replaying its log; null for a text that is damaged, too old, or of another course. */
export function resumed(text, course, made, now) {
  try {
    const kept = JSON.parse(text);
    const isOurs = kept.format === FORMAT && kept.version === FORMAT_VERSION && kept.course === made.fingerprint;
    if (!isOurs || !(kept.saved >= now - DAY) || !kept.log.every(hasWholeTimes)) return null;
    const [session] = replay(course, kept.log);
    return JSON.stringify(stateJson(session.player)) === JSON.stringify(kept.state) ? session : null;
  } catch {
    return null;
  }
}

function hasWholeTimes(entry) {
  return Number.isSafeInteger(entry.at) && Number.isSafeInteger(entry.ms ?? 0) && Number.isSafeInteger(entry.end_by ?? 0);
}

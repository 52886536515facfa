// Time as a person sees it go by, in whole milliseconds since 1970.

/** A leap of the wall clock that is longer than this is time in which the computer slept. */
const LEAP = 1000;

/**
 * Make a clock that never goes back, from two that are handed in: `wall` may be set, `steady` may stand still while the computer
 * sleeps. The steady one counts, and leaps ahead of the wall clock are added, so that a hidden page knows how long it was away.
 */
export function newClock(wall, steady) {
  let moment = wall();
  let seen = { wall: moment, steady: steady() };
  return {
    now() {
      const looked = { wall: wall(), steady: steady() };
      const worked = Math.max(looked.steady - seen.steady, 0);
      const leap = looked.wall - seen.wall - worked;
      moment += worked + (leap > LEAP ? leap : 0);
      seen = looked;
      return Math.floor(moment);
    },
    /** Go on from a moment that an earlier page has reached, though the wall clock was put back since. */
    reach(reached) {
      moment = Math.max(moment, reached);
    },
  };
}

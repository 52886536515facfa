// A clock that tests turn by hand, in the place of the browser's own: `turned.run(ms)` lets time go by with all timers that are due
// in it, `turned.leap(ms)` lets it go by and runs what was due once, at its end; `turned.set(ms)` puts the wall clock alone. The
// wall clock outlives a reload, as that of a computer does.
(() => {
  const timers = new Map();
  let wall = Number(sessionStorage.getItem("turned") ?? START);
  let steady = 1000;
  let last = 0;
  const go = (ms) => {
    wall += ms;
    steady += ms;
    sessionStorage.setItem("turned", String(wall));
  };
  const fire = (number) => {
    const { act } = timers.get(number);
    timers.delete(number);
    act();
  };
  const first = () => [...timers].sort(([one, a], [two, b]) => a.at - b.at || one - two)[0];
  const own = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
  window.turned = {
    /** Give the browser its timers back, for tools that wait for real. */
    stop() {
      Object.assign(window, own);
    },
    run(ms) {
      const end = steady + ms;
      for (let found = first(); found && found[1].at <= end; found = first()) {
        go(Math.max(found[1].at - steady, 0));
        fire(found[0]);
      }
      go(end - steady);
    },
    leap(ms) {
      go(ms);
      for (const number of [...timers.keys()]) if (timers.get(number)?.at <= steady) fire(number);
    },
    set(ms) {
      wall = ms;
      go(0);
    },
  };
  Date.now = () => wall;
  performance.now = () => steady;
  window.setTimeout = (act, ms = 0) => {
    last += 1;
    timers.set(last, { act, at: steady + Math.max(ms, 1) });
    return last;
  };
  window.clearTimeout = (number) => timers.delete(number);
})();

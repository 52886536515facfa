// The screen stays on while hands are busy. A browser takes the lock back whenever the page is hidden, and may refuse it.

/** Make what keeps the screen on: `want` is told whether it is to stay on now, `again` that the page is seen again. */
export function newAwake(navigator) {
  let lock = null;
  let isAsked = false;
  let isWanted = false;
  const ask = async () => {
    if (isAsked || lock !== null || !("wakeLock" in navigator)) return;
    isAsked = true;
    const held = await navigator.wakeLock.request("screen").catch(() => null);
    isAsked = false;
    lock = held;
    held?.addEventListener("release", () => (lock = lock === held ? null : lock));
    if (!isWanted) drop();
  };
  const drop = () => {
    lock?.release().catch(() => {});
    lock = null;
  };
  return {
    want(wanted) {
      if (wanted === isWanted) return;
      isWanted = wanted;
      if (wanted) ask();
      else drop();
    },
    again() {
      if (isWanted) ask();
    },
  };
}

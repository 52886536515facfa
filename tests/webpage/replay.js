// Plays traces that Python made on the page's own machine, and writes down all there is to know of it afterwards.
const questions = (player) => {
  const eta = $player.etaOf(player);
  return {
    ...$player.stateJson(player),
    index: player.index,
    begun: player.begun,
    running: player.running,
    stopped: player.stopped,
    end_by: player.end_by,
    remaining_step: $player.remainingStep(player),
    remaining_section: $player.remainingSection(player),
    elapsed_section: $player.elapsedSection(player),
    total: $player.totalOf(player),
    due: $player.dueOf(player),
    eta: [eta.earliest, eta.likely, eta.latest],
    ahead: $player.aheadOf(player)?.name ?? null,
    next: $player.nextOf(player)?.name ?? null,
  };
};
const played = ({ course, run, gap, made, saved }) => {
  const first = $course.courseOf(course);
  let session = $session.newSession(first);
  const rows = [];
  for (const { at, ...event } of run) {
    const [next, told] = $session.act(session, event, at, gap ?? Infinity);
    session = next;
    rows.push(JSON.stringify([told, questions(session.player)]));
  }
  const kept = $snapshot.snapshot(session, made, saved);
  const again = $snapshot.resumed(kept, first, made, saved);
  return { rows, kept, resumed: again !== null && $snapshot.snapshot(again, made, saved) === kept };
};

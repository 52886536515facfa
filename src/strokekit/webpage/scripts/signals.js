// What is heard and felt: speech, a chime, vibration. A browser that lacks one of them stays silent.

const NOTES = { started: [660, 880], waiting: [880, 880], finished: [880, 660, 440] };
const PULSES = { started: [200], waiting: [100, 100, 100], finished: [300, 150, 300] };
/** The length of a note, in seconds. */
const LENGTH = 0.35;

/** Make what signals; `choices` gives what is switched on, `language` the tag of what is spoken. */
export function newSignals(browser, choices, language) {
  let audio = null;
  return {
    can: {
      speech: "speechSynthesis" in browser,
      chime: "AudioContext" in browser,
      vibration: "vibrate" in browser.navigator,
    },
    /** Sound needs a person's touch first; call it from one. */
    wake() {
      if (audio === null && "AudioContext" in browser) audio = new browser.AudioContext();
      audio?.resume?.();
    },
    signal(kind) {
      if (choices().chime && audio !== null) chime(audio, NOTES[kind] ?? []);
      if (choices().vibration && PULSES[kind]) browser.navigator.vibrate?.(PULSES[kind]);
    },
    say(text) {
      if (!choices().speech || !("speechSynthesis" in browser) || text === "") return;
      const said = new browser.SpeechSynthesisUtterance(text);
      said.lang = language;
      browser.speechSynthesis.speak(said);
    },
    hush() {
      browser.speechSynthesis?.cancel();
    },
  };
}

function chime(audio, notes) {
  notes.forEach((frequency, index) => {
    const start = audio.currentTime + index * LENGTH * 0.7;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0.0001, start);
    loudness.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + LENGTH);
  });
}

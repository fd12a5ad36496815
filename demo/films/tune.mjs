// A quiet tune for a film: plucked strings over a slow drone, as a WAV. The same seed always gives the same tune.

const rate = 44_100;
// Sa Re Ga Pa Dha: five tones that never quarrel (Bhupali), from D on.
const steps = [0, 2, 4, 7, 9];
const tone = (place, base = 146.83) => base * 2 ** (Math.floor(place / 5) + steps[((place % 5) + 5) % 5] / 12);

/** @returns {Buffer} a WAV of so many seconds, one channel. */
export function tune(seconds, seed) {
  const chance = dice(seed);
  const sound = new Float32Array(Math.ceil(seconds * rate));
  const beat = 0.56 + chance() * 0.1;
  let place = 5 + Math.floor(chance() * 3);
  for (let at = 0.4, count = 0; at < seconds - 3; at += beat, count++) {
    if (count % 8 === 0) pluck(sound, at, tone(count % 16 ? 3 : 0, 73.42), 0.34, 4.5);
    // The tune rests now and then, and comes home at the end of each eight.
    if (chance() < 0.22 && count % 8) continue;
    place = count % 8 === 7 ? 5 : Math.min(11, Math.max(3, place + Math.floor(chance() * 5) - 2));
    pluck(sound, at, tone(place), 0.26, 2.4);
    if (chance() < 0.2) pluck(sound, at + beat / 2, tone(place + 1), 0.14, 1.4);
  }
  return wav(softened(sound, seconds));
}

/** A string is struck nearer to its end than to its middle; its high tones die first. */
function pluck(sound, at, frequency, loud, long) {
  const start = Math.round(at * rate);
  const end = Math.min(sound.length, start + Math.round(long * rate));
  for (let tone = 1; tone <= 7; tone++) {
    const share = (Math.sin(Math.PI * tone * 0.21) / tone ** 1.35) * loud;
    const turn = (2 * Math.PI * frequency * tone) / rate;
    const fade = -(2.2 + 1.5 * tone) / long / rate;
    for (let i = start; i < end; i++) {
      const age = i - start;
      sound[i] += share * Math.sin(turn * age) * Math.exp(fade * age) * Math.min(1, age / 200, (end - i) / 400);
    }
  }
}

/** It comes in and goes out, and has a little of a room around it. */
function softened(sound, seconds) {
  for (const [late, share] of [
    [0.071, 0.22],
    [0.113, 0.16],
    [0.19, 0.1],
  ]) {
    const back = Math.round(late * rate);
    for (let i = back; i < sound.length; i++) sound[i] += sound[i - back] * share;
  }
  const most = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0.01);
  return sound.map((value, i) => (value / most) * 0.5 * Math.min(1, i / rate, (seconds - i / rate) / 2.5));
}

function wav(sound) {
  const bytes = Buffer.alloc(44 + sound.length * 2);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(sound.length * 2, 40);
  sound.forEach((value, i) => bytes.writeInt16LE(Math.round(value * 32_767), 44 + i * 2));
  return bytes;
}

/** Mulberry32. */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

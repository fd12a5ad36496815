// Times what the wasm does. The program that opened the page calls `alapBench` and reads what comes back.
import init, { Bench, yardstick } from './alap_bench.js';

await init();
// Not in the wasm, so that its size is the engine's.
const demo = await (await fetch('faq.md')).text();
const bench = new Bench(demo);

function milliseconds(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function quantile(sorted, share) {
  return sorted[Math.round((sorted.length - 1) * share)];
}

// Microseconds of each piece of work, summed up.
function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
  return { n: sorted.length, median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), mean };
}

function each(count, work) {
  return Array.from({ length: count }, (_, at) => 1000 * milliseconds(() => work(at)));
}

const WAYS = ['bangla', 'banglish', 'english'];

globalThis.alapBench = {
  yardstick: () => quantile(Array.from({ length: 9 }, () => milliseconds(yardstick)).sort((a, b) => a - b), 0.5),
  build: () => milliseconds(() => bench.build()),
  learn: () => milliseconds(() => bench.learn()),
  indexBytes: () => bench.index_bytes(),
  questions() {
    const ways = WAYS.map((_, way) => each(bench.questions(way), (at) => bench.ask(way, at)));
    const summaries = Object.fromEntries(WAYS.map((name, way) => [name, summary(ways[way])]));
    return { all: summary(ways.flat()), ...summaries };
  },
  smallTalk: () => summary(WAYS.flatMap((_, way) => each(bench.questions(way), (at) => bench.is_small_talk(way, at)))),
  keystrokes: () => summary(each(bench.keystrokes(), (at) => bench.suggest(at))),
};

// Times what the wasm does. The program that opened the page calls `alapBench` and reads what comes back.
import init, { Bench, yardstick } from './alap_bench.js';
import { each, middle, milliseconds, summary } from './timing.js';

await init();
// Not in the wasm, so that its size is the engine's.
const demo = await (await fetch('faq.md')).text();
const bench = new Bench(demo);

const WAYS = ['bangla', 'banglish', 'english'];

globalThis.alapBench = {
  yardstick: () => middle(9, yardstick),
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

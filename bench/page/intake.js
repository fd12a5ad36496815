// Times what the wasm does. The program that opened the page calls `alapBench` and reads what comes back.
import init, { IntakeBench, yardstick } from './alap_bench.js';
import { each, middle, summary } from './timing.js';

await init();
const ROUNDS = 10;
const bench = IntakeBench.made();

// Microseconds of each step from an empty form to a full one.
function round() {
  bench.clear();
  return each(bench.questions(), (at) => bench.step(at));
}

globalThis.alapBench = {
  yardstick: () => middle(9, yardstick),
  counts: () => ({ questions: bench.questions(), conditions: bench.conditions(), jumps: bench.jumps() }),
  first: () => each(1, () => bench.step(0))[0],
  steps: () => summary(Array.from({ length: ROUNDS }, round).flat()),
  checkAll() {
    round();
    if (!bench.check_all()) throw new Error('the answers are not taken');
    return summary(each(100, () => bench.check_all()));
  },
  summary: () => summary(each(100, () => bench.summary())),
};

// Times what the wasm does. The program that opened the page calls `alapBench` and reads what comes back.
import init, { SuggestBench, yardstick } from './alap_bench.js';
import { middle, milliseconds, summary } from './timing.js';

await init();
async function bytes(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
// Not in the wasm, so that its size is the recommender's.
const [products, histories, model] = await Promise.all(['products.bin', 'histories.bin', 'model.bin'].map(bytes));
const bench = new SuggestBench(products, histories);

// Feeds in the products and makes the recommender: in all, and the longest pieces.
function prepare() {
  const started = performance.now();
  let longest = 0;
  for (let at = 0; at < bench.products(); at += 1) {
    longest = Math.max(longest, milliseconds(() => bench.add(at)));
  }
  const finish = milliseconds(() => bench.finish());
  return { all: performance.now() - started, add: longest, finish };
}

// Microseconds of a query.
function query(at, near, runs) {
  bench.lay_out(at, near);
  return 1000 * middle(runs, () => bench.query());
}

// Of each query the middle of three times, so that what else the machine does counts less.
function queries(near) {
  return summary(Array.from({ length: bench.queries() }, (_, at) => query(at, near, 3)));
}

globalThis.alapBench = {
  yardstick: () => middle(9, yardstick),
  prepare,
  model() {
    let taken = false;
    const time = milliseconds(() => { taken = bench.take_model(model); });
    if (!taken) throw new Error('the model was not taken');
    return time;
  },
  firstQuery: () => query(bench.queries() - 1, false, 1),
  queries: () => queries(false),
  queriesWithNear: () => queries(true),
  // Of how many queries nothing comes: 0, or the figures say nothing.
  unanswered() {
    let unanswered = 0;
    for (let at = 0; at < bench.queries(); at += 1) {
      bench.lay_out(at, false);
      unanswered += bench.query() === 0;
    }
    return unanswered;
  },
};

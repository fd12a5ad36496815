// What both pages measure with.

export function milliseconds(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

export function quantile(sorted, share) {
  return sorted[Math.round((sorted.length - 1) * share)];
}

// Microseconds of each piece of work, summed up.
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
  return { n: sorted.length, median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), max: sorted.at(-1), mean };
}

// Microseconds of each of so many pieces of work.
export function each(count, work) {
  return Array.from({ length: count }, (_, at) => 1000 * milliseconds(() => work(at)));
}

// The middle of the milliseconds of some runs.
export function middle(runs, work) {
  return quantile(Array.from({ length: runs }, () => milliseconds(work)).sort((a, b) => a - b), 0.5);
}

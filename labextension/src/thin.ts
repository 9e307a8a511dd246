import type { Maybe } from './payload';

/**
 * Choose the places that keep a curve's shape: the lowest and highest of each stretch, first and last.
 *
 * The same rule as fastaid/facts/thin.py, so that a curve thinned here and there looks alike.
 */
export function thin(values: readonly Maybe[], most: number): number[] {
  const n = values.length;
  if (n <= most) {
    return values.map((_, i) => i);
  }
  if (most < 4) {
    return [0, n - 1].slice(0, most);
  }
  const stretches = Math.floor((most - 2) / 2);
  const keep = new Set([0, n - 1]);
  for (let k = 0; k < stretches; k++) {
    const start = Math.floor((k * n) / stretches);
    const stop = Math.floor(((k + 1) * n) / stretches);
    let lowest = -1;
    let highest = -1;
    for (let i = start; i < stop; i++) {
      const value = values[i];
      if (value === null || value === undefined) {
        continue;
      }
      if (lowest < 0 || value < (values[lowest] as number)) {
        lowest = i;
      }
      if (highest < 0 || value >= (values[highest] as number)) {
        highest = i;
      }
    }
    keep.add(lowest < 0 ? start : lowest);
    keep.add(highest < 0 ? start : highest);
  }
  return [...keep].sort((a, b) => a - b);
}

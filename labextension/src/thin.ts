import type { Maybe } from './payload';

/**
 * Choose the places that keep a curve's shape: the lowest and highest of each stretch, first and last.
 *
 * Stretches are as long as each other in steps. In places they would not do: a curve that was thinned
 * before and has grown since would lose its beginning a little more each time.
 * The same rule as fastaid/facts/thin.py, so that a curve thinned here and there looks alike.
 */
export function thin(values: readonly Maybe[], most: number, step?: readonly number[]): number[] {
  const n = values.length;
  if (n <= most) {
    return values.map((_, i) => i);
  }
  if (most < 4) {
    return [0, n - 1].slice(0, most);
  }
  const stretches = Math.floor((most - 2) / 2);
  const at = (i: number): number => step?.[i] ?? i;
  const [first, length] = [at(0), at(n - 1) - at(0) + 1];
  const lowest = new Map<number, number>();
  const highest = new Map<number, number>();
  const empty = new Map<number, number>(); // where nothing of a stretch is a number, its first place tells so
  for (let i = 0; i < n; i++) {
    const value = values[i];
    const k = Math.floor(((at(i) - first) * stretches) / length);
    if (value === null || value === undefined) {
      empty.set(k, empty.get(k) ?? i);
      continue;
    }
    const [low, high] = [lowest.get(k), highest.get(k)];
    if (low === undefined || value < (values[low] as number)) {
      lowest.set(k, i);
    }
    if (high === undefined || value >= (values[high] as number)) {
      highest.set(k, i);
    }
  }
  lowest.forEach((_, k) => empty.delete(k));
  return [...new Set([0, n - 1, ...lowest.values(), ...highest.values(), ...empty.values()])].sort((a, b) => a - b);
}

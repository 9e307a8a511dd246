/** Payloads as a stranger may have bent them: read within bounds, or refused; never an exception, never a side effect. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readHistory, readProgress, readRun } from '../src/checked';

const GOLDEN = join(process.cwd(), '..', 'tests', 'payloads');
const ROUNDS = Number(process.env.FASTAID_FUZZ ?? 3_000);
const SEED = Number(process.env.FASTAID_SEED ?? 20_240_611);
const MOST_ITEMS = 5_000;
const LONGEST = 4_001;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** mulberry32: the same numbers from the same seed, so that what fails fails again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(SEED);
const below = (n: number): number => Math.floor(next() * n);
const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON', '', '\u0000', 'step'];

function deep(): Json {
  let found: Json = 1;
  for (let i = 0; i < 2_000; i++) {
    found = i % 2 ? [found] : { a: found };
  }
  return found;
}

const STRANGE: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 0,
  () => -1,
  () => 1e308,
  () => NaN,
  () => Infinity,
  () => 2 ** 53 + 2,
  () => '',
  () => '<img src=x onerror=globalThis.hacked=1>',
  () => 'x'.repeat(20_000),
  () => '\ud800\u202e\u0000\u001b[2J',
  () => [],
  () => ({}),
  () => [[[]]],
  () => Array.from({ length: 20_000 }, (_, i) => i),
  () => new Array(3),
  () => JSON.parse('{"__proto__": {"hacked": 1}, "constructor": {"prototype": {"hacked": 1}}}') as Json,
  () => Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`column ${i}`, i])),
  () => Object.create(null) as object,
  deep
];

/** A copy of a payload in which something, somewhere, is another thing. */
function bent(value: unknown, chance: number): unknown {
  if (next() < chance) {
    return one(STRANGE)();
  }
  if (Array.isArray(value)) {
    const items = value.map(item => bent(item, chance / 4));
    const change = below(12);
    return change === 0 ? items.slice(1) : change === 1 ? [...items, ...items] : items;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, held]) => [next() < 0.01 ? one(NAMES) : name, bent(held, chance)]);
    const kept = fields.filter(() => next() > 0.01);
    return Object.fromEntries(next() < 0.1 ? [...kept, [one(NAMES), one(STRANGE)()]] : kept) as unknown;
  }
  return value;
}

/** What was read has numbers, texts of a length, lists of a length, and nothing else. */
function inBounds(value: unknown): void {
  if (Array.isArray(value)) {
    assert.ok(value.length <= MOST_ITEMS);
    value.forEach(inBounds);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    assert.ok(entries.length <= 110);
    entries.forEach(([name, held]) => {
      assert.ok(name.length <= LONGEST);
      inBounds(held);
    });
  } else if (typeof value === 'string') {
    assert.ok(value.length <= LONGEST);
  } else if (typeof value === 'number') {
    assert.ok(Number.isFinite(value));
  } else {
    assert.ok(value === null || typeof value === 'boolean', typeof value);
  }
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(GOLDEN, name), 'utf-8'));
const runs = readdirSync(GOLDEN).filter(name => !name.startsWith('progress'));
const past = [{ number: 1, run_id: 'a', started_at: 1, status: 'finished', call: 'c', arch: 'r', seconds: 1, epochs: 1, final: { accuracy: 0.5 } }];

const DOORS: readonly [string, unknown, (value: unknown) => unknown][] = [
  ...runs.map((name): [string, unknown, (value: unknown) => unknown] => [name, read(name), readRun]),
  ['a live message', read('progress.json'), readProgress],
  ['earlier runs', past, readHistory]
];

for (const [name, whole, reader] of DOORS) {
  test(`${name}, bent ${ROUNDS} times, is read in bounds or refused (seed ${SEED})`, () => {
    let refused = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const found = reader(bent(whole, one([0.002, 0.01, 0.05])));
      refused += found === null || (Array.isArray(found) && !found.length) ? 1 : 0;
      inBounds(found);
    }
    assert.ok(refused > 0 && refused < ROUNDS, `${refused} of ${ROUNDS} refused`);
    assert.equal(({} as Record<string, unknown>).hacked, undefined);
    assert.equal((globalThis as Record<string, unknown>).hacked, undefined);
  });
}

test('a text that is no JSON of ours is refused, however deep', () => {
  for (const strange of STRANGE) {
    assert.equal(readRun(strange()), null);
    assert.equal(readProgress(strange()), null);
    assert.deepEqual(readHistory(strange()), []);
    assert.deepEqual(readHistory([strange(), strange()]), []);
  }
});

/** The wire contract from this side: the payloads that the kernel's tests write, and what is refused. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readHistory, readProgress, readRun } from '../src/checked';

const GOLDEN = join(process.cwd(), '..', 'tests', 'payloads');
const golden = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(GOLDEN, name), 'utf-8'));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

for (const name of readdirSync(GOLDEN).filter(name => !name.startsWith('progress'))) {
  test(`${name} is read whole`, () => {
    assert.deepEqual(plain(readRun(golden(name))), golden(name));
  });
}

test('a live message is read whole', () => {
  assert.deepEqual(plain(readProgress(golden('progress.json'))), golden('progress.json'));
});

test('what has another shape is refused', () => {
  const run = golden('finished.json');
  const others: unknown[] = [
    null,
    undefined,
    7,
    'run',
    [],
    {},
    { ...run, version: 2 },
    { ...run, status: '<b>finished</b>' },
    { ...run, step: '8' },
    { ...run, step: Infinity },
    { ...run, epochs: {} },
    { ...run, epochs: [[1]] },
    { ...run, series: { ...(run.series as object), loss: [1] } },
    { ...run, series: { ...(run.series as object), step: Array.from({ length: 1e6 }, (_, i) => i) } },
    { ...run, layer_groups: [{ holds: 1 }] },
    { ...run, reading: 'good' },
    { ...run, settings: { a: { b: 1 } } }
  ];
  for (const other of others) {
    assert.equal(readRun(other), null, JSON.stringify(other)?.slice(0, 80));
  }
});

test('every field that is taken away or replaced is noticed or harmless', () => {
  const run = golden('interrupted.json');
  for (const name of Object.keys(run)) {
    for (const value of [undefined, null, 0, 'text', [], {}, [[]], true]) {
      const read = readRun({ ...run, [name]: value });
      assert.ok(read === null || typeof read.run_id === 'string');
    }
  }
});

test('a gigantic text is cut and a name without a prototype stays a name', () => {
  const run = golden('finished.json');
  const read = readRun({ ...run, call: 'x'.repeat(1e6), settings: JSON.parse('{"__proto__": "mine"}') });
  assert.equal(read?.call.length, 4_001);
  assert.equal(read?.settings['__proto__'], 'mine');
});

test('of the journal, lines of another shape are left out', () => {
  const line = { number: 1, run_id: 'a', started_at: 1, status: 'odd', call: 'c', arch: 'r', seconds: 1, epochs: 1, final: {} };
  assert.deepEqual(readHistory([line, { number: 'one' }, null]).map(run => run.status), ['failed']);
  assert.deepEqual(readHistory('no list'), []);
});

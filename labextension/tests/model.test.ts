/** What a page knows: each event once, none missing, however the messages come. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RunStore } from '../src/model';
import type { Progress, Run } from '../src/payload';
import { readProgress, readRun } from '../src/checked';
import { thin } from '../src/thin';

const GOLDEN = join(process.cwd(), '..', 'tests', 'payloads');
const read = (name: string): unknown => JSON.parse(readFileSync(join(GOLDEN, name), 'utf-8'));
const HERE = { kernel: 'k1', label: 'a.ipynb' };

function begun(): Run {
  return readRun(read('running.json')) as Run;
}

/** A message with the batches from `first` to `last`. */
function message(seq: number, first: number, last: number): Progress {
  const made = readProgress(read('progress.json')) as Progress;
  const step = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const values = step.map(() => 1);
  const series = { step, loss: values, smooth_loss: [...values], lr: [...values], mom: [...values] };
  return { ...made, run_id: begun().run_id, seq, now: { ...made.now, status: 'running', step: last }, series, epochs: [] };
}

function store(): RunStore {
  const made = new RunStore();
  made.takeSnapshot(begun(), 5, HERE);
  return made;
}

const steps = (of: RunStore): number[] => of.get(begun().run_id)?.run.series.step ?? [];

test('messages in order are taken, doubled and old ones are not', () => {
  const runs = store();
  assert.equal(runs.takeProgress(message(6, 7, 8), HERE), 'taken');
  assert.equal(runs.takeProgress(message(6, 7, 8), HERE), 'old');
  assert.equal(runs.takeProgress(message(3, 1, 2), HERE), 'old');
  assert.deepEqual(steps(runs), [1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a gap waits for the snapshot, and what came meanwhile is put on top', () => {
  const runs = store();
  assert.equal(runs.takeProgress(message(8, 10, 11), HERE), 'missing');
  assert.equal(runs.takeProgress(message(9, 12, 12), HERE), 'missing');
  const whole = begun();
  whole.series = message(0, 1, 9).series;
  runs.takeSnapshot(whole, 7, HERE);
  assert.deepEqual(steps(runs), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  assert.equal(runs.get(whole.run_id)?.seq, 9);
});

test('a snapshot that is older than what is known changes nothing', () => {
  const runs = store();
  runs.takeProgress(message(6, 7, 8), HERE);
  runs.takeSnapshot(begun(), 5, HERE);
  assert.equal(steps(runs).length, 8);
});

test('another kernel cannot speak for a run', () => {
  const runs = store();
  assert.equal(runs.takeProgress(message(6, 7, 8), { kernel: 'k2', label: '' }), 'old');
  runs.takeSnapshot({ ...begun(), call: 'another' }, 99, { kernel: 'k2', label: '' });
  assert.equal(runs.get(begun().run_id)?.run.call, begun().call);
  assert.equal(steps(runs).length, 6);
});

test('messages of unknown runs are bounded', () => {
  const runs = new RunStore();
  for (let seq = 1; seq < 5_000; seq++) {
    assert.equal(runs.takeProgress(message(seq, seq, seq), HERE), 'missing');
  }
  runs.takeSnapshot(begun(), 0, HERE);
  assert.ok(steps(runs).length < 1_000);
});

test('so is the number of runs that are waited for', () => {
  const runs = new RunStore();
  const ids = Array.from({ length: 200 }, (_, i) => `run-${i}`);
  ids.forEach(id => runs.takeProgress({ ...message(1, 1, 1), run_id: id }, HERE));
  ids.forEach(id => runs.takeSnapshot({ ...begun(), run_id: id, series: message(0, 1, 0).series }, 0, HERE));
  const grown = ids.filter(id => runs.get(id)?.run.series.step.length);
  assert.ok(grown.length > 0 && grown.length <= 50);
});

test('any order of arrival gives the same run', () => {
  const parts = [6, 7, 8, 9, 10].map(seq => message(seq, seq + 1, seq + 1));
  for (let shuffle = 0; shuffle < 120; shuffle++) {
    const order = [...parts];
    for (let i = order.length - 1, rest = shuffle; i > 0; i--) {
      const j = rest % (i + 1);
      rest = Math.floor(rest / (i + 1));
      [order[i], order[j]] = [order[j] as Progress, order[i] as Progress];
    }
    const runs = store();
    const isMissing = order.map(one => runs.takeProgress(one, HERE)).includes('missing');
    if (isMissing) {
      const held = runs.get(begun().run_id);
      runs.takeSnapshot({ ...begun(), series: message(0, 1, (held?.seq ?? 0) + 1).series }, held?.seq ?? 0, HERE);
    }
    const seen = steps(runs);
    assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
    assert.equal(new Set(seen).size, seen.length);
    assert.deepEqual(seen, Array.from({ length: 11 }, (_, i) => i + 1));
  }
});

test('a very long run stays within its memory and keeps its spike', () => {
  const runs = store();
  for (let seq = 6; seq < 1_006; seq++) {
    const more = message(seq, 7 + (seq - 6) * 100, 106 + (seq - 6) * 100);
    if (seq === 300) {
      more.series.loss[50] = 77;
    }
    runs.takeProgress(more, HERE);
  }
  const run = runs.get(begun().run_id)?.run as Run;
  assert.ok(run.series.step.length <= 4_000);
  const early = run.series.step.filter(step => step < 50_000).length;
  assert.ok(early > 400, `the beginning keeps its share of the points: ${early}`);
  assert.equal(run.series.step.at(-1), 100_006);
  assert.ok(run.series.loss.includes(77));
});

test('a kernel that is gone leaves its runs, as failed', () => {
  const runs = store();
  runs.lose('k1');
  const known = runs.get(begun().run_id);
  assert.equal(known?.run.status, 'failed');
  assert.equal(known?.place.kernel, '');
  assert.deepEqual(runs.seqs('k1'), {});
});

test("a run gets its notebook's name when that becomes known, and its new one", () => {
  const runs = new RunStore();
  runs.takeSnapshot(begun(), 5, { kernel: 'k1', label: '' });
  for (const label of ['a.ipynb', 'b.ipynb']) {
    runs.rename('k1', label);
    assert.deepEqual(runs.get(begun().run_id)?.place, { kernel: 'k1', label });
  }
  runs.rename('k2', 'other.ipynb');
  assert.equal(runs.get(begun().run_id)?.place.label, 'b.ipynb');
});

test('a saved run gives way to the kernel and not the other way round', () => {
  const runs = new RunStore();
  const saved = { ...begun(), step: 3 };
  runs.takeSaved(saved, 'a.ipynb');
  runs.takeSnapshot(begun(), 5, HERE);
  runs.takeSaved({ ...saved, step: 99 }, 'a.ipynb');
  assert.equal(runs.get(saved.run_id)?.run.step, begun().step);
});

test('thinning keeps first, last, lowest and highest', () => {
  const values = Array.from({ length: 10_000 }, (_, i) => (i === 4_321 ? 99 : i === 1_234 ? -99 : Math.sin(i)));
  const at = thin(values, 200);
  assert.ok(at.length <= 200);
  for (const i of [0, 1_234, 4_321, 9_999]) {
    assert.ok(at.includes(i));
  }
});

test('a run that another kernel resumes is followed there', () => {
  const runs = store();
  const there = { kernel: 'k2', label: 'a.ipynb' };
  assert.equal(runs.takeProgress(message(6, 7, 8), there), 'old'); // it trains in k1
  const over = message(6, 7, 7);
  runs.takeProgress({ ...over, now: { ...over.now, status: 'interrupted', resume: '%resume r' } }, HERE);
  assert.equal(runs.takeProgress(message(2, 7, 7), there), 'missing');
  runs.takeSnapshot({ ...begun(), step: 6 }, 2, there);
  assert.equal(runs.get(begun().run_id)?.place.kernel, 'k2');
  assert.equal(runs.takeProgress(message(3, 7, 7), there), 'taken');
});

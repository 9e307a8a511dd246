/** A run's curves as a chart needs them: no more points than it has pixels for. */

import type { Maybe, Run, Series } from './payload';
import { thin } from './thin';

const MOST_POINTS = 600;

export interface Curves {
  series: Series;
  valid: { step: number[]; values: Maybe[] };
  /** Where to cut the axis of losses: a first batch far off would flatten all that came after. */
  ceiling: number;
}

/** Runs that are over do not change, and up to eight of them are drawn again with each message of another. */
const kept = new WeakMap<Run, Curves>();

export function curvesOf(run: Run): Curves {
  const found = kept.get(run) ?? made(run);
  if (run.status !== 'running') {
    kept.set(run, found);
  }
  return found;
}

function made(run: Run): Curves {
  const { series } = run;
  const { step } = series;
  const at = [
    ...new Set([...thin(series.smooth_loss, MOST_POINTS / 2, step), ...thin(series.loss, MOST_POINTS / 2, step)])
  ];
  at.sort((a, b) => a - b);
  const some = <T>(values: T[]): T[] => at.map(i => values[i] as T);
  const thinned = {
    step: some(series.step),
    loss: some(series.loss),
    smooth_loss: some(series.smooth_loss),
    lr: some(series.lr),
    mom: some(series.mom)
  };
  const valid = validCurve(run);
  return { series: thinned, valid, ceiling: ceiling(thinned.smooth_loss, valid.values) };
}

/** Validation losses, at the batches where their epochs ended. */
function validCurve(run: Run): { step: number[]; values: Maybe[] } {
  const rows = run.epochs.filter(row => typeof row.step === 'number' && 'valid_loss' in row);
  const values = rows.map(row => row.valid_loss ?? null);
  const at = thin(values, MOST_POINTS);
  return { step: at.map(i => rows[i]?.step as number), values: at.map(i => values[i] ?? null) };
}

function ceiling(smooth: Maybe[], valid: Maybe[]): number {
  const losses = smooth.filter(loss => loss !== null).sort((a, b) => a - b);
  const most = losses[Math.floor(0.98 * (losses.length - 1))];
  const last = valid.findLast(loss => loss !== null) ?? 0;
  return most === undefined ? Infinity : Math.max(most, Math.min(last, 3 * Math.abs(most))) + 0.25 * Math.abs(most);
}

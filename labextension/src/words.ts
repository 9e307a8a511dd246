/** Numbers and states in words; the same words as the kernel's own views use. */

import type { Maybe, Now, Run } from './payload';

/** A duration: "0:07", "12:30", "2:05:00". */
export function clock(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.round(seconds) : 0;
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A metric's value; what is no number is said to be none. */
export function shown(value: Maybe | undefined): string {
  if (value === null || value === undefined) {
    return '–';
  }
  const size = Math.abs(value);
  return value === 0 || (size >= 1e-3 && size < 1e6) ? value.toFixed(4) : value.toExponential(3);
}

/** A learning rate: "3.0e-3". */
export function rate(value: Maybe | undefined): string {
  return value === null || value === undefined ? '–' : value.toExponential(1);
}

/** A count with its thousands apart. */
export function count(value: number): string {
  return value.toLocaleString('en');
}

export function speed(run: Pick<Run, 'samples_per_second' | 'noun'>): string {
  const value = run.samples_per_second;
  return value === null ? '' : `${value >= 10 ? count(Math.round(value)) : value.toFixed(1)} ${run.noun}s/s`;
}

/** Bytes as a learner reads them: "1.4 GB". */
export function bytes(value: number): string {
  return value >= 2 ** 30 ? `${(value / 2 ** 30).toFixed(1)} GB` : `${Math.round(value / 2 ** 20)} MB`;
}

/** Where a run is, in a line: "epoch 2/4, 64%, 0:12 left, 310 pictures/s". */
export function statusLine(run: Run): string {
  const pace = speed(run);
  if (run.status !== 'running') {
    return [`${run.status} after ${clock(run.seconds)}`, pace].filter(Boolean).join(', ');
  }
  if (run.step === 0) {
    return 'preparing the first batch';
  }
  const left = run.seconds_left === null ? '' : `${clock(run.seconds_left)} left`;
  return [shortStatus(run), `${Math.round((100 * run.step) / Math.max(run.n_step, 1))}%`, left, pace]
    .filter(Boolean)
    .join(', ');
}

/** "epoch 2/4". */
export function shortStatus(run: Pick<Now, 'epoch' | 'n_epoch'>): string {
  return `epoch ${Math.min(run.epoch + 1, run.n_epoch)}/${run.n_epoch}`;
}

/** What trains on what: "resnet34 on cpu (fp32), 296 pictures in batches of 64". */
export function whereLine(run: Run): string {
  const noun = run.n_train === 1 ? run.noun : `${run.noun}s`;
  return `${run.arch} on ${run.device} (${run.precision}), ${count(run.n_train)} ${noun} in batches of ${run.bs}`;
}

/** What makes it faster than the plain program, where anything does. */
export function fasterLine(run: Pick<Run, 'settings'>): string {
  const by = run.settings['faster by'];
  return by ? `faster by: ${by}` : '';
}

export const LOWER_IS_BETTER = ['loss', 'error', 'perplexity', 'mse', 'mae', 'rmse', 'hamming'];

/** The best row of a column (its place in the table), -1 where there is none. */
export function bestRow(run: Pick<Run, 'epochs'>, column: string): number {
  const isLower = LOWER_IS_BETTER.some(word => column.toLowerCase().includes(word));
  let best = -1;
  run.epochs.forEach((row, i) => {
    const [value, held] = [row[column], best < 0 ? null : run.epochs[best]?.[column]];
    if (typeof value !== 'number') {
      return;
    }
    if (typeof held !== 'number' || (isLower ? value < held : value > held)) {
      best = i;
    }
  });
  return best;
}

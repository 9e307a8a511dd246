/**
 * What arrives, checked: it may come from a stranger's notebook.
 *
 * Texts are cut, lists are bounded, and what has another shape is refused as a whole.
 */

import {
  STATUSES,
  VERSION,
  type Checkpoint,
  type Group,
  type Maybe,
  type Now,
  type PastRun,
  type Planned,
  type Progress,
  type Row,
  type Run,
  type Series,
  type Status
} from './payload';

const MOST_POINTS = 5_000;
const MOST_ROWS = 2_000;
const MOST_NAMES = 100;
const LONGEST_TEXT = 4_000;
const LONGEST_NAME = 300;

class Refused extends Error {}

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused('no object');
  }
  return value as Fields;
}

function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Refused('no number');
  }
  return value;
}

function maybe(value: unknown): Maybe {
  return value === null || value === undefined ? null : number(value);
}

function text(value: unknown, longest = LONGEST_TEXT): string {
  if (typeof value !== 'string') {
    throw new Refused('no text');
  }
  return value.length <= longest ? value : `${value.slice(0, longest)}…`;
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw new Refused('neither true nor false');
  }
  return value;
}

function list<T>(value: unknown, read: (item: unknown) => T, most: number): T[] {
  if (!Array.isArray(value) || value.length > most) {
    throw new Refused('no list, or a gigantic one');
  }
  return value.map(item => read(item));
}

function orNull<T>(value: unknown, read: (item: unknown) => T): T | null {
  return value === null || value === undefined ? null : read(value);
}

/** Several lists of the same length, the first of which is the batch. */
function columns<K extends string>(value: unknown, names: readonly K[]): Record<K | 'step', Maybe[]> & { step: number[] } {
  const from = fields(value);
  const step = list(from.step, number, MOST_POINTS);
  const found = { step } as Record<string, Maybe[]>;
  for (const name of names) {
    found[name] = list(from[name], maybe, MOST_POINTS);
    if (found[name].length !== step.length) {
      throw new Refused(`${name} is not as long as step`);
    }
  }
  return found as Record<K | 'step', Maybe[]> & { step: number[] };
}

const series = (value: unknown): Series => columns(value, ['loss', 'smooth_loss', 'lr', 'mom'] as const);
const planned = (value: unknown): Planned => columns(value, ['lr', 'mom'] as const);

function row(value: unknown): Row {
  const cells = Object.entries(fields(value));
  if (cells.length > MOST_NAMES) {
    throw new Refused('too many columns');
  }
  // No prototype: a column may have any name, "__proto__" too.
  const found = Object.create(null) as Row;
  for (const [name, cell] of cells) {
    found[text(name, LONGEST_NAME)] = maybe(cell);
  }
  return found;
}

function group(value: unknown): Group {
  const from = fields(value);
  return {
    holds: text(from.holds, LONGEST_NAME),
    n_params: number(from.n_params),
    n_trainable: number(from.n_trainable),
    frozen: flag(from.frozen),
    lr: maybe(from.lr)
  };
}

function checkpoint(value: unknown): Checkpoint {
  const from = fields(value);
  return {
    step: number(from.step),
    name: text(from.name, LONGEST_NAME),
    file: text(from.file),
    problem: text(from.problem)
  };
}

/** It is put into a notebook and run there, so nothing else may stand in it. */
function resumeLine(value: unknown): string {
  const line = text(value, LONGEST_NAME);
  return /^%resume [\w-]+$/.test(line) ? line : '';
}

function now(value: unknown): Now {
  const from = fields(value);
  const status = text(from.status, LONGEST_NAME);
  if (!(STATUSES as readonly string[]).includes(status)) {
    throw new Refused(`no status: ${status}`);
  }
  return {
    status: status as Status,
    message: text(from.message),
    seconds: number(from.seconds),
    seconds_left: maybe(from.seconds_left),
    samples_per_second: maybe(from.samples_per_second),
    epoch: number(from.epoch),
    n_epoch: number(from.n_epoch),
    step: number(from.step),
    n_step: number(from.n_step),
    diverged: flag(from.diverged),
    metric_names: list(from.metric_names, name => text(name, LONGEST_NAME), MOST_NAMES),
    layer_groups: list(from.layer_groups, group, MOST_NAMES),
    reading: orNull(from.reading, said => {
      const { kind, text: words, sure } = fields(said);
      return { kind: text(kind, 20), text: text(words), sure: text(sure, 20) };
    }),
    gpu: orNull(from.gpu, gpu => {
      const { used, total, busy } = fields(gpu);
      return { used: number(used), total: number(total), busy: maybe(busy) };
    }),
    checkpoints: list(from.checkpoints ?? [], checkpoint, MOST_ROWS),
    notes: list(from.notes ?? [], note => text(note), MOST_NAMES),
    resume: resumeLine(from.resume ?? '')
  };
}

function settings(value: unknown): Record<string, string> {
  const found = Object.create(null) as Record<string, string>;
  for (const [name, setting] of Object.entries(fields(value)).slice(0, MOST_NAMES)) {
    found[text(name, LONGEST_NAME)] = text(setting, LONGEST_NAME);
  }
  return found;
}

function version(value: unknown): number {
  if (value !== VERSION) {
    throw new Refused('of another version');
  }
  return VERSION;
}

/** The value that `read` makes, or null where what came is of another shape. */
function orRefused<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) {
      return null;
    }
    throw error;
  }
}

/** A run, or null where the value is none that this viewer knows. */
export function readRun(value: unknown): Run | null {
  return orRefused(() => {
    const from = fields(value);
    return {
      version: version(from.version),
      run_id: text(from.run_id, LONGEST_NAME),
      call: text(from.call),
      arch: text(from.arch, LONGEST_NAME),
      device: text(from.device, LONGEST_NAME),
      precision: text(from.precision, LONGEST_NAME),
      noun: text(from.noun ?? 'picture', LONGEST_NAME),
      started_at: number(from.started_at),
      bs: number(from.bs),
      n_train: number(from.n_train),
      n_valid: number(from.n_valid),
      ...now(from),
      epochs: list(from.epochs, row, MOST_ROWS),
      n_epochs_left_out: number(from.n_epochs_left_out),
      series: series(from.series),
      planned: planned(from.planned),
      settings: settings(from.settings)
    };
  });
}

/** A live message, or null where the value is none that this viewer knows. */
export function readProgress(value: unknown): Progress | null {
  return orRefused(() => {
    const from = fields(value);
    return {
      version: version(from.version),
      run_id: text(from.run_id, LONGEST_NAME),
      seq: number(from.seq),
      now: now(from.now),
      series: series(from.series),
      epochs: list(from.epochs, row, MOST_ROWS),
      planned: planned(from.planned)
    };
  });
}

/** The runs that a journal lists; those of another shape are left out. */
export function readHistory(value: unknown): PastRun[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.slice(0, MOST_ROWS).flatMap(
    one =>
      orRefused(() => {
        const from = fields(one);
        const status = text(from.status, LONGEST_NAME);
        return {
          number: number(from.number),
          run_id: text(from.run_id, LONGEST_NAME),
          started_at: number(from.started_at),
          status: (STATUSES as readonly string[]).includes(status) ? (status as Status) : 'failed',
          call: text(from.call, LONGEST_NAME),
          arch: text(from.arch, LONGEST_NAME),
          seconds: number(from.seconds),
          epochs: number(from.epochs),
          final: row(from.final)
        };
      }) ?? []
  );
}

/**
 * The wire contract, as fastaid/render/payload.py writes it. Null stands for unknown or not finite.
 */

export const MIME = 'application/vnd.fastaid.run.v1+json';
export const VERSION = 1;

export const STATUSES = ['running', 'finished', 'stopped', 'interrupted', 'failed'] as const;
export type Status = (typeof STATUSES)[number];
export type Maybe = number | null;

/** Training batches, one entry each after thinning. */
export interface Series {
  step: number[];
  loss: Maybe[];
  smooth_loss: Maybe[];
  lr: Maybe[];
  mom: Maybe[];
}

/** The schedule that the run means to follow. */
export interface Planned {
  step: number[];
  lr: Maybe[];
  mom: Maybe[];
}

export interface Group {
  holds: string;
  n_params: number;
  n_trainable: number;
  frozen: boolean;
  lr: Maybe;
}

export interface Reading {
  kind: string;
  text: string;
  sure: string;
}

export interface Gpu {
  used: number;
  total: number;
  busy: Maybe;
}

export interface Checkpoint {
  step: number;
  name: string;
  file: string;
  problem: string;
}

/** A row of the epoch table: epoch, fastai's columns, time, step. */
export type Row = Record<string, Maybe>;

/** What changes while a run goes on, lists left out. */
export interface Now {
  status: Status;
  message: string;
  seconds: number;
  seconds_left: Maybe;
  samples_per_second: Maybe;
  epoch: number;
  n_epoch: number;
  step: number;
  n_step: number;
  diverged: boolean;
  metric_names: string[];
  layer_groups: Group[];
  reading: Reading | null;
  gpu: Gpu | null;
  checkpoints: Checkpoint[];
  /** More lines: where it was resumed, what is kept of it. */
  notes: string[];
  /** The line that goes on with it; "" where no checkpoint is kept. */
  resume: string;
}

export interface Run extends Now {
  version: number;
  run_id: string;
  call: string;
  arch: string;
  device: string;
  precision: string;
  noun: string;
  started_at: number;
  bs: number;
  n_train: number;
  n_valid: number;
  epochs: Row[];
  n_epochs_left_out: number;
  series: Series;
  planned: Planned;
  settings: Record<string, string>;
}

/** A live message: what one event adds to a run. */
export interface Progress {
  version: number;
  run_id: string;
  seq: number;
  now: Now;
  series: Series;
  epochs: Row[];
  planned: Planned;
}

/** An earlier run, as the journal lists it. */
export interface PastRun {
  number: number;
  run_id: string;
  started_at: number;
  status: Status;
  call: string;
  arch: string;
  seconds: number;
  epochs: number;
  final: Row;
}

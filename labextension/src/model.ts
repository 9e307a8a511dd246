/** The runs that this page knows, put together from snapshots, live messages and notebooks. */

import type { Planned, Progress, Run, Series } from './payload';
import { thin } from './thin';

/** Where a run trains, or did. */
export interface Place {
  /** The kernel's id; "" for a run read from a notebook's output or the journal. */
  kernel: string;
  /** What a learner calls it: the notebook's name. */
  label: string;
}

export interface Known {
  run: Run;
  /** The number of the last event taken in; 0 where it came without numbers. */
  seq: number;
  place: Place;
}

export type Outcome = 'taken' | 'old' | 'missing';

/** Curves longer than this are thinned; a chart is a few hundred pixels wide. */
const MOST_POINTS = 4_000;
const THINNED = 2_000;
/** Live messages that wait for a snapshot. */
const MOST_WAITING = 500;
const MOST_ROWS = 1_000;
/** Runs that a page keeps: beyond, the oldest that are over are let go of. */
const MOST_RUNS = 50;

const LOST = 'The kernel ended while this run trained.';

export class RunStore {
  private _known = new Map<string, Known>();
  private _waiting = new Map<string, Progress[]>();
  private _listeners = new Set<(id: string) => void>();

  /** Be told the id of each run that changes; gives the way to end that. */
  onChange(listener: (id: string) => void): () => void {
    this._listeners.add(listener);
    return () => this._listeners.delete(listener);
  }

  get(id: string): Known | undefined {
    return this._known.get(id);
  }

  /** Running ones first, then the latest. */
  get all(): Known[] {
    const isOver = (known: Known): number => (known.run.status === 'running' ? 0 : 1);
    return [...this._known.values()].sort(
      (a, b) => isOver(a) - isOver(b) || b.run.started_at - a.run.started_at
    );
  }

  /** The number of the last event of each run of a kernel, for asking what is new. */
  seqs(kernel: string): Record<string, number> {
    const own = [...this._known].filter(([, known]) => known.place.kernel === kernel && known.seq > 0);
    return Object.fromEntries(own.map(([id, known]) => [id, known.seq]));
  }

  /** Take a whole run that a kernel tells; what it has already seen of later events is put on top. */
  takeSnapshot(run: Run, seq: number, place: Place): void {
    const known = this._known.get(run.run_id);
    if (known && (known.place.kernel === place.kernel ? known.seq > seq : trains(known))) {
      return; // older than what is known, or a stranger that uses this run's name
    }
    this._known.set(run.run_id, { run, seq, place });
    const waiting = this._waiting.get(run.run_id) ?? [];
    this._waiting.delete(run.run_id);
    waiting.sort((a, b) => a.seq - b.seq).forEach(progress => this.takeProgress(progress, place));
    this._forgetOld();
    this._tell(run.run_id);
  }

  /** Take a live message; "missing" asks for a snapshot, after which it is taken. */
  takeProgress(progress: Progress, place: Place): Outcome {
    const known = this._known.get(progress.run_id);
    const isElsewhere = known !== undefined && known.place.kernel !== place.kernel;
    if (known && (isElsewhere ? trains(known) : progress.seq <= known.seq)) {
      return 'old'; // or a stranger that uses this run's name
    }
    if (!known || isElsewhere || progress.seq !== known.seq + 1) {
      const waiting = this._waiting.get(progress.run_id) ?? [];
      if (waiting.length < MOST_WAITING && !waiting.some(one => one.seq === progress.seq)) {
        this._waiting.set(progress.run_id, [...waiting, progress]);
        [...this._waiting.keys()].slice(0, -MOST_RUNS).forEach(id => this._waiting.delete(id));
      }
      return 'missing';
    }
    known.run = extended(known.run, progress);
    known.seq = progress.seq;
    this._tell(progress.run_id);
    return 'taken';
  }

  /** Take a run from a notebook's output or the journal, where no kernel has told more. */
  takeSaved(run: Run, label: string): void {
    const known = this._known.get(run.run_id);
    if (known && (known.place.kernel || known.run.step >= run.step)) {
      return;
    }
    this._known.set(run.run_id, { run, seq: 0, place: { kernel: '', label } });
    this._forgetOld();
    this._tell(run.run_id);
  }

  /** A kernel's notebook has become known, or has another name now. */
  rename(kernel: string, label: string): void {
    for (const [id, known] of this._known) {
      if (known.place.kernel === kernel && known.place.label !== label) {
        known.place = { kernel, label };
        this._tell(id);
      }
    }
  }

  /** The kernel is gone: what trained there does not any more, and the next kernel knows nothing of it. */
  lose(kernel: string): void {
    for (const [id, known] of this._known) {
      if (known.place.kernel === kernel) {
        known.place = { ...known.place, kernel: '' };
        known.seq = 0;
        if (known.run.status === 'running') {
          known.run = { ...known.run, status: 'failed', message: LOST, seconds_left: null };
        }
        this._tell(id);
      }
    }
  }

  private _forgetOld(): void {
    const over = this.all.filter(known => known.run.status !== 'running');
    over.slice(MOST_RUNS).forEach(known => {
      this._known.delete(known.run.run_id);
      this._tell(known.run.run_id);
    });
  }

  private _tell(id: string): void {
    this._listeners.forEach(listener => listener(id));
  }
}

/** Whether a kernel trains it now; a run that is over may be resumed by another kernel. */
function trains(known: Known): boolean {
  return known.place.kernel !== '' && known.run.status === 'running';
}

/** A run with one more event. */
export function extended(run: Run, progress: Progress): Run {
  const epochs = progress.epochs.length ? [...run.epochs, ...progress.epochs] : run.epochs;
  const tooMany = Math.max(epochs.length - MOST_ROWS, 0);
  const first = Math.floor(MOST_ROWS / 4);
  return {
    ...run,
    ...progress.now,
    epochs: tooMany ? [...epochs.slice(0, first), ...epochs.slice(first + tooMany)] : epochs,
    n_epochs_left_out: run.n_epochs_left_out + tooMany,
    series: joinedSeries(run.series, progress.series),
    planned: joinedPlans(run.planned, progress.planned)
  };
}

/** Curves grow in place, as copying a long one for each message would cost more than drawing it. */
function joinedSeries(held: Series, more: Series): Series {
  for (const name of Object.keys(held) as (keyof Series)[]) {
    (held[name] as unknown[]).push(...more[name]);
  }
  if (held.step.length <= MOST_POINTS) {
    return held;
  }
  const at = [
    ...new Set([...thin(held.smooth_loss, THINNED / 2, held.step), ...thin(held.loss, THINNED / 2, held.step)])
  ];
  at.sort((a, b) => a - b);
  const kept = <T>(values: T[]): T[] => at.map(i => values[i] as T);
  return {
    step: kept(held.step),
    loss: kept(held.loss),
    smooth_loss: kept(held.smooth_loss),
    lr: kept(held.lr),
    mom: kept(held.mom)
  };
}

function joinedPlans(held: Planned, more: Planned): Planned {
  if (!more.step.length) {
    return held;
  }
  return {
    step: [...held.step, ...more.step].slice(-MOST_POINTS),
    lr: [...held.lr, ...more.lr].slice(-MOST_POINTS),
    mom: [...held.mom, ...more.mom].slice(-MOST_POINTS)
  };
}

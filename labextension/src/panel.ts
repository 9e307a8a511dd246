/** The panel: all runs of all open kernels, the running ones on top, earlier ones below. */

import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { el } from './dom';
import type { Feeds } from './feed';
import type { Known, RunStore } from './model';
import { RunView, type Command } from './runView';
import { clock, shown, statusLine } from './words';
import type { PastRun, Run } from './payload';

const MOST_OVERLAID = 8;
const MOST_EARLIER = 60;
/** A kernel tells four times a second; what tells faster is not drawn faster. */
const MS_BETWEEN_DRAWINGS = 200;

/** What a line says of a run that may be laid over the open one. */
type Compared = Pick<PastRun, 'run_id' | 'started_at' | 'status' | 'call' | 'arch' | 'seconds' | 'final'>;

/** Columns of the epoch table that are no result. */
const BESIDE = new Set(['epoch', 'time', 'step']);

/** A run's place in the panel: a line, and the whole view where it is open. */
class Entry {
  readonly node = el('section', 'jp-fastaid-entry');
  private _toggle = el('button', 'jp-fastaid-line', { type: 'button', 'aria-expanded': 'false' });
  private _body = el('div', 'jp-fastaid-body');
  private _view: RunView | null = null;

  constructor(
    readonly id: string,
    private _onToggle: () => void,
    private _steer: (command: Command) => Promise<string>
  ) {
    this.node.dataset.runId = id;
    this._toggle.addEventListener('click', () => this._onToggle());
    this.node.append(this._toggle, this._body);
  }

  dispose(): void {
    this._view?.dispose();
    this.node.remove();
  }

  show({ run, place }: Known, isOpen: boolean, isVisible: boolean, others: Run[]): void {
    this.node.dataset.status = run.status;
    this.node.dataset.step = String(run.step);
    this._toggle.setAttribute('aria-expanded', String(isOpen));
    // What the open view says is not said twice.
    const words = [place.label, isOpen ? run.arch : `${run.arch}, ${statusLine(run)}`].filter(Boolean).join(': ');
    if (this._toggle.textContent !== words) {
      this._toggle.textContent = words;
    }
    if (!isOpen) {
      this._view?.dispose();
      this._view = null;
      this._body.replaceChildren();
      return;
    }
    if (!isVisible) {
      return; // what is out of sight keeps its zoom and its answers, and is not drawn
    }
    if (!this._view) {
      this._view = new RunView({ steer: command => this._steer(command) });
      this._body.replaceChildren(this._view.node);
    }
    this._view.show(run, others);
  }

  recolour(): void {
    this._view?.recolour();
  }
}

export class TrainingPanel extends Widget {
  private _entries = new Map<string, Entry>();
  private _open: string | null = null;
  private _hasChosen = false;
  private _overlaid = new Set<string>();
  private _isDirty = false;
  private _drawn = 0;
  private _runs = el('div', 'jp-fastaid-runs');
  private _hint = el(
    'p',
    'jp-fastaid-hint',
    {},
    'No run yet. In a notebook: ',
    el('code', '', {}, '%load_ext fastaid'),
    ', then ',
    el('code', '', {}, '%fit_one_cycle 4'),
    '.'
  );
  private _earlier = el('details', 'jp-fastaid-details');
  private _earlierList = el('ul', 'jp-fastaid-earlier');

  constructor(
    private _store: RunStore,
    private _feeds: Feeds,
    private _resume: (known: Known) => Promise<string>
  ) {
    super();
    this.id = 'fastaid-panel';
    this.addClass('jp-fastaid-panel');
    this.title.caption = 'Training runs (fastaid)';
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', 'Training runs');
    this._earlier.append(
      el('summary', '', {}, `Compare: lay up to ${MOST_OVERLAID} other runs over the open one`),
      this._earlierList
    );
    this._earlier.addEventListener('toggle', () => this._earlier.open && void this._refresh());
    this.node.append(this._hint, this._runs, this._earlier);
    _store.onChange(() => this.redraw());
    _feeds.onHistory(() => this.redraw());
  }

  /** Draw soon, and once however many messages come meanwhile. */
  redraw(): void {
    if (this._isDirty) {
      return;
    }
    this._isDirty = true;
    const wait = Math.max(this._drawn + MS_BETWEEN_DRAWINGS - performance.now(), 0);
    window.setTimeout(() => requestAnimationFrame(() => this._drawNow()), wait);
  }

  private _drawNow(): void {
    this._isDirty = false;
    this._drawn = performance.now();
    this._draw();
  }

  /** Take the theme's colours anew. */
  recolour(): void {
    this._entries.forEach(entry => entry.recolour());
  }

  protected override onAfterShow(_: Message): void {
    this.redraw();
  }

  protected override onAfterAttach(_: Message): void {
    this.redraw();
  }

  private _draw(): void {
    const all = this._store.all;
    const ids = new Set(all.map(known => known.run.run_id));
    for (const [id, entry] of this._entries) {
      if (!ids.has(id)) {
        entry.dispose();
        this._entries.delete(id);
      }
    }
    this._hint.hidden = all.length > 0;
    this._choose(all);
    const others = [...this._overlaid].flatMap(id => {
      const known = this._store.get(id);
      return known && id !== this._open ? [known.run] : [];
    });
    all.forEach((known, i) => {
      const entry = this._entry(known.run.run_id);
      if (this._runs.children[i] !== entry.node) {
        this._runs.insertBefore(entry.node, this._runs.children[i] ?? null);
      }
      entry.show(known, known.run.run_id === this._open, this.isVisible, others);
    });
    this._drawEarlier(all);
  }

  /** The run that is open: the one that was chosen, or the one that trains, or the latest. */
  private _choose(all: Known[]): void {
    const first = all[0];
    const isNewer = first?.run.status === 'running' && this._store.get(this._open ?? '')?.run.status !== 'running';
    const isGone = this._open !== null && !this._store.get(this._open);
    if (first && ((!this._hasChosen && this._open === null) || isGone || isNewer)) {
      this._open = first.run.run_id;
    }
  }

  private _entry(id: string): Entry {
    const held = this._entries.get(id);
    if (held) {
      return held;
    }
    const toggle = (): void => {
      this._open = this._open === id ? null : id;
      this._hasChosen = true;
      this.redraw();
    };
    const entry = new Entry(id, toggle, command => this.steer(id, command));
    this._entries.set(id, entry);
    return entry;
  }

  /** Ask the kernel that trains a run; or its notebook, to go on with it. */
  async steer(id: string, command: Command): Promise<string> {
    const known = this._store.get(id);
    if (command === 'resume' && known) {
      return this._resume(known);
    }
    const feed = this._feeds.of(known?.place.kernel ?? '');
    if (!feed) {
      throw new Error('The kernel of this run is not there any more.');
    }
    return feed.steer(
      command === 'checkpoint'
        ? { verb: 'checkpoint', run_id: id }
        : { verb: 'stop', run_id: id, when: command === 'stop-batch' ? 'batch' : 'epoch' }
    );
  }

  private async _refresh(): Promise<void> {
    try {
      await this._feeds.refreshHistory();
    } catch (error) {
      console.warn('fastaid: the journal could not be read.', error);
    }
  }

  /** Every run that can be laid over the open one: those on the page, and those in the journals. */
  private _drawEarlier(all: Known[]): void {
    const found = new Map<string, Compared>(this._feeds.history.map(run => [run.run_id, run]));
    for (const { run } of all) {
      found.set(run.run_id, { ...run, final: run.epochs.at(-1) ?? {} });
    }
    found.delete(this._open ?? '');
    const earlier = [...found.values()].sort((a, b) => b.started_at - a.started_at).slice(0, MOST_EARLIER);
    this._earlier.hidden = earlier.length === 0;
    const key = earlier.map(run => run.run_id + run.status).join() + [...this._overlaid].join();
    if (this._earlierList.dataset.key !== key) {
      this._earlierList.dataset.key = key;
      this._earlierList.replaceChildren(...earlier.map(run => this._earlierLine(run)));
    }
  }

  private _earlierLine(run: Compared): HTMLElement {
    const box = el('input', '', { type: 'checkbox' });
    box.checked = this._overlaid.has(run.run_id);
    box.disabled = !box.checked && this._overlaid.size >= MOST_OVERLAID;
    box.addEventListener('change', () => void this._overlay(run.run_id, box.checked));
    const [metric, value] = Object.entries(run.final).filter(([name]) => !BESIDE.has(name)).at(-1) ?? [];
    const ended = metric ? `, ${metric} ${shown(value)}` : '';
    const when = new Date(run.started_at * 1000).toLocaleString();
    return el('li', '', {}, el('label', '', {}, box, ` ${when}: ${run.arch}, ${run.call}, ${run.status} after ${clock(run.seconds)}${ended}`));
  }

  private async _overlay(id: string, isWanted: boolean): Promise<void> {
    if (isWanted) {
      this._overlaid.add(id);
      if (!this._store.get(id)) {
        await this._feeds.load(id);
      }
    } else {
      this._overlaid.delete(id);
    }
    this.redraw();
  }
}

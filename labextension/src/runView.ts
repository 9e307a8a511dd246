/** One run on a page: the same view in the panel and under a notebook's cell. */

import { Chart, themed, type Curve } from './chart';
import { curvesOf } from './curves';
import { el, table } from './dom';
import type { Group, Run } from './payload';
import { bestRow, bytes, clock, count, fasterLine, rate, shown, statusLine, whereLine } from './words';

/** What a learner may ask of a run that trains. */
export type Command = 'stop-batch' | 'stop-epoch' | 'checkpoint' | 'resume';

export interface Steering {
  /** Ask the kernel; gives what will happen, in its words. */
  steer(command: Command): Promise<string>;
}

const ROWS_SHOWN = 12;
const BUTTONS: [Command, string, string][] = [
  ['stop-batch', 'Stop now', 'End the fit after this batch; what was trained is kept'],
  ['stop-epoch', 'Stop after epoch', 'End the fit when this epoch is complete'],
  ['checkpoint', 'Save a checkpoint', 'Save weights and optimizer after this batch and go on'],
  ['resume', 'Resume', 'Go on from the last checkpoint, in a new cell of the notebook']
];
const COLOURS = ['--jp-fastaid-blue', '--jp-fastaid-orange', '--jp-fastaid-green', '--jp-fastaid-grey'];

export class RunView {
  readonly node = el('div', 'jp-fastaid-run');
  private _status = el('span', 'jp-fastaid-status');
  private _call = el('code', 'jp-fastaid-call');
  private _where = el('div', 'jp-fastaid-faint');
  private _bar = el('progress', 'jp-fastaid-bar', { 'aria-label': 'share of the batches done' });
  private _buttons = el('div', 'jp-fastaid-buttons', { role: 'group', 'aria-label': 'Steer this run' });
  private _commands = new Map<Command, HTMLElement>();
  private _answer = el('div', 'jp-fastaid-answer', { role: 'status' });
  private _reading = el('div', 'jp-fastaid-reading', { role: 'status' });
  private _message = el('div', 'jp-fastaid-message');
  private _loss = new Chart('loss', 190);
  private _lr = new Chart('learning rate', 120);
  private _mom = new Chart('momentum', 120);
  private _log = el('input', '', { type: 'checkbox' });
  private _epochs = el('div', 'jp-fastaid-scroll');
  private _groups = el('details', 'jp-fastaid-details');
  private _settings = el('details', 'jp-fastaid-details');
  private _said = new Map<HTMLElement, string>();
  private _run: Run | null = null;
  private _others: Run[] = [];
  private _wasRunning = true;

  constructor(private _steering: Steering | null) {
    this._log.addEventListener('change', () => (this._loss.isLog = this._log.checked));
    for (const [command, label, title] of BUTTONS) {
      const button = el('button', 'jp-fastaid-button', { type: 'button', title, 'data-command': command }, label);
      button.addEventListener('click', () => void this._ask(command));
      this._commands.set(command, button);
      this._buttons.append(button);
    }
    this.node.append(
      el('div', 'jp-fastaid-head', {}, this._call, ' ', this._status),
      this._where,
      this._bar,
      this._buttons,
      this._answer,
      this._message,
      this._reading,
      this._loss.node,
      el('label', 'jp-fastaid-faint', {}, this._log, ' logarithmic loss; drag to zoom, double-click for all'),
      el('div', 'jp-fastaid-pair', {}, this._lr.node, this._mom.node),
      this._epochs,
      this._groups,
      this._settings
    );
  }

  /** The run that is drawn. */
  get shown(): Run | null {
    return this._run;
  }

  dispose(): void {
    [this._loss, this._lr, this._mom].forEach(chart => chart.dispose());
  }

  /** Draw a run, over which others may be laid. */
  show(run: Run, others: Run[] = []): void {
    this._run = run;
    this._others = others;
    const isRunning = run.status === 'running';
    this._call.textContent = run.call;
    this._status.textContent = statusLine(run);
    this._status.dataset.status = run.status;
    this._where.textContent = [whereLine(run), gpuLine(run), fasterLine(run)].filter(Boolean).join('; ');
    this._bar.hidden = !isRunning;
    this._bar.max = Math.max(run.n_step, 1);
    this._bar.value = run.step;
    const canResume = canBeResumed(run);
    this._buttons.hidden = !(isRunning || canResume) || !this._steering;
    this._commands.forEach((button, command) => (button.hidden = (command === 'resume') === isRunning));
    if (this._wasRunning !== isRunning) {
      this._wasRunning = isRunning;
      this._answer.textContent = '';
    }
    // A screen reader speaks what changes here, so it changes only when the words do.
    const said = run.reading ? `${run.reading.text} (${run.reading.sure})` : '';
    this._renew(this._reading, said, () => [said]);
    this._reading.dataset.kind = run.reading?.kind ?? '';
    this._message.textContent = [run.message, ...run.checkpoints.slice(-3).map(checkpointLine), ...run.notes].filter(Boolean).join('\n');
    this._charts(run, others);
    this._renew(this._epochs, `${run.epochs.length} ${run.n_epochs_left_out} ${run.metric_names.join()}`, () => [epochTable(run)]);
    this._groups.hidden = run.layer_groups.length === 0;
    this._renew(this._groups, JSON.stringify(run.layer_groups), () => groupTable(run.layer_groups));
    this._renew(this._settings, JSON.stringify(run.settings) + run.run_id, () => settingsTable(run));
  }

  /** Take the theme's colours anew. */
  recolour(): void {
    if (this._run) {
      this.show(this._run, this._others);
    }
    [this._loss, this._lr, this._mom].forEach(chart => chart.recolour());
  }

  private async _ask(command: Command): Promise<void> {
    this._answer.textContent = 'asking the kernel …';
    try {
      this._answer.textContent = (await this._steering?.steer(command)) ?? '';
    } catch (error) {
      this._answer.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  /** Make an element's content anew where what it says has changed. */
  private _renew(node: HTMLElement, key: string, make: () => (Node | string)[]): void {
    if (this._said.get(node) !== key) {
      this._said.set(node, key);
      node.replaceChildren(...make());
    }
  }

  private _charts(run: Run, others: Run[]): void {
    const [blue, orange, green, grey] = COLOURS.map(name => themed(this.node, name, '#888')) as [string, string, string, string];
    const { planned } = run;
    const { series, valid, ceiling } = curvesOf(run);
    const losses: Curve[] = [
      { name: 'train', step: series.step, values: series.loss, colour: blue, kind: 'faint' },
      { name: 'train (smoothed)', step: series.step, values: series.smooth_loss, colour: blue },
      { name: 'valid', ...valid, colour: orange, kind: 'dots' }
    ];
    others.forEach((other, i) => {
      const colour = `hsl(${(i * 47 + 290) % 360} 55% 50%)`;
      const name = new Date(other.started_at * 1000).toLocaleString();
      const curves = curvesOf(other);
      losses.push({ name, step: curves.series.step, values: curves.series.smooth_loss, colour });
      losses.push({ name: `${name} (valid)`, ...curves.valid, colour, kind: 'dashed' });
    });
    const end = Math.max(run.n_step, run.step, ...others.map(other => other.step));
    const now = run.status === 'running' ? run.step : 0;
    const last = series.smooth_loss.at(-1);
    const most = Math.max(ceiling, ...others.map(other => curvesOf(other).ceiling).filter(Number.isFinite));
    this._loss.show(losses, now, end, `Loss over ${run.step} batches; smoothed it is now ${shown(last)}.`, most);
    const rates = (actual: 'lr' | 'mom', colour: string): Curve[] => [
      { name: 'planned', step: planned.step, values: planned[actual], colour: grey, kind: 'dashed' },
      { name: 'actual', step: series.step, values: series[actual], colour }
    ];
    this._lr.show(rates('lr', green), now, run.n_step, `Learning rate, planned and actual; now ${rate(series.lr.at(-1))}.`);
    this._mom.show(rates('mom', blue), now, run.n_step, `Momentum, planned and actual; now ${shown(series.mom.at(-1))}.`);
  }
}

/** Whether it ended early and left a checkpoint. */
export function canBeResumed(run: Run): boolean {
  return run.resume !== '' && run.status !== 'running' && run.status !== 'finished';
}

function gpuLine(run: Run): string {
  if (!run.gpu) {
    return '';
  }
  const busy = run.gpu.busy === null ? '' : `, ${Math.round(100 * run.gpu.busy)}% busy`;
  return `GPU memory ${bytes(run.gpu.used)} of ${bytes(run.gpu.total)}${busy}`;
}

function checkpointLine(saved: Run['checkpoints'][number]): string {
  return saved.problem
    ? `The checkpoint at batch ${saved.step} could not be saved: ${saved.problem}`
    : `Checkpoint at batch ${saved.step}: learn.load('${saved.name}') brings it back (${saved.file}).`;
}

function epochTable(run: Run): HTMLElement | string {
  if (!run.epochs.length) {
    return '';
  }
  const header = ['epoch', ...run.metric_names, 'time'];
  const rows = run.epochs.map(row => [
    String(row.epoch ?? ''),
    ...run.metric_names.map(name => shown(row[name])),
    clock(row.time ?? 0)
  ]);
  const best = header.map(name => (rows.length > 1 && name !== 'train_loss' ? bestRow(run, name) : -1));
  best[0] = best[best.length - 1] = -1;
  const hidden = rows.length > 2 * ROWS_SHOWN + 1 ? rows.length - 2 * ROWS_SHOWN : 0;
  const places = rows.map((_, i) => i).filter(i => !hidden || i < ROWS_SHOWN || i >= ROWS_SHOWN + hidden);
  const cells = places.map(i => rows[i] ?? []);
  if (hidden) {
    const gap = [`… ${count(hidden + run.n_epochs_left_out)} more …`, ...header.slice(1).map(() => '')];
    cells.splice(ROWS_SHOWN, 0, gap);
    places.splice(ROWS_SHOWN, 0, -1);
  }
  return table(header, cells, (r, c) => places[r] !== -1 && places[r] === best[c]);
}

function groupTable(groups: Group[]): HTMLElement[] {
  if (!groups.length) {
    return [];
  }
  const rows = groups.map((group, i) => [
    `${i + 1}: ${group.holds}`,
    count(group.n_params),
    group.frozen ? (group.n_trainable ? 'frozen (batch norm learns)' : 'frozen') : 'trains',
    rate(group.lr)
  ]);
  const header = ['layer group', 'parameters', '', 'highest rate'];
  const training = groups.filter(group => !group.frozen).length;
  return [
    el('summary', '', {}, `${training} of ${groups.length} layer groups train`),
    el('div', 'jp-fastaid-scroll', {}, table(header, rows, () => false))
  ];
}

function settingsTable(run: Run): HTMLElement[] {
  const rows = [
    ['run', run.run_id],
    ['began', new Date(run.started_at * 1000).toLocaleString()],
    ['validation', `${count(run.n_valid)} ${run.noun}s`],
    ...Object.entries(run.settings)
  ];
  return [el('summary', '', {}, 'Settings of this run'), table(['', ''], rows, () => false)];
}

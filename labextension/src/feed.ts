/**
 * What the kernels tell: for each a connection of our own, which asks for the whole runs whenever it is
 * connected (anew) and follows their live messages from there.
 *
 * Its own, because a notebook's connection holds all messages back for seconds after a page was reloaded
 * while a cell runs.
 */

import type { Kernel, KernelMessage, ServiceManager, Session } from '@jupyterlab/services';
import type { JSONObject } from '@lumino/coreutils';
import { askFastaid, askOnControl } from './control';
import type { Place, RunStore } from './model';
import { VERSION, type PastRun, type Run } from './payload';
import { readHistory, readProgress, readRun } from './checked';

/** Below the time after which a kernel takes nobody to be looking. */
const ASK_AGAIN_SECONDS = 45;
/** JupyterLab gives a kernel up after some minutes away; a laptop may be closed for a night. */
const RECONNECT_SECONDS = 5;
/** Earlier runs that the panel shows unasked. */
const SHOWN_BY_ITSELF = 3;

export class KernelFeed {
  /** Whether fastaid is loaded there, as far as is known. */
  isHere = false;
  /** Whether it is the teaching kernel. */
  isTeaching = false;

  /** Counts the questions, so that one whose connection broke holds up none after it. */
  private _asked = 0;
  private _isAsking = false;
  private _isAskedAgain = false;
  private _timer: number;

  constructor(
    readonly kernel: Kernel.IKernelConnection,
    private _store: RunStore,
    private _label: () => string,
    private _onHistory: (history: PastRun[]) => void
  ) {
    kernel.connectionStatusChanged.connect(this._onConnection, this);
    kernel.statusChanged.connect(this._onStatus, this);
    kernel.iopubMessage.connect(this._onMessage, this);
    this._timer = window.setInterval(() => this.isHere && void this.watch(), ASK_AGAIN_SECONDS * 1000);
    if (kernel.connectionStatus === 'connected') {
      void this._greet();
    }
  }

  get place(): Place {
    return { kernel: this.kernel.id, label: this._label() };
  }

  dispose(): void {
    window.clearInterval(this._timer);
    this._store.lose(this.kernel.id);
    this.kernel.connectionStatusChanged.disconnect(this._onConnection, this);
    this.kernel.statusChanged.disconnect(this._onStatus, this);
    this.kernel.iopubMessage.disconnect(this._onMessage, this);
    this.kernel.dispose();
  }

  /** Ask for what is new; while a question is under way, one more is asked after it. */
  async watch(): Promise<void> {
    if (this._isAsking) {
      this._isAskedAgain = true;
      return;
    }
    this._isAsking = true;
    const turn = ++this._asked;
    try {
      do {
        this._isAskedAgain = false;
        const reply = await askFastaid(this.kernel, { verb: 'watch', known: this._store.seqs(this.kernel.id) });
        this.isTeaching = reply.is_teaching === true;
        this._takeSnapshots(reply);
      } while (this._isAskedAgain && turn === this._asked);
    } catch (error) {
      console.warn('fastaid: a kernel could not be asked for its runs.', error);
    } finally {
      if (turn === this._asked) {
        this._isAsking = false;
      }
    }
  }

  /** Ask fastaid in this kernel. */
  ask(content: JSONObject): Promise<JSONObject> {
    return askFastaid(this.kernel, content);
  }

  /** The earlier runs of the kernel's folder. */
  async history(): Promise<PastRun[]> {
    const reply = await askFastaid(this.kernel, { verb: 'history' });
    return readHistory(reply.runs);
  }

  /** An earlier run, whole. */
  async past(id: string): Promise<Run | null> {
    const reply = await askFastaid(this.kernel, { verb: 'past', run_id: id });
    return readRun(reply.run);
  }

  /** Ask for something to be done at the next batch's edge; gives what will happen, in the kernel's words. */
  async steer(request: JSONObject): Promise<string> {
    const reply = await askFastaid(this.kernel, request);
    return typeof reply.will === 'string' ? reply.will : '';
  }

  private _takeSnapshots(reply: JSONObject): void {
    for (const one of Array.isArray(reply.runs) ? reply.runs : []) {
      const { run, seq } = one as JSONObject;
      const read = readRun(run);
      if (read && typeof seq === 'number') {
        this._store.takeSnapshot(read, seq, this.place);
      }
    }
  }

  private async _greet(): Promise<void> {
    try {
      const info = await askOnControl(this.kernel, 'kernel_info_request', {});
      const language = info.language_info as JSONObject | undefined;
      this.isHere = language?.fastaid === VERSION;
    } catch {
      return; // it is starting, or dead: its next connection asks again
    }
    if (this.isHere) {
      await this._catchUp();
    }
  }

  private async _catchUp(): Promise<void> {
    await this.watch();
    try {
      const history = await this.history();
      this._onHistory(history);
      for (const { run_id } of history.slice(0, SHOWN_BY_ITSELF)) {
        const known = this._store.get(run_id);
        const run = known?.place.kernel ? null : await this.past(run_id);
        if (run) {
          this._store.takeSaved(run, this._label());
        }
      }
    } catch (error) {
      console.warn('fastaid: the journal could not be read.', error);
    }
  }

  private _onConnection(_: unknown, status: Kernel.ConnectionStatus): void {
    if (status === 'connected') {
      this._isAsking = false;
      void this._greet();
    } else if (status === 'disconnected') {
      window.setTimeout(() => this._reconnect(), RECONNECT_SECONDS * 1000);
    }
  }

  private _reconnect(): void {
    if (!this.kernel.isDisposed && this.kernel.connectionStatus === 'disconnected') {
      void this.kernel.reconnect().catch(() => undefined); // its status tells, and the next try follows
    }
  }

  private _onStatus(_: unknown, status: Kernel.Status): void {
    if (status === 'restarting' || status === 'autorestarting' || status === 'dead') {
      this.isHere = false;
      this._store.lose(this.kernel.id);
    }
  }

  private _onMessage(_: unknown, message: KernelMessage.IIOPubMessage): void {
    const kind: string = message.header.msg_type;
    const content = message.content as JSONObject;
    if (kind === 'fastaid_here') {
      this.isHere = content.is_here === true;
      if (this.isHere) {
        void this._catchUp();
      }
    } else if (kind === 'fastaid_progress') {
      const progress = readProgress(content);
      if (progress && this._store.takeProgress(progress, this.place) === 'missing') {
        this.isHere = true;
        void this.watch();
      }
    }
  }
}

/** A feed for each kernel that runs. */
export class Feeds {
  private _feeds = new Map<string, KernelFeed>();
  private _historyListeners = new Set<() => void>();
  private _history = new Map<string, { run: PastRun; kernel: string }>();

  constructor(
    private _services: ServiceManager.IManager,
    private _store: RunStore
  ) {
    void _services.ready.then(() => {
      _services.kernels.runningChanged.connect(() => this._follow());
      _services.kernelspecs.specsChanged.connect(() => this._follow());
      _services.sessions.runningChanged.connect(() => this._name());
      this._follow();
    });
  }

  /** The feed of a kernel, where there is one. */
  of(kernel: string): KernelFeed | undefined {
    return this._feeds.get(kernel);
  }

  /** Earlier runs of all kernels' folders, the latest first. */
  get history(): PastRun[] {
    return [...this._history.values()].map(one => one.run).sort((a, b) => b.started_at - a.started_at);
  }

  onHistory(listener: () => void): void {
    this._historyListeners.add(listener);
  }

  /** Read the journals again. */
  async refreshHistory(): Promise<void> {
    for (const feed of this._feeds.values()) {
      if (feed.isHere) {
        this._takeHistory(feed.kernel.id, await feed.history());
      }
    }
  }

  /** Load an earlier run into the store, from the kernel that listed it. */
  async load(id: string): Promise<void> {
    const feed = this._feeds.get(this._history.get(id)?.kernel ?? '');
    const run = await feed?.past(id);
    if (run && feed) {
      this._store.takeSaved(run, feed.place.label);
    }
  }

  private _takeHistory(kernel: string, history: PastRun[]): void {
    history.forEach(run => this._history.set(run.run_id, { run, kernel }));
    this._historyListeners.forEach(listener => listener());
  }

  private _follow(): void {
    const specs = this._services.kernelspecs.specs?.kernelspecs ?? {};
    const models = [...this._services.kernels.running()].filter(
      model => specs[model.name]?.language === 'python'
    );
    const running = new Set(models.map(model => model.id));
    for (const [id, feed] of this._feeds) {
      if (!running.has(id)) {
        feed.dispose();
        this._feeds.delete(id);
      }
    }
    for (const model of models) {
      if (!this._feeds.has(model.id)) {
        const kernel = this._services.kernels.connectTo({ model, handleComms: false });
        const label = (): string => this._label(model.id);
        const feed = new KernelFeed(kernel, this._store, label, history =>
          this._takeHistory(model.id, history)
        );
        this._feeds.set(model.id, feed);
      }
    }
  }

  /** Sessions are listed apart from kernels: a run can be known before its notebook's name is. */
  private _name(): void {
    for (const feed of this._feeds.values()) {
      const { kernel, label } = feed.place;
      if (label) {
        this._store.rename(kernel, label);
      }
    }
  }

  /** The notebook that a kernel runs for. */
  private _label(kernel: string): string {
    const session = [...this._services.sessions.running()].find(
      (one: Session.IModel) => one.kernel?.id === kernel
    );
    return session ? session.name || session.path : '';
  }
}

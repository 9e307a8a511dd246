/** A run under the cell that trained it, in any notebook: drawn anew as its updates come. */

import { htmlRendererFactory, textRendererFactory } from '@jupyterlab/rendermime';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { Widget } from '@lumino/widgets';
import type { RunStore } from './model';
import { MIME, type Run } from './payload';
import { readRun } from './checked';
import { RunView } from './runView';

/** Below HTML's rank, so that this is what JupyterLab takes. */
const RANK = 40;

class RunOutput extends Widget implements IRenderMime.IRenderer {
  private _run: Run | null = null;
  private _view: RunView | null = null;
  private _page: IRenderMime.IRenderer | null = null;
  private _stopListening: () => void;

  constructor(
    private _options: IRenderMime.IRendererOptions,
    private _store: RunStore
  ) {
    super();
    this.addClass('jp-fastaid-output');
    this._stopListening = _store.onChange(id => id === this._run?.run_id && this._draw());
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const run = (this._run = readRun(model.data[this._options.mimeType]));
    if (!run) {
      await this._showOtherForm(model);
      return;
    }
    if (!this._view) {
      this._view = new RunView(null);
      this.node.replaceChildren(this._view.node);
    }
    if (run.status !== 'running') {
      this._store.takeSaved(run, ''); // of one that trains, its kernel tells more
    }
    this._draw();
  }

  /** What is saved with a notebook is thinned to fit into a message; the kernel told this page all of it. */
  private _draw(): void {
    const known = this._run && this._store.get(this._run.run_id)?.run;
    const run = known && this._run && known.step >= this._run.step ? known : this._run;
    if (run && this._view?.shown !== run) {
      this._view?.show(run);
    }
  }

  /** A run of a later version, or none at all: the page that every output carries, made safe by JupyterLab. */
  private async _showOtherForm(model: IRenderMime.IMimeModel): Promise<void> {
    this._view?.dispose();
    this._view = null;
    this._page?.dispose();
    this._page =
      typeof model.data['text/html'] === 'string'
        ? htmlRendererFactory.createRenderer({ ...this._options, mimeType: 'text/html' })
        : textRendererFactory.createRenderer({ ...this._options, mimeType: 'text/plain' });
    await this._page.renderModel(model);
    this.node.replaceChildren(this._page.node);
  }

  override dispose(): void {
    this._stopListening();
    this._view?.dispose();
    this._page?.dispose();
    super.dispose();
  }
}

export function rendererFactory(store: RunStore): IRenderMime.IRendererFactory {
  return {
    // Nothing of the data is ever read as markup, so a notebook need not be trusted.
    safe: true,
    mimeTypes: [MIME],
    defaultRank: RANK,
    createRenderer: options => new RunOutput(options, store)
  };
}

/** A run under the cell that trained it, in any notebook: drawn anew as its updates come. */

import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { Widget } from '@lumino/widgets';
import type { RunStore } from './model';
import { MIME, readRun } from './payload';
import { RunView } from './runView';

/** Below HTML's rank, so that this is what JupyterLab takes. */
const RANK = 40;

class RunOutput extends Widget implements IRenderMime.IRenderer {
  private _view: RunView | null = null;

  constructor(
    private _mimeType: string,
    private _store: RunStore
  ) {
    super();
    this.addClass('jp-fastaid-output');
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const run = readRun(model.data[this._mimeType]);
    if (!run) {
      this._showOtherForm(model);
      return;
    }
    if (!this._view) {
      this._view = new RunView(null);
      this.node.replaceChildren(this._view.node);
    }
    this._view.show(run);
    this._store.takeSaved(run, '');
  }

  /** A run of a later version, or none at all: the words that every output carries. */
  private _showOtherForm(model: IRenderMime.IMimeModel): void {
    this._view?.dispose();
    this._view = null;
    const text = model.data['text/plain'];
    this.node.replaceChildren(document.createElement('pre'));
    (this.node.firstChild as HTMLElement).textContent =
      typeof text === 'string' ? text : 'This run was written by another version of fastaid.';
  }

  override dispose(): void {
    this._view?.dispose();
    super.dispose();
  }
}

export function rendererFactory(store: RunStore): IRenderMime.IRendererFactory {
  return {
    // Nothing of the data is ever read as markup, so a notebook need not be trusted.
    safe: true,
    mimeTypes: [MIME],
    defaultRank: RANK,
    createRenderer: options => new RunOutput(options.mimeType, store)
  };
}

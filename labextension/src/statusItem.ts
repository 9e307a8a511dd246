/** The running fit in the status bar: its epoch and the time left. */

import { Widget } from '@lumino/widgets';
import type { RunStore } from './model';
import { clock, shortStatus } from './words';

export class RunStatus extends Widget {
  constructor(store: RunStore, onClick: () => void) {
    super();
    this.addClass('jp-fastaid-statusitem');
    this.node.title = 'Show the training panel';
    this.node.addEventListener('click', onClick);
    store.onChange(() => {
      const running = store.all.filter(known => known.run.status === 'running');
      const run = running[0]?.run;
      const left = run?.seconds_left != null ? ` · ${clock(run.seconds_left)} left` : '';
      const more = running.length > 1 ? ` (+${running.length - 1})` : '';
      this.node.textContent = run ? `${shortStatus(run)}${left}${more}` : '';
    });
  }
}

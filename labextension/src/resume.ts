/** Going on with a run: its line in a new cell at the end of its notebook, run where everybody sees it. */

import { NotebookActions, type INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import type { Feeds } from './feed';
import type { Known } from './model';

/** Put the line of a run into its notebook and run it; gives what was done, in words. */
export async function resumeInNotebook(
  notebooks: INotebookTracker,
  feeds: Feeds,
  known: Known
): Promise<string> {
  const line = known.run.resume;
  const panel = notebookOf(notebooks, known);
  if (!line || !panel) {
    throw new Error(line ? `Open the notebook of this run and run ${line} in it.` : 'There is no checkpoint to go on from.');
  }
  const { content, context } = panel;
  content.activeCellIndex = content.widgets.length - 1;
  NotebookActions.insertBelow(content);
  // A plain kernel that died or was restarted knows nothing of fastaid.
  const kernel = context.sessionContext.session?.kernel;
  const isHere = kernel?.name === 'fastaid' || feeds.of(kernel?.id ?? '')?.isHere;
  content.activeCell?.model.sharedModel.setSource(isHere ? line : `%load_ext fastaid\n${line}`);
  void NotebookActions.run(content, context.sessionContext); // it takes as long as the training
  return `${line} runs in a new cell of ${context.path}.`;
}

/** The notebook whose kernel trained it, or that of the same name, or the one at hand. */
function notebookOf(notebooks: INotebookTracker, { place }: Known): NotebookPanel | null {
  const name = (panel: NotebookPanel): string => panel.sessionContext.session?.name ?? '';
  return (
    notebooks.find(panel => place.kernel !== '' && panel.sessionContext.session?.kernel?.id === place.kernel) ??
    notebooks.find(panel => place.label !== '' && [name(panel), panel.context.path].includes(place.label)) ??
    notebooks.currentWidget
  );
}

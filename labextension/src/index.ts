/** The plugins: what each page of JupyterLab or Notebook gets. */

import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, IThemeManager, Notification } from '@jupyterlab/apputils';
import { IEditorExtensionRegistry, EditorExtensionRegistry } from '@jupyterlab/codemirror';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStatusBar } from '@jupyterlab/statusbar';
import { LabIcon } from '@jupyterlab/ui-components';
import { Token, type JSONObject } from '@lumino/coreutils';
import { Feeds } from './feed';
import { hints } from './hint';
import { RunStore } from './model';
import { TrainingPanel } from './panel';
import { rendererFactory } from './renderer';
import { resumeInNotebook } from './resume';
import type { Command } from './runView';
import { RunStatus } from './statusItem';
import { reroute } from './whileBusy';

import 'uplot/dist/uPlot.min.css';
import '../style/index.css';
import iconSvg from '../style/icon.svg';

const PANEL_PLUGIN = 'fastaid:panel';

interface IRuns {
  store: RunStore;
  feeds: Feeds;
}

const IRuns = new Token<IRuns>('fastaid:IRuns', 'The runs of all kernels, as this page knows them.');

const runs: JupyterFrontEndPlugin<IRuns> = {
  id: 'fastaid:runs',
  description: 'Follows the training runs of all kernels.',
  provides: IRuns,
  activate: (app: JupyterFrontEnd): IRuns => {
    const store = new RunStore();
    return { store, feeds: new Feeds(app.serviceManager, store) };
  }
};

const output: JupyterFrontEndPlugin<void> = {
  id: 'fastaid:output',
  description: 'Draws a run under the cell that trained it.',
  autoStart: true,
  requires: [IRenderMimeRegistry, IRuns],
  activate: (_app, rendermime: IRenderMimeRegistry, { store }: IRuns) => {
    rendermime.addFactory(rendererFactory(store));
  }
};

const panel: JupyterFrontEndPlugin<void> = {
  id: PANEL_PLUGIN,
  description: 'The training panel.',
  autoStart: true,
  requires: [IRuns, INotebookTracker],
  optional: [ICommandPalette, ISettingRegistry, IStatusBar, IThemeManager, ILayoutRestorer, ILabShell],
  activate: (
    app: JupyterFrontEnd,
    { store, feeds }: IRuns,
    notebooks: INotebookTracker,
    palette: ICommandPalette | null,
    settings: ISettingRegistry | null,
    statusBar: IStatusBar | null,
    themes: IThemeManager | null,
    restorer: ILayoutRestorer | null,
    labShell: ILabShell | null
  ) => {
    const widget = new TrainingPanel(store, feeds, known => resumeInNotebook(notebooks, feeds, known));
    widget.title.icon = new LabIcon({ name: 'fastaid:runs', svgstr: iconSvg });
    app.shell.add(widget, 'right', { rank: 900 });
    restorer?.add(widget, widget.id);
    themes?.themeChanged.connect(() => widget.recolour());

    const show = (): void => {
      if (labShell) {
        labShell.activateById(widget.id);
      } else {
        // Notebook 7 has sidebars that are closed at first.
        (app.shell as unknown as { expandRight?: (id: string) => void }).expandRight?.(widget.id);
        app.shell.activateById(widget.id);
      }
    };
    addCommands(app, palette, store, widget, show);
    statusBar?.registerStatusItem('fastaid:run', {
      item: new RunStatus(store, show),
      align: 'left',
      rank: 10
    });
    openAtFirstFit(app, store, show, settings);
  }
};

function addCommands(
  app: JupyterFrontEnd,
  palette: ICommandPalette | null,
  store: RunStore,
  widget: TrainingPanel,
  show: () => void
): void {
  const running = (): string | undefined => store.all.find(known => known.run.status === 'running')?.run.run_id;
  const add = (id: string, label: string, execute: () => void, isEnabled = (): boolean => true): void => {
    app.commands.addCommand(id, { label, execute, isEnabled });
    palette?.addItem({ command: id, category: 'fastaid' });
  };
  app.commands.addCommand('fastaid:run-data', {
    label: 'The data of a run, for other extensions',
    execute: args => (store.get(String(args.run_id))?.run as unknown as JSONObject | undefined) ?? null
  });
  add('fastaid:show-panel', 'Show the training panel', show);
  const steering: [Command, string][] = [
    ['stop-batch', 'Stop the running fit after this batch'],
    ['stop-epoch', 'Stop the running fit after this epoch'],
    ['checkpoint', 'Save a checkpoint of the running fit']
  ];
  for (const [command, label] of steering) {
    const execute = (): void => {
      const id = running();
      if (id) {
        show();
        widget.steer(id, command).then(
          will => Notification.info(will, { autoClose: 5_000 }),
          (error: Error) => Notification.error(error.message)
        );
      }
    };
    add(`fastaid:${command}`, label, execute, () => running() !== undefined);
  }
}

function openAtFirstFit(
  app: JupyterFrontEnd,
  store: RunStore,
  show: () => void,
  settings: ISettingRegistry | null
): void {
  const end = store.onChange(id => {
    if (store.get(id)?.run.status !== 'running') {
      return;
    }
    end();
    const loaded = settings?.load(PANEL_PLUGIN).then(found => found.get('openAtFirstFit').composite !== false);
    const isWanted = (loaded ?? Promise.resolve(true)).catch(() => true);
    // A page that was reloaded puts its panels back as they were, and would close what was opened before.
    void Promise.all([isWanted, app.restored]).then(([wanted]) => wanted && show());
  });
}

const help: JupyterFrontEndPlugin<void> = {
  id: 'fastaid:help-while-busy',
  description: 'Answers Shift-Tab, Contextual Help and completion while a cell trains.',
  autoStart: true,
  requires: [INotebookTracker, IRuns],
  activate: (_app, notebooks: INotebookTracker, { store, feeds }: IRuns) => {
    notebooks.widgetAdded.connect((_, notebook) => {
      const follow = (): void => {
        const kernel = notebook.sessionContext.session?.kernel;
        if (kernel) {
          const isTraining = (): boolean =>
            store.all.some(({ run, place }) => place.kernel === kernel.id && run.status === 'running');
          reroute(kernel, () => Boolean(feeds.of(kernel.id)?.isHere) && (kernel.status === 'busy' || isTraining()));
        }
      };
      notebook.sessionContext.kernelChanged.connect(follow);
      follow();
    });
  }
};

const hint: JupyterFrontEndPlugin<void> = {
  id: 'fastaid:hints',
  description: 'Shows the argument at the cursor while one types a call.',
  autoStart: true,
  requires: [INotebookTracker, IEditorExtensionRegistry, IRuns],
  optional: [ISettingRegistry],
  activate: (
    _app,
    notebooks: INotebookTracker,
    editors: IEditorExtensionRegistry,
    { feeds }: IRuns,
    settings: ISettingRegistry | null
  ) => {
    let where = 'fastaid kernel';
    void settings?.load(PANEL_PLUGIN).then(found => {
      const read = (): void => {
        where = String(found.get('argumentHints').composite);
      };
      found.changed.connect(read);
      read();
    });
    const extension = hints((view, code, cursor) => {
      const notebook = notebooks.find(one => one.node.contains(view.dom));
      const feed = feeds.of(notebook?.sessionContext.session?.kernel?.id ?? '');
      const isWanted = where === 'always' || (where === 'fastaid kernel' && feed?.isTeaching);
      return feed?.isHere && isWanted ? feed.ask({ verb: 'hint', code, cursor_pos: codePoints(code, cursor) }) : null;
    });
    editors.addExtension({
      name: 'fastaid:hints',
      factory: () => EditorExtensionRegistry.createImmutableExtension(extension)
    });
  }
};

/** A place in a text as Python counts it: one for each character, an emoji too. */
function codePoints(code: string, cursor: number): number {
  return [...code.slice(0, cursor)].length;
}

export default [runs, output, panel, help, hint];

/**
 * The argument at the cursor, in a line below it while one types a call.
 *
 * It takes no keys: Escape hides it and does whatever else Escape does.
 */

import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, showTooltip, ViewPlugin, type Tooltip, type ViewUpdate } from '@codemirror/view';
import type { JSONObject } from '@lumino/coreutils';
import { isInCall } from './brackets';
import { el, prose } from './dom';

/** Ask the kernel of the editor's notebook; null where there is none to ask, or hints are not wanted. */
export type AskHint = (view: EditorView, code: string, cursor: number) => Promise<JSONObject> | null;

const WAIT_MS = 120;

interface Hint {
  at: number;
  callee: string;
  name: string;
  type: string;
  value: string | null;
  meaning: string;
}

const setHint = StateEffect.define<Hint | null>();

const hintField = StateField.define<Hint | null>({
  create: () => null,
  update: (hint, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setHint)) {
        return effect.value;
      }
    }
    return hint && transaction.docChanged ? { ...hint, at: transaction.changes.mapPos(hint.at) } : hint;
  },
  provide: field => showTooltip.from(field, hint => (hint ? tooltip(hint) : null))
});

function tooltip(hint: Hint): Tooltip {
  return {
    pos: hint.at,
    above: true,
    create: view => {
      const close = el('button', 'jp-fastaid-hintclose', { type: 'button', 'aria-label': 'Hide this hint', tabindex: '-1' }, '×');
      close.addEventListener('mousedown', event => {
        event.preventDefault(); // the editor keeps the focus
        view.dispatch({ effects: setHint.of(null) });
      });
      const value = hint.value === null ? '' : ` = ${hint.value}`;
      const kind = hint.type ? `: ${hint.type}` : '';
      const dom = el(
        'div',
        'jp-fastaid-hintline',
        { role: 'status' },
        el('code', '', {}, `${hint.callee}(… `, el('b', '', {}, hint.name), `${kind}${value})`),
        ' ',
        ...prose(hint.meaning),
        ' ',
        close
      );
      return { dom };
    }
  };
}

function readHint(reply: JSONObject, at: number): Hint | null {
  const text = (name: string): string => (typeof reply[name] === 'string' ? (reply[name] as string).slice(0, 400) : '');
  if (reply.found !== true || !text('name') || !text('meaning')) {
    return null;
  }
  const value = reply.default === null ? null : text('default');
  return { at, callee: text('callee'), name: text('name'), type: text('type'), value, meaning: text('meaning') };
}

export function hints(ask: AskHint): Extension {
  const asker = ViewPlugin.fromClass(
    class {
      private _timer = 0;
      private _asked = 0;

      constructor(private _view: EditorView) {}

      update(update: ViewUpdate): void {
        const typed = update.transactions.some(t => t.isUserEvent('input') || t.isUserEvent('delete'));
        const isShown = update.state.field(hintField) !== null;
        if ((typed && update.docChanged) || (isShown && update.selectionSet)) {
          this._schedule();
        }
      }

      destroy(): void {
        window.clearTimeout(this._timer);
        this._asked++; // an answer on its way comes to no editor any more
      }

      /** Nothing is asked while keys come fast. */
      private _schedule(): void {
        window.clearTimeout(this._timer);
        this._timer = window.setTimeout(() => void this._ask(), WAIT_MS);
      }

      private async _ask(): Promise<void> {
        const turn = ++this._asked;
        const { state } = this._view;
        const [code, cursor] = [state.doc.toString(), state.selection.main.head];
        let hint: Hint | null = null;
        if (state.selection.main.empty && isInCall(code, cursor)) {
          try {
            const reply = await ask(this._view, code, cursor);
            hint = reply ? readHint(reply, cursor) : null;
          } catch {
            hint = null; // a kernel that is away has no hints
          }
        }
        const isCurrent = turn === this._asked && this._view.state.selection.main.head === cursor;
        if (isCurrent && (hint || this._view.state.field(hintField))) {
          this._view.dispatch({ effects: setHint.of(hint) });
        }
      }
    }
  );
  const hide = EditorView.domEventHandlers({
    keydown: (event, view) => {
      if (event.key === 'Escape' && view.state.field(hintField)) {
        view.dispatch({ effects: setHint.of(null) });
      }
      return false;
    },
    blur: (_event, view) => {
      if (view.state.field(hintField)) {
        view.dispatch({ effects: setHint.of(null) });
      }
      return false;
    }
  });
  return [hintField, asker, hide];
}

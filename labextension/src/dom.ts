/** Elements made from texts: nothing that arrives is ever read as markup. */

type Child = Node | string | null | undefined | false;

/** An element with classes ("a.b c": a tag, then classes), attributes and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children.filter((child): child is Node | string => Boolean(child)));
  return node;
}

/** A text whose `code` is set as code. */
export function prose(text: string): Node[] {
  return text
    .split('`')
    .map((part, i) => (i % 2 ? el('code', '', {}, part) : document.createTextNode(part)));
}

/** A table with a header row; the marked cells are the best of their column. */
export function table(header: string[], rows: string[][], isBest: (row: number, column: number) => boolean): HTMLElement {
  const head = el('tr', '', {}, ...header.map(name => el('th', '', { scope: 'col' }, name)));
  const body = rows.map((cells, r) =>
    el(
      'tr',
      '',
      {},
      ...cells.map((cell, c) =>
        isBest(r, c) ? el('td', 'jp-fastaid-best', { title: 'the best so far' }, el('b', '', {}, cell)) : el('td', '', {}, cell)
      )
    )
  );
  return el('table', 'jp-fastaid-table', {}, el('thead', '', {}, head), el('tbody', '', {}, ...body));
}

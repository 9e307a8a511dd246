/** Curves over batches, with uPlot: zoom by dragging, values under the pointer, a logarithmic scale. */

import uPlot from 'uplot';
import type { Maybe } from './payload';
import { shown } from './words';

export interface Curve {
  name: string;
  step: number[];
  values: Maybe[];
  colour: string;
  kind?: 'line' | 'faint' | 'dashed' | 'dots';
}

const LINES = { line: 1.6, faint: 0.7, dashed: 1.2, dots: 1.6 };

/** The theme's colour of that name, as the canvas needs it. */
export function themed(node: HTMLElement, name: string, otherwise: string): string {
  return getComputedStyle(node).getPropertyValue(name).trim() || otherwise;
}

export class Chart {
  readonly node = document.createElement('div');
  private _plot: uPlot | null = null;
  private _shape = '';
  private _isLog = false;
  private _curves: Curve[] = [];
  private _now = 0;
  private _end = 0;
  private _ceiling = Infinity;
  /** The batches that a learner looks at closely; null for all. */
  private _zoom: [number, number] | null = null;
  private _resizes: ResizeObserver;

  constructor(
    private _title: string,
    private _height: number
  ) {
    this.node.className = 'jp-fastaid-chart';
    this.node.setAttribute('role', 'img');
    // A chart out of sight has no width: it is drawn when it comes back.
    this._resizes = new ResizeObserver(() => this._draw());
    this._resizes.observe(this.node);
  }

  dispose(): void {
    this._resizes.disconnect();
    this._plot?.destroy();
    this._plot = null;
  }

  set isLog(isLog: boolean) {
    this._isLog = isLog;
    this._draw();
  }

  /** Draw curves on an axis of batches up to `end`, with a mark at the batch `now`. */
  show(curves: Curve[], now: number, end: number, label: string, ceiling = Infinity): void {
    this._curves = curves.filter(curve => curve.step.length);
    this._now = now;
    this._end = end;
    this._ceiling = ceiling;
    this.node.setAttribute('aria-label', label);
    this._draw();
  }

  /** Take the theme's colours anew. */
  recolour(): void {
    this._shape = '';
    this._draw();
  }

  private _draw(): void {
    const width = Math.floor(this.node.clientWidth);
    if (width < 50) {
      return;
    }
    const shape = JSON.stringify([this._curves.map(c => [c.name, c.colour, c.kind]), this._isLog]);
    const tables = this._curves.map(curve => [curve.step, curve.values] as uPlot.AlignedData);
    const data = tables.length ? uPlot.join(tables) : ([[]] as uPlot.AlignedData);
    if (!this._plot || shape !== this._shape) {
      this._plot?.destroy();
      this._shape = shape;
      this._plot = new uPlot(this._options(width), data, this.node);
      this._plot.over.addEventListener('dblclick', () => this._look(null));
      return;
    }
    if (width !== this._plot.width) {
      this._plot.setSize({ width, height: this._height });
    }
    this._plot.setData(data);
  }

  private _look(zoom: [number, number] | null): void {
    this._zoom = zoom;
    this._draw();
  }

  private _options(width: number): uPlot.Options {
    const ink = themed(this.node, '--jp-ui-font-color1', '#333');
    const faint = themed(this.node, '--jp-border-color2', '#ddd');
    const font = `11px ${themed(this.node, '--jp-ui-font-family', 'sans-serif')}`;
    const axis = { stroke: ink, grid: { stroke: faint, width: 1 }, ticks: { stroke: faint }, font };
    return {
      width,
      height: this._height,
      title: this._title,
      scales: {
        x: { time: false, range: () => this._zoom ?? [0, Math.max(this._end, 1)] },
        y: { distr: this._isLog ? 3 : 1, range: (_u, min, max) => this._range(min, max) }
      },
      axes: [
        { ...axis, size: 28, space: 60 },
        { ...axis, size: 52, values: (_u, ticks) => ticks.map(short) }
      ],
      cursor: { drag: { x: true, y: false, setScale: false } },
      series: [{ label: 'batch' }, ...this._curves.map(curve => this._series(curve))],
      hooks: {
        setSelect: [
          plot => {
            const { left, width: dragged } = plot.select;
            if (dragged > 2) {
              const ends = [left, left + dragged].map(x => plot.posToVal(x, 'x'));
              plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
              this._look(ends as [number, number]);
            }
          }
        ],
        draw: [plot => this._markNow(plot, ink)]
      }
    };
  }

  private _series(curve: Curve): uPlot.Series {
    return {
      label: curve.name,
      stroke: curve.colour,
      width: LINES[curve.kind ?? 'line'],
      ...(curve.kind === 'dashed' ? { dash: [5, 4] } : {}),
      points: { show: curve.kind === 'dots', size: 6, fill: curve.colour },
      value: (_u, value: number | null) => shown(value)
    };
  }

  private _range(min: number | null, max: number | null): uPlot.Range.MinMax {
    if (min === null || max === null) {
      return this._isLog ? [0.1, 1] : [0, 1];
    }
    return this._isLog ? uPlot.rangeLog(min, max, 10, false) : uPlot.rangeNum(min, Math.min(max, this._ceiling), 0.05, true);
  }

  private _markNow(plot: uPlot, ink: string): void {
    const x = plot.valToPos(this._now, 'x', true);
    const { left, top, width, height } = plot.bbox;
    if (!this._now || this._now >= this._end || x < left || x > left + width) {
      return;
    }
    plot.ctx.save();
    plot.ctx.strokeStyle = ink;
    plot.ctx.globalAlpha = 0.5;
    plot.ctx.setLineDash([2, 3]);
    plot.ctx.beginPath();
    plot.ctx.moveTo(x, top);
    plot.ctx.lineTo(x, top + height);
    plot.ctx.stroke();
    plot.ctx.restore();
  }
}

/** A tick in a narrow margin. */
function short(value: number): string {
  const size = Math.abs(value);
  return value === 0 || (size >= 0.01 && size < 10_000) ? String(Number(value.toPrecision(3))) : value.toExponential(0);
}

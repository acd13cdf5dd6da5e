import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One line of the report. */
export interface Row {
  /** Stable name for whoever reads the JSON. */
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'bytes' | 'entries/s';
  /** How this compares: a number of times, and with what. */
  readonly ratio?: { readonly times: number; readonly of: string };
  /** The bound on the ratio, or on the value where there is no ratio. */
  readonly budget?: { readonly least: number } | { readonly most: number };
}

/** Whether a row keeps to its budget; null where it has none. */
export function isMet({ value, ratio, budget }: Row): boolean | null {
  if (budget === undefined) return null;
  const measured = ratio?.times ?? value;
  return 'least' in budget ? measured >= budget.least : measured <= budget.most;
}

const unit = { ms: ' ms', bytes: ' B', 'entries/s': ' a second' };
const format = (value: number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: value < 100 ? 1 : 0 }).format(value);

/** The rows as a table of text. */
export function asTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const { name, value, ratio, budget } = row;
    const bound = budget && ('least' in budget ? `≥ ${format(budget.least)}` : `≤ ${format(budget.most)}`);
    const met = isMet(row);
    return [
      name,
      `${format(value)}${unit[row.unit]}`,
      ratio ? `${format(ratio.times)} × ${ratio.of}` : '',
      bound === undefined ? '' : `${bound}${ratio ? ' ×' : unit[row.unit]}`,
      met === null ? '' : met ? 'met' : 'NOT MET',
    ];
  });
  const all = [['what', 'value', 'ratio', 'budget', ''], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const pad = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return all.map(pad).join('\n');
}

/** Writes the rows as JSON: ratios first, since only they compare between computers. */
export function writeJson(path: string, machine: Record<string, unknown>, rows: readonly Row[]): void {
  const ratios = Object.fromEntries(
    rows.flatMap(({ id, ratio }) => (ratio ? [[id, Number(ratio.times.toPrecision(4))]] : [])),
  );
  const lines = rows.map((row) => ({ ...row, met: isMet(row) }));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ machine, ratios, rows: lines }, null, 2)}\n`);
}

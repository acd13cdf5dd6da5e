import type { ToldColumns, ToldTable } from '../../domain/codes/code-file';
import type { Collector } from '../code-list/collector';
import { findLayout } from '../code-list/layout';
import { ListLines } from '../code-list/list-lines';
import { outOfOneColumn } from '../code-list/one-column';
import { LineReader } from '../csv/line-reader';
import { historyHeaderCells } from '../history/history-columns';
import { HistoryLines } from '../history/history-lines';
import { type Progress, startPace } from './pace';

const linesPerBreath = 500;

/** True for text that begins as our own history export does. */
export function isHistoryText(text: string): boolean {
  return text.startsWith(historyHeaderCells.join(','), text.startsWith('\ufeff') ? 1 : 0);
}

/**
 * Reads all lines of one text into the collector; `file` is the text's index, `name` its name. A record
 * that a quoted cell spreads over several lines counts as one line, the first, while the numbers of
 * the lines below stay those of the file. `onProgress` is told of characters. `columns`: what the seller says each
 * column is. The columns of a list, or null.
 */
export async function readText(
  collector: Collector,
  file: number,
  name: string,
  written: string,
  onProgress?: Progress,
  columns?: ToldColumns,
): Promise<ToldTable | null> {
  const text = outOfOneColumn(written);
  const layout = findLayout(text);
  const { delimiter } = layout;
  const reader = new LineReader(text);
  const lines =
    layout.history && delimiter !== null
      ? new HistoryLines(collector, file, reader, { ...layout, delimiter })
      : new ListLines(collector, file, reader, layout, columns);
  const breathe = startPace();
  for (let count = 1; reader.advance(); count++) {
    lines.read();
    if (count % linesPerBreath > 0) continue;
    if (await breathe()) onProgress?.(reader.end, text.length);
  }
  collector.remarks.push(...lines.remarks(name));
  return lines instanceof ListLines ? lines.table() : null;
}

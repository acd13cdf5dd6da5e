import { codeShape, normaliseCode } from '../domain/claim-code';
import type { HistoryRow } from '../domain/code-file';
import { isMarketplaceCode } from '../domain/marketplaces';
import { type CodeState, codeStates } from '../domain/promotion';
import { unguardFormula } from './formula-guard';
import { historyColumns } from './history-columns';
import { describeNonCode } from './non-code';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const instants = ['issuedAt', 'redeemedAt', 'validUntil'] as const;

type Texts = Record<keyof HistoryRow, string>;

function isState(text: string): text is CodeState {
  return (codeStates as readonly string[]).includes(text);
}

function columnOf(field: keyof HistoryRow): string {
  return historyColumns.find(([, each]) => each === field)?.[0] ?? field;
}

/**
 * Names, batches and times repeat from row to row. Keeping the first row's text for them keeps a large
 * history from holding the same words a million times.
 */
function shared(texts: Texts, previous: HistoryRow | null): Texts {
  if (previous === null) return texts;
  for (const [, field] of historyColumns)
    if (texts[field] === previous[field]) texts[field] = previous[field];
  return texts;
}

/**
 * The row that the cells of one line of our history export stand for, or a sentence on what is wrong
 * with them. `previous` is the row before, for sharing texts.
 */
export function historyRow(cells: readonly string[], previous: HistoryRow | null): HistoryRow | string {
  if (cells.length !== historyColumns.length) {
    return `This line has ${cells.length} of the history's ${historyColumns.length} columns.`;
  }
  const texts = Object.fromEntries(
    historyColumns.map(([, field], index) => [field, unguardFormula(cells[index] ?? '')]),
  ) as Texts;
  const { state, marketplace } = texts;
  const code = normaliseCode(texts.code);
  if (codeShape(code) !== 'single-use') return describeNonCode(texts.code).reason;
  if (!isState(state)) return `The state is “${state}”; it must be one of ${codeStates.join(', ')}.`;
  if (marketplace !== '' && !isMarketplaceCode(marketplace)) {
    return `The marketplace is “${marketplace}”; it must be a short name such as US, or empty.`;
  }
  const odd = instants.find((field) => texts[field] !== '' && !instant.test(texts[field]));
  if (odd) {
    return `The column ${columnOf(odd)} holds “${texts[odd]}”; it must be a time such as 2026-05-01T09:30:00Z, or empty.`;
  }
  return { ...shared(texts, previous), code, state, marketplace };
}

/** What a code in a plain list stands for beside a history: not given out, nothing else known. */
export function plainRow(code: string): HistoryRow {
  const nothing = Object.fromEntries(historyColumns.map(([, field]) => [field, ''])) as Texts;
  return { ...nothing, code, state: 'available', marketplace: '' };
}

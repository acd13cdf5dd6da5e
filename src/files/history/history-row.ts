import { codeShape, normaliseCode } from '../../domain/codes/claim-code';
import type { HistoryRow } from '../../domain/codes/code-file';
import { isFarther } from '../../domain/codes/code-life';
import { isMarketplaceCode } from '../../domain/marketplaces';
import { type Said, said, saidCount } from '../../domain/problem';
import { type CodeState, codeStates } from '../../domain/promotion';
import { type Layout, stateColumns } from '../code-list/layout';
import { describeNonCode } from '../code-list/non-code';
import { unquote } from '../csv/csv-record';
import { unguardFormula } from '../csv/formula-guard';
import { historyColumns, historyHeaderCells, historyName } from './history-columns';
import { isInstant } from './instant';

const instants = ['issuedAt', 'redeemedAt', 'validUntil'] as const;

type Texts = Record<keyof HistoryRow, string>;

/** Where each field stands among a header's cells. */
export class HistoryColumns {
  /** How many cells the header has. */
  readonly count: number;
  /** A row with fewer cells has no code or no state; spreadsheets leave empty cells at the end out. */
  readonly fewest: number;
  /** Columns of the seller's own that say what became of codes. */
  readonly own: Layout['states'];
  private readonly places: readonly (readonly [keyof HistoryRow, readonly number[]])[];
  /** Columns of the seller's own, whatever they say. */
  readonly unknown: readonly number[];
  private readonly codes: readonly number[];
  /** The states' columns: a seller may have one of the same name. */
  private readonly states: readonly number[];

  constructor(header: readonly string[]) {
    const names = header.map(historyName);
    this.count = header.length;
    const all = [...names.keys()];
    this.places = historyColumns.map(([column, field]) => [field, all.filter((at) => names[at] === column)]);
    this.fewest = Math.max(names.indexOf('code'), names.indexOf('state')) + 1;
    this.states = all.filter((at) => names[at] === 'state');
    this.codes = all.filter((at) => names[at] === 'code');
    this.unknown = all.filter((at) => !historyHeaderCells.includes(names[at] ?? ''));
    this.own = stateColumns(header).filter(({ at }) => !historyHeaderCells.includes(names[at] ?? ''));
  }

  textsOf(cells: readonly string[]): Texts {
    const texts = Object.fromEntries(
      this.places.map(([field, places]) => {
        // Two exports side by side have each column twice.
        const at = places.find((each) => (cells[each] ?? '').trim() !== '') ?? places[0];
        return [field, unguardFormula((at === undefined ? '' : cells[at]) ?? '')];
      }),
    ) as Texts;
    for (const field of instants) texts[field] = unquote(texts[field]);
    return { ...texts, state: this.stateOf(cells) ?? texts.state };
  }

  /** How many different codes a row has: two exports side by side have two. */
  codesIn(cells: readonly string[]): number {
    if (this.codes.length < 2) return 1;
    const codes = this.codes.map((at) => normaliseCode(cells[at] ?? '')).filter((code) => code !== '');
    return new Set(codes).size;
  }

  /** Where several columns tell a state, the farthest. */
  private stateOf(cells: readonly string[]): CodeState | null {
    const told = this.states.map((at) => unquote(cells[at] ?? '').toLowerCase()).filter(isState);
    return told.reduce<CodeState | null>((far, each) => (far && !isFarther(each, far) ? far : each), null);
  }
}

/** What a line of our history says; or what is to be said of it. */
export interface ReadRow {
  readonly row: HistoryRow;
  /** Times that are none, each with its remark: they were left out. */
  readonly oddTimes: readonly Said[];
  /** It is called available, but was given out. */
  readonly givenOut: boolean;
}

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
 * The row that the cells of one line of our history export stand for, or what is wrong
 * with them. `previous` is the row before, for sharing texts.
 */
export function historyRow(
  cells: readonly string[],
  columns: HistoryColumns,
  previous: HistoryRow | null,
): ReadRow | Said {
  if (cells.length < columns.fewest || cells.slice(columns.count).some((cell) => cell.trim() !== '')) {
    return said('reasonColumns', { held: String(cells.length), wanted: String(columns.count) });
  }
  const several = columns.codesIn(cells);
  if (several > 1) return saidCount('reasonSeveral', several);
  const texts = columns.textsOf(cells);
  const written = unquote(texts.marketplace).toUpperCase();
  const store = written === 'GB' ? 'UK' : written;
  const marketplace = isMarketplaceCode(store) ? store : '';
  const state = texts.state.trim().toLowerCase();
  const code = normaliseCode(texts.code);
  if (codeShape(code) !== 'single-use') return describeNonCode(texts.code).reason;
  if (!isState(state)) return said('reasonState', { state: texts.state, states: codeStates.join(', ') });
  if (store !== '' && marketplace === '') {
    return said('reasonStore', { store: texts.marketplace });
  }
  const odd = instants.filter((field) => texts[field] !== '' && !isInstant(texts[field]));
  const oddTimes = odd.map((field) =>
    said('remarkOddTime', { column: columnOf(field), text: texts[field].slice(0, 60) }),
  );
  // Whoever is named, or a time of giving out, right or wrong, tells that somebody has it.
  const givenOut =
    state === 'available' &&
    [texts.issuedAt, texts.redeemedAt, texts.issuedTo, texts.orderId].some((text) => text.trim() !== '');
  for (const field of odd) texts[field] = '';
  const row: HistoryRow = {
    ...shared(texts, previous),
    code,
    state: givenOut ? ('issued' as const) : state,
    marketplace,
  };
  return { row, oddTimes, givenOut };
}

/** What a code in a plain list stands for beside a history: not given out, nothing else known. */
export function plainRow(code: string): HistoryRow {
  const nothing = Object.fromEntries(historyColumns.map(([, field]) => [field, ''])) as Texts;
  return { ...nothing, code, state: 'available', marketplace: '' };
}

import { guardFormula } from '../csv/formula-guard';

/** One code of a list of who has what; what is not known is empty. */
export interface HolderRow {
  readonly code: string;
  readonly to: string;
  readonly handle: string;
  readonly channel: string;
  /** ISO 8601. */
  readonly givenAt: string;
  /** `out`, `used`, `canceled` or `returned` (taken back; somebody else may have it by now). */
  readonly became: string;
  /** When it was used, canceled or taken back. */
  readonly becameAt: string;
  readonly orderId: string;
  readonly promotion: string;
  readonly trackingId: string;
  readonly marketplace: string;
  readonly note: string;
}

const columns = [
  ['code', 'code'],
  ['issued_to', 'to'],
  ['handle', 'handle'],
  ['channel', 'channel'],
  ['issued_at', 'givenAt'],
  ['became', 'became'],
  ['became_at', 'becameAt'],
  ['order_id', 'orderId'],
  ['promotion', 'promotion'],
  ['tracking_id', 'trackingId'],
  ['marketplace', 'marketplace'],
  ['note', 'note'],
] as const satisfies readonly (readonly [string, keyof HolderRow])[];

const lineEnd = '\r\n';
const needsQuotes = /[",\r\n]/;

/** The header line, after the mark by which spreadsheets know UTF-8. */
export function holdersHeader(): string {
  return `\ufeff${columns.map(([name]) => name).join(',')}${lineEnd}`;
}

/** One line by RFC 4180; no cell of it is a formula. */
export function holdersLine(row: HolderRow): string {
  return columns.map(([, field]) => cell(row[field])).join(',') + lineEnd;
}

function cell(text: string): string {
  const safe = guardFormula(text);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

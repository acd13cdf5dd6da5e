import type { Promotion } from '../../domain/promotion';
import { fileName, holdersHeader, holdersLine } from '../../files';
import { downloadText } from '../../platform/download';
import type { Holding, Pool } from '../pool';
import { becameOf, type PeopleRow } from './people-rows';

/** Characters after which the text so far becomes a Blob, which the browser keeps outside of the page's memory. */
const partLength = 1 << 20;

/** One code of a list that is printed or saved. */
export interface HolderLine {
  readonly holding: Holding;
  readonly code: string;
}

/** The codes of these rows, in the order of the list. */
export async function holderLines(pool: Pool, rows: readonly PeopleRow[]): Promise<HolderLine[]> {
  const holdings = rows.flatMap((row) => row.holdings);
  const codes = await pool.codesAt(holdings);
  const lines: HolderLine[] = [];
  for (const holding of holdings)
    for (let i = 0; i < holding.count; i++) lines.push({ holding, code: codes[lines.length] ?? '' });
  return lines;
}

/** Downloads a list of who has what, a line for each code; the file's name and how many codes are in it. */
export async function downloadHolders(
  pool: Pool,
  rows: readonly PeopleRow[],
  promotions: ReadonlyMap<string, Promotion>,
  only: Promotion | null,
): Promise<{ file: string; count: number }> {
  const lines = await holderLines(pool, rows);
  const parts: BlobPart[] = [];
  let text = holdersHeader();
  for (const { holding, code } of lines) {
    const { to, handle, channel, note, act, endedAt, usedAt, orderId } = holding;
    const promotion = promotions.get(act.promotionId);
    text += holdersLine({
      ...{ code, to, handle, channel, givenAt: act.at, became: becameOf(holding), orderId, note },
      becameAt: usedAt || endedAt,
      promotion: promotion?.name ?? '',
      trackingId: promotion?.trackingId ?? '',
      marketplace: promotion?.marketplace ?? '',
    });
    if (text.length < partLength) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  const about = { promotion: only?.name ?? 'Claimcheck', marketplace: only?.marketplace ?? null };
  const file = fileName({ ...about, what: 'people', date: new Date(), extension: 'csv' });
  downloadText(file, [...parts, text], 'text/csv');
  return { file, count: lines.length };
}

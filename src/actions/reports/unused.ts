import type { Promotion } from '../../domain/promotion';
import { csvTable, fileName } from '../../files';
import { downloadText } from '../../platform/download';
import type { Holding, Pool } from '../pool';

/** The codes of a promotion that are out and not known as used, by whom they went to, the longest out first. */
export async function unusedOf(pool: Pool, promotionId: string): Promise<Holding[]> {
  const holdings = await pool.whoHasWhat();
  return holdings
    .filter(
      ({ act, state, usedAt }) => act.promotionId === promotionId && state === 'issued' && usedAt === '',
    )
    .sort((a, b) => a.act.at.localeCompare(b.act.at));
}

/** Downloads these codes, a line for each; the file's name. */
export async function exportUnused(
  pool: Pool,
  { name, marketplace }: Promotion,
  unused: readonly Holding[],
): Promise<string> {
  const codes = await pool.codesAt(unused);
  const rows: string[][] = [];
  for (const { to, handle, channel, note, act, count } of unused)
    for (let i = 0; i < count; i++) rows.push([codes[rows.length] ?? '', to, handle, channel, act.at, note]);
  const header = ['code', 'issued_to', 'handle', 'channel', 'issued_at', 'note'];
  const file = fileName({ promotion: name, what: 'unused', marketplace, date: new Date(), extension: 'csv' });
  downloadText(file, [csvTable(header, rows)], 'text/csv;charset=utf-8');
  return file;
}

import type { Promotion } from '../../domain/promotion';
import { codesAsCsv, codesAsText, fileName } from '../../files';
import { copyText } from '../../platform/clipboard';
import { downloadText } from '../../platform/download';
import { say } from '../../words/say';
import type { DeskPool, Issued, IssueTo } from '../pool';

export type ListFormat = 'txt' | 'csv';

/**
 * Gives out the next code and copies it. The code reaches the clipboard only after the ledger has written it
 * as given out; a clipboard that refuses takes nothing back (`copied` is false then). Throws LedgerProblem.
 */
export async function issueAndCopy(
  pool: DeskPool,
  promotionId: string,
  to: IssueTo,
): Promise<{ issued: Issued; code: string; copied: boolean }> {
  const issued = await pool.issueNext(promotionId, 1, to);
  const code = issued.codes[0];
  if (code === undefined) throw new Error(say('deskNoCode'));
  return { issued, code, copied: await copyText(code) };
}

/** Gives out several codes as one act and downloads them as a file. Throws LedgerProblem. */
export async function giveOutSeveral(
  pool: DeskPool,
  promotion: Promotion,
  count: number,
  to: IssueTo,
  format: ListFormat,
): Promise<{ issued: Issued; file: string }> {
  const issued = await pool.issueNext(promotion.id, count, to);
  return { issued, file: downloadCodes(promotion, issued.codes, format) };
}

/** Downloads a list of codes; returns the file's name. */
export function downloadCodes(promotion: Promotion, codes: readonly string[], format: ListFormat): string {
  const file = fileName({
    promotion: promotion.name || promotion.trackingId || '',
    what: 'codes',
    marketplace: promotion.marketplace,
    date: new Date(),
    extension: format,
  });
  const text = format === 'csv' ? codesAsCsv(codes) : codesAsText(codes);
  downloadText(file, [text], format === 'csv' ? 'text/csv' : 'text/plain');
  return file;
}

import type { Promotion } from '../../domain/promotion';
import { type FilledRow, fileName, filledHeader, filledRow, type PeopleList } from '../../files';
import { downloadText } from '../../platform/download';
import { messageFor } from '../desk/message';
import type { ListedPerson } from '../pool';

/** Characters after which the text so far becomes a Blob, which the browser keeps outside of the page's memory. */
const partLength = 1 << 20;

/** What a row gets with this code. */
export function filledWith(promotion: Promotion, code: string): FilledRow {
  return {
    code,
    message: messageFor(promotion, code).text,
    worksUntil: promotion.end ?? '',
    link: promotion.productLink ?? '',
  };
}

/** Downloads the rows of a list as they came, each with what it got (by its number); returns the file's name. */
export function downloadFilled(
  promotion: Promotion,
  { header, width, rows }: Pick<PeopleList, 'header' | 'width' | 'rows'>,
  columns: readonly string[],
  filled: (row: number) => FilledRow | null,
): string {
  const file = fileName({
    promotion: promotion.name || promotion.trackingId || '',
    what: 'list',
    marketplace: promotion.marketplace,
    date: new Date(),
    extension: 'csv',
  });
  const named = Array.from({ length: width }, (_, i) => header?.[i] ?? columns[i] ?? `column_${i + 1}`);
  const parts: BlobPart[] = [];
  let text = filledHeader(named);
  for (const [i, { cells }] of rows.entries()) {
    text += filledRow(cells, width, filled(i));
    if (text.length < partLength) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  downloadText(file, [...parts, text], 'text/csv');
  return file;
}

const ownColumns = ['person', 'handle', 'channel', 'note'];

/** Downloads an act's list anew: whoever still has the code, with what is known of them. */
export function downloadListed(promotion: Promotion, people: readonly ListedPerson[]): string {
  const out = people.filter(({ state }) => state === 'issued');
  const rows = out.map(({ to, handle, channel, note }) => ({
    ...{ line: 0, odd: null, cells: [to, handle, channel, note] },
  }));
  return downloadFilled(promotion, { header: ownColumns, width: ownColumns.length, rows }, [], (i) =>
    filledWith(promotion, out[i]?.code ?? ''),
  );
}

import { nameKey } from '../domain/text/name-key';
import { isRecord, kept } from './local';

/** Which column of a list was which, by their place; null for none. */
export type ListColumns = Readonly<Record<'person' | 'handle' | 'channel' | 'note', number | null>>;

interface Remembered {
  readonly header: string;
  readonly columns: ListColumns;
}

/** Kinds of lists whose columns are remembered. */
const most = 30;

const lists = kept('listColumns', (stored) =>
  (Array.isArray(stored) ? stored : []).flatMap((each): Remembered[] => {
    if (!isRecord(each) || typeof each.header !== 'string' || !isRecord(each.columns)) return [];
    const { columns } = each;
    const at = (field: string) => {
      const place = columns[field];
      return typeof place === 'number' && Number.isSafeInteger(place) && place >= 0 ? place : null;
    };
    const read = { person: at('person'), handle: at('handle'), channel: at('channel'), note: at('note') };
    return [{ header: each.header, columns: read }];
  }),
);

/** What the seller said last of a list with these words above its columns; null for nothing. */
export async function rememberedColumns(header: readonly string[]): Promise<ListColumns | null> {
  const key = keyOf(header);
  return (await lists.read()).find((each) => each.header === key)?.columns ?? null;
}

/** Keeps what the seller said of the columns of such a list. */
export async function rememberColumns(header: readonly string[], columns: ListColumns): Promise<void> {
  const key = keyOf(header);
  const others = (await lists.read()).filter((each) => each.header !== key);
  await lists.write([{ header: key, columns }, ...others].slice(0, most));
}

/** Forgets lists in whose header one of these names stands: a list without a header may have been taken to have one. */
export async function forgetColumnsNaming(names: readonly string[]): Promise<void> {
  const all = await lists.read();
  const left = all.filter(({ header }) => {
    const words = nameKey(header);
    return !names.some((name) => words.includes(nameKey(name)));
  });
  if (left.length < all.length) await lists.write(left);
}

function keyOf(header: readonly string[]): string {
  return JSON.stringify(header).slice(0, 1000);
}

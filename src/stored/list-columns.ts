import { toldFields } from '../domain/codes/code-file';
import { nameKey } from '../domain/text/name-key';
import { change, isRecord, kept } from './local';

/** Kinds of lists whose columns are remembered. */
const most = 30;

/** Remembers what the seller said of the columns of lists, by the words above them. */
function columnMemory<Field extends string>(key: string, fields: readonly Field[]) {
  /** Which column was which, by their place; null for none. */
  type Columns = Readonly<Record<Field, number | null>>;
  const lists = kept(key, (stored) =>
    (Array.isArray(stored) ? stored : []).flatMap((each): { header: string; columns: Columns }[] => {
      if (!isRecord(each) || typeof each.header !== 'string' || !isRecord(each.columns)) return [];
      const { columns } = each;
      const places = fields.map((field) => [field, placeIn(columns[field])]);
      return [{ header: each.header, columns: Object.fromEntries(places) }];
    }),
  );
  const keyOf = (header: readonly string[]) => JSON.stringify(header).slice(0, 1000);
  return {
    /** What the seller said last of a list with these words above its columns; null for nothing. */
    async of(header: readonly string[]): Promise<Columns | null> {
      return (await lists.read()).find((each) => each.header === keyOf(header))?.columns ?? null;
    },
    /** Keeps what the seller said of the columns of such a list. */
    async keep(header: readonly string[], columns: Columns): Promise<void> {
      await change(lists, (now) => {
        const others = now.filter((each) => each.header !== keyOf(header));
        return [{ header: keyOf(header), columns }, ...others].slice(0, most);
      });
    },
    /** Forgets lists with one of these names above a column: the first row of one without a header may have been taken for it. */
    async forgetNames(names: readonly string[]): Promise<void> {
      const isNamed = (header: string) => names.some((name) => nameKey(header).includes(nameKey(name)));
      await change(lists, (now) => {
        const left = now.filter(({ header }) => !isNamed(header));
        return left.length < now.length ? left : now;
      });
    },
  };
}

function placeIn(stored: unknown): number | null {
  return typeof stored === 'number' && Number.isSafeInteger(stored) && stored >= 0 ? stored : null;
}

/** Of lists of people. */
export const peopleColumns = columnMemory('listColumns', ['person', 'surname', 'handle', 'channel', 'note']);

/** Of lists of codes that say to whom they went. */
export const codeColumns = columnMemory('codeListColumns', toldFields);

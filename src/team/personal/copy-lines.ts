import { crc32OfText } from '../../domain/text/crc32';
import { namesOf, peopleIn } from '../../ledger';
import { parsed } from '../sealing/bytes';

/** Letters of one field in a list of people, and what ends one; see `kept`. */
const longestCell = 1000;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]/;

interface Row {
  readonly [name: string]: unknown;
}

/**
 * A line of a saved copy as what is in it, where it tells of people: so that their texts can be taken out. Whatever
 * follows from these texts is left out, and any other line stays as it is.
 */
export function openedLine(line: string): unknown {
  const told = parsed(line) as { store?: unknown; rows?: unknown } | undefined;
  const rows = Array.isArray(told?.rows) ? (told.rows as Row[]) : null;
  if (!told || !rows || Object.keys(told).length !== 2) return line;
  if (told.store === 'entries') return { store: told.store, rows: rows.map(({ names: _, ...row }) => row) };
  if (told.store === 'promotions') return { store: told.store, rows };
  if (told.store !== 'people' || !rows.every(isSound)) return line;
  const opened = rows.map(({ text, crc: _, ...row }) => ({
    ...row,
    people: peopleIn({ text } as never).map((person) => ({ ...person, cell: true })),
  }));
  return { store: told.store, rows: opened };
}

/** The line again. */
export function closedLine(opened: unknown): unknown {
  if (typeof opened !== 'object' || opened === null) return opened;
  const { store, rows } = opened as { store?: unknown; rows?: unknown };
  if (!Array.isArray(rows)) return opened;
  if (store === 'entries')
    return JSON.stringify({ store, rows: rows.map((row) => ({ ...row, names: namesIn(row) })) });
  if (store === 'promotions') return JSON.stringify({ store, rows });
  const lists = rows.map((row) => row?.people);
  // Else what somebody wrote there could be two lines, or two fields, for whoever can read it.
  if (
    store !== 'people' ||
    !lists.every((list) => Array.isArray(list) && list.every((one) => one?.cell === true))
  )
    return opened;
  const closed = rows.map(({ people, ...row }) => {
    const text = (people as Record<string, string>[])
      .map(({ to, handle, channel, note }) => [to, handle, channel, note].join('\t'))
      .join('\n');
    return { ...row, text, crc: crc32OfText(text) };
  });
  return JSON.stringify({ store, rows: closed });
}

/** Whether a text can stand in a list of people. */
export function isCell(text: string): boolean {
  return text.length <= longestCell && !breaks.test(text);
}

function isSound({ text, crc }: Row): boolean {
  return (
    typeof text === 'string' &&
    crc32OfText(text) === crc &&
    text.split('\n').every((line) => line.split('\t').length === 4)
  );
}

function namesIn({ to, channel, orderId, handle }: Row): string[] {
  const all = { to, channel, orderId: orderId ?? '', handle: handle ?? '' };
  return Object.values(all).every((each) => typeof each === 'string') ? namesOf(all as never) : [];
}

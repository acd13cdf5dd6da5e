import { channelId, isOurs, type NotePart, noteId, noteParts, type TextId, whomId } from '../../ledger';
import { closedLine, isCell, openedLine } from './copy-lines';

/** An act as somebody asks for it, or as it is to be run. */
export interface PlainAct {
  readonly kind: string;
  readonly args: readonly unknown[];
}

/** A text about somebody, and by what it is known. */
export interface Part {
  readonly id: TextId;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a part says: its fields, '' once it is forgotten, and null where nobody can read it. */
export type Read = Readonly<Record<string, string>> | '' | null;

/** The acts that tell of people. With another list the entry needs another kind: it is read by this one. */
const telling: readonly string[] = [
  ...[
    'issueNext',
    'issueCode',
    'issueRanges',
    'issueToList',
    'giveLeased',
    'replaceCode',
    'editIssuance',
    'editPerson',
  ],
  ...['holdNext', 'voidRanges', 'confirmImport', 'restoreBackup'],
];
const longest = 100_000;
const mostPieces = 100;
const longestOurs = 200;
/** Begins what stands in the place of a text that can't be read. */
export const lostMark = '⌀';

/** Whether acts of this kind are taken apart. */
export function tells(kind: string): boolean {
  return telling.includes(kind);
}

/**
 * Takes what is about people out of an act: in its place stand the numbers of parts. Equal texts of one act have one
 * number, so that whatever compares them comes to the same without them.
 */
export function takenApart(asked: PlainAct): { act: PlainAct; parts: readonly Part[] } {
  const parts: Part[] = [];
  if (!tells(asked.kind)) return { act: asked, parts };
  const act =
    asked.kind === 'restoreBackup'
      ? withLines(asked, (line) => (typeof line === 'string' ? openedLine(line) : line))
      : asked;
  const numbers = new Map<string, number>();
  const numberOf = (part: Part) => {
    const key = JSON.stringify(part);
    const known = numbers.get(key) ?? parts.push(part) - 1;
    numbers.set(key, known);
    return known;
  };
  const take = (told: Record<string, unknown>): Record<string, unknown> => {
    const to = told.to ?? told.issuedTo;
    const handle = told.handle;
    const whom = seals(to) || seals(handle);
    const texts = { to: seals(to) ? to : '', handle: seals(handle) ? handle : '' };
    const number = whom ? numberOf({ id: whomId(texts.to, texts.handle), fields: texts }) : 0;
    return mapped(told, (name, value) => {
      if (!seals(value)) return inside(value, take);
      if (name === 'to' || name === 'issuedTo' || name === 'handle') return number;
      if (name === 'channel') return numberOf({ id: channelId(value), fields: { text: value } });
      if (!isNote(name)) return value;
      return (
        piecesOf(value, told.cell === true)?.map((part) =>
          'ours' in part ? part.ours : numberOf({ id: noteId(part.theirs), fields: { text: part.theirs } }),
        ) ?? value
      );
    });
  };
  return { act: { ...act, args: act.args.map((arg) => inside(arg, take)) }, parts };
}

/**
 * The act again. Of what can't be read something stands in its place that is empty where the text was, and nowhere else:
 * so the act does the same to the codes, whoever can read it. Null where nobody took it apart like this.
 */
export function putTogether(act: PlainAct, reads: readonly Read[], entry: string): PlainAct | null {
  if (!tells(act.kind)) return null;
  let sound = true;
  const lost = (number: unknown) => `${lostMark}${entry}.${number}`;
  const alone = act.kind === 'confirmImport' ? new Map<string, unknown>() : null;
  const text = (number: unknown, place: Place, most = longest, cell = false): string => {
    const read = Number.isSafeInteger(number) ? reads[number as number] : undefined;
    if (read === undefined) sound = false;
    // That a code of a list is out may be told by a name alone.
    if (read === '' && act.kind === 'confirmImport') sound = false;
    if (read === '') return '';
    const said = read?.[fieldOf[place]] ?? '';
    // Somebody who means harm could have it read otherwise by those who still can.
    const isWhole = said.trim() !== '' && said.length <= most && (!cell || isCell(said));
    const isTheirs = fieldOf[place] !== 'text' || cell || noteParts(said).every((part) => 'theirs' in part);
    if (!isWhole || !isTheirs) return lost(number);
    // An import compares its rows: what has two numbers must be two texts.
    const first = alone?.get(`${place} ${said}`) ?? number;
    alone?.set(`${place} ${said}`, first);
    return first === number ? said : lost(number);
  };
  const note = (pieces: readonly unknown[], cell: boolean): string => {
    const told = pieces.map((piece) =>
      typeof piece === 'string' ? piece : text(piece, 'note', longestPiece(pieces.length), cell),
    );
    const whole = told.join('');
    if (pieces.length < 2 || isDivided(whole, told)) return whole;
    // Of texts that say something else together those who can't read them would know nothing.
    return pieces
      .map((piece, i) => (typeof piece === 'string' || told[i] === '' ? told[i] : lost(piece)))
      .join('');
  };
  const put = (told: Record<string, unknown>): Record<string, unknown> =>
    mapped(told, (name, value) => {
      const cell = told.cell === true;
      const place = placeOf(name);
      if (place !== null && typeof value === 'number') return text(value, place, longest, cell);
      // What is as a sealed text for some must not be another for others.
      if (seals(value) && (place ?? (isNote(name) && piecesOf(value, cell)))) sound = false;
      if (!isNote(name) || !Array.isArray(value)) return inside(value, put);
      const isPiece = (part: unknown) =>
        typeof part !== 'string' || (isOurs(part) && part.length <= longestOurs);
      if (value.length > (cell ? 1 : mostPieces) || !value.every(isPiece)) sound = false;
      return note(value, cell);
    });
  const whole = { ...act, args: act.args.map((arg) => inside(arg, put)) };
  if (!sound) return null;
  return act.kind === 'restoreBackup' ? withLines(whole, closedLine) : whole;
}

/** Where a text stands, and which field of its part it is. */
const fieldOf = { to: 'to', handle: 'handle', channel: 'text', note: 'text' } as const;
type Place = keyof typeof fieldOf;

function placeOf(name: string): Place | null {
  if (name === 'issuedTo') return 'to';
  return name === 'to' || name === 'handle' || name === 'channel' ? name : null;
}

/** Whether a note falls into just these pieces. */
function isDivided(note: string, pieces: readonly string[]): boolean {
  const parts = noteParts(note).map((part) => ('ours' in part ? part.ours : part.theirs));
  const told = pieces.filter((piece) => piece !== '');
  return parts.length === told.length && parts.every((part, i) => part === told[i]);
}

/** So long a piece of a note may be that all together are no longer than a note may be. */
function longestPiece(pieces: number): number {
  return Math.floor(longest / pieces) - longestOurs;
}

function isNote(name: string): boolean {
  return name === 'note' || name === 'reason';
}

/** Whether there is anything in a text to be sealed. */
function seals(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest;
}

/** A note as it is sealed; null where it has too many or too long pieces for that. */
function piecesOf(note: string, cell: boolean): NotePart[] | null {
  const pieces = cell ? [{ theirs: note }] : noteParts(note);
  const fits = (part: NotePart) =>
    'ours' in part ? part.ours.length <= longestOurs : part.theirs.length <= longestPiece(pieces.length);
  return pieces.length <= mostPieces && pieces.every(fits) ? pieces : null;
}

function withLines(act: PlainAct, line: (line: unknown) => unknown): PlainAct {
  const [lines, ...more] = act.args;
  return Array.isArray(lines) ? { ...act, args: [lines.map(line), ...more] } : act;
}

type Mapping = (told: Record<string, unknown>) => Record<string, unknown>;

function inside(value: unknown, map: Mapping): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // Codes by the thousand are no objects.
  if (Array.isArray(value)) return value.some(isObject) ? value.map((each) => inside(each, map)) : value;
  return map(value as Record<string, unknown>);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function mapped(told: Record<string, unknown>, to: (name: string, value: unknown) => unknown) {
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, to(name, value)]));
}

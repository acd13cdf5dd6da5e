import type { MarketplaceCode } from '../marketplaces';
import type { Said } from '../problem';
import type { CodeState } from '../promotion';

/** A line of a file that did not become a code, and why. `line` counts from 1 within `file`. */
export interface LineProblem {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly reason: Said;
}

/** What a column beside the codes of a list can say of whom a code went to. */
export const toldFields = ['person', 'surname', 'handle', 'channel', 'note', 'order', 'date'] as const;
export type ToldField = (typeof toldFields)[number];
/** Which column says what, by its place; null for none. */
export type ToldColumns = Readonly<Record<ToldField, number | null>>;

/** The columns of a list of codes that is not a history of ours. */
export interface ToldTable {
  /** The words above them; null where there are none. */
  readonly header: readonly string[] | null;
  /** Which of them holds the codes, where that is known. */
  readonly codes: number | null;
  /** How they were read. */
  readonly columns: ToldColumns;
  /** The first rows with a code. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * What reading a file of codes gave. Every line read is in exactly one of: `codes`, `rejected`,
 * `suspects`, `blank`, `header`. A final line break makes no line.
 */
export interface CodeFile {
  /** Name of the file the seller gave us; "Pasted text" for a paste. */
  readonly name: string;
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string;
  /** Names of the text files in it; the file itself where it is no ZIP. */
  readonly files: readonly string[];
  readonly lines: number;
  /** In file order, normalised, duplicates still in. */
  readonly codes: readonly string[];
  /** Parallel to `codes`: index into `files`, and the line. */
  readonly codeFiles: Uint16Array;
  readonly codeLines: Uint32Array;
  readonly rejected: readonly LineProblem[];
  readonly suspects: readonly LineProblem[];
  readonly blank: number;
  readonly header: number;
  /** Things worth saying that are no line's fault, e.g. "The ZIP held 2 text files". */
  readonly remarks: readonly Said[];
  /** Parallel to `codes` where the file is our own history export; then the states are restored. */
  readonly history: readonly HistoryRow[] | null;
  /**
   * Parallel to `codes` where the file is no history of ours but has a column on what became of its codes; then
   * the seller must say which of them are new. `unclear`: from another file that says nothing.
   */
  readonly toldStates?: readonly ToldState[] | null;
  /** Parallel to `codes` where the file is no history of ours but has columns on whom its codes went to. */
  readonly people?: readonly (ToldPerson | null)[] | null;
  /** The columns of a list, where the file is a single one and has several. */
  readonly table?: ToldTable | null;
  /** How its letters beyond ASCII were read, and a line of them, where the file itself does not tell; else null. */
  readonly charset?: { readonly used: string; readonly sample: string } | null;
}

/** What a list of somebody else's says of a code. */
export type ToldState = 'left' | 'out' | 'unclear';

/** Whom a list of somebody else's says that a code went to. */
export interface ToldPerson {
  readonly to: string;
  readonly channel: string;
  readonly note: string;
  /** When, ISO 8601 in UTC; empty where that is not told. */
  readonly at: string;
}

/** One code in our history export: the columns of the CSV contract. Times are ISO 8601 with offset. */
export interface HistoryRow {
  readonly code: string;
  readonly state: CodeState;
  readonly promotion: string;
  readonly trackingId: string;
  readonly batch: string;
  readonly issuedAt: string;
  readonly issuedTo: string;
  readonly channel: string;
  readonly redeemedAt: string;
  readonly orderId: string;
  readonly note: string;
  readonly marketplace: MarketplaceCode | '';
  readonly validUntil: string;
  readonly issuedBy: string;
}

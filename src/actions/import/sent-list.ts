import { codeIdentity } from '../../domain/codes/claim-code';
import {
  accountOf,
  emptyAccount,
  type LineOf,
  type TextAccount,
  together,
} from '../../domain/codes/text-account';
import { wholeNumber } from '../../domain/text/typed-number';
import type { ImportForm, SentFile } from './import-state';

/** The codes that the seller says were sent already: how many from the top, and what was pasted or chosen. */
export interface SentList {
  /** From the top of the list; null where none or no number was typed. */
  readonly first: number | null;
  readonly account: TextAccount;
}

/** Asked for again at every key typed: a long list is read once. */
let last: {
  readonly sent: string;
  readonly sentFile: SentFile | null;
  readonly account: TextAccount;
} | null = null;

/** Reads what the form says of codes already sent. */
export function sentList({ sent, sentFile, sentFirst }: ImportForm): SentList {
  if (last?.sent !== sent || last.sentFile !== sentFile) {
    const account = together([accountOf(sent), sentFile?.account ?? emptyAccount]);
    last = { sent, sentFile, account };
  }
  return { first: wholeNumber(sentFirst), account: last.account };
}

/** The codes of a list that were sent, each once: from its top, pasted, and from a file. */
export function sentCodes(form: ImportForm, list: readonly string[]): string[] {
  const { first, account } = sentList(form);
  return [...new Set([...list.slice(0, first ?? 0), ...account.codes.map(({ code }) => code)])];
}

/** How many codes a list of sent ones names, how many of them stand among `codes`, and where those stand that don't. */
export function sentIn(
  form: ImportForm,
  codes: readonly string[],
): { listed: number; here: number; elsewhere: LineOf[] } {
  const identity = (code: string) => codeIdentity(code) ?? code;
  const { first, account } = sentList(form);
  const here = new Set(codes.map(identity));
  const elsewhere = account.codes.filter(({ code }) => !here.has(identity(code))).map(({ at }) => at);
  const listed = new Set(
    [...codes.slice(0, first ?? 0), ...account.codes.map(({ code }) => code)].map(identity),
  );
  return { listed: listed.size, here: listed.size - elsewhere.length, elsewhere };
}

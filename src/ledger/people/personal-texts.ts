import { nameKey } from '../../domain/text/name-key';
import { wasOutBefore } from '../codes/lives';
import { precautionStart } from '../copies/precaution';
import { writtenTwice } from '../store/written-twice';
import { kept } from './person';

/**
 * What a text that is about people is known by: the same for all places where the same is written. A ledger that several
 * share destroys a text by this where nobody else's codes have it.
 */
export type TextId = string;

/** A part of a note: words of ours that the ledger itself reads again, or somebody's. */
export type NotePart = { readonly ours: string } | { readonly theirs: string };

/** By these an import tells that a code came back, and a copy what the ledger itself noted; see `forward.ts`, `unite.ts`. */
const ours = new RegExp(
  [wasOutBefore, ', \\d[\\d:.TZ -]* to ', precautionStart, writtenTwice.note.replaceAll('.', '\\.')].join(
    '|',
  ),
  'g',
);

/** Whom a code went to, as it is written: name and address or handle. */
export function whomId(to: string, handle: string): TextId {
  return `whom\n${plain(to)}\n${plain(handle)}`;
}

export function channelId(channel: string): TextId {
  return `channel\n${plain(channel)}`;
}

export function noteId(text: string): TextId {
  return `note\n${plain(text)}`;
}

/** A note by its parts, in order. */
export function noteParts(note: string): NotePart[] {
  const parts: NotePart[] = [];
  const add = (theirs: string) => {
    // Blanks alone are nobody's.
    if (theirs !== '') parts.push(theirs.trim() === '' ? { ours: theirs } : { theirs });
  };
  let from = 0;
  for (const { 0: found, index } of note.matchAll(ours)) {
    add(note.slice(from, index));
    parts.push({ ours: found });
    from = index + found.length;
  }
  add(note.slice(from));
  return parts;
}

/** Whether a part of a note is one that stays as it is. */
export function isOurs(text: string): boolean {
  return text.trim() === '' || noteParts(text).every((part) => 'ours' in part);
}

/** As it is written, whatever was trimmed or cut off when it was kept. */
function plain(text: string): string {
  return nameKey(kept(text));
}

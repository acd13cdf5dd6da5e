import type { Control } from '../dom/controls';
import { attr, closest } from '../dom/dom';
import { isShown } from '../dom/visibility';
import type { Terms, Vocabulary } from '../labels';
import type { Scene } from '../locate/scene';

/** One named lot of single-use codes on Amazon's manage-claim-codes page. */
export interface CodeGroup {
  readonly name: string;
  /** Null where the page doesn't tell for sure. */
  readonly quantity: number | null;
  /** Amazon's status as shown. */
  readonly status: string;
  readonly ready: boolean;
  /** Where the download link leads; null where there is no plain link that can be followed. */
  readonly downloadUrl: string | null;
  /** The Download control of this very row; null while the group isn't ready. */
  readonly target: number | null;
}

/** Whether a button or link does a thing: called so, or "Download SPRING-1", "Create a group". */
export function isCalled({ role, label }: Control, named: Terms): boolean {
  if (role !== 'action' || label === '') return false;
  return [...named.keys()].some(
    (word) =>
      label === word ||
      label.startsWith(`${word} `) ||
      label.endsWith(` ${word}`) ||
      // Languages without blanks between words.
      (/[\u3040-\u30ff\u4e00-\u9fff]/.test(word) && label.includes(word)),
  );
}

/** The page's Download controls. */
export function downloadsOf({ controls, terms }: Scene): Control[] {
  return controls.filter((control) => isDownload(control, terms) && isShown(control));
}

/** The one of several Download controls that is meant; null for none, and where it may be any of them. */
export function theDownload({ terms }: Scene, found: readonly Control[]): Control | null {
  if (found.length <= 1) return found[0] ?? null;
  const named = found.filter(({ label }) => terms.download.has(label));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function isDownload(control: Control, terms: Vocabulary): boolean {
  return isCalled(control, terms.download);
}

/** The address behind a link, when following it is what pressing it would do. */
export function linkOf(control: Control): string | null {
  const link = closest<HTMLAnchorElement>(control.el, 'a');
  if (!link || !/^https?:$/.test(link.protocol) || link.origin !== location.origin) return null;
  const here = attr(link, 'href')?.startsWith('#');
  return here ? null : link.href;
}

/** Whether a text may be what somebody called a group: marks alone are drawn by the page. */
export function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** A whole number as written, with or without marks between the thousands; null for anything else. */
export function wholeNumber(text: string): number | null {
  const shown = text.normalize('NFKC').trim();
  if (!/^(?:\d{1,9}|\d{1,3}(?:[.,'’\s]\d{3}){1,2})$/.test(shown)) return null;
  return Number(shown.replace(/\D/g, ''));
}

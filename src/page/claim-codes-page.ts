import { groupsInBlocks } from './code-blocks';
import { groupsInTable, groupTables } from './code-tables';
import type { Control } from './controls';
import { attr, closest, elementOf } from './dom';
import type { Terms, Vocabulary } from './labels';
import { locate } from './locate';
import type { Scene } from './nearby';
import { isSaid, isShown } from './visibility';

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

/**
 * The address of this page is not public: it is known by Group Name and Quantity, as the fields of a new
 * group or the heads of a table, or by its heading, each beside Create or Download.
 */
export function holdsClaimCodes(scene: Scene): boolean {
  const { controls, terms } = scene;
  const does = (named: Terms) => controls.some((control) => isCalled(control, named) && isShown(control));
  if (!does(terms.create) && !does(terms.download)) return false;
  if (groupTables(scene).length > 0) return true;
  const name = locate(scene, { roles: ['text'], labels: terms.groupName });
  const quantity = locate(scene, { roles: ['text'], labels: terms.quantity });
  if (name.found && quantity.found) return true;
  return scene.words.some(({ text, node }) => terms.manageCodes.has(text) && isHeading(node) && isSaid(node));
}

function isHeading(node: Node): boolean {
  const el = elementOf(node);
  return closest(el, 'h1, h2, h3, [role=heading]') != null;
}

/** The groups listed on the page, in its order: the rows of its tables, else whatever block holds each Download. */
export function readCodeGroups(scene: Scene): CodeGroup[] {
  const tables = groupTables(scene);
  if (tables.length > 0) return tables.flatMap((table) => groupsInTable(scene, table));
  return groupsInBlocks(scene);
}

/** Whether a button or link does a thing: called so, or "Download SPRING-1", "Create a group". */
function isCalled({ role, label }: Control, named: Terms): boolean {
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

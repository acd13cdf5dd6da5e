import type { Control } from './controls';
import { attr, closest, find, findAll, parentOf, textOf } from './dom';
import { type Terms, together, type Vocabulary } from './labels';
import { actionsCalled, locate } from './locate';
import type { Scene } from './nearby';
import { contains } from './shadow';
import { labelMatch, plain } from './text';
import { isShown } from './visibility';

/** One named lot of single-use codes on Amazon's manage-claim-codes page. */
export interface CodeGroup {
  readonly name: string;
  readonly quantity: number | null;
  /** Amazon's status as shown. */
  readonly status: string;
  readonly ready: boolean;
  /** Where the download link leads; null where there is no plain link that can be followed. */
  readonly downloadUrl: string | null;
  /** The Download control; null while the group isn't ready. */
  readonly target: number | null;
}

/** The address of this page is not public: it is known by Group Name and Quantity beside Create or Download. */
export function holdsClaimCodes(scene: Scene): boolean {
  const { terms } = scene;
  const name = locate(scene, { roles: ['text'], labels: terms.groupName });
  const quantity = locate(scene, { roles: ['text'], labels: terms.quantity });
  return Boolean(name.found && quantity.found && actionsCalled(scene, terms.create).length > 0);
}

/** The groups listed on the page, in its order. */
export function readCodeGroups(doc: Document, scene: Scene): CodeGroup[] {
  const { terms } = scene;
  const header = [...findAll(doc, 'tr, [role=row]')].find(
    (row) => columnOf(row, terms.groupName) >= 0 && columnOf(row, terms.quantity) >= 0,
  );
  const table = closest(header, 'table, [role=table], [role=grid]');
  if (!header || !table) return looseGroups(scene);
  const columns = {
    name: columnOf(header, terms.groupName),
    quantity: columnOf(header, terms.quantity),
    status: columnOf(header, terms.status),
  };
  return [...findAll(table, 'tr, [role=row]')]
    .filter(
      (row) =>
        row !== header &&
        cells(row).length > columns.name &&
        !find(row, 'input:not([type=submit]):not([type=hidden]), th:not([scope=row])'),
    )
    .map((row) => groupOf(row, scene, columns))
    .filter((group) => group !== null);
}

interface Columns {
  readonly name: number;
  readonly quantity: number;
  readonly status: number;
}

function groupOf(row: Element, scene: Scene, columns: Columns): CodeGroup | null {
  const shown = cells(row).map((cell) => textOf(cell).replace(/\s+/g, ' ').trim());
  const name = shown[columns.name] ?? '';
  if (name === '') return null;
  const status =
    shown[columns.status] ?? shown.find((text) => labelMatch(plain(text), scene.terms.ready) === 1) ?? '';
  return {
    name,
    quantity: wholeNumber(shown[columns.quantity] ?? ''),
    status,
    ...download(row, scene, status),
  };
}

/** Without a table: each Download control with the nearest block around it that says Ready. */
function looseGroups({ controls, terms }: Scene): CodeGroup[] {
  return controls
    .filter((control) => isDownload(control, terms))
    .map((control) => {
      let block: Element | null = parentOf(control.el);
      while (block && !saysReady(block, terms)) block = parentOf(block);
      const words = textOf(block).replace(/\s+/g, ' ').trim();
      const quantity = /\b\d[\d.,]*\b/.exec(words.replace(/\S*[A-Za-z]\S*/g, ' '))?.[0] ?? '';
      const name =
        words
          .split(/\s/)
          .find(
            (word) =>
              word !== quantity && labelMatch(plain(word), together(terms.ready, terms.download)) === 0,
          ) ?? '';
      return {
        name,
        quantity: wholeNumber(quantity),
        status: 'Ready',
        ready: true,
        downloadUrl: linkOf(control),
        target: control.index,
      };
    });
}

function download(
  row: Element,
  { controls, terms }: Scene,
  status: string,
): Pick<CodeGroup, 'ready' | 'downloadUrl' | 'target'> {
  const control = controls.find((each) => isDownload(each, terms) && contains(row, each.el));
  const ready = control !== undefined && (status === '' || labelMatch(plain(status), terms.ready) > 0);
  return { ready, downloadUrl: ready ? linkOf(control) : null, target: control?.index ?? null };
}

function isDownload(control: Control, terms: Vocabulary): boolean {
  return control.role === 'action' && labelMatch(control.label, terms.download) > 0 && isShown(control);
}

/** The address behind a link, when following it is what pressing it would do. */
function linkOf(control: Control): string | null {
  const link = closest<HTMLAnchorElement>(control.el, 'a');
  if (!link || !/^https?:$/.test(link.protocol) || link.origin !== location.origin) return null;
  const here = attr(link, 'href')?.startsWith('#');
  return here ? null : link.href;
}

function saysReady(block: Element, terms: Vocabulary): boolean {
  const words = plain(textOf(block));
  return [...terms.ready.keys()].some((word) => words.includes(word));
}

function cells(row: Element): Element[] {
  return [
    ...findAll(
      row,
      ':scope > td, :scope > th, :scope > [role=cell], :scope > [role=gridcell], :scope > [role=columnheader]',
    ),
  ];
}

function columnOf(row: Element, names: Terms): number {
  return cells(row).findIndex((cell) => labelMatch(plain(textOf(cell)), names) === 1);
}

function wholeNumber(text: string): number | null {
  const digits = text.replace(/[\s.,\u00a0\u202f']/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

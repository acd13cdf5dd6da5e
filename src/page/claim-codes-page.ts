import type { Control, PageInventory } from './controls';
import { labels } from './labels';
import { isShown, locate } from './locate';
import { labelMatch, plain } from './text';

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
export function holdsClaimCodes(inventory: PageInventory): boolean {
  const { controls } = inventory;
  const name = locate(controls, { roles: ['text'], labels: labels.groupName });
  const quantity = locate(controls, { roles: ['text'], labels: labels.quantity });
  const create = controls.some(
    (control) => control.role === 'action' && labelMatch(control.label, labels.create) > 0,
  );
  return Boolean(name.found && quantity.found && create);
}

/** The groups listed on the page, in its order. */
export function readCodeGroups(doc: Document, inventory: PageInventory): CodeGroup[] {
  const header = [...doc.querySelectorAll('tr, [role=row]')].find(
    (row) => columnOf(row, labels.groupName) >= 0 && columnOf(row, labels.quantity) >= 0,
  );
  const table = header?.closest('table, [role=table], [role=grid]');
  if (!header || !table) return looseGroups(inventory);
  const columns = {
    name: columnOf(header, labels.groupName),
    quantity: columnOf(header, labels.quantity),
    status: columnOf(header, labels.status),
  };
  return [...table.querySelectorAll('tr, [role=row]')]
    .filter(
      (row) =>
        row !== header &&
        cells(row).length > columns.name &&
        !row.querySelector('input:not([type=submit]):not([type=hidden]), th:not([scope=row])'),
    )
    .map((row) => groupOf(row, inventory, columns))
    .filter((group) => group !== null);
}

interface Columns {
  readonly name: number;
  readonly quantity: number;
  readonly status: number;
}

function groupOf(row: Element, inventory: PageInventory, columns: Columns): CodeGroup | null {
  const shown = cells(row).map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
  const name = shown[columns.name] ?? '';
  if (name === '') return null;
  const status =
    shown[columns.status] ?? shown.find((text) => labelMatch(plain(text), labels.ready) === 1) ?? '';
  return {
    name,
    quantity: wholeNumber(shown[columns.quantity] ?? ''),
    status,
    ...download(row, inventory, status),
  };
}

/** Without a table: each Download control with the nearest block around it that says Ready. */
function looseGroups(inventory: PageInventory): CodeGroup[] {
  return inventory.controls
    .filter((control) => isDownload(control))
    .map((control) => {
      let block: Element | null = control.el.parentElement;
      while (block && !/\bready\b/i.test(block.textContent ?? '')) block = block.parentElement;
      const words = (block?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const quantity = /\b\d[\d.,]*\b/.exec(words.replace(/\S*[A-Za-z]\S*/g, ' '))?.[0] ?? '';
      const name =
        words
          .split(/\s/)
          .find(
            (word) =>
              word !== quantity && labelMatch(plain(word), [...labels.ready, ...labels.download]) === 0,
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
  inventory: PageInventory,
  status: string,
): Pick<CodeGroup, 'ready' | 'downloadUrl' | 'target'> {
  const control = inventory.controls.find((each) => isDownload(each) && contains(row, each.el));
  const ready = control !== undefined && (status === '' || labelMatch(plain(status), labels.ready) > 0);
  return { ready, downloadUrl: ready ? linkOf(control) : null, target: control?.index ?? null };
}

function isDownload(control: Control): boolean {
  return control.role === 'action' && labelMatch(control.label, labels.download) > 0 && isShown(control.el);
}

/** The address behind a link, when following it is what pressing it would do. */
function linkOf(control: Control): string | null {
  const link = control.el.closest('a');
  if (!link || !/^https?:$/.test(link.protocol) || link.origin !== location.origin) return null;
  const here = link.getAttribute('href')?.startsWith('#');
  return here ? null : link.href;
}

/** `contains` that sees through shadow roots. */
function contains(outer: Element, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node === outer) return true;
  }
  return false;
}

function cells(row: Element): Element[] {
  return [
    ...row.querySelectorAll(
      ':scope > td, :scope > th, :scope > [role=cell], :scope > [role=gridcell], :scope > [role=columnheader]',
    ),
  ];
}

function columnOf(row: Element, names: readonly string[]): number {
  return cells(row).findIndex((cell) => labelMatch(plain(cell.textContent ?? ''), names) === 1);
}

function wholeNumber(text: string): number | null {
  const digits = text.replace(/[\s.,\u00a0\u202f']/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

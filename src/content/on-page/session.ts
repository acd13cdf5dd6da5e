import type { CheckId, CheckResult } from '../../domain/checks';
import { confirmedQuantitiesKey as confirmedKey, confirmedWordsKey } from '../../domain/taught';
import type { PageReading } from '../../page/read-page';
import { browser } from '../../platform/native';

const foldedKey = 'overlayFolded';
/** A limit confirmed longer ago may have been overwritten by a feed since. */
const confirmationLasts = 30 * 24 * 3_600_000;

/** Which settings the seller has touched on this form, so that an untouched one isn't called a mistake. */
export class Touched {
  private readonly ids = new Set<CheckId>();
  private readonly first = new Map<CheckId, string>();
  private everything = false;

  /** Notes what changed since it was first read, which may be later than the form: sections unfold. */
  see(results: readonly CheckResult[]): void {
    for (const { id, have, state } of results) {
      if (state === 'unreadable') continue;
      const before = this.first.get(id);
      if (before === undefined) this.first.set(id, have);
      else if (before !== have) this.ids.add(id);
    }
  }

  /** The seller has been in this control. */
  add(id: CheckId): void {
    this.ids.add(id);
  }

  /** The seller pressed Review: nothing is "not set yet" any more. */
  addAll(): void {
    this.everything = true;
  }

  has(id: CheckId): boolean {
    return this.everything || this.ids.has(id);
  }
}

/** The key under which a max order quantity is confirmed: the store and the product selection's name. */
export function confirmationKey(reading: PageReading): string {
  const selection = reading.form?.readings.productSelection;
  const name = selection?.kind === 'read' && selection.value.kind === 'list' ? selection.value.name : '';
  return [reading.store.account ?? '', reading.store.marketplace?.code ?? '', name].join('|');
}

/** Confirmations by hand that still count, by key. */
async function loadConfirmations(): Promise<Record<string, string>> {
  const stored = (await browser.storage.local.get(confirmedKey))[confirmedKey];
  const all = Object.entries((stored ?? {}) as Record<string, string>);
  return Object.fromEntries(all.filter(([, at]) => Date.now() - Date.parse(at) < confirmationLasts));
}

/** Sets or takes back (null) a confirmation. */
export async function saveConfirmation(key: string, at: string | null): Promise<Record<string, string>> {
  const all = await loadConfirmations();
  if (at === null) delete all[key];
  else all[key] = at;
  await browser.storage.local.set({ [confirmedKey]: all });
  return all;
}

/** The words of Amazon's pages that the seller confirmed on this computer. */
async function loadConfirmedWords(): Promise<ReadonlySet<string>> {
  return new Set(((await browser.storage.local.get(confirmedWordsKey))[confirmedWordsKey] ?? []) as string[]);
}

/** Adds to them. */
export async function saveConfirmedWords(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const all = new Set([...(await loadConfirmedWords()), ...keys]);
  await browser.storage.local.set({ [confirmedWordsKey]: [...all] });
  return all;
}

/** All that is kept from page to page. */
export async function loadKept() {
  const [confirmations, confirmedWords, folded] = await Promise.all([
    loadConfirmations(),
    loadConfirmedWords(),
    loadFolded(),
  ]);
  return { confirmations, confirmedWords, folded };
}

/** Whether the seller folded the overlay. */
async function loadFolded(): Promise<boolean> {
  return (await browser.storage.local.get(foldedKey))[foldedKey] === true;
}

export async function saveFolded(folded: boolean): Promise<void> {
  await browser.storage.local.set({ [foldedKey]: folded });
}

import type { ProofDraft } from '../../domain/proof';
import { browser } from '../../platform/native';
import { isRecord, kept } from '../local';

/** The last press of Review or Submit that went through, and the key of its draft. */
export interface LastPress {
  readonly key: string;
  /** ISO. */
  readonly at: string;
}

const lastKey = 'lastReviewed';

export const lastPress = kept(lastKey, pressFrom);

/** What is kept under a draft's key; null for anything that is no draft. */
export async function loadDraft(key: string): Promise<ProofDraft | null> {
  return draftFrom((await browser.storage.local.get(key))[key]);
}

/** Writes a draft, with the press that left it in the same moment: the page may be gone in the next. */
export function saveDraft(key: string, draft: ProofDraft, last?: LastPress): Promise<void> {
  return browser.storage.local.set({ [key]: draft, ...(last ? { [lastKey]: last } : {}) });
}

export function forgetDraft(key: string): Promise<void> {
  return browser.storage.local.remove(key);
}

/** Calls back with each press and its draft as they are written. Returns the way to stop. */
export function onPress(listener: (last: LastPress, draft: ProofDraft) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const last = area === 'local' ? pressFrom(changes[lastKey]?.newValue) : null;
    const draft = last && draftFrom(changes[last.key]?.newValue);
    if (last && draft) listener(last, draft);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

function pressFrom(stored: unknown): LastPress | null {
  const { key, at } = isRecord(stored) ? stored : {};
  return typeof key === 'string' && typeof at === 'string' ? { key, at } : null;
}

/** By hand, not by schema: this runs in Amazon's pages, where every byte counts. The ledger judges each field. */
function draftFrom(stored: unknown): ProofDraft | null {
  return isDraft(stored) ? stored : null;
}

function isDraft(stored: unknown): stored is ProofDraft {
  if (!isRecord(stored)) return false;
  const isText = (value: unknown) => typeof value === 'string';
  const isTextOrNull = (value: unknown) => value === null || isText(value);
  const { id, kind, trackingId, name, account, marketplace, amazonId, marks } = stored;
  return (
    [id, kind, trackingId, name].every(isText) &&
    [account, marketplace, amazonId].every(isTextOrNull) &&
    Array.isArray(marks) &&
    marks.every(
      (mark) => isRecord(mark) && isText(mark.step) && isText(mark.at) && Array.isArray(mark.overridden),
    )
  );
}

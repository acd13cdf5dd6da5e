import { draftKey, type ProofDraft } from '../../domain/proof';
import { readTogether, removeTogether } from '../local';
import { parseDraft } from './draft-shape';

type Met = Pick<ProofDraft, 'account' | 'marketplace'> & {
  readonly amazonId: string | null;
  readonly trackingId: string | null;
};

/** The drafts with a press in them that may be of the promotion met on its own page, each under its key. */
export async function draftsOf({ amazonId, trackingId, ...store }: Met): Promise<Map<string, ProofDraft>> {
  const keys = [
    ...(trackingId ? [draftKey(store, { trackingId })] : []),
    ...(amazonId ? [draftKey(store, { amazonId })] : []),
  ];
  const found = new Map<string, ProofDraft>();
  if (keys.length === 0) return found;
  for (const [key, stored] of Object.entries(await readTogether(keys))) {
    const parsed = parseDraft(stored);
    if ('fault' in parsed) console.warn('Claimcheck left out a draft that it could not read:', parsed.fault);
    else if (parsed.draft.marks.length > 0) found.set(key, parsed.draft);
  }
  return found;
}

/** Forgets drafts: the ledger has them. */
export async function forgetDrafts(keys: Iterable<string>): Promise<void> {
  await removeTogether(keys);
}

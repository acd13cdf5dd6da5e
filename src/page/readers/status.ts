import type { AmazonStatus } from '../../domain/promotion';
import type { Vocabulary } from '../labels';
import { matchTerm, plain } from '../values/text';

/** How it stands with a promotion, as a page words it. */
export interface ShownStatus {
  readonly is: AmazonStatus;
  /** The page's own word. */
  readonly word: string;
  /** Whether a source confirms that word. */
  readonly sure: boolean;
}

const concepts = {
  pending: 'statusPending',
  active: 'statusActive',
  ended: 'statusEnded',
  canceled: 'statusCanceled',
} as const satisfies Record<AmazonStatus, keyof Vocabulary>;

/** The status that a text says, and nothing else; null for any other text, and for a word that says two. */
export function statusSaid(text: string, terms: Vocabulary): ShownStatus | null {
  const word = text.replace(/\s+/g, ' ').trim();
  const found = (Object.keys(concepts) as AmazonStatus[]).flatMap((is) => {
    const { grade, sure } = matchTerm(plain(word), terms[concepts[is]]);
    return grade === 1 ? [{ is, word, sure }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

import type { Pool, ViewedStore } from '../../actions/pool';
import { Notice } from '../../ui/parts/Notice';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';
import { useRead } from '../parts/use-read';

const words = {
  batches: 'damagedImport',
  inbox: 'damagedFile',
  proofs: 'damagedProof',
} as const satisfies Partial<Record<ViewedStore, SentenceKey>>;

/** Says what of a list can't be shown because it is damaged; the rest of the list stands as ever. */
export function DamagedRows({ pool, store }: { pool: Pool; store: keyof typeof words }) {
  const { value } = useRead(pool.onChange, `damaged ${store}`, () => pool.damagedRows(store));
  return (
    <>
      {value?.map(({ id, name, fault }) => (
        <Notice key={id} tone="problem" testId="damaged-row" text={say(words[store], { name, fault })} />
      ))}
    </>
  );
}

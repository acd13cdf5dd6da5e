import type { Pool, ViewedStore } from '../../actions/pool';
import { Notice } from '../../ui/parts/Notice';
import { useRead } from '../parts/use-read';

/** Says what of a list can't be shown because it is damaged; the rest of the list stands as ever. */
export function DamagedRows({ pool, store, what }: { pool: Pool; store: ViewedStore; what: string }) {
  const { value } = useRead(pool.onChange, `damaged ${store}`, () => pool.damagedRows(store));
  return (
    <>
      {value?.map(({ id, name, fault }) => (
        <Notice
          key={id}
          tone="problem"
          testId="damaged-row"
          text={`${what} “${name}” is damaged and not shown: ${fault}. Nothing was deleted. Save everything, then load the copy you saved last.`}
        />
      ))}
    </>
  );
}

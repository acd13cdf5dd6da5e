import { type Db, damagedRows, type ViewedStore } from '../../ledger';
import { Notice } from '../../ui/parts/Notice';
import { useRead } from '../parts/use-read';

/** Says what of a list can't be shown because it is damaged; the rest of the list stands as ever. */
export function DamagedRows({ db, store, what }: { db: Db; store: ViewedStore; what: string }) {
  const { value } = useRead(`damaged ${store}`, () => damagedRows(db, store));
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

import { useEffect, useState } from 'preact/hooks';
import { saveIntoFolder } from '../actions/keeping';
import { sentenceOf } from '../actions/words';
import { type Db, onLedgerChange, sinceSaved } from '../ledger';
import { canUseFolder, chosenFolder, mayWrite } from '../platform/folder';

/** Changes are gathered for this long, so that giving out ten codes makes one copy. */
const gatherFor = 20_000;

/** Copies everything into the chosen folder after changes, while this page is open; why it can't, or null. */
export function useFolderCopies(db: Db): string | null {
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const copy = () => copyIfChanged(db).then(setFault, (error) => setFault(failed(sentenceOf(error))));
    void copy();
    const stop = onLedgerChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void copy();
      }, gatherFor);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [db]);
  return fault;
}

/** One workspace copies at a time; another finds nothing left to do. */
async function copyIfChanged(db: Db): Promise<string | null> {
  if (!canUseFolder()) return null;
  return navigator.locks.request('claimcheck-folder', async () => {
    const folder = await chosenFolder();
    if (!folder || (await sinceSaved(db)).changes === 0) return null;
    if (!(await mayWrite(folder)))
      return 'The browser asks again before Claimcheck may write into your folder: press Allow again in Settings.';
    await saveIntoFolder(db, folder);
    return null;
  });
}

function failed(reason: string): string {
  return `The copy into your folder failed: ${reason} Choose the folder again in Settings, or save everything by hand.`;
}

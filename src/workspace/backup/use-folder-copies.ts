import { useEffect, useState } from 'preact/hooks';
import { saveIntoFolder } from '../../actions/backup/backup';
import type { Pool } from '../../actions/pool';
import { canUseFolder, chosenFolder, mayWrite } from '../../platform/folder';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';

/** Changes are gathered for at least this long, so that giving out ten codes makes one copy. */
const gatherFor = 20_000;
/** And so many times as long as the last copy took: a large ledger is not copied all day. */
const restFor = 30;
/** Where the last one failed, what was done about it should show soon. */
const again = { gatherFor: 1000, restFor: 5 };

/** Copies everything into the chosen folder after changes, while this page is open; why it can't, or null. */
export function useFolderCopies(pool: Pool): string | null {
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = gatherFor;
    const copy = async () => {
      const begin = performance.now();
      const told = await copyIfDue(pool).catch((error) => failed(sentenceOf(error)));
      const pace = told === null ? { gatherFor, restFor } : again;
      wait = Math.max(pace.gatherFor, pace.restFor * (performance.now() - begin));
      setFault(told);
    };
    void copy();
    const stop = pool.onChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void copy();
      }, wait);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [pool]);
  return fault;
}

/** One workspace copies at a time; another finds nothing left to do. */
async function copyIfDue(pool: Pool): Promise<string | null> {
  if (!canUseFolder()) return null;
  return navigator.locks.request('claimcheck-folder', async () => {
    const folder = await chosenFolder();
    if (!folder || !(await pool.copyIsDue())) return null;
    if (!(await mayWrite(folder))) return say('folderAsksAgain');
    await saveIntoFolder(pool, folder);
    return null;
  });
}

function failed(reason: string): string {
  return say('folderFailed', { reason });
}

import { useEffect, useState } from 'preact/hooks';
import type { Pool } from '../actions/pool';
import { sentenceOf } from '../actions/words';
import { Notice } from '../ui/parts/Notice';
import { number } from '../words/format';
import { say } from '../words/say';
import { useFolderCopies } from './backup/use-folder-copies';
import { useRead } from './parts/use-read';

/** Changes after which the seller is reminded to save: fewer are quickly told again by hand. */
const muchChanged = 25;
const holdsLookedAtEvery = 60_000;
/** The page comes first. */
const checkedAfter = 1000;

/**
 * What the workspace sees to by itself: a check of everything soon after its start, holds whose time is over, and a
 * quiet reminder when much has changed since everything was saved last.
 */
export function StartNotes({ pool }: { pool: Pool }) {
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const fail = (error: unknown) => setFault(sentenceOf(error));
    const check = async () => {
      const { ok, faults } = await pool.selfCheck();
      if (!ok)
        setFault(
          `Claimcheck checked its books and found a fault. ${faults.slice(0, 3).join(' ')} ${say('checkAfterFault')}`,
        );
    };
    const start = setTimeout(() => void check().catch(fail), checkedAfter);
    const release = () => void pool.releaseDue(new Date(), '').catch(fail);
    release();
    const timer = setInterval(release, holdsLookedAtEvery);
    return () => {
      clearTimeout(start);
      clearInterval(timer);
    };
  }, [pool]);
  const folderFault = useFolderCopies(pool);
  const { value: since } = useRead(pool.onChange, 'since-saved', () => pool.sinceSaved());
  return (
    <>
      {fault && <Notice tone="problem" text={fault} testId="start-fault" />}
      {folderFault && <Notice tone="warning" text={folderFault} testId="folder-fault" />}
      {since && since.changes >= muchChanged && (
        <p class="save-reminder" data-testid="save-reminder">
          {number(since.changes)} changes {since.at === null ? 'and never saved' : 'since you saved last'}: if
          this browser’s data is lost, or Claimcheck removed, the codes, their history and all settings are
          gone. <a href="#/settings">Save everything</a>
        </p>
      )}
    </>
  );
}

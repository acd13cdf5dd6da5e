import { useEffect, useState } from 'preact/hooks';
import type { Pool } from '../actions/pool';
import { backupDue } from '../domain/alerts/house';
import { isOff } from '../domain/alerts/switches';
import { alertSwitches } from '../stored/alerts/alert-switches';
import { onAlertsDecided } from '../stored/alerts/alerts-kept';
import { Notice } from '../ui/parts/Notice';
import { Sentence } from '../ui/parts/Sentence';
import { sentenceOf } from '../words/problem-words';
import { say, sayCount } from '../words/say';
import { useFolderCopies } from './backup/use-folder-copies';
import { settingsHref } from './parts/route';
import { useRead } from './parts/use-read';

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
      if (!ok) setFault([say('startFault'), ...faults.slice(0, 3), say('checkAfterFault')].join(' '));
    };
    const start = setTimeout(() => void check().catch(fail), checkedAfter);
    const release = () => void pool.releaseDue(new Date(), '').catch(fail);
    // Those that are due at the start, the desk sees to.
    const timer = setInterval(release, holdsLookedAtEvery);
    return () => {
      clearTimeout(start);
      clearInterval(timer);
    };
  }, [pool]);
  const folderFault = useFolderCopies(pool);
  const { value: since } = useRead(pool.onChange, 'since-saved', () => pool.sinceSaved());
  const { value: switches } = useRead(onAlertsDecided, 'alert-switches', () => alertSwitches.read());
  const due = since && switches && backupDue(since, Date.now());
  return (
    <>
      {fault && <Notice tone="problem" text={fault} testId="start-fault" />}
      {folderFault && <Notice tone="warning" text={folderFault} testId="folder-fault" />}
      {due && switches && !isOff(due, switches) && (
        <p class="save-reminder" data-testid="save-reminder">
          <Sentence
            of={sayCount(since.at === null ? 'remindNever' : 'remindSince', since.changes, {
              save: '{save}',
            })}
            parts={{ save: <a href={settingsHref('backup')}>{say('saveTitle')}</a> }}
          />
        </p>
      )}
    </>
  );
}

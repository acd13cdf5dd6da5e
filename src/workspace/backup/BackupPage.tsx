import type { OursGiven } from '../../actions/backup/ours';
import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { HoldList } from '../promotion/HoldList';
import { FolderCopy } from './FolderCopy';
import { HandOver, TakeOver } from './HandOver';
import { LoadCopy } from './LoadCopy';
import { SaveEverything } from './SaveEverything';
import { SelfCheck } from './SelfCheck';

interface BackupPageProps {
  pool: Pool;
  desk: Desk;
  /** A file that was dropped somewhere else, for the part that it belongs to. */
  given: OursGiven | null;
  onTaken: () => void;
}

/** Keeping the codes safe, and moving them to another computer. */
export function BackupPage({ pool, desk, given, onTaken }: BackupPageProps) {
  const file = (kind: OursGiven['kind']) => (given?.kind === kind ? given.file : null);
  return (
    <>
      <SaveEverything pool={pool} />
      <FolderCopy pool={pool} />
      <LoadCopy pool={pool} given={file('backup')} onTaken={onTaken} />
      <HoldList pool={pool} desk={desk} />
      <HandOver pool={pool} desk={desk} />
      <TakeOver pool={pool} given={file('hand-over')} onTaken={onTaken} />
      <SelfCheck pool={pool} />
    </>
  );
}

import type { OursGiven } from '../../actions/backup/ours';
import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { HoldList } from '../promotion/HoldList';
import { FolderCopy } from './FolderCopy';
import { HandOver, TakeOver } from './HandOver';
import { LoadCopy } from './LoadCopy';
import { SaveEverything } from './SaveEverything';
import { SelfCheck } from './SelfCheck';

interface PartsProps {
  pool: Pool;
  /** A file that was dropped somewhere else, for the part that it belongs to. */
  given: OursGiven | null;
  onTaken: () => void;
}

/** Keeping the codes safe. */
export function BackupParts({ pool, given, onTaken }: PartsProps) {
  return (
    <>
      <SaveEverything pool={pool} />
      <LoadCopy pool={pool} given={fileOf(given, 'backup')} onTaken={onTaken} />
      <FolderCopy pool={pool} />
      <SelfCheck pool={pool} />
    </>
  );
}

/** Moving codes to a colleague's computer, and taking some over; and those that wait for a word. */
export function ColleagueParts({ pool, desk, given, onTaken }: PartsProps & { desk: Desk }) {
  return (
    <>
      <HandOver pool={pool} desk={desk} />
      <TakeOver pool={pool} given={fileOf(given, 'hand-over')} onTaken={onTaken} />
      <HoldList pool={pool} desk={desk} />
    </>
  );
}

function fileOf(given: OursGiven | null, kind: OursGiven['kind']) {
  return given?.kind === kind ? given.file : null;
}

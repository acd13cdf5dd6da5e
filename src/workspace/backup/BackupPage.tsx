import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { HoldList } from '../promotion/HoldList';
import { FolderCopy } from './FolderCopy';
import { HandOver, TakeOver } from './HandOver';
import { LoadCopy } from './LoadCopy';
import { SaveEverything } from './SaveEverything';
import { SelfCheck } from './SelfCheck';

/** Keeping the codes safe, and moving them to another computer. */
export function BackupPage({ pool, desk }: { pool: Pool; desk: Desk }) {
  return (
    <>
      <SaveEverything pool={pool} />
      <FolderCopy pool={pool} />
      <LoadCopy pool={pool} />
      <HoldList pool={pool} desk={desk} />
      <HandOver pool={pool} desk={desk} />
      <TakeOver pool={pool} />
      <SelfCheck pool={pool} />
    </>
  );
}

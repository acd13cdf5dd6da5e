import type { Desk } from '../../actions/desk/desk';
import type { Db } from '../../ledger';
import { HoldList } from '../promotion/HoldList';
import { FolderCopy } from './FolderCopy';
import { HandOver, TakeOver } from './HandOver';
import { LoadCopy } from './LoadCopy';
import { SaveEverything } from './SaveEverything';
import { SelfCheck } from './SelfCheck';

/** Keeping the codes safe, and moving them to another computer. */
export function BackupPage({ db, desk }: { db: Db; desk: Desk }) {
  return (
    <>
      <SaveEverything db={db} />
      <FolderCopy db={db} />
      <LoadCopy db={db} />
      <HoldList db={db} desk={desk} />
      <HandOver db={db} desk={desk} />
      <TakeOver db={db} />
      <SelfCheck db={db} />
    </>
  );
}

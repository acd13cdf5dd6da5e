import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import {
  addToInbox,
  backupLines,
  listInbox,
  planRestore,
  readBackup,
  rememberOffer,
  restoreOwn,
} from '../../../src/ledger';
import { linesNow } from '../../../src/team/pool/team-pool';
import { Replica } from '../../../src/team/replay/replica';
import { codes, freshLedger, importCodes } from '../../ledger/helpers';

const madeAt = '2026-11-01T00:00:00.000Z';

it('goes to the team with its codes alone; what else is in it stays in the browser that loads it', async () => {
  const before = await freshLedger();
  await importCodes(before, codes(5));
  await addToInbox(before, {
    ...{ name: 'list for Ana.csv', bytes: new Uint8Array([1, 2]), group: 'g', quantity: null },
    ...{ marketplace: null, account: null, promotion: null, at: madeAt },
  } as never);
  await rememberOffer(before, { account: null, marketplace: 'US', sku: 'S', asin: null, limit: 1 });
  const { lines } = await backupLines(before, [{ key: 'settings', value: 'Ana' }]);
  const backup = await readBackup(lines);
  const plan = await planRestore(await freshLedger(), backup, madeAt);
  const told = linesNow(backup, plan);
  const stores = new Set(told.map((line) => (JSON.parse(line) as { store: string }).store));
  for (const store of ['inbox', 'offers', 'proofs', 'reports', 'kept']) expect(stores).not.toContain(store);
  // A colleague gets no more, whatever lines the log has.
  for (const all of [told, lines]) {
    const theirs = await freshLedger();
    const id = crypto.randomUUID();
    const act = { kind: 'restoreBackup', args: [[...all], madeAt] } as const;
    const placed = { seq: 1, id, time: Date.parse(madeAt), by: 'Olga', member: 'olga', act };
    expect(await new Replica(theirs).apply(placed)).toMatchObject({ done: true, result: { added: 5 } });
    expect([(await listInbox(theirs)).length, await theirs.count('offers')]).toEqual([0, 0]);
  }
  const own = await freshLedger();
  await new Replica(own).pass(1);
  await restoreOwn(own, backup);
  expect([(await listInbox(own)).length, await own.count('offers')]).toEqual([1, 1]);
});

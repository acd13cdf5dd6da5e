import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import {
  type CopiedRows,
  checksum,
  type Db,
  firstRows,
  openLedger,
  restRows,
  takeFirst,
} from '../../../src/ledger';
import { Coming } from '../../../src/team/follow/coming';
import { type Placed, Replica } from '../../../src/team/replay/replica';
import { codes, freshLedger, freshName, importCodes } from '../../ledger/helpers';

const who = { to: 'Anna', handle: '', channel: '', note: '' };

/** A pool with a history, and a browser that has only what giving out needs of it. */
async function joined(): Promise<{
  one: Db;
  other: Db;
  promotionId: string;
  rest: CopiedRows[];
  given: string;
}> {
  const one = await freshLedger();
  const { promotionId } = await importCodes(one, codes(25_000));
  const seqOfImport = 1;
  await new Replica(one).pass(seqOfImport);
  const outcome = await new Replica(one).apply(placed(2, 'issueNext', [promotionId, 3, who]));
  const given = outcome.done ? (outcome.result as { issuance: string }).issuance : '';
  const rest: CopiedRows[] = [];
  for await (const part of restRows(one)) rest.push(part);
  const other = await openLedger({ name: freshName() });
  await takeFirst(other, await firstRows(one), rest.length);
  return { one, other, promotionId, rest, given };
}

function placed(seq: number, kind: string, args: unknown[]): Extract<Placed, { id: string }> {
  const id = `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`;
  return {
    seq,
    id,
    time: Date.UTC(2026, 10, 1) + seq,
    by: 'Sam',
    member: 'sam',
    act: { kind, args } as never,
  };
}

/** The parts one by one, each once it is let go. */
function gated(rest: readonly CopiedRows[]) {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open: () => open(),
    rest: async () =>
      (async function* () {
        yield* rest.slice(0, 1);
        await gate;
        yield* rest.slice(1);
      })(),
  };
}

it('runs what takes the next codes, has anything else wait for the history, and comes to the same', async () => {
  const { one, other, promotionId, rest, given } = await joined();
  const coming = new Coming();
  await coming.look(other, rest.length);
  const { open, rest: parts } = gated(rest);
  const beside = await openLedger({ name: other.name });
  const taking = coming.take(beside, parts, new AbortController().signal, () => undefined);
  const acts = [
    placed(3, 'issueNext', [promotionId, 1, who]),
    placed(4, 'issueNext', [promotionId, 2, who]),
    placed(5, 'takeBack', [given, 'none']),
    placed(6, 'issueNext', [promotionId, 1, who]),
  ];
  let isOver = false;
  const applied = coming.apply(new Replica(other), acts).then((outcomes) => {
    isOver = true;
    return outcomes;
  });
  await expect.poll(() => coming.isAwaited).toBe(true);
  expect(await new Replica(other).followed()).toBe(4);
  expect([isOver, coming.come?.of]).toEqual([false, rest.length]);
  open();
  await taking;
  expect((await applied).map((outcome) => outcome?.done)).toEqual([true, true, true, true]);
  await new Replica(one).applyAll(acts);
  expect(await checksum(other)).toBe(await checksum(one));
  expect(coming.come).toBeNull();
});

it('waits for codes that are next in line and not here yet, and does not call them damaged', async () => {
  const { one, other, promotionId, rest } = await joined();
  const coming = new Coming();
  await coming.look(other, rest.length);
  // More than come first.
  const acts = [placed(3, 'issueNext', [promotionId, 22_000, who])];
  const applied = coming.apply(new Replica(other), acts);
  await expect.poll(() => coming.isAwaited).toBe(true);
  await coming.take(
    await openLedger({ name: other.name }),
    gatedOpen(rest),
    new AbortController().signal,
    () => undefined,
  );
  expect((await applied)[0]?.done).toBe(true);
  await new Replica(one).applyAll(acts);
  expect(await checksum(other)).toBe(await checksum(one));
});

it('goes on where it was when the browser was closed on the way', async () => {
  const { one, other, promotionId, rest } = await joined();
  const first = new Coming();
  await first.look(other, rest.length);
  const closing = new AbortController();
  await first.take(await openLedger({ name: other.name }), gatedOpen(rest), closing.signal, () =>
    closing.abort(),
  );
  const acts = [placed(3, 'issueNext', [promotionId, 1, who])];
  const again = new Coming();
  await again.look(other, rest.length);
  expect(again.come).toEqual({ done: 1, of: rest.length });
  await again.apply(new Replica(other), acts);
  await again.take(
    await openLedger({ name: other.name }),
    gatedOpen(rest),
    new AbortController().signal,
    () => undefined,
  );
  await new Replica(one).applyAll(acts);
  expect(await checksum(other)).toBe(await checksum(one));
});

it('stops where the disk gets full on the way, and goes on where it was once there is room', async () => {
  const { one, other, promotionId, rest } = await joined();
  let free = 500;
  const estimate = async () => ({ quota: free * 1024 ** 2, usage: 0, usageDetails: {} });
  Object.defineProperty(navigator, 'storage', { value: { estimate }, configurable: true });
  const take = async (onStep = () => {}) => {
    const coming = new Coming();
    await coming.look(other, rest.length);
    const beside = await openLedger({ name: other.name });
    await coming.take(beside, gatedOpen(rest), new AbortController().signal, onStep);
  };
  try {
    const full = take(() => {
      free = 10;
    });
    await expect(full).rejects.toMatchObject({ code: 'quota' });
    await expect(take()).rejects.toMatchObject({ code: 'quota' });
    const left = new Coming();
    await left.look(other, rest.length);
    expect(left.come).toEqual({ done: 1, of: rest.length });
    free = 500;
    await take();
  } finally {
    Reflect.deleteProperty(navigator, 'storage');
  }
  const acts = [placed(3, 'issueNext', [promotionId, 1, who])];
  await new Replica(one).applyAll(acts);
  await new Replica(other).applyAll(acts);
  expect(await checksum(other)).toBe(await checksum(one));
});

it('says that the history is gone where the rest of a snapshot is not there, or not all of it', async () => {
  for (const kept of [null, 1]) {
    const { other, rest } = await joined();
    const coming = new Coming();
    await coming.look(other, rest.length);
    const parts = async () => (kept === null ? null : gatedOpen(rest.slice(0, kept))());
    const taken = coming.take(
      await openLedger({ name: other.name }),
      parts,
      new AbortController().signal,
      () => undefined,
    );
    await expect(taken).rejects.toMatchObject({ why: { kind: 'history-gone' } });
    await expect(coming.isWhole).rejects.toMatchObject({ why: { kind: 'history-gone' } });
  }
});

function gatedOpen(rest: readonly CopiedRows[]) {
  const { open, rest: parts } = gated(rest);
  open();
  return parts;
}

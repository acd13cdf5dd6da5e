import { beforeEach, expect, it, vi } from 'vitest';
import { said } from '../../../src/domain/problem';
import { LedgerProblem } from '../../../src/ledger';
import { Follower } from '../../../src/team/follow/follower';
import { NotWritten, Writer } from '../../../src/team/follow/writer';
import { LogProblem, type TeamLog } from '../../../src/team/log/log';
import { foundingKeys, ringOf } from '../../../src/team/members/key-ring';
import { cardOf } from '../../../src/team/sealing/card';
import { chainStart } from '../../../src/team/sealing/chain';
import { newId } from '../../../src/team/sealing/ids';
import { newMemberKeys } from '../../../src/team/sealing/member-keys';
import { poolKeyOf } from '../../../src/team/sealing/pool-key';
import { problemOf } from '../log/members';

const act = { id: crypto.randomUUID(), kind: 'issueNext', args: ['p', 1] };
let over: () => void;

beforeEach(() => {
  const late = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  over = () => late.abort();
  return () => vi.restoreAllMocks();
});

/** A writer over a log that does only this. */
async function writerOver(
  append: TeamLog['append'],
  current: Promise<void> = Promise.resolve(),
  isDown = () => false,
) {
  const team = newId();
  const { keys, open } = await newMemberKeys();
  const card = await cardOf('Olga', open);
  const { secret } = await foundingKeys(team, card);
  const firstKeys = ringOf([await poolKeyOf(team, secret)]);
  const notes = { keepAcknowledged: async () => undefined, placesOf: async () => new Map() };
  const parts = { team, me: { card, keys }, log: { append }, notes, firstKeys } as never;
  const personal = { sealed: async (_id: string, act: object) => act };
  const follower = new Follower(parts);
  follower.chain = await chainStart(team);
  return new Writer({ ...(parts as object), personal, current, isDown } as never, follower);
}

const toNobody: TeamLog['append'] = (_id, _bytes, signal) =>
  new Promise((_resolve, reject) =>
    signal?.addEventListener('abort', () => reject(new LogProblem('unreachable', { maybe: false }))),
  );

it('says for sure that nothing was done where the engine was never reached', async () => {
  const writer = await writerOver((...given) => {
    const asked = toNobody(...given);
    over();
    return asked;
  });
  expect(await problemOf(writer.act(act))).toMatchObject({ name: 'NotWritten', maybe: false });
});

it('says so too where the log was not followed far enough to write', async () => {
  const append = vi.fn();
  const writer = await writerOver(append, new Promise(() => undefined));
  const problem = problemOf(writer.act(act));
  await Promise.resolve();
  over();
  expect(await problem).toMatchObject({ name: 'NotWritten', maybe: false });
  expect(append).not.toHaveBeenCalled();
});

it.each([
  ['the engine was asked and gave no answer', new LogProblem('unreachable', { maybe: true })],
  ['the entry is in the log, and was not heard of', null],
])('leaves it open where %s', async (_what, problem) => {
  const writer = await writerOver(async () => {
    setTimeout(over);
    if (problem) throw problem;
    return 1;
  });
  const met = await problemOf(writer.act(act));
  expect(met).toBeInstanceOf(NotWritten);
  expect(met).toMatchObject({ maybe: true });
});

it('answers at once where the engine is known to be down, without waiting for what is in doubt', async () => {
  let isDown = false;
  const append = vi.fn<TeamLog['append']>((_id, _bytes, signal) => {
    isDown = true;
    return new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(new LogProblem('unreachable', { maybe: true }))),
    );
  });
  const writer = await writerOver(append, undefined, () => isDown);
  const inDoubt = writer.act(act);
  await expect.poll(() => append.mock.calls.length).toBe(1);
  const other = { ...act, id: crypto.randomUUID() };
  expect(await problemOf(writer.act(other))).toMatchObject({ name: 'NotWritten', maybe: false });
  expect(append).toHaveBeenCalledTimes(1);
  over();
  expect(await problemOf(inDoubt)).toMatchObject({ name: 'NotWritten', maybe: true });
  // Asked again, it is still not known.
  expect(await problemOf(writer.act(act))).toMatchObject({ name: 'NotWritten', maybe: true });
});

it('waits for longer than for an engine while this computer takes the entry in', async () => {
  const writer = await writerOver(async () => 1);
  const { follower } = writer as unknown as { follower: Follower };
  follower.isTakingIn = true;
  const outcome = writer.act(act);
  await expect.poll(() => (writer as unknown as { waiting: Map<string, unknown> }).waiting.size).toBe(1);
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
  over();
  setTimeout(() => writer.heard(act.id, { done: true, result: 'given' }), 20);
  expect(await outcome).toEqual({ done: true, result: 'given' });
});

it('writes nothing more once the log is followed no further, and leaves open what is in the log', async () => {
  const full = new LedgerProblem('quota', said('problemStorageFull'));
  const append = vi.fn<TeamLog['append']>(async () => {
    setTimeout(() => writer.stop(full));
    return 1;
  });
  const writer = await writerOver(append);
  expect(await problemOf(writer.act(act))).toMatchObject({ name: 'NotWritten', maybe: true, cause: full });
  expect(await problemOf(writer.act({ ...act, id: crypto.randomUUID() }))).toBe(full);
  expect(append).toHaveBeenCalledTimes(1);
});

it('tells the log nothing where the disk is full', async () => {
  const estimate = async () => ({ quota: 1e9, usage: 1e9 - 1, usageDetails: {} });
  vi.stubGlobal('navigator', { storage: { estimate } });
  const append = vi.fn();
  const writer = await writerOver(append);
  expect(await problemOf(writer.act(act))).toMatchObject({ code: 'quota' });
  expect(append).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

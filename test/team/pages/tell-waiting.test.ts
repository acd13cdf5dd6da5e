import { beforeEach, expect, it, vi } from 'vitest';
import { LedgerProblem } from '../../../src/ledger';
import { addWaitingAct, waitingActs } from '../../../src/stored/team/waiting-acts';
import { NotWritten } from '../../../src/team/follow/writer';
import { teamProblem } from '../../../src/team/pages/team-words';
import { tellWaiting } from '../../../src/team/pages/tell-waiting';
import { forget } from '../../actions/fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

beforeEach(forget);

const page = { account: null, marketplace: 'US', shown: [] };

/** Whoever is asked answers so, one after the other; which ids were asked for. */
async function told(...answers: (unknown | null)[]): Promise<{ asked: string[]; left: number }> {
  for (const _ of answers) await addWaitingAct('learnFromAmazon', [page]);
  const asked: string[] = [];
  await tellWaiting((async (_kind: string, _args: unknown, id: string) => {
    const problem = answers[asked.push(id) - 1];
    if (problem !== null) throw problem;
  }) as never);
  return { asked, left: (await waitingActs.read()).length };
}

const notWritten = (maybe: boolean, before = false) => teamProblem(new NotWritten(maybe, null, before), null);

it('tells each once, also what a page told before it was closed', async () => {
  const refused = new LedgerProblem('not-found', { key: 'problemNotHere' } as never);
  const { asked, left } = await told(null, notWritten(true, true), refused, null);
  expect(new Set(asked).size).toBe(4);
  expect(left).toBe(0);
});

it('keeps what can’t be told now, and all behind it', async () => {
  expect(await told(null, notWritten(true), null)).toMatchObject({ asked: { length: 2 }, left: 2 });
});

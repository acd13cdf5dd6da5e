import { afterEach, expect, it } from 'vitest';
import { LedgerProblem } from '../../../src/ledger';
import { Asks, type MemberToWrite } from '../../../src/team/follow/asks';
import type { ToWrite } from '../../../src/team/follow/writer';
import type { Outcome } from '../../../src/team/replay/replica';

type Does = (asked: ToWrite | MemberToWrite) => Promise<Outcome>;

const open: Asks[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

/** A page; `does` is what it does with what others ask, null where it doesn't hold the line. */
function page(does: Does | null, again: () => void = () => undefined): Asks {
  const asks = new Asks({
    ...{ answer: () => does, standing: () => ({ kind: 'current', seq: 1 }), heard: () => undefined },
    again,
  });
  open.push(asks);
  return asks;
}

const handed = { generation: 2, check: 'c', earlier: 'e', wrapped: [['ben', 'w']] } as const;
const removal = (id: string): MemberToWrite => ({ id, member: { kind: 'remove' }, handed });

it('has the page that holds the line do acts on members, with their keys and under their id', async () => {
  const met: unknown[] = [];
  page(async (asked) => {
    met.push(asked);
    return { done: true, result: undefined };
  });
  expect(await page(null).ask(removal('1'), 5000)).toEqual({ done: true, result: undefined });
  expect(met).toEqual([removal('1')]);
});

it('tells why one was passed over, and what came of an act as it came', async () => {
  page(async (asked) => {
    if ('member' in asked) return { done: false, problem: 'last-owner' };
    throw new LedgerProblem('not-allowed', { key: 'teamRole', values: {} });
  });
  const other = page(null);
  expect(await other.ask(removal('1'), 5000)).toEqual({ done: false, problem: 'last-owner' });
  await expect(other.ask({ id: '2', kind: 'issueNext', args: [] }, 5000)).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

it('asks again under the same id once another page holds the line', async () => {
  let holds = false;
  const ids: string[] = [];
  const later = new Asks({
    answer: () =>
      holds
        ? async ({ id }) => {
            ids.push(id);
            return { done: true, result: undefined };
          }
        : null,
    standing: () => ({ kind: 'current', seq: 1 }),
    heard: () => undefined,
    again: () => undefined,
  });
  open.push(later);
  const asked = page(null).ask(removal('7'), 5000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  holds = true;
  later.takeOver();
  expect(await asked).toMatchObject({ done: true });
  expect(ids).toEqual(['7']);
});

it('has only the page that holds the line connect anew', async () => {
  let count = 0;
  const add = (many: number) => () => {
    count += many;
  };
  page(async () => ({ done: true, result: undefined }), add(1));
  page(null, add(100));
  page(null).again(false);
  await expect.poll(() => count).toBe(1);
});

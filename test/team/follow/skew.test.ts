import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { getPromotion } from '../../../src/ledger';
import { understands } from '../../../src/team/follow/follower';
import { Company, to } from './company';

let company: Company | null = null;
afterEach(() => company?.close());

const give = (promotionId: string) => ({
  ...{ id: crypto.randomUUID(), kind: 'issueNext' },
  args: [promotionId, 1, to('Anna')],
});

it('stops at what a newer Claimcheck wrote, reads nothing behind it, and writes nothing', async () => {
  const { team, promotionId, owner } = await Company.founded(20);
  company = team;
  const news = { kind: 'client', understands: [...understands, 'brandNew'], engineKey: '' };
  await team.write(team.owner, news);
  const ben = await team.add('Ben', 'giver', news.understands);
  const old = await team.browser(ben);
  await team.caughtUp(old);
  const seq = await team.write(ben.me, { kind: 'brandNew', args: [] });
  await team.write(ben.me, { ...give(promotionId), id: undefined });
  await owner.ended;
  expect(owner.session.standing).toMatchObject({
    kind: 'stopped',
    why: { why: { kind: 'newer', member: ben.me.card.id } },
  });
  expect(owner.session.follower.seq).toBe(seq - 1);
  const before = team.log.entries.length;
  await expect(owner.session.act(give(promotionId))).rejects.toMatchObject({ why: { kind: 'newer' } });
  await expect(owner.session.memberAct({ kind: 'rotate' })).rejects.toMatchObject({ why: { kind: 'newer' } });
  expect(team.log.entries.length).toBe(before);
  expect((await getPromotion(owner.db, promotionId)).counts).toMatchObject({ available: 20 });
});

it('does nothing that no owner’s Claimcheck knows yet, and says who has to update', async () => {
  const { team, promotionId } = await Company.founded(20);
  company = team;
  // The owner's is older, and knows no such act.
  await team.write(team.owner, { kind: 'client', understands: ['confirmImport'], engineKey: '' });
  const ben = await team.browser(await team.add('Ben', 'giver'));
  await team.caughtUp(ben);
  const before = team.log.entries.length;
  await expect(ben.session.act(give(promotionId))).rejects.toMatchObject({
    why: { kind: 'older', member: team.owner.card.id },
  });
  expect(team.log.entries.length).toBe(before);
});

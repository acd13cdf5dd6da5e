import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLedger } from '../../../src/ledger';
import { Notes } from '../../../src/team/follow/notes';
import { Session, type Standing } from '../../../src/team/follow/session';
import { isOffline } from '../../../src/team/lease/reach';
import { noticeOf } from '../../../src/team/pages/notice';
import { logOf, RealTeam } from '../personal/real-team';

let team: RealTeam;
beforeAll(async () => {
  team = await RealTeam.start(3);
}, 60_000);
afterAll(() => team?.stop());

/** A page of the owner's that knows only the machine that stays, and all that it told of its standing. */
async function page(name: string) {
  const [engine = ''] = team.cluster.servers;
  const seat = { ...team.first, engines: [engine] };
  const [db, notes] = [await openLedger({ name }), await Notes.open(seat.team, `${name}-notes`)];
  const told: Standing[] = [];
  const onStanding = (standing: Standing) => told.push(standing);
  const session = new Session(seat, { log: logOf(seat), db, notes, onStanding });
  session.current.catch(() => undefined);
  const running = session.run();
  const state = () => ({ seat, standing: session.standing, members: null, since: Date.now() });
  return { session, told, state, end: () => session.end().then(() => running) };
}

it('says that the engine gives no answer while too few machines run, and that it is back', async () => {
  const open = await page('stays-open');
  await expect.poll(() => open.session.standing, { timeout: 30_000 }).toMatchObject({ kind: 'current' });
  await team.cluster.kill(1);
  await team.cluster.kill(2);
  const silent = { kind: 'away', silent: true };
  await expect.poll(() => open.session.standing, { timeout: 25_000 }).toMatchObject(silent);
  expect(noticeOf(open.state(), false)?.why).toBe('away');
  expect(isOffline(open.state())).toBe(true);
  // Nobody waits for what can't be answered.
  const began = performance.now();
  const act = { id: crypto.randomUUID(), kind: 'issueNext', args: ['any', 1, { to: '' }] };
  await expect(open.session.act(act)).rejects.toMatchObject({ name: 'NotWritten', maybe: false });
  expect(performance.now() - began).toBeLessThan(1000);
  // A page that is opened meanwhile has never heard where the log ends.
  const late = await page('opened-late');
  await expect.poll(() => late.session.standing, { timeout: 25_000 }).toMatchObject(silent);
  expect(new Set(late.told.map(({ kind }) => kind))).toEqual(new Set(['away']));
  await team.cluster.restart(1);
  await team.cluster.restart(2);
  for (const { session } of [open, late])
    await expect.poll(() => session.standing, { timeout: 60_000 }).toMatchObject({ kind: 'current' });
  await Promise.all([open.end(), late.end()]);
}, 200_000);

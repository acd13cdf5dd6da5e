// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { Store } from '../../../src/actions/desk/store';
import { GiveHere } from '../../../src/team/edition/lease/GiveHere';
import { LeasePanel } from '../../../src/team/edition/lease/LeasePanel';
import { TakenOffline } from '../../../src/team/edition/lease/TakenOffline';
import { say } from '../../../src/words/say';
import { aPromotion } from '../../a-promotion';

class Kept<State extends object> extends Store<State> {
  put(patch: Partial<State>): void {
    this.set(patch);
  }
}

const card = { id: 'ben', name: 'Ben' };
const seat = { me: { card }, keys: [{ generation: 1 }] };
const inTeam = { all: { ben: { card, role: 'giver', gone: null } } };
const removed = { all: { ben: { card, role: 'giver', gone: { seq: 4, by: 'olga', at: 0 } } } };

const parts = vi.hoisted(() => ({ now: null as unknown }));
vi.mock('../../../src/team/edition/open-pool', () => ({
  teamPartsNow: () => parts.now,
  leasesHere: async () => parts.now,
}));
// As the team's build has it.
vi.mock(
  '../../../src/ui/give/giving-stopped',
  () => import('../../../src/team/edition/lease/giving-stopped'),
);

let here: Kept<Record<string, unknown>>;
beforeEach(() => {
  here = new Kept<Record<string, unknown>>({
    ...{ seat, members: inTeam, standing: { kind: 'away', seq: 4 }, since: 0 },
  });
  const leases = new Kept({ leases: [], givings: [], untold: null });
  parts.now = { here, leases: Object.assign(leases, { left: () => 0 }) };
});

const counts = { total: 9, available: 9, issued: 0, redeemed: 0, void: 0, held: 0 };

it('lets a member who was removed give out and take along nothing more, and says why', async () => {
  const promotion = aPromotion();
  const give = { promotion, now: Date.now(), channels: [], takesFocus: false, onGive: async () => true };
  render(
    <>
      <GiveHere {...give} counts={counts as never} />
      <TakenOffline promotion={promotion} counts={counts as never} />
      <LeasePanel />
    </>,
    document.body,
  );
  const button = () => document.querySelector<HTMLButtonElement>('[data-testid="issue-next"]');
  const has = (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null;
  expect(button()?.disabled).toBe(false);
  expect([has('lease-offline'), has('team-leases'), has('give-stopped')]).toEqual([true, true, false]);
  // Effects come after it is drawn.
  await new Promise((resolve) => setTimeout(resolve, 100));
  here.put({ members: removed });
  await expect.poll(() => button()?.disabled).toBe(true);
  expect(document.getElementById(button()?.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    say('teamGone'),
  );
  expect([has('lease-offline'), has('lease-take'), has('team-leases')]).toEqual([false, false, false]);
});

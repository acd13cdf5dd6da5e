import { beforeEach, expect, it, vi } from 'vitest';
import { memberToken } from '../../../src/team/access/credentials';
import { publicKeyOf } from '../../../src/team/access/jwt';
import { answer, invitationIn, takeTicket } from '../../../src/team/pages/join-team';
import { leave } from '../../../src/team/pages/leave-team';
import { memberRows, ownRole, stillLetIn } from '../../../src/team/pages/member-rows';
import {
  add,
  changeKey,
  changeRole,
  invite,
  newTicket,
  readNewcomer,
  remove,
  struckOut,
  takeInvitationBack,
} from '../../../src/team/pages/owner-acts';
import { findTicket, layTickets } from '../../../src/team/pages/renewal';
import { filesNow, prepare, start } from '../../../src/team/pages/start-team';
import { claimsOf, daysLeft, tokenEnd } from '../../../src/team/pages/token-end';
import { textOf, utf8 } from '../../../src/team/sealing/bytes';
import { prepareTeam } from '../../../src/team/seat/founding';
import { isSeated } from '../../../src/team/seat/seat';
import { ABrowser, FakeEngine, refusal } from './a-browser';

const day = 24 * 60 * 60 * 1000;
let engine: FakeEngine;
let olga: ABrowser;
beforeEach(async () => {
  vi.useRealTimers();
  engine = new FakeEngine();
  olga = await ABrowser.open(engine);
  await prepare(olga, 'Olga', 1);
  await start(olga, 'wss://engine.example.com', engine.connect);
});

/** A browser that has answered an invitation. */
async function answered(name: string): Promise<ABrowser> {
  const browser = await ABrowser.open(engine);
  await answer(browser, `Hi!\n> ${await invite(olga)}`, name);
  return browser;
}

async function added(name: string, role: 'giver' | 'viewer' = 'giver'): Promise<ABrowser> {
  const browser = await answered(name);
  const ticket = await add(olga, await readNewcomer(olga, browser.seat.answer?.text ?? ''), role);
  await takeTicket(browser, ticket, engine.connect);
  return browser;
}

const memberOf = (browser: ABrowser) => {
  const member = olga.members.all[browser.seat.me.card.id];
  if (!member) throw new Error('no member');
  return member;
};

/** What the engine's files say of the team's account. */
async function accountIn(browser: ABrowser): Promise<string> {
  const [file] = await filesNow(browser);
  const token = file?.text.match(/"(eyJ[^"]+)"\n}/)?.[1] ?? '';
  return atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
}

it('lets somebody in by invitation, answer, digits and ticket', async () => {
  const ben = await answered('Ben');
  // It waits there for the ticket, whatever becomes of the page.
  const reopened = await ABrowser.open(engine, ben.name);
  expect(reopened.seat.answer).toEqual(ben.seat.answer);
  const newcomer = await readNewcomer(olga, ben.seat.answer?.text ?? '');
  expect(newcomer.digits).toEqual(ben.seat.answer?.digits);
  const ticket = await add(olga, newcomer, 'giver');
  expect(olga.seat.owner?.pending).toEqual([]);
  await takeTicket(reopened, `Here it is: ${ticket}`, engine.connect);
  expect(isSeated(reopened.seat)).toBe(true);
  expect(reopened.seat).toMatchObject({ invitation: null, answer: null });
  expect(ownRole(reopened.members, reopened.seat)).toBe('giver');
});

it('says what is wrong with an invitation', async () => {
  const text = await invite(olga);
  expect(await refusal(invitationIn('Hello'))).toMatch(/no invitation/);
  expect(await refusal(invitationIn(text.slice(0, -10)))).toMatch(/end is missing/);
  expect(
    await refusal(invitationIn(text.replace(/\w(?=\.$)/, (last) => (last === 'A' ? 'B' : 'A')))),
  ).toMatch(/changed on its way/);
  expect(await refusal(invitationIn(text.replace('cct1', 'cct2')))).toMatch(/newer Claimcheck/);
  const ben = await ABrowser.open(engine);
  expect(await refusal(answer(ben, text, ' '))).toMatch(/^Enter a name/);
  expect(ben.state.seat).toBe(null);
});

it('says what is wrong with an answer', async () => {
  const ben = await answered('Ben');
  const text = ben.seat.answer?.text ?? '';
  expect(await refusal(readNewcomer(olga, 'Hello'))).toMatch(/no answer/);
  expect(await refusal(readNewcomer(olga, text.slice(0, 60)))).toMatch(/end is missing/);
  expect(await refusal(readNewcomer(olga, text, Date.now() + 8 * day))).toMatch(/has ended/);
  await takeInvitationBack(olga, olga.seat.owner?.pending[0]?.id ?? '');
  expect(await refusal(readNewcomer(olga, text))).toMatch(/no invitation that waits/);
});

it('says what is wrong with a ticket, and lets nobody in before they were added', async () => {
  const ben = await answered('Ben');
  const { id } = ben.seat.me.card;
  const to = { id, role: 'giver', engineKey: 'UBEN' } as const;
  const take = (ticket: string) => refusal(takeTicket(ben, ticket, engine.connect));
  expect(await take('Hello')).toMatch(/no ticket/);
  expect(await take(await newTicket(olga, { ...to, id: olga.seat.me.card.id }))).toMatch(/for Ben/);
  expect(await take(await newTicket(olga, to, Date.now() - 15 * day))).toMatch(/has ended/);
  expect(await take(await newTicket(olga, to))).toMatch(/hasn’t added you/);
  engine.answers = 'never';
  expect(await take(await newTicket(olga, to))).toMatch(/can’t be reached/);
  engine.answers = 'refused';
  expect(await take(await newTicket(olga, to))).toMatch(/doesn’t take this ticket/);
  expect(isSeated(ben.seat)).toBe(false);
});

it('adds somebody once, though the page that did it was closed before it could tell', async () => {
  const ben = await answered('Ben');
  const newcomer = await readNewcomer(olga, ben.seat.answer?.text ?? '');
  await add(olga, newcomer, 'giver');
  const ticket = await add(olga, newcomer, 'giver');
  await takeTicket(ben, ticket, engine.connect);
  expect(engine.entries).toHaveLength(2);
});

it('knows for how long each ticket lets in, and takes a new one in its place', async () => {
  const ben = await added('Ben');
  const now = Date.now();
  const rows = () => memberRows(olga.members, olga.seat, now).here;
  expect(rows().map(({ days, by, isMe }) => [days, by, isMe])).toEqual([
    [expect.any(Number), null, true],
    [expect.any(Number), 'Olga', false],
  ]);
  expect(memberRows(olga.members, olga.seat, Date.now()).here[1]?.days).toBe(14);
  const { role, engineKey } = memberOf(ben);
  const later = await newTicket(olga, { id: ben.seat.me.card.id, role, engineKey }, now + 3 * day);
  expect(rows()[1]?.days).toBe(17);
  await takeTicket(ben, later, engine.connect);
  expect(daysLeft(tokenEnd(ben.seat.token ?? '') ?? 0, now)).toBeGreaterThanOrEqual(16);
  expect(ben.seat.keys).not.toEqual([]);
});

it('changes a role, and makes the ticket that goes with it', async () => {
  const ben = await added('Ben');
  const ticket = await changeRole(olga, memberOf(ben), 'viewer');
  await takeTicket(ben, ticket, engine.connect);
  expect(ownRole(ben.members, ben.seat)).toBe('viewer');
  const claims = JSON.parse(
    atob((ben.seat.token ?? '').split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''),
  );
  expect(JSON.stringify(claims.nats.pub.allow)).not.toContain(`obj.${ben.seat.me.card.id}`);
  expect(await refusal(changeRole(ben, memberOf(ben), 'giver'))).toMatch(/role/);
});

it('removes somebody: the key is another, their ticket counts no more, and the new files say so', async () => {
  const [ben, cleo] = [await added('Ben'), await added('Cleo')];
  const member = memberOf(ben);
  await remove(olga, member);
  await Promise.all([ben.follow(), cleo.follow()]);
  expect([olga.generation, cleo.generation, ben.generation]).toEqual([2, 2, 1]);
  expect(memberRows(olga.members, olga.seat, Date.now()).gone.map(({ member }) => member.card.name)).toEqual([
    'Ben',
  ]);
  expect(olga.seat.owner?.revoked).toHaveProperty(member.engineKey);
  expect(Object.keys(olga.seat.owner?.tickets ?? {})).toEqual([cleo.seat.me.card.id]);
  expect(await accountIn(olga)).toContain(member.engineKey);
  // Also before the log was followed here.
  olga.state = { ...olga.state, members: null };
  expect(await accountIn(olga)).toContain(member.engineKey);
  await olga.follow();
  expect(await refusal(remove(olga, member))).toMatch(/already|Nothing was changed/);
});

it('warns of who is gone until the owner has put the files there, or their tickets have ended', async () => {
  const [ben, cleo] = [await added('Ben'), await added('Cleo')];
  const stillIn = (of: ABrowser, now: number) => of.seat.owner && stillLetIn(of.members, of.seat.owner, now);
  const warned = (of = olga, now = Date.now()) => stillIn(of, now)?.map(({ card }) => card.name);
  expect(warned()).toEqual([]);
  await remove(olga, memberOf(ben));
  expect(warned()).toEqual(['Ben']);
  expect(warned(olga, Date.now() + 14 * day + 1000)).toEqual([]);
  const gone = [memberOf(ben)];
  // Somebody leaves while the owner puts the files on the machines: they are in none of them.
  await leave(cleo);
  await olga.follow();
  await struckOut(olga, gone);
  expect(warned()).toEqual(['Cleo']);
  expect(warned(await ABrowser.open(engine, olga.name))).toEqual(['Cleo']);
  await struckOut(olga, stillIn(olga, Date.now()) ?? []);
  expect(warned()).toEqual([]);
  expect(await accountIn(olga)).toContain(memberOf(ben).engineKey);
});

it('lets somebody leave, and changes the key they know', async () => {
  const ben = await added('Ben');
  const { engineKey } = memberOf(ben);
  await leave(ben);
  expect(ben.state.seat).toBe(null);
  await olga.follow();
  expect(olga.members.rotationDue).toBe(true);
  await changeKey(olga);
  expect(olga.members.rotationDue).toBe(false);
  expect(olga.generation).toBe(2);
  expect(await accountIn(olga)).toContain(engineKey);
});

it('has a viewer tell that they leave, as anybody else', async () => {
  const cleo = await added('Cleo', 'viewer');
  const { id } = cleo.seat.me.card;
  await leave(cleo);
  expect(cleo.state.seat).toBe(null);
  await olga.follow();
  expect(olga.members.all[id]?.gone).toMatchObject({ by: id });
  expect(olga.members.rotationDue).toBe(true);
});

it('renews tickets beside the log: each member finds their own, and takes none that the owner didn’t sign', async () => {
  const [ben, cleo] = [await added('Ben'), await added('Cleo', 'viewer')];
  const log = engine.connect({
    ...{ servers: [], team: olga.seat.team, member: olga.seat.me.card.id },
    credentials: null,
  });
  const later = Date.now() + 6 * day;
  const find = (browser: ABrowser, now = later) => findTicket(log, browser.seat, browser.members, now);
  await ben.follow();
  expect(await find(ben)).toBe(null);
  const until = await layTickets(log, olga.seat, olga.members, later);
  expect(Object.keys(until).sort()).toEqual([ben, cleo].map(({ seat }) => seat.me.card.id).sort());
  expect(daysLeft(until[ben.seat.me.card.id] ?? 0, later)).toBeGreaterThanOrEqual(9);
  const token = await find(ben);
  expect(daysLeft(tokenEnd(token ?? '') ?? 0, later)).toBeGreaterThanOrEqual(13);
  expect(await find(cleo)).not.toBe(null);
  expect(await find(cleo)).not.toBe(token);
  // The owner's browser was closed in the period after it; then it is no better, and then it is over.
  expect(await find(ben, later + 4 * day)).toBe(token);
  const renewed = { ...ben.seat, token };
  expect(await findTicket(log, renewed, ben.members, later)).toBe(null);
  // Somebody who is gone finds none, though one may lie there.
  await remove(olga, memberOf(ben));
  expect(await findTicket(log, ben.seat, olga.members, later)).toBe(null);
  expect(Object.keys(await layTickets(log, olga.seat, olga.members, later))).toEqual([cleo.seat.me.card.id]);
});

it('takes no ticket that was forged or is for another', async () => {
  const [ben, cleo] = [await added('Ben'), await added('Cleo')];
  const log = engine.connect({
    ...{ servers: [], team: olga.seat.team, member: olga.seat.me.card.id },
    credentials: null,
  });
  const later = Date.now() + 6 * day;
  // Whatever somebody else laid under the same name before.
  const member = cleo.seat.me.card.id;
  const cleos = engine.connect({ servers: [], team: olga.seat.team, member, credentials: null });
  await layTickets(cleos, { ...olga.seat, me: cleo.seat.me }, olga.members, later);
  const first = new Set(engine.objects.keys());
  await layTickets(log, olga.seat, olga.members, later);
  await ben.follow();
  const own = [...engine.objects.keys()].filter((each) => each.includes(ben.seat.me.card.id));
  const name = own.find((each) => !first.has(each)) ?? '';
  const right = textOf(engine.objects.get(name) as Uint8Array) ?? '';
  const others = [...engine.objects].find(([each]) => each.includes(cleo.seat.me.card.id))?.[1];
  const stranger = await prepareTeam('Eve', 1);
  const { jwt: strangers } = memberToken({
    ...{ accountSeed: stranger.owner?.engine.signingSeed ?? '', team: olga.seat.team, now: later },
    ...{ member: ben.seat.me.card.id, role: 'giver', days: 14, memberKey: publicKeyOf(ben.seat.seed) },
  });
  const [head, claims, signature = ''] = right.split('.');
  const changed = [head, claims, signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))].join('.');
  for (const bytes of [utf8(changed), others, utf8(strangers), utf8('nonsense')]) {
    engine.objects.set(name, bytes as Uint8Array);
    expect(await findTicket(log, ben.seat, ben.members, later)).toBe(null);
  }
  engine.objects.set(name, utf8(right));
  expect(await findTicket(log, ben.seat, ben.members, later)).toBe(right);
});

it('brings the rights of another role with the next ticket', async () => {
  const ben = await added('Ben');
  await changeRole(olga, memberOf(ben), 'viewer');
  await ben.follow();
  const log = engine.connect({
    ...{ servers: [], team: olga.seat.team, member: olga.seat.me.card.id },
    credentials: null,
  });
  await layTickets(log, olga.seat, olga.members);
  const token = await findTicket(log, ben.seat, ben.members);
  expect(JSON.stringify(claimsOf(token ?? '')?.nats?.pub)).not.toContain(`obj.${ben.seat.me.card.id}`);
});

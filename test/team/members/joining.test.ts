import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newAnswer, readAnswer } from '../../../src/team/members/answer';
import { isTheTeamOf } from '../../../src/team/members/founding';
import {
  type Invitation,
  invitationId,
  isEngineAddress,
  newInvitation,
  type PendingInvitation,
  readInvitation,
} from '../../../src/team/members/invitation';
import { generationIn, keysForNew, ringFrom, secretIn, welcomeIn } from '../../../src/team/members/key-ring';
import { armored, unarmored } from '../../../src/team/members/text-armor';
import { sameBytes, utf8 } from '../../../src/team/sealing/bytes';
import { sealEntry } from '../../../src/team/sealing/envelope';
import { fingerprintOf } from '../../../src/team/sealing/fingerprint';
import { type Id, newId } from '../../../src/team/sealing/ids';
import type { PoolKey, PoolSecret } from '../../../src/team/sealing/pool-key';
import { aTeam, firstHead, type Somebody, somebody } from '../sealing/people';
import { ATeam } from './a-team';

let ana: Somebody;
let ben: Somebody;
let made: { text: string; invitation: Invitation; pending: PendingInvitation };
const until = 1_900_000_000_000;
const engines = ['wss://one.example:8443', 'wss://two.example/nats'];

beforeAll(async () => {
  [ana, ben] = [await somebody(), await somebody('Ben')];
});

beforeEach(async () => {
  made = await newInvitation({ team: aTeam, engines, inviter: ana.card, credentials: 'a.jwt.seed', until });
});

describe('a text to send', () => {
  it('is written as every client writes it', async () => {
    expect(await armored('cct', 1, utf8('hello'))).toBe('cct1-aGVsbG8s8k26.');
    expect(await invitationId('A'.repeat(27))).toBe('tfzhq8vhmsmbtjzxe5k6qwsj');
  });

  it('is found in a mail, broken and quoted as mail programs do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        async (bytes, width) => {
          const text = await armored('cct', 1, new Uint8Array(bytes));
          const start = text.slice(0, 5);
          const folded = text.slice(5).replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n> \u200b');
          const found = await unarmored('cct', 1, `Hi Ben. Here it is:\n\n> ${start}${folded} Greetings.`);
          expect(found.kind === 'bytes' && sameBytes(found.bytes, bytes)).toBe(true);
        },
      ),
    );
  });

  it('says what is wrong with it', async () => {
    const text = await armored('cct', 1, utf8('hello'));
    const problem = async (pasted: string) => {
      const found = await unarmored('cct', 1, pasted);
      return found.kind === 'problem' ? found.problem : found.kind;
    };
    expect(await problem('Hi Ben')).toBe('none');
    expect(await problem(text.replace('cct', 'cca'))).toBe('none');
    expect(await problem(text.replace('cct1', 'cct2'))).toBe('newer');
    expect(await problem(text.slice(0, -1))).toBe('cut');
    expect(await problem('cct1-.')).toBe('damaged');
    expect(await problem(`${text.slice(0, -2)}.`)).toBe('damaged');
    for (let at = 5; at < text.length - 1; at++)
      expect(await problem(text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1))).toBe(
        'damaged',
      );
  });
});

describe('an invitation', () => {
  it('says where to go, by whom and until when', async () => {
    expect(await readInvitation(`Join us:\n${made.text}\nAna`)).toEqual({
      ...{ kind: 'invitation', invitation: made.invitation, fingerprint: await fingerprintOf(ana.card) },
    });
    expect(made.invitation).toMatchObject({ team: aTeam, engines, credentials: 'a.jwt.seed', until });
    expect(made.pending.id).toBe(await invitationId(made.invitation.once));
    expect(made.text).not.toMatch(/\bAna\b/);
  });

  it('is refused where a part isn’t what it must be', async () => {
    const wrong: object[] = [
      { engines: [] },
      { engines: ['ws://one.example'] },
      { team: 'x' },
      { once: 'x' },
      { inviter: { ...ana.card, id: ben.card.id } },
      { inviter: null },
      { credentials: 5 },
      { until: -1 },
    ];
    for (const part of wrong) {
      const text = await armored('cct', 1, utf8(JSON.stringify({ ...made.invitation, ...part })));
      expect(await readInvitation(text)).toEqual({ kind: 'problem', problem: 'malformed' });
    }
    expect(await readInvitation(await armored('cct', 1, Uint8Array.of(255)))).toMatchObject({
      problem: 'malformed',
    });
    const told = { ...made.invitation, engines: ['https://one.example'] };
    await expect(newInvitation(told)).rejects.toThrow(RangeError);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (told) => {
        const text = await armored('cct', 1, utf8(JSON.stringify(told)));
        expect(await readInvitation(text)).toEqual({ kind: 'problem', problem: 'malformed' });
      }),
    );
  });

  it('leads to engines by TLS alone', () => {
    for (const good of engines) expect(isEngineAddress(good)).toBe(true);
    const bad = [
      '',
      'wss://',
      'ws://a',
      'https://a',
      'wss://me@a',
      'wss://a?x=1',
      'wss://a#x',
      'javascript:1',
      `wss://${'a'.repeat(300)}`,
    ];
    for (const text of bad) expect(isEngineAddress(text)).toBe(false);
  });
});

describe('an answer', () => {
  const here = (part: object = {}) => ({
    ...{ team: aTeam, inviter: ana.card, pending: [made.pending], now: until - 1 },
    ...part,
  });

  it('brings the card, and both see the same digits', async () => {
    const { text, digits } = await newAnswer(made.invitation, ben.card, 'UBEN');
    const answer = await readAnswer(`Here: ${text}`, here());
    expect(answer).toEqual({
      ...{ kind: 'answer', invitation: made.pending.id, card: ben.card, engineKey: 'UBEN', digits },
    });
    expect((await newAnswer(made.invitation, ben.card, 'UBEN')).digits).not.toEqual(digits);
    expect(Buffer.from(text.slice(5, -1), 'base64url').toString('latin1')).not.toContain('Ben');
  });

  it('counts for an invitation that waits, in its time, made with its secret', async () => {
    const { text } = await newAnswer(made.invitation, ben.card, '');
    const problem = async (part: object, pasted = text) => {
      const read = await readAnswer(pasted, here(part));
      return read.kind === 'problem' ? read.problem : read.kind;
    };
    const other = (await newInvitation({ ...made.invitation })).pending;
    expect(await problem({ pending: [] })).toBe('unknown');
    expect(await problem({ pending: [other] })).toBe('unknown');
    expect(await problem({ pending: [{ ...other, id: made.pending.id }] })).toBe('false');
    expect(await problem({ now: until + 1 })).toBe('over');
    expect(await problem({ now: until })).toBe('answer');
    expect(await problem({ team: newId() })).toBe('false');
    expect(await problem({}, 'Hi')).toBe('none');
    expect(await problem({}, await armored('cca', 1, Uint8Array.of(1)))).toBe('malformed');
    // Somebody on the way put in their own card as the owner's.
    const eve = await somebody('Ana');
    const swapped = await newAnswer({ ...made.invitation, inviter: eve.card }, ben.card, '');
    expect(await problem({}, swapped.text)).toBe('false');
    const bad = await newAnswer(made.invitation, { ...ben.card, id: ana.card.id }, '');
    expect(await problem({}, bad.text)).toBe('malformed');
  });

  it('of somebody who read the invitation on its way shows other digits', async () => {
    const { digits } = await newAnswer(made.invitation, ben.card, '');
    const eve = await somebody('Ben');
    const false_ = await readAnswer((await newAnswer(made.invitation, eve.card, '')).text, here());
    expect(false_).toMatchObject({ kind: 'answer', card: eve.card });
    expect(false_.kind === 'answer' && false_.digits).not.toEqual(digits);
  });
});

describe('somebody new', () => {
  it('finds the key in the log and replays the team from the first entry', async () => {
    const team = await ATeam.founded();
    const cem = await somebody('Cem');
    await team.add(cem, 'giver');
    await team.remove(cem);
    await team.rotate({ kind: 'rotate' }, team.cards());
    // Keys of an owner who came second, and of somebody who lies.
    const lie = {
      ...(team.members.generations[2] as { check: string; generation: number; earlier: string }),
    };
    await team.write(
      team.owner,
      { kind: 'rotate' },
      { ...lie, earlier: lie.earlier.replace(/^./, 'x'), wrapped: [] },
    );
    await team.add(ben, 'viewer');
    const welcomes = await Promise.all(
      team.log.map(({ bytes }) => welcomeIn(team.team, bytes, team.owner.card, ben)),
    );
    const secret = welcomes.find((one) => one !== null) as PoolSecret;
    expect([secret.generation, welcomes.filter((one) => one !== null).length]).toEqual([3, 1]);
    const told = team.log.flatMap(({ bytes }) => generationIn(bytes) ?? []);
    const ring = await ringFrom(team.team, secret, [...told].reverse());
    expect(ring?.keys.map(({ generation }) => generation)).toEqual([1, 2, 3]);
    expect(
      await ringFrom(
        team.team,
        secret,
        told.filter(({ generation }) => generation !== 2),
      ),
    ).toBeNull();
    expect(isTheTeamOf(team.members, team.owner.card, ben.card)).toBe(true);
    expect(isTheTeamOf(team.members, cem.card, ben.card)).toBe(false);
    expect(isTheTeamOf(team.members, team.owner.card, (await somebody()).card)).toBe(false);
    expect(isTheTeamOf(team.members, { ...team.owner.card, name: 'Anna' }, ben.card)).toBe(false);
  });

  it('takes no key from anybody but the inviter, nor one that the others don’t have', async () => {
    const team = await ATeam.founded();
    await team.add(ben, 'giver');
    const bytes = team.log[1]?.bytes as Uint8Array;
    expect(await welcomeIn(team.team, bytes, team.owner.card, ben)).not.toBeNull();
    expect(await welcomeIn(team.team, bytes, ana.card, ben)).toBeNull();
    expect(await welcomeIn(newId(), bytes, team.owner.card, ben)).toBeNull();
    // Signed by the inviter, but in somebody else's name.
    const handed = await keysForNew(team.team, await team.secret(), ben.card);
    const by = { keys: team.owner.keys, pool: team.keys[0] as PoolKey };
    const as = async (member: Id) =>
      sealEntry(team.team, await firstHead(team.team, member, { handed }), utf8('{}'), by);
    const [own, others] = [await as(team.owner.card.id), await as(ana.card.id)];
    expect(await welcomeIn(team.team, own.bytes, team.owner.card, ben)).not.toBeNull();
    expect(await welcomeIn(team.team, others.bytes, team.owner.card, ben)).toBeNull();
    expect(await welcomeIn(team.team, bytes, team.owner.card, ana)).toBeNull();
    expect(
      await welcomeIn(team.team, bytes.with(-1, (bytes.at(-1) as number) ^ 1), team.owner.card, ben),
    ).toBeNull();
    const wrapped = team.members.all[ben.card.id]?.wrapped as string;
    const keys = { ...(team.members.generations[0] as { check: string; generation: number; earlier: null }) };
    expect(await secretIn(team.team, { ...keys, wrapped: [[ben.card.id, wrapped]] }, ben)).not.toBeNull();
    const other = { ...keys, check: 'A'.repeat(22), wrapped: [[ben.card.id, wrapped]] as const };
    expect(await secretIn(team.team, other, ben)).toBeNull();
  });
});

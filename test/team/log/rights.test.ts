import { setTimeout as sleep } from 'node:timers/promises';
import { jwtAuthenticator, type NatsConnection, nkeys, wsconnect } from '@nats-io/nats-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestDays } from '../../../src/team/access/credentials';
import type { LogState, TeamLog } from '../../../src/team/log/log';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';
import { bytesOf, Members, problemOf, read, textOf } from './members';

const logStream = 'claimcheck-rights-log';
const objectStream = 'claimcheck-rights-objects';
const keyStream = 'claimcheck-rights-keys';
let cluster: Cluster;
let members: Members;
let ann: TeamLog;
const hostile: NatsConnection[] = [];

/** A member who speaks to the engine without our code. */
async function bare(member: string, role: 'owner' | 'giver' | 'viewer', inbox = member) {
  const { jwt, seed } = cluster.credentials(member, role);
  const connection = await wsconnect({
    servers: [cluster.servers[0] as string],
    authenticator: jwtAuthenticator(jwt, bytesOf(seed)),
    inboxPrefix: `_INBOX.${inbox}`,
    reconnect: false,
  });
  hostile.push(connection);
  return connection;
}

/** How the engine answers: its own refusal, or what it says. */
async function ask(connection: NatsConnection, subject: string, body: unknown = ''): Promise<string> {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  return connection.request(subject, payload, { timeout: 3000 }).then(
    (answer) => answer.string(),
    (error: Error) => error.message,
  );
}

beforeAll(async () => {
  // Of rights one machine tells as much as three.
  cluster = await Cluster.start({ team: 'rights', machines: 1 });
  trust(cluster.certificate);
  members = new Members(cluster);
  ann = members.open('ann', 'owner');
  await ann.append('first', bytesOf('{}'));
  await ann.putObject('codes', bytesOf('sealed'));
});

afterAll(async () => {
  await Promise.all(hostile.map((connection) => connection.close()));
  await members?.close();
  await cluster?.stop();
});

describe.each(['owner', 'giver', 'viewer'] as const)('as %s', (role) => {
  it.each([
    [`$JS.API.STREAM.PURGE.${logStream}`, ''],
    [`$JS.API.STREAM.PURGE.${objectStream}`, ''],
    [`$JS.API.STREAM.DELETE.${logStream}`, ''],
    [`$JS.API.STREAM.DELETE.${objectStream}`, ''],
    [`$JS.API.STREAM.PURGE.${keyStream}`, ''],
    [`$JS.API.STREAM.DELETE.${keyStream}`, ''],
    [`$JS.API.STREAM.UPDATE.${keyStream}`, { name: keyStream, subjects: ['claimcheck.rights.key.*.*'] }],
    [`$JS.API.DIRECT.GET.${keyStream}`, { seq: 1 }],
    [`$JS.API.STREAM.MSG.DELETE.${logStream}`, { seq: 1 }],
    [`$JS.API.STREAM.MSG.DELETE.${objectStream}`, { seq: 1 }],
    [`$JS.API.STREAM.UPDATE.${logStream}`, { name: logStream, subjects: ['claimcheck.rights.act.*'] }],
    ['$JS.API.STREAM.CREATE.other', { name: 'other', subjects: ['_INBOX.>'] }],
    [`$JS.API.CONSUMER.CREATE.${logStream}.c`, { stream_name: logStream, config: { name: 'c' } }],
    [`$JS.API.DIRECT.GET.${logStream}`, { seq: 1 }],
    ['claimcheck.rights.act.ann', 'in her name'],
    ['claimcheck.rights.obj.ann.name.codes', 'in her name'],
    ['claimcheck.rights.told.ann', 'as the engine'],
    ['claimcheck.other.act.mal', 'in another team'],
    ['_INBOX.ann.x', 'as an answer'],
  ])('%s is refused', async (subject, body) => {
    expect(await ask(await bare('mal', role), subject, body)).toMatch(/permissions violation/i);
  });

  it.each(['_INBOX.ann.>', '_INBOX.>', 'claimcheck.rights.act.*', 'claimcheck.>', '$JS.>'])(
    'hears nothing of %s',
    async (subject) => {
      const connection = await bare('mal', role);
      const refused = new Promise<Error | null>((done) => {
        connection.subscribe(subject, { callback: (error) => done(error) });
      });
      expect(String(await refused)).toMatch(/permissions violation/i);
    },
  );
});

it('a viewer reads, and writes nothing but own entries, of which readers take that they leave', async () => {
  const log = members.open('vic', 'viewer');
  expect((await read(log, 0, 1))[0]).toMatchObject({ member: 'ann' });
  expect(textOf((await log.getObject('codes')) as Uint8Array)).toBe('sealed');
  expect(await log.append('v', bytesOf('v'))).toBeGreaterThan(0);
  await expect(log.putObject('v', bytesOf('v'))).rejects.toMatchObject({
    kind: 'refused',
    data: { what: 'right' },
  });
  // Refused, and still there.
  expect((await log.bounds()).last).toBeGreaterThan(0);
});

it('what the engine answers can be sent anywhere, and does no harm there', async () => {
  const mal = await bare('mal', 'giver');
  const before = { log: await ann.bounds(), codes: await ann.getObject('codes') };
  const questions: [string, string][] = [
    [`$JS.API.STREAM.MSG.GET.${logStream}`, JSON.stringify({ seq: 1 })],
    [`$JS.API.STREAM.MSG.GET.${objectStream}`, JSON.stringify({ seq: 1 })],
    [`$JS.API.STREAM.INFO.${logStream}`, ''],
    // Is answered with `{"stream":…,"seq":…}`, which other servers' streams read as what to delete.
    ['claimcheck.rights.act.mal', '{"seq":1}'],
    ['claimcheck.rights.obj.mal.x', '{"seq":1}'],
  ];
  const targets = [logStream, objectStream].flatMap((stream) =>
    ['PURGE', 'DELETE', 'UPDATE', 'MSG.DELETE', 'LEADER.STEPDOWN'].map(
      (act) => `$JS.API.STREAM.${act}.${stream}`,
    ),
  );
  for (const reply of [...targets, 'claimcheck.rights.act.ann', 'claimcheck.rights.obj.ann.gone.codes'])
    for (const [subject, body] of questions) mal.publish(subject, body, { reply });
  await mal.flush();
  await sleep(1000);
  const { first, last, born } = await ann.bounds();
  expect({ first, born }).toEqual({ first: before.log.first, born: before.log.born });
  const entries = await read(members.open('una', 'viewer'), 0, last);
  expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: last }, (_, n) => n + 1));
  // What came in by such a detour has nobody's name.
  const known = entries.filter((entry) => entry.member !== '');
  expect(known.map((entry) => entry.member)).toEqual(['ann', 'vic']);
  expect(entries.length).toBeGreaterThan(known.length);
  expect(await ann.getObject('codes')).toEqual(before.codes);
});

it('credentials that end in the middle end the log with "refused", and none live longer than two weeks', async () => {
  const log = members.with('eva', cluster.credentials('eva', 'giver', 3 / (24 * 60 * 60)), 'giver');
  const states: LogState[] = [];
  log.onState((state) => states.push(state));
  const place = await log.append('in-time', bytesOf('in time'));
  const following = problemOf(read(log, place, 1, 20_000));
  expect(await following).toMatchObject({ kind: 'refused', data: { what: 'credentials' } });
  await expect(log.append('too-late', bytesOf('late'))).rejects.toMatchObject({ kind: 'refused' });
  expect(states.at(-1)).toBe('refused');
  expect(() => cluster.credentials('eva', 'giver', longestDays + 0.01)).toThrow(RangeError);
});

it('credentials that nobody of the team signed are refused', async () => {
  const { jwt } = cluster.credentials('ann', 'owner');
  const seed = new TextDecoder().decode(nkeys.createUser().getSeed());
  const log = members.with('ann', { jwt, seed }, 'giver');
  await expect(log.bounds()).rejects.toMatchObject({ kind: 'refused', data: { what: 'credentials' } });
});

it('credentials that are revoked end at once', async () => {
  const credentials = cluster.credentials('gus', 'giver');
  const log = members.with('gus', credentials, 'giver');
  const place = await log.append('gus', bytesOf('gus'));
  const following = problemOf(read(log, place, 1, 20_000));
  await cluster.revoke([credentials.publicKey]);
  expect(await following).toMatchObject({ kind: 'refused' });
  expect((await ann.bounds()).last).toBe(place);
});

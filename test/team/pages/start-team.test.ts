import { beforeEach, expect, it } from 'vitest';
import { newEngineKeys } from '../../../src/team/access/accounts';
import { newKey, publicKeyOf } from '../../../src/team/access/jwt';
import {
  addressFault,
  chooseSync,
  chooseWhere,
  filesNow,
  giveUp,
  hostedFaults,
  prepare,
  start,
} from '../../../src/team/pages/start-team';
import { addressesIn, nameIn } from '../../../src/team/pages/typed';
import { isSeated } from '../../../src/team/seat/seat';
import { ABrowser, FakeEngine, refusal } from './a-browser';

let engine: FakeEngine;
let olga: ABrowser;
beforeEach(async () => {
  engine = new FakeEngine();
  olga = await ABrowser.open(engine);
});

it('reads addresses as people type them', () => {
  expect(addressesIn(' wss://a.example.com/\nb.example.com:8443, wss://a.example.com ').addresses).toEqual([
    'wss://a.example.com',
    'wss://b.example.com:8443',
  ]);
  expect(addressesIn('https://a.example.com ws://b wss://u:p@c').wrong).toEqual([
    'https://a.example.com',
    'ws://b',
    'wss://u:p@c',
  ]);
});

it('says what is wrong with addresses', () => {
  expect(addressFault('wss://a.example.com')).toBe(null);
  expect(addressFault(' \n')?.key).toBe('teamAddressNone');
  expect(addressFault('wss://a.example.com http://b')).toMatchObject({ values: { address: 'http://b' } });
  const many = Array.from({ length: 11 }, (_, at) => `wss://e${at}.example.com`).join('\n');
  expect(addressFault(many)?.key).toBe('teamAddressMany');
});

it('takes only names that others can read', async () => {
  expect(nameIn('  Olga ')).toBe('Olga');
  for (const name of ['', '  ', 'a\u202eb', 'x'.repeat(61)]) {
    expect(nameIn(name)).toBe(null);
    expect(await refusal(prepare(olga, name, 1))).toMatch(/^Enter a name/);
  }
  expect(await olga.seats.read()).toBe(null);
});

it('keeps what was prepared when the page is closed, and never makes a second one over it', async () => {
  await prepare(olga, 'Olga', 3);
  const { team } = olga.seat;
  const again = await ABrowser.open(engine, olga.name);
  expect(again.seat).toMatchObject({ team, owner: { machines: 3 } });
  expect(await refusal(prepare(again, 'Olga', 1))).toMatch(/already/);
  await chooseWhere(again, 1);
  expect(again.seat).toMatchObject({ team, owner: { machines: 1 } });
  expect((await filesNow(again)).map(({ name }) => name)).toEqual(['nats-one.conf']);
});

it('stays where it was while no engine answers, or one that has other files, and starts once it does', async () => {
  await prepare(olga, 'Olga', 3);
  engine.answers = 'never';
  expect(await refusal(start(olga, 'wss://a.example.com', engine.connect))).toMatch(/No engine answers/);
  engine.answers = 'refused';
  expect(await refusal(start(olga, 'wss://a.example.com', engine.connect))).toMatch(/doesn’t know this team/);
  const reopened = await ABrowser.open(engine, olga.name);
  expect(isSeated(reopened.seat)).toBe(false);
  expect(reopened.seat.engines).toEqual(['wss://a.example.com']);
  engine.answers = 'well';
  await start(reopened, 'wss://b.example.com', engine.connect);
  expect(isSeated(reopened.seat)).toBe(true);
  expect(engine.asked.at(-1)).toMatchObject({ servers: ['wss://b.example.com'], create: { replicas: 3 } });
  expect(reopened.members.all[reopened.seat.me.card.id]).toMatchObject({ role: 'owner' });
});

it('founds the team once, also where two pages start it', async () => {
  await prepare(olga, 'Olga', 1);
  const other = await ABrowser.open(engine, olga.name);
  await Promise.all([olga, other].map((page) => start(page, 'a.example.com', engine.connect)));
  await start(olga, 'a.example.com', engine.connect);
  expect(engine.entries.length).toBeLessThanOrEqual(2);
  await olga.readSeat();
  await other.readSeat();
  expect(other.members).toEqual(olga.members);
  expect(Object.keys(olga.members.all)).toEqual([olga.seat.me.card.id]);
});

it('takes the keys of an account that a company runs, and says which of them is none', async () => {
  const company = newEngineKeys();
  const account = publicKeyOf(company.accountSeed);
  const { signingSeed } = company;
  expect(hostedFaults({ account, signingSeed })).toEqual({});
  expect(hostedFaults({ account: ` ${account}\n`, signingSeed })).toEqual({});
  for (const other of ['', 'A', newKey('user').publicKey, signingSeed])
    expect(Object.keys(hostedFaults({ account: other, signingSeed }))).toEqual(['account']);
  for (const other of ['', 'SA', newKey('user').seed, account])
    expect(Object.keys(hostedFaults({ account, signingSeed: other }))).toEqual(['signingSeed']);
  await prepare(olga, 'Olga', 'hosted');
  expect(await filesNow(olga)).toEqual([]);
  expect(await refusal(start(olga, 'a.example.com', engine.connect, { account, signingSeed: '' }))).toMatch(
    /begins with SA/,
  );
  await start(olga, 'a.example.com', engine.connect, { account, signingSeed });
  const [, claims = ''] = (olga.seat.token ?? '').split('.');
  expect(JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')))).toMatchObject({
    iss: publicKeyOf(signingSeed),
    nats: { issuer_account: account },
  });
});

it('leaves out of the files what an older server refuses', async () => {
  await prepare(olga, 'Olga', 1);
  const text = async () => (await filesNow(olga))[0]?.text;
  expect(await text()).not.toContain('sync_interval');
  await chooseSync(olga, true);
  expect(await text()).toContain('sync_interval: always');
  // Also in files that are saved anew weeks later.
  await start(olga, 'a.example.com', engine.connect);
  const again = await ABrowser.open(engine, olga.name);
  expect((await filesNow(again))[0]?.text).toContain('sync_interval: always');
});

it('makes files anew with the addresses of the team, once it has them', async () => {
  await prepare(olga, 'Olga', 3);
  const inFiles = async (what: RegExp) => (await filesNow(olga)).map(({ text }) => text.match(what)?.[1]);
  const port = /websocket \{\n {2}listen: "0\.0\.0\.0:(\d+)"/;
  const advertised = /advertise: "(.+):6222"/;
  const machines = ['one', 'two', 'three'];
  const asked = machines.map((name) => `${name}.example.com`);
  // What was typed may be wrong until the team is started there.
  engine.answers = 'never';
  await refusal(start(olga, 'wss://a.acme.test', engine.connect));
  expect(await inFiles(advertised)).toEqual(asked);
  engine.answers = 'well';
  await start(olga, 'wss://a.acme.test:8443 wss://b.acme.test wss://c.acme.test:9443', engine.connect);
  expect(await inFiles(port)).toEqual(['8443', '443', '9443']);
  const own = ['a.acme.test', 'b.acme.test', 'c.acme.test'];
  expect(await inFiles(advertised)).toEqual(own);
  expect(await inFiles(/^# For (.+?)\. If/)).toEqual(own);
  for (const { text } of await filesNow(olga)) {
    expect(text).not.toContain('example.com');
    for (const host of own) expect(text).toContain(`@${host}:6222"`);
  }
  // Three machines behind one address: nobody knows theirs.
  await olga.seats.change((seat) => ({ ...seat, engines: ['wss://acme.test:8443'] }));
  await olga.readSeat();
  expect(await inFiles(advertised)).toEqual(asked);
  expect(await inFiles(port)).toEqual(['443', '443', '443']);
});

it('gives up what isn’t done, and nothing that is', async () => {
  await prepare(olga, 'Olga', 1);
  await giveUp(olga);
  expect(olga.state.seat).toBe(null);
  await prepare(olga, 'Olga', 1);
  await start(olga, 'a.example.com', engine.connect);
  await giveUp(olga);
  expect(isSeated(olga.seat)).toBe(true);
});

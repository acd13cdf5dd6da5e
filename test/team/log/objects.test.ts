import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TeamLog } from '../../../src/team/log/log';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';
import { bytesOf, Members, textOf } from './members';

let cluster: Cluster;
let members: Members;
let ann: TeamLog;
let bob: TeamLog;

beforeAll(async () => {
  cluster = await Cluster.start({ team: 'objects' });
  trust(cluster.certificate);
  members = new Members(cluster);
  ann = members.open('ann', 'owner');
  bob = members.open('bob');
  await ann.bounds();
});

afterAll(async () => {
  await members?.close();
  await cluster?.stop();
});

it('keeps 30 MB, byte for byte, for another member', async () => {
  const bytes = new Uint8Array(randomBytes(30 * 1024 * 1024 + 7));
  await ann.putObject('big', bytes);
  const back = await bob.getObject('big');
  expect(Buffer.compare(Buffer.from(back as Uint8Array), Buffer.from(bytes))).toBe(0);
});

it('keeps what is empty, and has nothing under other names', async () => {
  await ann.putObject('empty', new Uint8Array());
  expect(await bob.getObject('empty')).toEqual(new Uint8Array());
  expect(await bob.getObject('none')).toBeNull();
  await expect(bob.getObject('no.name')).rejects.toThrow(RangeError);
});

it('writes a name once: what came first stays, whoever else writes', async () => {
  await ann.putObject('first', bytesOf('first'));
  await bob.putObject('first', bytesOf('second'));
  expect(textOf((await bob.getObject('first')) as Uint8Array)).toBe('first');
  // What each laid there is there for whoever asks for theirs.
  for (const [by, text] of [
    ['ann', 'first'],
    ['bob', 'second'],
  ] as const)
    expect(textOf((await ann.getObject('first', by)) as Uint8Array)).toBe(text);
  expect(await ann.getObject('first', 'cem')).toBeNull();
  await expect(ann.getObject('first', '*')).rejects.toThrow(RangeError);
  expect(await bob.namesBy('ann')).toEqual(['big', 'empty', 'first']);
  expect(await ann.namesBy('bob')).toEqual(['first']);
});

it('is whole or not at all', async () => {
  const given = new AbortController();
  const putting = ann.putObject('half', new Uint8Array(8 * 1024 * 1024), given.signal);
  given.abort();
  await expect(putting).rejects.toMatchObject({ kind: 'unreachable' });
  expect(await bob.getObject('half')).toBeNull();
  await ann.putObject('half', bytesOf('whole now'));
  expect(textOf((await bob.getObject('half')) as Uint8Array)).toBe('whole now');
});

it('is put and read while a machine is killed', async () => {
  const bytes = new Uint8Array(randomBytes(8 * 1024 * 1024));
  const putting = ann.putObject('through', bytes);
  await cluster.kill(2);
  await putting;
  const reading = bob.getObject('through');
  await cluster.restart(2);
  expect(Buffer.compare(Buffer.from((await reading) as Uint8Array), Buffer.from(bytes))).toBe(0);
});

it('is deleted by who put it, and by nobody else', async () => {
  await bob.putObject('bobs', bytesOf('x'));
  await expect(ann.deleteObject('bobs')).rejects.toMatchObject({ kind: 'refused' });
  expect(await ann.getObject('bobs')).toEqual(bytesOf('x'));
  await bob.deleteObject('bobs');
  expect(await ann.getObject('bobs')).toBeNull();
  await bob.deleteObject('bobs');
  await bob.deleteObject('never-there');
});

it('leaves on the disks what was given to it, and no key', async () => {
  await ann.append('disk', bytesOf('given to the log'));
  await ann.putObject('disk', bytesOf('given as an object'));
  const texts = cluster.disks.map(allOf);
  for (const given of ['given to the log', 'given as an object']) {
    // A majority has it.
    expect(texts.filter((text) => text.includes(given)).length).toBeGreaterThanOrEqual(2);
  }
  for (const seed of Object.values(cluster.keys)) {
    expect(texts.some((text) => text.includes(String(seed)))).toBe(false);
  }
});

/** All that a machine has on its disk, names of files too. */
function allOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${path}\n${readFileSync(path, 'latin1')}` : path;
    })
    .join('\n');
}

import { expect, it } from 'vitest';
import { sortOut } from '../../../src/actions/backup/ours';
import { seal } from '../../../src/files';

const made = async (kind: 'backup' | 'hand-over', passphrase: string | null) =>
  new File([(await seal(kind, ['x'], { madeAt: '2026-05-03T10:00:00.000Z', passphrase })) as never], 'f');
const list = new File(['7GAA-BBBBBB-CCCCCC'], 'codes.txt');

it('tells a backup or handover file from lists, locked or not, whatever it is called', async () => {
  const copy = await made('backup', null);
  expect(await sortOut([list, copy])).toEqual({ ours: { file: copy, kind: 'backup' }, others: [list] });
  const given = await made('hand-over', 'blue garlic 7');
  expect((await sortOut([given])).ours?.kind).toBe('hand-over');
  expect(await sortOut([list])).toEqual({ ours: null, others: [list] });
});

it('leaves one that can’t be read to be refused in words', async () => {
  const newer = new File(['{"claimcheck":"backup","format":99}\n'], 'f.claimcheck');
  expect(await sortOut([newer])).toEqual({ ours: null, others: [newer] });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seal, sealedHead, unseal } from '../../../src/files';
import { listPromotions, planRestore, readBackup, restoreBackup, selfCheck } from '../../../src/ledger/index';
import { wordedNow } from '../../worded';
import { freshLedger, rowsOf } from '../helpers';

const stored = (name: string) => new Uint8Array(readFileSync(new URL(name, import.meta.url)));
const passphrase = 'Füße 12';

describe('a file saved in any format so far', () => {
  it.each([
    ['backup-1.claimcheck', null, []],
    ['backup-1-locked.claimcheck', passphrase, []],
    ['backup-2.claimcheck', null, ['settings']],
    ['backup-2-locked.claimcheck', passphrase, ['settings']],
    ['backup-3.claimcheck', null, ['settings']],
    ['backup-3-locked.claimcheck', passphrase, ['settings']],
  ])('%s is still loaded', async (name, key, kept) => {
    const bytes = stored(name);
    expect(sealedHead(name, bytes)).toEqual({
      ...{ kind: 'backup', madeAt: '2026-05-03T10:00:00.000Z', locked: key !== null },
    });
    const backup = await readBackup(await unseal(name, bytes, 'backup', key));
    expect((backup.kept as { key: string }[]).map((row) => row.key)).toEqual(kept);
    const db = await freshLedger();
    await restoreBackup(db, await planRestore(db, backup, '2026-05-03T10:00:00.000Z'), '');
    const garlic = (await listPromotions(db)).find(({ promotion }) => promotion.trackingId === 'IG-01');
    expect(garlic?.counts).toEqual({
      ...{ total: 8, available: 0, held: 4, issued: 3, void: 1, moved: 0 },
      ...{ redeemed: 1, redeemedKnown: true },
    });
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('a file saved with lists of people', () => {
  it('is loaded with them', async () => {
    const bytes = stored('backup-4.claimcheck');
    const backup = await readBackup(await unseal('f', bytes, 'backup', null));
    const db = await freshLedger();
    await restoreBackup(db, await planRestore(db, backup, '2026-05-03T10:00:00.000Z'), '');
    const [found] = await listPromotions(db);
    const rows = await rowsOf(db, found?.promotion.id ?? '');
    expect(rows.slice(0, 4).map((row) => [row.state, row.issuedTo, row.channel])).toEqual([
      ['issued', 'Anne', 'Newsletter'],
      ['void', 'Bert', 'Newsletter'],
      ['issued', 'Carl', 'Newsletter'],
      ['held', '', ''],
    ]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('a file of ours', () => {
  const options = { madeAt: '2026-05-03T10:00:00.000Z', passphrase: null };
  const lines = ['one', 'zwei 語', ''];

  it('gives back its lines, locked or not', async () => {
    for (const key of [null, passphrase]) {
      const bytes = await seal('hand-over', lines, { ...options, passphrase: key });
      expect(await unseal('f', bytes, 'hand-over', key)).toEqual(lines);
    }
  });

  it('shows nothing of what it holds when it is locked', async () => {
    const bytes = await seal('backup', ['AAAA-BBBBBB-CCCCCC'], { ...options, passphrase });
    expect(new TextDecoder().decode(bytes)).not.toContain('AAAA');
    await expect(unseal('f', bytes, 'backup', null)).rejects.toMatchObject({ code: 'locked' });
    await expect(unseal('f', bytes, 'backup', 'Fusse 12')).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    // Typed where letters are composed of parts, it is the same passphrase.
    expect(await unseal('f', bytes, 'backup', passphrase.normalize('NFD'))).toHaveLength(1);
  });

  it('is refused when any of its bytes differs or is missing', async () => {
    for (const key of [null, passphrase]) {
      const bytes = await seal('backup', lines, { ...options, passphrase: key });
      const first = bytes.indexOf(10) + 1;
      for (let at = first; at < bytes.length; at++) {
        const spoilt = bytes.slice();
        spoilt[at] = (spoilt[at] ?? 0) ^ 1;
        await expect(unseal('f', spoilt, 'backup', key)).rejects.toMatchObject({ code: 'damaged' });
      }
      await expect(unseal('f', bytes.slice(0, -1), 'backup', key)).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  it('is told from other files, other kinds and newer ones', async () => {
    const bytes = await seal('backup', lines, options);
    const text = new TextDecoder('latin1').decode(bytes);
    const newer = Uint8Array.from(text.replace('"format":5', '"format":6'), (letter) => letter.charCodeAt(0));
    expect(() => wordedNow(() => sealedHead('f', newer))).toThrow(/newer version of Claimcheck/);
    expect(() => wordedNow(() => sealedHead('f', new TextEncoder().encode('code\nA\n')))).toThrow(
      /wasn’t saved by Claimcheck/,
    );
    expect(() => wordedNow(() => sealedHead('f', new Uint8Array()))).toThrow(/wasn’t saved by Claimcheck/);
    await expect(unseal('f', bytes, 'hand-over', null)).rejects.toMatchObject({ code: 'not-ours' });
  });
});

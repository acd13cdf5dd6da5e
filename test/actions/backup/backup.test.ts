import { beforeEach, expect, it, vi } from 'vitest';
import {
  handOverFile,
  handOverFileAgain,
  loadCopy,
  planLoading,
  saveEverything,
  takeOver,
} from '../../../src/actions/backup/backup';
import type { KeptItem } from '../../../src/actions/backup/kept-item';
import { localPool } from '../../../src/actions/local-pool';
import { defaultSwitches } from '../../../src/domain/alerts/switches';
import { confirmedWordsKey } from '../../../src/domain/taught';
import { type Db, listHandOvers } from '../../../src/ledger';
import { alertSwitches, saveSwitches } from '../../../src/stored/alerts/alert-switches';
import { loadLessons } from '../../../src/stored/lessons';
import { loadSettings, saveSettings } from '../../../src/stored/settings';
import { codes, freshLedger, importCodes } from '../../ledger/helpers';
import { worded } from '../../worded';
import { browser, done, forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-platform')).browser,
}));
vi.mock('../../../src/platform/download', async () => ({
  downloadText: (await import('../fake-platform')).downloadText,
}));

beforeEach(forget);

/** Saves everything, loses this computer, and loads it into `db`; how many settings came with it. */
async function savedAndLoaded(
  db: Db,
  meanwhile: () => Promise<void>,
  ticked: (item: KeptItem) => boolean = () => true,
): Promise<number> {
  await saveEverything(localPool(await freshLedger()), '');
  const file = new File([done.downloads[0]?.blob ?? ''], 'copy');
  forget();
  await meanwhile();
  const loading = await planLoading(localPool(db), file, '', () => {});
  return (await loadCopy(localPool(db), loading, loading.kept.filter(ticked))).settings;
}

it('saves the settings and what was taught, and brings them back', async () => {
  await saveSettings({ maxPercentOff: 30, yourName: 'Mia', channels: ['Instagram'] });
  await browser.storage.local.set({ [confirmedWordsKey]: ['combinability Nicht kombinierbar'] });
  expect(await savedAndLoaded(await freshLedger(), async () => {})).toBe(4);
  expect(await loadSettings()).toMatchObject({ maxPercentOff: 30, yourName: 'Mia', channels: ['Instagram'] });
  expect((await loadLessons()).words).toMatchObject([{ word: 'Nicht kombinierbar' }]);
});

it('brings back what was decided of alerts; what tells less is asked for', async () => {
  await saveSwitches({
    notify: true,
    quiet: { from: 22 * 60, to: 8 * 60 },
    low: { codes: 2, percent: 10, days: 3 },
    levels: { 'ends-soon': 'off', 'goes-live': 'notify' },
    muted: { p: ['leak'] },
  });
  const words: unknown[] = [];
  const tick = ({ id, text, weakens }: KeptItem) => words.push([id, text, weakens]) > 0 && !weakens;
  expect(await savedAndLoaded(await freshLedger(), async () => {}, tick)).toBe(1);
  expect(words).toEqual([
    ['alerts quiet', 'Quiet hours: 10:00 PM to 8:00 AM', false],
    ['alerts low', 'Running low: codes left 2, percent left 10, days left 3', true],
    [
      'alerts levels',
      expect.stringMatching(
        /Ends soon with many codes out \(Off\).* Just went live \(Home and notification\)/,
      ),
      true,
    ],
    ['alerts muted', 'Alerts turned off for 1 promotion', true],
  ]);
  // Each computer is asked for its own notifications.
  expect(await alertSwitches.read()).toEqual({ ...defaultSwitches, quiet: { from: 1320, to: 480 } });
});

it('takes a copy of alerts over whole, but nothing that is decided here or not sound', async () => {
  const levels = { 'ends-soon': 'off' as const };
  await saveSwitches({ levels, low: { codes: 9, percent: 10, days: 3 }, muted: { p: ['leak'] } });
  const { alertSwitches: told } = await browser.storage.local.get('alertSwitches');
  await browser.storage.local.set({ alertSwitches: { ...(told as object), quiet: { from: -5, to: 8 } } });
  const meanwhile = () => saveSwitches({ notify: true, muted: { q: ['leak'] } });
  expect(await savedAndLoaded(await freshLedger(), meanwhile)).toBe(2);
  expect(await alertSwitches.read()).toEqual({
    ...{ notify: true, quiet: null, levels, low: { codes: 9, percent: 10, days: 3 } },
    muted: { q: ['leak'] },
  });
});

it('changes nothing that was decided here', async () => {
  await saveSettings({ maxPercentOff: 30, yourName: 'Mia', guard: false });
  await browser.storage.local.set({ [confirmedWordsKey]: ['combinability one'] });
  const meanwhile = async () => {
    await saveSettings({ maxPercentOff: 20 });
    await browser.storage.local.set({ [confirmedWordsKey]: ['combinability two'] });
  };
  const harmless = (item: KeptItem) => !item.weakens;
  expect(await savedAndLoaded(await freshLedger(), meanwhile, harmless)).toBe(1);
  expect(await loadSettings()).toMatchObject({ maxPercentOff: 20, yourName: 'Mia', guard: true });
  expect((await loadLessons()).words).toMatchObject([{ word: 'two' }]);
});

it('says so where there was nothing to bring', async () => {
  await saveSettings({ maxPercentOff: 30 });
  const meanwhile = async () => void (await saveSettings({ maxPercentOff: 30 }));
  expect(await savedAndLoaded(await freshLedger(), meanwhile)).toBe(0);
});

it('asks one by one for what would weaken a check, and takes nothing that is not sound', async () => {
  await browser.storage.local.set({
    settings: {
      maxPercentOff: 90,
      maxRunDays: 7,
      maxOrderQuantity: 1e9,
      guard: false,
      channels: [5],
      lastMarketplace: 'constructor',
    },
    [confirmedWordsKey]: ['combinability one', 5],
    confirmedQuantities: { A: '2026-05-03T10:00:00.000Z', B: 'yesterday' },
    taught: [{ page: 'create' }],
  });
  await saveEverything(localPool(await freshLedger()), '');
  const file = new File([done.downloads[0]?.blob ?? ''], 'copy');
  forget();
  const { kept } = await planLoading(localPool(await freshLedger()), file, '', () => {});
  expect(kept.map(({ id, weakens }) => [id, weakens])).toEqual([
    ['setting maxPercentOff', true],
    ['setting maxRunDays', false],
    ['setting guard', true],
    ['quantity A', true],
  ]);
});

it('makes the file of a handover again, and says in it that it is for one person', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(9));
  await handOverFile(localPool(db), promotionId, { count: 4, to: 'Kim', passphrase: 'blue garlic' });
  const [given] = await listHandOvers(db, promotionId);
  expect(given).toMatchObject({ to: 'Kim', count: 4 });
  await handOverFileAgain(localPool(db), given?.file ?? '', 'green garlic');
  for (const download of done.downloads)
    expect(await download.text).toContain('Two people who load this file would hold the same codes');
  expect(done.downloads.map((each) => each.name)).toEqual([done.downloads[0]?.name, done.downloads[0]?.name]);
  const file = new File([done.downloads[1]?.blob ?? ''], 'hand-over');
  const passphrase = 'green garlic';
  // Whether a colleague has it, too, only the seller can tell.
  expect(await takeOver(localPool(db), file, { passphrase, nobody: false })).toEqual({ away: 4 });
  expect(await listHandOvers(db, promotionId)).toHaveLength(1);
  expect(await takeOver(localPool(db), file, { passphrase, nobody: true })).toMatchObject({ returned: 4 });
  expect(await listHandOvers(db, promotionId)).toEqual([]);
  // Codes that are left here again must not go out in a file, too.
  await expect(worded(handOverFileAgain(localPool(db), given?.file ?? '', 'green garlic'))).rejects.toThrow(
    'came back',
  );
});

import { beforeEach, expect, it, vi } from 'vitest';
import {
  handOverFile,
  handOverFileAgain,
  loadCopy,
  planLoading,
  saveEverything,
  takeOver,
} from '../../src/actions/keeping';
import { loadLessons } from '../../src/actions/taught';
import { confirmedWordsKey } from '../../src/domain/taught';
import { type Db, listHandOvers } from '../../src/ledger';
import { loadSettings, saveSettings } from '../../src/platform/settings';
import { codes, freshLedger, importCodes } from '../ledger/helpers';
import { browser, done, forget } from './fake-platform';

vi.mock('../../src/platform/native', async () => ({ browser: (await import('./fake-platform')).browser }));
vi.mock('../../src/platform/browser', async () => ({ browser: (await import('./fake-platform')).browser }));
vi.mock('../../src/platform/download', async () => ({
  downloadText: (await import('./fake-platform')).downloadText,
}));

beforeEach(forget);

/** Saves everything, loses this computer, and loads it into `db`; whether settings came with it. */
async function savedAndLoaded(db: Db, meanwhile: () => Promise<void>): Promise<boolean> {
  await saveEverything(await freshLedger(), '');
  const file = new File([done.downloads[0]?.blob ?? ''], 'copy');
  forget();
  await meanwhile();
  return (await loadCopy(db, await planLoading(db, file, '', () => {}))).settings;
}

it('saves the settings and what was taught, and brings them back', async () => {
  await saveSettings({ maxPercentOff: 30, yourName: 'Mia', channels: ['Instagram'] });
  await browser.storage.local.set({ [confirmedWordsKey]: ['combinability Nicht kombinierbar'] });
  expect(await savedAndLoaded(await freshLedger(), async () => {})).toBe(true);
  expect(await loadSettings()).toMatchObject({ maxPercentOff: 30, yourName: 'Mia', channels: ['Instagram'] });
  expect((await loadLessons()).words).toMatchObject([{ word: 'Nicht kombinierbar' }]);
});

it('changes nothing that was decided here', async () => {
  await saveSettings({ maxPercentOff: 30, yourName: 'Mia', guard: false });
  await browser.storage.local.set({ [confirmedWordsKey]: ['combinability one'] });
  const meanwhile = async () => {
    await saveSettings({ maxPercentOff: 20 });
    await browser.storage.local.set({ [confirmedWordsKey]: ['combinability two'] });
  };
  expect(await savedAndLoaded(await freshLedger(), meanwhile)).toBe(true);
  expect(await loadSettings()).toMatchObject({ maxPercentOff: 20, yourName: 'Mia', guard: false });
  expect((await loadLessons()).words).toMatchObject([{ word: 'two' }]);
});

it('says so where there was nothing to bring', async () => {
  await saveSettings({ maxPercentOff: 30 });
  const meanwhile = async () => void (await saveSettings({ maxPercentOff: 30 }));
  expect(await savedAndLoaded(await freshLedger(), meanwhile)).toBe(false);
});

it('makes the file of a hand-over again, and says in it that it is for one person', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(9));
  await handOverFile(db, promotionId, { count: 4, to: 'Kim', passphrase: 'blue garlic' });
  const [given] = await listHandOvers(db, promotionId);
  expect(given).toMatchObject({ to: 'Kim', count: 4 });
  await handOverFileAgain(db, given?.file ?? '', 'green garlic');
  for (const download of done.downloads)
    expect(await download.text).toContain('Two people who load this file would hold the same codes');
  expect(done.downloads.map((each) => each.name)).toEqual([done.downloads[0]?.name, done.downloads[0]?.name]);
  const file = new File([done.downloads[1]?.blob ?? ''], 'hand-over');
  await takeOver(db, file, 'green garlic');
  expect(await listHandOvers(db, promotionId)).toEqual([]);
  // Codes that are left here again must not go out in a file, too.
  await expect(handOverFileAgain(db, given?.file ?? '', 'green garlic')).rejects.toThrow('came back');
});

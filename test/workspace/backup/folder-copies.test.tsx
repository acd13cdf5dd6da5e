// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { saveEverything } from '../../../src/actions/backup/backup';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, issueNext, updatePromotion } from '../../../src/ledger';
import { StartNotes } from '../../../src/workspace/StartNotes';
import { forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, to } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/download', async () => ({
  downloadText: (await import('../../actions/fake-platform')).downloadText,
}));
vi.mock('../../../src/platform/folder', () => ({
  FolderGone: class extends Error {},
  canUseFolder: () => true,
  chosenFolder: async () => ({ name: 'Copies' }),
  mayWrite: async () => folder.allowed,
  writeFile: async (_folder: unknown, name: string) => {
    if (folder.fails) throw new DOMException('The folder is gone.', 'NotFoundError');
    folder.written.push(name);
  },
}));

const folder = { allowed: true, fails: false, written: [] as string[] };
const told = () => document.querySelector('[data-testid="folder-fault"]')?.textContent ?? '';
let db: Db;
let id: string;

beforeEach(async () => {
  forget();
  Object.assign(folder, { allowed: true, fails: false, written: [] });
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  db = await freshLedger();
  id = (await importCodes(db, codes(5))).promotionId;
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = () => render(<StartNotes pool={localPool(db)} />, document.body);
const copies = (count: number) => vi.waitUntil(() => folder.written.length === count, { timeout: 20_000 });
/** Lets everything that was begun come to its end, then that much time go by. */
async function pass(ms: number): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(ms);
}

it('copies what changed while no page was open, then gathers what changes, and copies nothing twice', async () => {
  open();
  await copies(1);
  await pass(60_000);
  expect(folder.written).toHaveLength(1);
  await issueNext(db, id, 1, to('Anna'));
  await issueNext(db, id, 1, to('Ben'));
  await pass(60_000);
  await copies(2);
  await pass(60_000);
  expect(folder.written).toHaveLength(2);
});

it('copies what was saved by hand meanwhile, and what is no code', async () => {
  open();
  await copies(1);
  await issueNext(db, id, 1, to('Anna'));
  await saveEverything(localPool(db), '');
  await pass(60_000);
  await copies(2);
  await updatePromotion(db, id, { template: 'Hi {code}' });
  await pass(60_000);
  await copies(3);
});

it('says so when the browser asks again, and when the folder fails, until it works', async () => {
  folder.allowed = false;
  open();
  await eventually(() => expect(told()).toContain('Click Allow again in Settings'));
  Object.assign(folder, { allowed: true, fails: true });
  await issueNext(db, id, 1, to('Anna'));
  await pass(5000);
  await eventually(() => expect(told()).toContain('The folder is gone. Choose the folder again'));
  expect(folder.written).toEqual([]);
  folder.fails = false;
  await issueNext(db, id, 1, to('Ben'));
  await pass(5000);
  await copies(1);
  await eventually(() => expect(told()).toBe(''));
});

// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { saveEverything } from '../../../src/actions/backup/backup';
import { localPool } from '../../../src/actions/local-pool';
import { loadSettings } from '../../../src/stored/settings';
import { LoadCopy } from '../../../src/workspace/backup/LoadCopy';
import { browser, done, forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';
import { freshLedger } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/download', async () => ({
  downloadText: (await import('../../actions/fake-platform')).downloadText,
}));

afterEach(() => render(null, document.body));

const test = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];

it('shows each setting of a copy; what weakens a check is taken only once it is checked', async () => {
  forget();
  await browser.storage.local.set({ settings: { maxPercentOff: 90, maxRunDays: 7, guard: false } });
  await saveEverything(localPool(await freshLedger()), '');
  const file = new File([done.downloads[0]?.blob ?? ''], 'copy');
  forget();
  const db = await freshLedger();
  render(<LoadCopy pool={localPool(db)} given={null} onTaken={() => undefined} />, document.body);
  const [input] = test('load-file') as HTMLInputElement[];
  Object.defineProperty(input, 'files', { value: [file] });
  input?.dispatchEvent(new Event('change', { bubbles: true }));
  await eventually(() => expect(test('kept-item')).toHaveLength(3));
  const ticks = test('kept-item').map((item) => [
    item.textContent?.trim(),
    item.dataset.weakens,
    item.querySelector('input')?.checked,
  ]);
  expect(ticks).toEqual([
    ['Longest run: 7 days', 'false', true],
    ['Highest discount: 90%', 'true', false],
    ['Review and Submit aren’t stopped when something is wrong', 'true', false],
  ]);
  test('kept-item')[1]?.querySelector('input')?.click();
  // Until it is drawn again.
  await new Promise((resolve) => setTimeout(resolve));
  test('load-confirm')[0]?.click();
  await eventually(() => expect(test('load-told')[0]?.textContent).toContain('The settings you checked'));
  expect(await loadSettings()).toMatchObject({ maxPercentOff: 90, maxRunDays: 7, guard: true });
});

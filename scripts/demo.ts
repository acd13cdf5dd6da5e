import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Harness, launch, type Page } from '../test/browser/harness/index.ts';
import { overlayState } from '../test/browser/overlay-state.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from '../test/browser/seller.ts';

const folder = resolve('out/demo');
const name = 'Garlic-IG-01';
const popupSize = { width: 360, height: 600 };
let steps = 0;

/** With a screen: a browser to play with. Without: the whole job, told step by step. */
const hasScreen =
  process.env.CI === undefined &&
  (process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));
await (hasScreen ? play() : tell());

async function play(): Promise<void> {
  const harness = await launch('chromium', { extension: 'dist/chrome', headless: false, clipboard: false });
  await harness.open('/promotions/new?type=PERCENTAGE_OFF');
  console.log(`
A browser is open with Claimcheck and a replica of Seller Central.
  1. Fill in the form; the panel at the right judges it as you go.
  2. Click Review, then Submit, then open the promotion and click Manage claim codes.
  3. Enter a group name and a quantity, click Create, reload until it says Ready, click Capture codes.
  4. Save the codes in the tab that opens, then give them out from the ticket in the toolbar (behind the puzzle piece).
Press Ctrl+C here to end.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void harness.close().then(() => process.exit(0)));
}

async function tell(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const harness = await launch('chromium', { extension: 'dist/chrome' });
  try {
    await wholeJob(harness);
  } finally {
    await harness.close();
  }
}

async function step(page: Page, what: string, picture: string): Promise<void> {
  steps++;
  const file = `${String(steps).padStart(2, '0')}-${picture}.png`;
  await page.screenshot(join(folder, file));
  console.log(`${String(steps).padStart(2)}. ${what}\n    → ${file}`);
}

async function wholeJob(harness: Harness): Promise<void> {
  console.log('No screen here, so the whole job is played for you:\n');
  const page = await fillBadly(harness);
  await page.waitFor(() =>
    document.querySelector('claimcheck-overlay')?.shadowRoot?.textContent?.includes('80% off'),
  );
  await step(page, `Filled in the form badly. The checklist says: ${await summary(page)}`, 'form-wrong');

  await mend(page, name, 'CC-US-IG-01');
  await page.waitFor(() =>
    document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('[data-summary][data-pass="13"]'),
  );
  await page.evaluate(() => scrollTo(0, 0));
  await step(page, `Mended it. The checklist says: ${await summary(page)}`, 'form-right');

  await submitAndManageCodes(page);
  await generateCodes(page, 'IG-01', 50);
  await page.see('[data-capture="IG-01"]');
  await step(page, 'Submitted it and generated 50 claim codes; they are ready', 'codes-ready');

  await page.click('[data-capture="IG-01"]');
  const workspace = await harness.pageAt('workspace');
  await workspace.see('[data-testid="import-preview"]');
  await step(workspace, 'Captured them; the workspace shows what the file holds', 'preview');
  await workspace.click('[data-testid="import-confirm"]');
  await seeLeft(workspace, 50);
  await step(workspace, 'Saved: 50 codes left', 'saved');

  const popup = await harness.extensionPage('popup');
  await popup.setViewport(popupSize);
  for (const left of [49, 48, 47]) {
    await popup.click('[data-testid="issue-next"]');
    await seeLeft(popup, left);
  }
  await step(popup, `Gave out 3 codes: ${await numbers(popup)}`, 'popup-given-out');
  await popup.click('[data-testid="undo-issue"]');
  await popup.click('[data-testid="undo-unseen"]');
  await seeLeft(popup, 48);
  await step(popup, `Took 1 back that nobody saw: ${await numbers(popup)}`, 'popup-taken-back');

  for (const [what, file] of [
    ['export-unissued', 'codes-left.csv'],
    ['export-history', 'history.csv'],
  ] as const) {
    await popup.click(`[data-testid="${what}"]`);
    const path = join(folder, file);
    copyFileSync(await harness.download(/\.csv$/), path);
    console.log(`    → ${file}, ${readFileSync(path, 'utf8').trimEnd().split('\r\n').length - 1} codes`);
  }
  const outside = harness.attempts.filter((attempt) => !attempt.allowed);
  console.log(`\nOther computers asked for anything: ${outside.length}`);
  console.log(`Pictures and CSV files are in ${folder}`);
}

async function seeLeft(page: Page, left: number): Promise<void> {
  await page.waitFor(
    (wanted: string) =>
      document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value === wanted,
    String(left),
  );
}

async function summary(page: Page): Promise<string> {
  const state = await overlayState(page);
  return state?.tally
    ? `${state.tally.fail} to fix, ${state.tally.unreadable} not read, ${state.tally.pass} OK`
    : 'nothing';
}

function numbers(page: Page): Promise<string> {
  return page.evaluate(() => {
    const value = (count: string) =>
      document.querySelector<HTMLElement>(`[data-count="${count}"]`)?.dataset.value;
    return `${value('available')} left, ${value('issued')} given out`;
  });
}

// Makes the pictures of the README from the extension as built: npm run screenshots
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Harness, launch, type Page } from '../test/browser/harness/index.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from '../test/browser/seller.ts';

const folder = 'docs';
mkdirSync(folder, { recursive: true });

await withBrowser('chromium', async (harness) => {
  const extensions = await harness.open('chrome://extensions');
  await extensions.click('#devMode');
  await picture(extensions, 'install-chrome', { width: 1000, height: 460 });
  const page = await fillBadly(harness);
  await seeText(page, '80% off');
  await picture(page, 'checklist-wrong', { width: 1280, height: 800 });
  await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
  await seeText(page, '13 OK');
  await submitAndManageCodes(page);
  await generateCodes(page, 'IG-01', 500);
  await page.see('[data-capture="IG-01"]');
  await picture(page, 'capture', { width: 1280, height: 720 });
  await page.click('[data-capture="IG-01"]');
  const workspace = await harness.pageAt('workspace');
  await workspace.see('[data-testid="import-preview"]');
  await picture(workspace, 'preview', { width: 1280, height: 960 });
  await workspace.click('[data-testid="import-confirm"]');
  const popup = await harness.extensionPage('popup');
  for (let given = 0; given < 38; given++) {
    await popup.click('[data-testid="issue-next"]');
    const left = String(499 - given);
    await popup.waitFor(
      (wanted: string) =>
        document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value === wanted,
      left,
    );
  }
  await picture(popup, 'popup', { width: 360, height: 690 });
  await harness.setColorScheme('dark');
  await picture(popup, 'popup-dark', { width: 360, height: 690 });
});

await withBrowser('firefox', async (harness) => {
  await picture(await harness.open('about:debugging#/runtime/this-firefox'), 'install-firefox', {
    width: 1000,
    height: 520,
  });
});

async function withBrowser(
  browser: 'chromium' | 'firefox',
  use: (harness: Harness) => Promise<void>,
): Promise<void> {
  // Browsers show where an extension lies; the pictures shouldn't show this computer's folders.
  const extension = join(tmpdir(), 'Claimcheck', browser);
  cpSync(browser === 'chromium' ? 'dist/chrome' : 'dist/firefox', extension, { recursive: true });
  const harness = await launch(browser, { extension });
  try {
    await use(harness);
  } finally {
    await harness.close();
    rmSync(extension, { recursive: true });
  }
}

async function picture(page: Page, name: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewport(size);
  // The overlay finds its place again after the window has changed.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await page.screenshot(join(folder, `${name}.png`));
  console.log(join(folder, `${name}.png`));
}

async function seeText(page: Page, text: string): Promise<void> {
  await page.waitFor(
    (wanted: string) =>
      document.querySelector('claimcheck-overlay')?.shadowRoot?.textContent?.includes(wanted),
    text,
  );
}

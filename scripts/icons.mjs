// Draws public/icons/*.png from the mark below, in Chromium. Run by hand when the mark changes: node scripts/icons.mjs
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

/** Thicker and fuller at 16 px, where thin strokes vanish. The same shape as src/ui/parts/Logo.tsx. */
const mark = (size) => {
  const stroke = size === 16 ? 4 : 3.2;
  const inset = size === 128 ? 2 : 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${-inset} ${-inset} ${32 + 2 * inset} ${32 + 2 * inset}">
    <defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#4a78ee"/><stop offset="1" stop-color="#2b57cc"/></linearGradient></defs>
    <path fill="url(#g)" d="M4.5 3.5h23A3.5 3.5 0 0 1 31 7v4.6a4.4 4.4 0 0 0 0 8.8V25a3.5 3.5 0 0 1-3.5 3.5h-23A3.5 3.5 0 0 1 1 25v-4.6a4.4 4.4 0 0 0 0-8.8V7a3.5 3.5 0 0 1 3.5-3.5z"/>
    <path fill="none" stroke="#fff" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round" d="M9.4 16.3l4.8 4.8 8.6-9.6"/>
  </svg>`;
};

const folder = new URL('../public/icons/', import.meta.url);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0;line-height:0">${mark(size)}</body>`);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
  process.stdout.write(`public/icons/${size}.png\n`);
}
await browser.close();

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/domain/reading';
import { formPage, goodForm } from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const row = /<div class="a-row"><div class="a-column"><label class="a-form-label">Tracking ID.*?\n/s;

/** The form with its Tracking ID put into something else. */
function put(into: (row: string) => string, style = '', html = ''): string {
  return formPage('aui')
    .replace(row, (found) => into(found))
    .replace('</head>', `<style>${style}</style></head>`)
    .replace('<html', `<html ${html}`);
}

async function trackingId(html: string): Promise<unknown> {
  const reading = (await reader.read(html)).readings?.trackingId as Reading<string> | undefined;
  return reading?.kind === 'read' ? reading.value : `<${reading?.reason}>`;
}

const tall = '<div style="height:3000px"></div>';

describe('what a person can scroll to is read', () => {
  it.each([
    ['far below the window', put((it) => tall + it + tall)],
    [
      'below in a box that scrolls',
      put((it) => `<div class="box">${tall}${it}</div>`, '.box{height:200px;overflow:auto}'),
    ],
    [
      'to the right in a box that scrolls',
      put(
        (it) => `<div class="box"><div class="wide">${it}</div></div>`,
        '.box{width:200px;overflow-x:scroll}.wide{width:4000px;padding-left:3000px}',
      ),
    ],
    [
      'in a box in a box',
      put(
        (it) => `<div class="box">${tall}<div class="box">${tall}${it}</div></div>`,
        '.box{height:200px;overflow:auto}',
      ),
    ],
    [
      'in a box that scrolls from right to left',
      put(
        (it) => `<div class="box" dir="rtl"><div class="wide">${it}</div></div>`,
        '.box{width:200px;overflow:auto}.wide{width:4000px;padding-right:3000px}',
      ),
    ],
    [
      'on a page that is wider than the window and runs from right to left',
      put((it) => `<div style="width:5000px;padding-right:4000px">${it}</div>`, '', 'dir="rtl"'),
    ],
    [
      'in a list drawn from below',
      put(
        (it) => `<div class="box">${tall}${tall}<div>${it}</div></div>`,
        '.box{height:200px;overflow:auto;display:flex;flex-direction:column-reverse}.box>*{flex:none}',
      ),
    ],
    [
      'in a dialog that scrolls over a locked page',
      put(
        (it) => `<div class="over"><div>${tall}${it}</div></div>`,
        'body{overflow:hidden}.over{position:fixed;inset:0;overflow-y:auto}',
      ),
    ],
    [
      'lifted out of a box that cuts',
      put(
        (it) =>
          `<div style="position:relative"><div style="height:0;overflow:hidden"><div style="position:absolute">${it}</div></div></div>`,
      ),
    ],
  ])('%s', async (_, html) => {
    expect(await trackingId(html)).toBe('CC-US-IG-01');
  });

  it('scrolled out already', async () => {
    const html = put((it) => `<div class="box">${it}${tall}</div>`, '.box{height:200px;overflow:auto}');
    await reader.read(html);
    await reader.page.evaluate(() => document.querySelector('.box')?.scrollTo(0, 2500));
    const again = await reader.page.evaluate(
      () =>
        (
          globalThis as unknown as {
            readPlain(url: string, taught: unknown): { readings: { trackingId: unknown } };
          }
        ).readPlain(location.href, []).readings.trackingId,
    );
    expect(again).toMatchObject({ value: 'CC-US-IG-01' });
  });
});

describe('what nobody can get to is not read, nor a look-alike in its place', () => {
  const hidden: [string, string][] = [
    ['not displayed', put((it) => `<div style="display:none">${it}</div>`)],
    ['not visible', put((it) => `<div style="visibility:hidden">${it}</div>`)],
    ['folded to no height', put((it) => `<div style="height:0;overflow:hidden">${it}</div>`)],
    [
      'folded to no height, lifted',
      put(
        (it) =>
          `<div style="max-height:0;overflow:hidden;position:relative"><div style="position:absolute">${it}</div></div>`,
      ),
    ],
    [
      'on a tab beside the one shown',
      put(
        (it) => `<div class="tabs"><div></div><div>${it}</div></div>`,
        '.tabs{display:flex;overflow:hidden;width:300px}.tabs>*{flex:none;width:300px}',
      ),
    ],
    ['pushed off to the left', put((it) => `<div style="position:absolute;left:-9999px">${it}</div>`)],
    [
      'pushed off to the left in a box that scrolls',
      put(
        (it) =>
          `<div style="overflow:auto;position:relative;height:80px"><div style="position:absolute;left:-9999px">${it}</div></div>`,
      ),
    ],
    ['pushed off to the top', put((it) => `<div style="position:absolute;top:-9999px">${it}</div>`)],
    ['fixed below the window', put((it) => `<div style="position:fixed;top:200vh">${it}</div>`)],
    [
      'clipped to nothing',
      put(
        (it) =>
          `<div style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">${it}</div>`,
      ),
    ],
    ['cut away', put((it) => `<div style="clip-path:inset(100%)">${it}</div>`)],
    ['scaled to nothing', put((it) => `<div style="transform:scale(0)">${it}</div>`)],
    [
      'an input of no size',
      put((it) => it.replace('<input', '<input style="width:0;height:0;border:0;padding:0"')),
    ],
  ];
  it.each(hidden)('%s', async (_, html) => {
    expect(await trackingId(html)).toMatch(/^<(folded|not-found)>$/);
  });

  it.each(hidden)('%s, with a date further down', async (_, html) => {
    const date = '<div class="a-row"><input value="12/24/2026"></div>';
    expect(await trackingId(html.replace('<h2>Step 3', `${date}<h2>Step 3`))).toMatch(
      /^<(folded|not-found)>$/,
    );
  });

  it('a tick drawn by its label is read where only the native one is cut down', async () => {
    const sr = 'style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"';
    const html = formPage('aui', { ...goodForm, detailPage: true }).replace('id="c10"', `id="c10" ${sr}`);
    expect((await reader.read(html)).readings?.detailPage).toMatchObject({ value: true });
  });

  it('a field that is there but can’t be seen gives no value', async () => {
    const html = put((it) => it.replace('<input', '<input style="opacity:0"'));
    expect(await trackingId(html)).toBe('<ambiguous>');
  });
});

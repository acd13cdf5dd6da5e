import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeChecks } from '../overlay-state.ts';
import { fillBadly, mend } from '../seller.ts';

const review = '#a-autoid-1';

/** Every way in which a page may send its form on a person's press. */
describe.each(browsers)('a press is held, however the page sends its form, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
  });
  afterAll(() => harness?.close());
  beforeEach(async () => {
    await page?.close();
    page = await fillBadly(harness);
    await seeChecks(page, { 'percent-off': 'fail' });
  });

  async function isHeld(): Promise<void> {
    await page.see({ css: 'dialog[open] [data-answer="back"]' });
    expect(await page.evaluate(() => location.pathname)).toBe('/promotions/new');
  }

  it('Enter, where another submit button comes first', async () => {
    await page.evaluate(() => {
      const other = document.createElement('input');
      other.type = 'submit';
      other.value = 'Apply';
      other.hidden = true;
      document.querySelector('main form')?.prepend(other);
    });
    await page.type('#internalDescription', 'Garlic');
    await page.press('Enter');
    await isHeld();
  });

  it('buttons that are made anew at each input', async () => {
    await page.evaluate(() => {
      document.addEventListener('input', () => {
        const button = document.querySelector('#a-autoid-1');
        button?.replaceWith(button.cloneNode(true));
      });
    });
    await page.type('#internalDescription', 'Garlic');
    await page.click(review);
    await isHeld();
  });

  it('a submit by script while the mouse goes down', async () => {
    await page.evaluate(() => {
      document
        .querySelector('#a-autoid-1')
        ?.addEventListener('pointerdown', () =>
          document.querySelector<HTMLFormElement>('form:has(#startDate)')?.requestSubmit(),
        );
    });
    await page.click(review);
    await isHeld();
  });

  it('a second press in the same second', async () => {
    await mend(page, 'Garlic', 'CC-SECOND');
    await seeChecks(page, { 'percent-off': 'pass', 'detail-page-hidden': 'pass' });
    await page.evaluate(() => {
      // The first press leads nowhere; right after it the form is another one.
      document.querySelector('main form')?.addEventListener(
        'submit',
        (event) => {
          event.preventDefault();
          const label = [...document.querySelectorAll('label')].find((each) =>
            each.textContent?.includes('Unrestricted'),
          );
          const radio = label?.querySelector('input');
          if (radio) radio.checked = true;
          document.body.dataset.once = 'yes';
        },
        { once: true },
      );
    });
    await page.click(review);
    await page.waitFor(() => document.body.dataset.once === 'yes');
    await page.click(review);
    await isHeld();
  });

  it('a label, a button elsewhere on the page, and the Space key', async () => {
    await page.evaluate(() => {
      const form = document.querySelector('form:has(#startDate)');
      if (form) form.id = 'the-form';
      const button = document.createElement('button');
      button.id = 'elsewhere';
      button.setAttribute('form', 'the-form');
      button.textContent = 'Review';
      const label = document.createElement('label');
      label.htmlFor = 'elsewhere';
      label.id = 'its-label';
      label.textContent = 'Press here';
      document.querySelector('main')?.prepend(button, label);
    });
    for (const css of ['#elsewhere', '#its-label']) {
      await page.click(css);
      await isHeld();
      await page.click('[data-answer="back"]');
    }
    await page.evaluate(() => document.querySelector<HTMLElement>('#elsewhere')?.focus());
    await page.press(' ');
    await isHeld();
  });

  it('a button that it calls otherwise', async () => {
    await page.evaluate(() => {
      const text = document.querySelector('#a-autoid-1 .a-button-text');
      const input = document.querySelector<HTMLInputElement>('#a-autoid-1 input');
      if (text) text.textContent = 'Next';
      if (input) input.value = 'Next';
    });
    await page.click(review);
    await isHeld();
  });

  it('says so where no button is known for the one that sends the form', async () => {
    await page.evaluate(() => {
      const drawn = document.createElement('div');
      drawn.textContent = 'Onward';
      document.querySelector('#a-autoid-1')?.replaceWith(drawn);
    });
    await page.see('[data-cant-hold]');
  });

  it('says so once a form was sent in a way that no one can hold', async () => {
    await page.evaluate(() => {
      document
        .querySelector('#a-autoid-1')
        ?.addEventListener('pointerdown', () =>
          HTMLFormElement.prototype.submit.call(document.querySelector('form:has(#startDate)')),
        );
    });
    await page.click(review);
    await page.waitFor(() => location.pathname.endsWith('/preview'));
    await page.see('[data-escaped]');
  });

  it('a form that the page writes anew over everything', async () => {
    await page.evaluate(() => {
      const html = document.documentElement.outerHTML.replace(
        /<claimcheck-overlay.*<\/claimcheck-overlay>/s,
        '',
      );
      document.open();
      document.write(html);
      document.close();
    });
    await seeChecks(page, { 'product-selection': 'fail' });
    await page.click(review);
    await isHeld();
    await page.click('[data-answer="back"]');
    await page.waitFor(
      () => !document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('dialog'),
    );
  });

  it('a form that is hardly one any more: what failed goes on holding its button', async () => {
    await page.evaluate(() => {
      for (const field of document.querySelectorAll(
        'main form :is(input:not([type=submit]), select, textarea)',
      ))
        field.remove();
    });
    await page.waitFor(
      () =>
        !document
          .querySelector('claimcheck-overlay')
          ?.shadowRoot?.querySelector('[data-check="percent-off"][data-state="fail"]'),
    );
    await page.click(review);
    await page.see('[data-blocker="percent-off"]');
    await isHeld();
  });

  it('a page that can’t be read any more: no line stays as it was, and what failed goes on holding', async () => {
    await page.evaluate(() => {
      const box = document.createElement('div');
      box.hidden = true;
      for (let count = 0; count < 25_000; count++) box.append(document.createElement('input'));
      document.querySelector('main form')?.append(box);
    });
    await page.see('[data-failed]');
    const { tally } = await seeChecks(page, { 'percent-off': 'unreadable:ambiguous' });
    expect(tally).toMatchObject({ pass: 0, fail: 0 });
    await page.click(review);
    await page.see('[data-blocker="percent-off"]');
    await isHeld();
  });

  it('a form whose fields are called as a form’s members are', async () => {
    await page.evaluate(() => {
      const names = new Set<string>();
      for (let at = HTMLFormElement.prototype as object; at; at = Object.getPrototypeOf(at))
        for (const name of Object.getOwnPropertyNames(at)) names.add(name);
      const fields = [...names].map((name) => {
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        return field;
      });
      HTMLElement.prototype.append.call(document.querySelector('form:has(#startDate)'), ...fields);
      // Not those that the test's own driver needs.
      for (const name of ['createElementNS', 'createTextNode', 'addEventListener', 'hidden']) {
        const image = new Image();
        image.name = name;
        document.querySelector('main')?.append(image);
      }
    });
    await page.click({ css: 'label', text: 'Single-use' });
    await seeChecks(page, { 'claim-code-single-use': 'pass', 'percent-off': 'fail' });
    await page.click(review);
    await isHeld();
  });
});

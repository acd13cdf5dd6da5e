import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings } from '../../../src/domain/reading';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const box = (label: string, value: string) =>
  `<p><label>${label} <input type="text" value="${value}"></label></p>`;

/** The reason, or else the value and what it rests on that nobody confirmed. */
async function read(setting: keyof FormReadings, rows: string): Promise<unknown> {
  const { readings } = await reader.read(
    `<!doctype html><html lang="en-US"><body><form><h1>Create a promotion: Percentage Off</h1>
${box('Start Date', '11/30/2026')}${box('End Date', '12/10/2026')}${rows}<button>Review</button></form></body></html>`,
  );
  const reading = readings?.[setting];
  if (reading?.kind !== 'read') return reading?.reason;
  return [reading.value, ...(reading.evidence.unverified ?? [])];
}

const radio = (label: string, more = '') => `<label><input type="radio" name="k"${more}> ${label}</label> `;
const kinds = (first: string, before = '<legend>Claim Code</legend>') =>
  `<fieldset>${before}${radio(first, ' checked')}${radio('Group')}${radio('None')}</fieldset>`;
const tick = (label: string) => `<p><label><input type="checkbox" checked> ${label}</label></p>`;

describe('words behind a name', () => {
  it.each(['One redemption per customer (per day)', 'One redemption per customer (waive this)'])(
    'are asked about: %s',
    async (label) => {
      expect(await read('onePerCustomer', tick(label))).toEqual([true, label.toLowerCase()]);
    },
  );

  it.each(['Single-use: up to 100 uses each', 'Single-use - for testing'])(
    'are asked about in an option: %s',
    async (label) => {
      expect(await read('claimCode', kinds(label))).toEqual(['single-use', label.toLowerCase()]);
    },
  );

  it('make an option unread where they are another option', async () => {
    expect(await read('claimCode', kinds('Single-use (group)'))).toBe('ambiguous');
  });

  it('are asked about where they name a clock', async () => {
    const { readings } = await reader.read(
      `<!doctype html><html lang="en"><body><form><h1>Create a promotion: Percentage Off</h1><p><label>Start Date (UTC) <input id="startDate" value="11/30/2026"></label></p>${box('End Date', '12/10/2026')}${kinds('Group')}<button>Review</button></form></body></html>`,
    );
    const start = readings?.start;
    expect(start?.kind === 'read' && start.evidence.unverified).toEqual(['start date (utc)']);
  });

  it('are nothing to ask about in an explanation that stands apart, or where they are decoration', async () => {
    expect(await read('claimCode', kinds('Single-use <small>Works once</small>'))).toEqual(['single-use']);
    expect(await read('claimCode', kinds('Single-use (recommended)'))).toEqual(['single-use']);
  });
});

it('another tick that speaks of the same, and is on, is asked about', async () => {
  const once = tick('One redemption per customer');
  const over = tick('Override: unlimited redemptions per customer');
  expect(await read('onePerCustomer', once + over)).toEqual([
    true,
    'override: unlimited redemptions per customer',
  ]);
  expect(await read('onePerCustomer', once + over.replace(' checked', ''))).toEqual([true]);
});

describe('a tick that is on', () => {
  const list =
    '<p><label>Purchased Items <select><option>Select one</option><option selected>Kitchen</option></select></label></p>';

  it('and speaks of a setting is asked about', async () => {
    const codes = kinds('Single-use');
    expect(await read('claimCode', `${codes}<p>Dates</p>${tick('Use one code for everybody')}`)).toEqual([
      'single-use',
      'use one code for everybody',
    ]);
    const all = 'Ignore the list and take the whole catalog';
    expect(await read('productSelection', `${list}<p>Dates</p>${tick(all)}`)).toEqual([
      expect.anything(),
      all.toLowerCase(),
    ]);
  });

  it('right behind a setting is asked about in whatever words, and one that is off is not', async () => {
    const tail = tick('Ohne Grenze');
    expect(await read('claimCode', kinds('Single-use') + tail)).toEqual(['single-use', 'ohne grenze']);
    expect(await read('claimCode', kinds('Single-use') + tail.replace(' checked', ''))).toEqual([
      'single-use',
    ]);
    expect(await read('claimCode', `${kinds('Single-use')}${tick('One redemption per customer')}`)).toEqual([
      'single-use',
    ]);
  });
});

describe('a number of uses beside "one per customer"', () => {
  const once = tick('One redemption per customer');

  it('is asked about where it is another than one', async () => {
    expect(await read('onePerCustomer', once + box('Redemptions', '99'))).toEqual([true, 'redemptions']);
    const unlimited = '<p><label>Uses per customer <select><option>Unlimited</option></select></label></p>';
    expect(await read('onePerCustomer', once + unlimited)).toEqual([true, 'uses per customer']);
  });

  it('is nothing to ask about where it is one, or none', async () => {
    expect(await read('onePerCustomer', once + box('Redemptions', '1'))).toEqual([true]);
    expect(await read('onePerCustomer', once + box('Redemptions', ''))).toEqual([true]);
    expect(await read('onePerCustomer', once + box('Codes to print', '99'))).toEqual([true]);
  });
});

describe('a heading of another purpose', () => {
  const group = kinds('Single-use');
  it.each([
    '<b>Example promotion</b>',
    '<h3>Example promotion</h3>',
    '<p><strong>Example promotion</strong></p>',
  ])('is asked about, however it is drawn: %s', async (heading) => {
    expect(await read('claimCode', `<div>${heading}${group}</div>`)).toEqual([
      'single-use',
      'example promotion',
    ]);
  });

  it('is asked about as a plain line right above a title', async () => {
    const titled = `<p>Claim Code</p>${kinds('Single-use', '')}`;
    expect(await read('claimCode', `<section><div>Example promotion</div>${titled}</section>`)).toEqual([
      'single-use',
      'example promotion',
    ]);
  });

  it('counts for its own part only, and till the next heading', async () => {
    const example = `<section><b>Example promotion</b>${box('Note', 'x')}</section>`;
    expect(await read('claimCode', `${example}<section>${group}</section>`)).toEqual(['single-use']);
    const next = `<div><b>Example promotion</b>${box('Note', 'x')}<b>Additional options</b>${group}</div>`;
    expect(await read('claimCode', next)).toEqual(['single-use']);
    expect(await read('claimCode', `<div><b>Additional options</b>${group}</div>`)).toEqual(['single-use']);
  });
});

it('a heading right above a choice that is none of our words is asked about', async () => {
  const above = '<h4>Default for future promotions</h4>';
  const all = radio('Single-use', ' checked') + radio('Group');
  expect(await read('claimCode', `${above}<div>${all}</div>`)).toEqual([
    'single-use',
    'default for future promotions',
  ]);
});

describe('what is drawn', () => {
  const drawn = (name: string, text: string, on = false) =>
    `<div role="radio" tabindex="0" aria-checked="${on}" aria-label="${name}">${text}</div>`;
  const group = (...radios: string[]) =>
    `<div role="radiogroup" aria-label="Claim Code">${radios.join('')}</div>`;

  it('may not be another option than the one that screen readers hear', async () => {
    const torn = group(drawn('Single-use', 'Group', true), drawn('Group', 'Single-use'));
    expect(await read('claimCode', torn)).toBe('not-found');
  });

  it('says the name, more than it, or nothing in letters', async () => {
    const rest = drawn('Group', 'Group');
    for (const text of ['Single-use', '<b>Single-use</b> works once', '✓'])
      expect(await read('claimCode', group(drawn('Single-use', text, true), rest))).toEqual(['single-use']);
  });

  it('as a picture alone is the name of a tick', async () => {
    const picture =
      '<b>One redemption per customer</b> <label><input type="checkbox" checked><img alt="Skip this limit"></label>';
    expect(await read('onePerCustomer', `<p>${picture}</p>`)).toBe('not-found');
  });

  it('by a style sheet is part of the name', async () => {
    const first = `<span>Single-use</span>`;
    const styled = (css: string) => `<style>label > span::before{${css}}</style>`;
    expect(await read('claimCode', styled('content:"Not "') + kinds(first))).not.toContain('single-use');
    expect(await read('claimCode', styled('content:"●"') + kinds(first))).toEqual(['single-use']);
  });
});

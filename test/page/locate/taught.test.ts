import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings, Reading } from '../../../src/domain/reading';
import type { Description, Teachable } from '../../../src/domain/taught';
import { taughtFrom, withTaught } from '../../../src/stored/taught';
import { account, pageWith, secrets } from '../dom/secrets';
import { formPage, layouts } from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const lesson = (setting: Teachable, description: Description | null) => {
  if (!description) throw new Error(`nothing describes ${setting}`);
  return { page: 'create', language: 'en', setting, at: '2026-11-01T10:00:00.000Z', description } as const;
};

async function read(html: string, setting: keyof FormReadings, lessons = [] as ReturnType<typeof lesson>[]) {
  const { readings } = await reader.read(html, undefined, lessons);
  const reading = readings?.[setting] as Reading<unknown>;
  return reading.kind === 'read'
    ? { value: reading.value, shown: reading.evidence.signals.includes('shown') }
    : `<${reading.reason}>`;
}

const reworded = formPage('aui')
  .replaceAll('Tracking ID', 'Reference for reports')
  .replaceAll('One redemption per customer', 'Buyers may redeem once')
  .replaceAll('id="c7"', 'id="reference"');

describe('a control that the seller showed', () => {
  it.each([
    ['trackingId', '#reference', 'CC-US-IG-01'],
    ['onePerCustomer', '#c8', true],
  ] as const)('is found again: %s', async (setting, selector, value) => {
    expect(await read(reworded, setting)).toBe('<not-found>');
    const shown = lesson(setting, await reader.describe(selector));
    expect(await read(reworded, setting, [shown])).toEqual({ value, shown: true });
  });

  it('counts for its own kind of page and language alone', async () => {
    await reader.read(reworded);
    const shown = lesson('trackingId', await reader.describe('#reference'));
    expect(await read(reworded, 'trackingId', [{ ...shown, language: 'de' } as never])).toBe('<not-found>');
    expect(await read(reworded, 'trackingId', [{ ...shown, page: 'offer' } as never])).toBe('<not-found>');
  });

  it('stays unread where a second one answers the same description', async () => {
    await reader.read(reworded);
    const shown = lesson('trackingId', await reader.describe('#reference'));
    const row = /<div class="a-row">(?:(?!a-row).)*?Reference for reports.*?<\/div><\/div>/.exec(
      reworded,
    )?.[0];
    if (!row) throw new Error('the row was not found');
    const twice = reworded.replace(row, `${row}${row.replace('CC-US-IG-01', 'OTHER')}`);
    expect(await read(twice, 'trackingId', [shown])).toBe('<ambiguous>');
  });

  it('stays unread where another control has the label that is known', async () => {
    await reader.read(reworded);
    const shown = lesson('trackingId', await reader.describe('#reference'));
    const both = reworded.replace(
      '<h2>Step 3',
      '<div class="a-row"><label>Tracking ID</label><input value="OTHER"></div><h2>Step 3',
    );
    expect(await read(both, 'trackingId', [shown])).toBe('<ambiguous>');
  });

  it('settles which of two choices counts, by the name that its radios share', async () => {
    const row = (name: string, on: number) =>
      `<div class="a-row"><label class="a-form-label">Claim Code</label>${['Single-use', 'Group', 'None']
        .map(
          (each, at) =>
            `<label><input type="radio" name="${name}" ${at === on ? 'checked' : ''}>${each}</label>`,
        )
        .join('')}</div>`;
    const twice = formPage('aui').replace('<h2>Step 3', `${row('example', 1)}<h2>Step 3`);
    expect(await read(twice, 'claimCode')).toBe('<ambiguous>');
    const shown = lesson('claimCode', await reader.describe('[name=cc]'));
    expect(await read(twice, 'claimCode', [shown])).toEqual({ value: 'single-use', shown: true });
  });

  it('changes nothing where the page says it in known words', async () => {
    await reader.read(reworded);
    const shown = lesson('trackingId', await reader.describe('#reference'));
    expect(await read(formPage('aui'), 'trackingId', [shown])).toEqual({
      value: 'CC-US-IG-01',
      shown: false,
    });
  });
});

describe('what is kept of it', () => {
  it('holds no value, code, name, e-mail, or id of a person or product', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (all) => {
        await reader.read(pageWith(all));
        const described = (await reader.page.evaluate(
          (name) => (globalThis as unknown as { describeAll(name: string): unknown[] }).describeAll(name),
          account,
        )) as (Description | null)[];
        const kept = JSON.stringify(described).toLowerCase();
        expect(described.filter(Boolean).length).toBeGreaterThan(6);
        const { layout: _, ...texts } = all;
        for (const secret of [account, ...Object.values(texts).flat()])
          expect(kept).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each(layouts)(
    'describes the claim code choice by its group, never by what is chosen: %s',
    async (layout) => {
      await reader.read(formPage(layout));
      const one = await reader.describe('[name=cc], [data-n=cc]');
      await reader.read(formPage(layout).replaceAll('checked', ''));
      expect(await reader.describe('[name=cc], [data-n=cc]')).toEqual(one);
      expect(JSON.stringify(one)).not.toMatch(/single|group"|none/i);
    },
  );

  it('takes from storage only what has the right shape, and one for each setting', () => {
    const description = { role: 'text', names: ['x'], label: '', before: '', place: 0 } as const;
    const first = lesson('trackingId', description);
    const again = { ...first, at: '2026-11-02T10:00:00.000Z' };
    expect(withTaught([first], again)).toEqual([again]);
    expect(taughtFrom([first, { ...first, setting: 'tiers' }, 7, { ...first, description: {} }])).toEqual([
      first,
    ]);
    expect(taughtFrom('nothing')).toEqual([]);
  });
});

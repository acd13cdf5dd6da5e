import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings, Reading } from '../../../src/domain/reading';
import { drawForm, hands, plainHand } from '../drawn';
import { type FormValues, goodForm } from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const badForm: FormValues = {
  ...goodForm,
  claimCode: 'Group',
  discount: '90',
  selection: 'Entire catalog',
  combinability: 'Unrestricted',
  onePerCustomer: false,
  detailPage: true,
  tiers: 2,
  quantity: '3',
};

/** What is read, in short; what is not, by its reason. */
function shortly(readings: FormReadings | null): Record<string, unknown> {
  const said = (value: unknown): unknown => {
    const it = value as Record<string, unknown>;
    if (typeof value !== 'object' || value === null) return value;
    if ('chosen' in it) return it.chosen;
    if ('date' in it) return `${it.date} ${it.time}`;
    if ('name' in it) return it.kind === 'list' ? it.name : it.kind;
    return `${it.kind} ${it.value}`;
  };
  return Object.fromEntries(
    (Object.entries(readings ?? {}) as [string, Reading<unknown>][]).map(([name, reading]) => [
      name,
      reading.kind === 'read' ? said(reading.value) : `<${reading.reason}>`,
    ]),
  );
}

function truth(values: FormValues): Record<string, unknown> {
  return {
    claimCode: values.claimCode.toLowerCase(),
    discount: `percent ${values.discount}`,
    onePerCustomer: values.onePerCustomer,
    combinability: values.combinability.toLowerCase(),
    productSelection: values.selection === 'Entire catalog' ? 'entire' : values.selection,
    detailPage: values.detailPage,
    appliesTo: 'purchased',
    minimum: `quantity ${values.quantity}`,
    tiers: values.tiers,
    start: '2026-11-30 00:00',
    end: '2026-12-10 23:59',
    trackingId: values.trackingId,
    internalDescription: values.description,
  };
}

/** Styles in which a person has to guess: there unread is right. */
const vague = new Set(['lists one above the other', 'controls and titles in one run']);

describe.each(Object.keys(hands))('drawn as %s', (style) => {
  it.each([
    ['good', goodForm],
    ['bad', badForm],
  ])('a %s form is read right', async (_, values) => {
    const html = drawForm(hands[style] ?? plainHand, values);
    const read = shortly((await reader.read(html)).readings);
    const right = truth(values);
    const unread = Object.entries(read).filter(([, value]) => /^<.*>$/.test(String(value)));
    const known = vague.has(style) ? Object.fromEntries(unread) : {};
    expect(read).toEqual({ ...right, ...known });
  });
});

it('a translator’s second text in each label is no other label', async () => {
  const second: Record<string, string> = {
    'Claim Code': '促销代码',
    'Single-use': '单次使用',
    'Tracking ID': '跟踪编号',
    'Start Date': '起始日',
  };
  const call = (title: string) => `${title} ${second[title] ?? '译文'}`;
  for (const values of [goodForm, badForm]) {
    const html = drawForm(plainHand, values, (title) => (title === '' ? '' : call(title)));
    expect(shortly((await reader.read(html)).readings)).toEqual(truth(values));
  }
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const box = (label: string, value: string) =>
  `<p><label>${label} <input type="text" value="${value}"></label></p>`;
const few = [
  box('Internal Description', 'Garlic'),
  box('Tracking ID', 'CC-1'),
  box('Start Date', '11/30/2026'),
  box('End Date', '12/10/2026'),
];
const onePer = '<p><label><input type="checkbox" checked> One redemption per customer</label></p>';
const inOtherWords = (count: number) =>
  Array.from({ length: count }, (_, at) => box(`Pole ${at}`, `Coś ${at}`)).join('');

async function trackingId(form: readonly string[], beside: string): Promise<unknown> {
  const { readings } = await reader.read(
    `<!doctype html><html lang="en-US"><body><h1>Create a promotion: Percentage Off</h1><form>${form.join('')}<button>Review</button></form>${beside}</body></html>`,
  );
  const reading = readings?.trackingId;
  return reading?.kind === 'read' ? reading.value : reading?.reason;
}

describe('a form of few settings', () => {
  it.each([
    ['alone on the page', few, ''],
    ['beside one that is no larger', few, `<form>${inOtherWords(4)}</form>`],
    ['beside larger parts of the page that are no form', few, `<aside>${inOtherWords(4)}</aside>`],
    [
      'of one setting more, beside several that hold more together',
      [...few, onePer],
      `<form>${inOtherWords(3)}</form><form>${inOtherWords(3)}</form>`,
    ],
  ])('is read %s', async (_, form, beside) => {
    expect(await trackingId(form, beside)).toBe('CC-1');
  });

  it.each([
    ['one that holds more', `<form>${inOtherWords(5)}</form>`],
    ['several that hold more together', `<form>${inOtherWords(3)}</form><form>${inOtherWords(2)}</form>`],
  ])('may be a filter beside %s: nothing is told', async (_, beside) => {
    expect(await trackingId(few, beside)).toBe('ambiguous');
  });
});

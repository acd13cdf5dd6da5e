import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const row = (label: string, value: string) =>
  `<div><b>${label}</b> <input type="text" value="${value}"></div>`;
const form = (start: string, end: string, description: string, beside = '') =>
  `<!doctype html><html lang="en-US"><body><form><h1>Create a promotion: Percentage Off</h1>${row('Start Date', start)}
${row('End Date', end)}${row('Internal Description', description)}${row('Tracking ID', 'CC-1')}<button>Review</button></form>${beside}</body></html>`;

describe('what speaks against a reading', () => {
  it('is a date in another form of the page', async () => {
    const beside = '<form><b>Until</b> <input type="text" value="19/12/2026"></form>';
    const { readings } = await reader.read(form('06/11/2026', '09/12/2026', 'Garlic', beside));
    expect(readings?.start).toMatchObject({ value: { date: '2026-11-06' } });
    expect(readings?.end).toMatchObject({ value: { date: '2026-12-09' } });
  });

  it('is a mere date where a text should stand', async () => {
    const { readings } = await reader.read(form('11/30/2026', '12/09/2026', '12/17/2026'));
    expect(readings?.internalDescription.kind).toBe('unread');
    expect(readings?.trackingId).toMatchObject({ value: 'CC-1' });
  });
});

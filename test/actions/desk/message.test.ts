import { describe, expect, it } from 'vitest';
import { messageFor } from '../../../src/actions/desk/message';
import type { Promotion } from '../../../src/domain/promotion';
import { instantIn } from '../../../src/words/format';
import { aPromotion } from '../../a-promotion';

const now = Date.parse('2026-11-01T12:00:00Z');
const told: Partial<Promotion> = {
  percentOff: 20,
  productName: 'Press',
  start: '2026-11-15T08:00:00.000Z',
  end: '2026-12-01T07:59:00.000Z',
};
const textOf = (more: Partial<Promotion>, at = now) =>
  messageFor(aPromotion({ ...told, ...more }), 'C-1', at);
/** Browsers differ in which blank they put where. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a promotion’s message', () => {
  it('speaks the store’s language on the store’s clock', () => {
    const german = plain(textOf({ marketplace: 'DE' }).text);
    expect(german).toMatch(/^Hallo! Hier ist dein Code für Press: C-1\n/);
    expect(german).toContain('spare 20 %.');
    expect(german).toContain('bis 1. Dezember 2026 um 08:59 MEZ');
    expect(textOf({ marketplace: 'US' }).text).toMatch(/until November 30, 2026 at 11:59\sPM PST/);
    expect(textOf({ marketplace: 'UK' }).text).toContain('until 1 December 2026 at 07:59 GMT');
    expect(textOf({ marketplace: 'TR' }).text).toContain('%20 indirim');
    expect(textOf({ marketplace: null }).text).toMatch(/^Hi!/);
  });

  it('counts the years as Amazon does, also where browsers count otherwise', () => {
    expect(textOf({ marketplace: 'SA' }).text).toMatch(/2026|٢٠٢٦/);
    expect(instantIn('en-u-ca-islamic-umalqura', now)).toContain('November 1, 2026');
  });

  it('speaks the language that was chosen', () => {
    expect(textOf({ messageLanguage: 'fr', marketplace: 'CA' }).text).toMatch(/^Bonjour/);
    expect(textOf({ messageLanguage: null, marketplace: 'CA' }).text).toMatch(/^Hi!/);
  });

  it('leaves what the seller wrote as it is, but for dates and neutral words', () => {
    const template = 'Take {code} for {product}\nuntil {works until}';
    const { text } = textOf({ marketplace: 'DE', template, productName: null });
    expect(text).toBe('Take C-1 for unser Produkt\nuntil 1. Dezember 2026 um 08:59 MEZ');
  });

  it('says from when the code works until it does', () => {
    const before = textOf({ marketplace: 'UK' });
    expect(before.text).toContain('The code works from 15 November 2026 at 08:00 GMT.');
    const after = textOf({ marketplace: 'UK' }, Date.parse(told.start ?? ''));
    expect(after.text).not.toContain('works from');
    expect([before.missing, after.missing]).toEqual([['link'], ['link']]);
    expect(textOf({ start: null }).missing).toEqual(['link', 'works from']);
  });
});

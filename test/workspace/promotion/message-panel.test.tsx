// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messageWords } from '../../../src/domain/messages';
import type { Promotion } from '../../../src/domain/promotion';
import { MessagePanel } from '../../../src/workspace/promotion/MessagePanel';
import { aPromotion } from '../../a-promotion';
import { eventually } from '../../eventually';

afterEach(() => render(null, document.body));

const at = <Kind extends HTMLElement = HTMLElement>(id: string) =>
  document.querySelector<Kind>(`[data-testid="${id}"]`);
const preview = () => at('message-preview');
const template = () => at<HTMLTextAreaElement>('message-template');

function show(told: Partial<Promotion>) {
  const onSave = vi.fn(async () => {});
  render(<MessagePanel promotion={aPromotion({ percentOff: 20, ...told })} onSave={onSave} />, document.body);
  return onSave;
}

function choose(language: string): void {
  const select = at<HTMLSelectElement>('message-language');
  if (!select) throw new Error('no select');
  select.value = language;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function type(text: string): void {
  const field = template();
  if (!field) throw new Error('no field');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('the message panel', () => {
  it('shows the message in the store’s language, with what it means', () => {
    show({ marketplace: 'JP' });
    expect(template()?.value).toBe(messageWords.ja.template);
    expect(preview()?.textContent).toContain('20%割引');
    for (const box of [preview(), template()]) {
      expect(box?.getAttribute('lang')).toBe('ja');
      expect(box?.getAttribute('dir')).toBe('auto');
    }
    expect(at('message-meaning')?.textContent).toMatch(/^In English:Hi! Here is your code/);
    expect(at('message-meaning')?.textContent).toContain('20% off');
    const names = [...(at('message-language')?.querySelectorAll('option') ?? [])].map((each) => each.text);
    expect(names).toEqual(
      expect.arrayContaining(['Like the store (日本語)', 'Deutsch', 'Français', 'العربية', 'English']),
    );
  });

  it('explains nothing that is in the screen’s language, or the seller’s own', () => {
    show({ marketplace: 'UK' });
    expect(at('message-meaning')).toBeNull();
    show({ marketplace: 'DE', template: 'Nimm {code}' });
    expect(at('message-meaning')).toBeNull();
    expect(template()?.value).toBe('Nimm {code}');
  });

  it('keeps the language that was chosen, and the default message as the default', async () => {
    const onSave = show({ marketplace: 'US' });
    choose('es');
    await eventually(() => expect(template()?.value).toBe(messageWords.es.template));
    expect(preview()?.textContent).toMatch(/^¡Hola!/);
    at('message-save')?.click();
    await eventually(() => expect(onSave).toHaveBeenCalledWith({ template: null, messageLanguage: 'es' }));
  });

  it('goes back to the store’s language', async () => {
    const onSave = show({ marketplace: 'US', messageLanguage: 'es' });
    choose('');
    await eventually(() => expect(preview()?.textContent).toMatch(/^Hi!/));
    at('message-save')?.click();
    await eventually(() => expect(onSave).toHaveBeenCalledWith({ template: null, messageLanguage: null }));
  });

  it('leaves the seller’s own text as it is when the language changes', async () => {
    const onSave = show({ marketplace: 'US' });
    type('Yours: {code}');
    await eventually(() => expect(preview()?.textContent).toBe('Yours: [the code]'));
    choose('de');
    await eventually(() => expect(preview()?.getAttribute('lang')).toBe('de'));
    expect(template()?.value).toBe('Yours: {code}');
    at('message-save')?.click();
    await eventually(() =>
      expect(onSave).toHaveBeenCalledWith({ template: 'Yours: {code}', messageLanguage: 'de' }),
    );
  });
});

// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { OverlayActions, OverlayModel } from '../../../src/content/model/overlay-model';
import { Checks } from '../../../src/content/overlay/Checks';
import { Money } from '../../../src/content/overlay/Money';
import type { CheckResult } from '../../../src/domain/checks';

vi.mock('../../../src/platform/native', () => ({ browser: {} }));

afterEach(() => render(null, document.body));

function line(id: CheckResult['id'], more: Partial<CheckResult>): CheckResult {
  return {
    id,
    label: id,
    state: 'fail',
    severity: 'blocker',
    have: 'wrong',
    should: 'right',
    why: 'because',
    note: '',
    target: null,
    confirmed: null,
    accepted: '',
    acceptable: false,
    after: null,
    unset: false,
    ...more,
  } as CheckResult;
}

function draw(results: readonly CheckResult[], isSummary = false): void {
  const checklist = { results, notApplicable: [], fixed: [] };
  const model = {
    page: 'create',
    languageKnown: true,
    isSummary,
    money: 'What it can cost',
    typed: null,
    isQuiet: () => false,
  };
  render(
    <Checks model={model as unknown as OverlayModel} checklist={checklist} actions={{} as OverlayActions} />,
    document.body,
  );
}

const ids = () =>
  [...document.querySelectorAll<HTMLElement>('[data-check]')].map((each) => each.dataset.check);

it('stands worst first, with the reasons of the first one and of the order limit open, then what is for the seller, unread, money, right', () => {
  draw([
    line('tiers', { state: 'pass' }),
    line('end-date', { state: 'unreadable', reason: 'not-found' }),
    line('tracking-id', { severity: 'warning' }),
    line('product-selection', { unset: true }),
    line('percent-off', {}),
    line('start-date', { state: 'confirm' }),
    line('max-order-quantity', { state: 'confirm' }),
  ]);
  expect(ids()).toEqual([
    'percent-off',
    'product-selection',
    'tracking-id',
    'start-date',
    'end-date',
    'max-order-quantity',
    'tiers',
  ]);
  const open = [...document.querySelectorAll('[data-check] [id^="why-"]')].filter(
    (why) => !why.hasAttribute('hidden'),
  );
  expect(open.map((why) => why.id)).toEqual(['why-percent-off', 'why-max-order-quantity']);
  expect(document.body.textContent).toMatch(
    /end-date.*What it can cost.*Before you give out codes: 3.*1 OK/s,
  );
});

it('makes one line of failures with one cause', () => {
  draw([
    line('claim-code-single-use', { should: 'Single-use' }),
    line('one-per-customer', { state: 'unreadable', after: 'claim-code-single-use' }),
    line('combinability', { state: 'unreadable', after: 'claim-code-single-use' }),
  ]);
  const folded = document.querySelector('details');
  expect(folded?.querySelector('summary')?.textContent).toBe(
    'Choose Single-use first, then 2 more can be read',
  );
  expect(folded?.open).toBe(false);
  const groups = [...document.querySelectorAll('h3')].map((each) => each.textContent);
  expect(groups).toEqual(['Before you give out codes: 2']);
});

it('asks to be shown what it did not find, but not on a summary, where nothing could be shown', () => {
  const lost = [line('tracking-id', { state: 'unreadable', reason: 'not-found' })];
  draw(lost);
  expect(document.querySelector('[data-teach]')).not.toBeNull();
  draw(lost, true);
  expect(document.querySelector('[data-teach]')).toBeNull();
});

it('lets the mouse wheel change no number: a field that has the focus gives it up', () => {
  const model = { money: 'What it can cost', typed: { price: 5, codes: null }, priceRead: '' };
  render(<Money model={model as unknown as OverlayModel} actions={{} as OverlayActions} />, document.body);
  const price = document.querySelector<HTMLInputElement>('[data-typed="price"]');
  price?.focus();
  expect(document.activeElement).toBe(price);
  price?.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, bubbles: true }));
  expect(document.activeElement).not.toBe(price);
});

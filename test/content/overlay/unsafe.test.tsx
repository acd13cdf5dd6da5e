// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { OverlayActions, OverlayModel } from '../../../src/content/model/overlay-model';
import { Overlay } from '../../../src/content/overlay/Overlay';
import type { CheckResult } from '../../../src/domain/checks';
import { type Guide, guideOf } from '../../../src/domain/guide';
import type { PageKind } from '../../../src/domain/reading';

vi.mock('../../../src/platform/native', () => ({ browser: {} }));

afterEach(() => render(null, document.body));

function draw(page: PageKind, state: CheckResult['state'], guide: Guide | null = null): void {
  const line = {
    ...{ id: 'percent-off', label: 'Discount', severity: 'blocker', have: '80%', should: '50%', why: '' },
    ...{
      note: '',
      target: null,
      confirmed: null,
      accepted: '',
      acceptable: false,
      after: null,
      unset: false,
    },
    state,
  } as unknown as CheckResult;
  const lines = [line];
  const model = {
    ...{ page, connected: true, folded: false, store: 'US', account: '', languageKnown: true },
    ...{
      isSummary: page !== 'create',
      rows: [],
      nextStep: '',
      over: false,
      guideFolded: false,
      groupName: '',
    },
    ...{ nameCopied: false, wrongStore: '', money: '', typed: null, failed: false, canHold: true },
    ...{ escaped: false, asking: null, steppedAside: false, how: null, reported: '', pointing: null },
    checklist: { results: lines, notApplicable: [], fixed: [] },
    tally: {
      ...{ pass: state === 'pass' ? 1 : 0, fail: state === 'fail' ? 1 : 0, confirm: 0, unreadable: 0 },
      ...{ later: 0, folded: 0, ready: state === 'pass' },
    },
    isQuiet: () => false,
    guide: guide ?? guideOf({ page, kind: 'percentage-off', lines, groups: [] }),
  };
  render(<Overlay model={model as unknown as OverlayModel} actions={{} as OverlayActions} />, document.body);
}
const text = () => document.body.textContent ?? '';

it('makes a promotion’s own page ready for giving out only where nothing on it is unsafe', () => {
  draw('view', 'pass');
  expect(text()).toContain('Before you give out codes');
  expect(document.querySelector('[data-guide="manage-codes"]')).not.toBeNull();
  draw('view', 'fail');
  expect(text()).not.toContain('Before you give out codes');
  expect(document.querySelector('[data-guide]')).toBeNull();
  // What is kept of it can be opened all the same.
  expect(document.querySelector('[data-open-here]')).not.toBeNull();
});

it('leads on to Submit only from a review on which nothing is wrong', () => {
  draw('review', 'pass');
  expect(document.querySelector('[data-guide="submit"]')).not.toBeNull();
  draw('review', 'fail');
  expect(document.querySelector('[data-guide]')).toBeNull();
});

it('has two lines of the guide beside a mistake on the form, and all of it where there is none', () => {
  draw('create', 'fail');
  expect(document.querySelector('[data-guide="conditions"]')).not.toBeNull();
  expect(document.querySelector('[data-guide] details')).toBeNull();
  expect(document.querySelector('[data-guide] .why')).toBeNull();
  draw('create', 'pass');
  expect(document.querySelector('[data-guide] details')).not.toBeNull();
});

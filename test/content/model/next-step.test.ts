// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nameToCopy, nextStep } from '../../../src/content/model/next-step';
import type { NamedThing } from '../../../src/domain/reading';
import type { PageReading } from '../../../src/page/read-page';
import type { CodeGroup } from '../../../src/page/readers/code-group';

vi.mock('../../../src/platform/native', () => ({ browser: {} }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-11-20T12:00:00Z'));
  return () => vi.useRealTimers();
});

const none: ReadonlySet<CodeGroup> = new Set();
const emptyForm = { kind: 'percentage-off', readings: {} } as never;
const group = (name: string, quantity: number | null, ready = true): CodeGroup => ({
  name,
  quantity,
  status: ready ? 'Ready' : 'In progress',
  ready,
  downloadUrl: null,
  target: null,
});

function page(kind: PageReading['page'], more: Partial<PageReading> = {}): PageReading {
  const shown = { amazonId: 'A', trackingId: 'CC-1', name: null, percentOff: null, start: null, end: null };
  return { page: kind, form: null, groups: [], shown, ...more } as PageReading;
}

const counted = (fail: number) => ({
  pass: 13 - fail,
  fail,
  confirm: 1,
  unreadable: 0,
  folded: 0,
  later: 0,
  ready: fail === 0,
});

const said = (reading: PageReading, captured = none, isSummary = false, fail = 0) =>
  nextStep(reading, isSummary, counted(fail), false, captured);

describe('the next step', () => {
  it('at Review counts what was read, and says what is fixed after Submit', () => {
    const read = { kind: 'read', value: 1, evidence: [] };
    const form = { kind: 'percentage-off', readings: { a: read, b: read, c: { kind: 'absent' } } } as never;
    expect(said(page('review', { form }), none, true)).toBe(
      'Check these 2 values, then click Submit. Claim code, discount, conditions, and product list can’t be changed later.',
    );
    expect(said(page('review'))).toMatch(/^Check the values, then click Submit\. /);
  });

  it('at Review leads back to the form while something is wrong', () => {
    expect(said(page('review', { form: emptyForm }), none, true, 1)).toMatch(
      /^Go back to the form to fix what’s wrong/,
    );
  });

  it('on the form leads to Review once nothing is wrong, as the page calls it', () => {
    const names = (thing: NamedThing) => (thing === 'review' ? 'Überprüfen' : '');
    for (const kind of ['create', 'duplicate', 'review'] as const) {
      expect(said(page(kind, { form: emptyForm, names }))).toMatch(/^Next: click Überprüfen\. /);
      expect(said(page(kind, { form: emptyForm, names }), none, false, 1)).toBe('');
    }
    expect(said(page('edit', { form: emptyForm, names }))).toBe('');
  });

  it('names the kind of promotion where Amazon calls it so, and only there', () => {
    expect(said(page('manage'))).toContain('create a Percentage Off promotion');
    expect(said(page('central'))).toBe(
      'Open or create a promotion. Claimcheck’s checklist appears on its form.',
    );
  });

  it('after Submit leads to the promotion', () => {
    expect(said(page('submitted'))).toBe(
      'Next: open the promotion, then click Manage claim codes at the top.',
    );
  });

  it('on the promotion’s page leads to its codes, and tells nothing that the page doesn’t', () => {
    expect(said(page('view'))).toBe(
      'To get codes, click Manage claim codes at the top. Claim code, discount, conditions, and product list can no longer be changed. Tracking ID CC-1.',
    );
  });

  it('on an offer page says what becomes of what was read, also where it is not safe', () => {
    const offer = (fail: number, kept: boolean) => nextStep(page('offer'), false, counted(fail), kept, none);
    expect(offer(0, false)).toBe('');
    expect(offer(0, true)).toContain('The limit counts on any promotion form');
    expect(offer(1, true)).toContain('You’ll see a warning on any promotion form');
  });

  it('calls Amazon’s buttons as the page does', () => {
    const called: Partial<Record<NamedThing, string>> = {
      submit: 'Absenden',
      create: 'Erstellen',
      manageCodes: 'Gutscheincodes verwalten',
    };
    const more = { names: (thing: NamedThing) => called[thing] ?? '' };
    expect(said(page('review', more))).toMatch(/^Check the values, then click Absenden\. /);
    expect(said(page('submitted', more))).toContain('click Gutscheincodes verwalten at the top');
    expect(said(page('view', more))).toContain('click Gutscheincodes verwalten at the top.');
    expect(said(page('claim-codes', more))).toMatch(/ Then click Erstellen\.$/);
    expect(said(page('submitted', { names: () => '' }))).toContain('click Manage claim codes');
  });

  it('on the claim-code page suggests a name and warns of the quantity', () => {
    expect(said(page('claim-codes'))).toBe(
      'Enter a group name, such as CC-1-2026-11, and only as many codes as you plan to give out: each one is a discount. Then click Create.',
    );
    expect(nameToCopy(page('claim-codes'), none)).toBe('CC-1-2026-11');
    expect(nameToCopy(page('claim-codes', { shown: null }), none)).toBe('codes-2026-11');
    expect(nameToCopy(page('view'), none)).toBe('');
    const shown = { ...page('view').shown, trackingId: 'Garlic Nov 2026' } as PageReading['shown'];
    expect(nameToCopy(page('claim-codes', { shown }), none)).toBe('Garlic Nov 2026');
  });

  it('names the month that the seller has, also late on its last evening', () => {
    vi.stubEnv('TZ', 'America/Los_Angeles');
    vi.setSystemTime(new Date('2026-12-01T07:30:00Z'));
    expect(nameToCopy(page('claim-codes'), none)).toBe('CC-1-2026-11');
    vi.unstubAllEnvs();
  });

  it('there waits, then captures, then gives out', () => {
    const waiting = page('claim-codes', { groups: [group('CC-1-2026-11', 500, false)] });
    expect(said(waiting)).toBe('Refresh this page. Capture appears when a group is Ready.');
    expect(nameToCopy(waiting, none)).toBe('');
    const ready = page('claim-codes', { groups: [group('CC-1-2026-11', 500)] });
    expect(said(ready)).toContain('Click Capture');
    expect(said(ready, new Set(ready.groups))).toMatch(/^Every group was opened in Claimcheck\./);
  });

  it('offers another name for another group, once every group was opened in Claimcheck', () => {
    const groups = [group('cc-1-2026-11', 500), group('CC-1-2026-11-2', 100)];
    const reading = page('claim-codes', { groups });
    expect(nameToCopy(reading, new Set(groups))).toBe('CC-1-2026-11-3');
    expect(said(reading, new Set(groups))).toContain('CC-1-2026-11-3');
    expect(nameToCopy(reading, new Set(groups.slice(1)))).toBe('');
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nothingTyped } from '../../../src/content/model/money';
import { DraftKeeper } from '../../../src/content/on-page/draft-keeper';
import type { Checklist } from '../../../src/domain/checks';
import { draftKey, type ProofDraft } from '../../../src/domain/proof';
import type { PageReading } from '../../../src/page/read-page';

type Change = Record<string, { newValue?: unknown }>;
const storage = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  listeners: new Set<(changes: Change, area: string) => void>(),
}));

/** Writes as the page before does, seen by every page. */
function write(items: Record<string, unknown>): void {
  Object.assign(storage.kept, items);
  const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
  for (const listener of [...storage.listeners]) listener(changes, 'local');
}

vi.mock('../../../src/platform/native', () => ({
  browser: {
    runtime: { id: 'claimcheck' },
    storage: {
      local: {
        get: async (keys: string | string[]) =>
          structuredClone(
            Object.fromEntries(
              [keys]
                .flat()
                .filter((key) => key in storage.kept)
                .map((key) => [key, storage.kept[key]]),
            ),
          ),
        set: async (items: Record<string, unknown>) => write(structuredClone(items)),
        remove: async (key: string) => {
          delete storage.kept[key];
        },
      },
      onChanged: {
        addListener: (listener: (changes: Change, area: string) => void) => storage.listeners.add(listener),
        removeListener: (listener: (changes: Change, area: string) => void) =>
          storage.listeners.delete(listener),
      },
    },
  },
}));

const absent = { kind: 'absent' };
const readings = {
  trackingId: { kind: 'read', value: 'CC-1', evidence: [] },
  internalDescription: absent,
  start: absent,
  end: absent,
  discount: absent,
  productSelection: absent,
  claimCode: absent,
  combinability: absent,
};
const page = (kind: PageReading['page'], account = 'Garlic Ltd') =>
  ({
    page: kind,
    form: { kind: 'percentage-off', readings },
    store: { account, marketplace: { code: 'US', timeZone: 'America/Los_Angeles' } },
  }) as unknown as PageReading;
const checklist = { results: [] } as unknown as Checklist;
const about = (isSummary: boolean, price: number | null) => ({
  isSummary,
  accepted: null,
  typed: { ...nothingTyped, price },
});
const ownKey = draftKey({ account: 'Garlic Ltd', marketplace: 'US' }, { trackingId: 'CC-1' });
const kept = () => storage.kept[ownKey] as ProofDraft;

let life: AbortController;
let loaded: (ProofDraft | null)[];
const keeper = () => new DraftKeeper((before) => loaded.push(before), life.signal);
const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** What the press of Review on the form writes, and when it was. */
async function pressed(): Promise<Record<string, unknown>> {
  keeper().press(page('create'), about(false, 49.9), checklist, []);
  await passes(1);
  const written = { ...storage.kept };
  storage.kept = {};
  return written;
}

beforeEach(() => {
  vi.useFakeTimers();
  storage.kept = {};
  storage.listeners.clear();
  loaded = [];
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('the draft on the review page', () => {
  /** The summary is read, again once something was loaded, and pressed. */
  async function submits(written: Record<string, unknown>, arrivesAfter: number): Promise<void> {
    const review = keeper();
    if (arrivesAfter === 0) write(written);
    const see = () =>
      review.see(page('review'), about(true, loaded.at(-1)?.details?.price ?? null), checklist);
    see();
    await passes(1);
    see();
    await passes(arrivesAfter);
    if (arrivesAfter > 0) write(written);
    see();
    review.press(page('review'), about(true, loaded.at(-1)?.details?.price ?? null), checklist, []);
    await passes(1);
  }

  it.each([
    ['before the page begins', 0],
    ['after the page looked for it', 5],
    ['after the page kept a draft of its own', 600],
  ])('goes on from the form’s where that is written %s', async (_, arrivesAfter) => {
    const written = await pressed();
    await submits(written, arrivesAfter);
    expect(kept().marks.map(({ step }) => step)).toEqual(['review', 'submit']);
    expect(kept().details?.price).toBe(49.9);
    expect(kept().form).not.toBeNull();
    expect(kept().id).toBe((written[ownKey] as ProofDraft).id);
  });

  it('begins anew where Review was pressed more than an hour ago', async () => {
    const written = await pressed();
    const earlier = (written[ownKey] as ProofDraft).id;
    await passes(3_600_001);
    await submits(written, 0);
    expect(kept().id).not.toBe(earlier);
    expect(kept().marks.map(({ step }) => step)).toEqual(['submit']);
  });

  it('goes on from its own where another tab pressed Review later', async () => {
    write(await pressed());
    write({ lastReviewed: { key: 'draft |t CC-2', at: new Date().toISOString() } });
    write({ 'draft |t CC-2': { ...kept(), trackingId: 'CC-2' } });
    await submits({}, 0);
    expect(kept().marks.map(({ step }) => step)).toEqual(['review', 'submit']);
  });

  it('takes nothing from a press in another tab while it stands', async () => {
    const review = keeper();
    review.see(page('review'), about(true, null), checklist);
    await passes(1000);
    const later = await pressed();
    write(later);
    expect(loaded).toEqual([null]);
  });

  it('names the store of the press where it was another one, also when that is written late', async () => {
    const written = await pressed();
    const review = keeper();
    review.see(page('review', 'Other Ltd'), about(true, null), checklist);
    await passes(5);
    expect(review.elsewhere).toBe(false);
    write(written);
    expect(review.elsewhere).toBe(true);
    expect(loaded).toEqual([null, null]);
  });

  it.each(['a new page', 'the end of this copy'])('hears nothing more after %s', async (end) => {
    const written = await pressed();
    const review = keeper();
    review.see(page('review'), about(true, null), checklist);
    await passes(5);
    if (end === 'a new page') review.reset();
    else life.abort();
    write(written);
    expect(loaded).toEqual([null]);
    expect(storage.listeners.size).toBe(0);
  });
});

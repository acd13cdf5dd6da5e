import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmationKey } from '../../../src/content/model/confirmation-key';
import { Touched } from '../../../src/content/model/touched';
import type { CheckResult } from '../../../src/domain/checks';
import type { PageReading } from '../../../src/page/read-page';
import { loadKept, saveConfirmation } from '../../../src/stored/confirmed';

const kept = vi.hoisted(() => ({ all: {} as Record<string, unknown> }));
vi.mock('../../../src/platform/native', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => structuredClone(key in kept.all ? { [key]: kept.all[key] } : {}),
        set: async (items: Record<string, unknown>) => void Object.assign(kept.all, structuredClone(items)),
      },
    },
  },
}));

beforeEach(() => {
  kept.all = {};
});

describe('a confirmed order limit', () => {
  it('counts for one product selection in one store of one account', () => {
    const key = (name: string, account = 'Garlic Ltd', code = 'US') =>
      confirmationKey({
        store: { account, marketplace: { code } },
        form: { readings: { productSelection: { kind: 'read', value: { kind: 'list', name } } } },
      } as unknown as PageReading);
    const keys = [key('Press'), key('Peeler'), key('Press', 'Onion Ltd'), key('Press', 'Garlic Ltd', 'DE')];
    expect(new Set(keys).size).toBe(4);
    expect(key('Press')).toBe(keys[0]);
  });

  it('lasts thirty days, since a feed may have overwritten it', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    await saveConfirmation('lately', daysAgo(29));
    await saveConfirmation('long ago', daysAgo(31));
    expect(Object.keys((await loadKept()).confirmations)).toEqual(['lately']);
    await saveConfirmation('lately', null);
    expect((await loadKept()).confirmations).toEqual({});
  });
});

describe('what the seller has touched', () => {
  const read = (have: string) => [{ id: 'combinability', state: 'fail', have }] as CheckResult[];

  it('is what reads differently than at first', () => {
    const touched = new Touched();
    touched.see(read('Nothing chosen'));
    expect(touched.has('combinability')).toBe(false);
    touched.see(read('Unrestricted'));
    expect(touched.has('combinability')).toBe(true);
  });

  it('is not what comes into sight with a section that unfolds', () => {
    const touched = new Touched();
    touched.see([{ id: 'combinability', state: 'unreadable', have: 'Not shown yet' }] as CheckResult[]);
    touched.see(read('Nothing chosen'));
    expect(touched.has('combinability')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import {
  changedSince,
  type ProofDraft,
  type ProofLine,
  proofLines,
  unsafeNow,
} from '../../../src/domain/proof';
import { isProofOf } from '../../../src/domain/proof-of';
import {
  bindProofs,
  getProof,
  listProofs,
  offersOfSelection,
  rememberOffer,
} from '../../../src/ledger/index';
import { shareable } from '../../../src/workspace/proof/proof-words';
import { code, freshLedger } from '../helpers';

const us = { account: 'Garlic Ltd', marketplace: 'US' } as const;

function draft(more: Partial<ProofDraft> = {}): ProofDraft {
  return {
    ...us,
    id: 'd1',
    kind: 'percentage-off',
    trackingId: 'T-1',
    amazonId: null,
    name: 'Garlic',
    accepted: null,
    form: null,
    review: null,
    marks: [{ step: 'submit', at: '2026-11-23T20:00:00.000Z', overridden: ['combinability'] }],
    ...more,
  };
}

describe('a proof', () => {
  it('belongs to the promotion that was met, once', async () => {
    const db = await freshLedger();
    const met = { ...us, amazonId: 'A1', trackingId: 'T-1' };
    const first = await bindProofs(db, { ...met, drafts: [draft()] });
    expect(first).toMatchObject({ id: 'd1', amazonId: 'A1' });
    await bindProofs(db, { ...met, drafts: [draft()] });
    expect(await listProofs(db)).toHaveLength(1);
    expect(await bindProofs(db, { ...met, drafts: [] })).toMatchObject({ id: 'd1' });
    expect((await getProof(db, 'd1'))?.amazonId).toBe('A1');
    expect(await getProof(db, 'd2')).toBeNull();
  });

  it('learns what the promotion’s own page shows, once for each change', async () => {
    const db = await freshLedger();
    const met = { ...us, amazonId: 'A1', trackingId: 'T-1' };
    const line = (have: string, state: 'pass' | 'fail' = 'pass'): ProofLine => ({
      ...{ id: 'percent-off', severity: 'blocker', state, label: 'Buyer gets', have, should: '' },
      ...{ reason: null, confirmed: null, accepted: '' },
    });
    const shown = (lines: ProofLine[]) => ({ kind: 'percentage-off' as const, name: 'Garlic', lines });
    const form = { at: '2026-11-23T20:00:00.000Z', page: 'create' as const, lines: [line('20%')] };
    await bindProofs(db, { ...met, drafts: [draft({ form })], shown: shown([line('20%')]) });
    const [first] = await listProofs(db);
    expect(first && changedSince(first)).toEqual([]);
    await bindProofs(db, { ...met, drafts: [], shown: shown([line('20%')]) });
    expect((await listProofs(db))[0]?.shown?.at).toBe(first?.shown?.at);
    await bindProofs(db, { ...met, drafts: [], shown: shown([line('90%', 'fail')]) });
    const [proof, second] = await listProofs(db);
    expect(second).toBeUndefined();
    expect(proof?.form).toEqual(form);
    expect(proof && changedSince(proof).map(({ have }) => have)).toEqual(['90%']);
    expect(proof && unsafeNow(proof).map(({ id }) => id)).toEqual(['percent-off']);
    // A page that told next to nothing takes nothing back.
    await bindProofs(db, { ...met, drafts: [], shown: shown([]) });
    expect((await listProofs(db))[0]?.shown).toEqual(proof?.shown);
  });

  it('takes what its page showed before the draft came, and is one with it', async () => {
    const db = await freshLedger();
    const met = { ...us, amazonId: 'A1', trackingId: 'T-1' };
    const line: ProofLine = {
      ...{
        id: 'percent-off',
        severity: 'blocker',
        state: 'pass',
        label: 'Buyer gets',
        have: '20%',
        should: '',
      },
      ...{ reason: null, confirmed: null, accepted: '' },
    };
    await bindProofs(db, {
      ...met,
      drafts: [],
      shown: { kind: 'percentage-off', name: 'Garlic', lines: [line] },
    });
    expect((await listProofs(db)).map(({ marks }) => marks)).toEqual([[]]);
    // Twice: the last press may be kept after the page was read.
    for (const overridden of [[], ['combinability' as const]]) {
      const marks = [{ step: 'submit' as const, at: '2026-11-23T20:00:00.000Z', overridden }];
      await bindProofs(db, { ...met, drafts: [draft({ marks })] });
      const [proof, second] = await listProofs(db);
      expect([proof?.id, second]).toEqual(['d1', undefined]);
      expect(proof).toMatchObject({ marks, shown: { lines: [{ have: '20%' }] } });
    }
  });

  it('is made of a promotion’s own page alone where it was made elsewhere', async () => {
    const db = await freshLedger();
    const line = {
      id: 'claim-code-single-use',
      severity: 'blocker',
      state: 'fail',
      label: 'Claim Code',
    } as const;
    const lines = [{ ...line, have: 'Group', should: '', reason: null, confirmed: null, accepted: '' }];
    const shown = { kind: 'unknown' as const, name: 'Old', lines };
    await bindProofs(db, { ...us, amazonId: null, trackingId: null, drafts: [], shown });
    expect(await listProofs(db)).toEqual([]);
    await bindProofs(db, { ...us, amazonId: 'A9', trackingId: null, drafts: [], shown });
    const [proof] = await listProofs(db);
    expect(proof).toMatchObject({ amazonId: 'A9', name: 'Old', form: null, marks: [] });
    expect(proof && proofLines(proof)).toEqual(lines);
    expect(
      proof && unsafeNow({ ...proof, accepted: { at: '2026-11-23T20:00:00.000Z', reason: 'x' } }),
    ).toEqual([]);
  });

  it('is not taken by another account, store or promotion', async () => {
    const db = await freshLedger();
    const met = { ...us, amazonId: 'A1', trackingId: 'T-1', drafts: [draft()] };
    expect(await bindProofs(db, { ...met, account: 'Other Ltd' })).toBeNull();
    expect(await bindProofs(db, { ...met, marketplace: 'DE' })).toBeNull();
    expect(await listProofs(db)).toEqual([]);
    await bindProofs(db, met);
    expect(await bindProofs(db, { ...met, amazonId: 'A2', drafts: [] })).toBeNull();
    const [proof] = await listProofs(db);
    const known = {
      ...us,
      id: 'p',
      name: 'Garlic',
      trackingId: 'T-1',
      percentOff: null,
      start: null,
      end: null,
      givingEnded: null,
      createdAt: '',
    };
    expect(proof && isProofOf(proof, { ...known, amazonIds: ['A1'] })).toBe(true);
    expect(proof && isProofOf(proof, { ...known, amazonIds: ['A2'] })).toBe(false);
    expect(proof && isProofOf(proof, { ...known, amazonIds: [] })).toBe(true);
    expect(proof && isProofOf(proof, { ...known, amazonIds: [], marketplace: 'DE' })).toBe(false);
  });

  it('leaves codes and the account’s name out of what is shared', () => {
    expect(shareable(`Garlic Ltd ${code(7)} 20 % off`, 'Garlic Ltd')).toBe(
      '(account left out) (code left out) 20 % off',
    );
  });
});

describe('what offer pages showed', () => {
  it('counts each offer of a listed product by itself', async () => {
    const db = await freshLedger();
    const wanted = { ...us, selection: 'Press', limit: 1 };
    expect(await offersOfSelection(db, { ...wanted, items: null })).toBeNull();
    expect(await offersOfSelection(db, { ...wanted, items: ['B01', 'SKU-9'] })).toEqual({
      total: 2,
      read: 0,
      over: [],
      price: null,
    });
    await rememberOffer(db, { ...us, sku: 'FBA-1', asin: 'B01', limit: 1, price: 19.99 });
    await rememberOffer(db, { ...us, sku: 'FBM-1', asin: 'B01', limit: 5, price: 24.5 });
    await rememberOffer(db, { ...us, marketplace: 'DE', sku: 'SKU-9', asin: null, limit: 1 });
    expect(await offersOfSelection(db, { ...wanted, items: null })).toEqual({
      total: 3,
      read: 2,
      over: ['FBM-1'],
      price: null,
    });
    await rememberOffer(db, { ...us, sku: 'FBM-1', asin: 'B01', limit: 1, price: 24.5 });
    await rememberOffer(db, { ...us, sku: 'SKU-9', asin: null, limit: null, price: null });
    expect(await offersOfSelection(db, { ...wanted, items: null })).toEqual({
      total: 3,
      read: 3,
      over: ['SKU-9'],
      price: null,
    });
    // The highest, once every one is known.
    await rememberOffer(db, { ...us, sku: 'SKU-9', asin: null, limit: null, price: 5 });
    expect((await offersOfSelection(db, { ...wanted, items: null }))?.price).toBe(24.5);
    expect(await offersOfSelection(db, { ...wanted, items: [] })).toBeNull();
  });
});

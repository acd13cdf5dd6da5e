import { describe, expect, it, vi } from 'vitest';
import { issueNext, onLedgerChange, revision, updatePromotion } from '../../../src/ledger/index';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, to } from '../helpers';

describe('telling of changes', () => {
  it('tells this view and others after each completed write, until stopped', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2));
    const elsewhere = new BroadcastChannel('claimcheck-ledger');
    const heard = vi.fn();
    elsewhere.onmessage = heard;
    const listener = vi.fn();
    const stop = onLedgerChange(listener);
    await issueNext(db, promotionId, 1, to(''));
    await eventually(() => expect(heard).toHaveBeenCalledOnce());
    expect(listener).toHaveBeenCalledOnce();
    await expect(issueNext(db, promotionId, 9, to(''))).rejects.toThrow();
    expect(listener).toHaveBeenCalledOnce();
    elsewhere.postMessage('changed');
    await eventually(() => expect(listener).toHaveBeenCalledTimes(2));
    stop();
    await issueNext(db, promotionId, 1, to(''));
    expect(listener).toHaveBeenCalledTimes(2);
    elsewhere.close();
  });

  it('gathers what is written while a view still reads, and lets it read once more', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    let reads = 0;
    let seen = 0;
    let release = () => {};
    const stop = onLedgerChange(async () => {
      reads += 1;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      seen = await revision(db);
    });
    for (let i = 0; i < 5; i++) await issueNext(db, promotionId, 1, to(''));
    expect(reads).toBe(1);
    release();
    await eventually(() => expect(reads).toBe(2));
    release();
    await eventually(async () => expect(seen).toBe(await revision(db)));
    await issueNext(db, promotionId, 1, to(''));
    expect(reads).toBe(3);
    // Stopped while it reads: it isn't called for what was gathered.
    await issueNext(db, promotionId, 1, to(''));
    stop();
    release();
    await eventually(async () => expect(seen).toBe(await revision(db)));
    expect(reads).toBe(3);
  });

  it('moves the revision with every write to codes, and with nothing else', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2));
    const before = await revision(db);
    await updatePromotion(db, promotionId, { name: 'New name' });
    expect(await revision(db)).toBe(before);
    await issueNext(db, promotionId, 1, to(''));
    expect(await revision(db)).toBe(before + 1);
  });
});

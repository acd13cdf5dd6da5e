import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Db,
  findCodes,
  givenTo,
  holdNext,
  issueNext,
  prepareFind,
  redeem,
  withdrawImport,
} from '../../../src/ledger/index';
import { code, codes, freshLedger, importCodes, promotion, putBack, to } from '../helpers';

describe('finding', () => {
  let db: Db;
  let issuance: string;

  beforeAll(async () => {
    db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(1200), { name: 'Lot 1' });
    ({ issuance } = await issueNext(db, promotionId, 2, to('Anna Müller', 'Instagram')));
    await issueNext(db, promotionId, 1, to('Ben', 'Mail'));
    const undone = await issueNext(db, promotionId, 1, to('Carla', 'Mail'));
    await putBack(db, undone.issuance, '');
    await redeem(db, code(1), '114-5550000-1', 'Sam');
    const gone = await importCodes(db, codes(5, 'GONE'), { into: promotion({ name: 'Gone' }) });
    await withdrawImport(db, gone.batchId, '');
    await importCodes(db, ['ZZZZ-O1O1O1-I0I0I0']);
  });

  it('answers for a code, in any case and with blanks', async () => {
    expect(await findCodes(db, ` ${code(1).toLowerCase()}\n`)).toEqual([
      {
        code: code(1),
        place: { batch: 1, from: 1 },
        promotion: expect.objectContaining({ name: 'Garlic-IG-01' }),
        state: 'issued',
        to: 'Anna Müller',
        handle: '',
        channel: 'Instagram',
        at: expect.any(String),
        batch: 'Lot 1',
        redeemedAt: expect.any(String),
        orderId: '114-5550000-1',
        issuance,
        movedTo: '',
        keptBack: null,
        earlier: [],
      },
    ]);
    expect(await findCodes(db, code(1199))).toMatchObject([{ state: 'available', at: null, issuance: null }]);
    expect(await findCodes(db, code(5000))).toEqual([]);
  });

  it('answers for a code mistyped where Amazon sees no difference', async () => {
    expect(await findCodes(db, 'ZZZZ-010101-IOIOIO')).toMatchObject([{ code: 'ZZZZ-O1O1O1-I0I0I0' }]);
  });

  it('answers for part of a code, across blocks, up to a limit', async () => {
    const found = await findCodes(db, code(1100).slice(5, 11).toLowerCase());
    expect(found.map((each) => each.code)).toEqual([code(1100)]);
    expect(await findCodes(db, 'AAAA-', 7)).toHaveLength(7);
    expect(await findCodes(db, 'GONE-')).toEqual([]);
  });

  it('answers for part of a code as it was shown, written or typed', async () => {
    const whole = code(1100);
    const first = async (part: string) => (await findCodes(db, part))[0]?.code;
    expect(await first(`${whole.slice(0, 11)}…${whole.slice(-3)}`)).toBe(whole);
    expect(await first(`${whole.slice(0, 11)}...${whole.slice(-3)}`)).toBe(whole);
    expect(await first(whole.slice(6, 17).replaceAll('-', ''))).toBe(whole);
    expect(await first('o101i0')).toBe('ZZZZ-O1O1O1-I0I0I0');
    for (const none of ['AA', 'A…A', '*', `${whole.slice(0, 9)}…999`, '.'.repeat(9)])
      expect(await findCodes(db, none)).toEqual([]);
  });

  it('finds codes added after it was made ready, and not those of an import taken out since', async () => {
    const own = await freshLedger();
    await prepareFind(own);
    const { batchId } = await importCodes(own, codes(3, 'BBBB'));
    expect(await findCodes(own, 'bbbb')).toHaveLength(3);
    await withdrawImport(own, batchId, '');
    expect(await findCodes(own, 'bbbb')).toEqual([]);
  });

  it('lets codes be given out while it looks through all of them', async () => {
    const own = await freshLedger();
    const { promotionId } = await importCodes(own, codes(60_000));
    const order: string[] = [];
    await Promise.all([
      findCodes(own, 'NONE-NONE').then(() => order.push('found')),
      issueNext(own, promotionId, 1, to('')).then(() => order.push('given')),
    ]);
    expect(order).toEqual(['given', 'found']);
  });

  it('answers for a person, a channel and an order by any part of it', async () => {
    expect((await findCodes(db, 'müll')).map((each) => each.code)).toEqual(codes(2));
    expect((await findCodes(db, 'mail')).map((each) => each.to)).toEqual(['Ben', '']);
    expect((await findCodes(db, '5550000')).map((each) => each.code)).toEqual([code(1)]);
    // Carla's code was taken back: who had it is known for good.
    expect(await findCodes(db, 'Carla')).toMatchObject([
      { code: code(3), state: 'available', earlier: [{ to: 'Carla', channel: 'Mail', edited: false }] },
    ]);
    expect(await findCodes(db, ' ')).toEqual([]);
  });

  it('knows people named after it was made ready, the latest first, and looks at no more than it shows', async () => {
    const own = await freshLedger();
    const { promotionId } = await importCodes(own, codes(30));
    await issueNext(own, promotionId, 1, to('Zoe Smith'));
    await prepareFind(own);
    for (let i = 0; i < 20; i++) await issueNext(own, promotionId, 1, to(`Anna ${i} Smith`));
    const looked = vi.spyOn(IDBIndex.prototype, 'openCursor');
    const found = await findCodes(own, 'smith', 3);
    expect(found.map((each) => each.to)).toEqual(['Anna 19 Smith', 'Anna 18 Smith', 'Anna 17 Smith']);
    expect(looked.mock.calls.length).toBe(3);
    looked.mockRestore();
    expect((await findCodes(own, 'zoe')).map((each) => each.to)).toEqual(['Zoe Smith']);
  });

  it('answers for a pasted message', async () => {
    const message = `Hi, ${code(7)} does not work, and (${code(2).toLowerCase()}). My friend has ${code(7)} too.`;
    expect((await findCodes(db, message)).map((each) => each.code)).toEqual([code(7), code(2)]);
  });

  it('answers for a pasted message whose code lost its dashes, or a piece', async () => {
    const [a = '', b = '', c = ''] = code(7).split('-');
    for (const told of [`${a} ${b} ${c}`, `${a}–${b}–${c}`, `${a}. ${b} .${c}`.toLowerCase()])
      expect((await findCodes(db, `Hi, my code (${told}) fails`)).map((each) => each.code)).toEqual([
        code(7),
      ]);
    const cut = `Sorry, ${code(1100).slice(1)} is what I can read; I ordered 2 on 2026-11-24`;
    expect((await findCodes(db, cut)).map((each) => each.code)).toEqual([code(1100)]);
  });

  it('answers for a pasted message that names somebody, and not for a channel it mentions', async () => {
    const found = await findCodes(db, 'Hello, it’s Anna Müller: the code you sent me does not work');
    expect(found.map((each) => each.code)).toEqual(codes(2));
    expect(await findCodes(db, 'I saw your post on Instagram, can I have a code by mail?')).toEqual([]);
    expect((await findCodes(db, 'My order 114-5550000-1 came')).map((each) => each.code)).toEqual([code(1)]);
    expect(await findCodes(db, 'The bench is nice')).toEqual([]);
  });

  it('says for whom a code is on hold, and until when', async () => {
    const own = await freshLedger();
    const { promotionId } = await importCodes(own, codes(2, 'HELD'));
    const until = new Date('2027-01-01T00:00:00Z');
    await holdNext(own, promotionId, 1, { to: 'Dora', note: '', until, by: '' });
    expect(await findCodes(own, 'dora')).toMatchObject([
      { state: 'held', keptBack: { to: 'Dora', until: until.toISOString() } },
    ]);
    expect(await givenTo(own, promotionId, 'Dora')).toEqual([]);
    expect(await findCodes(own, code(1, 'HELD'))).toMatchObject([{ state: 'available', keptBack: null }]);
  });
});

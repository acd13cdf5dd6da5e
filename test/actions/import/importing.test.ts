import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { Importer } from '../../../src/actions/import/importing';
import { sentIn } from '../../../src/actions/import/sent-list';
import { localPool } from '../../../src/actions/local-pool';
import { historyHeader, maxFileBytes } from '../../../src/files';
import { addToInbox, type Db, issueNext, listInbox, listPromotions, selfCheck } from '../../../src/ledger';
import { loadSettings } from '../../../src/stored/settings';
import { eventually } from '../../eventually';
import { code, codes, everything, freshLedger, importCodes, promotion } from '../../ledger/helpers';
import { forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

let db: Db;
let importer: Importer;
const list = codes(10);

function file(text: string, name = 'codes.txt'): File {
  return new File([text], name);
}

const captured = {
  ...{ name: 'codes.zip', group: 'ig-1', quantity: 10, marketplace: null, account: null, promotion: null },
} as const;

function preview() {
  const { stage } = importer.state;
  if (stage.kind !== 'preview') throw new Error(`no preview but ${JSON.stringify(stage)}`);
  return stage;
}

beforeEach(async () => {
  forget();
  db = await freshLedger();
  importer = new Importer(localPool(db));
});

describe('an import', () => {
  it('takes a column for what the seller says it is, and remembers that for lists alike', async () => {
    const sheet = (of: readonly string[]) =>
      file(`code,Spalte A,Bestellt\n${of.map((each, i) => `${each},Anna ${i},111-${i}`).join('\n')}\n`);
    await importer.readFile(sheet(list.slice(0, 3)));
    const { table, people } = preview().plan.file;
    expect(people).toBeNull();
    expect(table).toMatchObject({ codes: 0, header: ['code', 'Spalte A', 'Bestellt'] });
    expect(table?.rows[1]).toEqual([list[1], 'Anna 1', '111-1']);
    const columns = {
      ...{ person: 1, surname: null, handle: null, channel: null, note: null, order: 2, date: null },
    };
    await importer.rereadWith(columns);
    const given = { to: 'Anna 1', channel: '', note: '111-1', at: '' };
    expect(preview().plan.file.people?.[1]).toEqual(given);
    importer.cancel();
    await importer.readFile(sheet(list.slice(3, 6)));
    expect(preview().plan.file.people?.[1]).toEqual(given);
    expect(preview().plan.file.table?.columns).toEqual(columns);
    // Choosing the character set afterwards keeps what was said of the columns.
    await importer.rereadIn('windows-1252');
    expect(preview().plan.file.people?.[1]).toEqual(given);
  });

  it('is shown first, then added in one step, and can be taken back', async () => {
    importer.fill({ promotion: 'Garlic-IG-01', marketplace: 'DE' });
    await importer.readFile(file(`code\n${list.join('\n')}\n\n${list[0]}\nAA22XYZ1\nhello\n`));
    const { plan } = preview();
    const { file: read } = plan;
    expect([
      plan.added,
      plan.duplicates.length,
      read.rejected.length,
      read.suspects.length,
      read.blank,
      read.header,
    ]).toEqual([10, 1, 1, 1, 1, 1]);
    expect(await listPromotions(db)).toEqual([]);
    await importer.confirm();
    expect(importer.state.stage).toMatchObject({ kind: 'added', count: 10, promotionName: 'Garlic-IG-01' });
    expect((await listPromotions(db))[0]).toMatchObject({
      promotion: { name: 'Garlic-IG-01', marketplace: 'DE' },
      counts: { total: 10, available: 10 },
    });
    expect((await loadSettings()).lastMarketplace).toBe('DE');
    await importer.withdraw();
    expect(importer.state.stage.kind).toBe('withdrawn');
    expect((await listPromotions(db))[0]?.counts.total).toBe(0);
  });

  it('asks whether codes are new where this browser has lost its own', async () => {
    const other = await freshLedger();
    await importCodes(other, codes(3, 'CCCC'));
    const desk = new Desk(localPool(other));
    await desk.refresh();
    importer.fill({ promotion: 'Garlic-IG-01', marketplace: 'US' });
    await importer.readPaste(list.join('\n'));
    expect(importer.state.form.as).toBe('ask');
    await importer.confirm();
    expect(preview().fault).toMatchObject({ field: 'as' });
    expect(await listPromotions(db)).toEqual([]);
    importer.fill({ as: 'given-out' });
    await importer.confirm();
    expect((await listPromotions(db))[0]?.counts).toMatchObject({ available: 0, issued: 10 });
  });

  it('of a history marks what is further than here, and one undo takes all of it back', async () => {
    const { promotionId } = await importCodes(db, list, { into: promotion({ name: 'Garlic' }) });
    const rows = list.slice(0, 4).map((each) => `${each},issued,Garlic,,l,2026-05-01T09:30:00Z,Ben,,,,,US,,`);
    const fresh = `${code(20)},available,Peeler,PEEL,l,,,,,,,DE,,`;
    await importer.readPaste([historyHeader().trim(), ...rows, fresh].join('\r\n'));
    expect(preview()).toMatchObject({
      plan: { added: 1 },
      told: [
        { name: 'Garlic', count: 0 },
        { name: 'Peeler', marketplace: 'DE', count: 1 },
      ],
    });
    await importer.confirm();
    expect(importer.state.stage).toMatchObject({ kind: 'added', count: 1, forwarded: 4 });
    const counts = async () =>
      (await listPromotions(db)).find((each) => each.promotion.id === promotionId)?.counts;
    expect(await counts()).toMatchObject({ available: 6, issued: 4 });
    await importer.withdraw();
    expect(await counts()).toMatchObject({ available: 10, issued: 0, total: 10 });
    expect((await listPromotions(db)).find((each) => each.promotion.name === 'Peeler')?.counts.total).toBe(0);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('of nothing but known codes still marks what the list tells', async () => {
    await importCodes(db, list, { into: promotion({ name: 'Garlic' }) });
    importer.fill({ as: 'given-out', to: 'Vipon' });
    await importer.readPaste(list.slice(0, 3).join('\n'));
    await importer.confirm();
    expect(importer.state.stage).toMatchObject({
      kind: 'added',
      count: 0,
      forwarded: 3,
      promotionName: 'Garlic',
    });
    expect((await listPromotions(db))[0]?.counts).toMatchObject({ issued: 3, available: 7 });
  });

  it('goes to the promotion whose name or Tracking ID was typed', async () => {
    const { promotionId } = await importCodes(db, codes(2, 'BBBB'), {
      into: promotion({ trackingId: 'TRACK-7' }),
    });
    importer.fill({ promotion: ' track-7 ', marketplace: 'US' });
    await importer.readPaste(list.join('\n'));
    await eventually(() => expect(importer.state.match?.id).toBe(promotionId));
    await importer.confirm();
    expect(importer.state.stage).toMatchObject({ kind: 'added', promotionId });
    expect(await listPromotions(db)).toHaveLength(1);
  });

  it('asks for the promotion before anything is written', async () => {
    await importer.readPaste(list.join('\n'));
    await importer.confirm();
    expect(preview().fault?.field).toBe('promotion');
    importer.fill({ promotion: 'Garlic' });
    expect(preview().fault).toBeNull();
    expect(await listPromotions(db)).toEqual([]);
  });

  it('previews again when codes moved meanwhile', async () => {
    importer.fill({ promotion: 'Garlic-IG-01' });
    await importer.readPaste(list.join('\n'));
    await importCodes(db, list.slice(0, 4));
    await importer.confirm();
    expect(preview().plan.added).toBe(6);
    expect(preview().remark).toContain('another window');
    await importer.confirm();
    expect((await listPromotions(db))[0]?.counts.total).toBe(10);
  });

  it('closes when there is nothing to add', async () => {
    await importCodes(db, list);
    await importer.readPaste(list.join('\n'));
    await importer.confirm();
    expect(importer.state.stage.kind).toBe('waiting');
  });

  it('takes lists that were given out already, wholly or in part', async () => {
    importer.fill({ promotion: 'All', as: 'given-out', to: 'Vipon' });
    await importer.readPaste(codes(3, 'DDDD').join('\n'));
    await importer.confirm();
    importer.fill({ promotion: 'Part', as: 'part-given-out', to: 'Anna', sent: 'no code here' });
    await importer.readPaste(list.join('\n'));
    await importer.confirm();
    expect(preview().fault?.field).toBe('sent');
    importer.fill({ sent: `Hi, use ${list[2]?.toLowerCase()} today; ${code(999)}` });
    await importer.confirm();
    const counts = Object.fromEntries(
      (await listPromotions(db)).map((each) => [each.promotion.name, each.counts]),
    );
    expect(counts.All).toMatchObject({ available: 0, issued: 3 });
    expect(counts.Part).toMatchObject({ available: 9, issued: 1 });
  });

  it('takes the codes already sent from a file, in whatever form they stand there, and from the field', async () => {
    importer.fill({ promotion: 'Part', as: 'part-given-out' });
    await importer.readPaste(list.join('\n'));
    await importer.readSent(file('nobody wrote', 'messages.txt'));
    expect(importer.state.form.sentFile?.problem).toBe('No codes found in messages.txt.');
    await importer.confirm();
    expect(preview().fault?.field).toBe('sent');
    const table = `Name,Message\nAnna,"Hi, here is ${list[1]}"\nBen,"${list[2]?.toLowerCase()} for you"\n`;
    await importer.readSent(file(table, 'messages.csv'));
    expect(importer.state.form.sentFile).toMatchObject({
      name: 'messages.csv',
      account: { codes: [{ code: list[1] }, { code: list[2] }], lines: 3, read: 2, wordy: [{ line: 1 }] },
    });
    importer.fill({ sent: `${list[2]} ${list[3]}` });
    await importer.confirm();
    expect((await listPromotions(db))[0]?.counts).toMatchObject({ total: 10, available: 7, issued: 3 });
  });

  it('asks before it goes on without a line of sent codes that it does not understand', async () => {
    importer.fill({ promotion: 'Part', as: 'part-given-out' });
    await importer.readPaste(list.join('\n'));
    importer.fill({
      sent: `${list[1]?.replaceAll('-', '–')}\n${list[2]?.slice(0, -1)}7\nthanks 会员${list[3]}，\n${list[4]?.slice(0, -2)}`,
    });
    await importer.confirm();
    expect(preview().fault).toMatchObject({
      field: 'sent',
      text: expect.stringContaining('1 of 4 lines not'),
    });
    importer.fill({ sentLeft: true });
    expect(sentIn(importer.state.form, list)).toMatchObject({ listed: 3, here: 2, elsewhere: [{ line: 2 }] });
    await importer.confirm();
    expect((await listPromotions(db))[0]?.counts).toMatchObject({ total: 10, available: 8, issued: 2 });
  });

  it('never takes a list that says what became of its codes for new without a word of the seller’s', async () => {
    importer.fill({ promotion: 'Told' });
    await importer.readPaste(
      `Code,Status,Sent to\n${list[0]},Used,Anna\n${list[1]},Used,Ben\n${list[2]},,\n`,
    );
    await importer.confirm();
    expect(preview().fault?.field).toBe('as');
    importer.fill({ as: 'told' });
    await importer.confirm();
    expect((await listPromotions(db))[0]?.counts).toMatchObject({ total: 3, available: 1, issued: 2 });
    await importer.readPaste(`${list[3]}\n`);
    expect(importer.state.form.as).toBe('new');
  });

  it('reads a list once more in another character set', async () => {
    const bytes = Uint8Array.from(
      [...`who,code\nx,${list[0]}\n`].map((each) => each.charCodeAt(0)),
      (unit) => (unit === 120 ? 0xd5 : unit),
    );
    await importer.readFile(new File([bytes], 'codes.csv'));
    expect(preview().plan.file.charset?.used).not.toBe('windows-1253');
    await importer.rereadIn('windows-1253');
    expect(preview().plan.file).toMatchObject({ codes: [list[0]], charset: { used: 'windows-1253' } });
  });

  it('takes how many from the top of the list are out, with others beside', async () => {
    importer.fill({ promotion: 'Part', as: 'part-given-out', sentFirst: 'some' });
    await importer.readPaste(list.join('\n'));
    await importer.confirm();
    expect(preview().fault?.field).toBe('sentFirst');
    importer.fill({ sentFirst: '0' });
    await importer.confirm();
    expect(preview().fault?.field).toBe('sent');
    importer.fill({ sentFirst: '11' });
    await importer.confirm();
    expect(preview().fault?.text).toContain('The list has 10 codes');
    await importer.readPaste(list.join('\n'));
    expect(importer.state.form.sentFirst, 'it was said of the list before').toBe('');
    importer.fill({ sentFirst: '3', sent: `${list[2]} ${list[7]}` });
    await importer.confirm();
    const [part] = await listPromotions(db);
    expect(part?.counts).toMatchObject({ total: 10, available: 6, issued: 4 });
    const next = await issueNext(db, part?.promotion.id ?? '', 1, { to: '', channel: '', note: '', by: '' });
    expect(next.codes).toEqual([list[3]]);
  });

  it('takes files dropped together one after the other, and leaves out the rest when told', async () => {
    importer.readDropped([
      file(codes(2, 'DDDD').join('\n'), 'a.txt'),
      file('x', 'b.txt'),
      file('y', 'c.txt'),
    ]);
    await eventually(() => expect(preview().plan.file.name).toBe('a.txt'));
    importer.fill({ promotion: 'A' });
    await importer.confirm();
    expect(importer.state.waiting.map((each) => each.name)).toEqual(['b.txt', 'c.txt']);
    importer.readNext();
    await eventually(() => expect(importer.state.stage).toMatchObject({ kind: 'refused' }));
    expect(importer.state.stage).toMatchObject({ text: expect.stringContaining('b.txt') });
    expect(importer.state.waiting.map((each) => each.name)).toEqual(['c.txt']);
    importer.leaveWaiting();
    expect(importer.state.waiting).toEqual([]);
    expect((await listPromotions(db)).map((each) => each.counts.total)).toEqual([2]);
  });
});

describe('what is refused', () => {
  it('refuses a file that is too large without reading it', async () => {
    const large = file('x', 'big.txt');
    Object.defineProperty(large, 'size', { value: maxFileBytes + 1 });
    const bytes = vi.spyOn(large, 'arrayBuffer');
    await importer.readFile(large);
    expect(importer.state.stage).toMatchObject({ kind: 'refused', text: expect.stringContaining('big.txt') });
    expect(bytes).not.toHaveBeenCalled();
  });

  it('sends a file of ours to where it is loaded, also one that is too large for a list', async () => {
    const head = '{"claimcheck":"backup","format":2,"madeAt":"2026-05-03T10:00:00.000Z","sha256":"';
    const text = `${head}${'0'.repeat(64)}","locked":null}\n`;
    for (const size of [10, maxFileBytes + 1]) {
      await importer.readFile(new File([text, new Uint8Array(size)], 'copy.claimcheck'));
      expect(importer.state.stage).toMatchObject({
        kind: 'refused',
        text: expect.stringContaining('“Restore a backup”'),
      });
    }
  });

  it('shows no preview for a file without codes, and drops the one that stood there', async () => {
    await importer.readPaste(list.join('\n'));
    expect(preview().plan.added).toBe(10);
    await importer.readFile(file('<!doctype html><title>Amazon Sign-In</title><form></form>'));
    expect(importer.state.stage.kind).toBe('refused');
  });

  it('adds nothing under a name that nearly is another, before the seller has said which is meant', async () => {
    await importCodes(db, codes(2, 'BBBB'), { into: promotion({ marketplace: 'US' }) });
    importer.fill({ promotion: 'Garlik IG-01', marketplace: 'US' });
    await importer.readPaste(list.join('\n'));
    await importer.confirm();
    expect(preview().fault).toMatchObject({
      field: 'promotion',
      text: expect.stringContaining('Garlic-IG-01'),
    });
    expect(await listPromotions(db)).toHaveLength(1);
    importer.fill({ apart: true });
    importer.fill({ marketplace: 'US' });
    await importer.confirm();
    expect(preview().fault, 'the answer is for that name and store alone').not.toBeNull();
    importer.fill({ apart: true });
    await importer.confirm();
    expect(importer.state.stage.kind).toBe('added');
    expect(await listPromotions(db)).toHaveLength(2);
  });

  it('shows nothing of a comparison that was canceled', async () => {
    let canceled = false;
    importer.subscribe(() => {
      const { stage } = importer.state;
      if (stage.kind !== 'reading' || stage.codes === null || canceled) return;
      canceled = true;
      importer.cancel();
    });
    await importer.readPaste(list.join('\n'));
    expect(canceled).toBe(true);
    expect(importer.state.stage.kind).toBe('waiting');
  });

  it('tells how far it has come, and reads no further once it is canceled', async () => {
    const long = codes(700_000).join('\n');
    const told: number[] = [];
    importer.subscribe(() => {
      const { stage } = importer.state;
      if (stage.kind !== 'reading' || stage.codes !== null || stage.total === 0) return;
      told.push(stage.done / stage.total);
      if (told.length === 2) importer.cancel();
    });
    await importer.readFile(file(long));
    expect(told).toHaveLength(2);
    expect(told[0]).toBeGreaterThan(0);
    expect(told[1]).toBeGreaterThan(told[0] ?? 1);
    expect(told[1]).toBeLessThan(1);
    expect(importer.state.stage.kind).toBe('waiting');
  });

  it('leaves nothing when it is canceled while it is written', async () => {
    const id = await addToInbox(db, { ...captured, bytes: new TextEncoder().encode(list.join('\n')) });
    await importer.openInbox(id);
    importer.fill({ promotion: 'Garlic' });
    const before = await everything(db);
    const adding = importer.confirm();
    expect(preview().adding).toBe(true);
    importer.cancel();
    await adding;
    expect(importer.state).toMatchObject({ stage: { kind: 'waiting' }, item: null });
    expect(await everything(db)).toEqual(before);
    await importer.openInbox(id);
    importer.fill({ promotion: 'Garlic' });
    await importer.confirm();
    importer.cancel();
    expect(importer.state.stage).toMatchObject({ kind: 'waiting' });
    expect((await listPromotions(db))[0]?.counts.total).toBe(10);
  });

  it('tells how much is written, and stops in the midst of it when it is canceled', async () => {
    importer.fill({ promotion: 'Garlic' });
    const rows = codes(3000).map((each, i) => `${each},issued,Garlic,,lot,,Person ${i},,,,,US,,`);
    const head =
      'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by';
    await importer.readFile(file([head, ...rows].join('\n')));
    const before = await everything(db);
    const told: number[] = [];
    importer.subscribe(() => {
      const { stage } = importer.state;
      if (stage.kind !== 'preview' || stage.written === (told.at(-1) ?? 0)) return;
      told.push(stage.written);
      if (told.length === 3) importer.cancel();
    });
    await importer.confirm();
    expect(told).toHaveLength(3);
    expect(told[2]).toBeLessThan(0.5);
    expect(importer.state.stage.kind).toBe('waiting');
    expect(await everything(db)).toEqual(before);
  });

  it('shows nothing of a reading that was canceled', async () => {
    const reading = importer.readPaste(list.join('\n'));
    importer.cancel();
    await reading;
    expect(importer.state.stage.kind).toBe('waiting');
  });
});

describe('the inbox', () => {
  const seen = {
    amazonId: 'A2KA67KJQ3R6VT',
    trackingId: 'GARLIC-1',
    name: 'Garlic launch',
    percentOff: 20,
    start: '2026-10-01T07:00:00.000Z',
    end: '2026-11-01T06:59:00.000Z',
  };
  const item = {
    name: 'codes.zip',
    bytes: new TextEncoder().encode(`${list.slice(0, 8).join('\n')}\n`),
    group: 'ig-1',
    quantity: 10,
    marketplace: 'UK' as const,
    account: 'Garlic Ltd',
    promotion: seen,
  };

  it('opens a captured file with all that the page told', async () => {
    const id = await addToInbox(db, item);
    await importer.openInbox(id);
    expect(preview().plan.added).toBe(8);
    expect(importer.state.form).toMatchObject({
      promotion: 'Garlic launch',
      marketplace: 'UK',
      group: 'ig-1',
      quantity: '10',
    });
    await importer.confirm();
    expect((await listPromotions(db))[0]?.promotion).toMatchObject({
      name: 'Garlic launch',
      trackingId: 'GARLIC-1',
      account: 'Garlic Ltd',
      amazonIds: ['A2KA67KJQ3R6VT'],
      percentOff: 20,
      end: seen.end,
    });
    expect(await listInbox(db)).toEqual([]);
  });

  it('adds to the promotion that carries the same Amazon id and fills in what it did not know', async () => {
    const known = await importCodes(db, codes(2, 'EEEE'), {
      into: promotion({ name: 'My garlic', marketplace: 'UK', amazonId: 'A2KA67KJQ3R6VT', percentOff: 15 }),
    });
    await importer.openInbox(await addToInbox(db, item));
    expect(importer.state.match?.id).toBe(known.promotionId);
    await importer.confirm();
    const [only, ...more] = await listPromotions(db);
    expect(more).toEqual([]);
    expect(only?.promotion).toMatchObject({
      name: 'My garlic',
      percentOff: 15,
      trackingId: 'GARLIC-1',
      end: seen.end,
    });
  });

  it('is refused with words where the promotion is of another account or store', async () => {
    await importCodes(db, codes(2, 'BBBB'), {
      into: promotion({ name: 'Garlic launch', marketplace: item.marketplace, account: 'Other Ltd' }),
    });
    await importer.openInbox(await addToInbox(db, item));
    await importer.confirm();
    expect(preview().fault?.text).toContain('belongs to Other Ltd');
    importer.fill({ promotion: 'Mine', marketplace: 'JP' });
    await importer.confirm();
    expect(preview().fault?.text).toContain('not JP');
    expect((await listPromotions(db)).map((each) => each.counts.total)).toEqual([2]);
    expect(await listInbox(db)).toHaveLength(1);
    importer.fill({ promotion: 'Mine', marketplace: item.marketplace ?? '' });
    await importer.confirm();
    expect(importer.state.stage.kind).toBe('added');
  });

  it('asks for the file where the capture could not fetch it', async () => {
    const id = await addToInbox(db, { ...item, bytes: null });
    await importer.openInbox(id);
    expect(importer.state.stage.kind).toBe('waiting');
    await importer.readFile(file(list.join('\n')));
    expect(importer.state.item?.id).toBe(id);
    await importer.confirm();
    expect(await listInbox(db)).toEqual([]);
  });

  it('leaves a captured file waiting when another file is read instead', async () => {
    await importer.openInbox(await addToInbox(db, item));
    await importer.readFile(file(list.join('\n')));
    expect(importer.state.item).toBeNull();
    importer.fill({ promotion: 'Another' });
    await importer.confirm();
    expect(await listInbox(db)).toHaveLength(1);
  });

  it('says so when the file is gone', async () => {
    await importer.openInbox('nothing');
    expect(importer.state.stage.kind).toBe('refused');
  });
});

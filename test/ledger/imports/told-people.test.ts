import { describe, expect, it } from 'vitest';
import { readCodeFile } from '../../../src/files';
import { confirmImport, type ImportAs, lastGivenTo, planImport, selfCheck } from '../../../src/ledger/index';
import { code, codes, freshLedger, importCodes, promotion, rowsOf } from '../helpers';

const utf8 = (text: string) => new TextEncoder().encode(text);
const day = (text: string) => new Date(`${text}T12:00:00`).toISOString();

async function imported(text: string, as?: ImportAs) {
  const db = await freshLedger();
  const file = await readCodeFile('list.csv', utf8(text));
  const out = file.codes.filter((_, i) => file.toldStates?.[i] !== 'left');
  const { promotionId } = await confirmImport(db, await planImport(db, file), {
    as: as ?? { kind: 'part-given-out', codes: out, to: 'Somebody' },
    ...{ promotion: promotion(), name: 'list', quantityAsked: null, by: 'Sam' },
  });
  expect((await selfCheck(db)).faults).toEqual([]);
  const rows = await rowsOf(db, promotionId);
  return { db, promotionId, file, rows };
}

const told = (rows: Awaited<ReturnType<typeof imported>>['rows']) =>
  rows.map((row) => [row.state, row.issuedTo, row.channel, row.note, row.issuedAt]);

describe('a list of codes given out already', () => {
  it('keeps person, channel, date, order number and note where columns say so', async () => {
    const { db, promotionId, rows } = await imported(
      [
        'Code;Sent to;E-Mail;Kanal;Datum;Bestellnummer;Notiz',
        `${code(0)};Anna;anna@x.org;Instagram;3.10.2026;111-2233445-6677889;VIP`,
        `${code(1)};Bert;;;2026-10-04;;`,
        `${code(2)};;;;;;`,
        `${code(3)};Carl;c@x.org;;bald;;`,
      ].join('\n'),
    );
    expect(told(rows)).toEqual([
      ['issued', 'Anna', 'Instagram', 'anna@x.org; 111-2233445-6677889; VIP', day('2026-10-03')],
      ['issued', 'Bert', '', '', day('2026-10-04')],
      ['available', '', '', '', ''],
      ['issued', 'Carl', '', 'c@x.org; bald', expect.any(String)],
    ]);
    // An order number beside a person says nothing of how the code was used.
    expect(rows.map((row) => row.redeemedAt)).toEqual(['', '', '', '']);
    expect(await lastGivenTo(db, promotionId, 'anna')).toMatchObject({ code: code(0) });
  });

  it('reads dates in numbers only where they can be read in one way', async () => {
    const { rows } = await imported(
      `code,recipient,date\n${code(0)},A,10/4/2026\n${code(1)},B,10/31/2026\n${code(2)},C,10/4/2026\n${code(3)},D,31/31/2026\n`,
    );
    expect(told(rows).map(([, , , note]) => note)).toEqual(['', '', '', '31/31/2026']);
    expect(rows.slice(0, 3).map((row) => row.issuedAt)).toEqual(
      ['2026-10-04', '2026-10-31', '2026-10-04'].map(day),
    );
  });

  it('takes persons only of codes that the seller says are out', async () => {
    const list = `code,name\n${code(0)},Anna\n${code(1)},Bert\n`;
    expect(told((await imported(list, { kind: 'new' })).rows).map(([state, to]) => [state, to])).toEqual([
      ['available', ''],
      ['available', ''],
    ]);
    const some: ImportAs = { kind: 'part-given-out', codes: [code(1)], to: '' };
    expect(told((await imported(list, some)).rows).map(([state, to]) => [state, to])).toEqual([
      ['available', ''],
      ['issued', 'Bert'],
    ]);
    const all: ImportAs = { kind: 'given-out', to: 'x' };
    expect(told((await imported(list, all)).rows).map(([state, to]) => [state, to])).toEqual([
      ['issued', 'Anna'],
      ['issued', 'Bert'],
    ]);
  });

  it('knows of a code that stands there twice to whom it went, whichever line says so', async () => {
    const { rows } = await imported(`code,sent to\n${code(0)},\n${code(1)},Bert\n${code(0)},Anna\n`);
    expect(rows.map(({ state, issuedTo }) => [state, issuedTo])).toEqual([
      ['issued', 'Anna'],
      ['issued', 'Bert'],
    ]);
  });

  it('says of codes that are here to whom they went', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    const file = await readCodeFile(
      'l.csv',
      utf8(`code,sent to\n${code(0)},Anna\n${code(1)},\n${code(2)},Carl\n`),
    );
    await confirmImport(db, await planImport(db, file), {
      as: { kind: 'part-given-out', codes: [code(0), code(2)], to: '' },
      ...{ promotion: { id: promotionId }, name: 'list', quantityAsked: null, by: 'Sam' },
    });
    expect((await rowsOf(db, promotionId)).map((row) => row.issuedTo)).toEqual(['Anna', '', 'Carl']);
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

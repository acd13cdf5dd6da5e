import { describe, expect, it } from 'vitest';
import {
  filledHeader,
  filledRow,
  type PeopleList,
  peopleOfList,
  readPastedPeople,
  readPeopleFile,
} from '../../../src/files';

const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (text: string, name = 'list.csv') => readPeopleFile(name, utf8(text));
const paste = (text: string) => readPastedPeople('Pasted', text);
const who = (list: PeopleList) =>
  peopleOfList(list, list.guess).people.map(({ to, handle, channel, note }) =>
    [to, handle, channel, note].join('|'),
  );

describe('a list of people', () => {
  it('is a paste of names, one to a line', async () => {
    const list = await paste('Anna\nBert Müller\n\n  Carl \n');
    expect(list).toMatchObject({ header: null, width: 1, blank: [3] });
    expect(who(list)).toEqual(['Anna|||', 'Bert Müller|||', 'Carl|||']);
    expect(list.rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it.each([
    ['anna@x.org, bert@x.org; carl@x.org', ['anna@x.org|||', 'bert@x.org|||', 'carl@x.org|||']],
    ['"Müller, Anna" <anna@x.org>, bert@x.org', ['Müller, Anna|anna@x.org||', 'bert@x.org|||']],
    ['Anna <anna@x.org>\nBert <bert@x.org>', ['Anna|anna@x.org||', 'Bert|bert@x.org||']],
    ['111-2233445-6677889\n111-2233445-6677890', ['111-2233445-6677889|||', '111-2233445-6677890|||']],
    ['Anna\tanna@x.org\nBert\tbert@x.org', ['Anna|anna@x.org||', 'Bert|bert@x.org||']],
    ['anna@x.org,Anna\nbert@x.org,Bert', ['Anna|anna@x.org||', 'Bert|bert@x.org||']],
  ])('is read without a header: %s', async (text, expected) => {
    expect(who(await paste(text))).toEqual(expected);
  });

  it.each([
    ['Name,Email,Source,Notes\nAnna,a@x.org,IG,VIP', 'Anna|a@x.org|IG|VIP'],
    ['Email Address,First Name,Last Name,TAGS\na@x.org,Anna,Lee,vip', 'Anna Lee|a@x.org||vip'],
    ['Last Name,First Name,Email\nLee,Anna,a@x.org', 'Anna Lee|a@x.org||'],
    ['Name;Vorname;E-Mail\nMüller;Anna;a@x.org', 'Anna Müller|a@x.org||'],
    ['Nom,Prénom\nDupont,Anne', 'Anne Dupont|||'],
    ['Name,First name,Email\nAnna Lee,Anna,a@x.org', 'Anna Lee|a@x.org||'],
    ['Full name,Last name\nAnna de la Cruz,de la Cruz', 'Anna de la Cruz|||'],
    ['Nombre,Apellidos\nAna,García López', 'Ana García López|||'],
    ['姓,名,メール\n田中,一郎,a@x.org', '田中一郎|a@x.org||'],
    ['Last name,Email\nLee,a@x.org', 'Lee|a@x.org||'],
    ['First name,Last name,Email\n,,a@x.org', 'a@x.org|||'],
    ['Kundenname;E-Mail-Adresse;Kanal;Bemerkung\nAnna;a@x.org;IG;VIP', 'Anna|a@x.org|IG|VIP'],
    ['Nom;Adresse e-mail\nAnna;a@x.org', 'Anna|a@x.org||'],
    ['Nombre;Correo electrónico\nAnna;a@x.org', 'Anna|a@x.org||'],
    ['氏名,メールアドレス,備考\n田中,a@x.org,VIP', '田中|a@x.org||VIP'],
    ['姓名\t邮箱\t渠道\n王伟\ta@x.org\t微信', '王伟|a@x.org|微信|'],
    ['amazon-order-id,sku\n111-2233445-6677889,A1', '111-2233445-6677889|||'],
    ['Jméno,Elektronická pošta\nAnna,a@x.org\nBert,b@x.org', null],
    ['sep=;\nName;Handle\nAnna;@anna', 'Anna|@anna||'],
    ['handle\n@anna', '@anna|||'],
  ])('knows what stands above its columns: %s', async (text, expected) => {
    const list = await file(text);
    if (expected !== null) expect(who(list)).toEqual([expected]);
    else expect(list.guess.handle).toBe(1);
  });

  it('is read in any character set', async () => {
    const jis = Uint8Array.of(
      ...[0x96, 0xbc, 0x91, 0x4f, 0x0a, 0x93, 0x63, 0x92, 0x86, 0x82, 0xb3, 0x82, 0xf1, 0x0a],
    );
    expect(await readPeopleFile('jis.csv', jis)).toMatchObject({ header: ['名前'], charset: 'shift_jis' });
    const wide = Uint8Array.from(
      Array.from('\ufeffName;Notiz\nJürgen;ä\n').flatMap((letter) => {
        const unit = letter.charCodeAt(0);
        return [unit & 255, unit >> 8];
      }),
    );
    expect(who(await readPeopleFile('wide.txt', wide))).toEqual(['Jürgen|||ä']);
  });

  it('keeps cells as they came, over lines and quotes, and numbers rows as editors do', async () => {
    const list = await file(
      'name,note\r\n"Anna ""A""","one\r\ntwo"\r\n Bert ,=1+1\r\n\r\n"C"x,1\r\nDora,a,b\r\n',
    );
    expect(list.rows.map(({ line, cells, odd }) => [line, cells, odd?.key ?? null])).toEqual([
      [2, ['Anna "A"', 'one\r\ntwo'], null],
      [4, [' Bert ', '=1+1'], null],
      [6, ['"C"x', '1'], 'oddQuotes'],
      [7, ['Dora', 'a', 'b'], 'oddColumns'],
    ]);
    expect(list.blank).toEqual([5]);
  });

  it('holds each person once, however written, unless addresses tell them apart', async () => {
    const list = await file(
      'name,email\nAnna,\nＡＮＮＡ,\n anna  ,\nKim,k1@x.org\nKim,k2@x.org\nKIM,K1@X.ORG\n,b@x.org\n,\n,B@x.org\n',
    );
    const { people, doubles, nobody } = peopleOfList(list, list.guess);
    expect(people.map(({ to, handle, row }) => [to, handle, row])).toEqual([
      ['Anna', '', 0],
      ['Kim', 'k1@x.org', 3],
      ['Kim', 'k2@x.org', 4],
      ['b@x.org', '', 6],
    ]);
    expect(doubles).toEqual([
      { row: 1, person: 0 },
      { row: 2, person: 0 },
      { row: 5, person: 1 },
      { row: 7, person: 3 },
    ]);
    expect(nobody).toEqual([]);
    expect(list.blank).toEqual([9]);
    expect(peopleOfList(list, list.guess, true).people).toHaveLength(8);
  });

  it.each([
    ['', 0, 0],
    ['\n\n  \n', 3, 0],
    ['name,email\n', 0, 0],
    ['name,email\n,\n,\n', 2, 0],
  ])('may hold nobody: %j', async (text, blank, people) => {
    const list = await file(text);
    expect([list.blank.length, peopleOfList(list, list.guess).people.length]).toEqual([blank, people]);
  });

  it('takes the better of two columns that could both be the person', async () => {
    const list = await file('Recipient,Customer name,Name\nr,c,n');
    expect(list.guess.person).toBe(2);
  });

  it('with nobody in the person column has rows that name nobody', async () => {
    const list = await file('name,note\nAnna,x\n,y\n');
    expect(peopleOfList(list, list.guess).nobody).toEqual([1]);
  });

  it('is no workbook, no page, and no file of ours', async () => {
    await expect(readPeopleFile('a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0))).rejects.toMatchObject({
      code: 'not-text',
    });
    await expect(file('<!doctype html><html>')).rejects.toMatchObject({ code: 'web-page' });
    await expect(file('{"claimcheck":"backup","format":4}')).rejects.toMatchObject({ name: 'FileProblem' });
  });
});

describe('the rows that come back', () => {
  const filled = { code: 'AAAA-BBBBBB-CCCCCC', message: 'Hi,\n=you', worksUntil: '2026-12-01', link: '-x' };

  it('hold their cells unchanged, and ours guarded against formulas', () => {
    expect(filledHeader(['name', 'formula'])).toBe('\ufeffname,formula,code,message,works_until,link\r\n');
    expect(filledRow([' Anna "A"', '=1+1'], 2, filled)).toBe(
      '" Anna ""A""",=1+1,AAAA-BBBBBB-CCCCCC,"Hi,\n\'=you",2026-12-01,\'-x\r\n',
    );
    expect(filledRow(['Bert'], 2, null)).toBe('Bert,,,,,\r\n');
  });

  it('don’t take the name of a column that is there', () => {
    expect(filledHeader(['Code', 'name'])).toBe('\ufeffCode,name,code_2,message,works_until,link\r\n');
  });
});

import { expect, it } from 'vitest';
import { usesInText } from '../../../src/domain/codes/uses-in-text';

const order = '111-2222222-3333333';
const code = '7GM3-YYYYY3-ZZZZZZ';

it.each([
  ['order first, a tab between', `${order}\t${code}`],
  ['code first, a comma between', `${code},${order}`],
  ['quoted, with a semicolon', `"${code}";"${order}"`],
  ['a blank between', `${order} ${code}`],
  ['in lower case, among other words', `  Anna: ${code.toLowerCase()} (order ${order})`],
  ['without its dashes', `${order}\t7GM3YYYYY3ZZZZZZ`],
  ['in full width', '１１１－２２２２２２２－３３３３３３３\t７ＧＭ３－ＹＹＹＹＹ３－ＺＺＺＺＺＺ'],
  ['the same twice on one line', `${order} ${order} ${code}`],
])('reads a line: %s', (_, line) => {
  const { uses, bad } = usesInText(line);
  expect(bad).toEqual([]);
  expect(uses).toMatchObject([{ line: 1, order }]);
  expect(uses[0]?.code.replaceAll('-', '')).toBe(code.replaceAll('-', ''));
});

it('says of each line that is not understood why, with its number', () => {
  const text = [
    'order,code',
    '',
    `${order},${code}`,
    code,
    order,
    'hello',
    `${order} ${code} AAAA-ABCDEF-GHJKLM`,
  ];
  text.push('S01-2222222-3333333 7GM3-YYYYY3-ZZZZZZ', `0${order} ${code}`, `${order} SAVE20`);
  expect(usesInText(text.join('\r\n'))).toEqual({
    uses: [{ line: 3, code, order }],
    bad: [
      { line: 4, fault: 'no-order' },
      { line: 5, fault: 'no-code' },
      { line: 6, fault: 'neither' },
      { line: 7, fault: 'several' },
      { line: 8, fault: 'no-order' },
      { line: 9, fault: 'no-order' },
      { line: 10, fault: 'no-code' },
    ],
  });
});

it('takes words in small letters for no code', () => {
  expect(usesInText(`${order} this coupon worked`)).toEqual({
    uses: [],
    bad: [{ line: 1, fault: 'no-code' }],
  });
});

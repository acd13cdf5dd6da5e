// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { withStruckMarked } from '../../../src/workspace/import/choose/struck-paste';
import { codes } from '../../ledger/helpers';

const [A = '', B = '', C = ''] = codes(3);

test.each([
  ['Google Sheets', `<td style="color: red; text-decoration:line-through">${A}</td>`],
  ['LibreOffice', `<td><strike>${A}</strike></td>`],
  [
    'Excel',
    `<td class=xl66>${A}</td>`,
    '.xl66\n\t{mso-style-parent:style0;\n\ttext-decoration:line-through;} .xl67 {color:red}',
  ],
  [
    'Excel, all of the row',
    `<td>${A}</td><td class="xl66">Anna</td>`,
    '.xl66 {text-decoration:line-through}',
  ],
])('%s: what is struck out is marked, the rest stays as it is', (_, cell, style = '') => {
  const html = `<style>${style}</style><table><tr>${cell}</tr><tr><td class="xl67">${B}</td></tr></table>`;
  expect(withStruckMarked(`${A}\tAnna\r\n${B}\tBen\r\n`, html)).toBe(`~~${A}~~\tAnna\r\n${B}\tBen\r\n`);
});

test('a document: what is struck out within a line', () => {
  const html = `<p><s>${A}</s> ${B}</p><p><span style='text-decoration: line-through'>${C}</span></p>`;
  expect(withStruckMarked(`${A} ${B}\n${C}`, html)).toBe(`~~${A}~~ ${B}\n~~${C}~~`);
});

test('nothing struck out, or no HTML: the text as it is', () => {
  for (const html of ['', `<b>${A}</b>`, `<s>other</s> ${A}`]) expect(withStruckMarked(A, html)).toBe(A);
});

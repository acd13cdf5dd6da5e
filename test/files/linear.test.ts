import { describe, expect, test } from 'vitest';
import {
  codeIdentity,
  codeParts,
  codeShape,
  foldedText,
  lookAlikeForm,
  normaliseCode,
} from '../../src/domain/codes/claim-code';
import { codesInLine, withCodes } from '../../src/domain/codes/codes-in-text';
import { accountOf } from '../../src/domain/codes/text-account';
import { usesInText } from '../../src/domain/codes/uses-in-text';
import { isAmazonsOwn, isOfShipping, promotionIdsIn } from '../../src/domain/orders/promotion-ids';
import { askedText, namedIn } from '../../src/domain/text/asked-text';
import { nameKey } from '../../src/domain/text/name-key';
import { plainDigits, wholeNumber } from '../../src/domain/text/typed-number';
import {
  FileProblem,
  fileName,
  readCodeFile,
  readSentFile,
  reportSources,
  startReport,
} from '../../src/files';
import { isCodeHeader } from '../../src/files/code-list/header-words';
import { findLayout, piecesOf } from '../../src/files/code-list/layout';
import { describeNonCode } from '../../src/files/code-list/non-code';
import { readRecord, splitLine, unquote } from '../../src/files/csv/csv-record';
import { guardFormula, unguardFormula } from '../../src/files/csv/formula-guard';
import { isInstant } from '../../src/files/history/instant';
import { stateBeside, stateColumn, toldState } from '../../src/files/history/state-words';
import { refuseWebPage } from '../../src/files/intake/web-page';
import { refuseReport } from '../../src/files/reports/refuse-report';
import { utf8 } from './helpers';

/*
 * A pattern that tries one way after the other takes, on a long text made for it, minutes instead of milliseconds:
 * then the runner's own timeout ends the test.
 */

const long = 400_000;
const full = (piece: string, end = '') => piece.repeat(Math.ceil(long / piece.length)) + end;

const worst: [string, string][] = [
  ['letters', full('A')],
  ['digits', full('7', 'x')],
  ['letters and digits in turn', full('A7')],
  ['codes on one line', full('7GM3-YYYYY3-ZZZZZZ ')],
  ['codes joined by dashes', full('7GM3-YYYYY3-ZZZZZZ-')],
  ['sixteen small letters each', full('abcdefghijklmnop ')],
  ['sixteen capitals each, but small', full('abcdefghijklmnop ', 'ABCDEFGHIJKLMNOP')],
  ['three words each', full('Your coupon summer ')],
  ['pieces of codes', full('7GM3-YYYYY3 ')],
  ['dashes', full('-', 'x')],
  ['a letter and dashes', full('A-')],
  ['soft hyphens', full('\u00ad', 'x')],
  ['letters and soft hyphens', full('7GM3\u00adYYYYY3\u00ad')],
  ['long vowels', full('ー')],
  ['blanks', full(' ', 'x')],
  ['blanks of all kinds', full(' \u00a0\u3000\t', 'x')],
  ['zero-width marks', full('\u200b\u2060', 'x')],
  ['variation selectors', full('\u{e0100}', 'x')],
  ['combining marks', full('\u0301', 'x')],
  ['full width', full('７ＧＭ３－')],
  ['dots', full('.', 'x')],
  ['cut-off pieces', full('A…-', '-')],
  ['cut-off dashes', `A…${full('-')}`],
  ['quotes', full('"')],
  ['open quotes', full('a,"b\n')],
  ['doubled quotes', full('""\n')],
  ['quotes and a semicolon', `;${full("'")}`],
  ['semicolons and quotes', full(";'")],
  ['single quotes', full("'", '=')],
  ['formulas', full(';=')],
  ['semicolons', full(';')],
  ['commas', full(',', 'x')],
  ['line ends', full('\r\n')],
  ['carriage returns', full('\r')],
  ['comments', full('<!---->', 'x')],
  ['open comments', full('<!--')],
  ['comments and blanks', full('<!-- --> ', '<x')],
  ['open tags', full('<')],
  ['marks of XML', full('<?xml ?>')],
  ['a saved page without its parts', `MIME-Version:${full('multipart/')}`],
  ['sign-in forms', `<html>${full('name=3D"')}`],
  ['headers', full('code,state,', 'x')],
  ['histories', full('code,state,promotion,issued_at,issued_to\n')],
  ['states', full('code,status\nA,used\n')],
  ['numbers of spreadsheets', full('7,7E+')],
  ['hashes', full('#')],
  ['order numbers', full('701-1234567-')],
  ['times', full('2026-05-01T')],
  ['Chinese', full('优惠码')],
  ['codes amid Chinese', full('优惠码7GM3-YYYYY3-ZZZZZZ')],
  ['surrogates', full('\ud800')],
];

async function orRefused(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
  }
}

async function linesOf(text: string): Promise<number> {
  const [source] = await reportSources(new File([text], 'orders'));
  if (!source) return 0;
  const reading = await startReport(source);
  for await (const _ of reading.rows());
  return reading.lines;
}
const tableOf = (text: string) =>
  linesOf(`amazon-order-id\tpurchase-date\torder-status\tpromotion-ids\n${text}\t${text}`);
const xmlOf = (text: string) =>
  linesOf(`<AmazonEnvelope><MessageType>OrderReport</MessageType><Promotion><Amount>${text}`);

const readers: [string, (text: string) => unknown][] = [
  ['askedText', askedText],
  ['namedIn', (text) => namedIn(text)('Anna Müller')],
  ['codeIdentity', codeIdentity],
  ['codeParts', (text) => codeParts(text)?.test(text)],
  ['codeShape', codeShape],
  ['foldedText', foldedText],
  ['lookAlikeForm', lookAlikeForm],
  ['normaliseCode', normaliseCode],
  ['codesInLine', (text) => [codesInLine(text, 'adding'), codesInLine(text, 'comparing')]],
  ['withCodes', (text) => withCodes(text.slice(0, 200), () => '…')],
  ['accountOf', accountOf],
  ['nameKey', nameKey],
  ['numbers', (text) => [wholeNumber(text), plainDigits(text)]],
  ['readRecord', (text) => [readRecord(text, 0, ','), readRecord(text, 0, ';')]],
  ['splitLine', (text) => splitLine(text, ',').map(unquote)],
  ['formulas', (text) => unguardFormula(guardFormula(text))],
  [
    'headers',
    (text) => [isCodeHeader(text), stateColumn(text), stateBeside(text), toldState([text], ['out'])],
  ],
  ['isInstant', isInstant],
  ['layout', (text) => [findLayout(text), piecesOf(text)]],
  ['describeNonCode', describeNonCode],
  ['refusals', (text) => [refuseReport('x', text), refuseWebPage('x', text)]],
  [
    'fileName',
    (text) =>
      fileName({ promotion: text, what: 'codes', marketplace: text, date: new Date(0), extension: 'csv' }),
  ],
  ['readCodeFile', (text) => readCodeFile('codes.txt', utf8(text))],
  ['usesInText', usesInText],
  ['promotion ids', (text) => [promotionIdsIn(text, ['A, B']), isAmazonsOwn(text), isOfShipping(text)]],
  ['reports', async (text) => [await tableOf(text), await xmlOf(text)]],
  ['readSentFile', (text) => readSentFile('codes.txt', utf8(text))],
];

describe.each(readers)('%s reads a lot of', (_, read) => {
  test.each(worst)('%s', async (_, text) => {
    await orRefused(() => read(text));
    expect(text.length).toBeGreaterThanOrEqual(long);
  });
});

import { zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { codeIdentity, codeShape, normaliseCode, sameCode } from '../../src/domain/codes/claim-code';
import type { HistoryRow } from '../../src/domain/codes/code-file';
import { codesInText } from '../../src/domain/codes/codes-in-text';
import { accountOf } from '../../src/domain/codes/text-account';
import { codeStates } from '../../src/domain/promotion';
import {
  charsets,
  codesAsCsv,
  codesAsText,
  historyAsCsv,
  historyHeader,
  readCodeFile,
  readPastedCodes,
  readSentFile,
  seal,
  unseal,
} from '../../src/files';
import type { Chance } from '../chance';
import { anyCode, fuzz as anyFuzz, orRefused, seed, spoiled } from './fuzzing';
import { addedUp, utf8 } from './helpers';

/*
 * Files and texts put together by chance from what such files are made of, then spoiled.
 */

const fuzz = (name: string, job: (chance: Chance) => Promise<void> | void) =>
  anyFuzz(name, { parts: 6, runs: 400 }, job);

const dashes = ['-', '–', '‐', '−', '－', 'ー', '\u00ad', ' - ', '-\u200b', '﹣'];
const ends = ['\n', '\r\n', '\r', '\n\n'];
const bits = [
  ...[
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    ' ',
    '\u00a0',
    '\ufeff',
    '\u200b',
    '…',
    '=',
    '<',
    '-->',
    '<!--',
    '<html>',
  ],
  ...[
    'code',
    'Claim Code',
    'status',
    'used',
    'state',
    'sep=;',
    'sep=,',
    'code,state',
    'sent to',
    'Anna',
    '会员',
    'コード',
    'é',
  ],
  ...[
    '7GM3-YYYYY3-ZZZ',
    'GARLIC50',
    '7E+15',
    '#NAME?',
    '2026-02-31',
    'issued',
    'available',
    '701-1234567-1234567',
    '\0',
  ],
];

function written(chance: Chance, code: string): string {
  const text = code.replaceAll('-', chance.of(dashes));
  const wide = (each: string) => String.fromCharCode(each.charCodeAt(0) + 0xfee0);
  return chance.of([text, text.toLowerCase(), text.replace(/[A-Z0-9]/g, wide), `\u202a${text}\u202c`]);
}

function anyText(chance: Chance): string {
  const piece = () =>
    chance.of([
      () => chance.of(bits),
      () => written(chance, anyCode(chance)),
      () => chance.of(ends),
      () => anyCode(chance),
    ])();
  return chance.times(60, piece).join('');
}

/** What holds of everything that is read as codes. */
async function reads(name: string, bytes: Uint8Array, chance: Chance): Promise<void> {
  const wanted = chance.below(3) === 0 ? chance.of(charsets)[0] : undefined;
  const file = await orRefused(readCodeFile(name, bytes, undefined, { charset: wanted }));
  if (file) {
    expect(addedUp(file)).toBe(file.lines);
    for (const parallel of [
      file.codeLines,
      file.codeFiles,
      file.history ?? file.codes,
      file.toldStates ?? file.codes,
    ])
      expect(parallel).toHaveLength(file.codes.length);
    for (const code of file.codes) expect(codeShape(code)).toBe('single-use');
  }
  const sent = await orRefused(readSentFile(name, bytes));
  if (sent) addsUp(sent);
}

function addsUp({ lines, read, doubtful, wordy, blank }: ReturnType<typeof accountOf>): void {
  expect(read + doubtful.length + wordy.length + blank).toBe(lines);
}

describe(`whatever comes (FUZZ_SEED=${seed})`, () => {
  fuzz('lists and tables', async (chance) => {
    const text = anyText(chance);
    await reads('codes.csv', utf8(text), chance);
    const pasted = await orRefused(readPastedCodes(text));
    if (pasted) expect(addedUp(pasted)).toBe(pasted.lines);
  });

  fuzz('codes in a text', (chance) => {
    const code = anyCode(chance);
    const text = written(chance, code);
    expect(sameCode(text, code)).toBe(true);
    expect(codeIdentity(normaliseCode(text))).toBe(codeIdentity(code));
    const around = chance.of(['は', ' ', '“', '(', '优惠码', '\n', '、']);
    expect(
      codesInText(`${chance.of(['', 'Hi Anna', '会员', '#'])}${around}${text}${around}`).map(codeIdentity),
    ).toContain(codeIdentity(code));
    addsUp(accountOf(anyText(chance)));
  });

  fuzz('histories out and in, and spoiled', async (chance) => {
    const odd = () =>
      chance
        .times(4, () => chance.of([...bits, ...ends]))
        .join('')
        .replaceAll('\0', '');
    const time = () => (chance.below(2) === 0 ? '' : new Date(chance.below(2 ** 31) * 1000).toISOString());
    const rows = chance.times(8, (): HistoryRow => {
      const texts = {
        promotion: odd(),
        trackingId: odd(),
        batch: odd(),
        channel: odd(),
        note: odd(),
        issuedBy: odd(),
      };
      const out = { issuedAt: time(), issuedTo: odd(), redeemedAt: time(), orderId: odd() };
      const state = chance.of(codeStates);
      const nothing = { issuedAt: '', issuedTo: '', redeemedAt: '', orderId: '' };
      const rest = { marketplace: chance.of(['', 'US', 'DE'] as const), validUntil: time() };
      return { code: anyCode(chance), state, ...texts, ...(state === 'available' ? nothing : out), ...rest };
    });
    const csv = historyHeader() + historyAsCsv(rows);
    if (rows.length > 0) expect((await readCodeFile('history.csv', utf8(csv))).history).toEqual(rows);
    await reads('history.csv', spoiled(chance, utf8(csv)), chance);
  });

  fuzz('lists out and in', async (chance) => {
    const codes = [anyCode(chance), ...chance.times(20, () => anyCode(chance))];
    expect((await readCodeFile('codes.txt', utf8(codesAsText(codes)))).codes).toEqual(codes);
    expect((await readCodeFile('codes.csv', utf8(codesAsCsv(codes)))).codes).toEqual(codes);
    // Any bytes beside the codes, as another character set would have them.
    const lines = codes.map((code) => [
      ...Array.from({ length: 4 }, () => 161 + chance.below(94)),
      44,
      ...utf8(code),
      10,
    ]);
    const bytes = Uint8Array.from(lines.flat());
    expect((await readCodeFile('codes.csv', bytes)).codes).toEqual(codes);
  });

  fuzz('ZIPs, spoiled', async (chance) => {
    const names = ['codes.txt', './a.csv', '-', 'in/b.txt', '.hidden', 'mimetype', 'x.iwa', 'inner.zip'];
    const files = Object.fromEntries(chance.times(4, () => [chance.of(names), utf8(anyText(chance))]));
    const zip = zipSync(files, { level: chance.of([0, 6]) });
    await reads('codes.zip', zip, chance);
    await reads('codes.zip', spoiled(chance, zip), chance);
  });

  fuzz('sealed files, spoiled', async (chance) => {
    const lines = ['{}', ...chance.times(20, () => anyCode(chance))];
    const sealed = await seal('hand-over', lines, { madeAt: '2026-06-15T12:00:00.000Z', passphrase: null });
    await reads('a.claimcheck', spoiled(chance, sealed), chance);
    await orRefused(
      Promise.resolve().then(() => unseal('a.claimcheck', spoiled(chance, sealed), 'hand-over', null)),
    );
  });
});

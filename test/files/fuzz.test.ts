import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { codeIdentity, codeShape, normaliseCode, sameCode } from '../../src/domain/codes/claim-code';
import type { HistoryRow } from '../../src/domain/codes/code-file';
import { codesInText } from '../../src/domain/codes/codes-in-text';
import { accountOf } from '../../src/domain/codes/text-account';
import { codeStates } from '../../src/domain/promotion';
import {
  charsets,
  codesAsCsv,
  codesAsText,
  FileProblem,
  historyAsCsv,
  historyHeader,
  readCodeFile,
  readPastedCodes,
  readSentFile,
  seal,
  unseal,
} from '../../src/files';
import { sentenceOf } from '../../src/words/problem-words';
import { addedUp, codeNumber, utf8 } from './helpers';

/*
 * Files and texts put together by chance from what such files are made of, then spoiled. By hand for as long as one
 * likes: `npm run fuzz -- 60 [seed]`. A failure tells its seed; the same seed goes the same way.
 */

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);
const parts = 6;
const mostRuns = 400;

/** Numbers by chance that a seed tells (mulberry32). */
class Chance {
  #state: number;

  constructor(from: number) {
    this.#state = from >>> 0;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  code(): string {
    return codeNumber(this.below(1e9));
  }

  times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}

/** Does a job again and again, each time with chance of its own, until the time or the count is over. */
function fuzz(name: string, job: (chance: Chance) => Promise<void> | void): void {
  const length = minutes > 0 ? (minutes * 60_000) / parts : Number.POSITIVE_INFINITY;
  test(
    name,
    async () => {
      const end = performance.now() + length;
      for (let run = 0; minutes > 0 ? performance.now() < end : run < mostRuns; run++) {
        const own = (seed + run * 7919) >>> 0;
        try {
          await job(new Chance(own));
        } catch (error) {
          throw new Error(`FUZZ_SEED=${own} (first run): ${String(error)}`, { cause: error });
        }
      }
    },
    minutes > 0 ? length + 120_000 : undefined,
  );
}

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
      () => written(chance, chance.code()),
      () => chance.of(ends),
      () => chance.code(),
    ])();
  return chance.times(60, piece).join('');
}

function spoiled(chance: Chance, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice(0, chance.below(4) === 0 ? chance.below(bytes.length + 1) : bytes.length);
  for (const at of chance.times(6, () => chance.below(Math.max(1, copy.length))))
    if (copy.length > 0) copy[at] = chance.below(256);
  return copy;
}

async function orRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    expect(sentenceOf(error).length).toBeGreaterThan(20);
    return null;
  }
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
    const code = chance.code();
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
      return { code: chance.code(), state, ...texts, ...(state === 'available' ? nothing : out), ...rest };
    });
    const csv = historyHeader() + historyAsCsv(rows);
    if (rows.length > 0) expect((await readCodeFile('history.csv', utf8(csv))).history).toEqual(rows);
    await reads('history.csv', spoiled(chance, utf8(csv)), chance);
  });

  fuzz('lists out and in', async (chance) => {
    const codes = [chance.code(), ...chance.times(20, () => chance.code())];
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
    const lines = ['{}', ...chance.times(20, () => chance.code())];
    const sealed = await seal('hand-over', lines, { madeAt: '2026-06-15T12:00:00.000Z', passphrase: null });
    await reads('a.claimcheck', spoiled(chance, sealed), chance);
    await orRefused(
      Promise.resolve().then(() => unseal('a.claimcheck', spoiled(chance, sealed), 'hand-over', null)),
    );
  });
});

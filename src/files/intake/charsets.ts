import type { SentenceKey } from '../../words/sentences';

/**
 * The character sets that spreadsheets and editors still save in, by the names that browsers decode them by. In all
 * of them codes are plain ASCII; they differ in the letters of names.
 */
export const charsets = [
  ['windows-1252', 'charsetWindows1252'],
  ['gb18030', 'charsetGb18030'],
  ['big5', 'charsetBig5'],
  ['shift_jis', 'charsetShiftJis'],
  ['euc-jp', 'charsetEucJp'],
  ['euc-kr', 'charsetEucKr'],
  ['windows-1251', 'charsetWindows1251'],
  ['koi8-r', 'charsetKoi8R'],
  ['windows-1250', 'charsetWindows1250'],
  ['windows-1253', 'charsetWindows1253'],
  ['windows-1254', 'charsetWindows1254'],
  ['windows-1255', 'charsetWindows1255'],
  ['windows-1256', 'charsetWindows1256'],
  ['windows-874', 'charsetWindows874'],
  ['macintosh', 'charsetMacintosh'],
] as const satisfies readonly (readonly [string, SentenceKey])[];

export type Charset = (typeof charsets)[number][0];

/**
 * What a set is ahead that is expected: more than chance gives to another, less than a real text in another has. A
 * letter or two can be common ones of anything.
 */
function expectation(sample: Uint8Array): number {
  return 1 + 4 / Math.max(1, sample.filter((byte) => byte > 127).length);
}

/** Bytes looked at. */
const sampleBytes = 64 * 1024;

/** Kana count for more than these; but a header or a name may have none. */
const japanese =
  '名前様店先備考配布送付渡済返信待田中山本佐藤鈴木高橋伊渡辺村小林加吉松井上木子美太郎一二人大川野原石森池阿部岡島口谷金内平和智真由恵優花翔拓健';

/** Letters so common that hardly a line of names and notes goes without one of them. */
const common: Partial<Record<Charset, string>> = {
  'windows-1251': 'оеаинтрс',
  'koi8-r': 'оеаинтрс',
  'windows-1255': 'יוהלאמר',
  'windows-1256': 'اليمونر',
  'windows-1253': 'αοειτσν',
  gb18030:
    '的一是不了在人有我他这中大来上个国和地到你说为子以小就可之会好年生那后能对着事其里所去行过家十用发天如然作方成者多日都三军二起经关名码优惠姓备注已未等回复张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗伟芳娜敏静丽强磊洋艳勇军杰娟涛超明客户微信红书抖音店老新群',
  big5: '的一是不了在人有我他這中大來上個國和地到你說為子以小就可之會好年生那後能對著事其裡所去行過家十用發天如然作方成者多日都三二起名碼優惠姓備註已未等回覆陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何羅高蕭',
  shift_jis: japanese,
  'euc-jp': japanese,
  'euc-kr':
    '이가는은을를의에도로고하다한지기나사자리인대시어그서정아수해있일보라제구주만니스들으안부상장여오전조성원동과우김박최강윤임송황홍문신권양손배백허유남심노곽차민지현준영희진경미숙연은혜코드이름메모쿠폰',
};

/** How well bytes read in a character set, per byte beyond ASCII; what can't be is far below zero. */
function score(sample: Uint8Array, charset: Charset, languages: readonly string[]): number {
  const text = new TextDecoder(charset).decode(sample);
  const frequent = common[charset];
  // In an alphabet every other letter is a common one.
  const bonus = frequent !== undefined && frequent.length < 30 ? 0.8 : 2;
  let sum = 0;
  let count = 0;
  let before = ' ';
  for (const letter of text) {
    if (letter > '\x7f') {
      count++;
      sum += worth(letter, before, charset) + (frequent?.includes(letter) ? bonus : 0);
    }
    before = letter;
  }
  return count === 0 ? 0 : sum / count + (languages.some((each) => speaks[charset]?.test(each)) ? 0.3 : 0);
}

/** The languages whose programs save in a set, for files too short to tell. */
const speaks: Partial<Record<Charset, RegExp>> = {
  gb18030: /^zh(?!-(?:TW|HK))/i,
  big5: /^zh-(?:TW|HK)/i,
  shift_jis: /^ja/i,
  'euc-kr': /^ko/i,
  'windows-1251': /^(?:ru|uk|bg|be|sr)/i,
  'windows-1250': /^(?:pl|cs|sk|hu|hr|sl|ro)/i,
  'windows-1253': /^el/i,
  'windows-1254': /^tr/i,
  'windows-1255': /^he/i,
  'windows-1256': /^(?:ar|fa|ur)/i,
  'windows-874': /^th/i,
};

const own: Partial<Record<Charset, RegExp>> = {
  gb18030: /[\p{sc=Han}]/u,
  big5: /[\p{sc=Han}]/u,
  shift_jis: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]/u,
  'euc-jp': /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]/u,
  'euc-kr': /[\p{sc=Hang}]/u,
  'windows-1251': /\p{sc=Cyrl}/u,
  'koi8-r': /\p{sc=Cyrl}/u,
  'windows-1253': /\p{sc=Grek}/u,
  'windows-1255': /\p{sc=Hebr}/u,
  'windows-1256': /\p{sc=Arab}/u,
  'windows-874': /\p{sc=Thai}/u,
};
const impossible = /[\uFFFD\u0080-\u009F\uE000-\uF8FF]/;
const punctuation = /[、。「」『』（），．：；！？・〜\u3000€‘’“”–—…«»°º·\u00A0]/;
const kana = /[\p{sc=Hira}\p{sc=Kana}ー]/u;

function worth(letter: string, before: string, charset: Charset): number {
  if (impossible.test(letter)) return -30;
  if (punctuation.test(letter)) return 0.5;
  const letters = own[charset];
  if (!letters) return latin(letter, before);
  if (!letters.test(letter)) return -2;
  if (charset === 'shift_jis' || charset === 'euc-jp') return kana.test(letter) ? halfWidth(letter) : 1;
  // A word's letters are small after its first; read in the wrong Cyrillic set they are the other way round.
  if (/\p{Lu}/u.test(letter) && /\p{L}/u.test(before)) return -1;
  return /[A-Za-z]/.test(before) && charset !== 'gb18030' && charset !== 'big5' ? -0.5 : 1.2;
}

/** Half-width kana are rare in names, and any pair of bytes can be read as two of them. */
function halfWidth(letter: string): number {
  return letter >= '\uFF61' ? -1 : 2.5;
}

/** In the Latin alphabets an accented letter stands among plain ones. */
function latin(letter: string, before: string): number {
  if (!/\p{sc=Latn}/u.test(letter)) return -2;
  if (/[A-Z]/.test(before) && /\p{Ll}/u.test(letter)) return 0.8;
  if (/[a-z]/.test(before)) return /\p{Ll}/u.test(letter) ? 1.5 : -2;
  return before > '\x7f' ? -1 : 0.8;
}

/**
 * The character set in which bytes that are no UTF-8 read best. Of two that read equally well, the one that comes
 * first in the list; `languages` are the user's, who mostly gets files from programs in them. `expected`: the set
 * that such files come in; a few words read nearly as well in others.
 */
export function likeliestCharset(
  bytes: Uint8Array,
  languages: readonly string[],
  expected?: Charset,
): Charset {
  const sample = beyondAscii(bytes);
  let best: Charset = 'windows-1252';
  let most = Number.NEGATIVE_INFINITY;
  for (const [charset] of charsets) {
    const points = score(sample, charset, languages) + (charset === expected ? expectation(sample) : 0);
    if (points > most) [best, most] = [charset, points];
  }
  return best;
}

/** The lines that hold more than ASCII, up to a sample's size: names may begin far below. */
function beyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, sampleBytes));
  let filled = 0;
  let start = 0;
  let high = false;
  for (let at = 0; at <= bytes.length && filled < sample.length; at++) {
    const byte = bytes[at] ?? 10;
    if (byte > 127) high = true;
    if (byte !== 10 && byte !== 13) continue;
    if (high) {
      const line = bytes.subarray(start, Math.min(at + 1, start + sample.length - filled));
      sample.set(line, filled);
      filled += line.length;
    }
    start = at + 1;
    high = false;
  }
  return sample.subarray(0, filled);
}

import type { Terms } from '../labels/concepts';

/** What a label carries beside its own words. */
const decoration =
  /(?:^|\s+|[(（[【])(?:optional|required|recommended|new|beta|learn more|what'?s this|more info|info|help|必須|任意|推奨|詳細|詳しくはこちら|必填|可选)(?:[)）\]】]|(?=\W*$))/g;

const mostKept = 5000;

/** What `make` makes of a text, made once: a page says the same at every look. */
function onceFor<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    let known = kept.get(text);
    if (known === undefined) {
      known = make(text);
      if (kept.size >= mostKept) kept.clear();
      kept.set(text, known);
    }
    return known;
  };
}

const madeOnce = onceFor(made);

/** A text as people compare it: one line, no decoration, lower case. */
export function plain(text: string): string {
  // Long texts are seldom asked for.
  return text.length > 200 ? made(text) : madeOnce(text);
}

/** Nothing longer is a label; a page's longest texts cost no more than these. */
const longest = 1000;

const simple = /^[a-z\d]+(?:[ '-][a-z\d]+)*$/;
const decorated = /(?:optional|required|recommended|new|beta|more|this|info|help)$/;

function made(text: string): string {
  // Most texts are a few words with nothing in or around them to take away.
  const lower = text.toLowerCase();
  if (simple.test(lower) && !decorated.test(lower) && text.length <= 80) return lower;
  const line = text
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u0307|\u093c|[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/ı/g, 'i')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const bare = line.length <= 80 ? line.replace(decoration, ' ').replace(/\s+/g, ' ').trim() : line;
  return bared(bare || line);
}

/** Without marks before and behind, arrows of a column that sorts too. A pattern for the end would try at every mark within. */
function bared(line: string): string {
  let end = line.length;
  while (end > 0 && /[\s*:?。.↑↓↕⇅⇵▲△▴▵▼▽▾▿]/.test(line.charAt(end - 1))) end--;
  return line.slice(0, end).replace(/^[*•\s]+/, '');
}

/** How well a shown text says what a word says. */
export interface Match {
  /** 1 the same, 0.5 the word with an explanation behind it, else 0. */
  readonly grade: 0 | 0.5 | 1;
  readonly word: string;
  /** Whether a source confirms the word, and nothing behind it says more. */
  readonly sure: boolean;
  /** What is asked about where it isn't sure: the word, or with it what else the text says. */
  readonly asks: string;
}

/** Marks that are not seen, or that turn the direction of what follows. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The part of a text that says a word, as it stands there, without decoration and explanations; empty
 * where it says another. What comes of it is the word in the page's own letters, and never anything else.
 */
export function asItStands(text: string, word: string): string {
  const line = text.replace(unseen, '').replace(/\s+/g, ' ').trim().slice(0, 200);
  const ends = [...line.matchAll(/[\s([:;%*!?"「【-]/g)].map(({ index }) => index);
  for (const end of [...ends, line.length]) {
    const part = line.slice(0, end);
    if (plain(part) === word) return bared(part);
  }
  return '';
}

/** What sets an explanation off from the word before it. */
const setOff = /^\s?[([:;%*!?"「【-]/;
const mayExplain = /.[([:;%*!?"「【-]/;

const none: Match = { grade: 0, word: '', sure: false, asks: '' };

/** What takes a word back. */
export const negation =
  /\b(?:not|no|no longer|never|without|don't|isn't|nicht|kein\w*|ohne|pas|sans|non|senza|sin|não|sem|niet|geen|zonder|nie|bez|inte|utan|değil)\b|ない|しない|不|非|无|لا|ليس|नही/;

/**
 * A pattern over the letters of all scripts. Those take a browser milliseconds to make ready: for a text in plain
 * English letters there is another one, that finds the same in it.
 */
export function overLetters(all: RegExp): (text: string) => RegExpExecArray | null {
  const source = all.source.replace(/\\p\{M\}/g, '').replace(/\[\^?[^[\]]*\]|\\p\{L\}/g, inEnglish);
  const english = new RegExp(source, all.flags.replace('u', ''));
  return (text) => (isAscii(text) ? english : all).exec(text);
}

function inEnglish(part: string): string {
  const letters = part.replace(/\\p\{L\}/g, 'a-zA-Z');
  return letters === part || part.startsWith('[') ? letters : `[${letters}]`;
}

/** Whether a text is in plain English letters, figures and signs. */
export function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Whether any letter of a text is Latin. */
export function isLatin(text: string): boolean {
  return /[a-z]/i.test(text) || /\p{Script=Latin}/u.test(text);
}

/** Signs and Latin letters alone, of which no other letter has to be looked for. */
const noOtherLetters = /^[\0-\u00b4\u00b6-\u024f\u1e00-\u1eff\u2000-\u20ff]*$/;

/** One text is compared with the words of all settings. */
const partedOnce = onceFor(parted);

/** A text said twice, in two scripts, as a translator beside the page's own words leaves it. */
function inTwoScripts(shown: string): readonly [string, string] | null {
  return shown.length > 80 ? null : partedOnce(shown);
}

function parted(shown: string): readonly [string, string] | null {
  if (noOtherLetters.test(shown) || !isLatin(shown)) return null;
  if (!/[^\p{Script=Latin}\P{L}]/u.test(shown)) return null;
  const signs = [...shown];
  const at = whereScriptChanges(signs);
  if (at === null) return null;
  const bare = (text: string) => plain(text.replace(/^[\s/|·()（）\-–:]+|[\s/|·()（）\-–:]+$/g, ''));
  return [bare(signs.slice(0, at).join('')), bare(signs.slice(at).join(''))];
}

/**
 * Where a text goes over from Latin letters to those of another script, or the other way round; null where it does
 * so more than once. Latin letters that touch the other script's belong to it: "トラッキングIDの名前".
 */
function whereScriptChanges(signs: readonly string[]): number | null {
  const isLetter = (sign = '') => /\p{L}/u.test(sign);
  const isOurs = (sign: string) => /\p{Script=Latin}/u.test(sign);
  const isOther = (sign: string) => isLetter(sign) && !isOurs(sign);
  const isAlone = (sign: string, at: number) => isOurs(sign) && !(isLetter(sign) && isLetter(signs[at - 1]));
  const [firstOther, firstOurs] = [signs.findIndex(isOther), signs.findIndex(isOurs)];
  if (firstOurs < firstOther)
    return signs.some((sign, at) => at > firstOther && isAlone(sign, at)) ? null : firstOther;
  const lastOther = signs.findLastIndex(isOther);
  const begins = [signs.findIndex((sign, at) => at > firstOther && isAlone(sign, at)), firstOurs];
  return begins.find((at) => at > lastOther) ?? null;
}

const whoSees = /\s?[([](?:not|never) (?:shown|visible|displayed|seen)\b[^()[\]]*[)\]]$/;

/** The name of a text field without a remark on who sees it, which takes nothing back from what is typed. */
export function withoutRemark(text: string): string {
  return text.length <= 80 ? text.replace(whoSees, '') : text;
}

/** How well a text on the page says one of these words. */
export function matchTerm(shown: string, terms: Terms): Match {
  const match = matchPart(shown, terms);
  if (match.grade > 0) return match;
  const [one, two] = inTwoScripts(shown) ?? [];
  if (!one || !two || takesBack(one) || takesBack(two)) return match;
  const [first, second] = [matchPart(one, terms), matchPart(two, terms)];
  return first.grade > 0 ? first : second;
}

/** Whether a translation says no to what it should translate. */
export function takesBack(text: string): boolean {
  return (
    negation.test(text) || /關閉|关闭|禁用|停用|隐藏|隱藏|無効|オフ|выкл|закры|끄기|해제|숨기/.test(text)
  );
}

function matchPart(shown: string, terms: Terms): Match {
  if (shown === '') return none;
  const sure = terms.get(shown);
  if (sure !== undefined) return { grade: 1, word: shown, sure, asks: shown };
  if (shown.length > 80 || !mayExplain.test(shown)) return none;
  let best = none;
  for (const [word, isSure] of terms) {
    if (word.length <= best.word.length || !shown.startsWith(word)) continue;
    // Only what punctuation sets off explains; "Group codes work often" is no label called "Group".
    const rest = shown.slice(word.length);
    if (!setOff.test(rest) || negation.test(rest)) continue;
    // What is said behind a word may as well take it back: "One per customer (per day)".
    const saysMore = /\p{L}/u.test(rest);
    best = { grade: 0.5, word, sure: isSure && !saysMore, asks: saysMore ? shown : word };
  }
  return best;
}

/** The grade alone. */
export function labelMatch(shown: string, terms: Terms): 0 | 0.5 | 1 {
  return matchTerm(shown, terms).grade;
}

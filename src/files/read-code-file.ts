import type { CodeFile, ToldColumns, ToldTable } from '../domain/codes/code-file';
import { accountOf, type TextAccount, together } from '../domain/codes/text-account';
import { type Said, said, saidCount } from '../domain/problem';
import { Collector } from './code-list/collector';
import type { Charset } from './intake/charsets';
import { decodeText } from './intake/decode-text';
import { looksLikeZip } from './intake/file-kind';
import { FileProblem } from './intake/file-problem';
import { refuseLargeFile } from './intake/limits';
import type { Progress } from './intake/pace';
import { isHistoryText, readText } from './intake/read-text';
import { sha256 } from './intake/sha256';
import { refuseWebPage } from './intake/web-page';
import { refuseReport } from './reports/refuse-report';
import { refuseSealed } from './sealed/sealed-file';
import { unzip } from './zip/unzip';

/** What the seller said of a file that was read before. */
export interface ReadHow {
  /** The character set, where the file does not tell its own and the likeliest read wrong. */
  readonly charset?: Charset | undefined;
  /** What each column beside the codes is, where the words above them do not tell. */
  readonly columns?: ToldColumns | undefined;
}

interface TextFile {
  readonly name: string;
  readonly text: string;
  /** The character set taken; null where the file tells its own. */
  readonly charset: Charset | null;
}

function textOf(name: string, bytes: Uint8Array, wanted?: Charset): TextFile {
  const decoded = decodeText(name, bytes, isHistoryText, wanted);
  refuseWebPage(name, decoded.text);
  refuseReport(name, decoded.text);
  return { name, ...decoded };
}

/** The texts of a ZIP. What is no text is left out with a remark, unless nothing else is there. */
async function textsOfZip(
  name: string,
  bytes: Uint8Array,
  wanted?: Charset,
): Promise<{ texts: TextFile[]; remarks: Said[] }> {
  const { files, refused, remarks } = await unzip(name, bytes);
  const texts: TextFile[] = [];
  const problems: FileProblem[] = [...refused];
  for (const file of files) {
    try {
      texts.push(textOf(file.name, file.bytes, wanted));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      problems.push(error);
    }
  }
  if (texts.length > 0) {
    const several = texts.length > 1 ? [saidCount('remarkTextFiles', texts.length)] : [];
    const leftOut = problems.map((problem) => said('remarkLeftOut', { problem: problem.said }));
    return { texts, remarks: [...several, ...remarks, ...leftOut] };
  }
  const webPage = problems.find((problem) => problem.code === 'web-page');
  if (webPage) throw webPage;
  const why = { sentences: [...remarks, ...problems.map((problem) => problem.said)] };
  throw new FileProblem(
    'no-text-in-zip',
    why.sentences.length === 0
      ? said('problemZipNoText', { file: name })
      : said('problemZipNoTextWhy', { file: name, why }),
  );
}

function plainText(name: string, bytes: Uint8Array, wanted?: Charset): TextFile {
  try {
    return textOf(name, bytes, wanted);
  } catch (error) {
    if (!(error instanceof FileProblem) || error.code !== 'not-text' || !/\.zip$/i.test(name)) throw error;
    throw noZip(name);
  }
}

function noZip(name: string): FileProblem {
  return new FileProblem('not-zip', said('problemZipNone', { file: name }));
}

function isNoCodes(error: unknown): boolean {
  return error instanceof FileProblem && (error.code === 'no-codes' || error.code === 'empty');
}

/** The first line that holds more than ASCII, to judge the character set by. */
function sampleOf(text: string): string {
  const at = text.search(/[^\0-\x7f]/);
  if (at < 0) return '';
  const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
  const line = text.slice(Math.max(start, at - 60), at + 200);
  return (line.split(/[\r\n]/, 1)[0] ?? '').slice(0, 120);
}

async function readTexts(
  name: string,
  digest: string,
  texts: readonly TextFile[],
  remarks: readonly Said[],
  onProgress?: Progress,
  columns?: ToldColumns,
) {
  const collector = new Collector(texts.map((each) => each.name));
  collector.remarks.push(...remarks);
  const total = texts.reduce((sum, each) => sum + each.text.length, 0);
  let before = 0;
  const tables: (ToldTable | null)[] = [];
  for (const [index, { name: text, text: whole }] of texts.entries()) {
    const progress: Progress = (done) => onProgress?.(before + done, total);
    tables.push(await readText(collector, index, text, whole, progress, columns));
    before += whole.length;
  }
  try {
    const guessed = texts.find((each) => each.charset !== null);
    const charset = guessed?.charset ? { used: guessed.charset, sample: sampleOf(guessed.text) } : null;
    const table = tables.length === 1 ? (tables[0] ?? null) : null;
    return { ...collector.result(name, digest), charset, table };
  } catch (error) {
    // What was left out may be what holds the codes.
    if (!(error instanceof FileProblem) || remarks.length === 0) throw error;
    const both = { problem: error.said, remarks: { sentences: remarks } };
    throw new FileProblem(error.code, said('problemFileRemarks', both));
  }
}

/**
 * Reads a file of claim codes: Amazon's ZIP, a text, a CSV or our own history export, told apart by
 * content, not by name. Every line is accounted for in the result. Gives way to other work while
 * reading, and tells `onProgress` of the characters read. Throws FileProblem for a file that can't be read as codes.
 */
export async function readCodeFile(
  name: string,
  bytes: Uint8Array,
  onProgress?: Progress,
  { charset, columns }: ReadHow = {},
): Promise<CodeFile> {
  refuseLargeFile(name, bytes.length);
  refuseSealed(name, bytes);
  const digest = await sha256(bytes);
  if (looksLikeZip(bytes)) {
    const { texts, remarks } = await textsOfZip(name, bytes, charset);
    return readTexts(name, digest, texts, remarks, onProgress, columns);
  }
  const text = plainText(name, bytes, charset);
  const file = await readTexts(name, digest, [text], [], onProgress, columns).catch((error) => {
    throw isNoCodes(error) && /\.zip$/i.test(name) ? noZip(name) : error;
  });
  if (file.codes.length === 0 && /\.zip$/i.test(name)) throw noZip(name);
  return file;
}

/**
 * The codes that stand anywhere in a file: a list, a table, an export of messages, or a ZIP of such. For
 * files that say which codes are out already. Every line is accounted for. Throws FileProblem.
 */
export async function readSentFile(name: string, bytes: Uint8Array): Promise<TextAccount> {
  refuseLargeFile(name, bytes.length);
  refuseSealed(name, bytes);
  const texts = looksLikeZip(bytes) ? (await textsOfZip(name, bytes)).texts : [plainText(name, bytes)];
  return together(texts.map((each) => accountOf(each.text, each.name)));
}

/** Reads codes from text that was pasted. As readCodeFile, with the name "Pasted text". */
export async function readPastedCodes(
  text: string,
  onProgress?: Progress,
  { columns }: ReadHow = {},
): Promise<CodeFile> {
  const name = 'Pasted text';
  const bytes = new TextEncoder().encode(text);
  refuseLargeFile(name, bytes.length);
  refuseWebPage(name, text);
  refuseReport(name, text);
  return readTexts(name, await sha256(bytes), [{ name, text, charset: null }], [], onProgress, columns);
}

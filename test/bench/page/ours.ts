import type { CodeFile } from '../../../src/domain/codes/code-file';
import { readCodeFile } from '../../../src/files';
import { unzip } from '../../../src/files/zip/unzip';
import {
  confirmImport,
  type Db,
  findCodes,
  findNear,
  forgetPerson,
  issueNext,
  issueToList,
  listPromotions,
  openLedger,
  planImport,
  whoHasWhat,
} from '../../../src/ledger';
import { breathe } from '../../../src/ledger/codes/code-index';
import { clean, must, timed } from './clock';

/** Milliseconds of each step from Amazon's ZIP to codes in the ledger. */
export interface ImportTimes {
  /** Digest, unpacking and parsing. */
  readonly read: number;
  /** Comparing the codes with each other and with the ledger. */
  readonly plan: number;
  /** Packing and the one transaction, until it is complete. */
  readonly store: number;
  readonly total: number;
}

/** Times of the same acts on ledgers of different sizes, in milliseconds, each act in turn on each ledger. */
export interface DailyTimes {
  readonly size: number;
  readonly issue: readonly number[];
  readonly lookUp: readonly number[];
}

const nobody = { to: 'Anna', channel: 'Instagram', note: '', by: '' };

/** From the ZIP to codes in a fresh ledger. */
export async function importZip(zip: Uint8Array, size: number): Promise<ImportTimes> {
  const db = await openLedger({ name: 'import' });
  clean();
  const begin = performance.now();
  const file = await readCodeFile('codes.zip', zip);
  const read = performance.now();
  const plan = await planImport(db, file);
  const planned = performance.now();
  await store(db, plan);
  const stored = performance.now();
  await mustHold(db, size);
  return { read: read - begin, plan: planned - read, store: stored - planned, total: stored - begin };
}

/** Unpacking alone, milliseconds. */
export function unpack(zip: Uint8Array): Promise<number> {
  return timed(() => unzip('codes.zip', zip));
}

/** Gives out one code, and finds one by its full text, `times` times on a ledger of each size. */
export async function dailyActs(files: readonly CodeFile[], times: number): Promise<DailyTimes[]> {
  const ledgers = await Promise.all(files.map((file) => filled(`daily-${file.codes.length}`, file)));
  const measured = files.map((file) => ({
    size: file.codes.length,
    issue: [] as number[],
    lookUp: [] as number[],
  }));
  for (let time = 0; time < times; time++) {
    for (const [i, { db, promotionId, codes }] of ledgers.entries()) {
      measured[i]?.issue.push(await clocked(() => issueNext(db, promotionId, 1, nobody)));
      const code = codes[Math.floor((time / times) * codes.length)] ?? '';
      const found: unknown[] = [];
      measured[i]?.lookUp.push(await clocked(async () => found.push(...(await findCodes(db, code)))));
      must(found.length === 1, `${code} was found ${found.length} times.`);
    }
  }
  return measured;
}

/** Times of looking up parts of codes, and the longest that the page stood still meanwhile; milliseconds. */
export interface FragmentTimes {
  /** Parts that stand in one code each. */
  readonly found: readonly number[];
  /** Parts that stand in none: every code must be looked at. */
  readonly absent: readonly number[];
  readonly still: number;
}

/** Looks up parts of codes, `times` of each kind. */
export async function fragments(file: CodeFile, times: number): Promise<FragmentTimes> {
  const { db, codes } = await filled('fragments', file);
  const found: number[] = [];
  const absent: number[] = [];
  let still = 0;
  for (let time = 0; time < times; time++) {
    const code = codes[Math.floor(((time + 0.5) / times) * codes.length)] ?? '';
    const part = code.slice(3, 13);
    still = Math.max(
      still,
      await longestStill(async () => {
        found.push(await clocked(async () => void must((await findCodes(db, part)).length === 1, part)));
        const none = [...part].reverse().join('');
        absent.push(await clocked(async () => void must((await findCodes(db, none)).length === 0, none)));
      }),
    );
  }
  return { found, absent, still };
}

/** The longest time without a turn of the event loop while `work` runs, milliseconds. */
async function longestStill(work: () => Promise<unknown>): Promise<number> {
  let running = true;
  let longest = 0;
  const watch = async () => {
    for (let before = performance.now(); running; ) {
      await breathe();
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
    }
  };
  const watching = watch();
  await work();
  running = false;
  await watching;
  return longest;
}

/** Gives out all codes of a file to one platform in one act, milliseconds. */
export async function giveOutAll(file: CodeFile): Promise<number> {
  const { db, promotionId } = await filled('platform', file);
  const size = file.codes.length;
  let given = 0;
  const time = await timed(async () => {
    given = (await issueNext(db, promotionId, size, nobody)).codes.length;
  });
  must(given === size, `${given} codes were given out.`);
  must((await db.count('entries')) === 1, 'One act over one range made more than one entry.');
  return time;
}

/** Milliseconds of giving out to a list of as many people as codes, of reading who has what, and of forgetting one. */
export async function people(file: CodeFile): Promise<{ give: number; read: number; forget: number }> {
  const { db, promotionId } = await filled('people', file);
  const size = file.codes.length;
  const list = Array.from({ length: size }, (_, i) => ({
    ...{ to: `Person ${i}`, handle: `p${i}@example.org`, channel: '', note: '' },
  }));
  const give = await timed(() =>
    issueToList(db, promotionId, list, { channel: 'Newsletter', note: '', by: '' }),
  );
  let held = 0;
  const read = await timed(async () => {
    held = (await whoHasWhat(db)).length;
  });
  must(held === size, `${held} people have a code.`);
  const forget = await timed(() => forgetPerson(db, list.slice(0, 1)));
  return { give, read, forget };
}

/** Times of finding codes typed with one wrong letter, and with two; milliseconds. */
export async function near(file: CodeFile, times: number): Promise<{ one: number[]; two: number[] }> {
  const { db, codes } = await filled('near', file);
  const one: number[] = [];
  const two: number[] = [];
  for (let time = 0; time < times; time++) {
    const code = codes[Math.floor(((time + 0.5) / times) * codes.length)] ?? '';
    const wrong = (letter = '') => (letter === '7' ? '9' : '7');
    const slip = `${code.slice(0, 7)}${wrong(code[7])}${code.slice(8)}`;
    const slips = `${slip.slice(0, 14)}${wrong(slip[14])}${slip.slice(15)}`;
    const finds = async (typed: string) =>
      must(
        (await findNear(db, typed)).some((found) => found.code === code),
        `${typed} did not find ${code}.`,
      );
    one.push(await clocked(() => finds(slip)));
    two.push(await clocked(() => finds(slips)));
  }
  return { one, two };
}

/** A ledger that holds the codes of one file. */
export async function filled(name: string, file: CodeFile) {
  const db = await openLedger({ name });
  const { promotionId } = await store(db, await planImport(db, file));
  await mustHold(db, file.codes.length);
  return { db, promotionId, codes: file.codes };
}

function store(db: Db, plan: Awaited<ReturnType<typeof planImport>>) {
  const promotion = {
    name: 'Bench',
    trackingId: null,
    marketplace: null,
    account: null,
    percentOff: null,
    start: null,
    end: null,
    amazonId: null,
  };
  const rest = { as: { kind: 'new' }, name: 'codes', quantityAsked: null, by: '' } as const;
  return confirmImport(db, plan, { promotion, ...rest });
}

async function mustHold(db: Db, size: number): Promise<void> {
  const [first] = await listPromotions(db);
  must(first?.counts.available === size, `The ledger counts ${first?.counts.available} codes, not ${size}.`);
}

/** As `timed`, without the cleaning, which would take longer than the act itself. */
async function clocked(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

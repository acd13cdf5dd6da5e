import { fileName, refuseLargeSealed, seal, sealedHead, unseal } from '../../files';
import { handOverLines, readBackup, readHandOver } from '../../ledger';
import { downloadText } from '../../platform/download';
import { type Folder, FolderGone, writeFile } from '../../platform/folder';
import { loadSettings } from '../../stored/settings';
import { say } from '../../words/say';
import type { Pool, Restored, RestorePlan, TakenOver } from '../pool';
import type { KeptItem } from './kept-item';
import { bringKept, keptItems, keptRows } from './kept-settings';

/** Enough of a file for its first line. */
const headBytes = 4096;
const mime = 'application/octet-stream';

/** Downloads everything as one file, locked where a passphrase is given; the file's name. */
export function saveEverything(pool: Pool, passphrase: string): Promise<string> {
  return saveThrough(pool, passphrase, false, async (name, bytes) =>
    downloadText(name, [bytes as Uint8Array<ArrayBuffer>], mime),
  );
}

/** Writes everything into the folder, one file for each day, the day's earlier one replaced; its name. */
export function saveIntoFolder(pool: Pool, folder: Folder): Promise<string> {
  return saveThrough(pool, '', true, (name, bytes) =>
    writeFile(folder, name, bytes).catch((error) => {
      throw error instanceof FolderGone ? new Error(say('folderGone', { folder: error.message })) : error;
    }),
  );
}

async function saveThrough(
  pool: Pool,
  passphrase: string,
  intoFolder: boolean,
  put: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<string> {
  // Before it is read: what happens meanwhile came since.
  const madeAt = new Date().toISOString();
  const { lines, upTo } = await pool.backupLines(await keptRows());
  const bytes = await seal('backup', lines, { madeAt, passphrase: passphrase || null });
  const about = { promotion: 'Claimcheck', what: 'everything', marketplace: null } as const;
  const name = fileName({ ...about, date: new Date(), extension: 'claimcheck' });
  await put(name, bytes);
  await pool.noteSaved(upTo, intoFolder);
  return name;
}

/** Whether a file of ours needs a passphrase. Throws FileProblem for other files. */
export async function isLocked(file: File): Promise<boolean> {
  refuseLargeSealed(file.name, file.size);
  return sealedHead(file.name, new Uint8Array(await file.slice(0, headBytes).arrayBuffer())).locked;
}

/** What loading a saved file would do. */
export interface Loading {
  readonly plan: RestorePlan;
  /** Settings and lessons in it that are not decided here, one by one. */
  readonly kept: readonly KeptItem[];
  /** Damaged parts here that this file mended already. */
  readonly mended: number;
}

/**
 * Looks at a saved file, and mends what is damaged here and can only be what the file holds. Throws FileProblem
 * and LedgerProblem in words.
 */
export async function planLoading(
  pool: Pool,
  file: File,
  passphrase: string,
  onProgress: (done: number, total: number) => void,
): Promise<Loading> {
  const bytes = await bytesOf(file);
  const { madeAt } = sealedHead(file.name, bytes);
  const lines = await unseal(file.name, bytes, 'backup', passphrase || null);
  const backup = await readBackup(lines);
  const mended = await pool.mendFrom(backup);
  const plan = await pool.planRestore(backup, madeAt, onProgress);
  return { plan, kept: await keptItems(backup.kept), mended };
}

/** Loads what was planned: the codes, then the settings and lessons that were ticked (`settings`: how many). Throws LedgerProblem. */
export async function loadCopy(
  pool: Pool,
  { plan }: Loading,
  ticked: readonly KeptItem[],
): Promise<Restored & { settings: number }> {
  const { yourName } = await loadSettings();
  const restored = await pool.restoreBackup(plan, yourName);
  await pool.recountIfDue();
  return { ...restored, settings: await bringKept(ticked) };
}

/** Moves codes into a locked file for a colleague and downloads it; the hand-over's id, for making it again. */
export async function handOverFile(
  pool: Pool,
  promotionId: string,
  given: { readonly count: number; readonly to: string; readonly passphrase: string },
): Promise<string> {
  const { yourName } = await loadSettings();
  const { file } = await pool.handOver(promotionId, given.count, { to: given.to, by: yourName });
  await handOverFileAgain(pool, file, given.passphrase);
  return file;
}

/** Downloads the file of a hand-over made before. */
export async function handOverFileAgain(pool: Pool, file: string, passphrase: string): Promise<void> {
  const given = await pool.handOverAgain(file);
  const bytes = await seal('hand-over', handOverLines(given), { madeAt: given.at, passphrase });
  const { name: promotion, marketplace } = given.promotion;
  const about = { promotion, marketplace, what: 'handOver', date: new Date(given.at) } as const;
  const name = fileName({ ...about, extension: 'claimcheck' });
  downloadText(name, [bytes as Uint8Array<ArrayBuffer>], mime);
}

/** Codes of a file that was made here and are away: whether they may come back, only the seller can tell. */
export interface OwnHandOver {
  readonly away: number;
}

/**
 * Takes over the codes of a colleague's file. One that was made here changes nothing unless the seller said that
 * `nobody` loaded it: its codes would be in two hands.
 */
export async function takeOver(
  pool: Pool,
  file: File,
  { passphrase, nobody }: { readonly passphrase: string; readonly nobody: boolean },
): Promise<(TakenOver & { readonly name: string }) | OwnHandOver> {
  const { yourName } = await loadSettings();
  const lines = await unseal(file.name, await bytesOf(file), 'hand-over', passphrase || null);
  const given = readHandOver(lines);
  const away = nobody ? 0 : await pool.awayWith(given.file);
  if (away > 0) return { away };
  return { ...(await pool.takeHandOver(given, yourName)), name: given.promotion.name };
}

/** Too large a file is refused unread. */
async function bytesOf(file: File): Promise<Uint8Array> {
  refuseLargeSealed(file.name, file.size);
  return new Uint8Array(await file.arrayBuffer());
}

import { type Db, openLedger } from '../../ledger';
import { type ReportOutcome, takeReportFile } from './take-file';

/** What the page asks of the worker. */
export type ToWorker = { readonly file: File; readonly by: string } | 'cancel';

/** What it hears. */
export type FromWorker =
  | { readonly done: number; readonly total: number }
  | { readonly outcomes: ReportOutcome[] }
  | { readonly failed: string };

/** Between two of them, milliseconds: more often nobody can read it. */
const progressEvery = 100;
const stop = new AbortController();
const tell = (message: FromWorker) => postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data === 'cancel') return stop.abort();
  let told = 0;
  const onProgress = (done: number, total: number) => {
    const now = performance.now();
    if (now - told < progressEvery) return;
    told = now;
    tell({ done, total });
  };
  let db: Db | null = null;
  try {
    db = await openLedger();
    const { signal } = stop;
    tell({ outcomes: await takeReportFile(db, data.file, { by: data.by, signal, onProgress }) });
  } catch (error) {
    tell({ failed: error instanceof Error ? error.message : String(error) });
  } finally {
    db?.close();
  }
};

import { kindOfReport, reportSources } from '../../files';
import { loadSettings } from '../../stored/settings';
import { inWords, sentenceOf } from '../../words/problem-words';
import { Store } from '../desk/store';
import type { Pool } from '../pool';
import type { ReportOutcome } from './take-file';

/** One report's outcome, its problem in words. */
export type ReportResult = Omit<ReportOutcome, 'problem'> & { readonly problem: string | null };

export interface ReportsState {
  /** The file being read; null: none is. */
  readonly reading: {
    readonly name: string;
    readonly done: number;
    readonly total: number;
    /** Bytes a second; null while too little was read to tell. */
    readonly rate: number | null;
    readonly canceling: boolean;
  } | null;
  readonly results: readonly ReportResult[];
}

/** Before this many milliseconds a rate says nothing. */
const rateAfter = 500;

/** Reads reports one after the other, and shows what became of each. */
export class ReportImporter extends Store<ReportsState> {
  readonly #pool: Pool;
  #waiting: File[] = [];
  #stop = new AbortController();
  #running: Promise<void> | null = null;

  constructor(pool: Pool) {
    super({ reading: null, results: [] });
    this.#pool = pool;
  }

  /** Takes those of the files that are reports on orders; the others are the caller's. */
  async sift(files: readonly File[]): Promise<readonly File[]> {
    const are = await Promise.all(files.map(isReport));
    const reports = files.filter((_, i) => are[i]);
    if (reports.length > 0) void this.take(reports);
    return files.filter((_, i) => !are[i]);
  }

  /** Reads these files; those dropped meanwhile wait for their turn. Resolves once all are read. */
  take(files: readonly File[]): Promise<void> {
    this.#waiting.push(...files);
    this.#running ??= this.#go().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Stops the reading, and leaves out the files that wait; what was read before stays. */
  cancel(): void {
    this.#waiting = [];
    this.#stop.abort();
    const { reading } = this.state;
    if (reading) this.set({ reading: { ...reading, canceling: true } });
  }

  /** Takes a report just read out again. */
  async remove(id: string): Promise<void> {
    try {
      await this.#pool.removeReport(id);
      this.forget(id);
    } catch (error) {
      this.#add({ name: '', taken: null, problem: sentenceOf(error) });
    }
  }

  /** Shows no more what a report came to: it was removed elsewhere. */
  forget(id: string): void {
    this.set({ results: this.state.results.filter(({ taken }) => taken?.id !== id) });
  }

  async #go(): Promise<void> {
    this.#stop = new AbortController();
    this.set({ results: [] });
    for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) await this.#read(file);
    this.set({ reading: null });
  }

  async #read(file: File): Promise<void> {
    const { name, size } = file;
    const since = performance.now();
    const about = { name, total: size, canceling: false };
    this.set({ reading: { ...about, done: 0, rate: null } });
    const onProgress = (done: number, total: number) => {
      const passed = performance.now() - since;
      const rate = passed < rateAfter ? null : done / (passed / 1000);
      const canceling = this.#stop.signal.aborted;
      this.set({ reading: { ...about, done, total, rate, canceling } });
    };
    try {
      const { yourName } = await loadSettings();
      const { signal } = this.#stop;
      for (const { problem, ...rest } of await this.#pool.importReport(file, {
        by: yourName,
        signal,
        onProgress,
      }))
        this.#add({ ...rest, problem: problem && inWords(problem) });
    } catch (error) {
      this.#add({ name, taken: null, problem: sentenceOf(error) });
    }
  }

  #add(result: ReportResult): void {
    this.set({ results: [...this.state.results, result] });
  }
}

/** Wrong reports that are of orders: whoever drops one wants its uses counted. */
const ofOrders = [
  ...['problemReportTransactions', 'problemReportReturns', 'problemReportUnshipped'],
  ...['problemReportShipments', 'problemReportNoIds', 'problemReportOrderXml'],
];

/** Whether a file is one of Amazon's reports on orders, by how it begins. What can't be looked into is none. */
async function isReport(file: File): Promise<boolean> {
  try {
    for (const source of await reportSources(file)) {
      const pieces = source.open();
      const { value } = await pieces.next();
      await pieces.return();
      const found = value ? kindOfReport(value.subarray(0, 65_536)) : null;
      if (found && ('kind' in found || ofOrders.includes(found.wrong))) return true;
    }
    return false;
  } catch {
    return false;
  }
}

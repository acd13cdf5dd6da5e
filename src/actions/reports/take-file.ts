import type { BadLine, ReportKind } from '../../domain/orders/order-line';
import { Problem, type Said, said } from '../../domain/problem';
import { reportSources, startReport } from '../../files';
import { type Db, markNamed, matchedOrders, type NamedCodes, takeReport } from '../../ledger';

export type { NamedCodes } from '../../ledger';

/** What became of one report: of a ZIP each file in it is one. */
export interface ReportOutcome {
  readonly name: string;
  /** Why nothing was taken of it; null where it was. */
  readonly problem: Said | null;
  readonly taken: {
    readonly id: string;
    readonly kind: ReportKind;
    readonly lines: number;
    readonly orders: number;
    readonly matched: number;
    readonly rejected: number;
    readonly bad: readonly BadLine[];
    /** It was here already, so that nothing changed. */
    readonly known: boolean;
    /** What the claim codes that it names came to; null where it names none. */
    readonly named: NamedCodes | null;
  } | null;
}

export interface TakeOptions {
  readonly by: string;
  readonly signal?: AbortSignal;
  /** Bytes of the file that were read, and of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Takes all reports that a file holds. A problem with one is told in its place; all else rejects. */
export async function takeReportFile(db: Db, file: File, options: TakeOptions): Promise<ReportOutcome[]> {
  const outcomes: ReportOutcome[] = [];
  try {
    const sources = await reportSources(file);
    if (sources.length === 0)
      outcomes.push(refused(file.name, said('problemReportEmpty', { file: file.name })));
    for (const source of sources) {
      const onBytes = (done: number) => options.onProgress?.(done, source.size);
      try {
        const reading = await startReport(source, onBytes);
        const { by, signal } = options;
        const { id, orders, known } = await takeReport(db, reading, { by, ...(signal ? { signal } : {}) });
        const { kind, lines, rejected, bad } = reading;
        const matched = await matchedOrders(db, id);
        const named = await markNamed(db, id, by);
        const taken = { id, kind, lines, orders, matched, rejected, bad, known, named };
        outcomes.push({ name: source.name, problem: null, taken });
      } catch (error) {
        outcomes.push(refused(source.name, saidOf(error)));
      }
      if (options.signal?.aborted) break;
    }
  } catch (error) {
    outcomes.push(refused(file.name, saidOf(error)));
  }
  return outcomes;
}

function refused(name: string, problem: Said): ReportOutcome {
  return { name, problem, taken: null };
}

function saidOf(error: unknown): Said {
  if (error instanceof Problem) return error.said;
  throw error;
}

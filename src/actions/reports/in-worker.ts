import type { FromWorker, ToWorker } from './report-worker';
import type { ReportOutcome, TakeOptions } from './take-file';

/** Takes a report's file in a worker of its own, so that the page goes on meanwhile. */
export function takeInWorker(file: File, { by, signal, onProgress }: TakeOptions): Promise<ReportOutcome[]> {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: ToWorker) => worker.postMessage(message);
  const cancel = () => ask('cancel');
  return new Promise<ReportOutcome[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('done' in data) onProgress?.(data.done, data.total);
      else if ('outcomes' in data) resolve(data.outcomes);
      else reject(new Error(data.failed));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    signal?.addEventListener('abort', cancel);
    ask({ file, by });
  }).finally(() => {
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
  });
}

import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { Language } from '../../../src/page/labels/index.ts';
import { findBrowser } from '../../browser/harness/find-browser.mjs';
import type { Judged } from '../../drawings/judge.ts';
import type { MutantResult } from './page/main.ts';

export type Job = [seed: number, severity: number, language: Language];

/** One real Chromium page in which mutants are made and read. */
export interface ReadingLab {
  run(jobs: readonly Job[]): Promise<MutantResult[]>;
  /** The page as the last mutant left it. */
  html(): Promise<string>;
  close(): Promise<void>;
}

/** Starts the lab. Whoever calls this must call `close`. */
export async function startReadingLab(): Promise<ReadingLab> {
  const { page, browser } = await open('main');
  return {
    run: (jobs) => page.evaluate(`readingBench.runAll(${JSON.stringify(jobs)})`) as Promise<MutantResult[]>,
    html: () => page.evaluate('document.body.innerHTML') as Promise<string>,
    close: () => browser.close(),
  };
}

/** Reads the drawings in one real Chromium page; `holding` picks those whose name holds a text. */
export function readDrawings(holding = ''): Promise<Judged[]> {
  return judgedIn(`readAll(${JSON.stringify(holding)})`);
}

/** Reads mutated pages of claim codes, one for each seed. */
export function readCodesMutants(seeds: readonly number[]): Promise<Judged[]> {
  return judgedIn(`readCodesMutants(${JSON.stringify(seeds)})`);
}

async function judgedIn(call: string): Promise<Judged[]> {
  const { page, browser } = await open('drawings');
  try {
    return (await page.evaluate(`drawingBench.${call}`)) as Judged[];
  } finally {
    await browser.close();
  }
}

type Entry = 'main' | 'drawings';

async function open(entry: Entry): Promise<{ page: Page; browser: Browser }> {
  const script = await bundle(entry);
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Bench</title>' }),
  );
  await page.goto('https://sellercentral.amazon.com/promotions/new');
  await page.evaluate(script);
  return { page, browser };
}

async function bundle(entry: Entry): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome128',
      rollupOptions: {
        input: fileURLToPath(new URL(`page/${entry}.ts`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  for (const each of Array.isArray(built) ? built : [built])
    for (const chunk of 'output' in each ? each.output : []) if (chunk.type === 'chunk') return chunk.code;
  throw new Error(`test/bench/reading/page/${entry}.ts was not built.`);
}

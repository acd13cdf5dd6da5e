import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startReplica } from '../seller-central/server.ts';
import { bundle } from './bundle.ts';
import type { Lab } from './lab.ts';
import type { Row } from './report.ts';
import { type Built, builtIn, builtOf, scriptTimes, standIn } from './script-time.ts';
import { median, quantile } from './stats.ts';

const form = 'https://sellercentral.amazon.com/promotions/new?type=PERCENTAGE_OFF';
const readings = 200;

/**
 * Counts the time in everything of a script's own that a page calls later: timers, frames, observers and
 * listeners. One within another counts once. Must run before the script.
 */
const selfTime = `
  globalThis.selfTime = 0;
  let within = 0;
  const counted = (work) => typeof work !== 'function' ? work : function (...given) {
    const begun = performance.now();
    within++;
    try { return work.apply(this, given); }
    finally { if (--within === 0) globalThis.selfTime += performance.now() - begun; }
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']) {
    const real = globalThis[name];
    globalThis[name] = (work, ...rest) => real.call(globalThis, counted(work), ...rest);
  }
  const Observer = globalThis.MutationObserver;
  globalThis.MutationObserver = class extends Observer { constructor(work) { super(counted(work)); } };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, work, options) {
    return listen.call(this, type, counted(work), options);
  };`;

/**
 * Size of the content script as built, its script time on the replica's form, beside that of another commit where
 * one is given, and the time of a re-read.
 */
export async function measureContentScript(lab: Lab, against?: string): Promise<Row[]> {
  const built = builtIn('.');
  const other = against === undefined ? [] : [builtOf(against)];
  const replica = await startReplica();
  const page = await lab.context.newPage();
  try {
    await page.route('https://sellercentral.amazon.com/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await fetch(`${replica.address}${pathname}${search}`);
      await route.fulfill({
        status: answer.status,
        contentType: answer.headers.get('content-type') ?? 'text/plain',
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
    const script = Buffer.from(built.text);
    const [time = 0, before] = await scriptTimes(page, form, [built, ...other]);
    return [
      { id: 'content-script-raw', name: 'content script, raw', value: script.length, unit: 'bytes' },
      {
        id: 'content-script-gzip',
        name: 'content script, gzip',
        value: gzipSync(script, { level: 9 }).length,
        unit: 'bytes',
        budget: { most: 40_000 },
      },
      {
        id: 'script-to-overlay',
        name: 'main thread to the overlay: evaluation, reading, first picture',
        value: time,
        unit: 'ms',
        ...(before === undefined
          ? {}
          : { ratio: { times: time / before, of: `${against}` }, budget: { most: 2 / 3 } }),
      },
      ...(await readAgain(page)),
      await streaming(page, built),
    ];
  } finally {
    await page.close();
    await replica.close();
  }
}

async function readAgain(page: Page): Promise<Row[]> {
  const script = await bundle('reading');
  const rows: Row[] = [];
  for (const elements of [0, 5000]) {
    await page.goto(form);
    await page.evaluate(script);
    await page.evaluate(`reading.padTo(${elements})`);
    const count = await page.evaluate('document.getElementsByTagName("*").length');
    for (const edit of [true, false]) {
      const times = (await page.evaluate(`reading.read(${readings}, ${edit})`)) as number[];
      const what = edit ? 're-read after an edit' : 're-read of all nodes';
      const name = `${what}, ${new Intl.NumberFormat('en').format(count as number)} elements`;
      const id = `${edit ? 're-read' : 're-walk'}-${elements === 0 ? 'form' : elements}`;
      const budget = edit ? { budget: { most: 4 } } : {};
      rows.push(
        { id: `${id}-p50`, name: `${name}, p50`, value: median(times), unit: 'ms', ...budget },
        { id: `${id}-p99`, name: `${name}, p99`, value: quantile(times, 0.99), unit: 'ms' },
      );
    }
  }
  return rows;
}

const streamed = 10_000;
const streamSeconds = 5;
const streamRuns = 3;

/** Our own time for each second in which many nodes come in, bit by bit; the middle of several runs. */
async function streaming(page: Page, built: Built): Promise<Row> {
  const spent: number[] = [];
  for (let run = 0; run < streamRuns; run++) {
    await page.goto(form);
    await page.evaluate(
      `(() => { ${standIn(built)} ${selfTime} (0, eval)(${JSON.stringify(built.text)}); })()`,
    );
    // The first look is measured above.
    await page.waitForTimeout(1500);
    // The page's own timer is not ours: it is called as many times by a frame's clock of its own.
    const time = await page.evaluate(`new Promise((done) => {
      const box = document.querySelector('main form').appendChild(document.createElement('div'));
      const before = selfTime;
      let left = ${streamed};
      const worker = new Worker(URL.createObjectURL(new Blob(['setInterval(() => postMessage(0), 10)'])));
      worker.onmessage = () => {
        for (let now = 0; now < ${streamed / streamSeconds / 100} && left > 0; now++, left--)
          box.appendChild(document.createElement('p')).textContent = 'Row ' + left;
        if (left > 0) return;
        worker.terminate();
        done(selfTime - before);
      };
    })`);
    spent.push((time as number) / streamSeconds);
  }
  return {
    id: 'streaming',
    name: `our own time for each second in which ${new Intl.NumberFormat('en').format(streamed / streamSeconds)} nodes stream in`,
    value: median(spent),
    unit: 'ms',
    budget: { most: 30 },
  };
}

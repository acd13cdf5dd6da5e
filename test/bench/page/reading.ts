import { judge } from '../../../src/domain/checks';
import { type PageInventory, takeInventory } from '../../../src/page/dom/controls';
import { readPage } from '../../../src/page/read-page';
import { duration, instant, money } from '../../../src/words/format';
import { say } from '../../say';

const limits = { maxPercentOff: 50, maxRunDays: 30, maxOrderQuantity: 1 };

/** Reads and judges the page, whole; how many checks could be read. `unchanged` as after an edit that changes no node. */
function readAndJudge(unchanged: PageInventory | null = null): number {
  const { page, form, store } = readPage(document, new URL(location.href), unchanged);
  if (!form) throw new Error('No form was read on this page.');
  const { results } = judge(form.readings, {
    say,
    show: { instant, duration, money },
    page,
    kind: form.kind,
    marketplace: store.marketplace,
    limits,
    openedAt: Date.now(),
    now: Date.now(),
    trackingIdTaken: false,
    maxOrderQuantityConfirmed: null,
  });
  return results.filter((result) => result.state !== 'unreadable').length;
}

/** Fills the page up to this many elements with what fills Amazon's: menus, tables, links, tick boxes. */
function padTo(elements: number): void {
  const clutter = document.createElement('div');
  // In the form: of two forms, the one with fewer fields would be none of ours to read.
  (document.querySelector('main form') ?? document.body).append(clutter);
  const missing = () => elements - document.getElementsByTagName('*').length;
  for (let row = 0; missing() > 0; row++) {
    const box = document.createElement('section');
    const heading = document.createElement('h4');
    heading.textContent = `Products ${row}`;
    const link = document.createElement('a');
    link.href = `/inventory?row=${row}`;
    link.textContent = `Garlic press, stainless steel, pack of ${row}`;
    const label = document.createElement('label');
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    label.append(tick, ` Choose row ${row}`);
    box.append(heading, link, label);
    for (let cell = 0; cell < 6; cell++) {
      const outer = document.createElement('div');
      const inner = document.createElement('span');
      inner.textContent = `B0${row}X${cell} · $${cell}.99`;
      outer.append(inner);
      box.append(outer);
    }
    clutter.append(box);
  }
}

const reading = {
  padTo,
  /** Milliseconds of each of `runs` readings, after an edit or with a walk through all nodes. Throws where fewer than ten checks can be read. */
  read(runs: number, edit: boolean): number[] {
    const unchanged = edit ? takeInventory(document) : null;
    if (readAndJudge(unchanged) < 10) throw new Error('Fewer than ten checks could be read.');
    return Array.from({ length: runs }, () => {
      const begin = performance.now();
      readAndJudge(unchanged);
      return performance.now() - begin;
    });
  },
};

/** What can be measured on a page that holds a form. */
export type ReadingBench = typeof reading;

Object.assign(globalThis, { reading });

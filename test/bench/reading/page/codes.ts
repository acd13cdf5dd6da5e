import { codesStyles, drawCodes, type ToldGroup } from '../../../drawings/claim-codes.ts';
import type { CodesDrawing } from '../../../drawings/drawing.ts';
import { type Language, words } from '../../../drawings/words.ts';
import { make } from './mutant.ts';
import { Random } from './random.ts';

/** A page of claim codes being changed. Its rows keep their marks, and so their truth. */
interface CodesMutant {
  readonly random: Random;
  readonly body: HTMLElement;
  readonly language: Language;
  readonly groups: readonly ToldGroup[];
}

type CodesMutation = (mutant: CodesMutant) => void;

/** Tables whose first row names the columns and whose rows all have as many cells. */
function headedTables({ body }: CodesMutant): HTMLTableRowElement[][] {
  return [...body.querySelectorAll('table')]
    .map((table) => [...table.rows])
    .filter(
      ([head, ...rows]) =>
        head?.querySelector('th:not([scope=row])') &&
        rows.every(
          (row) => row.cells.length === head.cells.length && !row.querySelector('[colspan], th[scope=row]'),
        ),
    );
}

const shuffleColumns: CodesMutation = (mutant) => {
  for (const rows of headedTables(mutant)) {
    const order = mutant.random.shuffle([...(rows[0]?.cells ?? [])].map((_, at) => at));
    for (const row of rows) {
      const cells = [...row.cells];
      row.append(...order.map((at) => cells[at] as Node));
    }
  }
};

const addColumn: CodesMutation = (mutant) => {
  const name = mutant.random.pick(['Used', 'Redeemed', 'Downloads', 'Days left', 'Created by', '']);
  for (const rows of headedTables(mutant)) {
    const at = Math.floor(mutant.random.next() * ((rows[0]?.cells.length ?? 0) + 1));
    for (const [line, row] of rows.entries()) {
      const text = line === 0 ? name : String(Math.floor(mutant.random.next() * 500));
      row.insertBefore(make(line === 0 ? 'th' : 'td', {}, text), row.cells[at] ?? null);
    }
  }
};

/** A last row that adds up, or says something across the whole table. */
const addClosingRow: CodesMutation = (mutant) => {
  for (const rows of headedTables(mutant)) {
    const [head] = rows;
    const last = rows.at(-1);
    if (!head || !last || last === head) continue;
    const row = make('tr', {});
    if (mutant.random.chance(0.5)) {
      const sum = mutant.groups.reduce((total, { quantity }) => total + quantity, 0);
      const texts = [...head.cells].map((cell) =>
        cell.textContent?.trim() === words[mutant.language].qty ? String(sum) : '',
      );
      texts[texts.indexOf('')] = mutant.random.pick(['Total', 'Sum', 'All groups']);
      row.append(...texts.map((text) => make('td', {}, text)));
    } else {
      const said = mutant.random.pick(['No more groups', 'Codes end with their promotion.', 'Page 1 of 3']);
      row.append(make('td', { colspan: String(head.cells.length) }, said));
    }
    last.after(row);
  }
};

/** Download as a picture, named for screen readers alone; with the group's name or without. */
const pictures: CodesMutation = ({ body, random, language, groups }) => {
  const isNamed = random.chance(0.5);
  for (const control of body.querySelectorAll('[data-row]')) {
    if (control.tagName === 'INPUT') continue;
    const name = groups[Number(control.getAttribute('data-row'))]?.name ?? '';
    const { download } = words[language];
    control.setAttribute(
      random.chance(0.7) ? 'aria-label' : 'title',
      isNamed ? `${download} ${name}` : download,
    );
    control.replaceChildren(make('i', { class: 'icon' }));
  }
};

const wrapTexts: CodesMutation = ({ body, random }) => {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeValue?.trim() && !node.parentElement?.closest('option, style, script'))
      texts.push(node as Text);
  for (const text of texts) {
    if (!random.chance(0.3)) continue;
    const holder = make(random.pick(['span', 'div', 'b']));
    text.replaceWith(holder);
    holder.append(text);
  }
};

const hashClasses: CodesMutation = ({ body, random }) => {
  for (const el of body.querySelectorAll('main [class]')) el.className = random.word();
};

const punctuate: CodesMutation = ({ body, random }) => {
  for (const el of body.querySelectorAll('th, dt, [role=columnheader]'))
    if (el.textContent && el.children.length === 0 && random.chance(0.5))
      el.append(random.pick([':', ' ↕', ' *']));
};

/** Other things to download stand about. */
const otherDownloads: CodesMutation = ({ body, random }) => {
  const texts = ['Download all', 'Download the user guide', 'Download template'];
  const link = make(random.pick(['a', 'button']), {}, random.pick(texts));
  if (link.tagName === 'A') link.setAttribute('href', '#');
  const main = body.querySelector('main');
  if (random.chance(0.5)) main?.prepend(link);
  else main?.append(link);
};

const mutations: readonly CodesMutation[] = [
  shuffleColumns,
  addColumn,
  addClosingRow,
  pictures,
  wrapTexts,
  hashClasses,
  punctuate,
  otherDownloads,
];

function someGroups(random: Random): ToldGroup[] {
  const names = [
    'Influencers',
    'December',
    'Batch 2',
    '2026',
    'Ready',
    'Total',
    'Email list 50',
    'A–B test',
    'Código',
  ];
  const first = random.pick(names);
  return Array.from({ length: Math.floor(random.next() * 5) }, () => {
    const quantity = random.pick([1, 5, 30, 100, 250, 1000, 20000]);
    const text = random.chance(0.5) ? quantity.toLocaleString('en-US') : String(quantity);
    return {
      name: random.chance(0.3) ? first : random.pick(names),
      quantity,
      text,
      ready: random.chance(0.8),
    };
  });
}

/** The mutant of a seed. */
export function codesMutant(seed: number): CodesDrawing {
  const random = new Random(seed);
  const style = random.pick(codesStyles);
  const language = random.chance(0.7) ? 'en' : random.pick(['de', 'fr', 'es', 'ja', 'zh', 'pl'] as const);
  const groups = someGroups(random);
  const drawn = drawCodes(style, language, groups, `mutant ${seed}`, random.chance(0.2));
  const made = new DOMParser().parseFromString(drawn.html, 'text/html');
  const chosen = random.shuffle(mutations).slice(0, 1 + Math.floor(random.next() * 4));
  for (const mutation of chosen) mutation({ random, body: made.body, language, groups });
  return {
    ...drawn,
    name: `${drawn.name} ${chosen.map(({ name }) => name).join(' ')}`,
    html: `<!doctype html>${made.documentElement.outerHTML}`,
  };
}

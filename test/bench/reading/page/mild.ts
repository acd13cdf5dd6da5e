import { labelTexts, type Mutation, make, rowOf } from './mutant.ts';
import { wordFor } from './words.ts';

const known = new Set(['startDate', 'endDate', 'internalDescription', 'startTimeNative', 'endTimeNative']);

function rename(root: Element, newName: (name: string) => string): void {
  for (const el of root.querySelectorAll('*'))
    for (const attribute of ['id', 'name', 'for', 'aria-labelledby', 'aria-controls', 'data-n', 'data-for']) {
      const value = el.getAttribute(attribute);
      if (value) el.setAttribute(attribute, value.split(' ').map(newName).join(' '));
    }
}

export const recase: Mutation = (mutant) => {
  const upper = mutant.random.chance(0.5);
  for (const text of labelTexts(mutant))
    if (mutant.random.chance(0.6))
      text.nodeValue = upper ? (text.nodeValue ?? '').toUpperCase() : (text.nodeValue ?? '').toLowerCase();
};

export const punctuate: Mutation = (mutant) => {
  for (const text of labelTexts(mutant))
    if (mutant.random.chance(0.5))
      text.nodeValue += mutant.random.pick([':', ' *', ' :', '：', '?', '.', ' (optional)']);
};

export const explainLabels: Mutation = (mutant) => {
  const help =
    mutant.language === 'ja'
      ? ['(必須)', '(説明はこちら)', '詳細']
      : ['(required)', '(see the help page)', 'Learn more'];
  for (const text of labelTexts(mutant))
    if (mutant.random.chance(0.3) && text.parentElement?.matches('label, b, span, legend, td'))
      text.after(' ', make('small', {}, mutant.random.pick(help)));
};

export const addHelp: Mutation = ({ root, random, language }) => {
  const sentences =
    language === 'ja'
      ? [
          '「1回限り有効」はコードごとに1回だけ使えます。「グループ」は何度でも使えます。',
          '開始日は4時間以上先にしてください。',
        ]
      : [
          'Choose Single-use when each shopper should get a code of their own, and Group when all share one.',
          'None means that every shopper gets the discount. Percent off counts from the price before tax.',
          'The Tracking ID appears in your reports, and the Start Date must be four hours ahead.',
        ];
  for (const row of root.querySelectorAll('.a-row, tr td:last-child, fieldset, div.row'))
    if (random.chance(0.2)) row.append(make('p', { class: 'help' }, random.pick(sentences)));
};

export const hashClasses: Mutation = ({ root, random }) => {
  const names = new Map<string, string>();
  const drop = random.chance(0.3);
  for (const el of root.querySelectorAll('[class]')) {
    if (drop) el.removeAttribute('class');
    else
      el.className = [...el.classList]
        .map(
          (name) =>
            names.get(name) ?? names.set(name, `${name.slice(0, 2)}-module__${random.word()}`).get(name),
        )
        .join(' ');
  }
};

export const renameGuessed: Mutation = ({ root, random }) => {
  const names = new Map<string, string>();
  rename(root, (name) =>
    known.has(name) ? name : (names.get(name) ?? (names.set(name, random.word()).get(name) as string)),
  );
};

export const renameAll: Mutation = ({ root, random }) => {
  const names = new Map<string, string>();
  rename(root, (name) => names.get(name) ?? (names.set(name, random.word()).get(name) as string));
};

export const dropIds: Mutation = ({ root }) => {
  const needed = new Set([...root.querySelectorAll('[for]')].map((el) => el.getAttribute('for')));
  for (const el of root.querySelectorAll('[id]')) if (!needed.has(el.id)) el.removeAttribute('id');
  for (const el of root.querySelectorAll('[name]:not([type=radio])')) el.removeAttribute('name');
};

export const wrap: Mutation = ({ root, random }) => {
  for (const el of root.querySelectorAll('input, select, label, button, b, h2, h3')) {
    if (!random.chance(0.2) || el.closest('kat-radiobutton, .a-dropdown-container')) continue;
    const holder = make(random.pick(['span', 'div', 'div']));
    el.replaceWith(holder);
    holder.append(el);
  }
};

/** Rows of one section change places; what belongs together stays together. */
export const shuffleRows: Mutation = ({ root, random }) => {
  const rows = [...root.querySelectorAll<HTMLElement>('.a-row, tr, fieldset, div.row')].filter(
    (row) => !row.closest('[data-shown-for], .tier, [hidden]') && row.querySelector('input, select'),
  );
  const parents = new Set(rows.map((row) => row.parentElement as HTMLElement));
  for (const parent of parents) {
    const own = rows.filter((row) => row.parentElement === parent);
    const slots = own.map((row) => {
      const slot = document.createComment('');
      row.replaceWith(slot);
      return slot;
    });
    for (const [at, row] of random.shuffle(own).entries()) slots[at]?.replaceWith(row);
  }
};

export const shuffleOptions: Mutation = ({ controls, random }) => {
  for (const setting of ['claimCode', 'combinability'] as const) {
    const radios = controls.get(setting) ?? [];
    const parts = radios.map((radio) => radio.closest('.a-radio, kat-radiobutton') ?? radio);
    if (parts.length < 2 || parts.some((part) => part.tagName === 'INPUT')) continue;
    const slots = parts.map((part) => {
      const slot = document.createComment('');
      part.replaceWith(slot);
      return slot;
    });
    for (const [at, part] of random.shuffle(parts).entries()) slots[at]?.replaceWith(part);
  }
};

export const shuffleSelects: Mutation = ({ root, random }) => {
  for (const select of root.querySelectorAll('select')) {
    if (!random.chance(0.3)) continue;
    const chosen = select.selectedOptions[0];
    select.append(...random.shuffle([...select.options]));
    for (const option of select.options) option.toggleAttribute('selected', option === chosen);
    if (chosen) chosen.selected = true;
  }
};

/** Nodes are made anew, values stay: what a script framework does. */
export const rerender: Mutation = ({ root, random, controls }) => {
  for (const [setting, els] of controls) {
    const row = els[0]?.isConnected && rowOf(els);
    if (!row || !root.contains(row) || !random.chance(0.3)) continue;
    const at = els.map((el) => [...row.querySelectorAll('*')].indexOf(el));
    if (at.includes(-1) || row.querySelector('kat-input, kat-checkbox')) continue;
    const made = row.cloneNode(true) as HTMLElement;
    row.replaceWith(made);
    for (const [other, others] of controls)
      if (other !== setting && others.some((el) => row.contains(el)))
        controls.set(
          other,
          others.map((el) => made.querySelectorAll('*')[[...row.querySelectorAll('*')].indexOf(el)] ?? el),
        );
    controls.set(
      setting,
      at.map((index) => made.querySelectorAll('*')[index] as Element),
    );
  }
};

/** A summary of what was chosen last time, in the same words, as text. */
export const addSummary: Mutation = ({ root, language }) => {
  const line = (label: string, value: string) =>
    make('div', {}, make('span', {}, label), ' ', make('b', {}, value));
  root.prepend(
    make(
      'div',
      { class: 'last-time' },
      line(wordFor(language, 'claimCode'), wordFor(language, 'group')),
      line(wordFor(language, 'trackingId'), 'OLD-1'),
      line(wordFor(language, 'buyerGets'), '75 %'),
    ),
  );
};

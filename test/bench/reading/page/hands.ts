import { words as translated } from '../../../drawings/words.ts';
import type { Setting } from './base.ts';
import { labelTexts, type Mutant, type Mutation, make, rowOf } from './mutant.ts';
import { translation } from './words.ts';

/** How other hands would draw the same form. Each leaves alone what can't be seen any more. */

interface Row {
  readonly setting: Setting;
  readonly row: HTMLElement;
  /** What holds the setting's name, and nothing else. */
  readonly label: Element | Text;
}

/** Settings in sight that have a row of their own, with a name in it before their controls. */
function rowsInSight(mutant: Mutant): Row[] {
  const { controls, truth, root } = mutant;
  return [...controls].flatMap(([setting, els]) => {
    const first = els[0];
    if (!first?.isConnected || truth[setting] === null || !root.contains(first)) return [];
    const row = rowOf(els);
    if (row.contains(root) || !row.checkVisibility({ visibilityProperty: true })) return [];
    const alone = [...controls].every(
      ([other, its]) => other === setting || !its.some((el) => row.contains(el)),
    );
    const label = alone && nameIn(row, first);
    return label ? [{ setting, row, label }] : [];
  });
}

function nameIn(row: HTMLElement, control: Element): Element | Text | null {
  const text = labelTexts({ root: row } as Mutant)[0];
  if (!text || !(text.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING)) return null;
  // A choice's own text is no name of the setting.
  if (text.parentElement?.closest('label')?.querySelector('input, [role]')) return null;
  if (text.parentElement?.closest('[role]')) return null;
  if (control.matches('[type=radio]') && !control.closest('label')) return null;
  let whole: Element | Text = text;
  for (
    let up = text.parentElement;
    up && up !== row && !up.contains(control) && up.textContent?.trim() === text.nodeValue?.trim();
    up = up.parentElement
  )
    whole = up;
  return whole;
}

/** Some of the rows leave the form for a new block in the first one's place. */
function gather(mutant: Mutant, most: number): { rows: Row[]; place: Comment } | null {
  const rows = mutant.random
    .shuffle(rowsInSight(mutant).filter(({ row }) => row.tagName !== 'TR'))
    .slice(0, most);
  const first = rows[0];
  if (rows.length < 2 || !first) return null;
  const place = document.createComment('');
  first.row.before(place);
  return { rows, place };
}

/** All names first, then all controls; the grid alone says which is whose. */
export const labelsBesideControls: Mutation = (mutant) => {
  const gathered = gather(mutant, 5);
  if (!gathered) return;
  const cell = (column: number, at: number, ...content: Node[]) =>
    make('li', { style: `grid-column:${column};grid-row:${at + 1}` }, ...content);
  const names = gathered.rows.map(({ label }, at) => cell(1, at, label));
  const controls = gathered.rows.map(({ row }, at) => cell(2, at, row));
  gathered.place.replaceWith(
    make('ul', { style: 'display:grid;grid-template-columns:280px 1fr' }, ...names, ...controls),
  );
};

/** Names in a table's header, controls in its only row. */
export const headerTable: Mutation = (mutant) => {
  const gathered = gather(mutant, 4);
  if (!gathered) return;
  const header = make('tr', {}, ...gathered.rows.map(({ label }) => make('th', {}, label)));
  const controls = make('tr', {}, ...gathered.rows.map(({ row }) => make('td', {}, row)));
  gathered.place.replaceWith(make('table', {}, make('thead', {}, header), make('tbody', {}, controls)));
};

/** Each control before its name in the document; drawn the other way round. */
export const controlsBeforeLabels: Mutation = (mutant) => {
  for (const { row, label } of rowsInSight(mutant)) {
    if (row.tagName === 'TR' || !mutant.random.chance(0.4)) continue;
    const holder = make('div', { style: 'display:flex;flex-direction:row-reverse;justify-content:flex-end' });
    row.replaceWith(holder);
    holder.append(row, make('div', { style: 'width:280px' }, label));
  }
};

/** The form scrolls in a box of its own, and stands somewhere. */
export const scrollBox: Mutation = ({ root, random }) => {
  const isWide = random.chance(0.3);
  const size = isWide
    ? 'width:340px;overflow:auto;white-space:nowrap'
    : `height:${random.pick([120, 240])}px;overflow:auto`;
  const box = make('div', { style: size }, ...root.childNodes);
  root.append(box);
  box.scrollTop = Math.floor(random.next() * box.scrollHeight);
  box.scrollLeft = isWide ? Math.floor(random.next() * box.scrollWidth) : 0;
};

/** A translator's second text in each name. */
export const translatedTwins: Mutation = (mutant) => {
  const { language, random } = mutant;
  const other = random.pick(['de', 'ja', 'fr', 'zh'] as const);
  const map =
    language === 'en'
      ? translation(other)
      : new Map([...translation(language)].map(([english, own]) => [own, english] as const));
  const isFirst = random.chance(0.3);
  for (const text of labelTexts(mutant)) {
    const said = map.get((text.nodeValue ?? '').trim());
    if (said === undefined) continue;
    const twin = make('font', { class: 'twin' }, said);
    if (isFirst) text.before(twin, ' ');
    else text.after(make('br'), twin);
  }
};

/** Day and month the other way round than the store writes them, told by one day over 12. */
export const swappedDates: Mutation = ({ controls, truth, language, random }) => {
  const moments = (['start', 'end'] as const).map((setting) => ({
    date: /^(\d+)-(\d+)-(\d+)/.exec(truth[setting] ?? '')?.slice(1) ?? [],
    input: controls.get(setting)?.find((el) => el instanceof HTMLInputElement),
  }));
  // A field that went into a component is no longer the one in sight: only the other would change.
  if (!moments.every(({ input, date }) => input?.isConnected && date.length === 3)) return;
  // Only a day over 12 says which is which: of one's own, or of the other date.
  if (!moments.some(({ date }) => Number(date[2]) > 12)) return;
  const dayFirst = language === 'en' || language === 'zh' || random.chance(0.5);
  for (const { date, input } of moments) {
    const [year, month, day] = date;
    const written = dayFirst ? [day, month, year] : [month, day, year];
    (input as HTMLInputElement).value = written.join('/');
    input?.setAttribute('value', written.join('/'));
  }
};

const off = {
  onePerCustomer: ['Switch off', 'Turn off', 'No limit'],
  detailPage: ['Switch off', 'Hide', "Don't show"],
};

/** Ticks under their title, whose own words say the opposite. */
export const ticksThatSwitchOff: Mutation = ({ controls, truth, language, random }) => {
  if (language !== 'en') return;
  for (const setting of ['onePerCustomer', 'detailPage'] as const) {
    const box = controls.get(setting)?.[0];
    const label = box?.closest('label');
    if (!(box instanceof HTMLInputElement) || !label || truth[setting] === null) continue;
    box.toggleAttribute('checked', !box.checked);
    box.checked = box.hasAttribute('checked');
    const title = make('div', { class: 'title' }, label.textContent?.trim() ?? '');
    label.replaceWith(title, box, ` ${random.pick(off[setting])}`);
  }
};

function list(texts: readonly string[], chosen: string): HTMLElement {
  return make(
    'select',
    {},
    ...texts.map((text) => make('option', text === chosen ? { selected: '' } : {}, text)),
  );
}

/** Hour, minute and half of the day in lists of their own. */
export const splitTimes: Mutation = ({ controls, truth, random }) => {
  const isHalf = random.chance(0.6);
  for (const setting of ['start', 'end'] as const) {
    const [hour = '', minute = ''] = /(\d\d):(\d\d)$/.exec(truth[setting] ?? '')?.slice(1) ?? [];
    const els = controls.get(setting) ?? [];
    const clock = els.find((el) => el instanceof HTMLSelectElement);
    if (hour === '' || !clock) continue;
    const two = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(2, '0'));
    const shown = isHalf ? String(Number(hour) % 12 || 12).padStart(2, '0') : hour;
    const made = [list(isHalf ? two(1, 12) : two(0, 23), shown), list(two(0, 59), minute)];
    if (isHalf) made.push(list(['AM', 'PM'], Number(hour) < 12 ? 'AM' : 'PM'));
    (clock.closest('.a-dropdown-container') ?? clock).replaceWith(...made);
    controls.set(setting, [...els.filter((el) => el.isConnected), ...made]);
  }
};

/** Help and a link within the label of each choice; some of it names the other choices. */
export const helpInOptions: Mutation = ({ controls, language, random }) => {
  const more =
    language === 'ja'
      ? ['詳細', '他のコードとは併用できません。']
      : ['Learn more', 'Not to be mixed up with a Group code.', 'Works once for each customer.'];
  for (const setting of ['claimCode', 'combinability', 'onePerCustomer', 'detailPage'] as const)
    for (const el of controls.get(setting) ?? []) {
      const label = el.closest('label');
      if (!label || !random.chance(0.7)) continue;
      const help = make(random.pick(['small', 'span', 'div']), {}, random.pick(more));
      label.append(' ', random.chance(0.5) ? make('a', { href: '#' }, help.textContent ?? '') : help);
    }
};

/** A form for each step. */
export const wizardByStep: Mutation = (mutant) => {
  const parts: ChildNode[][] = [[]];
  for (const node of [...mutant.root.childNodes]) {
    const starts =
      node instanceof Element && (node.matches('.a-section, h2') || node.querySelector(':scope > h2'));
    if (starts) parts.push([]);
    parts.at(-1)?.push(node);
  }
  if (parts.length < 3) return;
  const [head = [], ...steps] = parts;
  const holder = make('div', { class: 'wizard' }, ...head, ...steps.map((step) => make('form', {}, ...step)));
  mutant.root.replaceWith(holder);
  Object.assign(mutant, { root: holder });
};

/** Choices as buttons, the chosen one pressed in. */
export const pressedButtons: Mutation = ({ controls, truth }) => {
  for (const setting of ['claimCode', 'combinability', 'onePerCustomer', 'detailPage'] as const)
    controls.set(
      setting,
      (controls.get(setting) ?? []).map((el) => {
        const label = el.closest('label');
        if (!(el instanceof HTMLInputElement) || !label || truth[setting] === null) return el;
        const pressed = { type: 'button', 'aria-pressed': String(el.checked) };
        const button = make('button', pressed, label.textContent?.trim() ?? '');
        label.replaceWith(button);
        return button;
      }),
    );
};

/** Yes or no in a list instead of a tick. */
export const yesNoLists: Mutation = ({ controls, truth, language }) => {
  const said = language in translated ? translated[language as keyof typeof translated] : translated.en;
  for (const setting of ['onePerCustomer', 'detailPage'] as const) {
    const box = controls.get(setting)?.[0];
    const label = box?.closest('label');
    if (!(box instanceof HTMLInputElement) || !label || truth[setting] === null) continue;
    const choice = list([said.no, said.yes], box.checked ? said.yes : said.no);
    label.replaceWith(make('span', {}, label.textContent?.trim() ?? ''), ' ', choice);
    controls.set(setting, [choice]);
  }
};

/** Date and time as components of components, their inputs two roots down. */
export const datesTwoRootsDown: Mutation = ({ controls, truth }) => {
  for (const setting of ['start', 'end'] as const)
    controls.set(
      setting,
      (controls.get(setting) ?? []).map((el) => {
        if (!(el instanceof HTMLInputElement) || truth[setting] === null) return el;
        const [outer, inner] = [make('x-date-picker'), make('x-input')];
        const said = el.getAttribute('aria-label') ?? '';
        if (said !== '') outer.setAttribute('label', said);
        el.replaceWith(outer);
        outer.attachShadow({ mode: 'open' }).append(inner);
        inner.attachShadow({ mode: 'open' }).append(make('input', { value: el.value }));
        return outer;
      }),
    );
};

export const hands: readonly Mutation[] = [
  labelsBesideControls,
  headerTable,
  controlsBeforeLabels,
  scrollBox,
  translatedTwins,
  swappedDates,
  ticksThatSwitchOff,
  splitTimes,
  helpInOptions,
  wizardByStep,
  pressedButtons,
  yesNoLists,
  datesTwoRootsDown,
];

import type { FormValues } from './forms';

/** One setting of the form as a style draws it: its title and its controls. */
export interface Row {
  readonly title: string;
  readonly controls: readonly string[];
  /** A tick carries its title itself. */
  readonly tick?: boolean;
  readonly heading?: string;
}

/** How one hand draws controls and rows. */
export interface Hand {
  text(value: string, title: string): string;
  select(options: readonly string[], chosen: string, title: string): string;
  radios(name: string, options: readonly string[], chosen: string, title: string): string;
  tick(title: string, on: boolean): string;
  page(rows: readonly Row[]): string;
  readonly css?: string;
  readonly script?: string;
}

const times = ['12:00 AM', '1:00 AM', '12:00 PM', '11:59 PM'];

/** The promotion form by one hand, without any id that is known. */
export function drawForm(hand: Hand, values: FormValues, call = (title: string) => title): string {
  const text = (value: string, title = '') => hand.text(value, title);
  const select = (options: readonly string[], chosen: string, title = '') =>
    hand.select(options, chosen, title);
  const row = (title: string, ...controls: string[]): Row => ({ title: call(title), controls });
  const t = call;
  const rows: Row[] = [
    { title: '', controls: [], heading: 'Step 1: Conditions' },
    row(
      'Buyer purchases',
      select(
        ['At least this quantity of items', 'At least amount (in $)'].map(t),
        t('At least this quantity of items'),
        t('Buyer purchases'),
      ),
      text(values.quantity),
    ),
    row(
      'Purchased Items',
      select(
        ['Select one', 'Entire catalog', 'Garlic press, all colours'],
        values.selection,
        t('Purchased Items'),
      ),
    ),
    row(
      'Buyer gets',
      select(['Percent off', 'Free items'].map(t), t(values.discountKind), t('Buyer gets')),
      text(values.discount),
    ),
    row(
      'Applies to',
      select(['Purchased Items', 'Additional Item'].map(t), t('Purchased Items'), t('Applies to')),
    ),
    {
      title: '',
      controls: [
        `${'<button type="button">Remove Tier</button>'.repeat(values.tiers - 1)}<button type="button">Add Tier</button>`,
      ],
    },
    { title: '', controls: [], heading: 'Step 2: Scheduling' },
    row('Start Date', text(values.start[0], t('Start Date')), select(times, values.start[1])),
    row('End Date', text(values.end[0], t('End Date')), select(times, values.end[1])),
    row('Internal Description', text(values.description, t('Internal Description'))),
    row('Tracking ID', text(values.trackingId, t('Tracking ID'))),
    { title: '', controls: [], heading: 'Step 3: Additional options' },
    row(
      'Claim Code',
      hand.radios('k1', ['Single-use', 'Group', 'None'].map(t), t(values.claimCode), t('Claim Code')),
    ),
    {
      title: t('One redemption per customer'),
      controls: [hand.tick(t('One redemption per customer'), values.onePerCustomer)],
      tick: true,
    },
    row(
      'Claim Code Combinability',
      hand.radios(
        'k2',
        ['Preferential', 'Unrestricted'].map(t),
        t(values.combinability),
        t('Claim Code Combinability'),
      ),
    ),
    {
      title: t('Detail page display text'),
      controls: [hand.tick(t('Detail page display text'), values.detailPage)],
      tick: true,
    },
  ];
  return `<!doctype html><html lang="en-US"><head><title>Seller Central</title><style>${hand.css ?? ''}</style></head><body>
<div class="partner-dropdown">Kitchen Goods | United States</div>
<h1>Create a promotion: Percentage Off</h1>
${hand.page(rows)}
${hand.script ? `<script>${hand.script}</script>` : ''}</body></html>`;
}

const esc = (text: string) => text.replaceAll('"', '&quot;');
let ids = 0;
const newId = () => `f${ids++}`;

/** Native controls with nothing tied to them but what a radio or a tick carries. */
export const plainHand: Hand = {
  text: (value) => `<input type="text" value="${esc(value)}">`,
  select: (options, chosen) =>
    `<select>${options.map((o) => `<option${o === chosen ? ' selected' : ''}>${o}</option>`).join('')}</select>`,
  radios: (name, options, chosen) =>
    options
      .map((o) => `<label><input type="radio" name="${name}" ${o === chosen ? 'checked' : ''}> ${o}</label>`)
      .join(' '),
  tick: (title, on) => `<label><input type="checkbox" ${on ? 'checked' : ''}> ${title}</label>`,
  page: (rows) => form(rows.map(asBlock).join('\n')),
};

const button = '<button type="submit">Review</button>';
const form = (rows: string) => `<form>${rows}${button}</form>`;
const heading = ({ heading: said }: Row) => `<h2>${said}</h2>`;
const asBlock = (row: Row) =>
  row.heading
    ? heading(row)
    : `<div class="f">${row.tick || !row.title ? '' : `<div class="t">${row.title}</div>`}<div>${row.controls.join(' ')}</div></div>`;

/** Rows in runs between the headings. */
function sections(rows: readonly Row[]): Row[][] {
  const made: Row[][] = [];
  for (const row of rows) {
    if (row.heading) made.push([row]);
    else made.at(-1)?.push(row);
  }
  return made;
}

const bare = (row: Row) => row.tick || row.title === '' || row.heading;

/** Titles above their controls, side by side, as the head of a table. */
function headTable(
  [head, ...rows]: Row[],
  cell: (tag: string, text: string) => string,
  make: (head: string, body: string) => string,
): string {
  const titled = rows.filter((row) => !bare(row));
  const rest = rows.filter(bare);
  return (
    heading(head as Row) +
    make(
      titled.map((row) => cell('th', row.title)).join(''),
      titled.map((row) => cell('td', row.controls.join(' '))).join(''),
    ) +
    rest.map(asBlock).join('')
  );
}

const tag = (name: string, text: string) => `<${name}>${text}</${name}>`;

export const hands: Record<string, Hand> = {
  blocks: plainHand,
  'a table with titles at its head': {
    ...plainHand,
    page: (rows) =>
      form(
        sections(rows)
          .map((each) =>
            headTable(
              each,
              tag,
              (head, body) => `<table><thead><tr>${head}</tr></thead><tbody><tr>${body}</tr></tbody></table>`,
            ),
          )
          .join(''),
      ),
  },
  'a table with titles in its first row': {
    ...plainHand,
    page: (rows) =>
      form(
        sections(rows)
          .map((each) =>
            headTable(
              each,
              (_, text) => `<td>${text}</td>`,
              (head, body) => `<table><tr>${head}</tr><tr>${body}</tr></table>`,
            ),
          )
          .join(''),
      ),
  },
  'a drawn grid with titles at its head': {
    ...plainHand,
    css: '.g{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:8px}',
    page: (rows) =>
      form(
        sections(rows)
          .map((each) =>
            headTable(
              each,
              (_, text) => `<div class="c">${text}</div>`,
              (head, body) => `<div class="g">${head}</div><div class="g">${body}</div>`,
            ),
          )
          .join(''),
      ),
  },
  'a definition list': {
    ...plainHand,
    page: (rows) =>
      form(
        sections(rows)
          .map(
            ([head, ...each]) =>
              `${heading(head as Row)}<dl>${each.map((row) => `<dt>${row.tick ? '' : row.title}</dt><dd>${row.controls.join(' ')}</dd>`).join('')}</dl>`,
          )
          .join(''),
      ),
  },
  'lists side by side': {
    ...plainHand,
    css: '.s{display:flex}.s ul{list-style:none;margin:0;padding:0 12px}.s li{height:32px}',
    page: (rows) =>
      form(
        sections(rows)
          .map(
            ([head, ...each]) =>
              `${heading(head as Row)}<div class="s"><ul>${each.map((row) => `<li>${row.tick ? '&nbsp;' : row.title || '&nbsp;'}</li>`).join('')}</ul><ul>${each.map((row) => `<li>${row.controls.join(' ')}</li>`).join('')}</ul></div>`,
          )
          .join(''),
      ),
  },
  'lists one above the other': {
    ...plainHand,
    page: (rows) =>
      form(
        sections(rows)
          .map(
            ([head, ...each]) =>
              `${heading(head as Row)}<div><ul>${each.map((row) => `<li>${row.title}</li>`).join('')}</ul><ul>${each.map((row) => `<li>${row.controls.join(' ')}</li>`).join('')}</ul></div>`,
          )
          .join(''),
      ),
  },
  'controls before their titles': {
    ...plainHand,
    css: '.b{display:grid;grid-template-columns:320px 1fr;gap:6px}.b>h2{grid-column:1/3}',
    page: (rows) =>
      form(
        `<div class="b">${rows.map((row) => (row.heading ? heading(row) : `<div>${row.controls.join(' ')}</div><div>${row.tick ? '' : row.title}</div>`)).join('')}</div>`,
      ),
  },
  'controls above their titles': {
    ...plainHand,
    page: (rows) =>
      form(
        rows
          .map((row) =>
            row.heading
              ? heading(row)
              : `<div class="f"><div>${row.controls.join(' ')}</div><small>${row.tick ? '' : row.title}</small></div>`,
          )
          .join(''),
      ),
  },
  'controls and titles in one run': {
    ...plainHand,
    page: (rows) =>
      form(
        sections(rows)
          .map(
            ([head, ...each]) =>
              `${heading(head as Row)}<p>${each.map((row) => `${row.controls.join(' ')} ${row.tick ? '' : `<b>${row.title}</b>`}`).join(' ')}</p>`,
          )
          .join(''),
      ),
  },
  'a table of rows': {
    ...plainHand,
    tick: (_, on) => `<input type="checkbox" ${on ? 'checked' : ''}>`,
    page: (rows) =>
      form(
        `<table>${rows.map((row) => (row.heading ? `<tr><th colspan="2">${row.heading}</th></tr>` : `<tr><td>${row.title}</td><td>${row.controls.join(' ')}</td></tr>`)).join('')}</table>`,
      ),
  },
  'two settings in a row': {
    ...plainHand,
    css: '.two{display:grid;grid-template-columns:1fr 1fr;gap:10px}',
    page: (rows) =>
      form(
        sections(rows)
          .map(
            ([head, ...each]) =>
              `${heading(head as Row)}<div class="two">${each.map(asBlock).join('')}</div>`,
          )
          .join(''),
      ),
  },
  'a form for each step': {
    ...plainHand,
    page: (rows) =>
      sections(rows)
        .map(
          (each, at) =>
            `<form id="step${at}">${each.map(asBlock).join('')}${at < 2 ? '<button type="button">Next</button>' : button}</form>`,
        )
        .join(''),
  },
  'ticks that say on': {
    ...plainHand,
    tick: (title, on) =>
      `<div class="t">${title}</div><label><input type="checkbox" ${on ? 'checked' : ''}> Enabled</label>`,
  },
  'yes and no': {
    ...plainHand,
    tick: (title, on) =>
      `<fieldset><legend>${title}</legend><label><input type="radio" name="${newId()}y" ${on ? 'checked' : ''}> Yes</label> <label><input type="radio" name="f${ids - 1}y" ${on ? '' : 'checked'}> No</label></fieldset>`,
  },
  'yes and no in lists': {
    ...plainHand,
    tick: (title, on) =>
      `<div class="t">${title}</div><select><option ${on ? 'selected' : ''}>Yes</option><option ${on ? '' : 'selected'}>No</option></select>`,
  },
  'buttons that stay pressed': {
    ...plainHand,
    radios: (_, options, chosen) =>
      `<div role="group">${options.map((o) => `<button type="button" aria-pressed="${o === chosen}">${o}</button>`).join('')}</div>`,
    tick: (title, on) => `<button type="button" aria-pressed="${on}">${title}</button>`,
  },
  'help inside the choices': {
    ...plainHand,
    radios: (name, options, chosen) =>
      options
        .map(
          (o) =>
            `<div><label><input type="radio" name="${name}" ${o === chosen ? 'checked' : ''}> <span>${o}</span><span class="h" style="display:block">Choose this when it fits your plan. <a href="/help">Learn more</a></span></label></div>`,
        )
        .join(''),
    tick: (title, on) =>
      `<label><input type="checkbox" ${on ? 'checked' : ''}> ${title} <a href="/help">What is this?</a></label>`,
  },
  'help before the control': {
    ...plainHand,
    page: (rows) =>
      form(
        rows
          .map((row) =>
            row.heading
              ? heading(row)
              : `<div class="f">${row.tick || !row.title ? '' : `<div class="t">${row.title} <button type="button" aria-label="Help">?</button></div><p class="h">This is shown to nobody but you and can be changed later on.</p>`}<div>${row.controls.join(' ')}</div></div>`,
          )
          .join(''),
      ),
  },
  'drawn dropdowns': {
    ...plainHand,
    select: (options, chosen) =>
      `<div class="dd"><button type="button" aria-haspopup="true" aria-expanded="false"><span>${chosen}</span> <span aria-hidden="true">▾</span></button><ul hidden>${options.map((o) => `<li>${o}</li>`).join('')}</ul></div>`,
  },
  'dropdowns without roles': {
    ...plainHand,
    select: (options, chosen) =>
      `<div class="select-box" tabindex="0"><span class="value">${chosen}</span><ul class="menu" style="display:none">${options.map((o) => `<li>${o}</li>`).join('')}</ul></div>`,
  },
  comboboxes: {
    ...plainHand,
    select: (options, chosen) =>
      `<div role="combobox" aria-expanded="false"><input readonly value="${esc(chosen)}"></div><ul role="listbox" hidden>${options.map((o) => `<li role="option">${o}</li>`).join('')}</ul>`,
  },
  'open lists': {
    ...plainHand,
    select: (options, chosen, title) =>
      `<ul role="listbox" tabindex="0" aria-label="${title}">${options.map((o) => `<li role="option" aria-selected="${o === chosen}">${o}</li>`).join('')}</ul>`,
  },
  'components in components': {
    ...plainHand,
    text: (value, title) => `<x-outer data-label="${title}" data-value="${esc(value)}"></x-outer>`,
    page: (rows) =>
      form(
        rows
          .map((row) =>
            row.heading
              ? heading(row)
              : `<div class="f">${row.tick || !row.title || row.controls[0]?.startsWith('<x-') ? '' : `<div>${row.title}</div>`}<div>${row.controls.join(' ')}</div></div>`,
          )
          .join(''),
      ),
    script: `
customElements.define('x-inner', class extends HTMLElement { connectedCallback() { const r = this.attachShadow({mode:'open'}); r.innerHTML = '<div><input></div>'; r.querySelector('input').value = this.dataset.value; } });
customElements.define('x-outer', class extends HTMLElement { connectedCallback() { if (this.dataset.label) this.setAttribute('label', this.dataset.label); const r = this.attachShadow({mode:'open'}); r.innerHTML = '<span>' + this.dataset.label + '</span><div><x-inner></x-inner></div>'.replace('<x-inner', '<x-inner data-value="' + this.dataset.value + '"'); } });`,
  },
  'labels for the component around': {
    ...plainHand,
    text: (value, title) => {
      const id = newId();
      return `${title ? `<label for="${id}">${title}</label>` : ''}<y-outer id="${id}" data-value="${esc(value)}"></y-outer>`;
    },
    page: (rows) =>
      form(
        rows
          .map((row) =>
            row.heading
              ? heading(row)
              : `<div class="f">${row.tick || !row.title || row.controls[0]?.startsWith('<label for') ? '' : `<div>${row.title}</div>`}<div>${row.controls.join(' ')}</div></div>`,
          )
          .join(''),
      ),
    script: `
customElements.define('y-inner', class extends HTMLElement { connectedCallback() { const r = this.attachShadow({mode:'open'}); r.innerHTML = '<input>'; r.querySelector('input').value = this.dataset.value; } });
customElements.define('y-outer', class extends HTMLElement { connectedCallback() { const r = this.attachShadow({mode:'open'}); r.innerHTML = '<y-inner data-value="' + this.dataset.value + '"></y-inner>'; } });`,
  },
  'titles in a slot': {
    ...plainHand,
    page: (rows) =>
      form(
        rows
          .map((row) =>
            row.heading || row.tick || !row.title
              ? asBlock(row)
              : `<z-field>${row.controls.join(' ')}<span slot="title">${row.title}</span></z-field>`,
          )
          .join(''),
      ),
    script: `customElements.define('z-field', class extends HTMLElement { connectedCallback() { this.attachShadow({mode:'open'}).innerHTML = '<div><slot name="title"></slot></div><div><slot></slot></div>'; } });`,
  },
};

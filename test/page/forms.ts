/** The promotion form in the shapes a page may have, with the values a test wants in it. */
export interface FormValues {
  claimCode: 'Single-use' | 'Group' | 'None' | '';
  discountKind: string;
  discount: string;
  selection: string;
  combinability: 'Preferential' | 'Unrestricted' | '';
  onePerCustomer: boolean;
  detailPage: boolean;
  tiers: number;
  quantity: string;
  start: [date: string, time: string];
  end: [date: string, time: string];
  trackingId: string;
  description: string;
}

export const goodForm: FormValues = {
  claimCode: 'Single-use',
  discountKind: 'Percent off',
  discount: '20',
  selection: 'Garlic press, all colours',
  combinability: 'Preferential',
  onePerCustomer: true,
  detailPage: false,
  tiers: 1,
  quantity: '1',
  start: ['11/30/2026', '12:00 AM'],
  end: ['12/10/2026', '11:59 PM'],
  trackingId: 'CC-US-IG-01',
  description: 'Garlic-IG-01',
};

export const layouts = ['aui', 'table', 'fieldset', 'aria', 'katal'] as const;
export type Layout = (typeof layouts)[number];

const times = ['12:00 AM', '1:00 AM', '12:00 PM', '11:59 PM'];

/** One page holding the form; `wrap` may change the markup before it is used. */
export function formPage(
  layout: Layout,
  values: FormValues = goodForm,
  heading = 'Create a promotion: Percentage Off',
): string {
  const l = parts[layout];
  const select = (id: string, label: string, options: string[], chosen: string) =>
    l.select(id, label, options, chosen);
  const rows = [
    '<h2>Step 1: Conditions</h2>',
    l.row(
      'Buyer purchases',
      select(
        'c1',
        'Buyer purchases',
        [
          'At least this quantity of items',
          'At least amount (in $)',
          'For every quantity of items purchased',
        ],
        'At least this quantity of items',
      ) + l.text('c2', '', values.quantity),
    ),
    l.row(
      'Purchased Items',
      select(
        'c3',
        'Purchased Items',
        ['Select one', 'Entire catalog', 'Garlic press, all colours', 'Select another'],
        values.selection,
      ),
    ),
    l.row(
      'Buyer gets',
      select('c4', 'Buyer gets', ['Percent off', 'Free items'], values.discountKind) +
        l.text('c5', '', values.discount),
    ),
    l.row(
      'Applies to',
      select('c6', 'Applies to', ['Purchased Items', 'Additional Item'], 'Purchased Items'),
    ),
    l.row(
      'Tiers',
      Array.from({ length: values.tiers - 1 }, () => '<button type="button">Remove Tier</button>').join('') +
        '<button type="button">Add Tier</button>',
    ),
    '<h2>Step 2: Scheduling</h2>',
    l.row(
      'Start Date',
      l.text('startDate', 'Start Date', values.start[0]) +
        select('startTimeNative', '', times, values.start[1]),
    ),
    l.row(
      'End Date',
      l.text('endDate', 'End Date', values.end[0]) + select('endTimeNative', '', times, values.end[1]),
    ),
    l.row('Internal Description', l.text('internalDescription', 'Internal Description', values.description)),
    l.row('Tracking ID', l.text('c7', 'Tracking ID', values.trackingId)),
    '<h2>Step 3: Additional options</h2>',
    l.row('Claim Code', l.radios('cc', 'Claim Code', ['Single-use', 'Group', 'None'], values.claimCode)),
    l.row('', l.check('c8', 'One redemption per customer', values.onePerCustomer)),
    l.row(
      'Claim Code Combinability',
      l.radios('comb', 'Claim Code Combinability', ['Preferential', 'Unrestricted'], values.combinability),
    ),
    '<h3>Customize messaging</h3>',
    l.row('Checkout display text', l.text('c9', 'Checkout display text', 'Save 20%')),
    l.row('', l.check('c10', 'Detail page display text', values.detailPage)),
    '<button type="submit">Review</button>',
  ].join('\n');
  return `<!doctype html><html lang="en-US"><head><title>Seller Central</title></head><body>
<div id="partner-switcher" class="partner-dropdown">Kitchen Goods | United States</div>
<p>Claim Code help: choose None, Group or Single-use. One redemption per customer is a good idea.</p>
<form><h1>${heading}</h1>${l.wrap(rows)}</form>${l.after}</body></html>`;
}

interface Parts {
  row(label: string, controls: string): string;
  text(id: string, label: string, value: string): string;
  select(id: string, label: string, options: string[], chosen: string): string;
  radios(name: string, label: string, options: string[], chosen: string): string;
  check(id: string, label: string, on: boolean): string;
  wrap(rows: string): string;
  after: string;
}

const same = (rows: string) => rows;
const nativeSelect = (id: string, options: string[], chosen: string) =>
  `<select id="${id}" name="${id}">${options.map((o) => `<option${o === chosen ? ' selected' : ''}>${o}</option>`).join('')}</select>`;
const nativeText = (id: string, value: string) =>
  `<input type="text" id="${id}" name="${id}" value="${value}">`;

const aui: Parts = {
  row: (label, controls) =>
    `<div class="a-row"><div class="a-column"><label class="a-form-label">${label}</label></div><div class="a-column">${controls}</div></div>`,
  text: (id, _label, value) => `<input type="text" id="${id}" value="${value}" class="a-input-text">`,
  select: (id, _label, options, chosen) =>
    `<span class="a-dropdown-container">${nativeSelect(id, options, chosen).replace('<select', '<select class="a-native-dropdown" style="opacity:0.01;position:absolute"')}<span class="a-button a-button-dropdown"><span class="a-button-inner"><span class="a-button-text" role="button"><span class="a-dropdown-prompt">${chosen}</span></span></span></span></span>`,
  radios: (name, _label, options, chosen) =>
    options
      .map(
        (o) =>
          `<div class="a-radio"><label><input type="radio" name="${name}" style="opacity:0;position:absolute" ${o === chosen ? 'checked' : ''}><i class="a-icon a-icon-radio"></i><span class="a-label">${o}</span></label></div>`,
      )
      .join(''),
  check: (id, label, on) =>
    `<div class="a-checkbox"><label><input type="checkbox" id="${id}" ${on ? 'checked' : ''}><i></i><span class="a-label">${label}</span></label></div>`,
  wrap: same,
  after: '',
};

const table: Parts = {
  ...aui,
  row: (label, controls) => `<tr><td><b>${label}</b>${label ? ': *' : ''}</td><td>${controls}</td></tr>`,
  text: (id, _label, value) => nativeText(id, value),
  select: (id, _label, options, chosen) => nativeSelect(id, options, chosen),
  radios: (name, _label, options, chosen) =>
    options
      .map((o) => `<input type="radio" name="${name}" ${o === chosen ? 'checked' : ''}> ${o}<br>`)
      .join(''),
  check: (id, label, on) => `<input type="checkbox" id="${id}" ${on ? 'checked' : ''}> ${label}`,
  wrap: (rows) =>
    `<table>${rows.replace(/<h(\d)>(.*?)<\/h\d>/g, '<tr><td colspan="2"><h$1>$2</h$1></td></tr>').replace(/<button type="submit">.*<\/button>/, '<tr><td></td><td>$&</td></tr>')}</table>`,
};

const fieldset: Parts = {
  ...table,
  row: (label, controls) =>
    label
      ? `<fieldset><legend>${label}</legend><p>Read the help page before you choose.</p>${controls}</fieldset>`
      : `<p>${controls}</p>`,
  radios: (name, _label, options, chosen) =>
    options
      .map(
        (o, at) =>
          `<input type="radio" name="${name}" id="${name}${at}" value="${at}" ${o === chosen ? 'checked' : ''}><label for="${name}${at}">${o}</label>`,
      )
      .join(''),
  wrap: same,
};

const aria: Parts = {
  ...table,
  row: (_label, controls) => `<div>${controls}</div>`,
  text: (id, label, value) => `<input type="text" id="${id}" aria-label="${label}" value="${value}">`,
  select: (id, label, options, chosen) =>
    label === ''
      ? nativeSelect(id, options, chosen)
      : nativeSelect(id, options, chosen).replace('<select', `<select aria-label="${label}"`),
  radios: (name, label, options, chosen) =>
    `<div role="radiogroup" aria-label="${label}">${options.map((o) => `<span role="radio" aria-checked="${o === chosen}" tabindex="0" data-n="${name}">${o}</span>`).join('')}</div>`,
  check: (id, label, on) =>
    `<span role="checkbox" id="${id}" aria-checked="${on}" tabindex="0">${label}</span>`,
  wrap: same,
};

/** Components with an inner input in an open shadow root; radios with a light input in a slot. */
const katal: Parts = {
  ...table,
  row: (label, controls) =>
    `<div class="row"><kat-label text="${label}">${label}</kat-label>${controls}</div>`,
  text: (id, label, value) => `<kat-input id="${id}" label="${label}" data-value="${value}"></kat-input>`,
  select: (id, label, options, chosen) =>
    label === ''
      ? nativeSelect(id, options, chosen)
      : nativeSelect(id, options, chosen).replace('<select', `<select aria-label="${label}"`),
  radios: (name, label, options, chosen) =>
    `<kat-radiobutton-group label="${label}">${options.map((o) => `<kat-radiobutton label="${o}"><input slot="radio" type="radio" name="${name}" ${o === chosen ? 'checked' : ''}></kat-radiobutton>`).join('')}</kat-radiobutton-group>`,
  check: (id, label, on) => `<kat-checkbox id="${id}" label="${label}" data-on="${on}"></kat-checkbox>`,
  wrap: same,
  after: `<script>
customElements.define('kat-input', class extends HTMLElement { connectedCallback() { const r = this.attachShadow({mode:'open'}); r.innerHTML = '<label>' + (this.getAttribute('label') ?? '') + '</label><input part="input">'; r.querySelector('input').value = this.dataset.value; } });
customElements.define('kat-checkbox', class extends HTMLElement { connectedCallback() { const r = this.attachShadow({mode:'open'}); r.innerHTML = '<div role="checkbox" tabindex="0" style="height:16px"><slot></slot></div>'; r.firstChild.setAttribute('aria-checked', this.dataset.on); } });
customElements.define('kat-radiobutton', class extends HTMLElement { connectedCallback() { const r = this.attachShadow({mode:'open'}); r.innerHTML = '<slot name="radio"></slot><span>' + this.getAttribute('label') + '</span>'; } });
</script>`,
};

const parts: Record<Layout, Parts> = { aui, table, fieldset, aria, katal };

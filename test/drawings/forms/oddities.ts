import type { Settings, Style } from '../drawing.ts';
import {
  appliesText,
  claimCodes,
  claimCodeText,
  combinabilities,
  combinabilityText,
  mmddyyyy,
  options,
  selections,
  selectionText,
  tierRows,
  times,
  twelve,
  when,
} from '../parts.ts';
import { type Words, words } from '../words.ts';

interface Replaced {
  percent?: string;
  minimum?: string;
  items?: string;
  tiers?: string;
  extra?: string;
  detail?: string;
  code?: string;
  one?: string;
  end?: string;
  before?: string;
  after?: string;
  name?: (text: string) => string;
}

/** Stacked labels over controls; parts can be replaced, and all names passed through a function. */
export function stacked(v: Settings, w: Words, replaced: Replaced = {}): string {
  const name = replaced.name ?? ((text: string) => text);
  const field = (title: string, control: string) =>
    `<div class="field"><div class="label">${name(title)}</div>${control}</div>`;
  const list = (texts: string[], chosen: string) => `<select>${options(texts, chosen)}</select>`;
  const radios = (group: string, texts: string[], chosen: string) =>
    texts
      .map(
        (text) =>
          `<div><label><input type="radio" name="${group}"${when(text === chosen, ' checked')}> ${name(text)}</label></div>`,
      )
      .join('');
  const tick = (title: string, on: boolean) =>
    `<div class="field"><label><input type="checkbox"${when(on, ' checked')}> ${name(title)}</label></div>`;
  return `<h1>${name(w.title)}</h1>${replaced.before ?? ''}<form>
${replaced.items ?? field(w.items, list(selections(w), selectionText(v, w)))}
${replaced.minimum ?? field(w.atLeast, `<input value="${v.minimum}">`)}
${replaced.percent ?? field(w.percent, `<input value="${v.percentOff}">`)}
${field(w.applies, list([w.items, w.additional], appliesText(v, w)))}
${replaced.tiers ?? tierRows(v, (minimum, percent) => `<div class="field"><div class="label">${name(w.tiers)}</div>${name(w.atLeast)} <input value="${minimum}"> ${name(w.percent)} <input value="${percent}"> <a href="#">${name(w.removeTier)}</a></div>`)}
${field(w.start, `<input value="${mmddyyyy(v.start)}"> <select>${times(twelve, v.start)}</select>`)}
${replaced.end ?? field(w.end, `<input value="${mmddyyyy(v.end)}"> <select>${times(twelve, v.end)}</select>`)}
${field(w.desc, `<input value="${v.internalDescription}">`)}
${field(w.tid, `<input value="${v.trackingId}">`)}
${replaced.extra ?? ''}
${replaced.code ?? field(w.code, radios('c', claimCodes(w), claimCodeText(v, w)))}
${replaced.one ?? tick(w.one, v.onePerCustomer)}
${field(w.combi, radios('d', combinabilities(w), combinabilityText(v, w)))}
${replaced.detail ?? tick(w.detail, v.detailPage)}
${replaced.after ?? ''}<button>${w.review}</button></form>`;
}

export const css = '.field { margin: 12px 0 } .label { font-weight: 600 }';
const odd = (name: string, family: string, build: Style['build'], more: Partial<Style> = {}): Style => ({
  name,
  family,
  css,
  build,
  ...more,
});

/** A translating extension added its own text to every name, in the same element or under it. */
const twin = (other: Words, first: 'own' | 'other') => (own: Words) => {
  const pairs = new Map(Object.keys(own).map((key) => [own[key as keyof Words], other[key as keyof Words]]));
  return (text: string) => {
    const translated = `<font class="notranslate"><font>${pairs.get(text) ?? text}</font></font>`;
    return first === 'own' ? `${text}<br>${translated}` : `${translated} <span>${text}</span>`;
  };
};

export const oddities: readonly Style[] = [
  odd('stacked', 'plain', (v, w) => stacked(v, w), {
    languages: ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'sv', 'tr', 'ja', 'zh', 'ar'],
  }),
  odd('translated-twins', 'translated twins', (v, w) => stacked(v, w, { name: twin(words.zh, 'own')(w) }), {
    languages: ['en', 'de'],
  }),
  odd('translated-twins-first', 'translated twins', (v, w) =>
    stacked(v, w, { name: twin(words.fr, 'other')(w) }),
  ),
  // Two numbers stand beside the percent; which one counts nobody says.
  odd(
    'two-percents',
    'two numbers',
    (v, w) =>
      stacked(v, w, {
        percent: `<div class="field"><div class="label">${w.percent}</div><input value="${v.percentOff}"> <input value="${100 - v.percentOff}"></div>`,
      }),
    { truth: () => ({ percentOff: 'unclear' }) },
  ),
  odd('percent-and-cap', 'two numbers', (v, w) =>
    stacked(v, w, {
      percent: `<div class="field"><div class="label">${w.percent}</div><input value="${v.percentOff}"> % <div class="label">Most that one order can save (in $)</div><input value="1"></div>`,
    }),
  ),
  odd(
    'grouped-numbers',
    'grouped numbers',
    (v, w) =>
      stacked(v, w, {
        percent: `<div class="field"><div class="label">${w.percent}</div><input value="${v.percentOff}.000"></div>`,
        minimum: `<div class="field"><div class="label">${w.atLeast}</div><input value="1.000"></div>`,
      }),
    { languages: ['en', 'de'], truth: () => ({ percentOff: 'unclear', minimum: 'unclear' }) },
  ),
  odd('percent-with-sign', 'numbers', (v, w) =>
    stacked(v, w, {
      percent: `<div class="field"><div class="label">${w.percent}</div><input value="${v.percentOff} %"></div>`,
      minimum: `<div class="field"><div class="label">${w.atLeast}</div><input type="number" value="${v.minimum}"></div>`,
    }),
  ),
  odd(
    'amount-off',
    'numbers',
    (v, w) =>
      stacked(v, w, {
        percent: `<div class="field"><div class="label">${w.gets}</div><select>${options([w.percent, w.amountOff], w.amountOff)}</select> <input value="${v.percentOff}"></div>`,
      }),
    { languages: ['en', 'de'], truth: () => ({ percentOff: 'unclear' }) },
  ),
  odd(
    'budget-orders',
    'budget',
    (v, w) =>
      stacked(v, w, {
        extra: `<div class="field"><div class="label">Budget</div><label><input type="radio" name="bk" checked> Number of orders</label><label><input type="radio" name="bk"> Total amount</label> <input value="125"></div>`,
      }),
    { truth: () => ({ budget: { is: { orders: 125 } } }) },
  ),
  odd(
    'budget-amount',
    'budget',
    (v, w) =>
      stacked(v, w, {
        extra: `<div class="field"><div class="label">Budget (total amount in $)</div><input value="2500"></div>`,
      }),
    { truth: () => ({ budget: { is: { amount: 2500 } } }) },
  ),
  odd(
    'budget-grouped',
    'budget',
    (v, w) =>
      stacked(v, w, {
        extra: `<div class="field"><div class="label">Budget</div><select>${options(['Number of orders', 'Total amount'], 'Number of orders')}</select> <input value="1.000"></div>`,
      }),
    { truth: () => ({ budget: 'unclear' }) },
  ),
  // A bin without a name, as a picture, stands at the start of each further tier.
  odd('nameless-bins', 'tiers', (v, w) =>
    stacked(v, w, {
      tiers: `<div class="field"><div class="label">${w.tiers}</div>${tierRows(v, (minimum, percent) => `<div><button type="button"><svg width="12" height="12"><rect width="12" height="12"/></svg></button> <input value="${minimum}"> <input value="${percent}"></div>`)}<a href="#">${w.addTier}</a></div>`,
    }),
  ),
  odd('tier-table', 'tiers', (v, w) =>
    stacked(v, w, {
      minimum: '',
      percent: `<table><tr><th>${w.atLeast}</th><th>${w.percent}</th><th></th></tr><tr><td><input value="${v.minimum}"></td><td><input value="${v.percentOff}"></td><td></td></tr>${tierRows(v, (minimum, percent) => `<tr><td><input value="${minimum}"></td><td><input value="${percent}"></td><td><a href="#">${w.removeTier}</a></td></tr>`)}</table><a href="#">${w.addTier}</a>`,
      tiers: '',
    }),
  ),
  // A stale summary, a search box and a table of other promotions stand about with the same words.
  odd('other-promotions-about', 'look-alikes', (v, w) =>
    stacked(v, w, {
      before: `<aside style="float:right;width:260px"><h4>Summary</h4><dl><dt>${w.percent}</dt><dd>10</dd><dt>${w.code}</dt><dd>${w.single}</dd><dt>${w.items}</dt><dd>Spring list</dd></dl></aside>`,
      after: `<table><caption>Your other promotions</caption><tr><th>${w.tid}</th><th>${w.percent}</th><th>${w.end}</th></tr><tr><td>OLD-1</td><td>15</td><td>11/30/2026</td></tr></table>`,
    }),
  ),
  // The last name of all has no control; after it comes a quantity that is something else.
  odd(
    'last-label-alone',
    'stray labels',
    (v, w) =>
      stacked(v, w, {
        percent: '',
        after: `<div class="field"><div class="label">${w.percent}</div></div><div class="field"><div>Codes to print</div><input value="1"></div>`,
      }),
    { truth: () => ({ percentOff: 'unclear' }) },
  ),
  odd(
    'header-over-nothing',
    'stray labels',
    (v, w) =>
      stacked(v, w, {
        detail: `<table><thead><tr><th>Message</th><th>${w.detail}</th></tr></thead><tbody><tr><td><input value="Save today"></td></tr></tbody></table><p><label><input type="checkbox"${when(!v.detailPage, ' checked')}> Send me an email</label></p>`,
      }),
    { truth: () => ({ detailPage: 'unclear' }) },
  ),
  odd('display-none-twins', 'look-alikes', (v, w) =>
    stacked(v, w, {
      before: `<form style="display:none"><label>${w.percent} <input value="5"></label><label>${w.code} <select>${options(claimCodes(w), w.single)}</select></label></form><form style="position:absolute;left:-9999px"><label>${w.percent} <input value="6"></label></form>`,
    }),
  ),
  odd('nothing-chosen', 'nothing chosen', (v, w) => stacked({ ...v, selection: '' }, w), {
    truth: () => ({ selection: { is: '' } }),
  }),
];

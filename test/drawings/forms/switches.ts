import { ENTIRE, type Style } from '../drawing.ts';
import {
  claimCodes,
  claimCodeText,
  mmddyyyy,
  options,
  selections,
  selectionText,
  times,
  twelve,
  when,
} from '../parts.ts';
import { css, stacked } from './oddities.ts';

const style = (name: string, family: string, build: Style['build'], truth?: Style['truth']): Style => ({
  name,
  family,
  css,
  build,
  truth,
});

const field = (title: string, control: string) =>
  `<div class="field"><div class="label">${title}</div>${control}</div>`;
const radio = (name: string, text: string, on: boolean) =>
  `<label><input type="radio" name="${name}"${when(on, ' checked')}> ${text}</label>`;
const safeCodes = [radio('c', 'Single-use', true), radio('c', 'Group', false)].join('');

/** What the page keeps set and doesn't use, and lists that hold or show something else than their first text. */
export const switches: readonly Style[] = [
  style(
    'code-switched-off',
    'switches',
    (v, w) =>
      stacked(v, w, {
        code: `<div class="field"><label><input type="checkbox"> ${w.code}</label><div>${safeCodes}</div></div>`,
      }),
    () => ({ claimCode: 'unclear' }),
  ),
  style('code-switched-on', 'switches', (v, w) =>
    stacked(v, w, {
      code: `<div class="field"><label><input type="checkbox" checked> ${w.code}</label><div>${claimCodes(w)
        .map((text) => radio('c', text, text === claimCodeText(v, w)))
        .join('')}</div></div>`,
    }),
  ),
  style(
    'code-required-no',
    'switches',
    (v, w) =>
      stacked(v, w, {
        code: `<fieldset><legend>${w.code} required</legend>${radio('r', 'No', true)}${radio('r', 'Yes', false)}</fieldset><fieldset><legend>Type</legend>${safeCodes}</fieldset>`,
      }),
    () => ({ claimCode: 'unclear' }),
  ),
  style(
    'no-end-date',
    'switches',
    (v, w) =>
      stacked(v, w, {
        end: `<div class="field"><div class="label">${w.end}</div><input value="${mmddyyyy(v.end)}"> <select>${times(twelve, v.end)}</select> <label><input type="checkbox" checked> No end date</label></div>`,
      }),
    () => ({ end: 'unclear' }),
  ),
  style(
    'catalog-or-list',
    'switches',
    (v, w) =>
      stacked(v, w, {
        items: `<fieldset><legend>${w.items}</legend>${radio('s', 'All products', true)}${radio('s', 'These:', false)} <select aria-label="${w.items}"><option selected>Kitchen 50</option><option>${w.entire}</option></select></fieldset>`,
      }),
    () => ({ selection: { atMost: ENTIRE } }),
  ),
  style(
    'catalog-ticked',
    'switches',
    (v, w) =>
      stacked(v, w, {
        items: `${field(w.items, `<select><option>${w.pick}</option><option selected>Kitchen 50</option></select>`)}<label><input type="checkbox" checked> Apply to all products</label>`,
      }),
    () => ({ selection: { atMost: ENTIRE } }),
  ),
  style(
    'once-off',
    'switches',
    (v, w) => stacked(v, w, { one: `<label><input type="checkbox" checked> ${w.one}: off</label>` }),
    () => ({ onePerCustomer: 'unclear' }),
  ),
  style(
    'several-selected',
    'lists of several',
    (v, w) =>
      stacked(v, w, {
        items: field(
          w.items,
          `<select multiple><option selected>Kitchen 50</option><option selected>${w.entire}</option></select>`,
        ),
      }),
    () => ({ selection: 'unclear' }),
  ),
  // A browser shows an option's `label` and not its text.
  style('labelled-options', 'option labels', (v, w) =>
    stacked(v, w, {
      code: field(
        w.code,
        `<select>${claimCodes(w)
          .map(
            (text, at, all) =>
              `<option label="${text}"${when(text === claimCodeText(v, w), ' selected')}>${all[(at + 1) % all.length]}</option>`,
          )
          .join('')}</select>`,
      ),
    }),
  ),
  style(
    'faded-ghost',
    'look-alikes',
    (v, w) =>
      stacked(v, w, {
        code: `<div style="opacity: 0; position: absolute">${safeCodes}</div><b>${w.code}</b> <i>● ${w.group}</i>`,
      }),
    () => ({ claimCode: 'unclear' }),
  ),
  style(
    'all-but',
    'two numbers',
    (v, w) =>
      stacked(v, w, {
        percent: `<div class="field"><label for="p">${w.percent}</label> <select><option>up to</option><option selected>all but</option></select> <input id="p" value="10"> %</div>`,
      }),
    () => ({ percentOff: 'unclear' }),
  ),
  style('percent-list', 'numbers', (v, w) =>
    stacked(v, w, {
      percent: field(
        w.percent,
        `<select>${options([`${v.percentOff}%`, '5%'], `${v.percentOff}%`)}</select>`,
      ),
    }),
  ),
  // What is chosen stands beside an empty field that searches the list.
  style('search-in-list', 'drawn lists', (v, w) =>
    stacked(v, w, {
      items: field(w.items, `<select>${options(selections(w), selectionText(v, w))}</select>`),
      code: `<div class="field"><label for="k">${w.code}</label><div><div><span><input id="k" role="combobox" readonly style="opacity: 0" value=""></span><span>${claimCodeText(v, w)}</span></div></div></div>`,
    }),
  ),
];

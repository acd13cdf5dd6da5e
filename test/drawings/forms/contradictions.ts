import type { Style } from '../drawing.ts';
import { claimCodes, claimCodeText, mmddyyyy, options, times, twelve, when } from '../parts.ts';
import type { Language } from '../words.ts';
import { css, stacked } from './oddities.ts';

const style = (
  name: string,
  family: string,
  build: Style['build'],
  truth?: Style['truth'],
  languages?: readonly Language[],
): Style => ({ name, family, css, build, truth, ...(languages ? { languages } : {}) });

const field = (title: string, control: string) =>
  `<div class="field"><div class="label">${title}</div>${control}</div>`;
const tick = (text: string, on: boolean) =>
  `<label><input type="checkbox"${when(on, ' checked')}> ${text}</label>`;
const radio = (name: string, text: string, on: boolean) =>
  `<label><input type="radio" name="${name}"${when(on, ' checked')}> ${text}</label>`;

/** A tick over everything, in one language, for one setting. */
const over = (language: Language, said: Readonly<Record<'catalog' | 'shared' | 'stacks', string>>) => [
  style(
    `over-catalog-${language}`,
    'overridden',
    (v, w) =>
      stacked(v, w, {
        items: `${field(w.items, `<select>${options([w.pick, 'Kitchen 50'], 'Kitchen 50')}</select>`)}${tick(said.catalog, true)}`,
      }),
    () => ({ selection: { asks: said.catalog } }),
    [language],
  ),
  style(
    `over-shared-${language}`,
    'overridden',
    (v, w) =>
      stacked(v, w, {
        code: `${field(
          w.code,
          claimCodes(w)
            .map((text) => radio('c', text, text === claimCodeText(v, w)))
            .join(''),
        )}<div class="field">${tick(said.shared, true)}</div>`,
      }),
    (v) => ({ claimCode: v.claimCode === 'single-use' ? { asks: said.shared } : { atMost: v.claimCode } }),
    [language],
  ),
  style(
    `over-stacks-${language}`,
    'overridden',
    (v, w) => stacked(v, w, { detail: `<div class="field">${tick(said.stacks, true)}</div>` }),
    (v) => ({
      combinability: v.combinability === 'unrestricted' ? { atMost: 'unrestricted' } : { asks: said.stacks },
      detailPage: 'absent',
    }),
    [language],
  ),
];

/** Fields and ticks beside a setting that say another thing, or make it say nothing. */
export const contradictions: readonly Style[] = [
  style(
    'redemptions-99',
    'contradicted',
    (v, w) =>
      stacked(v, w, { one: `<div class="field">${tick(w.one, true)} Redemptions <input value="99"></div>` }),
    () => ({ onePerCustomer: { asks: 'redemptions' } }),
  ),
  style(
    'redemptions-99-below',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        one: `<div class="field">${tick(w.one, true)}</div>${field('Redemptions per customer', '<input type="number" value="99">')}`,
      }),
    () => ({ onePerCustomer: { asks: 'redemptions per customer' } }),
  ),
  style(
    'redemptions-list',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        one: `<div class="field">${tick(w.one, true)}</div>${field('Uses per customer', '<select><option>1</option><option selected>Unlimited</option></select>')}`,
      }),
    () => ({ onePerCustomer: { asks: 'uses per customer' } }),
  ),
  style(
    'redemptions-1',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        one: `<div class="field">${tick(w.one, v.onePerCustomer)}</div>${field('Redemptions per customer', '<input type="number" value="1">')}`,
      }),
    (v) => ({ onePerCustomer: { atMost: v.onePerCustomer } }),
  ),
  style(
    'more-than-one',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        one: `<div class="field">${tick('More than one redemption per customer', true)}</div>`,
      }),
    () => ({ onePerCustomer: { atMost: false } }),
  ),
  style(
    'unless-prime',
    'contradicted',
    (v, w) =>
      stacked(v, w, { one: `<div class="field">${tick(`${w.one}, except Prime members`, true)}</div>` }),
    () => ({ onePerCustomer: 'unclear' }),
  ),
  ...over('en', {
    catalog: 'Ignore the list and use the whole catalog',
    shared: 'Use one code for all customers',
    stacks: 'Let this code combine with every other promotion',
  }),
  ...over('ja', {
    catalog: 'すべての商品に適用する',
    shared: '全員に同じコードを使用する',
    stacks: 'すべてのプロモーションと併用可能にする',
  }),
  ...over('zh', {
    catalog: '适用于所有商品',
    shared: '所有买家使用同一个优惠码',
    stacks: '允许与所有促销叠加使用',
  }),
  ...over('de', {
    catalog: 'Auf alle Produkte anwenden',
    shared: 'Denselben Code für alle Kunden verwenden',
    stacks: 'Mit allen anderen Werbeaktionen kombinieren',
  }),
  ...over('fr', {
    catalog: 'Appliquer à tous les produits',
    shared: 'Utiliser le même code pour tous les clients',
    stacks: 'Autoriser le cumul avec toutes les promotions',
  }),
  ...over('es', {
    catalog: 'Aplicar a todos los productos',
    shared: 'Usar el mismo código para todos los clientes',
    stacks: 'Permitir combinar con todas las promociones',
  }),
  style(
    'starts-at-once',
    'overridden',
    (v, w) =>
      stacked(v, w, {
        end: `${field(w.end, `<input value="${mmddyyyy(v.end)}"> <select>${times(twelve, v.end)}</select> ${tick('Run until I stop it', true)}`)}`,
      }),
    () => ({ end: { asks: 'run until i stop it' } }),
  ),
  style(
    'percent-by-default',
    'overridden',
    (v, w) =>
      stacked(v, w, {
        percent: field(
          w.percent,
          `<input value="${v.percentOff}"> % ${tick('Use the highest discount allowed instead', true)}`,
        ),
      }),
    () => ({ percentOff: { asks: 'use the highest discount allowed instead' } }),
  ),
  style(
    'percent-times',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        percent: field(w.percent, `<input value="${v.percentOff}"> × <input value="3">`),
      }),
    () => ({ percentOff: 'unclear' }),
  ),
  style(
    'percent-or-dollars',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        percent: field(
          w.percent,
          `<input value="${v.percentOff}"> <select><option>%</option><option selected>$</option></select>`,
        ),
      }),
    () => ({ percentOff: 'unclear' }),
  ),
  style(
    'percent-paid',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        percent: field(`${w.percent}`, `Buyer pays <input value="${v.percentOff}"> % of the price`),
      }),
    () => ({ percentOff: 'unclear' }),
  ),
  style(
    'items-excluded',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        items: field(
          w.items,
          `All except <select><option>${w.pick}</option><option selected>Kitchen 50</option></select>`,
        ),
      }),
    () => ({ selection: 'unclear' }),
  ),
  style(
    'items-excluded-group',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        items: field(
          w.items,
          `<select><optgroup label="Only"><option>Spring list</option></optgroup><optgroup label="All except"><option selected>Kitchen 50</option></optgroup></select>`,
        ),
      }),
    () => ({ selection: 'unclear' }),
  ),
  style(
    'not-single-use',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        code: field(w.code, `${radio('c', 'Not single-use', true)}${radio('c', w.none, false)}`),
      }),
    () => ({ claimCode: { atMost: 'group' } }),
  ),
  style(
    'struck-choice',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        code: field(
          w.code,
          `<div role="combobox" tabindex="0"><del>${w.single}</del> <ins>${w.group}</ins></div>`,
        ),
      }),
    () => ({ claimCode: { atMost: 'group' } }),
  ),
  style(
    'now-and-new',
    'contradicted',
    (v, w) =>
      stacked(v, w, {
        code: `<table><tr><th></th><th>Now</th><th>From Monday</th></tr><tr><th>${w.code}</th><td><select>${options(claimCodes(w), w.single)}</select></td><td><select>${options(claimCodes(w), w.group)}</select></td></tr></table>`,
      }),
    () => ({ claimCode: 'unclear' }),
  ),
];

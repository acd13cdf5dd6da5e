import fc from 'fast-check';
import { formPage, goodForm, layouts } from '../forms';

/** The seller's name on these pages. */
export const account = 'Kitchen Goods';

/** Texts of the shapes that must never leave the page. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const alnum = (length: number) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: length, maxLength: length })
    .map((signs) => signs.join(''));
const mixed = (length: number) => alnum(length).map((text) => `7${text.slice(2)}2`);
const code = fc.tuple(mixed(4), alnum(6), alnum(6)).map((parts) => parts.join('-'));
const groupCode = mixed(10);
const asin = mixed(8).map((rest) => `B0${rest}`);
const merchant = mixed(12).map((rest) => `A2${rest}`);
const uuid = fc.uuid();
const email = fc.tuple(alnum(6), alnum(5)).map(([who, where]) => `${who}@${where}.example`.toLowerCase());
const word = fc
  .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 9, maxLength: 12 })
  .map((signs) => `x${signs.join('')}`);
const name = fc.tuple(word, word).map((words) => words.join(' '));

/** Texts of everybody's own, for a page. */
export const secrets = fc.record({
  values: fc.array(fc.oneof(code, groupCode, email, name, asin), { minLength: 6, maxLength: 6 }),
  texts: fc.array(fc.oneof(code, email, name, asin, merchant), { minLength: 6, maxLength: 6 }),
  inLabels: fc.array(fc.oneof(code, groupCode, asin, merchant, email), { minLength: 2, maxLength: 2 }),
  ids: fc.array(fc.oneof(asin, merchant, uuid), { minLength: 3, maxLength: 3 }),
  options: fc.array(name, { minLength: 2, maxLength: 2 }),
  products: fc.array(name, { minLength: 6, maxLength: 6 }),
  layout: fc.constantFrom(...layouts),
});

export type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;

/** A form with all of them in it, wherever a page may put them. */
export function pageWith({ values, texts, inLabels, ids, options, products, layout }: Secrets): string {
  const form = formPage(layout, {
    ...goodForm,
    discount: values[0] ?? '',
    trackingId: values[1] ?? '',
    description: values[2] ?? '',
    selection: '',
  });
  const added = `
<h2>${texts[0]}</h2><p title="${texts[1]}">${texts[2]}</p><a href="/x?u=${ids[0]}">${texts[3]}</a>
<button type="button">${texts[4]}</button><table><tr><th>Group Name</th></tr><tr><td><label>${texts[5]}</label></td></tr></table>
<label for="k1">Claim Code ${inLabels[0]}</label><input id="k1" value="${values[3]}" placeholder="${texts[0]}" data-x="${ids[1]}">
<label for="row-${ids[0]}">Quantity for ${account} ${inLabels[1]}</label><input id="row-${ids[0]}" name="item_${ids[1]}.${ids[2]}">
<textarea name="t">${values[4]}</textarea><kat-input value="${values[5]}" unique-id="${ids[2]}"></kat-input>
<select>${options.map((option) => `<option value="${ids[0]}">${option}</option>`).join('')}</select>
${products.map((product, at) => `<label><input type="radio" name="pick" value="${at}">${product}</label>`).join('')}
<ul>${products.map((product) => `<li><label><input type="checkbox">${product}</label></li>`).join('')}</ul>
<div role="option">${products[0]}</div><div role="button" aria-label="${products[1]}"></div>`;
  return form.replace('</form>', `</form>${added}`);
}

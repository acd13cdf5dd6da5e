import type { Style } from '../drawing.ts';
import { claimCodes, claimCodeText, combinabilities, combinabilityText, options, when } from '../parts.ts';
import { css, stacked } from './oddities.ts';

const style = (name: string, build: Style['build'], truth?: Style['truth']): Style => ({
  name,
  family: 'foreign groups',
  css,
  build,
  truth,
});

const field = (title: string, control: string) =>
  `<div class="field"><div class="label">${title}</div>${control}</div>`;
const radios = (name: string, texts: readonly string[], chosen: string) =>
  texts
    .map(
      (text) =>
        `<label><input type="radio" name="${name}"${when(text === chosen, ' checked')}> ${text}</label>`,
    )
    .join('');
const tick = (text: string, on: boolean) =>
  `<div class="field"><label><input type="checkbox"${when(on, ' checked')}> ${text}</label></div>`;

/** Settings of the same names that stand under a heading of another purpose, the form's own being gone. */
const foreign = (name: string, text: string, [before, after]: readonly [string, string]): Style =>
  style(
    `under-${name}`,
    (v, w) =>
      stacked(v, w, {
        code: '',
        one: '',
        after: `<section>${before}${text}${after}${field(w.code, radios('x', claimCodes(w), w.single))}${tick(w.one, true)}</section>`,
      }),
    () => ({ claimCode: { asks: text }, onePerCustomer: { asks: text } }),
  );

/** The form's own settings under a heading written in the same way. */
const own = (name: string, heading: string): Style =>
  style(`under-own-${name}`, (v, w) =>
    stacked(v, w, {
      code: '',
      one: '',
      after: `<section>${heading}${field(w.code, radios('x', claimCodes(w), claimCodeText(v, w)))}${tick(w.one, v.onePerCustomer)}</section>`,
    }),
  );

/** Headings that are no headings in the page's code: bold, large, or plain text over a group. */
export const foreignGroups: readonly Style[] = [
  foreign('bold', 'Defaults for your next promotion', ['<b>', '</b>']),
  foreign('strong-line', 'Last year’s promotion', ['<p><strong>', '</strong></p>']),
  foreign('large', 'Example promotion', ['<div style="font-size: 22px">', '</div>']),
  foreign('plain', 'Template for new coupons', ['<div>', '</div>']),
  foreign('caption', 'What your competitor offers:', ['<p>', '</p>']),
  foreign('role', 'Test promotion', ['<div role="heading" aria-level="2">', '</div>']),
  foreign('dark-bar', 'Newsletter sign-up', [
    '<div style="background: #036; color: #fff; padding: 4px">',
    '</div>',
  ]),
  own('bold', '<b>Step 3: Additional options</b>'),
  own('plain', '<div>Claim codes</div>'),
  own('large', '<div style="font-size: 22px">Additional options</div>'),
  // Two groups with one set of names: the form's own and one for something else, under a bold line.
  style(
    'twice-bold',
    (v, w) =>
      stacked(v, w, {
        after: `<div><b>Suggested for you</b>${field(w.combi, radios('x', combinabilities(w), w.pref))}${field(w.percent, '<input value="10">')}</div>`,
      }),
    (v) => ({
      combinability:
        v.combinability === 'preferential' ? { atMost: 'preferential' } : { atMost: v.combinability },
      percentOff: { atMost: v.percentOff },
    }),
  ),
  style(
    'only-suggested',
    (v, w) =>
      stacked(v, w, {
        percent: '',
        after: `<div><b>Suggested for you</b>${field(w.percent, '<input value="10">')}</div>`,
      }),
    () => ({ percentOff: { asks: 'suggested for you' } }),
  ),
  style(
    'bold-in-table',
    (v, w) =>
      stacked(v, w, {
        code: `<table><tr><td colspan="2"><b>Your previous promotion</b></td></tr><tr><td>${w.code}</td><td><select>${options(claimCodes(w), w.single)}</select></td></tr></table>`,
      }),
    () => ({ claimCode: { asks: 'your previous promotion' } }),
  ),
  style('bold-in-own-table', (v, w) =>
    stacked(v, w, {
      code: `<table><tr><td colspan="2"><b>Additional options</b></td></tr><tr><td>${w.code}</td><td><select>${options(claimCodes(w), claimCodeText(v, w))}</select></td></tr></table>`,
    }),
  ),
  // Each group's purpose stands in bold at the start of its line.
  style('bold-own-steps', (v, w) =>
    stacked(v, w, { name: (text) => text, before: `<b>${w.step1}</b><p>All fields count.</p>` }),
  ),
  style(
    'combinable-elsewhere',
    (v, w) =>
      stacked({ ...v }, w, {
        detail: '',
        after: `<p><b>For the email only</b></p>${tick(w.detail, false)}${field('Subject', `<input value="${combinabilityText(v, w)}">`)}`,
      }),
    () => ({ detailPage: { asks: 'for the email only' } }),
  ),
];

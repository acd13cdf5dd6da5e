import type { Settings, Style, Truths } from '../drawing.ts';
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
import type { Words } from '../words.ts';

const radios = (name: string, texts: string[], chosen: string) =>
  texts
    .map(
      (text) =>
        `<label><input type="radio" name="${name}"${when(text === chosen, ' checked')}> ${text}</label>`,
    )
    .join(' ');
const list = (name: string, texts: string[], chosen: string) =>
  `<label>${name} <select>${options(texts, chosen)}</select></label>`;
const box = (name: string, value: string | number) => `<label>${name} <input value="${value}"></label>`;
const tick = (name: string, on: boolean) =>
  `<label><input type="checkbox"${when(on, ' checked')}> ${name}</label>`;
const moment = (name: string, at: string) =>
  `<p><label for="${name.replace(/\W/g, '')}">${name}</label> <input id="${name.replace(/\W/g, '')}" value="${mmddyyyy(at)}"> <select aria-label="${name}">${times(twelve, at)}</select></p>`;
const tierLines = (v: Settings, w: Words) =>
  tierRows(
    v,
    (minimum, percent) =>
      `<div>${box(w.atLeast, minimum)} ${box(w.percent, percent)} <button type="button">${w.removeTier}</button></div>`,
  );

const first = (v: Settings, w: Words) =>
  `<p>${list(w.items, selections(w), selectionText(v, w))}</p><p>${box(w.atLeast, v.minimum)}</p><p>${box(w.percent, v.percentOff)}</p><p>${list(w.applies, [w.items, w.additional], appliesText(v, w))}</p>${tierLines(v, w)}`;
const second = (v: Settings, w: Words) =>
  `${moment(w.start, v.start)}${moment(w.end, v.end)}<p>${box(w.desc, v.internalDescription)}</p><p>${box(w.tid, v.trackingId)}</p>`;
const third = (v: Settings, w: Words) =>
  `<fieldset><legend>${w.code}</legend>${radios('cc', claimCodes(w), claimCodeText(v, w))}</fieldset><p>${tick(w.one, v.onePerCustomer)}</p><fieldset><legend>${w.combi}</legend>${radios('cb', combinabilities(w), combinabilityText(v, w))}</fieldset><p>${tick(w.detail, v.detailPage)}</p>`;

/** Fieldsets with legends, every control inside its own label. */
const fieldsets: Style = {
  name: 'fieldsets',
  family: 'fieldsets',
  languages: ['en', 'fr', 'ja'],
  build: (v, w) =>
    `<h1>${w.title}</h1><form><fieldset><legend>${w.step1}</legend>${first(v, w)}</fieldset><fieldset><legend>${w.step2}</legend>${second(v, w)}</fieldset><fieldset><legend>${w.step3}</legend>${third(v, w)}</fieldset><button>${w.review}</button></form>`,
};

/** A wizard of three forms under one another, the last with Review. */
const wizardOpen: Style = {
  name: 'wizard-forms',
  family: 'wizards',
  languages: ['en', 'it'],
  build: (v, w) =>
    `<h1>${w.title}</h1><ol class="steps"><li>1</li><li>2</li><li>3</li></ol><form id="s1"><h2>${w.step1}</h2>${first(v, w)}<button>Save and continue</button></form><form id="s2"><h2>${w.step2}</h2>${second(v, w)}<button>Save and continue</button></form><form id="s3"><h2>${w.step3}</h2>${third(v, w)}<button>${w.review}</button></form>`,
};

const outOfSight = (v: Settings, names: (keyof Settings)[]): Partial<Truths> =>
  Object.fromEntries(names.map((name) => [name, { atMost: v[name] }]));

/** The same, with only the last step in sight. */
const wizardLast: Style = {
  name: 'wizard-last-step',
  family: 'wizards',
  build: (v, w) =>
    `<h1>${w.title}</h1><form id="s1" style="display:none"><h2>${w.step1}</h2>${first(v, w)}</form><form id="s2" style="display:none"><h2>${w.step2}</h2>${second(v, w)}</form><form id="s3"><h2>${w.step3}</h2>${third(v, w)}<button>${w.review}</button></form>`,
  truth: (v) =>
    outOfSight(v, [
      'selection',
      'minimum',
      'percentOff',
      'appliesTo',
      'tiers',
      'start',
      'end',
      'trackingId',
      'internalDescription',
    ]),
};

const box300 =
  '.box { height: 220px; width: 640px; overflow: auto; border: 1px solid #888 } .box p { margin: 26px 0 }';

/** The form scrolls in a box of its own, and stands at its end: everything else is scrolled out, yet there. */
const scrollBox: Style = {
  name: 'scroll-box',
  family: 'scrolling boxes',
  languages: ['en', 'de'],
  css: box300,
  build: (v, w) =>
    `<h1>${w.title}</h1><form><div class="box">${third(v, w)}<h2>${w.step1}</h2>${first(v, w)}<h2>${w.step2}</h2>${second(v, w)}<p>&nbsp;</p></div><button>${w.review}</button></form>`,
  setup(document) {
    const box = document.querySelector('.box');
    if (box) box.scrollTop = box.scrollHeight;
  },
};

/** In a dialog that scrolls, scrolled down; behind it, further down the page, stands a filter that looks alike. */
const dialogScroll: Style = {
  name: 'scrolling-dialog',
  family: 'scrolling boxes',
  css: `dialog { position: fixed; top: 40px; height: 300px; width: 700px; overflow-y: scroll; padding: 10px } dialog p { margin: 30px 0 } ${box300}`,
  build: (v, w) =>
    `<h1>Promotions</h1><dialog open><h2>${w.title}</h2><form>${first(v, w)}${third(v, w)}${second(v, w)}<button>${w.review}</button></form></dialog><div style="height:1200px"></div><section><h3>Filter the list below</h3><form>${box(w.percent, 10)} ${list(w.code, ['All', w.single, w.group], w.single)} ${tick('Ended promotions too', true)}<button>Apply</button></form></section>`,
  setup(document) {
    const dialog = document.querySelector('dialog');
    if (dialog) dialog.scrollTop = 500;
  },
};

/** Sideways: steps stand beside one another in a strip, and the strip is at its third. */
const strip: Style = {
  name: 'strip-of-steps',
  family: 'scrolling boxes',
  css: '.strip { display: flex; overflow-x: auto; width: 700px } .strip > section { flex: 0 0 700px }',
  build: (v, w) =>
    `<h1>${w.title}</h1><form><div class="strip"><section><h2>${w.step1}</h2>${first(v, w)}</section><section><h2>${w.step2}</h2>${second(v, w)}</section><section><h2>${w.step3}</h2>${third(v, w)}</section></div><button>${w.review}</button></form>`,
  setup(document) {
    const box = document.querySelector('.strip');
    if (box) box.scrollLeft = 1400;
  },
};

/** Right to left, in Arabic, wider than the window and at its far end. */
const rightToLeft: Style = {
  name: 'right-to-left',
  family: 'right to left',
  languages: ['ar', 'en'],
  dir: 'rtl',
  store: 'AE',
  url: 'https://sellercentral.amazon.ae/promotions/new',
  css: 'main { width: 2200px } fieldset { display: inline-block; width: 640px; vertical-align: top }',
  build: (v, w) =>
    `<h1>${w.title}</h1><form><fieldset><legend>${w.step1}</legend>${first(v, w)}</fieldset><fieldset><legend>${w.step2}</legend>${second(v, w)}</fieldset><fieldset><legend>${w.step3}</legend>${third(v, w)}</fieldset><button>${w.review}</button></form>`,
  setup(document) {
    const scroller = document.scrollingElement;
    if (scroller) scroller.scrollLeft = -1200;
  },
};

/** Steps in `<details>`: the first two closed. */
const details: Style = {
  name: 'details',
  family: 'folded parts',
  build: (v, w) =>
    `<h1>${w.title}</h1><form><details open><summary>${w.step3}</summary>${third(v, w)}</details><details><summary>${w.step1}</summary>${first(v, w)}</details><details><summary>${w.step2}</summary>${second(v, w)}</details><button>${w.review}</button></form>`,
  truth: wizardLast.truth,
};

export const frames: readonly Style[] = [
  fieldsets,
  wizardOpen,
  wizardLast,
  scrollBox,
  dialogScroll,
  strip,
  rightToLeft,
  details,
];

import type { Settings, Style } from '../drawing.ts';
import {
  appliesText,
  claimCodes,
  claimCodeText,
  combinabilities,
  combinabilityText,
  mdy,
  mmddyyyy,
  options,
  selections,
  selectionText,
  tierRows,
  times,
  twelve,
  when,
  wholeCatalogs,
} from '../parts.ts';
import type { Words } from '../words.ts';

/** What is not choices, plainly: label and input. Only the choices differ in this family. */
const plain = (v: Settings, w: Words) => `
<p><label for="pc">${w.percent}</label> <input id="pc" value="${v.percentOff}"> %</p>
<p><label for="mn">${w.atLeast}</label> <input id="mn" value="${v.minimum}"></p>
${tierRows(v, (minimum, percent) => `<p class="tier">${w.atLeast} <input value="${minimum}" aria-label="${w.atLeast}"> ${w.percent} <input value="${percent}" aria-label="${w.percent}"> <a href="#">${w.removeTier}</a></p>`)}
<p><label for="sd">${w.start}</label> <input id="sd" value="${mmddyyyy(v.start)}"> <select>${times(twelve, v.start)}</select></p>
<p><label for="ed">${w.end}</label> <input id="ed" value="${mmddyyyy(v.end)}"> <select>${times(twelve, v.end)}</select></p>
<p><label for="id">${w.desc}</label> <input id="id" value="${v.internalDescription}"></p>
<p><label for="ti">${w.tid}</label> <input id="ti" value="${v.trackingId}"></p>`;

/** Everything that can be chosen, as a list, yes and no too. */
const yesNoLists: Style = {
  name: 'yes-no-lists',
  family: 'yes/no lists',
  languages: ['en', 'de', 'fr', 'zh'],
  build(v, w) {
    const list = (name: string, texts: string[], chosen: string) =>
      `<div class="f"><label>${name}</label><div><select>${options(texts, chosen)}</select></div></div>`;
    return `<h1>${w.title}</h1><form>${list(w.code, claimCodes(w), claimCodeText(v, w))}${list(w.one, [w.no, w.yes], v.onePerCustomer ? w.yes : w.no)}${list(w.combi, combinabilities(w), combinabilityText(v, w))}${list(w.detail, [w.no, w.yes], v.detailPage ? w.yes : w.no)}${list(w.items, selections(w), selectionText(v, w))}${list(w.applies, [w.items, w.additional], appliesText(v, w))}${plain(v, w)}<button>${w.review}</button></form>`;
  },
};

/** Yes and no as radios under a question. */
const yesNoRadios: Style = {
  name: 'yes-no-radios',
  family: 'yes/no radios',
  languages: ['en', 'es', 'pl'],
  build(v, w) {
    const ask = (name: string, texts: string[], chosen: string) =>
      `<div class="q"><p class="name">${name}</p>${texts.map((text) => `<label class="o"><span>${text}</span><input type="radio" name="${name}"${when(text === chosen, ' checked')}></label>`).join('')}</div>`;
    return `<h1>${w.title}</h1><form>${ask(w.items, selections(w).slice(1), selectionText(v, w))}${ask(w.applies, [w.items, w.additional], appliesText(v, w))}${plain(v, w)}${ask(w.code, claimCodes(w), claimCodeText(v, w))}${ask(w.one, [w.yes, w.no], v.onePerCustomer ? w.yes : w.no)}${ask(w.combi, combinabilities(w), combinabilityText(v, w))}${ask(w.detail, [w.yes, w.no], v.detailPage ? w.yes : w.no)}<button>${w.review}</button></form>`;
  },
};

/** Rows of buttons, the chosen one pressed in. */
const pressed: Style = {
  name: 'pressed-buttons',
  family: 'aria-pressed',
  languages: ['en', 'it'],
  css: '[aria-pressed=true] { background: #036; color: #fff }',
  build(v, w) {
    const bar = (name: string, texts: string[], chosen: string) =>
      `<section><h4>${name}</h4><div role="group" aria-label="${name}">${texts.map((text) => `<button type="button" aria-pressed="${text === chosen}">${text}</button>`).join('')}</div></section>`;
    return `<h1>${w.title}</h1><form>${bar(w.code, claimCodes(w), claimCodeText(v, w))}${bar(w.one, [w.yes, w.no], v.onePerCustomer ? w.yes : w.no)}${bar(w.combi, combinabilities(w), combinabilityText(v, w))}${bar(w.detail, [w.yes, w.no], v.detailPage ? w.yes : w.no)}${bar(w.items, selections(w).slice(1), selectionText(v, w))}${bar(w.applies, [w.items, w.additional], appliesText(v, w))}${plain(v, w)}<button type="submit">${w.review}</button></form>`;
  },
};

/** A single button that is pressed in or not, for what is on or off; the same for switches in the next. */
const toggles: Style = {
  name: 'toggle-buttons',
  family: 'aria-pressed',
  build(v, w) {
    return `<h1>${w.title}</h1><form><div><button type="button" aria-pressed="${v.onePerCustomer}">${w.one}</button> <button type="button" aria-pressed="${v.detailPage}">${w.detail}</button></div>
<div><div id="cc">${w.code}</div><div role="tablist" aria-labelledby="cc">${claimCodes(w)
      .map(
        (text) =>
          `<span role="tab" tabindex="0" aria-selected="${text === claimCodeText(v, w)}">${text}</span>`,
      )
      .join(' | ')}</div></div>
<div><div id="cb">${w.combi}</div><div role="listbox" aria-labelledby="cb">${combinabilities(w)
      .map((text) => `<div role="option" aria-selected="${text === combinabilityText(v, w)}">${text}</div>`)
      .join('')}</div></div>
<p><label>${w.items} <select>${options(selections(w), selectionText(v, w))}</select></label></p><p><label>${w.applies} <select>${options([w.items, w.additional], appliesText(v, w))}</select></label></p>
${plain(v, w)}<button type="submit">${w.review}</button></form>`;
  },
};

/** Switches with their names beside them. */
const switches: Style = {
  name: 'switches',
  family: 'switches',
  languages: ['en', 'nl'],
  css: '[role=switch] { display: inline-block; width: 40px; height: 20px; border-radius: 10px; background: #bbb } [aria-checked=true] { background: #080 }',
  build(v, w) {
    const turn = (id: string, name: string, on: boolean) =>
      `<div><span id="${id}">${name}</span> <span role="switch" tabindex="0" aria-checked="${on}" aria-labelledby="${id}"></span> <em>${on ? w.yes : w.no}</em></div>`;
    const round = (name: string, texts: string[], chosen: string) =>
      `<div role="radiogroup" aria-label="${name}"><strong>${name}</strong>${texts.map((text) => `<div role="radio" tabindex="0" aria-checked="${text === chosen}">${text}</div>`).join('')}</div>`;
    return `<h1>${w.title}</h1><form>${round(w.code, claimCodes(w), claimCodeText(v, w))}${turn('s1', w.one, v.onePerCustomer)}${round(w.combi, combinabilities(w), combinabilityText(v, w))}${turn('s2', w.detail, v.detailPage)}${round(w.items, selections(w).slice(1), selectionText(v, w))}${round(w.applies, [w.items, w.additional], appliesText(v, w))}${plain(v, w)}<button>${w.review}</button></form>`;
  },
};

/** Ticks under a row's title whose own words say the opposite: ticked means off. */
const offTicks: Style = {
  name: 'ticks-that-switch-off',
  family: 'ticks that switch off',
  build(v, w) {
    const row = (title: string, content: string) =>
      `<div class="a-row"><div class="a-column a-span3"><label class="a-form-label">${title}</label></div><div class="a-column a-span9">${content}</div></div>`;
    const tick = (text: string, on: boolean) => `<input type="checkbox"${when(on, ' checked')}> ${text}`;
    const radios = (name: string, texts: string[], chosen: string) =>
      texts
        .map(
          (text) =>
            `<label><input type="radio" name="${name}"${when(text === chosen, ' checked')}> ${text}</label>`,
        )
        .join('');
    return `<h1>${w.title}</h1><form>${row(w.items, `<select>${options(selections(w), selectionText(v, w))}</select>`)}${row(w.applies, `<select>${options([w.items, w.additional], appliesText(v, w))}</select>`)}${plain(v, w)}${row(w.code, radios('q', claimCodes(w), claimCodeText(v, w)))}${row(w.one, tick('Switch off', !v.onePerCustomer))}${row(w.combi, radios('r', combinabilities(w), combinabilityText(v, w)))}${row(w.detail, tick('Hide', !v.detailPage))}<button>${w.review}</button></form>`;
  },
};

/** The same in other words: "Don't show …", "Allow several …". */
const negatives: Style = {
  name: 'negative-ticks',
  family: 'ticks that switch off',
  build(v, w) {
    const tick = (text: string, on: boolean) =>
      `<p><label><input type="checkbox"${when(on, ' checked')}> ${text}</label></p>`;
    return `<h1>${w.title}</h1><form><p>${w.items} <select aria-label="${w.items}">${options(selections(w), selectionText(v, w))}</select></p><p>${w.applies} <select aria-label="${w.applies}">${options([w.items, w.additional], appliesText(v, w))}</select></p>${plain(v, w)}<p>${w.code} <select aria-label="${w.code}">${options(claimCodes(w), claimCodeText(v, w))}</select></p>${tick('No limit of one redemption per customer', !v.onePerCustomer)}<p>${w.combi} <select aria-label="${w.combi}">${options(combinabilities(w), combinabilityText(v, w))}</select></p>${tick("Don't show detail page display text", !v.detailPage)}<button>${w.review}</button></form>`;
  },
};

/** Help and links inside the labels of options, some of it naming the other options. */
const helpInOptions: Style = {
  name: 'help-in-options',
  family: 'help text in options',
  build(v, w) {
    const helped = (name: string, choices: [string, string][], chosen: string) =>
      `<fieldset><legend>${name} <a href="#help">What's this?</a></legend>${choices.map(([text, help]) => `<label><input type="radio" name="${name}"${when(text === chosen, ' checked')}><span><b>${text}</b> <span class="help">${help}</span></span></label><br>`).join('')}</fieldset>`;
    return `<h1>${w.title}</h1><form><p><label>${w.items} <select>${options(selections(w), selectionText(v, w))}</select></label> <a href="#">Create a new product selection</a></p><p><label>${w.applies} <select>${options([w.items, w.additional], appliesText(v, w))}</select></label></p>${plain(v, w)}
${helped(
  w.code,
  [
    [w.single, 'Each code works once. Unlike a Group code it can\'t be shared. <a href="#">Learn more</a>'],
    [w.group, 'One code for everybody; not Single-use.'],
    [w.none, 'No claim code is needed. <a href="#">Learn more about none</a>'],
  ],
  claimCodeText(v, w),
)}
<p><label><input type="checkbox"${when(v.onePerCustomer, ' checked')}> ${w.one} <a href="#">Learn more</a><br><small>Clear it to let customers redeem a Group code again.</small></label></p>
${helped(
  w.combi,
  [
    [w.pref, 'Combines with Unrestricted codes only.'],
    [w.unres, 'Combines with any Preferential or Unrestricted code.'],
    [w.excl, 'Never combines with another code.'],
  ],
  combinabilityText(v, w),
)}
<p><label><input type="checkbox"${when(v.detailPage, ' checked')}> ${w.detail} <small>Shown to every shopper. <a href="#">See an example</a></small></label></p><button>${w.review}</button></form>`;
  },
};

/** Cards: the inputs are out of sight, a frame marks what is chosen. */
const cards: Style = {
  name: 'cards',
  family: 'cards',
  languages: ['en', 'sv'],
  css: '.cards { display: flex; gap: 12px } .card { border: 2px solid #ccc; padding: 12px; width: 170px; position: relative } .card input { position: absolute; opacity: 0; width: 1px; height: 1px } .card:has(:checked) { border-color: #06c }',
  build(v, w) {
    const deck = (name: string, texts: string[], chosen: string) =>
      `<h3>${name}</h3><div class="cards">${texts.map((text) => `<label class="card"><input type="radio" name="${name}"${when(text === chosen, ' checked')}><strong>${text}</strong><br><span>···</span></label>`).join('')}</div>`;
    const tick = (name: string, on: boolean) =>
      `<label class="card"><input type="checkbox"${when(on, ' checked')}><strong>${name}</strong></label>`;
    return `<h1>${w.title}</h1><form>${deck(w.items, selections(w).slice(1), selectionText(v, w))}${deck(w.applies, [w.items, w.additional], appliesText(v, w))}${plain(v, w)}${deck(w.code, claimCodes(w), claimCodeText(v, w))}<div class="cards">${tick(w.one, v.onePerCustomer)}${tick(w.detail, v.detailPage)}</div>${deck(w.combi, combinabilities(w), combinabilityText(v, w))}<button>${w.review}</button></form>`;
  },
};

/** Dropdowns drawn from buttons, with their lists shut. */
const drawnDropdowns: Style = {
  name: 'drawn-dropdowns',
  family: 'drawn dropdowns',
  languages: ['en', 'tr'],
  css: '.menu { display: none }',
  build(v, w) {
    let n = 0;
    const drop = (name: string, texts: string[], chosen: string) => {
      n += 1;
      return `<div class="row"><span class="name" id="n${n}">${name}</span><button type="button" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="n${n} b${n}" id="b${n}">${chosen}</button><ul class="menu" role="listbox">${texts.map((text) => `<li role="option" aria-selected="${text === chosen}">${text}</li>`).join('')}</ul></div>`;
    };
    return `<h1>${w.title}</h1><form>${drop(w.code, claimCodes(w), claimCodeText(v, w))}${drop(w.one, [w.yes, w.no], v.onePerCustomer ? w.yes : w.no)}${drop(w.combi, combinabilities(w), combinabilityText(v, w))}${drop(w.detail, [w.yes, w.no], v.detailPage ? w.yes : w.no)}${drop(w.items, selections(w), selectionText(v, w))}${drop(w.applies, [w.items, w.additional], appliesText(v, w))}${plain(v, w)}<button type="submit">${w.review}</button></form>`;
  },
};

/** Other words for the same things, the whole catalog's among them. */
const otherWords = (whole: string): Style => ({
  name: `other-words-${whole.toLowerCase().replaceAll(' ', '-')}`,
  family: 'other words',
  build(v, w) {
    const names = ['Choose…', whole, ...selections(w).slice(2)];
    const chosen = v.selection === 'ENTIRE' ? whole : v.selection;
    const tick = (id: string, text: string, on: boolean) =>
      `<p><input type="checkbox" id="${id}"${when(on, ' checked')}><label for="${id}">${text}</label></p>`;
    return `<h1>Create promotion: Percentage Off</h1><form><p><label>Purchased items <select>${options(names, chosen)}</select></label></p><p><label>Discount applies to <select>${options(['Purchased Items', 'Additional Item'], v.appliesTo === 'purchased' ? 'Purchased Items' : 'Additional Item')}</select></label></p>
<p><label>Percentage off <input value="${v.percentOff}"></label></p><p><label>Minimum quantity of items <input value="${v.minimum}"></label></p>
${tierRows(v, (minimum, percent) => `<p>Tier: buy <input value="${minimum}"> get <input value="${percent}">% off <a href="#">Remove</a></p>`)}
<p><label>Starts on <input value="${mdy(v.start)}"></label> at <select>${times(twelve, v.start)}</select></p><p><label>Ends on <input value="${mdy(v.end)}"></label> at <select>${times(twelve, v.end)}</select></p>
<p><label>Internal description (not shown to buyers) <input value="${v.internalDescription}"></label></p><p><label>Tracking ID <input value="${v.trackingId}"></label></p>
<fieldset><legend>Claim code type</legend>${['Single-use codes', 'Group code (multi-use)', 'No claim code']
      .map(
        (text, i) =>
          `<label><input type="radio" name="t"${when(i === claimCodes(w).indexOf(claimCodeText(v, w)), ' checked')}>${text}</label>`,
      )
      .join('')}</fieldset>
${tick('lo', 'Limit to one redemption per customer', v.onePerCustomer)}
<fieldset><legend>Combinability</legend>${combinabilities(w)
      .map(
        (text) =>
          `<label><input type="radio" name="u"${when(text === combinabilityText(v, w), ' checked')}>${text}</label>`,
      )
      .join('')}</fieldset>
${tick('sp', 'Show on product detail page', v.detailPage)}<button>Review promotion</button></form>`;
  },
});

export const choices: readonly Style[] = [
  yesNoLists,
  yesNoRadios,
  pressed,
  toggles,
  switches,
  offTicks,
  negatives,
  helpInOptions,
  cards,
  drawnDropdowns,
  ...wholeCatalogs.map(otherWords),
];

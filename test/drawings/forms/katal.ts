import { marks, root, type Style } from '../drawing.ts';
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
  time,
  twelve,
  when,
} from '../parts.ts';

/** Katal one root deep: the label in a `kat-label`'s root, the input in a `kat-input`'s, radios slotted into theirs. */
const oneRoot: Style = {
  name: 'katal-one-root',
  family: 'Katal, one root',
  languages: ['en', 'de'],
  css: 'kat-label { display: inline-block; width: 260px } .line { margin: 8px 0 }',
  build(v, w) {
    const label = (text: string) =>
      `<kat-label text="${text}">${root(`<label part="label">${text}</label>`)}</kat-label>`;
    const input = (value: string | number) =>
      `<kat-input value="${value}">${root(`<div class="container"><input part="input" value="${value}"></div>`)}</kat-input>`;
    const line = (name: string, content: string) => `<div class="line">${label(name)}${content}</div>`;
    const radios = (name: string, texts: string[], chosen: string) =>
      `<kat-radiobutton-group name="${name}">${texts.map((text) => `<kat-radiobutton label="${text}"><input type="radio" slot="radio" name="${name}"${when(text === chosen, ' checked')}>${root(`<label><slot name="radio"></slot><span>${text}</span></label>`)}</kat-radiobutton>`).join('')}</kat-radiobutton-group>`;
    const checkbox = (text: string, on: boolean) =>
      `<kat-checkbox label="${text}">${root(`<style>${marks}</style><div role="checkbox" tabindex="0" aria-checked="${on}" aria-label="${text}"><span>${text}</span></div>`)}</kat-checkbox>`;
    const dropdown = (chosen: string, texts: string[]) =>
      `<kat-dropdown>${root(`<div role="combobox" tabindex="0" aria-expanded="false"><span>${chosen}</span></div><div role="listbox" hidden>${texts.map((text) => `<div role="option" aria-selected="${text === chosen}">${text}</div>`).join('')}</div>`)}</kat-dropdown>`;
    return `<h1>${w.title}</h1><kat-box>
${line(w.items, dropdown(selectionText(v, w), selections(w)))}
${line(w.atLeast, input(v.minimum))}
${line(w.percent, input(v.percentOff))}
${line(w.applies, dropdown(appliesText(v, w), [w.items, w.additional]))}
${tierRows(v, (minimum, percent) => `<div class="line">${label(w.tiers)} ${w.atLeast} ${input(minimum)} ${w.percent} ${input(percent)} <kat-link label="${w.removeTier}">${root(`<a href="#">${w.removeTier}</a>`)}</kat-link></div>`)}
${line(w.start, input(`${mmddyyyy(v.start)} ${time(v.start, twelve)}`))}
${line(w.end, input(`${mmddyyyy(v.end)} ${time(v.end, twelve)}`))}
${line(w.desc, input(v.internalDescription))}
${line(w.tid, input(v.trackingId))}
${line(w.code, radios('claim', claimCodes(w), claimCodeText(v, w)))}
${line('', checkbox(w.one, v.onePerCustomer))}
${line(w.combi, radios('comb', combinabilities(w), combinabilityText(v, w)))}
${line('', checkbox(w.detail, v.detailPage))}
<kat-button label="${w.review}">${root(`<button type="button">${w.review}</button>`)}</kat-button></kat-box>`;
  },
};

/** Two roots down: a field's own root draws label and control, the control has a root again; the name stands only on the outer host. */
const twoRoots: Style = {
  name: 'katal-two-roots',
  family: 'Katal, two roots',
  languages: ['en', 'es'],
  build(v, w) {
    const field = (name: string, control: string) =>
      `<promo-field label="${name}">${root(`<div class="head">${name}</div><div class="body">${control}</div>`)}</promo-field>`;
    const input = (value: string | number) => `<kat-input>${root(`<input value="${value}">`)}</kat-input>`;
    const picker = (name: string, moment: string) =>
      `<kat-date-picker label="${name}" value="${mdy(moment)}">${root(`<span>${name}</span><kat-input>${root(`<input placeholder="M/D/YYYY" value="${mdy(moment)}">`)}</kat-input><kat-input>${root(`<input placeholder="h:mm AM" value="${time(moment, twelve)}">`)}</kat-input>`)}</kat-date-picker>`;
    const choices = (texts: string[], chosen: string) =>
      `<kat-radio-list>${root(texts.map((text) => `<kat-radio>${root(`<style>${marks}</style><span role="radio" aria-checked="${text === chosen}" tabindex="0"></span><span>${text}</span>`)}</kat-radio>`).join(''))}</kat-radio-list>`;
    const tick = (text: string, on: boolean) =>
      `<kat-tick label="${text}">${root(`<kat-box>${root(`<label><input type="checkbox"${when(on, ' checked')}>${text}</label>`)}</kat-box>`)}</kat-tick>`;
    const list = (texts: string[], chosen: string) =>
      `<kat-select>${root(`<select>${options(texts, chosen)}</select>`)}</kat-select>`;
    return `<h1>${w.title}</h1><div id="app">
${field(w.code, choices(claimCodes(w), claimCodeText(v, w)))}
${tick(w.one, v.onePerCustomer)}
${field(w.combi, choices(combinabilities(w), combinabilityText(v, w)))}
${tick(w.detail, v.detailPage)}
${field(w.percent, input(v.percentOff))}
${field(w.items, list(selections(w), selectionText(v, w)))}
${field(w.applies, list([w.items, w.additional], appliesText(v, w)))}
${field(w.atLeast, input(v.minimum))}
${tierRows(v, (minimum, percent) => field(w.tiers, `${w.atLeast} ${input(minimum)} ${w.percent} ${input(percent)} <button>${w.removeTier}</button>`))}
${picker(w.start, v.start)}
${picker(w.end, v.end)}
${field(w.tid, input(v.trackingId))}
${field(w.desc, input(v.internalDescription))}
<kat-button>${root(`<button>${w.review}</button>`)}</kat-button></div>`;
  },
};

/** The whole app in one root; names are attributes of the hosts, drawn inside their roots by generated text as well. */
const wholeApp: Style = {
  name: 'katal-whole-app',
  family: 'Katal, two roots',
  build(v, w) {
    const input = (name: string, value: string | number) =>
      `<kat-input label="${name}" value="${value}">${root(`<label for="i">${name}</label><input id="i" value="${value}">`)}</kat-input>`;
    const area = (name: string, value: string) =>
      `<kat-textarea label="${name}">${root(`<label for="t">${name}</label><textarea id="t" part="textarea">${value}</textarea>`)}</kat-textarea>`;
    const dropdown = (name: string, texts: string[], chosen: string) =>
      `<kat-dropdown label="${name}" value="${chosen}">${root(`<label id="l">${name}</label><div class="select-header" role="combobox" aria-labelledby="l" tabindex="0">${chosen}<i aria-hidden="true">▾</i></div><div class="options" style="display:none">${texts.map((text) => `<kat-option>${text}</kat-option>`).join('')}</div>`)}</kat-dropdown>`;
    const toggle = (name: string, on: boolean) =>
      `<kat-toggle label="${name}">${root(`<style>${marks}</style><button role="switch" aria-checked="${on}" aria-label="${name}"></button><span>${name}</span>`)}</kat-toggle>`;
    return `<promotion-app>${root(`<style>kat-input, kat-textarea, kat-dropdown, kat-toggle { display: block; margin: 10px }</style><h1>${w.title}</h1><section><h2>${w.step1}</h2>
${dropdown(w.buys, [w.atLeast, w.atLeastAmount, w.every], w.atLeast)}${input(w.atLeast, v.minimum)}
${dropdown(w.items, selections(w), selectionText(v, w))}
${dropdown(w.gets, [w.percent, w.amountOff], w.percent)}${input(w.percent, v.percentOff)}
${dropdown(w.applies, [w.items, w.additional], appliesText(v, w))}
<h4>${w.tiers}</h4>${tierRows(v, (minimum, percent) => `<div>${input(w.atLeast, minimum)}${input(w.percent, percent)}<button aria-label="${w.removeTier}">🗑</button></div>`)}<button>${w.addTier}</button></section>
<section><h2>${w.step2}</h2>${input(`${w.start} (MM/DD/YYYY)`, mmddyyyy(v.start))}${input('Start time', time(v.start, twelve))}${input(`${w.end} (MM/DD/YYYY)`, mmddyyyy(v.end))}${input('End time', time(v.end, twelve))}
${area(w.desc, v.internalDescription)}${input(w.tid, v.trackingId)}</section>
<section><h2>${w.step3}</h2>${dropdown(w.code, claimCodes(w), claimCodeText(v, w))}${toggle(w.one, v.onePerCustomer)}
${dropdown(w.combi, combinabilities(w), combinabilityText(v, w))}${toggle(w.detail, v.detailPage)}</section>
<kat-button label="${w.review}">${root(`<button>${w.review}</button>`)}</kat-button>`)}</promotion-app>`;
  },
};

/** Radios and ticks of a closed kind: the widget's ARIA state on the host itself, its text in light DOM. */
const hostStates: Style = {
  name: 'katal-host-states',
  family: 'Katal, one root',
  build(v, w) {
    const group = (name: string, texts: string[], chosen: string) =>
      `<div role="radiogroup" aria-label="${name}"><p>${name}</p>${texts.map((text) => `<kat-radiobutton role="radio" tabindex="0" aria-checked="${text === chosen}">${root('<span class="dot"></span><slot></slot>')}${text}</kat-radiobutton>`).join('')}</div>`;
    const tick = (text: string, on: boolean) =>
      `<kat-checkbox role="checkbox" tabindex="0" aria-checked="${on}">${root('<span class="box"></span><slot></slot>')}${text}</kat-checkbox>`;
    const input = (name: string, value: string | number) =>
      `<div class="pair"><span id="${name.replace(/\W/g, '')}">${name}</span><kat-input>${root(`<input value="${value}" aria-label="${name}">`)}</kat-input></div>`;
    return `<h1>${w.title}</h1>
${group(w.items, selections(w).slice(1), v.selection === '' ? '' : selectionText(v, w))}
${input(w.atLeast, v.minimum)}${input(w.percent, v.percentOff)}
${group(w.applies, [w.items, w.additional], appliesText(v, w))}
${tierRows(v, (minimum, percent) => `<div class="tier"><b>${w.tiers}</b>${input(w.atLeast, minimum)}${input(w.percent, percent)}<a href="#">${w.removeTier}</a></div>`)}
${input(w.start, `${mmddyyyy(v.start)} ${time(v.start, twelve)}`)}${input(w.end, `${mmddyyyy(v.end)} ${time(v.end, twelve)}`)}
${input(w.desc, v.internalDescription)}${input(w.tid, v.trackingId)}
${group(w.code, claimCodes(w), claimCodeText(v, w))}${tick(w.one, v.onePerCustomer)}
${group(w.combi, combinabilities(w), combinabilityText(v, w))}${tick(w.detail, v.detailPage)}
<button>${w.review}</button>`;
  },
};

export const katal: readonly Style[] = [oneRoot, twoRoots, wholeApp, hostStates];

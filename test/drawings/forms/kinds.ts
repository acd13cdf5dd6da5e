import { root, type Style } from '../drawing.ts';
import {
  claimCodes,
  claimCodeText,
  combinabilities,
  combinabilityText,
  mmddyyyy,
  options,
  selections,
  selectionText,
  times,
  twelve,
  when,
} from '../parts.ts';

const free = 'Free items';
const noPercent = { percentOff: 'absent', tiers: 'absent' } as const;

/** Buy One Get One, as a table of AUI rows. */
const bogoRows: Style = {
  name: 'bogo-rows',
  family: 'Buy One Get One',
  kind: 'bogo',
  css: '.a-column { display: inline-block; width: 260px; vertical-align: top } .a-span9 { width: 500px }',
  build(v, w) {
    const row = (name: string, content: string) =>
      `<div class="a-row"><div class="a-column a-span3"><label class="a-form-label">${name}</label></div><div class="a-column a-span9">${content}</div></div>`;
    const radios = (name: string, texts: string[], chosen: string) =>
      texts
        .map(
          (text) =>
            `<div class="a-radio"><label><input type="radio" name="${name}"${when(text === chosen, ' checked')}><i></i><span class="a-label">${text}</span></label></div>`,
        )
        .join('');
    return `<h1>Create a promotion: Buy One Get One</h1><form>
${row(w.buys, `<select>${options([w.atLeast, w.every], w.atLeast)}</select> <input value="${v.minimum}">`)}
${row(w.items, `<select>${options(selections(w), selectionText(v, w))}</select>`)}
${row(w.gets, `<select><option>${free}</option></select> <input value="1">`)}
${row(w.applies, `<select>${options([w.items, w.additional], v.appliesTo === 'purchased' ? w.items : w.additional)}</select>`)}
${row(w.start, `<input id="startDate" value="${mmddyyyy(v.start)}"> <select id="startTimeNative">${times(twelve, v.start)}</select>`)}
${row(w.end, `<input id="endDate" value="${mmddyyyy(v.end)}"> <select id="endTimeNative">${times(twelve, v.end)}</select>`)}
${row(w.desc, `<input value="${v.internalDescription}">`)}${row(w.tid, `<input value="${v.trackingId}">`)}
${row(w.code, radios('r1', claimCodes(w), claimCodeText(v, w)))}
${row('', `<div class="a-checkbox"><label><input type="checkbox"${when(v.onePerCustomer, ' checked')}><i></i><span class="a-label">${w.one}</span></label></div>`)}
${row(w.combi, radios('r2', combinabilities(w), combinabilityText(v, w)))}
${row('', `<div class="a-checkbox"><label><input type="checkbox"${when(v.detailPage, ' checked')}><i></i><span class="a-label">${w.detail}</span></label></div>`)}
<input type="submit" value="${w.review}"></form>`;
  },
  truth: () => noPercent,
};

/** Buy One Get One of Katal parts, the names in `aria-label`s of the inner controls alone and beside them as plain text. */
const bogoKatal: Style = {
  name: 'bogo-katal',
  family: 'Buy One Get One',
  kind: 'bogo',
  build(v, w) {
    const line = (name: string, inner: string) =>
      `<div><span>${name}</span><kat-control>${root(inner)}</kat-control></div>`;
    const list = (name: string, texts: string[], chosen: string) =>
      line(name, `<select aria-label="${name}">${options(texts, chosen)}</select>`);
    const box = (name: string, value: string | number) =>
      line(name, `<input aria-label="${name}" value="${value}">`);
    const tick = (name: string, on: boolean) =>
      line('', `<label><input type="checkbox"${when(on, ' checked')}> ${name}</label>`);
    return `<h1>Create a promotion: Buy One Get One</h1>
${list(w.items, selections(w), selectionText(v, w))}${box(w.atLeast, v.minimum)}${list(w.gets, [free], free)}${box(free, 1)}${list(w.applies, [w.items, w.additional], v.appliesTo === 'purchased' ? w.items : w.additional)}
${line(w.start, `<input aria-label="${w.start}" value="${mmddyyyy(v.start)}"><select aria-label="Start time">${times(twelve, v.start)}</select>`)}
${line(w.end, `<input aria-label="${w.end}" value="${mmddyyyy(v.end)}"><select aria-label="End time">${times(twelve, v.end)}</select>`)}
${box(w.tid, v.trackingId)}${box(w.desc, v.internalDescription)}${list(w.code, claimCodes(w), claimCodeText(v, w))}${tick(w.one, v.onePerCustomer)}${list(w.combi, combinabilities(w), combinabilityText(v, w))}${tick(w.detail, v.detailPage)}
<kat-button>${root(`<button>${w.review}</button>`)}</kat-button>`;
  },
  truth: () => noPercent,
};

/** Social Media Promo Code: no choice of code, no combinability, a code's text. */
const social: Style = {
  name: 'social',
  family: 'Social Media',
  kind: 'social',
  css: 'form { display: grid; grid-template-columns: 240px 1fr; gap: 6px }',
  build(v, w) {
    const pair = (id: string, name: string, control: string) =>
      `<label for="${id}">${name}</label><div>${control}</div>`;
    return `<h1>Create a promotion: Social Media Promo Code</h1><form>
${pair('a', w.percent, `<input id="a" value="${v.percentOff}">`)}${pair('b', w.items, `<select id="b">${options(selections(w), selectionText(v, w))}</select>`)}
${pair('c', w.start, `<input id="c" value="${mmddyyyy(v.start)}"> <select>${times(twelve, v.start)}</select>`)}${pair('d', w.end, `<input id="d" value="${mmddyyyy(v.end)}"> <select>${times(twelve, v.end)}</select>`)}
${pair('e', w.desc, `<input id="e" value="${v.internalDescription}">`)}${pair('f', w.tid, `<input id="f" value="${v.trackingId}">`)}
${pair('g', w.code, '<input id="g" value="20GARLICX"> <a href="#">Suggest a code</a>')}<span></span><div><input type="checkbox" id="h"${when(v.onePerCustomer, ' checked')}><label for="h">${w.one}</label></div>
<span></span><button>${w.review}</button></form>`;
  },
  truth: () => ({
    claimCode: { atMost: 'group' },
    combinability: 'absent',
    detailPage: 'absent',
    appliesTo: 'absent',
    minimum: 'absent',
    tiers: 'absent',
  }),
};

/** A form of which a part never came: the claim code's place holds a loader. */
const half: Style = {
  name: 'half-loaded',
  family: 'missing parts',
  build(v, w) {
    return `<h1>${w.title}</h1><form><p><label>${w.percent} <input value="${v.percentOff}"></label></p><p><label>${w.items} <select>${options(selections(w), selectionText(v, w))}</select></label></p>
<p><label>${w.start} <input value="${mmddyyyy(v.start)}"></label> <select>${times(twelve, v.start)}</select></p><p><label>${w.end} <input value="${mmddyyyy(v.end)}"></label> <select>${times(twelve, v.end)}</select></p>
<p>${w.code} <span class="loading">…</span></p><p><label>${w.tid} <input value="${v.trackingId}"></label></p><p>${w.combi}: see help</p><button>${w.review}</button></form>`;
  },
  truth: () => ({
    claimCode: 'unclear',
    combinability: 'unclear',
    onePerCustomer: 'absent',
    detailPage: 'absent',
    appliesTo: 'absent',
    minimum: 'absent',
    internalDescription: 'absent',
    tiers: { atMost: 0 },
  }),
};

/** No radio of a group is chosen yet. */
const untouched: Style = {
  name: 'untouched',
  family: 'nothing chosen',
  build(v, w) {
    const radios = (name: string, texts: string[]) =>
      texts.map((text) => `<label><input type="radio" name="${name}">${text}</label>`).join('');
    return `<h1>${w.title}</h1><form><p><label>${w.items} <select>${options(selections(w), w.pick)}</select></label></p><p><label>${w.percent} <input value=""></label></p><p><label>${w.atLeast} <input value=""></label></p>
<p><label>${w.start} <input placeholder="MM/DD/YYYY"></label> <select>${times(twelve, v.start)}</select></p><p><label>${w.end} <input placeholder="MM/DD/YYYY"></label> <select>${times(twelve, v.end)}</select></p>
<p><label>${w.tid} <input></label></p><p><label>${w.desc} <input></label></p><fieldset><legend>${w.code}</legend>${radios('x', claimCodes(w))}</fieldset><p><label><input type="checkbox">${w.one}</label></p><fieldset><legend>${w.combi}</legend>${radios('y', combinabilities(w))}</fieldset><p><label><input type="checkbox">${w.detail}</label></p><button>${w.review}</button></form>`;
  },
  truth: () => ({
    claimCode: { is: 'unset' },
    combinability: { is: 'unset' },
    percentOff: 'unclear',
    minimum: 'unclear',
    start: 'unclear',
    end: 'unclear',
    selection: { is: '' },
    onePerCustomer: { is: false },
    detailPage: { is: false },
    appliesTo: 'absent',
    trackingId: { is: '' },
    internalDescription: { is: '' },
    tiers: { atMost: 0 },
  }),
};

export const kinds: readonly Style[] = [bogoRows, bogoKatal, social, half, untouched];

import type { Style } from '../drawing.ts';
import {
  appliesText,
  claimCodes,
  claimCodeText,
  combinabilities,
  combinabilityText,
  ddmmyyyy,
  mmddyyyy,
  options,
  selections,
  selectionText,
  tierRows,
  times,
  twelve,
  twentyFour,
  when,
  yyyymmdd,
} from '../parts.ts';

/** A definition list. */
const definitions: Style = {
  name: 'definition-list',
  family: 'definition lists',
  languages: ['en', 'zh', 'nl'],
  css: 'dl { display: grid; grid-template-columns: 260px 1fr; gap: 8px } dt { font-weight: bold }',
  build(v, w) {
    const pair = (name: string, content: string) => `<dt>${name}</dt><dd>${content}</dd>`;
    const radios = (name: string, texts: string[], chosen: string) =>
      texts
        .map(
          (text, i) =>
            `<input type="radio" id="${name}${i}" name="${name}"${when(text === chosen, ' checked')}><label for="${name}${i}">${text}</label>`,
        )
        .join(' ');
    return `<h1>${w.title}</h1><form><dl>
${pair(w.code, radios('k', claimCodes(w), claimCodeText(v, w)))}
${pair(w.combi, radios('m', combinabilities(w), combinabilityText(v, w)))}
${pair(w.one, `<input type="checkbox"${when(v.onePerCustomer, ' checked')}>`)}
${pair(w.detail, `<input type="checkbox"${when(v.detailPage, ' checked')}>`)}
${pair(w.items, `<select>${options(selections(w), selectionText(v, w))}</select>`)}
${pair(w.gets, `<select>${options([w.percent, w.amountOff], w.percent)}</select> <input value="${v.percentOff}">`)}
${pair(w.applies, `<select>${options([w.items, w.additional], appliesText(v, w))}</select>`)}
${pair(w.buys, `<select>${options([w.atLeast, w.atLeastAmount, w.every], w.atLeast)}</select> <input value="${v.minimum}">`)}
${pair(w.tiers, `<ol>${tierRows(v, (minimum, percent) => `<li>${w.atLeast} <input value="${minimum}">, ${w.percent} <input value="${percent}"> <button type="button">${w.removeTier}</button></li>`)}</ol>`)}
${pair(w.start, `<input type="datetime-local" value="${v.start}">`)}
${pair(w.end, `<input type="datetime-local" value="${v.end}">`)}
${pair(w.tid, `<input value="${v.trackingId}">`)}
${pair(w.desc, `<input value="${v.internalDescription}">`)}
</dl><button>${w.review}</button></form>`;
  },
};

/** A list of names on the left and a list of controls on the right, lined up by their heights alone. */
const besides: Style = {
  name: 'list-beside-list',
  family: 'label lists',
  languages: ['en', 'sv'],
  css: '.two { display: flex } ul { list-style: none; margin: 0; padding: 0 20px } li { height: 40px; line-height: 40px }',
  build(v, w) {
    const list = (texts: string[], chosen: string) => `<select>${options(texts, chosen)}</select>`;
    const rows: [string, string][] = [
      [w.items, list(selections(w), selectionText(v, w))],
      [w.atLeast, `<input value="${v.minimum}">`],
      [w.percent, `<input value="${v.percentOff}">`],
      [w.applies, list([w.items, w.additional], appliesText(v, w))],
      [w.start, `<input value="${yyyymmdd(v.start)}"><select>${times(twentyFour, v.start)}</select>`],
      [w.end, `<input value="${yyyymmdd(v.end)}"><select>${times(twentyFour, v.end)}</select>`],
      [w.desc, `<input value="${v.internalDescription}">`],
      [w.tid, `<input value="${v.trackingId}">`],
      [w.code, list(claimCodes(w), claimCodeText(v, w))],
      [w.one, list([w.yes, w.no], v.onePerCustomer ? w.yes : w.no)],
      [w.combi, list(combinabilities(w), combinabilityText(v, w))],
      [w.detail, list([w.yes, w.no], v.detailPage ? w.yes : w.no)],
    ];
    return `<h1>${w.title}</h1><form><div class="two"><ul>${rows.map(([name]) => `<li>${name}</li>`).join('')}</ul><ul>${rows.map(([, control]) => `<li>${control}</li>`).join('')}</ul></div>
<h3>${w.tiers}</h3>${tierRows(v, (minimum, percent) => `<div>${w.atLeast} <input value="${minimum}"> ${w.percent} <input value="${percent}"> <a href="#">${w.removeTier}</a></div>`)}<button>${w.review}</button></form>`;
  },
};

/** As above, but the list of names has one more at its end and the controls one search box at their top: row heights tell. */
const shifted: Style = {
  name: 'list-beside-list-shifted',
  family: 'label lists',
  css: '.two { display: flex } ul { list-style: none; margin: 0; padding: 0 20px } li { height: 36px } .top { padding-top: 36px }',
  build(v, w) {
    const rows: [string, string][] = [
      [w.percent, `<input value="${v.percentOff}">`],
      [w.atLeast, `<input value="${v.minimum}">`],
      [w.tid, `<input value="${v.trackingId}">`],
      [w.desc, `<input value="${v.internalDescription}">`],
      [w.start, `<input value="${mmddyyyy(v.start)}"><select>${times(twelve, v.start)}</select>`],
      [w.end, `<input value="${mmddyyyy(v.end)}"><select>${times(twelve, v.end)}</select>`],
      [w.items, `<select>${options(selections(w), selectionText(v, w))}</select>`],
      [w.applies, `<select>${options([w.items, w.additional], appliesText(v, w))}</select>`],
      [w.code, `<select>${options(claimCodes(w), claimCodeText(v, w))}</select>`],
      [w.combi, `<select>${options(combinabilities(w), combinabilityText(v, w))}</select>`],
      [w.one, `<input type="checkbox"${when(v.onePerCustomer, ' checked')}>`],
      [w.detail, `<input type="checkbox"${when(v.detailPage, ' checked')}>`],
    ];
    return `<h2>${w.title}</h2><div class="two"><ul class="top">${rows.map(([name]) => `<li><label>${name}</label></li>`).join('')}<li><label>Preview</label></li></ul><ul><li><input type="search" placeholder="Search settings"></li>${rows.map(([, control]) => `<li>${control}</li>`).join('')}</ul></div>
${tierRows(v, (minimum, percent) => `<p>${w.tiers}: ${w.atLeast} <input value="${minimum}"> ${w.percent} <input value="${percent}"></p>`)}<button>${w.review}</button>`;
  },
};

/** List items with the control first and its name in small print under it. */
const captionsUnder: Style = {
  name: 'captions-under',
  family: 'controls first',
  languages: ['en', 'pl'],
  css: 'ol { list-style: none; display: flex; flex-wrap: wrap; width: 900px } li { width: 280px; margin: 14px 8px } small { display: block; color: #555 }',
  build(v, w) {
    const item = (control: string, name: string) => `<li>${control}<small>${name}</small></li>`;
    const list = (texts: string[], chosen: string) => `<select>${options(texts, chosen)}</select>`;
    return `<h1>${w.title}</h1><form><ol>
${item(list(selections(w), selectionText(v, w)), w.items)}
${item(`<input value="${v.minimum}">`, w.atLeast)}
${item(`<input value="${v.percentOff}"> %`, w.percent)}
${item(list([w.items, w.additional], appliesText(v, w)), w.applies)}
${item(`<input value="${ddmmyyyy(v.start, '.')}"> <select>${times(twentyFour, v.start)}</select>`, w.start)}
${item(`<input value="${ddmmyyyy(v.end, '.')}"> <select>${times(twentyFour, v.end)}</select>`, w.end)}
${item(`<input value="${v.trackingId}">`, w.tid)}
${item(`<input value="${v.internalDescription}">`, w.desc)}
${item(list(claimCodes(w), claimCodeText(v, w)), w.code)}
${item(list(combinabilities(w), combinabilityText(v, w)), w.combi)}
${item(`<input type="checkbox"${when(v.onePerCustomer, ' checked')}>`, w.one)}
${item(`<input type="checkbox"${when(v.detailPage, ' checked')}>`, w.detail)}
</ol>${tierRows(v, (minimum, percent) => `<div>${w.tiers}<br>${w.atLeast} <input value="${minimum}"> ${w.percent} <input value="${percent}"> <a href="#">${w.removeTier}</a></div>`)}<button>${w.review}</button></form>`;
  },
};

/** A CSS grid with every control before its name in the document, and the name drawn left of it. */
const gridControlsFirst: Style = {
  name: 'grid-controls-first',
  family: 'controls first',
  languages: ['en', 'tr'],
  css: '.g { display: grid; grid-template-columns: 280px 1fr; grid-auto-rows: 44px; width: 820px } .c { grid-column: 2 } .n { grid-column: 1 }',
  build(v, w) {
    const rows: [string, string][] = [
      [w.percent, `<input value="${v.percentOff}">`],
      [w.atLeast, `<input value="${v.minimum}">`],
      [w.items, `<select>${options(selections(w), selectionText(v, w))}</select>`],
      [w.applies, `<select>${options([w.items, w.additional], appliesText(v, w))}</select>`],
      [w.code, `<select>${options(claimCodes(w), claimCodeText(v, w))}</select>`],
      [w.combi, `<select>${options(combinabilities(w), combinabilityText(v, w))}</select>`],
      [w.one, `<input type="checkbox"${when(v.onePerCustomer, ' checked')}>`],
      [w.detail, `<input type="checkbox"${when(v.detailPage, ' checked')}>`],
      [
        w.start,
        `<input type="date" value="${v.start.slice(0, 10)}"><input type="time" value="${v.start.slice(11)}">`,
      ],
      [
        w.end,
        `<input type="date" value="${v.end.slice(0, 10)}"><input type="time" value="${v.end.slice(11)}">`,
      ],
      [w.desc, `<input value="${v.internalDescription}">`],
      [w.tid, `<input value="${v.trackingId}">`],
    ];
    return `<h1>${w.title}</h1><form><div class="g">${rows.map(([name, control], i) => `<div class="c" style="grid-row:${i + 1}">${control}</div><div class="n" style="grid-row:${i + 1}">${name}</div>`).join('')}</div>
${tierRows(v, (minimum, percent) => `<div><input value="${minimum}"> ${w.atLeast}, <input value="${percent}"> ${w.percent} <a href="#">${w.removeTier}</a></div>`)}<button>${w.review}</button></form>`;
  },
};

export const lists: readonly Style[] = [definitions, besides, shifted, captionsUnder, gridControlsFirst];

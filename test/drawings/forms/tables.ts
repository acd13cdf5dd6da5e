import type { Style } from '../drawing.ts';
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
} from '../parts.ts';

/** An AUI table: a header cell and a cell of controls in each row, radios drawn over by an icon. */
const auiTable: Style = {
  name: 'aui-table',
  family: 'tables',
  languages: ['en', 'de', 'ja'],
  css: 'th { text-align: left; width: 240px; vertical-align: top } .a-icon { display: inline-block; width: 12px; height: 12px }',
  build(v, w) {
    const radio = (name: string, text: string, chosen: string) =>
      `<div class="a-radio"><label><input type="radio" name="${name}"${when(text === chosen, ' checked')}><i class="a-icon a-icon-radio"></i><span class="a-label a-radio-label">${text}</span></label></div>`;
    const row = (name: string, content: string) =>
      `<tr><th scope="row" class="a-span4">${name}</th><td>${content}</td></tr>`;
    const dropdown = (texts: string[], chosen: string, label: string) =>
      `<span class="a-dropdown-container"><select class="a-native-dropdown" aria-label="${label}">${options(texts, chosen)}</select><span class="a-button a-button-dropdown"><span class="a-button-text" role="button" aria-haspopup="listbox"><span class="a-dropdown-prompt">${chosen}</span></span></span></span>`;
    return `<h1>${w.title}</h1><form action="/promotions/new/preview" method="post">
<h2>${w.step1}</h2><table class="a-keyvalue"><tbody>
${row(w.buys, `${dropdown([w.atLeast, w.atLeastAmount, w.every], w.atLeast, w.buys)} <input class="a-input-text" value="${v.minimum}">`)}
${row(w.items, dropdown(selections(w), selectionText(v, w), w.items))}
${row(w.gets, `${dropdown([w.percent, w.amountOff], w.percent, w.gets)} <input class="a-input-text" value="${v.percentOff}"> %`)}
${row(w.applies, dropdown([w.items, w.additional], appliesText(v, w), w.applies))}
${row(w.tiers, `${tierRows(v, (minimum, percent) => `<div class="tier">${w.atLeast} <input value="${minimum}"> ${w.percent} <input value="${percent}"> <a href="#">${w.removeTier}</a></div>`)}<a href="#">${w.addTier}</a>`)}
</tbody></table>
<h2>${w.step2}</h2><table class="a-keyvalue"><tbody>
${row(w.start, `<input class="a-input-text" value="${mmddyyyy(v.start)}" placeholder="MM/DD/YYYY"> <select>${times(twelve, v.start)}</select>`)}
${row(w.end, `<input class="a-input-text" value="${mmddyyyy(v.end)}" placeholder="MM/DD/YYYY"> <select>${times(twelve, v.end)}</select>`)}
${row(w.desc, `<input class="a-input-text" value="${v.internalDescription}">`)}
${row(w.tid, `<input class="a-input-text" value="${v.trackingId}">`)}
</tbody></table>
<h2>${w.step3}</h2><table class="a-keyvalue"><tbody>
${row(
  w.code,
  claimCodes(w)
    .map((text) => radio('cc', text, claimCodeText(v, w)))
    .join(''),
)}
${row('', `<div class="a-checkbox"><label><input type="checkbox"${when(v.onePerCustomer, ' checked')}><i class="a-icon a-icon-checkbox"></i><span class="a-label">${w.one}</span></label></div>`)}
${row(
  w.combi,
  combinabilities(w)
    .map((text) => radio('co', text, combinabilityText(v, w)))
    .join(''),
)}
${row('', `<div class="a-checkbox"><label><input type="checkbox"${when(v.detailPage, ' checked')}><i class="a-icon a-icon-checkbox"></i><span class="a-label">${w.detail}</span></label></div>`)}
</tbody></table>
<span class="a-button a-button-primary"><span class="a-button-inner"><input class="a-button-input" type="submit" aria-labelledby="rv"><span class="a-button-text" id="rv">${w.review}</span></span></span>
</form>`;
  },
};

/** Tables with their names in a header row over one row of controls; each table's last header holds no control of ours. */
const headerTable: Style = {
  name: 'header-table',
  family: 'header tables',
  languages: ['en', 'fr'],
  css: 'table { border-collapse: collapse } th, td { border: 1px solid #999; padding: 4px; text-align: left }',
  build(v, w) {
    const table = (names: string[], cells: string[]) =>
      `<table><thead><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`;
    const list = (texts: string[], chosen: string) => `<select>${options(texts, chosen)}</select>`;
    const box = (value: string | number) => `<input type="text" size="12" value="${value}">`;
    return `<h1>${w.title}</h1><form>
<h2>${w.step1}</h2>
${table([w.items, w.percent, w.applies, w.tid], [list(selections(w), selectionText(v, w)), `${box(v.percentOff)} %`, list([w.items, w.additional], appliesText(v, w)), box(v.trackingId)])}
${table([w.buys, w.atLeast, w.tiers], [list([w.atLeast, w.every], w.atLeast), box(v.minimum), `${tierRows(v, (minimum, percent) => `<p>${w.atLeast} ${box(minimum)} ${w.percent} ${box(percent)} <button type="button" aria-label="${w.removeTier}">×</button></p>`)}<button type="button">${w.addTier}</button>`])}
<h2>${w.step2}</h2>
${table([w.desc, w.start, w.end], [box(v.internalDescription), `<input type="date" value="${v.start.slice(0, 10)}"> <input type="time" value="${v.start.slice(11)}">`, `<input type="date" value="${v.end.slice(0, 10)}"> <input type="time" value="${v.end.slice(11)}">`])}
<h2>${w.step3}</h2>
${table([w.code, w.combi, w.one, w.detail], [list(claimCodes(w), claimCodeText(v, w)), list(combinabilities(w), combinabilityText(v, w)), `<input type="checkbox"${when(v.onePerCustomer, ' checked')}>`, `<input type="checkbox"${when(v.detailPage, ' checked')}>`])}
<button type="submit">${w.review}</button></form>`;
  },
};

/** A layout table of twenty years ago: bold cells with colons, nested tables, spacer cells, nothing that ties a name to a field. */
const oldLayout: Style = {
  name: 'old-layout',
  family: 'tables',
  languages: ['en', 'it'],
  build(v, w) {
    const line = (name: string, content: string) =>
      `<tr><td width="20"></td><td align="right" nowrap><b>${name}:</b></td><td width="8"></td><td><table cellpadding="0"><tr><td>${content}</td></tr></table></td></tr>`;
    const radios = (name: string, texts: string[], chosen: string) =>
      texts
        .map(
          (text) =>
            `<input type="radio" name="${name}"${when(text === chosen, ' checked')}> ${text}&nbsp;&nbsp;`,
        )
        .join('');
    return `<center><form method="post"><table border="0" cellspacing="4"><tr><td colspan="4"><big>${w.title}</big></td></tr>
<tr><td colspan="4"><hr></td></tr>
${line(w.code, radios('a', claimCodes(w), claimCodeText(v, w)))}
${line(w.combi, radios('b', combinabilities(w), combinabilityText(v, w)))}
${line(w.one, radios('c', [w.yes, w.no], v.onePerCustomer ? w.yes : w.no))}
${line(w.detail, radios('d', [w.yes, w.no], v.detailPage ? w.yes : w.no))}
<tr><td colspan="4"><hr></td></tr>
${line(w.items, `<select>${options(selections(w), selectionText(v, w))}</select>`)}
${line(w.atLeast, `<input size="4" value="${v.minimum}">`)}
${line(w.percent, `<input size="4" value="${v.percentOff}">`)}
${line(w.applies, `<select>${options([w.items, w.additional], appliesText(v, w))}</select>`)}
${tierRows(v, (minimum, percent) => `<tr><td></td><td align="right"><b>${w.tiers}:</b></td><td></td><td>${w.atLeast} <input size="4" value="${minimum}"> ${w.percent} <input size="4" value="${percent}"> <a href="#">${w.removeTier}</a></td></tr>`)}
<tr><td colspan="4"><hr></td></tr>
${line(w.start, `<input size="12" value="${mdy(v.start)}"> <select>${times(twelve, v.start)}</select>`)}
${line(w.end, `<input size="12" value="${mdy(v.end)}"> <select>${times(twelve, v.end)}</select>`)}
${line(w.tid, `<input size="30" value="${v.trackingId}">`)}
${line(w.desc, `<input size="30" value="${v.internalDescription}">`)}
<tr><td colspan="4" align="center"><input type="submit" value="${w.review}"></td></tr></table></form></center>`;
  },
};

/** Rows of names over rows of controls in one table: names at the top of each pair, as in a spreadsheet. */
const namesOverControls: Style = {
  name: 'names-over-controls',
  family: 'header tables',
  build(v, w) {
    const pair = (cells: [string, string][]) =>
      `<tr class="names">${cells.map(([name]) => `<td><span>${name}</span></td>`).join('')}</tr><tr class="controls">${cells.map(([, control]) => `<td>${control}</td>`).join('')}</tr>`;
    const list = (texts: string[], chosen: string) => `<select>${options(texts, chosen)}</select>`;
    return `<h3>${w.title}</h3><form><table width="900">
${pair([
  [w.items, list(selections(w), selectionText(v, w))],
  [w.atLeast, `<input value="${v.minimum}" size="5">`],
  [w.percent, `<input value="${v.percentOff}" size="5">`],
])}
${pair([
  [w.applies, list([w.items, w.additional], appliesText(v, w))],
  [w.tid, `<input value="${v.trackingId}">`],
  [w.desc, `<input value="${v.internalDescription}">`],
])}
${pair([
  [w.start, `<input value="${mmddyyyy(v.start)}" size="11"> ${`<select>${times(twelve, v.start)}</select>`}`],
  [w.end, `<input value="${mmddyyyy(v.end)}" size="11"> ${`<select>${times(twelve, v.end)}</select>`}`],
  [w.one, `<input type="checkbox"${when(v.onePerCustomer, ' checked')}>`],
])}
${pair([
  [w.code, list(claimCodes(w), claimCodeText(v, w))],
  [w.combi, list(combinabilities(w), combinabilityText(v, w))],
  [w.detail, `<input type="checkbox"${when(v.detailPage, ' checked')}>`],
])}
</table>${tierRows(v, (minimum, percent) => `<div>${w.tiers}: ${w.atLeast} <input value="${minimum}"> ${w.percent} <input value="${percent}"> <a href="#">${w.removeTier}</a></div>`)}<p><button>${w.review}</button></p></form>`;
  },
};

export const tables: readonly Style[] = [auiTable, headerTable, oldLayout, namesOverControls];

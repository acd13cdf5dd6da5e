import type { Settings, Style } from '../drawing.ts';
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

const list = (texts: readonly string[], chosen: string, more = '') =>
  `<select${more}>${options(texts, chosen)}</select>`;
const mark = (on: boolean) => when(on, ' checked');

/** Every setting as a title and its control: what the layouts share is the order only. */
function rows(
  v: Settings,
  w: Words,
  group: (name: string, texts: readonly string[], chosen: string) => string,
) {
  return [
    [w.items, list(selections(w), selectionText(v, w))],
    [w.atLeast, `<input inputmode="numeric" value="${v.minimum}">`],
    [w.percent, `<input inputmode="decimal" value="${v.percentOff}">`],
    [w.applies, list([w.items, w.additional], appliesText(v, w))],
    [
      w.start,
      `<input value="${mmddyyyy(v.start)}"> ${list([], '').replace('</select>', `${times(twelve, v.start)}</select>`)}`,
    ],
    [w.end, `<input value="${mmddyyyy(v.end)}"> <select>${times(twelve, v.end)}</select>`],
    [w.desc, `<textarea>${v.internalDescription}</textarea>`],
    [w.tid, `<input value="${v.trackingId}">`],
    [w.code, group('k', claimCodes(w), claimCodeText(v, w))],
    [w.one, `<input type="checkbox"${mark(v.onePerCustomer)}>`],
    [w.combi, group('m', combinabilities(w), combinabilityText(v, w))],
    [w.detail, `<input type="checkbox"${mark(v.detailPage)}>`],
  ] as const;
}

const segments = (_: string, texts: readonly string[], chosen: string) =>
  `<div role="radiogroup">${texts.map((text) => `<button type="button" role="radio" aria-checked="${text === chosen}">${text}</button>`).join('')}</div>`;
const lines = (name: string, texts: readonly string[], chosen: string) =>
  texts
    .map(
      (text, at) =>
        `<p><input type="radio" id="${name}${at}" name="${name}"${mark(text === chosen)}><label for="${name}${at}">${text}</label></p>`,
    )
    .join('');
const cards = (name: string, texts: readonly string[], chosen: string) =>
  texts
    .map(
      (text) =>
        `<label class="card"><span><input type="radio" name="${name}"${mark(text === chosen)}></span><strong>${text}</strong><small>Read how this works before you choose.</small></label>`,
    )
    .join('');

const tiers = (v: Settings, w: Words) =>
  tierRows(
    v,
    (minimum, percent) =>
      `<p><b>${w.tiers}</b> ${w.atLeast} <input value="${minimum}"> ${w.percent} <input value="${percent}"> <button type="button">${w.removeTier}</button></p>`,
  );
const close = (w: Words) => `<p><button>${w.review}</button></p>`;
const style = (name: string, build: Style['build'], more: Partial<Style> = {}): Style => ({
  name,
  family: 'layouts',
  build,
  ...more,
});

/** Only what can be seen counts: what a shut part holds is passed over or read right. */
const maybe = (v: Settings, settings: readonly (keyof Settings)[]) =>
  Object.fromEntries(settings.map((setting) => [setting, { atMost: v[setting] }]));

/** Whole forms in other layouts: titles left in a grid, floats, cards, steps that are folded, two columns. */
export const layouts: readonly Style[] = [
  style(
    'two-column-grid',
    (v, w) =>
      `<h1>${w.title}</h1><form><div class="g">${rows(v, w, lines)
        .map(([title, control]) => `<div class="t">${title}</div><div class="c">${control}</div>`)
        .join('')}</div>${tiers(v, w)}${close(w)}</form>`,
    { css: '.g { display: grid; grid-template-columns: 14em 1fr; gap: 8px }' },
  ),
  style(
    'titles-right',
    (v, w) =>
      `<h1>${w.title}</h1><form>${rows(v, w, segments)
        .map(
          ([title, control]) =>
            `<div class="r"><div class="c">${control}</div><div class="t">${title}</div></div>`,
        )
        .join('')}${tiers(v, w)}${close(w)}</form>`,
    {
      css: '.r { display: flex; flex-direction: row-reverse; justify-content: flex-end; gap: 8px; margin: 10px 0 } .t { width: 14em }',
      truth: (v) =>
        maybe(v, [
          'claimCode',
          'combinability',
          'selection',
          'minimum',
          'percentOff',
          'appliesTo',
          'start',
          'end',
          'trackingId',
          'internalDescription',
          'onePerCustomer',
          'detailPage',
          'tiers',
        ]),
    },
  ),
  style(
    'floated-titles',
    (v, w) =>
      `<h1>${w.title}</h1><form><ul>${rows(v, w, cards)
        .map(([title, control]) => `<li><span class="t">${title}:</span><div class="c">${control}</div></li>`)
        .join('')}</ul>${tiers(v, w)}${close(w)}</form>`,
    {
      css: 'li { list-style: none; overflow: hidden; margin: 10px 0 } .t { float: left; width: 14em } .card { display: block; border: 1px solid #999; padding: 4px; margin: 4px } small { display: block }',
    },
  ),
  style('open-sections', (v, w) => {
    const all = rows(v, w, segments).map(
      ([title, control]) => `<fieldset><legend>${title}</legend>${control}</fieldset>`,
    );
    return `<h1>${w.title}</h1><form><details open><summary>${w.step1}</summary>${all.slice(0, 4).join('')}${tiers(v, w)}</details><details open><summary>${w.step2}</summary>${all.slice(4, 8).join('')}</details><details open><summary>${w.step3}</summary>${all.slice(8).join('')}</details>${close(w)}</form>`;
  }),
  style(
    'shut-third-section',
    (v, w) => {
      const all = rows(v, w, lines).map(([title, control]) => `<div><h4>${title}</h4>${control}</div>`);
      return `<h1>${w.title}</h1><form><details open><summary>${w.step1}</summary>${all.slice(0, 8).join('')}${tiers(v, w)}</details><details><summary>${w.step3}</summary>${all.slice(8).join('')}</details>${close(w)}</form>`;
    },
    { truth: (v) => maybe(v, ['claimCode', 'onePerCustomer', 'combinability', 'detailPage']) },
  ),
  // Two drafts side by side: nobody can say which is sent.
  style(
    'two-drafts',
    (v, w) => {
      const draft = (own: Settings, name: string) =>
        `<section class="d"><h2>${name}</h2>${rows(own, w, (group, texts, chosen) =>
          lines(name + group, texts, chosen),
        )
          .map(([title, control]) => `<div><b>${title}</b> ${control}</div>`)
          .join('')}</section>`;
      const other: Settings = {
        ...v,
        claimCode: v.claimCode === 'single-use' ? 'group' : 'single-use',
        onePerCustomer: !v.onePerCustomer,
        combinability: v.combinability === 'preferential' ? 'unrestricted' : 'preferential',
        percentOff: 100 - v.percentOff,
        selection: 'Spring list 2',
        detailPage: !v.detailPage,
      };
      return `<h1>${w.title}</h1><form><div class="two">${draft(v, 'Draft A')}${draft(other, 'Draft B')}</div>${close(w)}</form>`;
    },
    {
      css: '.two { display: flex; gap: 20px }',
      truth: (v) => ({
        ...maybe(v, ['appliesTo', 'minimum', 'tiers', 'start', 'end', 'trackingId', 'internalDescription']),
        claimCode: 'unclear',
        onePerCustomer: 'unclear',
        combinability: 'unclear',
        percentOff: 'unclear',
        selection: 'unclear',
        detailPage: 'unclear',
      }),
    },
  ),
  // One sentence with gaps to fill in.
  style(
    'sentence',
    (v, w) => {
      const rest = rows(v, w, lines).slice(3);
      return `<h1>${w.title}</h1><form><p>${w.items}: ${list(selections(w), selectionText(v, w))}. ${w.atLeast}: <input value="${v.minimum}" size="3">. ${w.percent}: <input value="${v.percentOff}" size="3"> %.</p>${rest.map(([title, control]) => `<div><label>${title}</label><div>${control}</div></div>`).join('')}${tiers(v, w)}${close(w)}</form>`;
    },
    {
      truth: (v) =>
        maybe(v, [
          'selection',
          'minimum',
          'percentOff',
          'onePerCustomer',
          'detailPage',
          'appliesTo',
          'start',
          'end',
          'trackingId',
          'internalDescription',
          'tiers',
          'claimCode',
          'combinability',
        ]),
    },
  ),
  // What stands left in the page's code is shown right: two fields of a row are swapped by style.
  style(
    'swapped-by-order',
    (v, w) =>
      `<h1>${w.title}</h1><form>${rows(v, w, lines)
        .map(([title, control], at) =>
          at === 1
            ? `<div class="sw"><span>${title}</span><span>${w.percent}</span><input style="order: 2" value="${v.minimum}"><input style="order: 1" value="${v.percentOff}"></div>`
            : at === 2
              ? ''
              : `<div><b>${title}</b> ${control}</div>`,
        )
        .join('')}${tiers(v, w)}${close(w)}</form>`,
    {
      css: '.sw { display: flex } .sw span { order: 0; width: 12em }',
      truth: () => ({ minimum: 'unclear', percentOff: 'unclear' }),
    },
  ),
  // Numbers as digits between buttons, without a field.
  style(
    'steppers',
    (v, w) =>
      `<h1>${w.title}</h1><form>${rows(v, w, segments)
        .map(([title, control], at) =>
          at === 1 || at === 2
            ? `<div><b>${title}</b> <button type="button">−</button><output>${at === 1 ? v.minimum : v.percentOff}</output><button type="button">+</button></div>`
            : `<div><b>${title}</b> ${control}</div>`,
        )
        .join('')}${tiers(v, w)}${close(w)}</form>`,
    { truth: (v) => maybe(v, ['minimum', 'percentOff']) },
  ),
  style(
    'spinbuttons',
    (v, w) =>
      `<h1>${w.title}</h1><form>${rows(v, w, segments)
        .map(([title, control], at) =>
          at === 1 || at === 2
            ? `<div><b>${title}</b> <div role="spinbutton" tabindex="0" aria-valuenow="${at === 1 ? v.minimum : v.percentOff}" aria-valuetext="7">${at === 1 ? v.minimum : v.percentOff}</div></div>`
            : `<div><b>${title}</b> ${control}</div>`,
        )
        .join('')}${tiers(v, w)}${close(w)}</form>`,
    { truth: (v) => maybe(v, ['minimum', 'percentOff']) },
  ),
  style(
    'slider-and-figure',
    (v, w) =>
      `<h1>${w.title}</h1><form>${rows(v, w, lines)
        .map(([title, control], at) =>
          at === 2
            ? `<div><b>${title}</b> <input type="range" min="1" max="99" value="${v.percentOff}"> <output>90 %</output></div>`
            : `<div><b>${title}</b> ${control}</div>`,
        )
        .join('')}${tiers(v, w)}${close(w)}</form>`,
    { truth: (v) => ({ percentOff: v.percentOff === 90 ? { atMost: 90 } : 'unclear' }) },
  ),
  // The drawn list shows another text than the native one beneath it.
  style(
    'stale-native-list',
    (v, w) =>
      `<h1>${w.title}</h1><form>${rows(v, w, lines)
        .map(([title, control], at) =>
          at === 8
            ? `<div><b>${title}</b> <span class="a-dropdown-container"><select class="a-native-dropdown" style="opacity: 0; position: absolute">${options(claimCodes(w), w.single)}</select><span class="a-button"><span class="a-dropdown-prompt">${w.group}</span></span></span></div>`
            : `<div><b>${title}</b> ${control}</div>`,
        )
        .join('')}${tiers(v, w)}${close(w)}</form>`,
    { truth: () => ({ claimCode: 'unclear' }) },
  ),
  // Chips for usual percents stand beside a field that only counts when "Other" is pressed.
  style(
    'percent-chips',
    (v, w) =>
      `<h1>${w.title}</h1><form>${rows(v, w, lines)
        .map(([title, control], at) =>
          at === 2
            ? `<div><b>${title}</b> <button type="button" aria-pressed="false">10%</button><button type="button" aria-pressed="true">${v.percentOff}%</button><button type="button" aria-pressed="false">Other</button> <input value="5"></div>`
            : `<div><b>${title}</b> ${control}</div>`,
        )
        .join('')}${tiers(v, w)}${close(w)}</form>`,
    { truth: (v) => ({ percentOff: { atMost: v.percentOff } }) },
  ),
];

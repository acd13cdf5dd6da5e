import type { Settings, Style } from '../drawing.ts';
import { claimCodes, claimCodeText, when } from '../parts.ts';
import type { Words } from '../words.ts';
import { css, stacked } from './oddities.ts';

const radio = (name: string, text: string, on: boolean) =>
  `<label><input type="radio" name="${name}"${when(on, ' checked')}> ${text}</label>`;
const safe = (w: Words) =>
  `<div class="label">${w.code}</div>${claimCodes(w)
    .map((text) => radio('c', text, text === w.single))
    .join('')}`;
const shown = (w: Words) => `<b>${w.code}</b> <i>● ${w.group}</i>`;
const chosen = (v: Settings, w: Words) =>
  `<div class="label">${w.code}</div>${claimCodes(w)
    .map((text) => radio('c', text, text === claimCodeText(v, w)))
    .join('')}`;

/** A safe choice that nobody sees, hidden in one way, beside what is shown. */
const ghost = (name: string, style: string, inner = ''): Style => ({
  name: `ghost-${name}`,
  family: 'out of sight',
  css: `${css} ${inner}`,
  build: (v, w) =>
    stacked(v, w, {
      code: `<div class="field"><div class="ghost" style="${style}">${safe(w)}</div>${shown(w)}</div>`,
    }),
  truth: () => ({ claimCode: 'unclear' }),
});

/** The same field with a style that hides nothing. */
const plain = (name: string, style: string, truth?: Style['truth']): Style => ({
  truth,
  name: `shown-${name}`,
  family: 'in sight',
  css,
  build: (v, w) =>
    stacked(v, w, { code: `<div class="field"><div style="${style}">${chosen(v, w)}</div></div>` }),
});

const clear = 'linear-gradient(transparent, transparent)';
const box = 'position: absolute; background: #fff; z-index: 5';

/** Parts that are drawn away by masks, clips and other blocks, and harmless masks and blocks beside them. */
export const hiddenParts: readonly Style[] = [
  ghost('masked', `mask-image: ${clear}; -webkit-mask-image: ${clear}`),
  ghost('masked-to-nothing', 'mask: linear-gradient(#000 0 0) 0 0 / 0 0 no-repeat; position: absolute'),
  ghost('masked-rgba', 'mask: linear-gradient(rgba(0,0,0,0), rgba(0, 0, 0, 0)); position: absolute'),
  ghost('clip-inset', 'clip-path: inset(50%); position: absolute'),
  ghost('clip-inset-sides', 'clip-path: inset(0 100% 0 0); position: absolute'),
  ghost('clip-circle', 'clip-path: circle(0); position: absolute'),
  ghost('clip-polygon', 'clip-path: polygon(0 0, 0 0, 0 0); position: absolute'),
  ghost('clip-line', 'clip-path: polygon(0 0, 100% 0, 0 0); position: absolute'),
  ghost('clip-away', 'clip-path: inset(-500px 0 500px 0); position: absolute'),
  ghost('filtered', 'filter: opacity(0); position: absolute'),
  ghost('scaled', 'transform: scale(0); position: absolute'),
  ghost('turned', 'transform: rotateY(90deg); position: absolute'),
  ghost('tiny-letters', 'font-size: 0', '.ghost input { position: absolute; left: -9999px }'),
  ghost('unfolded', 'height: 0; overflow: hidden'),
  ghost('skipped', 'content-visibility: hidden'),
  // The whole field lies behind another block.
  {
    name: 'behind-a-block',
    family: 'out of sight',
    css,
    build: (v, w) =>
      stacked(v, w, {
        code: `<div class="field" style="position: relative; height: 60px">${safe(w)}<div style="${box}; inset: 0">${shown(w)}</div></div>`,
      }),
    truth: () => ({ claimCode: 'unclear' }),
  },
  {
    name: 'behind-a-picture',
    family: 'out of sight',
    css,
    build: (v, w) =>
      stacked(v, w, {
        code: `<div class="field" style="position: relative; height: 60px">${safe(w)}<svg style="position: absolute; inset: 0; width: 100%; height: 60px"><rect width="100%" height="60" fill="#fff"/><text x="10" y="30">${w.code}: ${w.group}</text></svg></div>`,
      }),
    truth: () => ({ claimCode: 'unclear' }),
  },
  {
    name: 'behind-a-later-block',
    family: 'out of sight',
    css,
    build: (v, w) =>
      stacked(v, w, {
        code: `<div style="height: 60px">${safe(w)}</div><div style="position: relative; margin-top: -60px; height: 60px; background: #fff">${shown(w)}</div>`,
      }),
    truth: () => ({ claimCode: 'unclear' }),
  },
  {
    name: 'percent-behind-a-figure',
    family: 'out of sight',
    css,
    build: (v, w) =>
      stacked(v, w, {
        percent: `<div class="field"><div class="label">${w.percent}</div><span style="position: relative; display: inline-block"><input value="${v.percentOff > 50 ? 20 : v.percentOff}"><span style="${box}; inset: 0">90</span></span></div>`,
      }),
    truth: () => ({ percentOff: 'unclear' }),
  },
  // A block lies over the whole form, and another form is drawn on it.
  {
    name: 'form-behind-a-form',
    family: 'out of sight',
    css,
    build: (v, w) =>
      `<div style="position: relative">${stacked(v, w)}<div style="${box}; inset: 0"><h2>${w.title}</h2><p>${w.code}: ${w.group}</p><p>${w.percent}: 90</p></div></div>`,
    truth: (v) => ({
      claimCode: 'unclear',
      percentOff: 'unclear',
      onePerCustomer: 'unclear',
      combinability: 'unclear',
      selection: 'unclear',
      detailPage: 'unclear',
      appliesTo: { atMost: v.appliesTo },
      minimum: { atMost: v.minimum },
      tiers: { atMost: v.tiers },
      start: { atMost: v.start },
      end: { atMost: v.end },
      trackingId: { atMost: v.trackingId },
      internalDescription: { atMost: v.internalDescription },
    }),
  },
  plain('masked-solid', 'mask: linear-gradient(#000, #000)'),
  plain('masked-edge', 'mask-image: linear-gradient(to right, #000 90%, transparent)', (v) => ({
    claimCode: { atMost: v.claimCode },
  })),
  plain('clip-round', 'clip-path: inset(0 round 4px)'),
  plain('clip-wide', 'clip-path: polygon(0 0, 100% 0, 100% 100%, 0 100%)'),
  plain('filtered-none', 'filter: opacity(1) drop-shadow(0 0 1px #999)'),
  // Usual screen-reader styling: the native control is clipped away, its label and a drawn mark are seen.
  {
    name: 'shown-clipped-inputs',
    family: 'in sight',
    css: `${css} .field input[type=radio], .field input[type=checkbox] { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden } label::before { content: "○ " } label:has(:checked)::before { content: "◉ " }`,
    build: (v, w) => stacked(v, w),
  },
  // A clear veil that catches presses, as a busy sign does: all can be seen.
  {
    name: 'shown-through-a-veil',
    family: 'in sight',
    css,
    build: (v, w) =>
      `<div style="position: relative">${stacked(v, w)}<div style="position: absolute; inset: 0; background: rgba(255, 255, 255, 0.4)"></div></div>`,
  },
  // A header and a footer stay where they are while the form scrolls under them.
  {
    name: 'shown-under-sticky-bars',
    family: 'in sight',
    css,
    build: (v, w) =>
      `<div style="position: fixed; inset: 0 0 auto 0; height: 160px; background: #232f3e; z-index: 9"></div><div style="padding-top: 100px">${stacked(v, w)}</div><div style="position: fixed; inset: auto 0 0 0; height: 120px; background: #eee; z-index: 9"></div>`,
  },
];

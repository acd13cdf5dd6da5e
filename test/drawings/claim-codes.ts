import { codesOthers } from './claim-codes/others.ts';
import { codesTables } from './claim-codes/tables.ts';
import { type CodesDrawing, type CodesStyle, type DrawnGroup, openRoots } from './drawing.ts';
import { frame, header } from './frame.ts';
import { when } from './parts.ts';
import { type Language, type Words, words } from './words.ts';

/** A group before it is drawn. */
export type ToldGroup = Omit<DrawnGroup, 'mark'>;

const group = (name: string, quantity: number, ready = true, text = String(quantity)): ToldGroup => ({
  name,
  quantity,
  ready,
  text,
});

/** What groups stand on a page. The order shown is the one given, which is not always the truth's. */
const lots: Readonly<Record<string, readonly ToldGroup[]>> = {
  plain: [group('Influencers', 100), group('Vipon', 50), group('Spare', 25, false)],
  'one-name': [group('December', 100), group('December', 40), group('December', 7, false)],
  numbers: [group('Batch 2', 1000, true, '1,000'), group('2026', 30), group('Ready', 12), group('Total', 9)],
  none: [],
};

/** The form for a new group above the list; without it only the heading tells what page this is. */
const createForm = (w: Words) =>
  `<form method="post"><p><label for="new-name">${w.groupName}</label> <input id="new-name"></p><p><label for="new-count">${w.qty}</label> <input id="new-count"></p><button>${w.create}</button></form><p>Refresh the page to get an updated status.</p>`;

/** One page of a style; a bare one has no form for a new group. */
export function drawCodes(
  style: CodesStyle,
  language: Language,
  told: readonly ToldGroup[],
  lot: string,
  isBare: boolean,
): CodesDrawing {
  const groups = told.map((each, i) => ({ ...each, mark: `data-row="${i}"` }));
  const w = words[language];
  const list = style.build(groups, w);
  return {
    name: `codes-${style.name}/${language}/${lot}${when(isBare, '-bare')}`,
    family: `claim codes: ${style.family}`,
    language,
    url: 'https://sellercentral.amazon.com/promotions/claim-codes?promotionId=A2KA67KJQ3R6VT',
    html: frame({
      lang: w.lang,
      title: w.manage,
      css: style.css ?? '',
      header: header('US'),
      main: isBare || style.ownCreate ? list : list.replace(/<\/h[12]>/, (end) => `${end}${createForm(w)}`),
    }),
    groups: groups.map(({ name, quantity, ready }, i) => ({
      name,
      quantity: style.quantity === false ? null : quantity,
      download: ready ? String(i) : null,
    })),
    setup: openRoots,
  };
}

export const codesStyles: readonly CodesStyle[] = [...codesTables, ...codesOthers];

/**
 * Every style of the page of claim codes in each of its languages with each lot of groups; one more without
 * the form for a new group.
 */
export const codesDrawings: readonly CodesDrawing[] = codesStyles.flatMap((style) =>
  (style.languages ?? (['en'] as const)).flatMap((language) => [
    ...Object.entries(lots).map(([lot, told]) => drawCodes(style, language, told, lot, false)),
    ...(style.ownCreate ? [] : [drawCodes(style, language, lots['one-name'] ?? [], 'one-name', true)]),
  ]),
);

import { codesOthers } from './claim-codes/others.ts';
import { codesTables } from './claim-codes/tables.ts';
import { type CodesDrawing, type CodesStyle, type DrawnGroup, openRoots } from './drawing.ts';
import { frame, header } from './frame.ts';
import { type Language, words } from './words.ts';

type Told = Omit<DrawnGroup, 'mark'>;

const group = (name: string, quantity: number, ready = true, text = String(quantity)): Told => ({
  name,
  quantity,
  ready,
  text,
});

/** What groups stand on a page. The order shown is the one given, which is not always the truth's. */
const lots: Readonly<Record<string, readonly Told[]>> = {
  plain: [group('Influencers', 100), group('Vipon', 50), group('Spare', 25, false)],
  'one-name': [group('December', 100), group('December', 40), group('December', 7, false)],
  numbers: [group('Batch 2', 1000, true, '1,000'), group('2026', 30), group('Ready', 12), group('Total', 9)],
  none: [],
};

function drawing(style: CodesStyle, language: Language, lot: string): CodesDrawing {
  const groups = (lots[lot] ?? []).map((told, i) => ({ ...told, mark: `data-row="${i}"` }));
  const w = words[language];
  return {
    name: `${style.name}/${language}/${lot}`,
    family: style.family,
    language,
    url: 'https://sellercentral.amazon.com/promotions/claim-codes?promotionId=A2KA67KJQ3R6VT',
    html: frame({
      lang: w.lang,
      title: w.manage,
      css: style.css ?? '',
      header: header('US'),
      main: style.build(groups, w),
    }),
    groups: groups.map((told, i) => ({
      name: told.name,
      quantity: style.quantity === false ? null : told.quantity,
      download: told.ready ? String(i) : null,
    })),
    setup: openRoots,
  };
}

/** Every style of the page of claim codes in each of its languages with each lot of groups. */
export const codesDrawings: readonly CodesDrawing[] = [...codesTables, ...codesOthers].flatMap((style) =>
  (style.languages ?? (['en'] as const)).flatMap((language) =>
    Object.keys(lots).map((lot) => drawing(style, language, lot)),
  ),
);

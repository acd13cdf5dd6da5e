import {
  type FormDrawing,
  openRoots,
  type Setting,
  type Settings,
  type Style,
  type Truths,
} from './drawing.ts';
import { choices } from './forms/choices.ts';
import { contradictions } from './forms/contradictions.ts';
import { dates } from './forms/dates.ts';
import { foreignGroups } from './forms/foreign-groups.ts';
import { frames } from './forms/frames.ts';
import { hiddenParts } from './forms/hidden-parts.ts';
import { katal } from './forms/katal.ts';
import { kinds } from './forms/kinds.ts';
import { layouts } from './forms/layouts.ts';
import { lists } from './forms/lists.ts';
import { oddities } from './forms/oddities.ts';
import { stores } from './forms/stores.ts';
import { switches } from './forms/switches.ts';
import { tables } from './forms/tables.ts';
import { frame, header } from './frame.ts';
import { values } from './values.ts';
import { type Language, words } from './words.ts';

const styles: readonly Style[] = [
  ...tables,
  ...katal,
  ...lists,
  ...frames,
  ...choices,
  ...dates,
  ...oddities,
  ...stores,
  ...kinds,
  ...switches,
  ...hiddenParts,
  ...contradictions,
  ...foreignGroups,
  ...layouts,
];

const everywhere: Setting[] = [
  'claimCode',
  'onePerCustomer',
  'combinability',
  'percentOff',
  'selection',
  'detailPage',
  'appliesTo',
  'minimum',
  'tiers',
  'start',
  'end',
  'trackingId',
  'internalDescription',
];

function drawing(style: Style, language: Language, named: string): FormDrawing {
  const chosen = values[named];
  if (!chosen) throw new Error(`No values are named ${named}.`);
  const store = style.store ?? 'US';
  const v: Settings = { ...chosen, budget: { orders: 0 }, store, kind: style.kind ?? 'percentage-off' };
  const plain = Object.fromEntries(everywhere.map((setting) => [setting, { is: v[setting] }]));
  const truth = {
    ...plain,
    budget: 'absent',
    store: { is: store },
    kind: { is: v.kind },
    ...style.truth?.(v),
  } as Truths;
  const w = words[language];
  const html = frame({
    lang: w.lang,
    dir: style.dir,
    title: w.title,
    css: style.css ?? '',
    header: style.header ?? header(store),
    main: style.build(v, w),
  });
  return {
    name: `${style.name}/${language}/${named}`,
    family: style.family,
    language,
    url: style.url ?? 'https://sellercentral.amazon.com/promotions/new',
    html,
    truth,
    setup(document) {
      openRoots(document);
      style.setup?.(document);
    },
  };
}

/** Every style in each of its languages with each set of values. */
export const formDrawings: readonly FormDrawing[] = styles.flatMap((style) =>
  (style.languages ?? (['en'] as const)).flatMap((language) =>
    Object.keys(values).map((named) => drawing(style, language, named)),
  ),
);

import { type Charset, type ColumnGuess, noColumns, type PeopleList, type PeopleOfList } from '../../files';
import type { Had, ListPlan } from '../pool';

/** What becomes of somebody who has a code already. */
export type IfHad = 'skip' | 'old' | 'another';

/** What the seller says of a list. */
export interface ListForm {
  readonly columns: ColumnGuess;
  /** Of whoever has a code of this promotion, and of another one of the same product. */
  readonly hadHere: IfHad;
  readonly hadElsewhere: IfHad;
  /** Whoever is named again gets a code for each row. */
  readonly each: boolean;
  /** The channel of all who have none of their own. */
  readonly channel: string;
  /** Codes are too few: give to the first ones. */
  readonly first: boolean;
}

export type ListStage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'refused'; readonly text: string }
  | {
      readonly kind: 'preview';
      readonly list: PeopleList;
      readonly who: PeopleOfList;
      readonly plan: ListPlan;
      /** A line of a file that does not tell its character set, to judge by. */
      readonly charset: { readonly used: Charset; readonly sample: string } | null;
      /** How far giving out has come; null before. */
      readonly giving: { readonly done: number; readonly total: number } | null;
      readonly remark: string | null;
      readonly fault: string | null;
    }
  | {
      readonly kind: 'given';
      /** The act; null where everybody had a code already. */
      readonly issuance: string | null;
      readonly count: number;
      /** The file that was downloaded. */
      readonly file: string;
      readonly remark: string | null;
    };

export interface ListState {
  readonly form: ListForm;
  readonly stage: ListStage;
}

export type PreviewStage = Extract<ListStage, { kind: 'preview' }>;

export const emptyListForm: ListForm = {
  ...{ columns: noColumns, hadHere: 'skip', hadElsewhere: 'skip', each: false, channel: '', first: false },
};

/** Who of a list gets a code, in order, and who is shown the old one. */
export interface Wanted {
  /** Numbers of people. */
  readonly give: readonly number[];
  readonly show: ReadonlyMap<number, Had>;
  /** How many have a code of this promotion, and of another one of the same product. */
  readonly here: number;
  readonly elsewhere: number;
}

/** What the form comes to for each person of a list. */
export function wantedOf(promotionId: string, { who, plan }: PreviewStage, form: ListForm): Wanted {
  const give: number[] = [];
  const show = new Map<number, Had>();
  let here = 0;
  let elsewhere = 0;
  for (const i of who.people.keys()) {
    const had = plan.had[i] ?? null;
    if (!had) {
      give.push(i);
      continue;
    }
    const isHere = had.promotionId === promotionId;
    if (isHere) here++;
    else elsewhere++;
    const then = isHere ? form.hadHere : form.hadElsewhere;
    if (then === 'another') give.push(i);
    // What was used or canceled is nothing to send to anybody.
    else if (then === 'old' && had.state === 'issued' && !had.used) show.set(i, had);
  }
  return { give, show, here, elsewhere };
}

import { hands } from './hands.ts';
import * as hard from './hard.ts';
import * as mild from './mild.ts';
import type { Mutant, Mutation } from './mutant.ts';

const light: readonly Mutation[] = [
  mild.recase,
  mild.punctuate,
  mild.explainLabels,
  mild.addHelp,
  mild.hashClasses,
  mild.renameGuessed,
  mild.wrap,
  mild.shuffleSelects,
];
const medium: readonly Mutation[] = [
  ...light,
  mild.renameAll,
  mild.dropIds,
  mild.shuffleRows,
  mild.shuffleOptions,
  mild.rerender,
  hard.moveSections,
  hard.hiddenTwin,
  mild.addSummary,
];
const strong: readonly Mutation[] = [
  ...medium,
  hard.reword,
  hard.disabledCopy,
  hard.decoyForm,
  hard.radiosToAria,
  hard.checkboxToSwitch,
  hard.drawDropdowns,
  hard.radiosToSelect,
  hard.fold,
  hard.notThereYet,
];
const harsh: readonly Mutation[] = [
  ...strong,
  hard.translateHalf,
  hard.inputToComponent,
  hard.labelsBeforeRadios,
  hard.radiosWithoutNames,
  hard.unwrapBlocks,
  hard.decoyWithin,
  hard.dropForm,
];

/**
 * What a mutant of each severity goes through: so many changes, drawn from these, and so many in another
 * hand. The sixth is another hand alone, to see what each of them costs.
 */
const plans: readonly [count: number, from: readonly Mutation[], inAnotherHand: number][] = [
  [2, light, 0],
  [4, medium, 0],
  [6, strong, 0],
  [8, harsh, 1],
  [14, harsh, 2],
  [2, light, 2],
];

/** How many severities there are, the mildest being 1. */
export const severities = plans.length;

/** The changes of another hand, by name. */
export const handNames: readonly string[] = hands.map(({ name }) => name);

/** Changes a page; `severity` from 1. */
export function mutate(mutant: Mutant, severity: number): string[] {
  const [count, from, inAnotherHand] = plans[severity - 1] as (typeof plans)[number];
  const drawn = mutant.random.shuffle(from).slice(0, count);
  // The second of a kind comes last: were the first to go after it, the second would be the true one.
  // Parts of a block that is gone are no row to move as one: a title would come to stand before another's field.
  const chosen = [
    ...drawn.filter((each) => each === hard.moveSections),
    ...drawn.filter((each) => each !== hard.decoyWithin && each !== hard.moveSections),
    ...mutant.random.shuffle(hands).slice(0, inAnotherHand),
    ...drawn.filter((each) => each === hard.decoyWithin),
  ];
  for (const mutation of chosen) mutation(mutant);
  return chosen.map((mutation) => mutation.name);
}

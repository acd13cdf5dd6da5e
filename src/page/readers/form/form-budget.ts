import type { FormReadings, Reading } from '../../../domain/reading';
import { type Control, homes } from '../../dom/controls';
import { closestAcross, outer } from '../../dom/shadow';
import { isSaid } from '../../dom/visibility';
import type { Terms } from '../../labels';
import { evidenceOf, locate } from '../../locate/locate';
import { isInDoubt, wordAfter, wordBefore } from '../../locate/nearby';
import { notRead, valueIn } from '../../locate/not-read';
import type { Scene } from '../../locate/scene';
import { hasDigit, moneyIn } from '../../values/numbers';
import { labelMatch, matchTerm } from '../../values/text';
import { readAmount } from './form-amount';

type Budget = NonNullable<FormReadings['budget']>;
type Kind = Exclude<Extract<Budget, { kind: 'read' }>['value']['kind'], 'unset'>;

/** The budget of a form, in orders or money; undefined where the form speaks of none. */
export function readBudget(scene: Scene): Budget | undefined {
  if (!speaksOfBudget(scene)) return undefined;
  const { budget, budgetOrders: orders, budgetAmount: amount } = scene.terms;
  const read = readAmount<Kind>(scene, 'budget', budget, { orders, amount }, 'orders', moneyIn);
  return read.kind === 'unread' && read.reason === 'not-found' ? readNamed(scene) : read;
}

/** Whether a label of the form says the word; other parts of a page may have budgets of their own. */
function speaksOfBudget({ controls, words, terms }: Scene): boolean {
  if (controls.some(({ label, role }) => role !== 'action' && labelMatch(label, terms.budget) > 0))
    return true;
  const parts = new Set(controls.map(({ home }) => home));
  return words.some(({ text, node }) => {
    if (labelMatch(text, terms.budget) === 0 || !isSaid(node)) return false;
    const around = node instanceof Element ? node : outer(node);
    return parts.has(around instanceof Element ? closestAcross(around, homes) : null);
  });
}

/** A field without a choice, whose label or unit says what it counts. */
function readNamed(scene: Scene): Reading<{ kind: Kind | 'unset'; value: number | null; text: string }> {
  const { budget, budgetOrders, budgetAmount } = scene.terms;
  const located = locate(scene, { setting: 'budget', roles: ['text'], labels: budget });
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  const { found, evidence } = located;
  const texts = textsOf(scene, found);
  const [orders, money] = [
    texts.flatMap((text) => wordIn(text, budgetOrders)),
    texts.flatMap((text) => wordIn(text, budgetAmount)),
  ];
  const isMoney =
    money.length > 0 ||
    texts.some((text) =>
      /\p{Sc}|\b(?:usd|cad|mxn|aud|sgd|eur|gbp|jpy|inr|brl|pln|sek|try|aed|sar|egp|zar)\b/u.test(text),
    );
  const typed = valueIn(found).trim();
  const value = moneyIn(typed);
  if (
    isMoney === orders.length > 0 ||
    isInDoubt(scene, found, evidence) ||
    (value === null && hasDigit(typed))
  )
    return notRead('ambiguous', found);
  const said = matchTerm(orders[0] ?? '', budgetOrders);
  const unverified = [
    ...(evidence.unverified ?? []),
    ...(orders.length > 0 && !said.sure ? [said.asks] : []),
  ];
  return {
    kind: 'read',
    value: { kind: isMoney ? 'amount' : 'orders', value, text: typed },
    evidence: {
      ...evidenceOf(evidence.signals, evidence.label, null, true),
      ...(unverified.length > 0 ? { unverified } : {}),
    },
    target: found.index,
  };
}

function textsOf(scene: Scene, control: Control): readonly string[] {
  return [control.label, wordBefore(scene, control)?.text ?? '', wordAfter(scene, control)?.text ?? ''];
}

/** The word of ours that a text holds as such: `Budget (number of orders)`, `orders`. */
function wordIn(text: string, terms: Terms): string[] {
  if (text.length > 80) return [];
  return [...terms.keys()]
    .filter((word) => ` ${text.replace(/[()[\]:,]/g, ' ')} `.includes(` ${word} `))
    .slice(0, 1);
}

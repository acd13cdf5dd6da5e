import { wordsOfAction } from '../dom/control-label';
import type { Control } from '../dom/controls';
import { closest, matches } from '../dom/dom';
import { isDisabled, isShown } from '../dom/visibility';
import { type Terms, together, type Vocabulary } from '../labels';
import { fieldsOf, type Scene } from '../locate/scene';

/** The buttons that send the form, and how they were known: by their name, by their place, or not at all. */
export interface ReviewButtons {
  readonly buttons: readonly HTMLElement[];
  readonly by: 'name' | 'place' | null;
}

/** What a button says that leads on from a form. */
const onward: Terms = new Map(
  'next|continue|proceed|go on|save and continue|preview|create promotion|weiter|fortfahren|suivant|continuer|avanti|continua|siguiente|continuar|次へ|続行|下一步|继续|繼續|avançar|volgende|doorgaan|dalej|kontynuuj|nästa|fortsätt|ileri|devam|التالي|متابعة|आगे|जारी रखें'
    .split('|')
    .map((word) => [word, true]),
);

/** What a button begins with that keeps the form for later, or leaves it. */
const notOnward = ['close', 'reset', 'clear', 'save', 'delete', 'discard', 'help'];

/**
 * The buttons that send a form whose button has none of our names: in the form, else below it on the page,
 * where a button that says that it leads on may stand in a bar of its own; else the form's last button,
 * whatever it is called.
 */
export function reviewButtonsOf(form: Scene, page: Scene, words: Terms): ReviewButtons {
  const within = behind(form, form, words);
  const ways = [senders(form, within, words), senders(form, behind(form, page, words), words)];
  // A folded part of the form may end with fields, too; a button before them is one of its parts.
  const end = fieldsOf(form).at(-1)?.index ?? 0;
  const last = within.findLast(({ el, index }) => index > end && matches(el, 'button, input, [role=button]'));
  const placed = ways.find((found) => found.length > 0) ?? (last ? [last] : []);
  return { buttons: placed.map(({ el }) => el), by: placed.length > 0 ? 'place' : null };
}

/** What can be pressed behind the form's last field, and doesn't lead back. */
function behind(form: Scene, { controls, terms }: Scene, words: Terms): Control[] {
  const away = [...terms.wayBack.keys(), ...notOnward];
  const last = fieldsOf(form).findLast(isShown);
  if (!last) return [];
  return controls.filter(
    (each) =>
      each.role === 'action' &&
      each.index > last.index &&
      (leadsOn(each.label, words) || !away.some((word) => each.label.startsWith(word))) &&
      isShown(each) &&
      !isDisabled(each),
  );
}

/** Those that say that they lead on, else those that send the form's own fields. */
function senders(form: Scene, buttons: readonly Control[], words: Terms): readonly Control[] {
  const leads = buttons.filter(({ label }) => leadsOn(label, words));
  if (leads.length > 0) return leads;
  const forms = new Set(fieldsOf(form).map(({ el }) => closest(el, 'form')));
  return buttons.filter(({ el }) => {
    const { form: its, type } = el as HTMLInputElement;
    return (type === 'submit' || type === 'image') && its !== null && forms.has(its);
  });
}

/** "Continue", "Review promotion", "Next: check it". */
function leadsOn(label: string, words: Terms): boolean {
  return [...together(onward, words).keys()].some(
    (word) => label === word || label.startsWith(`${word} `) || label.startsWith(`${word}:`),
  );
}

/** Whether a button leads away from sending, in the page's languages. One that isn't known to is held. */
export function isWayBack(el: HTMLElement, terms: Vocabulary): boolean {
  return terms.wayBack.has(wordsOfAction(el));
}

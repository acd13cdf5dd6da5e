import { wordsOfAction } from './control-label';
import type { Control } from './controls';
import { closest } from './dom';
import { type Terms, together } from './labels';
import { fieldsOf, type Scene } from './nearby';
import { isDisabled, isShown } from './visibility';

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

/** What a button says that leads back, and no more than that. */
const wayBack = new Set(
  'cancel|back|go back|previous|abbrechen|zurück|annuler|retour|annulla|indietro|cancelar|volver|atrás|キャンセル|戻る|取消|返回|voltar|annuleren|terug|anuluj|wstecz|avbryt|tillbaka|iptal|geri|إلغاء|رجوع|रद्द|वापस'.split(
    '|',
  ),
);
/** What a button begins with that leads back, or keeps the form for later. */
const notOnward = [...wayBack, 'close', 'reset', 'clear', 'save', 'delete', 'discard', 'help'];

/**
 * The buttons that send a form whose button has none of our names: in the form, else below it on the page,
 * where a button that says that it leads on may stand in a bar of its own.
 */
export function reviewButtonsOf(form: Scene, page: Scene, words: Terms): ReviewButtons {
  const within = byPlace(form, form, words);
  const placed = within.length > 0 ? within : byPlace(form, page, words);
  return { buttons: placed.map(({ el }) => el), by: placed.length > 0 ? 'place' : null };
}

/** Those behind the form's last field that send its form or say that they lead on. */
function byPlace(form: Scene, { controls }: Scene, words: Terms): Control[] {
  const fields = fieldsOf(form).filter(isShown);
  const last = fields.at(-1);
  if (!last) return [];
  const forms = new Set(fields.map(({ el }) => closest(el, 'form')));
  const behind = controls.filter(
    (each) =>
      each.role === 'action' &&
      each.index > last.index &&
      (leadsOn(each.label, words) || !notOnward.some((word) => each.label.startsWith(word))) &&
      isShown(each) &&
      !isDisabled(each),
  );
  const leads = behind.filter(({ label }) => leadsOn(label, words));
  if (leads.length > 0) return leads;
  return behind.filter(({ el }) => {
    const { form, type } = el as HTMLInputElement;
    return (type === 'submit' || type === 'image') && form !== null && forms.has(form);
  });
}

/** "Continue", "Review promotion", "Next: check it". */
function leadsOn(label: string, words: Terms): boolean {
  return [...together(onward, words).keys()].some(
    (word) => label === word || label.startsWith(`${word} `) || label.startsWith(`${word}:`),
  );
}

/** Whether a button leads away from sending. */
export function isWayBack(el: HTMLElement): boolean {
  return wayBack.has(wordsOfAction(el));
}

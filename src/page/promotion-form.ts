import type { Marketplace } from '../domain/marketplaces';
import type { FormReadings, PromotionKind, Reading } from '../domain/reading';
import type { Teachable } from '../domain/taught';
import { locateChoice, type Options } from './choice';
import type { Control } from './controls';
import { attr, hasAttr, tagOf } from './dom';
import { readAmount } from './form-amount';
import { knownAnchors } from './form-anchors';
import { readMoment } from './form-moment';
import { optionsOf } from './form-options';
import { anyLanguageSays, type Terms, together } from './labels';
import { choiceConcepts } from './labels/concepts';
import {
  actionsCalled,
  type ControlSpec,
  evidenceOf,
  isChecked,
  locate,
  optionTexts,
  selectedText,
} from './locate';
import { isInDoubt, reachInParts, type Scene } from './nearby';
import { nothingRead, notRead, valueIn } from './not-read';
import { formInParts } from './scope';
import { labelMatch, matchTerm, plain } from './text';
import { isShown } from './visibility';

/** Whether a page holds a promotion form, whatever its language: two known ids, or a claim code choice with dates. */
export function holdsPromotionForm(scene: Scene): boolean {
  const { controls, terms } = scene;
  const anchors = controls.filter(({ names }) => names.some((name) => knownAnchors.includes(name)));
  if (anchors.length >= 2) return true;
  const dates = [terms.startDate, terms.endDate].filter(
    (labels) => locate(scene, { roles: ['text'], labels }).found,
  );
  return (
    dates.length === 2 && locateChoice(scene, 'claimCode', optionsOf(terms).claimCode, terms.claimCode).found
  );
}

/** Which promotion the form makes, by its headings. */
export function readPromotionKind(
  headings: readonly string[],
  { terms }: Pick<Scene, 'terms'>,
): PromotionKind {
  const says = (names: Terms) =>
    headings.some((heading) => [...names.keys()].some((name) => heading.includes(name)));
  const kinds = [
    ...(says(terms.typePercent) ? (['percentage-off'] as const) : []),
    ...(says(terms.typeSocial) ? (['social'] as const) : []),
    ...(says(terms.typeBogo) ? (['bogo'] as const) : []),
  ];
  return kinds.length === 1 ? (kinds[0] as PromotionKind) : 'unknown';
}

/** Reads the whole form, setting by setting with a pause after each. What can't be read says why; nothing is guessed. */
export function* promotionFormInParts(
  page: Scene,
  marketplace: Marketplace | null,
): Generator<void, FormReadings> {
  const scene = yield* formInParts(page);
  yield;
  if (!scene) return nothingRead;
  yield* reachInParts(scene);
  const { terms } = scene;
  const options = optionsOf(terms);
  const order = marketplace?.dateOrder ?? 'ymd';
  const reads: { readonly [K in keyof FormReadings]: () => FormReadings[K] } = {
    claimCode: () => choice(scene, 'claimCode', options.claimCode, terms.claimCode, (chosen) => chosen),
    discount: () => readAmount(scene, 'discount', terms.buyerGets, options.discountKind, 'percent'),
    onePerCustomer: () => checkbox(scene, 'onePerCustomer', terms.onePerCustomer),
    combinability: () =>
      choice(scene, 'combinability', options.combinability, terms.combinability, (chosen, offered) => ({
        chosen,
        exclusiveOffered: offered.includes('exclusive'),
      })),
    productSelection: () => readSelection(scene),
    detailPage: () => checkbox(scene, 'detailPage', terms.detailPage),
    appliesTo: () => choice(scene, 'appliesTo', options.appliesTo, terms.appliesTo, (chosen) => chosen),
    minimum: () => readAmount(scene, 'minimum', terms.buyerPurchases, options.purchaseKind, 'quantity'),
    tiers: () => readTiers(scene),
    start: () =>
      readMoment(
        scene,
        { setting: 'start', knownNames: ['startDate'], labels: terms.startDate },
        ['startTimeNative'],
        order,
      ),
    end: () =>
      readMoment(
        scene,
        { setting: 'end', knownNames: ['endDate'], labels: terms.endDate },
        ['endTimeNative'],
        order,
      ),
    trackingId: () =>
      text(scene, { setting: 'trackingId', labels: terms.trackingId, likelyName: /tracking/i }),
    internalDescription: () =>
      text(scene, {
        setting: 'internalDescription',
        knownNames: ['internalDescription'],
        labels: terms.internalDescription,
      }),
  };
  const readings: Partial<Record<keyof FormReadings, Reading<unknown>>> = {};
  for (const setting of Object.keys(reads) as (keyof FormReadings)[]) {
    readings[setting] = reads[setting]();
    yield;
  }
  return readings as FormReadings;
}

function text(scene: Scene, spec: Omit<ControlSpec, 'roles'>): Reading<string> {
  const located = locate(scene, { ...spec, roles: ['text'] });
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  const { found, evidence } = located;
  if (isInDoubt(scene, found, evidence)) return notRead('ambiguous', found);
  return { kind: 'read', value: valueIn(found), evidence, target: found.index };
}

function checkbox(scene: Scene, setting: Teachable, labels: Terms): Reading<boolean> {
  const located = locate(scene, { setting, roles: ['checkbox'], labels });
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  const { found, evidence } = located;
  const value = isInDoubt(scene, found, evidence) ? null : isChecked(found);
  return value === null
    ? notRead('ambiguous', found)
    : { kind: 'read', value, evidence, target: found.index };
}

function choice<K extends string, T>(
  scene: Scene,
  setting: Teachable,
  options: Options<K>,
  labels: Terms,
  value: (chosen: K | 'unset', offered: readonly K[]) => T,
): Reading<T> {
  const found = locateChoice(scene, setting, options, labels, scene.terms.selectOne);
  if (!found.found) return notRead(found.reason, found.target);
  const { chosen, offered, control, evidence } = found;
  // Something is chosen that we have no word for: to call it right or wrong would be a guess.
  if (chosen === null) return notRead('ambiguous', control);
  return { kind: 'read', value: value(chosen, offered), evidence, target: control.index };
}

function readSelection(scene: Scene): FormReadings['productSelection'] {
  const { terms } = scene;
  // "Applies to" offers an option of the same name as this label; its own label tells them apart.
  const located = locate(scene, {
    setting: 'productSelection',
    roles: ['select'],
    labels: terms.purchasedItems,
    likelyName: /selection|product.?list/i,
  });
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  const { found, evidence } = located;
  const name = selectedText(found);
  if (name === null || isInDoubt(scene, found, evidence)) return notRead('ambiguous', found);
  const shown = plain(name);
  const entire = matchTerm(shown, terms.entireCatalog);
  const unset = name === '' || isPrompt(found) || anyLanguageSays('selectOne', shown);
  const kind = entire.grade > 0 ? 'entire' : unset ? 'unset' : 'list';
  if (kind !== 'list') return { kind: 'read', value: { kind, name }, evidence, target: found.index };
  // No seller calls a list so: this is another setting's control, or the catalog in another language.
  if (choiceConcepts.some((concept) => anyLanguageSays(concept, shown))) return notRead('ambiguous', found);
  // A name among other choices is a list's; alone it may be a prompt in words we don't know.
  const unsure = tagOf(found.el) !== 'SELECT' || !offersMore(found, terms);
  const rests = unsure ? { ...evidence, unverified: [...(evidence.unverified ?? []), name] } : evidence;
  return { kind: 'read', value: { kind, name }, evidence: rests, target: found.index };
}

/** An option that stands for nothing: without a value, or one that can't be chosen again. */
function isPrompt({ el }: Control): boolean {
  const option = el instanceof HTMLSelectElement ? el.selectedOptions[0] : undefined;
  return (
    option !== undefined && (attr(option, 'value') === '' || option.disabled || hasAttr(option, 'hidden'))
  );
}

/** Whether the prompt or the whole catalog is among the other options, so that the chosen one is neither. */
function offersMore(control: Control, terms: Scene['terms']): boolean {
  return optionTexts(control).some(
    (text) => text === '' || terms.selectOne.has(text) || matchTerm(text, terms.entireCatalog).grade > 0,
  );
}

/** Tiers are known by their buttons: each further tier brings its own "Remove Tier". */
function readTiers(scene: Scene): FormReadings['tiers'] {
  const { terms } = scene;
  const removes = (control: Control) =>
    labelMatch(control.label, terms.removeTier) > 0 || anyLanguageSays('removeTier', control.label);
  const actions = scene.controls.filter((control) => control.role === 'action');
  const further = actions.filter((control) => removes(control) && isShown(control));
  const [add, second] = actionsCalled(scene, terms.addTier);
  const any = add ?? further[0];
  if (!any) return notRead('not-found', null);
  // Two places to add tiers: which of the further ones are this promotion's?
  if (second) return notRead('ambiguous', any);
  // A button beside it that we have no word for may be the one of a further tier.
  const unknown = actions.some(
    (control) =>
      control.field === add?.field && control.index < add.index && !removes(control) && isShown(control),
  );
  if (unknown) return notRead('ambiguous', any);
  const names = together(terms.addTier, terms.removeTier);
  const evidence = evidenceOf(['buttons'], any.label, matchTerm(any.label, names), false);
  return { kind: 'read', value: 1 + further.length, evidence, target: any.index };
}

import type { Marketplace } from '../../../domain/marketplaces';
import type { FormReadings, PromotionKind, Reading } from '../../../domain/reading';
import type { Teachable } from '../../../domain/taught';
import { ownLabel } from '../../dom/control-label';
import type { Control } from '../../dom/controls';
import { attr, hasAttr } from '../../dom/dom';
import { isDisabled, isShown } from '../../dom/visibility';
import { anyLanguageSays, type Terms } from '../../labels';
import { choiceConcepts } from '../../labels/concepts';
import { groupTitle, locateChoice, type Options, radioGroups } from '../../locate/choice';
import { knownAnchors } from '../../locate/known-ids';
import {
  type ControlSpec,
  evidenceOf,
  isChecked,
  locate,
  optionTexts,
  selectedText,
  weighInParts,
} from '../../locate/locate';
import { isInDoubt, reachInParts } from '../../locate/nearby';
import { notRead, valueIn } from '../../locate/not-read';
import type { Scene } from '../../locate/scene';
import { settle } from '../../locate/settle';
import { dateIn } from '../../values/dates';
import { matchTerm, plain } from '../../values/text';
import { saysEntireCatalog } from './entire-catalog';
import { readAmount } from './form-amount';
import { readBudget } from './form-budget';
import { momentsInParts } from './form-moment';
import { optionsOf } from './form-options';
import { inForceInParts } from './in-force';
import { inSightInParts } from './in-sight';
import { spokenAgainstInParts } from './spoken-against';
import { boxOf, readTick } from './ticks';
import { readTiers } from './tiers';

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

/** What is read one by one; the dates tell each other how they are written, and tiers are what no other setting is. */
type Single = Exclude<keyof FormReadings, 'start' | 'end' | 'tiers'>;

/** Reads the whole form, setting by setting with a pause after each. What can't be read says why; nothing is guessed. */
export function* promotionFormInParts(
  scene: Scene,
  marketplace: Marketplace | null,
): Generator<void, FormReadings> {
  yield* reachInParts(scene);
  const { terms } = scene;
  const options = optionsOf(terms);
  const trackingId: ControlSpec = {
    setting: 'trackingId',
    roles: ['text'],
    labels: terms.trackingId,
    likelyName: /tracking/i,
  };
  const internalDescription: ControlSpec = {
    setting: 'internalDescription',
    roles: ['text'],
    knownNames: ['internalDescription'],
    labels: terms.internalDescription,
  };
  /** What a page may have thousands of. */
  const many: Partial<Record<Single, ControlSpec>> = {
    onePerCustomer: boxOf('onePerCustomer', terms.onePerCustomer),
    detailPage: boxOf('detailPage', terms.detailPage),
    trackingId,
    internalDescription,
  };
  const reads: { readonly [K in Single]-?: () => FormReadings[K] } = {
    claimCode: () => choice(scene, 'claimCode', options.claimCode, terms.claimCode, (chosen) => chosen),
    discount: () => readAmount(scene, 'discount', terms.buyerGets, options.discountKind, 'percent'),
    onePerCustomer: () => readTick(scene, 'onePerCustomer', terms.onePerCustomer),
    combinability: () =>
      choice(scene, 'combinability', options.combinability, terms.combinability, (chosen, offered) => ({
        chosen,
        exclusiveOffered: offered.includes('exclusive'),
      })),
    productSelection: () => readSelection(scene),
    detailPage: () => readTick(scene, 'detailPage', terms.detailPage),
    appliesTo: () => choice(scene, 'appliesTo', options.appliesTo, terms.appliesTo, (chosen) => chosen),
    minimum: () => readAmount(scene, 'minimum', terms.buyerPurchases, options.purchaseKind, 'quantity'),
    trackingId: () => text(scene, trackingId),
    internalDescription: () => text(scene, internalDescription),
    budget: () => readBudget(scene),
  };
  const one: Partial<Record<Single, Reading<unknown> | undefined>> = {};
  for (const setting of Object.keys(reads) as Single[]) {
    const spec = many[setting];
    if (spec) yield* weighInParts(scene, spec);
    one[setting] = reads[setting]();
    yield;
  }
  const moments = yield* momentsInParts(scene, marketplace);
  yield;
  const { budget, ...others } = one as Pick<FormReadings, Single>;
  const settled = settle(scene, {
    ...others,
    ...moments,
    tiers: notRead('not-found', null),
    ...(budget ? { budget } : {}),
  });
  yield;
  const seen = yield* inSightInParts(scene, settled);
  const inForce = yield* inForceInParts(scene, seen);
  const readings = yield* spokenAgainstInParts(scene, inForce);
  return { ...readings, tiers: readTiers(scene, readings) };
}

function text(scene: Scene, spec: ControlSpec): Reading<string> {
  const located = locate(scene, spec);
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  const { found, evidence } = located;
  if (isInDoubt(scene, found, evidence)) return notRead('ambiguous', found);
  // A mere date is likely another field's, unless an id or the seller says whose this one is.
  const isProven = ['id', 'shown'].some((sign) => evidence.signals.includes(sign));
  if (!isProven && dateIn(valueIn(found))?.rest === '') return notRead('ambiguous', found);
  return { kind: 'read', value: valueIn(found), evidence, target: found.index };
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
  if (!located.found) {
    const listed = located.reason === 'not-found' ? readListedSelection(scene) : null;
    return listed ?? notRead(located.reason, located.candidates[0]);
  }
  const { found, evidence } = located;
  const name = selectedText(found);
  if (name === null || isInDoubt(scene, found, evidence) || ticksEntireCatalog(scene))
    return notRead('ambiguous', found);
  const shown = plain(name);
  const everything = saysEntireCatalog(shown);
  const entire = matchTerm(shown, terms.entireCatalog).grade > 0 || everything === 'yes';
  const unset = name === '' || isPrompt(found) || anyLanguageSays('selectOne', shown);
  const kind = entire ? 'entire' : unset ? 'unset' : 'list';
  if (kind !== 'list') return { kind: 'read', value: { kind, name }, evidence, target: found.index };
  // No seller calls a list so: this is another setting's control, or the catalog in another language.
  if (choiceConcepts.some((concept) => anyLanguageSays(concept, shown))) return notRead('ambiguous', found);
  // A name among other choices is a list's; alone it may be a prompt in words we don't know.
  const unsure = everything === 'maybe' || !offersMore(found, terms);
  const rests = unsure ? { ...evidence, unverified: [...(evidence.unverified ?? []), name] } : evidence;
  return { kind: 'read', value: { kind, name }, evidence: rests, target: found.index };
}

/** Whether a tick or radio that is on says that the promotion is for everything, whatever the list shows. */
function ticksEntireCatalog({ controls, terms }: Scene): boolean {
  return controls.some((each) => {
    if (each.role !== 'checkbox' && each.role !== 'radio') return false;
    const said = each.label.replace(/^(?:apply|applies) to /, '');
    const isEverything = terms.entireCatalog.has(said) || saysEntireCatalog(said) === 'yes';
    return isEverything && isChecked(each) === true && isShown(each) && !isDisabled(each);
  });
}

/** Radios below the setting's title, each called by the name of a list. */
function readListedSelection(scene: Scene): FormReadings['productSelection'] | null {
  const { terms } = scene;
  const groups = radioGroups(scene).flatMap((radios) => {
    const [first] = radios;
    const title = first && radios.length > 1 ? groupTitle(scene, first, terms.purchasedItems) : null;
    const isUsable = radios.every((each) => isShown(each) && !isDisabled(each) && each.tied);
    return title && isUsable ? [{ radios, title }] : [];
  });
  const [group, second] = groups;
  if (!group) return null;
  const on = group.radios.filter((each) => isChecked(each) === true);
  const [chosen, other] = on;
  if (second || other || group.radios.some((each) => isChecked(each) === null))
    return notRead('ambiguous', chosen ?? group.radios[0]);
  const evidence = evidenceOf(['choices', 'text before'], group.title.word, group.title, false);
  if (!chosen)
    return {
      kind: 'read',
      value: { kind: 'unset', name: '' },
      evidence,
      target: group.radios[0]?.index ?? -1,
    };
  const everything = saysEntireCatalog(chosen.label);
  const name = ownLabel(chosen.el, 'radio', (text) => text.replace(/\s+/g, ' ').trim()).text;
  if (matchTerm(chosen.label, terms.entireCatalog).grade > 0 || everything === 'yes')
    return { kind: 'read', value: { kind: 'entire', name }, evidence, target: chosen.index };
  if (choiceConcepts.some((concept) => anyLanguageSays(concept, chosen.label)))
    return notRead('ambiguous', chosen);
  const rests =
    everything === 'maybe' ? { ...evidence, unverified: [...(evidence.unverified ?? []), name] } : evidence;
  return { kind: 'read', value: { kind: 'list', name }, evidence: rests, target: chosen.index };
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
    (text) =>
      text === '' ||
      terms.selectOne.has(text) ||
      matchTerm(text, terms.entireCatalog).grade > 0 ||
      saysEntireCatalog(text) === 'yes',
  );
}

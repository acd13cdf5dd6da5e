import { marketplace } from '../../../../src/domain/marketplaces.ts';
import type { Concept } from '../../../../src/page/labels/concepts.ts';
import type { Language } from '../../../../src/page/labels/index.ts';
import { localDateTime } from '../../../../src/page/values/dates.ts';
import { type Setting, stores } from './base.ts';
import { wordFor } from './words.ts';

/** What a reader says: comparable values, null where it says nothing. */
export type Said = Record<Setting, string | null>;

type Find = (setting: Setting, concept: Concept, selector: string) => Element | null;

const ids: Record<string, string> = {
  discountKind: '#c4,#buyerGets',
  discount: '#c5,#discount',
  onePerCustomer: '#c8,#onePerCustomer',
  productSelection: '#c3,#purchasedItems',
  detailPage: '#c10,#detailPage',
  appliesTo: '#c6,#appliesTo',
  minimum: '#c2,#purchaseMinimum',
  start: '#startDate',
  startTime: '#startTimeNative',
  end: '#endDate',
  endTime: '#endTimeNative',
  trackingId: '#c7,#trackingId',
  internalDescription: '#internalDescription',
};

function deep(el: Element | null | undefined): Element | null {
  return el?.shadowRoot?.querySelector('input, [role=checkbox]') ?? el ?? null;
}

/** Selectors written down from the page as it was; radios by their name. */
export function fixedSelectors(language: Language): Said {
  const find: Find = (setting) => deep(document.querySelector(ids[setting] ?? 'none'));
  const radio = (name: string) =>
    textBeside(document.querySelector(`${name}:checked, ${name}[aria-checked=true]`));
  return read(language, find, {
    claimCode: radio('[name=cc]') ?? radio('[name=claimCode]') ?? radio('[data-n=cc]'),
    combinability: radio('[name=comb]') ?? radio('[name=combinability]') ?? radio('[data-n=comb]'),
  });
}

/** The first place on the page that says the label, and the first fitting control behind it. */
export function firstLabel(language: Language): Said {
  const find: Find = (_setting, concept, selector) => behind(wordFor(language, concept), selector);
  const chosen = (concept: Concept, among: readonly Concept[]) => {
    const start = behind(wordFor(language, concept), 'input[type=radio], [role=radio]');
    if (!start) return null;
    const name = start.getAttribute('name');
    const group = name
      ? [...document.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
      : [...(start.parentElement?.parentElement?.querySelectorAll('[role=radio], input[type=radio]') ?? [])];
    const on = group.find(
      (each) => (each as HTMLInputElement).checked || each.getAttribute('aria-checked') === 'true',
    );
    const text = textBeside(on ?? null) ?? '';
    return among.map((each) => wordFor(language, each)).find((word) => has(text, word)) ?? null;
  };
  return read(language, find, {
    claimCode: chosen('claimCode', ['singleUse', 'group', 'none']),
    combinability: chosen('combinability', ['preferential', 'unrestricted', 'exclusive']),
  });
}

const has = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase());

function behind(label: string, selector: string): Element | null {
  const all = [...document.querySelectorAll('*')].flatMap((el) => [
    el,
    ...(el.shadowRoot?.querySelectorAll('*') ?? []),
  ]);
  const at = all.findIndex(
    (el) =>
      [...el.childNodes].some((node) => node.nodeType === 3 && has(node.nodeValue ?? '', label)) ||
      has(el.getAttribute('aria-label') ?? el.getAttribute('label') ?? '', label),
  );
  if (at < 0) return null;
  const inside = (all[at] as Element).closest('label')?.querySelector(selector);
  return inside ?? all.slice(at).find((el) => el.matches(selector)) ?? null;
}

function textBeside(radio: Element | null): string | null {
  if (!radio) return null;
  const text =
    radio.closest('label')?.textContent ??
    (radio as HTMLInputElement).labels?.[0]?.textContent ??
    radio.parentElement?.getAttribute('label') ??
    (radio.textContent || radio.nextSibling?.textContent);
  return text?.trim() ?? null;
}

function read(
  language: Language,
  find: Find,
  radios: { claimCode: string | null; combinability: string | null },
): Said {
  const order = marketplace(stores[language]).dateOrder;
  const is = (text: string | null, concept: Concept) =>
    text !== null && has(text, wordFor(language, concept));
  const value = (el: Element | null) => (el as HTMLInputElement | null)?.value?.trim() ?? null;
  const option = (el: Element | null) =>
    el instanceof HTMLSelectElement ? (el.selectedOptions[0]?.text ?? null) : (el?.textContent ?? null);
  const on = (el: Element | null) =>
    el === null
      ? null
      : String((el as HTMLInputElement).checked ?? el.getAttribute('aria-checked') === 'true');
  const text = 'input[type=text], input:not([type]), textarea';
  const box = 'input[type=checkbox], [role=checkbox], [role=switch]';
  const moment = (setting: 'start' | 'end', concept: Concept) => {
    const date = find(setting, concept, text);
    if (!date) return null;
    const clock = find(`${setting}Time` as Setting, concept, 'select');
    const { date: day, time } = localDateTime(value(date) ?? '', option(clock), order);
    return day && time ? `${day} ${time}` : null;
  };
  const selection = option(find('productSelection', 'purchasedItems', 'select'));
  const amount = Number.parseFloat(value(find('discount', 'buyerGets', text)) ?? '');
  const kind = option(find('discountKind' as Setting, 'buyerGets', 'select'));
  const minimum = value(find('minimum', 'buyerPurchases', text));
  const applies = option(find('appliesTo', 'appliesTo', 'select'));
  return {
    claimCode: is(radios.claimCode, 'singleUse')
      ? 'single-use'
      : is(radios.claimCode, 'group')
        ? 'group'
        : is(radios.claimCode, 'none')
          ? 'none'
          : null,
    discount:
      Number.isNaN(amount) || kind === null
        ? null
        : `${is(kind, 'percentOff') ? 'percent' : 'free'} ${amount}`,
    onePerCustomer: on(find('onePerCustomer', 'onePerCustomer', box)),
    combinability: is(radios.combinability, 'preferential')
      ? 'preferential'
      : is(radios.combinability, 'unrestricted')
        ? 'unrestricted'
        : null,
    productSelection:
      selection === null
        ? null
        : is(selection, 'entireCatalog')
          ? 'entire'
          : is(selection, 'selectOne')
            ? 'unset'
            : `list ${selection}`,
    detailPage: on(find('detailPage', 'detailPage', box)),
    appliesTo: applies === null ? null : is(applies, 'purchasedItems') ? 'purchased' : 'additional',
    minimum: minimum === null ? null : `quantity ${minimum}`,
    tiers: String(
      1 +
        [...document.querySelectorAll('button, a')].filter((el) =>
          has(el.textContent ?? '', wordFor(language, 'removeTier')),
        ).length,
    ),
    start: moment('start', 'startDate'),
    end: moment('end', 'endDate'),
    trackingId: value(find('trackingId', 'trackingId', text)),
    internalDescription: value(find('internalDescription', 'internalDescription', text)),
  };
}

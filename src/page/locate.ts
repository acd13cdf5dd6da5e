import type { Evidence, UnreadReason } from '../domain/reading';
import type { Control, ControlRole } from './controls';
import { labelMatch, plain } from './text';

/** What is known of a control, as data: no single sign is trusted alone unless it is a known id. */
export interface ControlSpec {
  readonly roles: readonly ControlRole[];
  /** Ids or names that public code used on the live page. */
  readonly knownNames?: readonly string[];
  /** A shape its id or name would likely have; never enough by itself. */
  readonly likelyName?: RegExp;
  readonly labels?: readonly string[];
  /** How far the label may stand off, in controls in between. */
  readonly reach?: number;
  /** For selects: each list is one choice; finding two of them is evidence. */
  readonly choices?: readonly (readonly string[])[];
  /** Controls that must not be taken: those already found for something else. */
  readonly not?: readonly Element[];
  /** A control that this one must follow within `reach`. */
  readonly after?: Control | null;
}

export type Located =
  | { readonly found: Control; readonly evidence: Evidence }
  | { readonly found: null; readonly reason: UnreadReason; readonly candidates: readonly Control[] };

interface Scored {
  readonly control: Control;
  readonly score: number;
  readonly signals: readonly string[];
}

const enough = 40;
const margin = 10;

/**
 * Finds the one control that fits a description. Says `ambiguous` where a second one fits about as
 * well, `folded` where the only ones that fit are hidden, `not-found` where none fits.
 */
export function locate(controls: readonly Control[], spec: ControlSpec): Located {
  const scored = controls
    .filter((control) => spec.roles.includes(control.role) && !spec.not?.includes(control.el))
    .map((control) => score(control, spec))
    .filter((each) => each.score >= enough)
    .sort((a, b) => b.score - a.score);
  const shown = scored.filter((each) => isShown(each.control.el));
  const [best, second] = shown;
  if (!best) {
    return {
      found: null,
      reason: scored.length > 0 ? 'folded' : 'not-found',
      candidates: scored.map((each) => each.control),
    };
  }
  if (second && best.score - second.score < margin) {
    return { found: null, reason: 'ambiguous', candidates: shown.map((each) => each.control) };
  }
  const heard = best.control.label || labelBefore(best.control, spec.labels ?? []);
  return { found: best.control, evidence: { signals: best.signals, label: heard } };
}

function score(control: Control, spec: ControlSpec): Scored {
  const signals: string[] = [];
  let total = 0;
  function count(points: number, signal: string): void {
    if (points <= 0) return;
    total += points;
    signals.push(signal);
  }
  if (spec.knownNames && control.names.some((name) => spec.knownNames?.includes(name))) count(60, 'id');
  else if (spec.likelyName && control.names.some((name) => spec.likelyName?.test(name))) count(15, 'name');
  if (spec.labels) {
    const own = 50 * labelMatch(control.label, spec.labels);
    const near = nearScore(control, spec.labels, spec.reach ?? 0);
    count(Math.max(own, near), own >= near ? 'label' : 'text before');
    // A control with a different label of its own is not the one that a text nearby means.
    if (control.role !== 'select' && own === 0 && near > 0 && control.label !== '' && total < 60) total -= 20;
  }
  if (spec.choices && control.role === 'select') {
    const shown = optionTexts(control.el);
    const hits = spec.choices.filter((choice) => shown.some((text) => labelMatch(text, choice) > 0)).length;
    count(hits >= 2 ? 40 : hits * 15, 'choices');
  }
  if (spec.after) {
    const distance = control.index - spec.after.index;
    if (distance < 1 || distance > (spec.reach ?? 0) + 1) total = signals.includes('id') ? total : 0;
    else count(45 - 10 * (distance - 1), 'follows');
  }
  if ((control.el as HTMLInputElement).disabled) total -= 30;
  return { control, score: total, signals };
}

function nearScore(control: Control, labels: readonly string[], reach: number): number {
  let best = 0;
  control.before.forEach(({ text, controlsBetween }, distance) => {
    if (controlsBetween > reach) return;
    const match = labelMatch(text, labels);
    best = Math.max(best, match * (48 - 4 * distance - 3 * controlsBetween));
  });
  return best;
}

function labelBefore(control: Control, labels: readonly string[]): string {
  return control.before.find(({ text }) => labelMatch(text, labels) > 0)?.text ?? '';
}

/** The shown texts of a select's options; of a drawn combobox only the chosen one. */
export function optionTexts(el: HTMLElement): string[] {
  if (el instanceof HTMLSelectElement) return [...el.options].map((option) => plain(option.text));
  return [plain(el.textContent ?? '')];
}

/**
 * Whether the seller can see a control. A styled widget hides its native control, so an invisible
 * control counts as shown where what is drawn for it is.
 */
export function isShown(el: HTMLElement): boolean {
  if (el.checkVisibility({ visibilityProperty: true })) return true;
  const label = (el as HTMLInputElement).labels?.[0];
  const drawn =
    label ??
    el.closest<HTMLElement>('.a-dropdown-container, .a-radio, .a-checkbox') ??
    (el.parentElement?.tagName.includes('-') ? el.parentElement : null);
  return drawn?.checkVisibility({ visibilityProperty: true }) ?? false;
}

/** One of several things to choose from, drawn as radios or as a select. */
export interface Choice<K extends string> {
  readonly found: true;
  /** The chosen key; `unset` where nothing is chosen; null where what is chosen is not a choice we know. */
  readonly chosen: K | 'unset' | null;
  readonly offered: readonly K[];
  readonly control: Control;
  readonly evidence: Evidence;
}

export type LocatedChoice<K extends string> =
  | Choice<K>
  | { readonly found: false; readonly reason: UnreadReason; readonly target: Control | null };

/**
 * Finds a choice by the names of its options. Radios form one choice when they share a name (or, without
 * names, stand together); at least two options must be known ones.
 */
export function locateChoice<K extends string>(
  controls: readonly Control[],
  options: Readonly<Record<K, readonly string[]>>,
  labels: readonly string[],
): LocatedChoice<K> {
  const keys = Object.keys(options) as K[];
  const groups = radioGroups(controls)
    .map((radios) => ({ radios, keyed: keyRadios(radios, options, keys) }))
    .filter(({ keyed }) => new Set(keyed.filter((key) => key !== null)).size >= 2);
  const shown = groups.filter(({ radios }) =>
    radios.some((radio) => isShown(radio.el) && !(radio.el as HTMLInputElement).disabled),
  );
  const named = shown.filter(
    ({ radios }) =>
      nearScore(radios[0] as Control, labels, 0) > 0 || groupNamed(radios[0] as Control, labels),
  );
  const pick = shown.length > 1 && named.length === 1 ? named : shown;
  const [group, second] = pick;
  if (second) return { found: false, reason: 'ambiguous', target: second.radios[0] ?? null };
  if (group) {
    const at = group.radios.findIndex((radio) => isChecked(radio.el));
    const control = group.radios[at] ?? (group.radios[0] as Control);
    return {
      found: true,
      chosen: at < 0 ? 'unset' : (group.keyed[at] ?? null),
      offered: group.keyed.filter((key) => key !== null),
      control,
      evidence: {
        signals: ['choices', ...(named.includes(group) ? ['text before'] : [])],
        label: labels[0] ?? '',
      },
    };
  }
  const list = locate(controls, { roles: ['select'], labels, choices: keys.map((key) => options[key]) });
  if (list.found && list.evidence.signals.includes('choices')) {
    const text = selectedText(list.found.el);
    return {
      found: true,
      chosen: keys.find((key) => labelMatch(text, options[key]) > 0) ?? (text === '' ? 'unset' : null),
      offered: keys.filter((key) =>
        optionTexts((list.found as Control).el).some((shownText) => labelMatch(shownText, options[key]) > 0),
      ),
      control: list.found,
      evidence: list.evidence,
    };
  }
  const hidden = groups[0]?.radios[0] ?? null;
  return {
    found: false,
    reason: hidden ? 'folded' : list.found === null ? list.reason : 'not-found',
    target: hidden,
  };
}

/** Whether a radio or checkbox is on: the native state, or what a drawn one says of itself. */
export function isChecked(el: HTMLElement): boolean {
  return el instanceof HTMLInputElement ? el.checked : el.getAttribute('aria-checked') === 'true';
}

/** The shown text of what a select or drawn combobox has chosen. */
export function selectedText(el: HTMLElement): string {
  if (el instanceof HTMLSelectElement) return plain(el.selectedOptions[0]?.text ?? '');
  return plain(el.textContent ?? '');
}

function keyRadios<K extends string>(
  radios: readonly Control[],
  options: Readonly<Record<K, readonly string[]>>,
  keys: readonly K[],
): (K | null)[] {
  return radios.map((radio) => keys.find((key) => labelMatch(radio.label, options[key]) > 0) ?? null);
}

function groupNamed(first: Control, labels: readonly string[]): boolean {
  const group = first.el.closest('fieldset, [role=radiogroup], [role=group]');
  if (!group) return false;
  const legend =
    group.querySelector(':scope > legend')?.textContent ?? group.getAttribute('aria-label') ?? '';
  return labelMatch(plain(legend), labels) > 0;
}

function radioGroups(controls: readonly Control[]): Control[][] {
  const groups = new Map<string, Control[]>();
  let unnamed = 0;
  let last: Control | null = null;
  for (const control of controls) {
    if (control.role !== 'radio') continue;
    const name = control.el.getAttribute('name') ?? '';
    const form = (control.el as HTMLInputElement).form;
    // Radios without a name belong together while nothing else stands between them.
    if (name === '' && last && control.index !== last.index + 1) unnamed++;
    const key =
      name === '' ? `unnamed ${unnamed}` : `${name} ${form ? [...document.forms].indexOf(form) : -1}`;
    groups.set(key, [...(groups.get(key) ?? []), control]);
    last = control;
  }
  return [...groups.values()];
}

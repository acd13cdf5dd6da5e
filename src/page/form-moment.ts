import type { Marketplace } from '../domain/marketplaces';
import type { FormReadings } from '../domain/reading';
import type { Control } from './controls';
import { localDateTime, parseTime } from './dates';
import { type ControlSpec, locate, optionTexts, selectedText } from './locate';
import { fieldsOf, isInDoubt, looksLikeLabel, type Scene, wordsBetween } from './nearby';
import { notRead, valueIn } from './not-read';
import { isDisabled, isShown } from './visibility';

/** Reads a date field with the clock beside it; `clockNames` are the clock's known ids. */
export function readMoment(
  scene: Scene,
  spec: Omit<ControlSpec, 'roles'>,
  clockNames: readonly string[],
  order: Marketplace['dateOrder'],
): FormReadings['start'] {
  const date = locate(scene, { ...spec, roles: ['text'] });
  if (!date.found) return notRead(date.reason, date.candidates[0]);
  if (isInDoubt(scene, date.found, date.evidence)) return notRead('ambiguous', date.found);
  const clock = clockOf(scene, date.found, clockNames);
  const time = clock && (clock.role === 'select' ? selectedText(clock) : valueIn(clock));
  const value = localDateTime(valueIn(date.found), time, order);
  return { kind: 'read', value, evidence: date.evidence, target: date.found.index };
}

function clockOf(scene: Scene, date: Control, names: readonly string[]): Control | null {
  const fields = fieldsOf(scene);
  const usable = (each: Control) => isShown(each) && !isDisabled(each);
  const known = fields.filter((each) => each.names.some((name) => names.includes(name)) && usable(each));
  if (known.length === 1) return known[0] as Control;
  const next = fields[fields.indexOf(date) + 1];
  if (!next || !usable(next) || (next.role !== 'select' && next.role !== 'text')) return null;
  const apart = wordsBetween(scene, date, next).some(
    ({ text }) => looksLikeLabel(text) && text !== next.label,
  );
  return !apart && looksLikeClock(next) ? next : null;
}

function looksLikeClock(control: Control): boolean {
  const shown = control.role === 'select' ? optionTexts(control) : [valueIn(control)];
  return shown.filter((option) => parseTime(option) !== null).length * 2 > shown.length;
}

import { ENTIRE, type Setting, type Settings, type Truth } from './drawing.ts';

/** `left`: there was nothing that had to be read, and nothing was. */
export type Outcome = 'right' | 'unread' | 'wrong' | 'left';

/** What a reader made of one setting of one drawing. */
export interface Judged {
  readonly drawing: string;
  readonly family: string;
  readonly language: string;
  readonly setting: string;
  readonly outcome: Outcome;
  readonly truth: string;
  readonly read: string;
  /** Wrong, and what was read would be called fine. */
  readonly falseGreen: boolean;
}

/** What a reader says; null where it says nothing. Whole catalogs that it asks about are null too. */
export type Said = { [S in Setting]: Settings[S] | null };

/** Settings that stop a promotion when they are wrong. */
export const blockers: readonly string[] = [
  'claimCode',
  'percentOff',
  'onePerCustomer',
  'combinability',
  'selection',
  'detailPage',
];

/** Compares what was read with the truth. A day without its time counts as unread where the day is right. */
export function outcomeOf<T>(truth: Truth<T>, said: T | null, asked: readonly string[] = []): Outcome {
  const isAsked = (text: string) => asked.includes(text.toLowerCase().replace('’', "'").replace(/:$/, ''));
  if (typeof truth === 'object' && 'asks' in truth)
    return said === null || isAsked(truth.asks) ? 'right' : 'wrong';
  if (truth === 'absent') return said === null ? 'left' : 'wrong';
  if (truth === 'unclear') return said === null ? 'right' : 'wrong';
  const wanted = 'is' in truth ? truth.is : truth.atMost;
  if (said === null) return 'is' in truth ? 'unread' : 'left';
  if (JSON.stringify(said) === JSON.stringify(wanted)) return 'right';
  const isDayOf = typeof said === 'string' && /^\d{4}-\d\d-\d\d$/.test(said);
  return isDayOf && String(wanted).startsWith(said) ? 'unread' : 'wrong';
}

/** Whether a checklist would call this value fine. */
export function isCalm(setting: Setting, said: Said[Setting]): boolean {
  if (said === null) return false;
  switch (setting) {
    case 'claimCode':
      return said === 'single-use';
    case 'combinability':
      return said !== 'unrestricted' && said !== 'unset';
    case 'percentOff':
      return Number(said) >= 1 && Number(said) <= 50;
    case 'selection':
      return said !== ENTIRE && said !== '';
    case 'onePerCustomer':
      return said === true;
    case 'detailPage':
      return said === false;
    case 'appliesTo':
      return said === 'purchased';
    case 'tiers':
      return said === 0;
    default:
      return said !== '';
  }
}

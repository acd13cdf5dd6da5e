import {
  childCountOf,
  closest,
  drawnTextOf,
  findAll,
  isDrawn,
  nextElementOf,
  nextOf,
  parentOf,
  textOf,
} from '../dom/dom';
import type { Terms } from '../labels';
import { labelMatch, plain } from '../values/text';

/**
 * The value that stands beside a label on a read-only page, however the two are laid out: the next cell,
 * the next element, or the rest of the same line. Null where the label is missing or stands there twice
 * with different values.
 */
export function valueBeside(doc: Document, labels: Terms): string | null {
  const values = new Set<string>();
  for (const el of findAll(doc, 'body :is(th, td, dt, label, span, div, b, strong, p, h3, h4, h5)')) {
    if (childCountOf(el) > 1 || labelMatch(plain(textOf(el)), labels) !== 1) continue;
    if (closest(el, 'a, button, select, [role=button]') || !isDrawn(el)) continue;
    const value = besides(el);
    if (value !== '') values.add(value);
  }
  return values.size === 1 ? ([...values][0] as string) : null;
}

function besides(label: HTMLElement): string {
  for (let el: HTMLElement | null = label, up = 0; el && up < 3; el = parentOf(el), up++) {
    const next = nextElementOf(el) as HTMLElement | null;
    if (next) return line(drawnTextOf(next));
    const text = textOf(nextOf(el)).trim();
    if (text) return line(text);
  }
  return '';
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { Checklist } from '../../domain/checks';
import type { PageReading } from '../../page/read-page';
import type { OfferWitness } from '../asks/offers';
import type { Visit } from '../model/visit';
import { listen } from './ears';

/** Notes which control the seller was in, and whether the button that sends the form was pressed. */
export function noticeSeller(
  now: () => {
    readonly reading: PageReading | null;
    readonly checklist: Checklist | null;
    readonly visit: Visit;
  },
  witness: OfferWitness,
  signal: AbortSignal,
): void {
  function notice(event: Event): void {
    const { reading, checklist, visit } = now();
    if (!event.isTrusted || !reading) return;
    const path = new Set(event.composedPath());
    const isIn = (target: number | null | undefined) => {
      const el = reading.inventory.controls[target ?? -1]?.el;
      return el !== undefined && path.has(el);
    };
    if (event.type === 'click') {
      if (reading.reviewButtons.some((button) => path.has(button))) visit.touched.addAll();
      return;
    }
    if (isIn(reading.maxOrderQuantity?.target)) {
      visit.offerTouched = true;
      witness.stop();
    }
    if (isIn(reading.price?.target) || isIn(reading.stock?.target)) {
      visit.priceTouched = true;
      witness.stop();
    }
    if (isIn(reading.productName?.target)) visit.nameTouched = true;
    for (const { id, target } of checklist?.results ?? []) if (isIn(target)) visit.touched.add(id);
    // A script that fills the field in can make a trusted event of it, but no key.
    const field = path.values().next().value;
    if (
      isIn(reading.form?.readings.trackingId.target) &&
      performance.now() - keyedAt < 1000 &&
      field instanceof HTMLInputElement
    )
      visit.typedTrackingId = field.value;
  }
  let keyedAt = Number.NEGATIVE_INFINITY;
  function keyed(event: Event): void {
    if (event.isTrusted) keyedAt = performance.now();
  }
  listen(['keydown', 'paste', 'drop'], keyed, signal);
  listen(['input', 'change', 'click'], notice, signal);
}

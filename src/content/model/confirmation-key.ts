import type { PageReading } from '../../page/read-page';

/** The key under which a max order quantity is confirmed: the store and the product selection's name. */
export function confirmationKey(reading: PageReading): string {
  const selection = reading.form?.readings.productSelection;
  const name = selection?.kind === 'read' && selection.value.kind === 'list' ? selection.value.name : '';
  return [reading.store.account ?? '', reading.store.marketplace?.code ?? '', name].join('|');
}

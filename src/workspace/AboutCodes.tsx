import { useEffect, useId, useRef } from 'preact/hooks';
import type { ImportFault, ImportForm } from '../actions/import-state';
import { type MarketplaceCode, marketplaceCodes } from '../domain/marketplaces';
import type { Promotion } from '../domain/promotion';
import { Field } from '../ui/Field';
import { SentCodes } from './SentCodes';
import { StoreOptions } from './StoreOptions';

interface AboutCodesProps {
  form: ImportForm;
  promotions: readonly Promotion[];
  /** The promotion is here already: what it is like is known or stands in its details. */
  known: boolean;
  fault: ImportFault | null;
  /** A list was read: now is the time to ask for what is missing. */
  asks: boolean;
  onFill: (patch: Partial<ImportForm>) => void;
}

/** What the seller says about the list: its promotion, store, and whether some codes are out already. */
export function AboutCodes({ form, promotions, known, fault, asks, onFill }: AboutCodesProps) {
  const list = useId();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fault) fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fault]);
  const faultOf = (field: keyof ImportForm) => (fault?.field === field ? fault.text : undefined);
  return (
    <div ref={fields} class="about">
      <Field label="Promotion" hint="Its name or its Tracking ID" fault={faultOf('promotion')}>
        {(control) => (
          <input
            {...control}
            class="cc-input"
            type="text"
            maxLength={200}
            autoComplete="off"
            list={list}
            value={form.promotion}
            data-testid="import-promotion"
            onInput={(event) => onFill({ promotion: event.currentTarget.value })}
          />
        )}
      </Field>
      <datalist id={list}>
        {promotions.map((promotion) => (
          <option key={promotion.id} value={promotion.name}>
            {promotion.marketplace ?? 'store not known'}
          </option>
        ))}
      </datalist>
      <Field label="Store">
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={form.marketplace}
            data-testid="import-marketplace"
            onChange={(event) => onFill({ marketplace: storeOf(event.currentTarget.value) })}
          >
            <StoreOptions />
          </select>
        )}
      </Field>
      <Field label="These codes are" class="cc-whole">
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={form.as}
            data-testid="import-as"
            onChange={(event) => onFill({ as: event.currentTarget.value as ImportForm['as'] })}
          >
            <option value="new">new: none was given out yet</option>
            <option value="given-out">all given out already</option>
            <option value="part-given-out">partly given out already</option>
          </select>
        )}
      </Field>
      {form.as !== 'new' && <SentCodes form={form} fault={faultOf('sent')} onFill={onFill} />}
      <details
        class="cc-whole"
        open={
          (asks && !known) ||
          form.group !== '' ||
          form.quantity !== '' ||
          fault?.field === 'quantity' ||
          fault?.field === 'percentOff'
        }
      >
        <summary>{known ? 'Name of this lot, number asked for' : missingWords(form)}</summary>
        <div class="about-more">
          {!known && (
            <>
              <Field
                label="Last working minute"
                hint={form.marketplace ? `${form.marketplace} store time. Empty: unknown` : 'Empty: unknown'}
              >
                {(control) => (
                  <input
                    {...control}
                    class="cc-input"
                    type="datetime-local"
                    value={form.end}
                    data-testid="import-end"
                    onInput={(event) => onFill({ end: event.currentTarget.value })}
                  />
                )}
              </Field>
              <Field label="Percent off" hint="Empty: unknown" fault={faultOf('percentOff')}>
                {(control) => (
                  <input
                    {...control}
                    class="cc-input"
                    inputMode="numeric"
                    autoComplete="off"
                    value={form.percentOff}
                    data-testid="import-percent-off"
                    onInput={(event) => onFill({ percentOff: event.currentTarget.value })}
                  />
                )}
              </Field>
            </>
          )}
          <Field label="Name of this lot" hint="Amazon’s claim code group">
            {(control) => (
              <input
                {...control}
                class="cc-input"
                type="text"
                maxLength={200}
                autoComplete="off"
                value={form.group}
                data-testid="import-group"
                onInput={(event) => onFill({ group: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="Asked for on Amazon" fault={faultOf('quantity')}>
            {(control) => (
              <input
                {...control}
                class="cc-input"
                inputMode="numeric"
                autoComplete="off"
                value={form.quantity}
                data-testid="import-quantity"
                onInput={(event) => onFill({ quantity: event.currentTarget.value })}
              />
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}

/** What a new promotion still lacks. It may stay unknown. */
function missingWords({ end, percentOff }: ImportForm): string {
  const missing = [percentOff.trim() ? '' : 'discount', end ? '' : 'end'].filter(Boolean).join(' and ');
  if (!missing) return 'Discount, end, name of this lot';
  return `${missing[0]?.toUpperCase()}${missing.slice(1)} unknown: fill in what you know`;
}

function storeOf(value: string): MarketplaceCode | '' {
  return marketplaceCodes.find((code) => code === value) ?? '';
}

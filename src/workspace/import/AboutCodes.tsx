import { useEffect, useId, useRef } from 'preact/hooks';
import type { ImportFault, ImportForm } from '../../actions/import/import-state';
import type { ToldState } from '../../domain/codes/code-file';
import { type MarketplaceCode, marketplaceCodes } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { DayTime } from '../../ui/parts/DayTime';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { number } from '../../words/format';
import { StoreOptions } from '../parts/StoreOptions';
import { AlreadySent } from './AlreadySent';

interface AboutCodesProps {
  form: ImportForm;
  promotions: readonly Promotion[];
  /** The promotion is here already: what it is like is known or stands in its details. */
  known: boolean;
  /** A list is there and waits for its promotion. */
  needed: boolean;
  fault: ImportFault | null;
  /** What the list itself says of its codes, where it does. */
  told: readonly ToldState[] | null;
  onFill: (patch: Partial<ImportForm>) => void;
  onSentFile: (file: File) => void;
  /** Enter in one of the fields. */
  onEnter: () => void;
}

/** What the seller says about the list: its promotion, store, and whether some codes are out already. */
export function AboutCodes({
  form,
  promotions,
  known,
  needed,
  fault,
  told,
  onFill,
  onSentFile,
  onEnter,
}: AboutCodesProps) {
  const list = useId();
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (fault) fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fault]);
  const faultOf = (field: keyof ImportForm) => (fault?.field === field ? fault.text : undefined);
  return (
    <fieldset
      ref={fields}
      class="about"
      aria-label="About these codes"
      onKeyDown={(event) => {
        const { target } = event;
        if (event.key !== 'Enter' || event.isComposing) return;
        if (!(target instanceof HTMLInputElement) || target.type === 'file') return;
        // Else the same key would press the button it leads to, unseen.
        event.preventDefault();
        onEnter();
      }}
    >
      <TextField
        label="Promotion"
        hint={needed ? 'Needed: any name you’ll recognize' : 'Any name you’ll recognize'}
        fault={faultOf('promotion')}
        suggestions={list}
        value={form.promotion}
        testId="import-promotion"
        onInput={(text) => onFill({ promotion: text })}
      />
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
      <Field label="These codes are" fault={faultOf('as')} class="cc-whole">
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={form.as}
            data-testid="import-as"
            onChange={(event) => onFill({ as: event.currentTarget.value as ImportForm['as'] })}
          >
            {form.as === 'ask' && <option value="ask">Choose: were some given out already?</option>}
            {told && <option value="told">{toldWords(told)}</option>}
            <option value="new">new: none was given out yet</option>
            <option value="given-out">all given out already</option>
            <option value="part-given-out">partly given out already</option>
          </select>
        )}
      </Field>
      {form.as !== 'new' && form.as !== 'ask' && (
        <AlreadySent
          form={form}
          fault={faultOf('sent')}
          firstFault={faultOf('sentFirst')}
          onFill={onFill}
          onSentFile={onSentFile}
        />
      )}
      <details
        class="cc-whole"
        open={
          form.group !== '' ||
          form.quantity !== '' ||
          fault?.field === 'quantity' ||
          fault?.field === 'percentOff'
        }
      >
        <summary>
          Optional: {known ? 'name of this lot, codes requested' : 'discount, end, name of this lot'}
        </summary>
        <div class="about-more">
          {!known && (
            <>
              <DayTime
                label="Ends"
                hint={form.marketplace ? `${form.marketplace} store time. Empty: unknown` : 'Empty: unknown'}
                value={form.end}
                otherwise="23:59"
                testId="import-end"
                onInput={(end) => onFill({ end })}
              />
              <TextField
                label="Percent off"
                hint="Empty: unknown"
                fault={faultOf('percentOff')}
                digits="numeric"
                value={form.percentOff}
                testId="import-percent-off"
                onInput={(text) => onFill({ percentOff: text })}
              />
            </>
          )}
          <TextField
            label="Codes requested"
            hint="From Amazon"
            fault={faultOf('quantity')}
            digits="numeric"
            value={form.quantity}
            testId="import-quantity"
            onInput={(text) => onFill({ quantity: text })}
          />
          <TextField
            class="cc-whole"
            label="Name of this lot"
            hint="Amazon’s claim code group"
            value={form.group}
            testId="import-group"
            onInput={(text) => onFill({ group: text })}
          />
        </div>
      </details>
    </fieldset>
  );
}

function toldWords(told: readonly ToldState[]): string {
  const out = told.filter((each) => each !== 'left').length;
  return `as the list says: ${number(out)} given out, ${number(told.length - out)} not`;
}

function storeOf(value: string): MarketplaceCode | '' {
  return marketplaceCodes.find((code) => code === value) ?? '';
}

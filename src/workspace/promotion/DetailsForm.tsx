import { useState } from 'preact/hooks';
import { sentenceOf } from '../../actions/words';
import { type MarketplaceCode, marketplace, marketplaceCodes } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { DayTime, leadToHalfDate } from '../../ui/parts/DayTime';
import { Field } from '../../ui/parts/Field';
import { TextField, type TextFieldProps } from '../../ui/parts/TextField';
import { StoreOptions } from '../parts/StoreOptions';
import { clockOf, type Details, detailsOf, judge } from './details';

interface DetailsFormProps {
  promotion: Promotion;
  onSave: (patch: Partial<Promotion>) => Promise<void>;
}

/** A promotion's details, each of which may be unknown. */
export function DetailsForm({ promotion, onSave }: DetailsFormProps) {
  const [typed, setTyped] = useState<Details | null>(null);
  const [fault, setFault] = useState<{ field: keyof Details; text: string } | null>(null);
  const [told, setTold] = useState('');
  const details = typed ?? detailsOf(promotion);
  const fill = (patch: Partial<Details>) => {
    setTyped({ ...details, ...patch });
    setTold('');
    setFault(null);
  };

  async function save(event: Event) {
    event.preventDefault();
    if (leadToHalfDate(event.currentTarget as Element)) return;
    const judged = judge(details, promotion);
    if ('fault' in judged) return setFault(judged.fault);
    try {
      await onSave(judged.patch);
      setTyped(null);
      setTold('Saved.');
    } catch (error) {
      setTold(sentenceOf(error));
    }
  }

  const text = (
    field: Exclude<keyof Details, 'marketplace'>,
    label: string,
    more: Partial<Pick<TextFieldProps, 'longest' | 'placeholder' | 'digits'>> = {},
  ) => (
    <TextField
      {...more}
      label={label}
      fault={fault?.field === field ? fault.text : undefined}
      value={details[field]}
      testId={`details-${field}`}
      onInput={(typed) => fill({ [field]: typed })}
    />
  );
  const date = (field: 'start' | 'end', label: string, otherwise: string) => (
    <DayTime
      label={label}
      fault={fault?.field === field ? fault.text : undefined}
      value={details[field]}
      otherwise={otherwise}
      testId={`details-${field}`}
      onInput={(typed) => fill({ [field]: typed })}
    />
  );
  const clock = details.marketplace
    ? `${details.marketplace} store time`
    : 'your time: the store is not known';
  return (
    <form
      class="panel details"
      aria-labelledby="details-title"
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <h2 id="details-title">Details</h2>
      {text('name', 'Name')}
      {text('trackingId', 'Tracking ID', { placeholder: 'not known' })}
      <Field label="Store">
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={details.marketplace}
            data-testid="details-marketplace"
            onChange={(event) => fill({ marketplace: storeOf(event.currentTarget.value) })}
          >
            <StoreOptions />
          </select>
        )}
      </Field>
      {text('percentOff', 'Percent off', { digits: 'numeric', placeholder: 'not known' })}
      {date('start', 'Starts', '00:00')}
      {date('end', 'Ends (last minute it works)', '23:59')}
      {text('productName', 'Product', { placeholder: 'not known' })}
      {text('price', priceLabel(details.marketplace), { digits: 'decimal', placeholder: 'not known' })}
      <div class="cc-whole">
        {text('productLink', 'Link to the product', { longest: 500, placeholder: 'https://' })}
      </div>
      <p class="cc-hint cc-whole">
        Dates are in {clock} ({clockOf(details.marketplace)}). Leave empty what you don’t know.
      </p>
      <div class="cc-row cc-whole">
        <button type="submit" class="cc-button" disabled={typed === null} data-testid="details-save">
          Save details
        </button>
        <span role="status">{told}</span>
      </div>
    </form>
  );
}

function priceLabel(store: MarketplaceCode | ''): string {
  return store ? `Price of one, ${marketplace(store).currency}` : 'Price of one';
}

function storeOf(value: string): MarketplaceCode | '' {
  return marketplaceCodes.find((code) => code === value) ?? '';
}

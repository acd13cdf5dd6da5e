import { useState } from 'preact/hooks';
import { type MarketplaceCode, marketplace, marketplaceCodes } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { DayTime, leadToHalfDate } from '../../ui/parts/DayTime';
import { Field } from '../../ui/parts/Field';
import { TextField, type TextFieldProps } from '../../ui/parts/TextField';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
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
      setTold(say('detailsSaved'));
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
  const clock = clockOf(details.marketplace);
  const unknown = say('detailsNotKnown');
  return (
    <form
      class="panel details"
      aria-labelledby="details-title"
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <h2 id="details-title">{say('detailsTitle')}</h2>
      {text('name', say('detailsName'))}
      {text('trackingId', say('detailsTrackingId'), { placeholder: unknown })}
      <Field label={say('detailsStore')}>
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
      {text('percentOff', say('detailsPercentOff'), { digits: 'numeric', placeholder: unknown })}
      {date('start', say('detailsStart'), '00:00')}
      {date('end', say('detailsEnd'), '23:59')}
      <div class="cc-whole">{text('productName', say('detailsProduct'), { placeholder: unknown })}</div>
      {text('price', priceLabel(details.marketplace), { digits: 'decimal', placeholder: unknown })}
      {text('stock', say('detailsStock'), { digits: 'numeric', placeholder: unknown })}
      <div class="cc-whole">
        {text('productLink', say('detailsLink'), { longest: 500, placeholder: 'https://' })}
      </div>
      <p class="cc-hint cc-whole">
        {details.marketplace
          ? say('detailsClockStore', { store: details.marketplace, clock })
          : say('detailsClockYours', { clock })}
      </p>
      <div class="cc-row cc-whole">
        <button type="submit" class="cc-button" disabled={typed === null} data-testid="details-save">
          {say('detailsSave')}
        </button>
        <span role="status">{told}</span>
      </div>
    </form>
  );
}

function priceLabel(store: MarketplaceCode | ''): string {
  return store ? say('detailsPriceIn', { currency: marketplace(store).currency }) : say('detailsPrice');
}

function storeOf(value: string): MarketplaceCode | '' {
  return marketplaceCodes.find((code) => code === value) ?? '';
}

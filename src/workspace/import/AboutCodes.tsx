import { useEffect, useId, useRef } from 'preact/hooks';
import type { ImportFault, ImportForm } from '../../actions/import/import-state';
import type { CodeFile, ToldState } from '../../domain/codes/code-file';
import { type MarketplaceCode, marketplaceCodes } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { DayTime } from '../../ui/parts/DayTime';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { say } from '../../words/say';
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
  /** The list, once it is read: it may itself say which of its codes are out, and who has them. */
  list: CodeFile | null;
  /** It is a history of several promotions, and names each code's. */
  several: boolean;
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
  list,
  several,
  onFill,
  onSentFile,
  onEnter,
}: AboutCodesProps) {
  const suggestions = useId();
  const told = list?.toldStates ?? null;
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (fault) fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fault]);
  const faultOf = (field: keyof ImportForm) => (fault?.field === field ? fault.text : undefined);
  return (
    <fieldset
      ref={fields}
      class="about"
      aria-label={say('importAbout')}
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
        label={say('importPromotion')}
        hint={say(promotionHint(needed, several))}
        fault={faultOf('promotion')}
        suggestions={suggestions}
        value={form.promotion}
        testId="import-promotion"
        onInput={(text) => onFill({ promotion: text })}
      />
      <datalist id={suggestions}>
        {promotions.map((promotion) => (
          <option key={promotion.id} value={promotion.name}>
            {promotion.marketplace ?? say('importStoreUnknown')}
          </option>
        ))}
      </datalist>
      <Field label={say('importStore')}>
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
      <Field label={say('importAs')} fault={faultOf('as')} class="cc-whole">
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={form.as}
            data-testid="import-as"
            onChange={(event) => onFill({ as: event.currentTarget.value as ImportForm['as'] })}
          >
            {form.as === 'ask' && <option value="ask">{say('importAsAsk')}</option>}
            {told && <option value="told">{toldWords(told)}</option>}
            <option value="new">{say(list?.history ? 'importAsHistory' : 'importAsNew')}</option>
            <option value="given-out">{say('importAsOut')}</option>
            <option value="part-given-out">{say('importAsPart')}</option>
          </select>
        )}
      </Field>
      {form.as !== 'new' && form.as !== 'ask' && (
        <AlreadySent
          form={form}
          named={form.as === 'told' ? namedIn(list) : 'none'}
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
        <summary>{say(known ? 'importMoreKnown' : 'importMoreNew')}</summary>
        <div class="about-more">
          {!known && (
            <>
              <DayTime
                label={say('importEnd')}
                hint={
                  form.marketplace
                    ? say('importEndStore', { store: form.marketplace })
                    : say('importUnknownHint')
                }
                value={form.end}
                otherwise="23:59"
                testId="import-end"
                onInput={(end) => onFill({ end })}
              />
              <TextField
                label={say('importPercentOff')}
                hint={say('importUnknownHint')}
                fault={faultOf('percentOff')}
                digits="numeric"
                value={form.percentOff}
                testId="import-percent-off"
                onInput={(text) => onFill({ percentOff: text })}
              />
            </>
          )}
          <TextField
            label={say('importQuantity')}
            hint={say('importQuantityHint')}
            fault={faultOf('quantity')}
            digits="numeric"
            value={form.quantity}
            testId="import-quantity"
            onInput={(text) => onFill({ quantity: text })}
          />
          <TextField
            class="cc-whole"
            label={say('importGroup')}
            hint={say('importGroupHint')}
            value={form.group}
            testId="import-group"
            onInput={(text) => onFill({ group: text })}
          />
        </div>
      </details>
    </fieldset>
  );
}

function promotionHint(needed: boolean, several: boolean) {
  if (several) return 'importPromotionOfEach';
  return needed ? 'importPromotionNeeded' : 'importPromotionHint';
}

function toldWords(told: readonly ToldState[]): string {
  const out = told.filter((each) => each !== 'left').length;
  return say('importAsTold', { out, left: told.length - out });
}

/** Of how many codes that are out by what the list says it also says who has them. */
function namedIn(list: CodeFile | null): 'all' | 'some' | 'none' {
  const people = list?.people ?? [];
  const isOut = (_: unknown, i: number) => list?.toldStates?.[i] !== 'left';
  const out = (list?.codes ?? []).map((_, i) => people[i]?.to ?? '').filter(isOut);
  const named = out.filter(Boolean).length;
  return named === 0 ? 'none' : named === out.length ? 'all' : 'some';
}

function storeOf(value: string): MarketplaceCode | '' {
  return marketplaceCodes.find((code) => code === value) ?? '';
}

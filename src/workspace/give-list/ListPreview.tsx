import { useEffect, useId, useRef } from 'preact/hooks';
import { type IfHad, type ListForm, type PreviewStage, wantedOf } from '../../actions/give-list/list-state';
import { reserves } from '../../actions/give-list/reserved';
import type { Promotion } from '../../domain/promotion';
import { type Charset, listFields } from '../../files';
import { buttonWords } from '../../ui/give/GiveNext';
import { useGivingStopped } from '../../ui/give/giving-stopped';
import { Field } from '../../ui/parts/Field';
import { Notice } from '../../ui/parts/Notice';
import { TextField } from '../../ui/parts/TextField';
import { say, sayCount } from '../../words/say';
import { CharsetChoice } from '../import/choose/CharsetChoice';
import { Columns } from '../parts/Columns';
import { OddLines } from './OddLines';

interface ListPreviewProps {
  promotion: Promotion;
  channels: readonly string[];
  now: number;
  stage: PreviewStage;
  form: ListForm;
  onFill: (patch: Partial<ListForm>) => void;
  onCharset: (charset: Charset) => void;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Who is on a list and who gets what, before anything is given out. */
export function ListPreview(props: ListPreviewProps) {
  const { promotion, channels, now, stage, form, onFill, onCharset, onConfirm, onCancel } = props;
  const { list, who, plan, giving, remark, fault } = stage;
  const wanted = wantedOf(promotion.id, stage, form);
  const { here, elsewhere } = wanted;
  const give = wanted.give.length;
  const enough = give <= plan.left;
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const stopped = useGivingStopped();
  useEffect(() => heading.current?.focus(), []);
  const asks = !enough && plan.left > 0;
  const reserving = reserves(promotion, now);
  const ownChannel = form.columns.channel !== null;
  return (
    <div
      class="preview list-preview"
      data-testid="give-list-preview"
      data-people={who.people.length}
      data-have={here}
      data-double={who.doubles.length}
      data-blank={list.blank.length + who.nobody.length}
      data-left={plan.left}
    >
      <h3 ref={heading} tabIndex={-1}>
        {list.name}
      </h3>
      <p class={`preview-added ${enough ? 'list-enough' : 'list-short'}`} role="status">
        {enoughWords(who.people.length, give, plan.left)}
      </p>
      {stopped !== null && <Notice tone="warning" text={stopped} />}
      {remark && <Notice tone="warning" text={remark} />}
      <Columns
        header={list.header}
        rows={list.rows.slice(0, 4).map((row) => row.cells)}
        fields={listFields}
        columns={form.columns}
        testId="give-list-column"
        onChange={(columns) => onFill({ columns })}
      />
      {stage.charset && <CharsetChoice charset={stage.charset} onChoose={onCharset} />}
      <div class="list-choices">
        {here > 0 && (
          <HadChoice
            label={sayCount('listHaveHere', here)}
            value={form.hadHere}
            testId="give-list-have"
            onChange={(hadHere) => onFill({ hadHere })}
          />
        )}
        {elsewhere > 0 && (
          <HadChoice
            label={sayCount('listHaveElsewhere', elsewhere)}
            value={form.hadElsewhere}
            testId="give-list-had"
            onChange={(hadElsewhere) => onFill({ hadElsewhere })}
          />
        )}
        <TextField
          label={ownChannel ? say('listChannelRest') : say('listChannel')}
          placeholder={say('formOptional')}
          value={form.channel}
          testId="give-list-channel"
          suggestions={`${id}-channels`}
          onInput={(channel) => onFill({ channel })}
        />
        <datalist id={`${id}-channels`}>
          {channels.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </div>
      {(who.doubles.length > 0 || form.each) && (
        <label class="cc-check">
          <input
            type="checkbox"
            checked={form.each}
            data-testid="give-list-each"
            onChange={(event) => onFill({ each: event.currentTarget.checked })}
          />
          <span>{say('listEach')}</span>
        </label>
      )}
      <OddLines list={list} who={who} />
      {asks && (
        <label class="cc-check">
          <input
            type="checkbox"
            checked={form.first}
            data-testid="give-list-first"
            onChange={(event) => onFill({ first: event.currentTarget.checked })}
          />
          <span>{sayCount('listFirst', plan.left, { rest: give - plan.left })}</span>
        </label>
      )}
      {fault && <Notice tone="problem" text={fault} testId="give-list-fault" sought />}
      {giving && (
        <progress
          aria-label={say('listGiving')}
          {...(giving.done > 0 ? { value: giving.done, max: giving.total } : {})}
        />
      )}
      <p class="cc-hint" id={`${id}-then`}>
        {say('listThen')}{' '}
        {reserving ? say('listReserveThen') : buttonWords(promotion, plan.left, now).warning}
      </p>
      <div class="cc-row">
        <button
          type="button"
          class="cc-button cc-primary"
          data-testid="give-list-confirm"
          aria-describedby={`${id}-then`}
          aria-disabled={giving !== null}
          disabled={stopped !== null && give > 0}
          onClick={onConfirm}
        >
          {giving
            ? say('listGiving')
            : give === 0
              ? say('listDownload')
              : sayCount(reserving ? 'listReserve' : 'listGive', Math.min(give, plan.left || give))}
        </button>
        <button type="button" class="cc-button" data-testid="give-list-cancel" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </div>
  );
}

/** Whether the codes suffice, or for how many. */
function enoughWords(people: number, give: number, left: number): string {
  const of = { people: sayCount('listPeople', people), left: sayCount('listLeft', left) };
  if (people === 0) return of.people;
  if (give <= left) return say('listEnough', of);
  return left === 0 ? say('listEnoughNone', of) : sayCount('listEnoughFor', left, of);
}

interface HadChoiceProps {
  label: string;
  value: IfHad;
  testId: string;
  onChange: (value: IfHad) => void;
}

const answers = [
  ['skip', 'listHadSkip'],
  ['old', 'listHadOld'],
  ['another', 'listHadAnother'],
] as const;

/** What becomes of those who have a code already. */
function HadChoice({ label, value, testId, onChange }: HadChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          class="cc-input"
          value={value}
          data-testid={testId}
          onChange={(event) => {
            const chosen = answers.find(([answer]) => answer === event.currentTarget.value);
            if (chosen) onChange(chosen[0]);
          }}
        >
          {answers.map(([answer, words]) => (
            <option key={answer} value={answer}>
              {say(words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import { useState } from 'preact/hooks';
import { partOf } from '../../actions/desk/act-of';
import { personActs } from '../../actions/desk/card-acts';
import type { Desk } from '../../actions/desk/desk';
import { downloadListed } from '../../actions/give-list/filled-file';
import type { IssuanceSummary, ListedPerson, Pool } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { nameKey } from '../../domain/text/name-key';
import { EditWhom } from '../../ui/give/EditWhom';
import { TakeBackAsk } from '../../ui/give/TakeBack';
import { Notice } from '../../ui/parts/Notice';
import { TextField } from '../../ui/parts/TextField';
import { masked } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { Messages } from './Messages';

interface PeopleOfActProps {
  pool: Pool;
  desk: Desk;
  promotion: Promotion;
  act: IssuanceSummary;
  now: number;
  /** Whether the messages to them are shown; of all lists only one shows them, so that one code is on the page at most. */
  messages: boolean;
  onMessages: (open: boolean) => void;
}

/** People shown at once. */
const shown = 50;

const states = {
  issued: 'listStateOut',
  returned: 'listStateReturned',
  void: 'listStateCanceled',
  available: 'listStateReturned',
  held: 'listStateReturned',
  moved: 'listStateReturned',
} as const;

/** The people an act went to, each with the way back, and the act's messages and file once more. */
export function PeopleOfAct({ pool, desk, promotion, act, now, messages, onMessages }: PeopleOfActProps) {
  const { issuance } = act;
  const read = useRead(pool.onChange, `people ${issuance}`, () => pool.listPeople(issuance));
  const [most, setMost] = useState(shown);
  const [asked, setAsked] = useState('');
  if (read.problem) return <Notice tone="problem" text={read.problem} />;
  if (!read.value) return null;
  const people = read.value;
  const wanted = nameKey(asked);
  const found = people.filter(({ to, handle, channel, note }) =>
    [to, handle, channel, note].some((text) => nameKey(text).includes(wanted)),
  );
  return (
    <div class="lot-more list-people" data-testid="list-people">
      <div class="cc-row">
        {act.out > 0 && (
          <button
            type="button"
            class="cc-button cc-small"
            aria-expanded={messages}
            data-testid="list-messages-open"
            onClick={() => onMessages(!messages)}
          >
            {say('listMessages')}
          </button>
        )}
        {act.out > 0 && (
          <button
            type="button"
            class="cc-button cc-small"
            data-testid="list-download"
            onClick={() => downloadListed(promotion, people)}
          >
            {say('deskDownloadAgain')}
          </button>
        )}
      </div>
      {messages && <Messages pool={pool} promotion={promotion} issuance={issuance} />}
      {people.length > 10 && (
        <TextField label={say('listSearch')} value={asked} testId="list-search" onInput={setAsked} />
      )}
      <ul class="lots">
        {found.slice(0, most).map((person) => (
          <PersonRow
            key={`${person.place.batch}/${person.place.from}`}
            {...{ desk, promotion, act, person, now }}
          />
        ))}
      </ul>
      {found.length > most && (
        <button type="button" class="cc-button cc-small" onClick={() => setMost(most + shown * 4)}>
          {sayCount('listMore', found.length - most)}
        </button>
      )}
    </div>
  );
}

interface PersonRowProps extends Omit<PeopleOfActProps, 'pool' | 'messages' | 'onMessages'> {
  person: ListedPerson;
}

function PersonRow({ desk, promotion, act, person, now }: PersonRowProps) {
  const [open, setOpen] = useState<'back' | 'edit' | null>(null);
  const part = partOf(act, person);
  const acts = personActs(desk, promotion.id, person.place);
  const channels = desk.state.settings.channels;
  const name = part.to || part.channel || say('listNobodyNamed');
  // The channel of all of them stands above.
  const channel = part.to && part.channel !== act.channel ? part.channel : '';
  const hints = [person.to ? person.handle : '', channel, person.note, masked(person.code)];
  const hint = hints.filter(Boolean).join(' · ');
  const close = () => setOpen(null);
  const toggle = (what: 'back' | 'edit') => setOpen(open === what ? null : what);
  return (
    <li class={part.out === 0 ? 'gone' : ''}>
      <div>
        <b>{name}</b>
        <p class="cc-hint">{hint}</p>
      </div>
      <p class="lot-count">{person.used ? say('listStateUsed') : say(states[person.state])}</p>
      {part.returned === 0 && (
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          aria-label={say('listEditWhom', { name })}
          aria-expanded={open === 'edit'}
          data-testid="list-edit-person"
          onClick={() => toggle('edit')}
        >
          {say('givenEdit')}
        </button>
      )}
      {part.out > 0 && !person.used && (
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          aria-label={say('listBackWhom', { name })}
          aria-expanded={open === 'back'}
          data-testid="list-back-person"
          onClick={() => toggle('back')}
        >
          {say('givenBack')}
        </button>
      )}
      {open === 'edit' && (
        <div class="lot-more">
          <EditWhom
            act={part}
            channels={channels}
            onCancel={close}
            onSave={(edited) => {
              close();
              acts.edit(act.issuance, edited);
            }}
          />
        </div>
      )}
      {open === 'back' && (
        <div class="lot-more">
          <TakeBackAsk {...{ promotion, act: part, now, channels, acts }} onClose={close} />
        </div>
      )}
    </li>
  );
}

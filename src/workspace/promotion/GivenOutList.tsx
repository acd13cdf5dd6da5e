import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { IssuanceSummary } from '../../actions/pool';
import type { LeftThere } from '../../domain/allocation';
import type { Promotion } from '../../domain/promotion';
import { EditWhom } from '../../ui/give/EditWhom';
import { TakeBackAsk } from '../../ui/give/TakeBack';
import type { ActActs } from '../../ui/promotion/promotion-model';
import { listed, shortTime, whom } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { peopleHref } from '../parts/route';
import { PlatformStock } from './PlatformStock';

interface GivenOutListProps {
  acts: readonly IssuanceSummary[];
  /** Asks for earlier ones than these; null where there are none. */
  onMore: (() => void) | null;
  /** What platforms said they have left. */
  told: readonly LeftThere[];
  onTell: (issuance: string, left: number) => void;
  promotion: Promotion;
  channels: readonly string[];
  now: number;
  actActs: ActActs;
  /** The people of an act that went to a list. */
  peopleOf: (act: IssuanceSummary) => ComponentChildren;
}

/** Acts shown at once; the others unfold. */
const shown = 8;

/** Everything given out, newest first, each with its way back. */
export function GivenOutList({ acts, onMore, ...rest }: GivenOutListProps) {
  const rows = (some: readonly IssuanceSummary[]) => (
    <ul class="lots acts">
      {some.map((act) => (
        <GivenOutRow key={act.issuance} act={act} {...rest} />
      ))}
    </ul>
  );
  return (
    <section class="panel" aria-labelledby="acts-title">
      <h2 id="acts-title">{say('givenTitle')}</h2>
      {acts.length > 0 && (
        <a href={peopleHref(rest.promotion.id)} data-testid="people-of-promotion">
          {say('peopleWhoHas')}
        </a>
      )}
      {acts.length === 0 ? <p class="cc-hint">{say('givenNothing')}</p> : rows(acts.slice(0, shown))}
      {acts.length > shown && (
        <details>
          <summary data-testid="earlier-acts">
            {onMore ? say('givenEarlier') : say('givenEarlierCount', { count: acts.length - shown })}
          </summary>
          {rows(acts.slice(shown))}
          {onMore && (
            <button type="button" class="cc-button cc-small" data-testid="more-acts" onClick={onMore}>
              {say('givenMore')}
            </button>
          )}
        </details>
      )}
    </section>
  );
}

type GivenOutRowProps = Omit<GivenOutListProps, 'acts' | 'onMore'> & { act: IssuanceSummary };

function GivenOutRow({ act, told, onTell, promotion, channels, now, actActs, peopleOf }: GivenOutRowProps) {
  const [open, setOpen] = useState<'back' | 'edit' | 'people' | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const { issuance, count, people, at, by, note, out, redeemed, returned } = act;
  const name = actName(act);
  const time = shortTime(at);
  const close = () => {
    row.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpen(null);
  };
  return (
    <li ref={row} class={out === 0 ? 'gone' : ''}>
      <div>
        <b>{name || say('listNobodyNamed')}</b>
        <p class="cc-hint">
          {[by ? say('listTimeBy', { time, name: by }) : time, note].filter(Boolean).join(' · ')}
        </p>
      </div>
      <p class="lot-count">{countWords(act)}</p>
      {people > 0 && (
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          aria-label={say('givenPeopleOf', { name, time })}
          aria-expanded={open === 'people'}
          data-testid="people-of-act"
          onClick={() => (open === 'people' ? close() : setOpen('people'))}
        >
          {say('givenPeople')}
        </button>
      )}
      {returned < count && people === 0 && (
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          aria-label={
            name
              ? sayCount('givenEditWhom', count, { name, time })
              : sayCount('givenEditNobody', count, { time })
          }
          aria-expanded={open === 'edit'}
          data-testid="edit-act"
          onClick={() => (open === 'edit' ? close() : setOpen('edit'))}
        >
          {say('givenEdit')}
        </button>
      )}
      {out > 0 && redeemed === 0 && (
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          aria-label={
            name ? sayCount('givenBackWhom', out, { name, time }) : sayCount('givenBackNobody', out, { time })
          }
          aria-expanded={open === 'back'}
          data-testid="take-back-act"
          onClick={() => (open === 'back' ? close() : setOpen('back'))}
        >
          {say('givenBack')}
        </button>
      )}
      {open === 'edit' && (
        <div class="lot-more">
          <EditWhom
            act={act}
            channels={channels}
            onCancel={close}
            onSave={(edited) => {
              close();
              actActs.edit(issuance, edited);
            }}
          />
        </div>
      )}
      {open === 'back' && out > 0 && (
        <div class="lot-more">
          <TakeBackAsk
            promotion={promotion}
            act={act}
            now={now}
            channels={channels}
            acts={actActs}
            onClose={close}
          />
        </div>
      )}
      {open === 'people' && peopleOf(act)}
      {out > 0 && count > 1 && people === 0 && (
        <PlatformStock
          issuance={issuance}
          count={count}
          since={at}
          told={told}
          onTell={(left) => onTell(issuance, left)}
        />
      )}
    </li>
  );
}

/** Who got an act's codes: of a list how many, through which channel. */
function actName(act: IssuanceSummary): string {
  if (act.people === 0) return whom(act);
  const to = sayCount('listPeople', act.people);
  return whom({ to, channel: act.channel });
}

/** How many codes an act gave out, and what became of them since: “6 codes, 3 taken back, 2 canceled, 1 used”. */
function countWords({ count, out, returned, redeemed }: IssuanceSummary): string {
  const canceled = count - out - returned;
  const parts = [
    { part: returned, all: 'givenAllReturned', some: 'givenSomeReturned' },
    { part: canceled, all: 'givenAllCanceled', some: 'givenSomeCanceled' },
    { part: redeemed, all: 'givenAllUsed', some: 'givenSomeUsed' },
  ] as const;
  const since = parts
    .filter(({ part }) => part > 0)
    .map(({ part, all, some }) => (part === count ? say(all) : sayCount(some, part)));
  return listed([sayCount('listCodes', count), ...since]);
}

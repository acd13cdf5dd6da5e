import { useEffect, useMemo } from 'preact/hooks';
import type { Desk } from '../../actions/desk/desk';
import { PeopleDesk } from '../../actions/people/people-desk';
import { linesOf, type PeopleRow, shownRows } from '../../actions/people/people-rows';
import type { Pool } from '../../actions/pool';
import { Notice } from '../../ui/parts/Notice';
import { Told } from '../../ui/parts/Told';
import { useStore } from '../../ui/parts/use-store';
import { codes, listed } from '../../words/format';
import { language, say, sayCount } from '../../words/say';
import { PeopleList } from './PeopleList';
import { PeopleTools } from './PeopleTools';
import { PrintedList } from './PrintedList';

interface PeoplePageProps {
  pool: Pool;
  desk: Desk;
  /** Of one promotion alone; empty for all. */
  promotionId: string;
  /** What is looked for at first. */
  search: string;
}

/** Who has what: everybody who got a code, by person or by channel, unfolding to the codes. */
export function PeoplePage({ pool, desk, promotionId, search }: PeoplePageProps) {
  const { promotions } = useStore(desk);
  const people = useMemo(
    () => new PeopleDesk(pool, desk, promotionId, search),
    [pool, desk, promotionId, search],
  );
  useEffect(() => people.start(), [people]);
  const { rows, promotions: givenOf, view, open, problem, notice, busy, printing } = useStore(people);
  const named = useMemo(
    () => new Map((promotions ?? []).map(({ promotion }) => [promotion.id, promotion])),
    [promotions],
  );
  const shown = useMemo(
    () => shownRows(rows ?? [], view.search, view.sort, language()),
    [rows, view.search, view.sort],
  );
  const lines = useMemo(() => linesOf(shown, open), [shown, open]);
  const given = useMemo(() => shown.reduce((sum, row) => sum + row.codes, 0), [shown]);
  const only = named.get(promotionId) ?? null;
  return (
    <section class="people" aria-labelledby="page-title">
      {printing && (
        <PrintedList lines={printing} promotions={named} only={only} onPrinted={() => people.printed()} />
      )}
      {problem && <Notice tone="problem" text={problem} />}
      {rows?.length === 0 && (
        <div class="nothing table-empty">
          <h2>{say('peopleEmpty')}</h2>
          <p>{say('peopleEmptyText')}</p>
        </div>
      )}
      {rows === null && !problem && (
        <p class="cc-hint" role="status">
          {say('peopleReading')}
        </p>
      )}
      {rows !== null && (rows.length > 0 || promotionId !== '') && (
        <>
          <PeopleTools
            people={people}
            rows={shown}
            given={given}
            promotions={[...named.values()].filter(({ id }) => id === promotionId || givenOf.has(id))}
            promotionId={promotionId}
          />
          <Told told={notice} testId="people-told" />
          <p class="cc-hint people-count" role="status" data-testid="people-count" data-people={shown.length}>
            {countWords(shown, view.by, given)}
          </p>
          <PeopleList people={people} lines={lines} open={open} promotions={named} busy={busy} />
        </>
      )}
    </section>
  );
}

/** “3 people, 12 codes”. */
function countWords(shown: readonly PeopleRow[], by: 'person' | 'channel', given: number): string {
  if (shown.length === 0) return say('peopleNoMatch');
  const rows =
    by === 'person' ? sayCount('listPeople', shown.length) : sayCount('peopleChannels', shown.length);
  return listed([rows, codes(given)]);
}

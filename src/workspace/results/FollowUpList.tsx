import { useState } from 'preact/hooks';
import type { Holding, Pool } from '../../actions/pool';
import type { ResultsView } from '../../actions/reports/results';
import { exportUnused, unusedOf } from '../../actions/reports/unused';
import type { Promotion } from '../../domain/promotion';
import { Notice } from '../../ui/parts/Notice';
import { Told } from '../../ui/parts/Told';
import { duration, number, shortTime, whom } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';
import { WhyUnused } from './WhyUnused';

/** Rows shown; the file holds all. */
const mostShown = 50;

interface FollowUpListProps {
  pool: Pool;
  promotion: Promotion;
  view: ResultsView;
}

/** How fast codes are used, and whom to ask about those that were not; nothing that Amazon's orders don't tell. */
export function FollowUpList({ pool, promotion, view }: FollowUpListProps) {
  const { timeToOrder: time, followUp, notUsed, everOut } = view;
  const [open, setOpen] = useState(false);
  if (everOut === 0 && notUsed === 0) return null;
  return (
    <>
      {time && (
        <div class="results-part" data-testid="time-to-order" data-seconds={time.median}>
          <h3>{say('timeTitle')}</h3>
          <p>
            {sayCount('timeMedian', time.codes, { time: duration(time.median * 1000) })}
            {time.before > 0 && ` ${sayCount('timeBefore', time.before)}`}
          </p>
        </div>
      )}
      <div class="results-part" data-testid="follow-up" data-kind={followUp.kind}>
        <h3>{say('followTitle')}</h3>
        <p>{wordsFor(view)}</p>
        {followUp.kind === 'unknown' ? (
          <p>
            <a href="#/orders">{say('followHow')}</a>
          </p>
        ) : (
          notUsed > 0 && (
            <details
              class="lines"
              data-testid="follow-up-open"
              onToggle={(event) => setOpen(event.currentTarget.open)}
            >
              <summary>{sayCount('followCount', notUsed)}</summary>
              {open && <Unused pool={pool} promotion={promotion} />}
            </details>
          )
        )}
      </div>
      {notUsed > 0 && <WhyUnused why={view.why} promotion={promotion} />}
    </>
  );
}

function wordsFor({
  followUp: { kind, unnamed },
  notUsed,
  oneChannel,
  channels,
  count,
  everOut,
}: ResultsView) {
  if (kind !== 'unknown' && notUsed === 0) return say('followNone');
  if (kind === 'exact') return say('followExact');
  if (kind === 'some') return unnamed === null ? say('followNoReport') : sayCount('followSome', unnamed);
  const channel = channels[0]?.channel;
  return oneChannel && channel && unnamed !== null
    ? say('followOneChannel', { channel, used: number(count.checkouts), out: number(everOut) })
    : say('followUnknown');
}

function Unused({ pool, promotion }: { pool: Pool; promotion: Promotion }) {
  const { value, problem } = useRead(pool.onChange, `unused ${promotion.id}`, () =>
    unusedOf(pool, promotion.id),
  );
  const { busy, told, run } = useTask();
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value) return null;
  const save = () =>
    run(say('followBusy'), async () => {
      const file = await exportUnused(pool, promotion, value);
      return { tone: 'done', text: say('followSaved', { file }) };
    });
  return (
    <>
      <ul data-testid="follow-up-list">
        {value.slice(0, mostShown).map((each) => (
          <li key={`${each.batch}/${each.from}`}>
            <b>{whom(each) || say('listNobodyNamed')}</b>
            <span>{aboutWords(each)}</span>
          </li>
        ))}
      </ul>
      {value.length > mostShown && <p>{say('followMore', { count: number(value.length - mostShown) })}</p>}
      <div class="results-acts">
        <button
          type="button"
          class="cc-button cc-small"
          data-testid="export-unused"
          disabled={busy !== null}
          onClick={() => void save()}
        >
          {busy ?? say('followExport')}
        </button>
      </div>
      <Told told={told} />
    </>
  );
}

function aboutWords({ count, act }: Holding): string {
  return sayCount('followGiven', count, { time: shortTime(act.at) });
}

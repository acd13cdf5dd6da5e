import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { cardActs, cardState } from '../../actions/desk/card-acts';
import type { Desk } from '../../actions/desk/desk';
import type { Importer } from '../../actions/import/importing';
import { type Need, needs, planNeeds, reportNeeds } from '../../actions/needs';
import { type Alert, alertKey } from '../../domain/alerts/alert';
import type { Promotion } from '../../domain/promotion';
import { snooze } from '../../stored/alerts/alert-snoozes';
import { stillAwaited } from '../../stored/drafts/submitted';
import { useNow } from '../../ui/parts/use-now';
import { useStore } from '../../ui/parts/use-store';
import { PromotionList } from '../../ui/promotion/PromotionList';
import { say } from '../../words/say';
import { AddCodes } from '../import/AddCodes';
import { InboxList } from '../import/InboxList';
import { Picture } from '../parts/Picture';
import { listHref } from '../parts/route';
import { FirstSteps } from './FirstSteps';
import { NeedsYou } from './NeedsYou';
import { Today } from './Today';

/** More promotions than these are looked for in their table. */
const mostRows = 12;

interface HomeProps {
  desk: Desk;
  importer: Importer;
  /** Opens the sheet where codes are added, for this promotion. */
  onAdd: (promotion: Promotion) => void;
  /** Takes files that were chosen where codes are added. */
  onFiles: (files: readonly File[]) => void;
  /** The place where order reports are chosen: as long as nothing else is here, all files are welcome. */
  reports: ComponentChildren;
}

/** The first view: what needs action, what came of today, and giving out. Before the first codes, the way to them. */
export function Home({ desk, importer, onAdd, onFiles, reports }: HomeProps) {
  const state = useStore(desk);
  const { inbox, item } = useStore(importer);
  const now = useNow();
  const { promotions } = state;
  const wanted = useSettledNeeds(
    promotions && needs(promotions, now, state.alerts),
    state.given?.promotionId ?? null,
  );
  if (promotions === null) return null;
  const awaited = stillAwaited(
    state.submitted,
    promotions.map((each) => each.promotion),
  );
  const reportsWanted = reportNeeds(promotions, now, state.alerts);
  const plansWanted = planNeeds(state.alerts, now);
  const seeTo = [wanted, awaited, reportsWanted, plansWanted].some(({ length }) => length > 0) && (
    <NeedsYou
      needs={wanted}
      submitted={awaited}
      reports={reportsWanted}
      plans={plansWanted}
      now={now}
      acts={{
        addCodes: onAdd,
        acceptDates: (id) => void desk.settleDates(id, false),
        archive: (id) => void desk.setArchived(id, true),
        later: (alerts) => void putOff(alerts),
      }}
    />
  );
  const waiting = (
    <InboxList
      items={inbox.filter((each) => each.id !== item?.id)}
      onOpen={(id) => void importer.openInbox(id)}
      onRemove={(id) => void importer.removeInbox(id)}
    />
  );
  if (promotions.length === 0)
    return (
      <div class="home">
        {seeTo && <div class="home-whole">{seeTo}</div>}
        <div class="home-part">
          {waiting}
          <AddCodes importer={importer} promotions={[]} onFiles={onFiles} />
          {reports}
        </div>
        {!state.lost && state.damaged.length === 0 && <FirstSteps />}
      </div>
    );
  const first = (
    <>
      {waiting}
      {seeTo || (
        <section class="panel all-clear" aria-labelledby="clear-title">
          <Picture name="clear" />
          <div>
            <h2 id="clear-title">{say('needsNothing')}</h2>
            <p class="cc-hint">{say('needsNothingText')}</p>
          </div>
        </section>
      )}
    </>
  );
  return (
    <PromotionList
      items={promotions}
      openId={state.openId}
      now={now}
      onOpen={(id) => void desk.open(id)}
      stateOf={(id) => cardState(state, id)}
      actsOf={(id) => cardActs(desk, id, () => location.assign(listHref(id)))}
      pageHrefOf={(id) => `#/promotion/${id}`}
      missingTold
      most={{ rows: mostRows, allHref: '#/promotions' }}
      place={(card, rows) => (
        <div class="home">
          <div class="home-part">
            {first}
            {card}
          </div>
          <div class="home-part">
            <Today today={state.today} target={state.settings.dailyTarget} />
            {rows && (
              <section class="home-part" aria-labelledby="promotions-title">
                <div class="panel-head">
                  <h2 id="promotions-title">{say('homeOthers')}</h2>
                  <a href="#/promotions">{say('tableAll')}</a>
                </div>
                {rows}
              </section>
            )}
          </div>
        </div>
      )}
    />
  );
}

/** Until the same time tomorrow. */
async function putOff(alerts: readonly Alert[]): Promise<void> {
  const until = Date.now() + 24 * 3_600_000;
  await snooze(alerts.map(alertKey), until);
}

/** A need this young may come of an act whose answer is still on its way to the screen; milliseconds. */
const settlesAfter = 1500;

/**
 * The needs without those that an act has just made, as long as the code it gave out is on screen: a line that
 * comes in above would push the code away.
 */
function useSettledNeeds(all: readonly Need[] | null, served: string | null): readonly Need[] {
  const [settled, settle] = useState<ReadonlySet<string> | null>(null);
  const names = all?.map(nameOf).join('\n') ?? null;
  useEffect(() => {
    if (all === null) return;
    const now = () =>
      settle((before) => {
        const stays = (need: Need) => need.item.promotion.id !== served || before?.has(nameOf(need));
        return new Set(all.filter((need) => before === null || stays(need)).map(nameOf));
      });
    const timer = setTimeout(now, settled === null ? 0 : settlesAfter);
    return () => clearTimeout(timer);
  }, [names, served]);
  return (all ?? []).filter((need) => settled?.has(nameOf(need)) ?? true);
}

function nameOf({ kind, item }: Need): string {
  return `${kind} ${item.promotion.id}`;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { actActs, cardActs, cardState } from '../../actions/desk/card-acts';
import type { Desk } from '../../actions/desk/desk';
import { findIn } from '../../actions/desk/desk-state';
import type { Pool } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { Notice } from '../../ui/parts/Notice';
import { useNow } from '../../ui/parts/use-now';
import { useStore } from '../../ui/parts/use-store';
import { PromotionCard } from '../../ui/promotion/PromotionCard';
import { say } from '../../words/say';
import { DamagedRows } from '../backup/DamagedRows';
import { CostsBeside } from '../costs/CostsBeside';
import { GiveList } from '../give-list/GiveList';
import { PeopleOfAct } from '../give-list/PeopleOfAct';
import { ReservedNotice } from '../give-list/ReservedNotice';
import { LifeLine } from '../life/LifeLine';
import { PromotionAlerts } from '../life/PromotionAlerts';
import { listHref, type Route, tabHref } from '../parts/route';
import { Tabs } from '../parts/Tabs';
import { useRead } from '../parts/use-read';
import { ProofList } from '../proof/ProofList';
import { PromotionResults } from '../results/PromotionResults';
import { Archived } from './Archived';
import { DetailsForm } from './DetailsForm';
import { GivenOutList } from './GivenOutList';
import { LotList } from './LotList';
import { MessagePanel } from './MessagePanel';
import { MoreActs } from './MoreActs';
import { Results } from './Results';

/** Acts of giving out on one page of their list. */
const pageOfActs = 100;

interface PromotionPageProps {
  pool: Pool;
  desk: Desk;
  route: Extract<Route, { page: 'promotion' }>;
}

/** One promotion: its numbers and acts, its lots, everything given out, and its details. */
export function PromotionPage({ pool, desk, route }: PromotionPageProps) {
  const state = useStore(desk);
  const now = useNow();
  const { id, exports, list } = route;
  // Beside the numbers that the desk reads, not after them.
  const told = useRead(pool.onChange, `results ${id}`, () => pool.promotionResults(id));
  const isTold = told.value !== null || told.problem !== null;
  // Whoever opens the results sees them first: what the other tabs read and draw would come between.
  const [others, setOthers] = useState(route.tab !== 'results');
  const [most, setMost] = useState(pageOfActs);
  const [messagesOf, setMessagesOf] = useState<string | null>(null);
  const [reservedShown, setReservedShown] = useState<string | null>(null);
  const lots = useRead(pool.onChange, `lots ${id}`, () => pool.listBatches(id), others);
  const readActs = () => pool.listIssuances(id, most);
  const acts = useRead(pool.onChange, `acts ${id} ${most}`, readActs, others);
  // While more of them are read, those read before stay.
  const shownActs = useRef(acts.value);
  if (acts.value) shownActs.current = acts.value;
  const item = findIn(state, id);
  const known = item !== undefined;
  const stands = known && (route.tab === 'results' ? isTold : acts.value !== null || acts.problem !== null);
  useEffect(() => {
    if (stands) desk.stands();
    if (stands || route.tab !== 'results') setOthers(true);
  }, [desk, stands, route.tab]);

  useEffect(() => {
    if (!known || exports === null) return;
    // The popup sent a long export here; it must not start again on a reload.
    location.replace(`#/promotion/${encodeURIComponent(id)}`);
    void (exports === 'history' ? desk.exportHistory(id) : desk.exportUnissued(id));
  }, [desk, id, exports, known]);

  if (!item && state.promotions === null) return null;
  if (!item) return <Notice tone="problem" text={say('promotionNotHere')} />;
  const cards = cardState(state, id);
  const page = `#/promotion/${encodeURIComponent(id)}`;
  const showMessages = async (issuance: string | null) => {
    if (issuance && list) location.assign(page);
    if (issuance) await desk.noteList(id, null);
    setReservedShown(null);
    setMessagesOf(issuance);
  };
  const showReserved = async (issuance: string | null) => {
    await showMessages(null);
    if (issuance) await desk.noteList(id, null);
    setReservedShown(issuance);
  };
  const giveList = () => location.assign(list ? page : listHref(id));
  const givenOut = (
    <div class="promotion-grid promotion-grid-list">
      <div>
        {acts.problem && <Notice tone="problem" text={acts.problem} />}
        {shownActs.current && (
          <GivenOutList
            acts={shownActs.current}
            onMore={shownActs.current.length < most ? null : () => setMost(most + pageOfActs)}
            told={item.promotion.leftThere ?? []}
            onTell={(issuance, left) => void desk.tellLeft(id, issuance, left)}
            promotion={item.promotion}
            channels={state.settings.channels}
            now={now}
            actActs={actActs(desk, id)}
            peopleOf={(act) => (
              <PeopleOfAct
                {...{ pool, desk, act, now }}
                promotion={item.promotion}
                messages={messagesOf === act.issuance && cards.given === null && !list}
                onMessages={(open) => void showMessages(open ? act.issuance : null)}
              />
            )}
          />
        )}
      </div>
      <div>
        <MoreActs pool={pool} desk={desk} item={item} />
      </div>
    </div>
  );
  const save = async (patch: Partial<Promotion>) => void (await pool.updatePromotion(id, patch));
  const setup = (
    <div class="promotion-grid">
      <div>
        <DetailsForm promotion={item.promotion} onSave={save} />
        <DamagedRows pool={pool} store="batches" />
        {lots.problem && <Notice tone="problem" text={lots.problem} />}
        {lots.value && (
          <LotList lots={lots.value} onWithdraw={(batchId) => void desk.withdraw(id, batchId)} />
        )}
      </div>
      <div>
        <MessagePanel promotion={item.promotion} onSave={save} />
        <ProofList pool={pool} promotion={item.promotion} />
        <PromotionAlerts promotionId={id} switches={state.alerts.switches} />
        {!item.promotion.archived && (
          <button
            type="button"
            class="cc-button cc-small cc-quiet archive"
            data-testid="archive"
            onClick={() => void desk.setArchived(id, true)}
          >
            {say('tableArchive')}
          </button>
        )}
      </div>
    </div>
  );
  const results = (
    <div class="results-panels">
      <Results counts={item.counts} />
      <PromotionResults {...{ pool, told, item, now }} orderLimit={state.settings.maxOrderQuantity} />
    </div>
  );
  return (
    <div class="promotion-page">
      <Archived promotion={item.promotion} onSet={(away) => void desk.setArchived(id, away)} />
      {shownActs.current && !list && (
        <ReservedNotice
          {...{ pool, now }}
          promotion={item.promotion}
          acts={shownActs.current}
          shown={reservedShown && cards.given === null ? reservedShown : null}
          onShow={(issuance) => void showReserved(issuance)}
        />
      )}
      {list && (
        <GiveList
          pool={pool}
          desk={desk}
          item={item}
          now={now}
          codeShown={cards.given !== null}
          onClose={() => location.assign(page)}
        />
      )}
      <PromotionCard
        {...item}
        now={now}
        state={state.openId === id ? cards : { ...cards, undoable: null }}
        acts={cardActs(desk, id, giveList)}
        costsBeside={<CostsBeside {...{ pool, item }} orderLimit={cards.orderLimit} />}
      />
      <LifeLine promotion={item.promotion} now={now} />
      <Tabs
        label={say('promotionParts')}
        shown={route.tab}
        onShow={(tab) => location.replace(tabHref(id, tab))}
        tabs={[
          { name: 'given-out', words: say('givenTitle'), panel: others && givenOut },
          { name: 'results', words: say('promotionResults'), panel: results },
          { name: 'setup', words: say('promotionSetup'), panel: others && setup },
        ]}
      />
    </div>
  );
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type OursGiven, sortOut } from '../actions/backup/ours';
import type { Desk } from '../actions/desk/desk';
import { findActs } from '../actions/find/find-acts';
import type { Importer } from '../actions/import/importing';
import type { Pool } from '../actions/pool';
import { PromotionTable } from '../actions/promotions/promotion-table';
import { ReportImporter } from '../actions/reports/report-importer';
import { FindBox } from '../ui/find/FindBox';
import { PoolNotice } from '../ui/page/PoolNotice';
import { Notice } from '../ui/parts/Notice';
import { useSteadyFocus } from '../ui/parts/use-steady-focus';
import { useStore } from '../ui/parts/use-store';
import { Damaged } from '../ui/promotion/Damaged';
import { HeldByCopy } from '../ui/promotion/HeldByCopy';
import { LostCodes } from '../ui/promotion/LostCodes';
import { DamagedRows } from './backup/DamagedRows';
import { HelpPage } from './help/HelpPage';
import { RulesChanged } from './help/RulesChanged';
import { WhatsNew } from './help/WhatsNew';
import { Home } from './home/Home';
import { AddCodesSheet } from './import/AddCodesSheet';
import type { Dropped } from './import/choose/dropped-files';
import { useFileDrop } from './import/choose/use-file-drop';
import { ImportNews } from './import/ImportNews';
import { useAddCodes } from './import/use-add-codes';
import { settingsHref } from './parts/route';
import { useRoute } from './parts/use-route';
import { PeoplePage } from './people/PeoplePage';
import { PlannerPage } from './planner/PlannerPage';
import { PromotionPage } from './promotion/PromotionPage';
import { PromotionsPage } from './promotions/PromotionsPage';
import { ProofList } from './proof/ProofList';
import { ProofPage } from './proof/ProofPage';
import { AddReports } from './reports/AddReports';
import { OrdersPage } from './reports/OrdersPage';
import { StartNotes } from './StartNotes';
import { SettingsPage } from './settings/SettingsPage';
import { YourName } from './settings/YourName';
import { PageTop } from './shell/PageTop';
import { pageNames } from './shell/page-names';
import { Shell } from './shell/Shell';

interface WorkspaceProps {
  pool: Pool;
  desk: Desk;
  importer: Importer;
}

/** The full page: adding codes, every promotion, its history and exports. */
export function Workspace({ pool, desk, importer }: WorkspaceProps) {
  const state = useStore(desk);
  const root = useSteadyFocus<HTMLDivElement>();
  const route = useRoute();
  const [given, setGiven] = useState<OursGiven | null>(null);
  const inboxId = route.page === 'inbox' ? route.id : null;
  const promotionId = route.page === 'promotion' ? route.id : null;
  // What the address led to at once takes no focus; what a link leads to does, since the link is gone.
  const firstPromotion = useRef<string | null | undefined>(promotionId);
  if (firstPromotion.current !== promotionId) firstPromotion.current = undefined;

  // Kept while the workspace is open: whoever comes back from a promotion finds the table as it was.
  const table = useMemo(() => new PromotionTable(pool), [pool]);
  useEffect(() => void table.start(), [table]);
  const reports = useMemo(() => new ReportImporter(pool), [pool]);
  useEffect(() => void pool.recountIfDue(), [pool]);
  useEffect(() => {
    if (inboxId) void importer.openInbox(inboxId);
  }, [importer, inboxId]);
  useEffect(() => {
    // What the address led to at once, the desk has opened with.
    if (promotionId && firstPromotion.current !== promotionId) void desk.open(promotionId);
  }, [desk, promotionId]);

  const page = route.page === 'inbox' ? 'home' : route.page;
  const { promotions, early } = state;
  const opened = promotions ?? (early && early.promotion.id === promotionId ? [early] : null);
  const inline = page === 'home' && promotions?.length === 0;
  const add = useAddCodes(importer, inline);
  const onto = opened?.find((each) => each.promotion.id === promotionId)?.promotion;
  const chosen = useCallback(
    async (files: readonly File[]) => {
      const lists = await reports.sift(files);
      if (lists.length < files.length) {
        add.hide();
        location.hash = '#/orders';
      }
      if (lists.length > 0) importer.readDropped(lists);
    },
    [importer, reports, add.hide],
  );
  const dropped = useCallback(
    async ({ files, problem }: Dropped) => {
      const { ours, others } = await sortOut(files);
      if (ours) {
        setGiven(ours);
        location.hash = '#/settings';
      }
      if (!problem && others.length === 0) return;
      if (onto) add.fill(onto);
      if (problem) importer.refuse(problem);
      else await chosen(others);
    },
    [importer, onto, add.fill, chosen],
  );
  const find = useMemo(() => findActs(desk, pool), [desk, pool]);
  const over = useFileDrop(dropped, add.open ? 'sheet' : 'page');
  const { stage } = useStore(importer);
  const filled = stage.kind === 'added' && !stage.several ? stage.promotionId : null;
  const added = stage.kind === 'added';
  const asksName = !pool.knowsWho && !state.settings.nameAsked && !state.settings.yourName;
  useEffect(() => {
    if (!added) return;
    if (filled) void desk.open(filled);
    // A captured file that was added is no longer there to be opened again by a reload.
    if (location.hash.startsWith('#/inbox/')) location.replace('#/');
  }, [desk, added, filled]);
  const taken = useCallback(() => setGiven(null), []);

  const addReports = (
    <AddReports pool={pool} reports={reports} promotions={(promotions ?? []).map((each) => each.promotion)} />
  );

  return (
    <Shell
      root={root}
      page={page}
      over={over}
      onAdd={opened !== null && !inline ? () => add.ask(onto) : null}
    >
      <PageTop
        {...pageNames(route, opened)}
        focusFor={firstPromotion.current === undefined ? promotionId : null}
      >
        {opened !== null && opened.length > 0 && <FindBox acts={find} workspace="" />}
      </PageTop>
      <PoolNotice href={settingsHref('colleagues')} />
      {state.problem && <Notice tone="problem" text={state.problem} />}
      {state.lost && <LostCodes lost={state.lost} onSeenTo={() => void desk.goOnWithout()} />}
      <Damaged items={state.damaged} notice={state.notice} onExport={(id) => void desk.exportReadable(id)} />
      <HeldByCopy
        held={state.heldByCopies}
        promotions={promotions ?? []}
        onRelease={(id) => void desk.releaseHeldByCopies(id)}
      />
      <StartNotes pool={pool} />
      <WhatsNew />
      <RulesChanged hasPromotions={promotions && promotions.length > 0} />
      <ImportNews importer={importer} />
      {page === 'home' && added && asksName && <YourName />}
      {page === 'home' && <DamagedRows pool={pool} store="inbox" />}
      {page === 'home' && (
        <Home
          desk={desk}
          importer={importer}
          onAdd={add.ask}
          onFiles={(files) => void chosen(files)}
          reports={addReports}
        />
      )}
      {page === 'promotions' && <PromotionsPage desk={desk} table={table} onAdd={() => add.ask()} />}
      {route.page === 'promotion' && <PromotionPage key={route.id} pool={pool} desk={desk} route={route} />}
      {route.page === 'people' && (
        <PeoplePage
          key={`${route.id}/${route.search}`}
          pool={pool}
          desk={desk}
          promotionId={route.id}
          search={route.search}
        />
      )}
      {page === 'orders' && (
        <OrdersPage
          pool={pool}
          reports={reports}
          promotions={promotions?.map(({ promotion }) => promotion) ?? []}
          addReports={addReports}
        />
      )}
      {route.page === 'proof' && <DamagedRows pool={pool} store="proofs" />}
      {route.page === 'proof' &&
        (route.id ? <ProofPage pool={pool} id={route.id} /> : <ProofList pool={pool} />)}
      {route.page === 'plan' && <PlannerPage key={route.id} id={route.id} />}
      {route.page === 'help' && <HelpPage topic={route.topic} />}
      {route.page === 'settings' && (
        <SettingsPage pool={pool} desk={desk} section={route.section} given={given} onTaken={taken} />
      )}
      <AddCodesSheet
        importer={importer}
        promotions={(promotions ?? []).map((each) => each.promotion)}
        onFiles={(files) => void chosen(files)}
        open={add.open && promotions !== null}
        onClose={add.close}
      />
    </Shell>
  );
}

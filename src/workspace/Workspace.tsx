import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type OursGiven, sortOut } from '../actions/backup/ours';
import type { Desk } from '../actions/desk/desk';
import { copyAnswer, findAnswers, prepareAnswers } from '../actions/desk/find';
import type { Importer } from '../actions/import/importing';
import type { Pool } from '../actions/pool';
import { PromotionTable } from '../actions/promotions/promotion-table';
import { FindBox } from '../ui/find/FindBox';
import { Notice } from '../ui/parts/Notice';
import { useSteadyFocus } from '../ui/parts/use-steady-focus';
import { useStore } from '../ui/parts/use-store';
import { Damaged } from '../ui/promotion/Damaged';
import { HeldByCopy } from '../ui/promotion/HeldByCopy';
import { LostCodes } from '../ui/promotion/LostCodes';
import { BackupPage } from './backup/BackupPage';
import { DamagedRows } from './backup/DamagedRows';
import { Home } from './Home';
import { HelpPage } from './help/HelpPage';
import { WhatsNew } from './help/WhatsNew';
import type { Dropped } from './import/choose/dropped-files';
import { useFileDrop } from './import/choose/use-file-drop';
import { useRoute } from './parts/use-route';
import { PromotionPage } from './promotion/PromotionPage';
import { PromotionsPage } from './promotions/PromotionsPage';
import { ProofList } from './proof/ProofList';
import { ProofPage } from './proof/ProofPage';
import { StartNotes } from './StartNotes';
import { SettingsPage } from './settings/SettingsPage';
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
  useEffect(() => {
    if (inboxId) void importer.openInbox(inboxId);
  }, [importer, inboxId]);
  useEffect(() => {
    if (promotionId) void desk.open(promotionId);
  }, [desk, promotionId]);

  const isHome = route.page === 'home' || route.page === 'inbox';
  const dropped = useCallback(
    async ({ files, problem }: Dropped) => {
      const { ours, others } = await sortOut(files);
      if (ours) {
        setGiven(ours);
        location.hash = '#/settings';
      }
      if (!problem && others.length === 0) return;
      const onto = desk.state.promotions?.find((each) => each.promotion.id === promotionId)?.promotion;
      if (onto) importer.fill({ promotion: onto.name, marketplace: onto.marketplace ?? '' });
      // Where lists are read; but a file of ours comes first.
      if (!isHome && !ours) location.hash = '#/';
      if (problem) importer.refuse(problem);
      else importer.readDropped(others);
    },
    [desk, importer, promotionId, isHome],
  );
  const over = useFileDrop(dropped);
  const taken = useCallback(() => setGiven(null), []);
  const page = route.page === 'inbox' ? 'home' : route.page;

  return (
    <Shell root={root} page={page} over={over}>
      <PageTop
        {...pageNames(route, state.promotions)}
        focusFor={firstPromotion.current === undefined ? promotionId : null}
      >
        {state.promotions !== null && state.promotions.length > 0 && (
          <FindBox
            onPrepare={() => prepareAnswers(pool)}
            onFind={(text) => findAnswers(pool, text)}
            onCopy={(code) => copyAnswer(pool, code)}
            onMarkUsed={async (id, code, order) => void (await desk.markUsed(id, code, order))}
          />
        )}
      </PageTop>
      {state.problem && <Notice tone="problem" text={state.problem} />}
      {state.lost && <LostCodes lost={state.lost} onSeenTo={() => void desk.goOnWithout()} />}
      <Damaged items={state.damaged} notice={state.notice} onExport={(id) => void desk.exportReadable(id)} />
      <HeldByCopy
        held={state.heldByCopies}
        promotions={state.promotions ?? []}
        onRelease={(id) => void desk.releaseHeldByCopies(id)}
      />
      <StartNotes pool={pool} />
      <WhatsNew />
      {page === 'home' && <DamagedRows pool={pool} store="inbox" />}
      {page === 'home' && <Home desk={desk} importer={importer} />}
      {page === 'promotions' && <PromotionsPage desk={desk} table={table} />}
      {route.page === 'promotion' && <PromotionPage key={route.id} pool={pool} desk={desk} route={route} />}
      {route.page === 'proof' && <DamagedRows pool={pool} store="proofs" />}
      {route.page === 'proof' &&
        (route.id ? <ProofPage pool={pool} id={route.id} /> : <ProofList pool={pool} />)}
      {route.page === 'help' && <HelpPage topic={route.topic} />}
      {page === 'settings' && (
        <div class="settings-page">
          <SettingsPage desk={desk} />
          <BackupPage pool={pool} desk={desk} given={given} onTaken={taken} />
        </div>
      )}
    </Shell>
  );
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type OursGiven, sortOut } from '../actions/backup/ours';
import type { Desk } from '../actions/desk/desk';
import { findActs } from '../actions/find/find-acts';
import type { Importer } from '../actions/import/importing';
import type { Pool } from '../actions/pool';
import { PromotionTable } from '../actions/promotions/promotion-table';
import { FindBox } from '../ui/find/FindBox';
import { Logo } from '../ui/parts/Logo';
import { Notice } from '../ui/parts/Notice';
import { Sentence } from '../ui/parts/Sentence';
import { useSteadyFocus } from '../ui/parts/use-steady-focus';
import { useStore } from '../ui/parts/use-store';
import { Damaged } from '../ui/promotion/Damaged';
import { HeldByCopy } from '../ui/promotion/HeldByCopy';
import { LostCodes } from '../ui/promotion/LostCodes';
import { say } from '../words/say';
import { BackupPage } from './backup/BackupPage';
import { DamagedRows } from './backup/DamagedRows';
import { Home } from './Home';
import type { Dropped } from './import/choose/dropped-files';
import { useFileDrop } from './import/choose/use-file-drop';
import { useRoute } from './parts/use-route';
import { PeoplePage } from './people/PeoplePage';
import { PromotionPage } from './promotion/PromotionPage';
import { PromotionsPage } from './promotions/PromotionsPage';
import { ProofList } from './proof/ProofList';
import { ProofPage } from './proof/ProofPage';
import { StartNotes } from './StartNotes';
import { SettingsPage } from './settings/SettingsPage';

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
  const firstRoute = useRef(route);
  const [given, setGiven] = useState<OursGiven | null>(null);
  const inboxId = route.page === 'inbox' ? route.id : null;
  const promotionId = route.page === 'promotion' ? route.id : null;

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
  const find = useMemo(() => findActs(desk, pool), [desk, pool]);
  const over = useFileDrop(dropped);
  const taken = useCallback(() => setGiven(null), []);
  const page = route.page === 'inbox' ? 'home' : route.page;

  return (
    <div ref={root} class={`workspace ${over ? 'workspace-drop' : ''}`}>
      <header class="top">
        <a class="brand" href="#/">
          <Logo /> {say('name')}
        </a>
        <nav aria-label={say('workspaceNav')}>
          <a href="#/" aria-current={page === 'home' ? 'page' : undefined}>
            {say('homeTitle')}
          </a>
          <a
            href="#/promotions"
            aria-current={page === 'promotions' ? 'page' : page === 'promotion' ? 'true' : undefined}
          >
            {say('tableTitle')}
          </a>
          <a href="#/people" aria-current={page === 'people' ? 'page' : undefined}>
            {say('peopleTitle')}
          </a>
          <a href="#/proof" aria-current={page === 'proof' ? 'page' : undefined}>
            {say('proofsTitle')}
          </a>
          <a href="#/settings" aria-current={page === 'settings' ? 'page' : undefined}>
            {say('settingsTitle')}
          </a>
        </nav>
        {state.promotions !== null && state.promotions.length > 0 && <FindBox acts={find} workspace="" />}
      </header>
      <main>
        {state.problem && <Notice tone="problem" text={state.problem} />}
        {state.lost && <LostCodes lost={state.lost} onSeenTo={() => void desk.goOnWithout()} />}
        <Damaged
          items={state.damaged}
          notice={state.notice}
          onExport={(id) => void desk.exportReadable(id)}
        />
        <HeldByCopy
          held={state.heldByCopies}
          promotions={state.promotions ?? []}
          onRelease={(id) => void desk.releaseHeldByCopies(id)}
        />
        <StartNotes pool={pool} />
        {page === 'home' && <DamagedRows pool={pool} store="inbox" />}
        {page === 'home' && <Home desk={desk} importer={importer} />}
        {page === 'promotions' && <PromotionsPage desk={desk} table={table} />}
        {route.page === 'promotion' && (
          <PromotionPage
            key={route.id}
            pool={pool}
            desk={desk}
            route={route}
            takesFocus={route !== firstRoute.current}
          />
        )}
        {route.page === 'people' && (
          <PeoplePage
            key={`${route.id}/${route.search}`}
            pool={pool}
            desk={desk}
            promotionId={route.id}
            search={route.search}
          />
        )}
        {route.page === 'proof' && <DamagedRows pool={pool} store="proofs" />}
        {route.page === 'proof' &&
          (route.id ? <ProofPage pool={pool} id={route.id} /> : <ProofList pool={pool} />)}
        {page === 'settings' && (
          <div class="settings-page">
            <SettingsPage desk={desk} />
            <BackupPage pool={pool} desk={desk} given={given} onTaken={taken} />
          </div>
        )}
      </main>
      <footer class="foot">
        <Sentence
          of={say('workspaceFoot', { save: '{save}' })}
          parts={{ save: <a href="#/settings">{say('workspaceFootSave')}</a> }}
        />
      </footer>
      {over && (
        <div class="drop-veil" aria-hidden="true">
          {say('workspaceDrop')}
        </div>
      )}
    </div>
  );
}

import { render } from 'preact';
import { keepBadge } from '../actions/attention';
import { Desk } from '../actions/desk/desk';
import { Importer } from '../actions/import/importing';
import { openPool } from '../actions/open-pool';
import { leadToFaults } from '../ui/page/lead-to-faults';
import { speakPage } from '../ui/page/speak-page';
import { wearTheme } from '../ui/page/wear-theme';
import { Failure } from '../ui/parts/Failure';
import { sentenceOf } from '../words/problem-words';
import { say } from '../words/say';
import { routeOf } from './parts/route';
import { Workspace } from './Workspace';

const root = document.getElementById('app') as HTMLElement;

async function start() {
  const pool = await openPool({
    onVersionChange: () => render(<Failure text={say('workspaceUpdated')} />, root),
  });
  const desk = new Desk(pool);
  const importer = new Importer(pool);
  keepBadge(desk);
  const route = routeOf(location.hash);
  desk.start(route.page === 'promotion' ? route.id : null);
  importer.start();
  render(<Workspace pool={pool} desk={desk} importer={importer} />, root);
}

speakPage();
leadToFaults();
void wearTheme().catch((error) => console.warn('The colors chosen are not known:', error));
start().catch((error) => render(<Failure text={sentenceOf(error)} />, root));

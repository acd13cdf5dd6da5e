import { render } from 'preact';
import { keepBadge } from '../actions/attention';
import { Desk } from '../actions/desk/desk';
import { openDeskPool } from '../actions/open-pool';
import { openWorkspace } from '../actions/open-workspace';
import { inPopup, wayToPanel } from '../platform/panel';
import { leadToFaults } from '../ui/page/lead-to-faults';
import { speakPage } from '../ui/page/speak-page';
import { wearTheme } from '../ui/page/wear-theme';
import { Failure } from '../ui/parts/Failure';
import { sentenceOf } from '../words/problem-words';
import { say } from '../words/say';
import { Popup } from './Popup';

const root = document.getElementById('app') as HTMLElement;

async function start() {
  const pool = await openDeskPool({
    onVersionChange: () => render(<Failure text={say('popupUpdated')} />, root),
  });
  const desk = new Desk(
    pool,
    (promotionId, kind) => void openWorkspace(`/promotion/${promotionId}/export/${kind}`),
  );
  keepBadge(desk);
  desk.start();
  const [keepOpen] = await Promise.all([popup ? wayToPanel() : null, desk.recallLastCode()]);
  render(<Popup desk={desk} pool={pool} keepOpen={keepOpen} />, root);
}

// The same page stands under the toolbar icon, which takes its width from it, and in a panel, which has its own.
const popup = inPopup();
document.documentElement.classList.toggle('in-panel', !popup);
speakPage();
leadToFaults();
void wearTheme().catch((error) => console.warn('The colors chosen are not known:', error));
start().catch((error) => render(<Failure text={sentenceOf(error)} />, root));

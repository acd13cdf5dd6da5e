import { render } from 'preact';
import { Desk } from '../actions/desk/desk';
import { openDeskPool } from '../actions/desk-pool';
import { openWorkspace } from '../actions/open-workspace';
import { Failure } from '../ui/parts/Failure';
import { leadToFaults } from '../ui/parts/lead-to-faults';
import { speakPage } from '../ui/parts/speak-page';
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
  desk.start();
  await desk.recallLastCode();
  render(<Popup desk={desk} pool={pool} />, root);
}

speakPage();
leadToFaults();
start().catch((error) => render(<Failure text={sentenceOf(error)} />, root));

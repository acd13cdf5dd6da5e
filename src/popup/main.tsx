import { render } from 'preact';
import { Desk } from '../actions/desk/desk';
import { openWorkspace } from '../actions/open-workspace';
import { sentenceOf } from '../actions/words';
import { openLedger } from '../ledger';
import { Failure } from '../ui/parts/Failure';
import { leadToFaults } from '../ui/parts/lead-to-faults';
import { Popup } from './Popup';

const root = document.getElementById('app') as HTMLElement;

async function start() {
  const db = await openLedger({
    onVersionChange: () =>
      render(<Failure text="Claimcheck was updated. Close this window and open it again." />, root),
  });
  const desk = new Desk(
    db,
    (promotionId, kind) => void openWorkspace(`/promotion/${promotionId}/export/${kind}`),
  );
  desk.start();
  await desk.recallLastCode();
  render(<Popup desk={desk} db={db} />, root);
}

leadToFaults();
start().catch((error) => render(<Failure text={sentenceOf(error)} />, root));

import { render } from 'preact';
import { Desk } from '../actions/desk/desk';
import { Importer } from '../actions/import/importing';
import { sentenceOf } from '../actions/words';
import { openLedger } from '../ledger';
import { Failure } from '../ui/parts/Failure';
import { leadToFaults } from '../ui/parts/lead-to-faults';
import { Workspace } from './Workspace';

const root = document.getElementById('app') as HTMLElement;

async function start() {
  const db = await openLedger({
    onVersionChange: () => render(<Failure text="Claimcheck was updated. Reload this page." />, root),
  });
  const desk = new Desk(db);
  const importer = new Importer(db);
  desk.start();
  importer.start();
  render(<Workspace db={db} desk={desk} importer={importer} />, root);
}

leadToFaults();
start().catch((error) => render(<Failure text={sentenceOf(error)} />, root));

// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { deskPool } from '../../../src/actions/desk-pool';
import { defaultSettings } from '../../../src/stored/settings';
import { teamDeskPool } from '../../../src/team/pool/team-pool';
import { GivingOutSettings } from '../../../src/workspace/settings/GivingOutSettings';
import { freshLedger } from '../../ledger/helpers';

afterEach(() => render(null, document.body));

it('asks for a name that is kept with what is given out, but not where the pool knows who gives out', async () => {
  const own = deskPool(await freshLedger());
  const team = teamDeskPool(own, async () => undefined as never, { isDue: async () => false });
  for (const [pool, asks] of [
    [own, true],
    [team, false],
  ] as const) {
    const kept = { settings: defaultSettings, onSave: () => undefined };
    render(<GivingOutSettings {...kept} asksName={!pool.knowsWho} />, document.body);
    expect(document.querySelector('[data-testid="setting-yourName"]') !== null).toBe(asks);
    expect(document.querySelector('[data-testid="setting-dailyTarget"]')).not.toBeNull();
  }
});

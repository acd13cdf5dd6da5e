import { expect, it } from 'vitest';
import { alertRules } from '../../../src/domain/alerts/alert-rules';
import { changesSince, ruleChanges, rulesOf, rulesVersion } from '../../../src/domain/checks/rule-book';
import { marketplaceCodes } from '../../../src/domain/marketplaces';
import { crc32OfText } from '../../../src/domain/text/crc32';

it('leaves out what makes no sense for a kind, and holds all else everywhere', () => {
  expect(rulesOf('percentage-off', 'US')).toMatchObject({ leftOut: [], leadHours: 4, budgetStopsAt: 80 });
  expect(rulesOf('social', 'DE').leftOut).toContain('claim-code-single-use');
  expect(rulesOf('bogo', null)).toMatchObject({
    shortestDays: 3,
    leftOut: expect.arrayContaining(['tiers']),
  });
});

it('tells every change after the version seen, and none again', () => {
  const told = [2, 3, 5].map((version) => ({ version, what: 'rulesChangedCosts' as const }));
  expect(changesSince(2, told).map(({ version }) => version)).toEqual([3, 5]);
  expect(changesSince(rulesVersion)).toEqual([]);
});

it('counts its versions upward', () => {
  const versions = ruleChanges.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  expect(rulesVersion).toBe(Math.max(1, ...versions));
});

it('has a new version for each change of a rule, of the checklist or of an alert', () => {
  const kinds = ['percentage-off', 'social', 'bogo', 'unknown'] as const;
  const all = [
    kinds.map((kind) => [null, ...marketplaceCodes].map((store) => rulesOf(kind, store))),
    alertRules,
  ];
  // Another sum means that a rule changed: add it to `ruleChanges`, and write its version and the sum here.
  expect([rulesVersion, crc32OfText(JSON.stringify(all))]).toEqual([2, 1465250701]);
});

// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pool } from '../../../src/actions/pool';
import { rulesVersion } from '../../../src/domain/checks/rule-book';
import { rulesSeen } from '../../../src/stored/rules-seen';
import { RulesChanged } from '../../../src/workspace/help/RulesChanged';
import { forget } from '../../actions/fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

beforeEach(forget);
afterEach(() => render(null, document.body));

async function open(promotions: number): Promise<string> {
  render(null, document.body);
  const pool = { listPromotions: async () => Array.from({ length: promotions }) } as unknown as Pool;
  render(<RulesChanged pool={pool} />, document.body);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return document.body.textContent ?? '';
}

it('tells whoever worked by earlier rules what changed, until it is closed, and never again', async () => {
  expect(await open(1)).toContain('your whole stock');
  expect(await open(1)).toContain('your whole stock');
  document.querySelector('button')?.click();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.body.textContent).toBe('');
  expect(await open(1)).toBe('');
});

it('tells nothing to whoever begins with these rules', async () => {
  expect(await open(0)).toBe('');
  expect(await rulesSeen.read()).toBe(rulesVersion);
  expect(await open(3)).toBe('');
});

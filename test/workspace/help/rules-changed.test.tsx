// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rulesVersion } from '../../../src/domain/checks/rule-book';
import { RulesNews } from '../../../src/popup/RulesNews';
import { rulesSeen } from '../../../src/stored/rules-seen';
import { RulesChanged } from '../../../src/workspace/help/RulesChanged';
import { forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

beforeEach(forget);
afterEach(() => render(null, document.body));

async function open(promotions: number): Promise<string> {
  render(null, document.body);
  render(<RulesChanged hasPromotions={promotions > 0} />, document.body);
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

it('tells nothing before it knows whether there are promotions', async () => {
  render(<RulesChanged hasPromotions={null} />, document.body);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.body.textContent).toBe('');
  expect(await rulesSeen.read()).toBeNull();
});

it('stands in the popup as one line with the way there, and is gone from both once it is closed in one', async () => {
  render(
    <>
      <RulesChanged hasPromotions />
      <RulesNews hasPromotions href="index.html#/" />
    </>,
    document.body,
  );
  const lines = () => [...document.querySelectorAll('[data-testid="rules-changed"]')];
  await eventually(() => expect(lines()).toHaveLength(2));
  expect(lines()[1]?.textContent).toContain('Claimcheck’s rules changed. See what changed');
  expect(lines()[1]?.querySelector('a')?.getAttribute('href')).toBe('index.html#/');
  lines()[1]?.querySelector('button')?.click();
  await eventually(() => expect(lines()).toHaveLength(0));
  expect(await rulesSeen.read()).toBe(rulesVersion);
});

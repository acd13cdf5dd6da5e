import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { badgeColor, showBadge } from '../../src/platform/badge';

const { icon, browser } = vi.hoisted(() => {
  const icon: Record<string, unknown> = {};
  const keep = async (what: object) => void Object.assign(icon, what);
  const action = {
    setBadgeText: keep,
    setTitle: keep,
    setBadgeTextColor: async ({ color }: { color: string }) => keep({ textColor: color }),
    setBadgeBackgroundColor: keep,
  };
  return { icon, browser: { action } };
});
vi.mock('../../src/platform/browser', () => ({ browser }));

beforeEach(() => {
  for (const key of Object.keys(icon)) delete icon[key];
});

it('writes the number and its meaning on the icon, and no number for none', async () => {
  await showBadge(3, 'three things');
  expect(icon).toEqual({ text: '3', title: 'three things', color: badgeColor, textColor: '#ffffff' });
  await showBadge(0, 'nothing');
  expect(icon).toMatchObject({ text: '', title: 'nothing' });
  await showBadge(120, 'many');
  expect(icon).toMatchObject({ text: '99+' });
});

it('has the color that the pages have for what needs attention', () => {
  const tokens = readFileSync('src/ui/tokens.css', 'utf8');
  expect(tokens).toContain(`--cc-warn: light-dark(${badgeColor},`);
});

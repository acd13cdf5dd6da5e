// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { commonParent } from '../../../src/page/locate/scene';

// The getters that a page can't replace are a real browser's.
vi.mock('../../../src/page/dom/dom', async (original) => ({
  ...(await original<object>()),
  contains: (around: Node, node: Node) => around.contains(node),
  parentNodeOf: (node: Node) => node.parentNode,
}));

it('is the smallest element around two fields', () => {
  document.body.innerHTML = '<form><p><input id="a"></p><p><input id="b"></p></form>';
  const field = (id: string) => document.getElementById(id) as HTMLElement;
  expect(commonParent(field('a'), field('b'))).toBe(document.querySelector('form'));
  expect(commonParent(field('a'), field('a'))).toBe(field('a'));
});

it('comes to an end where the page has taken one of them away', () => {
  document.body.innerHTML = '<form><p><input id="a"></p></form>';
  const here = document.getElementById('a') as HTMLElement;
  const gone = document.createElement('input');
  expect(commonParent(here, gone)).toBe(document);
  expect(commonParent(gone, here)).toBe(gone);
});

import axe from 'axe-core';
import type { Page } from './harness/index.ts';

const inject = new Function(axe.source) as () => void;

interface Names {
  setup(root: Node): void;
  teardown(): void;
  readonly commons: {
    readonly aria: { getRole(element: Element): string | null };
    readonly text: { accessibleText(element: Element): string };
  };
}

const told = [
  'button',
  'link',
  'textbox',
  'combobox',
  'listbox',
  'checkbox',
  'heading',
  'status',
  'alert',
  'region',
  'form',
  'navigation',
  'main',
  'search',
  'group',
  'dialog',
  'img',
];

/**
 * What a screen reader gets of the page, or of one element's shadow: `role "name"` of everything that one acts
 * on or finds one's way by.
 */
export async function tree(page: Page, within = 'body'): Promise<string[]> {
  await page.evaluate(inject);
  return page.evaluate(
    ([roles, selector]: readonly [readonly string[], string]) => {
      const { axe } = globalThis as unknown as { axe: Names };
      const holder = document.querySelector(selector);
      axe.setup(document);
      try {
        return [...(holder?.shadowRoot ?? holder ?? document).querySelectorAll('*')]
          .filter((each) => each.checkVisibility())
          .map((each) => [axe.commons.aria.getRole(each), axe.commons.text.accessibleText(each)] as const)
          .filter(([role]) => role !== null && roles.includes(role))
          .map(([role, name]) => `${role} "${name.replace(/\s+/g, ' ').trim()}"`);
      } finally {
        axe.teardown();
      }
    },
    [told, within] as const,
  );
}

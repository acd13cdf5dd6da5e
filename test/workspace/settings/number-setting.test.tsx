// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { NumberSetting } from '../../../src/workspace/settings/NumberSetting';

afterEach(() => render(null, document.body));

const saved: number[] = [];
function show(value: number, hint = ''): HTMLInputElement {
  const save = (next: number) => saved.push(next);
  render(
    <NumberSetting
      {...{ name: 'n', label: 'Days', hint, least: 0, most: 100, fault: 'No', value, optional: true }}
      onSave={save}
    />,
    document.body,
  );
  return document.querySelector('input') as HTMLInputElement;
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

it('takes away nothing that is typed where the page is drawn anew meanwhile', async () => {
  const field = show(0);
  type(field, '4');
  await settle();
  show(0, 'Another hint');
  await settle();
  expect(field.value).toBe('4');
  type(field, '45');
  field.dispatchEvent(new Event('change', { bubbles: true }));
  expect(saved).toEqual([45]);
  show(45);
  await settle();
  expect(field.value).toBe('45');
  // Another page changed it.
  show(0);
  await settle();
  expect(field.value).toBe('');
});

it('keeps in sight what it refuses', async () => {
  const field = show(7);
  type(field, '101');
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  show(7, 'Another hint');
  await settle();
  expect(field.value).toBe('101');
  expect(document.body.textContent).toContain('No');
  expect(saved).toEqual([45]);
});

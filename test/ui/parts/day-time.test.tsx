// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DayTime, leadToHalfDate } from '../../../src/ui/parts/DayTime';

let value = '';
const at = (id: string) => document.querySelector(`[data-testid="${id}"]`) as HTMLInputElement;

function draw(): void {
  const onInput = (next: string) => {
    value = next;
    draw();
  };
  render(
    <details>
      <DayTime label="Ends" value={value} otherwise="23:59" testId="end" onInput={onInput} />
    </details>,
    document.body,
  );
}

function type(id: string, text: string): void {
  at(id).value = text;
  at(id).dispatchEvent(new Event('input', { bubbles: true }));
}

afterEach(() => {
  render(null, document.body);
  value = '';
});

describe('a day and its time', () => {
  it('takes a day alone, with the time that is meant then', () => {
    draw();
    type('end', '2026-12-31');
    expect(value).toBe('2026-12-31T23:59');
    expect(at('end-time').value).toBe('23:59');
    type('end-time', '18:30');
    type('end', '2027-01-02');
    expect(value).toBe('2027-01-02T18:30');
  });

  it('is not known without a day, and keeps the time that was typed, also first, while the day changes', () => {
    draw();
    type('end-time', '18:30');
    expect(value).toBe('');
    type('end', '2026-12-31');
    expect(value).toBe('2026-12-31T18:30');
    type('end-time', '');
    expect(value).toBe('2026-12-31T18:30');
    type('end', '');
    expect(value).toBe('');
    type('end', '2026-11-30');
    expect(value).toBe('2026-11-30T18:30');
  });

  it('leads to what is wrong, also where it is folded away', () => {
    draw();
    expect(leadToHalfDate(document.body)).toBe(false);
    at('end').setCustomValidity('half');
    let told = false;
    at('end').reportValidity = () => {
      told = true;
      return false;
    };
    expect(leadToHalfDate(document.body)).toBe(true);
    expect(document.querySelector('details')?.open).toBe(true);
    expect(told).toBe(true);
  });
});

// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { Sentence } from '../../../src/ui/parts/Sentence';
import { sayWhom } from '../../../src/words/format';
import { say, sayCount } from '../../../src/words/say';

it('a sentence takes elements into its places, wherever they stand', () => {
  const root = document.createElement('p');
  render(
    <Sentence of={say('damagedLoad', { link: '{link}' })} parts={{ link: <a href="#copy">a copy</a> }} />,
    root,
  );
  expect(root.innerHTML).toBe('<a href="#copy">a copy</a>: this fixes everything that the backup contains.');
  render(<Sentence of="{braces} of a name stay" parts={{}} />, root);
  expect(root.textContent).toBe('{braces} of a name stay');
});

it('a count can be an element, too, and still decides the form', () => {
  expect(sayCount('overShort', 1, { count: '{count}' })).toBe('Giveaway stopped, {count} code still works');
  expect(sayCount('overShort', 1234)).toBe('Giveaway stopped, 1,234 codes still work');
});

it('a sentence has a form for whoever was named', () => {
  const told = (to: string, channel: string) =>
    sayWhom(
      { to, channel },
      () => 'nobody',
      (whom) => `to ${whom}`,
      (through) => `through ${through}`,
    );
  expect(told('', '')).toBe('nobody');
  expect(told('Anna', '')).toBe('to Anna');
  expect(told('Anna', 'Instagram')).toBe('to Anna through Instagram');
  expect(told('Vipon', 'Vipon')).toBe('to Vipon');
  expect(told('', 'Instagram')).toBe('through Instagram');
});

// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { Problem, said } from '../../../src/domain/problem';
import { Told } from '../../../src/ui/parts/Told';
import { sentenceOf, toldProblem } from '../../../src/words/problem-words';

/** Something that stands in the way for a while. */
class Passing extends Problem {
  constructor(override readonly over: Promise<void>) {
    super(said('deskGone'));
  }
}

it('tells why an act failed until that is over, and what another came to', async () => {
  let pass = () => {};
  const problem = new Passing(
    new Promise((resolve) => {
      pass = resolve;
    }),
  );
  const shown = () => document.querySelector('.cc-notice')?.textContent ?? null;
  const told = toldProblem(problem);
  render(<Told told={told} />, document.body);
  await expect.poll(shown).toBe(sentenceOf(problem));
  // Effects come after it is drawn.
  await new Promise((resolve) => setTimeout(resolve, 100));
  pass();
  await expect.poll(shown).toBe(null);
  render(<Told told={toldProblem(new Error('Another'))} />, document.body);
  await expect.poll(shown).toBe('Another');
});

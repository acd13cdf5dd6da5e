// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { SeveralForm } from '../../../src/ui/give/SeveralForm';
import { aPromotion } from '../../a-promotion';

it('has the focus where one types first as soon as it stands there', () => {
  const nothing = { channels: [], platforms: [], onGive: () => {}, onCancel: () => {} };
  render(<SeveralForm promotion={aPromotion()} left={9} {...nothing} />, document.body);
  expect((document.activeElement as HTMLElement).dataset.testid).toBe('several-count');
});

import { wholeNumber } from '../../domain/text/typed-number';
import { say, sayCount } from '../../words/say';

/** How many codes the seller typed (0 where it is no whole number), and what is wrong with that where so few are left. */
export function howMany(typed: string, left: number): { wanted: number; fault: string | undefined } {
  const wanted = wholeNumber(typed) ?? 0;
  if (left === 0) return { wanted, fault: say('howManyNoneLeft') };
  if (wanted < 1) return { wanted, fault: say('howManyType') };
  if (wanted > left) return { wanted, fault: sayCount('howManyOnly', left, { left }) };
  return { wanted, fault: undefined };
}

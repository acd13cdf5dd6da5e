import { wholeNumber } from '../../domain/text/whole-number';
import { codes, number } from '../../words/format';

/** How many codes the seller typed (0 where it is no whole number), and what is wrong with that where so few are left. */
export function howMany(typed: string, left: number): { wanted: number; fault: string | undefined } {
  const wanted = wholeNumber(typed) ?? 0;
  if (left === 0) return { wanted, fault: 'No codes left.' };
  if (wanted < 1) return { wanted, fault: 'Type how many codes, as a whole number.' };
  if (wanted > left) return { wanted, fault: `Only ${codes(left)} left: type ${number(left)} or fewer.` };
  return { wanted, fault: undefined };
}

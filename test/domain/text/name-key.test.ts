import { expect, it } from 'vitest';
import { nameKey, sameName } from '../../../src/domain/text/name-key';

it.each([
  ['José García', 'José García'],
  ['José García', 'José  García'],
  ['José García', 'José\u00a0García'],
  ['José García', ' JOSÉ\tGARCÍA\u3000'],
  ['José García', 'Jo\u200bsé Gar\u200dcía\u202c'],
  ['ＡＮＮＡ', 'anna'],
  ['ｱﾝﾅ', 'アンナ'],
  ['Strauß', 'STRAUSS'],
  ['ΝΙΚΟΣ', 'Νίκος'.replace('ί', 'ι')],
  ['ﬁlip', 'Filip'],
])('“%s” and “%s” are one name', (a, b) => expect(sameName(a, b)).toBe(true));

it.each([
  ['Anna', 'Anne'],
  ['José', 'Jose'],
  ['Anna B', 'AnnaB'],
])('“%s” and “%s” are two', (a, b) => expect(sameName(a, b)).toBe(false));

it('leaves nothing of a name that can’t be seen', () => expect(nameKey(' \u200b\u00a0\u2060')).toBe(''));

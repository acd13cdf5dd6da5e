import { describe, expect, it } from 'vitest';
import { groupPeople } from '../../src/domain/same-person';

const of = (...people: [to: string, handle?: string][]) =>
  groupPeople(people.map(([to, handle = '']) => ({ to, handle })));

describe('who is the same person', () => {
  it('goes by the address where there is one, whatever the name and the order', () => {
    expect(of(['Anna', 'a@x.org'], ['Annie', 'A@X.org'], ['Anna', 'b@x.org'])).toEqual([0, 0, 1]);
    expect(of(['anna'], ['Anna', 'a@x.org'], ['a@x.org'])).toEqual([0, 0, 0]);
  });

  it('takes a bare name as the one person of that name, and as somebody else where there are several', () => {
    expect(of(['Anna', 'a@x.org'], ['Anna', 'b@x.org'], ['ANNA'], ['Anna '])).toEqual([0, 1, 2, 2]);
    expect(of(['Ｂert'], ['bert'], ['Carl'], [''])).toEqual([0, 0, 1, -1]);
  });
});

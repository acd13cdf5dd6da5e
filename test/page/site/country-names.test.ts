import { describe, expect, it } from 'vitest';
import { marketplaceCodes } from '../../../src/domain/marketplaces';
import { countryCalled } from '../../../src/page/site/country-names';

const locales = 'en de fr it es pt nl pl sv tr ja zh zh-Hant ar hi vi ko'.split(' ');

describe('countries by their names', () => {
  it.each(locales)('knows each store in %s, by its long name and its short one', (locale) => {
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames(locale, { type: 'region', style });
      for (const code of marketplaceCodes) {
        const name = names.of(code === 'UK' ? 'GB' : code) ?? '';
        expect(countryCalled(name), name).toBe(code);
      }
    }
  });

  it('takes no account for a country', () => {
    for (const name of ['Northwind Pantry LLC', 'in', 'it', '山田商店', 'United Kitchens'])
      expect(countryCalled(name), name).toBeNull();
  });
});

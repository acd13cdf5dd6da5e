import { type Limits, limitNames, mostOfLimits, type StoreLimits } from '../domain/checks/limits';
import { isMarketplaceCode } from '../domain/marketplaces';
import { isRecord } from './local';

/** The limits of single stores out of what is stored; what is no store or no limit is left out. */
export function storeLimitsFrom(stored: unknown): StoreLimits {
  const stores = Object.entries(isRecord(stored) ? stored : {}).flatMap(([store, told]) => {
    if (!isMarketplaceCode(store) || !isRecord(told)) return [];
    const limits = limitNames.filter((name) => isLimit(name, told[name]));
    return limits.length > 0 ? [[store, Object.fromEntries(limits.map((name) => [name, told[name]]))]] : [];
  });
  return Object.fromEntries(stores) as StoreLimits;
}

function isLimit(name: keyof Limits, value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostOfLimits[name];
}

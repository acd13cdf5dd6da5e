import type { SentenceKey } from '../../words/sentences';
import type { Route } from '../parts/route';
import type { IconName } from './icons';

interface Room {
  readonly href: string;
  readonly name: SentenceKey &
    ('homeTitle' | 'tableTitle' | 'peopleTitle' | 'ordersTitle' | 'settingsTitle' | 'helpTitle');
  readonly icon: IconName;
  /** The page it leads to, and those that are reached from there. */
  readonly page: Route['page'];
  readonly holds: readonly Route['page'][];
  readonly testId?: string;
}

/** What the navigation leads to, in its order. */
export const rooms: readonly Room[] = [
  { href: '#/', name: 'homeTitle', icon: 'home', page: 'home', holds: ['inbox'] },
  {
    ...{ href: '#/promotions', name: 'tableTitle', icon: 'promotions' },
    ...{ page: 'promotions', holds: ['promotion', 'proof', 'plan'] },
  },
  { href: '#/people', name: 'peopleTitle', icon: 'people', page: 'people', holds: [] },
  { href: '#/orders', name: 'ordersTitle', icon: 'orders', page: 'orders', holds: [], testId: 'add-report' },
  { href: '#/settings', name: 'settingsTitle', icon: 'settings', page: 'settings', holds: [] },
  { href: '#/help', name: 'helpTitle', icon: 'help', page: 'help', holds: [] },
];

import type { BrowserName } from './types.ts';

export function lookForBrowser(name: BrowserName): string | null;
export function findBrowser(name: BrowserName): string;

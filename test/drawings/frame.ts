import { marks } from './drawing.ts';

interface Page {
  lang: string;
  dir?: 'rtl' | undefined;
  title: string;
  css: string;
  header: string;
  main: string;
}

/** A page in a frame as Seller Central's. */
export function frame({ lang, dir, title, css, header, main }: Page): string {
  return `<!doctype html>
<html lang="${lang}"${dir ? ` dir="${dir}"` : ''}><head><meta charset="utf-8"><title>${title} - Amazon</title><style>${marks} ${css}</style></head>
<body>${header}<main>${main}</main><footer><a href="/help">Help</a></footer></body></html>`;
}

const storeNames: Readonly<Record<string, string>> = {
  US: 'United States',
  UK: 'United Kingdom',
  DE: 'Germany',
  FR: 'France',
  MX: 'Mexico',
  JP: 'Japan',
  TR: 'Turkey',
  AE: 'United Arab Emirates',
};

/** The header with the account and the store's English name. */
export const header = (store: string): string =>
  `<header id="sc-navbar"><a href="/home">amazon seller central</a><div class="partner-dropdown"><button type="button" class="partner-dropdown-button"><b>Northwind Pantry LLC</b> | <span>${storeNames[store]}</span></button></div><form role="search"><input type="search" placeholder="Search"></form></header>`;

/** One of Amazon's stores, by the short name sellers use for it. */
export interface Marketplace {
  readonly code: MarketplaceCode;
  /** Amazon's marketplace id, as in `mons_sel_mkid`. */
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** The time zone in which Amazon schedules the store's promotions. */
  readonly timeZone: string;
  /** Order of the parts in a date as the store writes it. */
  readonly dateOrder: 'mdy' | 'dmy' | 'ymd';
}

export const marketplaceCodes = [
  'US',
  'CA',
  'MX',
  'BR',
  'UK',
  'DE',
  'FR',
  'IT',
  'ES',
  'NL',
  'SE',
  'PL',
  'BE',
  'IE',
  'TR',
  'AE',
  'SA',
  'EG',
  'ZA',
  'IN',
  'SG',
  'AU',
  'JP',
] as const;

export type MarketplaceCode = (typeof marketplaceCodes)[number];

type Row = [
  id: string,
  name: string,
  currency: string,
  timeZone: string,
  dateOrder: Marketplace['dateOrder'],
];

/**
 * Ids: Amazon's published marketplace list. The time zones are the stores' own; that promotions are
 * scheduled in them is what sellers report, not something Amazon's help states for every store.
 */
const rows: Record<MarketplaceCode, Row> = {
  US: ['ATVPDKIKX0DER', 'United States', 'USD', 'America/Los_Angeles', 'mdy'],
  CA: ['A2EUQ1WTGCTBG2', 'Canada', 'CAD', 'America/Los_Angeles', 'mdy'],
  MX: ['A1AM78C64UM0Y8', 'Mexico', 'MXN', 'America/Los_Angeles', 'dmy'],
  BR: ['A2Q3Y263D00KWC', 'Brazil', 'BRL', 'America/Sao_Paulo', 'dmy'],
  UK: ['A1F83G8C2ARO7P', 'United Kingdom', 'GBP', 'Europe/London', 'dmy'],
  DE: ['A1PA6795UKMFR9', 'Germany', 'EUR', 'Europe/Berlin', 'dmy'],
  FR: ['A13V1IB3VIYZZH', 'France', 'EUR', 'Europe/Paris', 'dmy'],
  IT: ['APJ6JRA9NG5V4', 'Italy', 'EUR', 'Europe/Rome', 'dmy'],
  ES: ['A1RKKUPIHCS9HS', 'Spain', 'EUR', 'Europe/Madrid', 'dmy'],
  NL: ['A1805IZSGTT6HS', 'Netherlands', 'EUR', 'Europe/Amsterdam', 'dmy'],
  SE: ['A2NODRKZP88ZB9', 'Sweden', 'SEK', 'Europe/Stockholm', 'ymd'],
  PL: ['A1C3SOZRARQ6R3', 'Poland', 'PLN', 'Europe/Warsaw', 'dmy'],
  BE: ['AMEN7PMS3EDWL', 'Belgium', 'EUR', 'Europe/Brussels', 'dmy'],
  IE: ['A28R8C7NBKEWEA', 'Ireland', 'EUR', 'Europe/Dublin', 'dmy'],
  TR: ['A33AVAJ2PDY3EV', 'Turkey', 'TRY', 'Europe/Istanbul', 'dmy'],
  AE: ['A2VIGQ35RCS4UG', 'United Arab Emirates', 'AED', 'Asia/Dubai', 'dmy'],
  SA: ['A17E79C6D8DWNP', 'Saudi Arabia', 'SAR', 'Asia/Riyadh', 'dmy'],
  EG: ['ARBP9OOSHTCHU', 'Egypt', 'EGP', 'Africa/Cairo', 'dmy'],
  ZA: ['AE08WJ6YKNBMC', 'South Africa', 'ZAR', 'Africa/Johannesburg', 'ymd'],
  IN: ['A21TJRUUN4KGV', 'India', 'INR', 'Asia/Kolkata', 'dmy'],
  SG: ['A19VAU5U5O7RUS', 'Singapore', 'SGD', 'Asia/Singapore', 'dmy'],
  AU: ['A39IBJ37TRP1C6', 'Australia', 'AUD', 'Australia/Sydney', 'dmy'],
  JP: ['A1VC38T7YXB528', 'Japan', 'JPY', 'Asia/Tokyo', 'ymd'],
};

/** The store with this short name. */
export function marketplace(code: MarketplaceCode): Marketplace {
  const [id, name, currency, timeZone, dateOrder] = rows[code];
  return { code, id, name, currency, timeZone, dateOrder };
}

/** The time zone in which a store's promotions start and end; undefined where nobody knows the store. */
export function timeZoneOf(store: MarketplaceCode | '' | null): string | undefined {
  return store ? rows[store][3] : undefined;
}

/** The store with this Amazon marketplace id, or null for an id we don't know. */
export function marketplaceById(id: string): Marketplace | null {
  const code = marketplaceCodes.find((each) => rows[each][0] === id);
  return code ? marketplace(code) : null;
}

/** True for one of the short names above. */
export function isMarketplaceCode(text: string): text is MarketplaceCode {
  return (marketplaceCodes as readonly string[]).includes(text);
}

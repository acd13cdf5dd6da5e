import { ar } from './ar';
import { de } from './de';
import { es } from './es';
import { fr } from './fr';
import { hi } from './hi';
import { it } from './it';
import { ja } from './ja';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { sv } from './sv';
import { tr } from './tr';
import { zh } from './zh';

/** The words of every language but English. */
export const others = { de, fr, it, es, ja, zh, pt, nl, pl, sv, tr, ar, hi } as const;

export type OtherLanguage = keyof typeof others;

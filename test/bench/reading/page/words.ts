import type { Concept } from '../../../../src/page/labels/concepts.ts';
import { type Language, vocabulary } from '../../../../src/page/labels/index.ts';

/** The words of the base pages, and what they are. */
const base: Partial<Record<Concept, string>> = {
  buyerPurchases: 'Buyer purchases',
  purchasedItems: 'Purchased Items',
  buyerGets: 'Buyer gets',
  appliesTo: 'Applies to',
  startDate: 'Start Date',
  endDate: 'End Date',
  internalDescription: 'Internal Description',
  trackingId: 'Tracking ID',
  claimCode: 'Claim Code',
  onePerCustomer: 'One redemption per customer',
  combinability: 'Claim Code Combinability',
  detailPage: 'Detail page display text',
  addTier: 'Add Tier',
  removeTier: 'Remove Tier',
  singleUse: 'Single-use',
  group: 'Group',
  none: 'None',
  preferential: 'Preferential',
  unrestricted: 'Unrestricted',
  exclusive: 'Exclusive',
  atLeastQuantity: 'At least this quantity of items',
  atLeastAmount: 'At least amount (in $)',
  forEvery: 'For every quantity of items purchased',
  percentOff: 'Percent off',
  freeItems: 'Free items',
  additionalItem: 'Additional Item',
  selectOne: 'Select one',
  entireCatalog: 'Entire catalog',
  typePercent: 'Percentage Off',
  review: 'Review',
  submit: 'Submit',
  maxOrderQuantity: 'Max Order Quantity',
};

/** Words that stand beside the settings and mean none of them. */
const beside = {
  ja: {
    Tiers: '階層',
    'Step 1: Conditions': 'ステップ1:条件',
    'Step 2: Scheduling': 'ステップ2:スケジュール',
    'Step 3: Additional options': 'ステップ3:追加設定',
    'Customize messaging': 'メッセージのカスタマイズ',
    'Checkout display text': '購入手続き画面の表示テキスト',
    'Short display text': '短い表示テキスト',
    'Purchased items display text': '購入商品の表示テキスト',
    'Terms and conditions': '利用規約',
    'Exclude items': '除外商品',
    'Advanced Options': '詳細オプション',
    'Select another': '別の商品を選択',
    Cancel: 'キャンセル',
  },
} as Partial<Record<Language, Record<string, string>>>;

/** Likely rewordings that a site's editors choose; some of them nobody foresaw. */
const synonyms: Partial<Record<Language, Partial<Record<Concept, readonly string[]>>>> = {
  en: {
    buyerPurchases: ['Customer buys', 'Purchase requirement'],
    purchasedItems: ['Product selection', 'Qualifying products'],
    buyerGets: ['Customer gets', 'Benefit'],
    startDate: ['Starts on', 'Begin date'],
    endDate: ['Ends on', 'Expiry date'],
    internalDescription: ['Internal name', 'Description for you'],
    trackingId: ['Tracking code', 'Reference for reports'],
    claimCode: ['Promo code', 'Claim code type', 'Code requirement'],
    onePerCustomer: ['Limit one redemption per customer', 'Customers may redeem once'],
    combinability: ['Code combinability', 'Stacking'],
    detailPage: ['Product detail page display text', 'Show on the product page'],
    singleUse: ['One-time use', 'Unique codes'],
    group: ['Multi-use', 'Shared code'],
    none: ['No claim code', 'Not needed'],
    preferential: ['Preferred'],
    unrestricted: ['Without limits'],
    percentOff: ['Percentage off', 'Discount in percent'],
    entireCatalog: ['All products', 'Everything you sell'],
  },
  ja: {
    claimCode: ['クレームコード', 'コードの要否'],
    singleUse: ['1回限り', '使い切り'],
    group: ['グループコード', '共用'],
    none: ['コードなし', '不要'],
    trackingId: ['管理ID', 'レポート用の名前'],
    startDate: ['開始日時', 'はじまり'],
    endDate: ['終了日時', 'おわり'],
    internalDescription: ['内部説明', '社内メモ'],
    purchasedItems: ['対象商品', '商品一覧'],
    buyerGets: ['購入者特典', '値引き'],
    percentOff: ['パーセント割引', '値引き率'],
    detailPage: ['詳細ページの表示テキスト', '商品ページに出す文'],
    onePerCustomer: ['購入者1人につき1回限り', '一人一回'],
    combinability: ['併用可否', '重ね使い'],
  },
};

function own(language: Language, concept: Concept): string {
  const word = [...vocabulary(language)[concept].keys()][0] ?? base[concept] ?? '';
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** English base text → text of a language, for whole labels. */
export function translation(language: Language): ReadonlyMap<string, string> {
  if (language === 'en') return new Map();
  const words = (Object.entries(base) as [Concept, string][]).map(
    ([concept, text]) => [text, own(language, concept)] as const,
  );
  return new Map([...words, ...Object.entries(beside[language] ?? {})]);
}

/** A rewording of a shown label, or null where we have none. */
export function rewordings(language: Language, shown: string): readonly string[] {
  const concept = (Object.keys(base) as Concept[]).find(
    (each) => (language === 'en' ? base[each] : own(language, each)) === shown,
  );
  return concept ? (synonyms[language]?.[concept] ?? []) : [];
}

/** What a word of the base pages is in a language: for baselines, which know their page's words. */
export function wordFor(language: Language, concept: Concept): string {
  return language === 'en' ? (base[concept] ?? '') : own(language, concept);
}

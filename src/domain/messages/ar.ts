import type { MessageWords } from './message-words';

/**
 * Arabic. The code has a line of its own: between words that run from right to left, one that begins with
 * digits would be shown with its groups in the wrong order.
 */
export const ar: MessageWords = {
  template: `مرحبًا! إليك رمز الخصم الخاص بك:
{code}
المنتج: {product}
أدخل الرمز عند الدفع لتحصل على خصم بنسبة {discount}.
{link}
يعمل الرمز ابتداءً من {works from}.
يعمل الرمز مرة واحدة فقط، حتى {works until}.`,
  neutral: {
    product: 'منتجنا',
    discount: 'خصم',
    'works from': 'بداية العرض',
    'works until': 'نهاية العرض',
  },
  reviews: /تقييم|مراجع[ةتا]|تعليق|آراء|رأي|نجوم|نجمة/u,
};

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
  fails: {
    hello: `مرحبًا! لقد راجعتُ رمزك:
{code}`,
    typo: 'الرمز الذي أُدخل غير صحيح تمامًا. يُرجى مقارنته حرفًا بحرف بالرمز الذي وصلك، فبعض الأرقام والحروف متشابهة: 0 وO، ‏1 وI، ‏8 وB.',
    used: 'استُخدم هذا الرمز في طلب من قبل. يعمل كل رمز مرة واحدة فقط.',
    ended: `انتهى العرض، ولذلك لم يعد الرمز يعمل.
كان الرمز يعمل حتى {works until}.`,
    early: `لم يبدأ العرض بعد. يُرجى المحاولة مجددًا عند بدايته.
يعمل الرمز ابتداءً من {works from}.`,
    canceled: 'سُحب هذا الرمز. يُرجى عدم استخدامه بعد الآن.',
    check: `من المفترض أن يعمل الرمز. يُرجى التأكد مما يلي:
– يعمل الرمز فقط مع {product} المعروض من متجرنا.
{link}
– أدخل الرمز عند الدفع كما وصلك تمامًا، من دون مسافات.
– يعمل الرمز مرة واحدة فقط، حتى {works until}.
إذا بقيت المشكلة، يُرجى إخباري بما يعرضه Amazon.`,
  },
  neutral: {
    product: 'منتجنا',
    discount: 'خصم',
    'works from': 'بداية العرض',
    'works until': 'نهاية العرض',
  },
  reviews: /تقييم|مراجع[ةتا]|تعليق|آراء|رأي|نجوم|نجمة/u,
};

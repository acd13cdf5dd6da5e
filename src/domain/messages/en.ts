import type { MessageWords } from './message-words';

/** English. */
export const en: MessageWords = {
  template: `Hi! Here is your code for {product}: {code}
Enter it at checkout to get {discount} off.
{link}
The code works from {works from}.
The code works once, until {works until}.`,
  neutral: {
    product: 'our product',
    discount: 'a discount',
    'works from': 'the start of the promotion',
    'works until': 'the end of the promotion',
  },
  reviews: /\b(reviews?|reviewing|ratings?|rate (it|us|this|our)|feedback|testimonials?|stars?)\b/iu,
};

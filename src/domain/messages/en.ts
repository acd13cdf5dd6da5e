import type { MessageWords } from './message-words';

/** English. */
export const en: MessageWords = {
  template: `Hi! Here is your code for {product}: {code}
Enter it at checkout to get {discount} off.
{link}
The code works from {works from}.
The code works once, until {works until}.`,
  fails: {
    hello: 'Hi! I looked into your code {code}.',
    typo: 'The code you entered isn’t quite right. Please compare it letter by letter with the one you received: 0 and O, 1 and I, 8 and B look alike.',
    used: 'It has already been used in an order. Each code works only once.',
    ended: `The promotion has ended, so the code no longer works.
It worked until {works until}.`,
    early: `The promotion hasn’t started yet. Please try again then.
The code works from {works from}.`,
    canceled: 'This code was withdrawn, so please don’t use it any more.',
    check: `It should work. Please check these points:
– The code works only for {product}, sold by our shop.
{link}
– Enter it at checkout exactly as you received it, without blanks.
– The code works once, until {works until}.
If it still doesn’t work, please tell me what Amazon shows.`,
  },
  neutral: {
    product: 'our product',
    discount: 'a discount',
    'works from': 'the start of the promotion',
    'works until': 'the end of the promotion',
  },
  reviews: /\b(reviews?|reviewing|ratings?|rate (it|us|this|our)|feedback|testimonials?|stars?)\b/iu,
};

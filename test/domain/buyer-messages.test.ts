import { expect, it } from 'vitest';
import { isBuyerMessages } from '../../src/domain/buyer-messages';

it.each([
  'Amazon message',
  'amazon buyer messages',
  'Buyer-Seller Messaging',
  'buyer/seller messages',
  'buyer messages',
  'Seller Central inbox',
  'Contact Buyer',
  'Request a Review',
  'Amazon Nachrichten',
  'Käufernachricht',
  '站内信',
])('knows “%s” as Amazon’s own messages', (channel) => {
  expect(isBuyerMessages(channel)).toBe(true);
});

it.each([
  '',
  'Instagram',
  'Instagram message',
  'E-mail',
  'Amazon store insert',
  'Newsletter',
  'Facebook Messenger',
])('says nothing of “%s”', (channel) => {
  expect(isBuyerMessages(channel)).toBe(false);
});

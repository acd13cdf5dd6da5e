/**
 * Whether a channel is Amazon's own messaging between buyer and seller. Amazon's rules on communication keep promotions
 * and coupons out of it.
 */
export function isBuyerMessages(channel: string): boolean {
  return (
    /\b(?:amazon|amz|seller\s?central)\b.{0,20}\b(?:messag\w*|msgs?|chat|inbox|e?-?mails?|nachricht\w*|mensaje\w*|messagg\w*)/i.test(
      channel,
    ) ||
    /\bbuyer(?:[\s/–-]{1,3}seller)?[\s-]{1,3}(?:messag\w*|msgs?|chat)|\bcontact buyer\b|\brequest a review\b|\bkäufer-?nachricht|買い手.{0,4}メッセージ|买家(?:消息|站内信)|站内信/i.test(
      channel,
    )
  );
}

import type { MessageWords } from './message-words';

/** Japanese. A blank before the code keeps it apart for whoever copies it. */
export const ja: MessageWords = {
  template: `こんにちは！{product}のプロモーションコードです： {code}
ご注文の際に入力すると、{discount}割引になります。
{link}
このコードは{works from}からご利用いただけます。
このコードは{works until}まで、1回限りご利用いただけます。`,
  neutral: {
    product: '当店の商品',
    discount: '割引',
    'works from': 'プロモーション開始',
    'works until': 'プロモーション終了',
  },
  reviews: /レビュー|口コミ|クチコミ|評価|評点|星[1-5１-５一二三四五]|[1-5１-５五]つ星/u,
};

import type { MessageWords } from './message-words';

/** Japanese. A blank before the code keeps it apart for whoever copies it. */
export const ja: MessageWords = {
  template: `こんにちは！{product}のプロモーションコードです： {code}
ご注文の際に入力すると、{discount}割引になります。
{link}
このコードは{works from}からご利用いただけます。
このコードは{works until}まで、1回限りご利用いただけます。`,
  fails: {
    hello: 'こんにちは。コード {code} を確認しました。',
    typo: '入力されたコードが正しくないようです。お送りしたコードと1文字ずつ見比べてください。0とO、1とI、8とBは似ています。',
    used: 'このコードはすでにご注文で使用されています。各コードのご利用は1回限りです。',
    ended: `プロモーションが終了したため、このコードはご利用いただけません。
有効期限：{works until}`,
    early: `プロモーションはまだ始まっていません。開始後にもう一度お試しください。
このコードは{works from}からご利用いただけます。`,
    canceled: 'このコードは取り消されました。今後はご使用にならないでください。',
    check: `このコードはご利用いただけるはずです。次の点をご確認ください。
・対象は当店が販売する{product}のみです。
{link}
・ご注文の際に、お送りしたとおりに空白を入れずに入力してください。
・このコードは{works until}まで、1回限りご利用いただけます。
それでもご利用いただけない場合は、Amazonの表示内容をお知らせください。`,
  },
  neutral: {
    product: '当店の商品',
    discount: '割引',
    'works from': 'プロモーション開始',
    'works until': 'プロモーション終了',
  },
  reviews: /レビュー|口コミ|クチコミ|評価|評点|星[1-5１-５一二三四五]|[1-5１-５五]つ星/u,
};

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const offer = 'https://sellercentral.amazon.com/abis/listing/edit/offer?sku=A&asin=B';
const page = (fields: string) => `<!doctype html><html lang="en-US"><body>${fields}
<label>Max Order Quantity <input name="max_order_quantity-0-value" value="1"></label>
<script>customElements.define('kat-input', class extends HTMLElement { connectedCallback() {
  this.attachShadow({mode:'open'}).innerHTML = '<input>'; this.shadowRoot.firstChild.value = this.dataset.value; } });</script>
</body></html>`;
const named = (value: string, name = 'purchasable_offer-0-our_price-0-schedule-0-value_with_tax') =>
  page(`<kat-input name="${name}" label="Your Price" data-value="${value}"></kat-input>`);
const priceOf = async (html: string, url = offer) => (await reader.read(html, url)).price?.value ?? null;

describe('the price on an offer page', () => {
  it('is read by the names of all three editors', async () => {
    expect(await priceOf(named('19.99'))).toBe(19.99);
    expect(
      await priceOf(
        page(
          '<kat-input id="purchasable_offer#1.our_price#1.schedule#1.value_with_tax" data-value="5"></kat-input>',
        ),
      ),
    ).toBe(5);
    expect(await priceOf(page('<input id="standard_price" value="24,5">'))).toBe(24.5);
  });

  it.each(['', '0', '1.299', '1,299', '1.299,00', '19.99 USD', '-5', 'free'])(
    'is not known where it says “%s”',
    async (text) => expect(await priceOf(named(text))).toBeNull(),
  );

  it('is never another number of the page, nor one on another page', async () => {
    expect(await priceOf(named('24.99', 'list_price-0-value'))).toBeNull();
    expect(await priceOf(page('<label>Your Price <input id="p" value="9"></label>'))).toBeNull();
    expect(await priceOf(named('19.99') + named('9.99'))).toBeNull();
    expect(await priceOf(named('19.99'), 'https://sellercentral.amazon.com/promotions/new')).toBeNull();
  });
});

describe('the stock on an offer page', () => {
  const stocked = (value: string, name = 'fulfillment_availability#1.quantity') =>
    page(`<kat-input id="${name}" data-value="${value}"></kat-input>`);
  const stockOf = async (html: string, url = offer) => (await reader.read(html, url)).stock?.value ?? null;

  it('is read by its known name, zero too', async () => {
    expect(await stockOf(stocked('120'))).toBe(120);
    expect(await stockOf(stocked('0'))).toBe(0);
  });

  it('is never another number, nor anything but a whole one', async () => {
    for (const text of ['', '1.200', '-1', 'many']) expect(await stockOf(stocked(text))).toBeNull();
    expect(await stockOf(stocked('9', 'fulfillment_availability#1.lead_time'))).toBeNull();
    expect(await stockOf(stocked('9'), 'https://sellercentral.amazon.com/promotions/new')).toBeNull();
  });
});

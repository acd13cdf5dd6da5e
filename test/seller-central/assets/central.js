// Promotion Central: one page that changes its address and its content by script.

const filters = { All: null, Running: 'RUNNING', Upcoming: 'UPCOMING', Ended: 'ENDED' };

function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** One promotion; its words stand in a shadow root of their own. */
class PromotionRow extends HTMLElement {
  set promotion({ promotionId, published, uiStatus }) {
    const root = this.attachShadow({ mode: 'open' });
    root.append(
      element('kat-link', {
        label: published.name,
        href: `/promotions/view?promotionId=${promotionId}&region=NA`,
      }),
      ` · Buy X, Get Y · ${uiStatus}`,
    );
  }
}

class PromotionCentral extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' });
    addEventListener('popstate', () => this.#show());
    this.#show();
  }

  #go(status) {
    const address =
      status === null ? '/promotion-central/dashboard' : `/promotion-central/dashboard?status=${status}`;
    history.pushState(null, '', address);
    this.#show();
  }

  async #show() {
    const status = new URL(location.href).searchParams.get('status');
    const query = new URLSearchParams({ pageSize: '50', pageNumber: '1', ...(status && { status }) });
    const answer = await fetch(`/promotion-central/api/v1/promotions?${query}`, {
      headers: { region: 'NA' },
    });
    const { promotions } = await answer.json();
    const buttons = Object.entries(filters).map(([label, wanted]) => {
      const button = element('kat-button', { label, id: `filter-${label.toLowerCase()}` });
      button.addEventListener('click', () => this.#go(wanted));
      return button;
    });
    const rows = promotions.map((promotion) => {
      const row = document.createElement('promotion-row');
      row.promotion = promotion;
      return element('div', {}, [row]);
    });
    this.shadowRoot.replaceChildren(element('div', {}, buttons), element('h2', {}, ['Promotions']), ...rows);
  }
}

customElements.define('promotion-row', PromotionRow);
customElements.define('promotion-central', PromotionCentral);

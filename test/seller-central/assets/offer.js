// The listing editor: tabs by path and hash without a new page, values filled in by script.

const data = JSON.parse(document.getElementById('listing-data').textContent);
const values = { ...data.offer };

const tabs = {
  product_details: [
    ['item_name', 'Item Name', 'item_name-0-value'],
    ['brand', 'Brand Name', 'brand-0-value'],
  ],
  offer: [
    ['contribution_sku', 'SKU', 'contribution_sku-0-value'],
    ['purchasable_offer', 'Your Price', 'purchasable_offer-0-our_price-0-schedule-0-value_with_tax'],
    ['list_price', 'List Price', 'list_price-0-value', 'optional'],
    ['fulfillment_availability', 'Quantity', 'fulfillment_availability-0-quantity'],
    ['max_order_quantity', 'Max Order Quantity', 'max_order_quantity-0-value', 'optional'],
    ['product_tax_code', 'Product Tax Code', 'product_tax_code-0-value', 'optional'],
  ],
  images: [],
};

function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const currentTab = () =>
  location.hash.slice(1) in tabs
    ? location.hash.slice(1)
    : (location.pathname.split('/')[4] ?? 'product_details');

class ListingEditor extends HTMLElement {
  // `?view=required` opens with the optional attributes hidden.
  #all = new URL(location.href).searchParams.get('view') !== 'required';

  connectedCallback() {
    addEventListener('hashchange', () => this.#show());
    addEventListener('popstate', () => this.#show());
    this.addEventListener('change', (event) => {
      const { name, value } = event.target;
      if (name === 'view-mode') this.#all = value === 'ALL_ATTRIBUTES_VIEW_MODE';
      const attribute = event.target.getAttribute('name');
      if (attribute in values) values[attribute] = event.target.value;
      if (name === 'view-mode') this.#show();
    });
    this.#show();
  }

  #show() {
    const tabLinks = Object.keys(tabs).map((tab) => {
      const link = element(
        'a',
        { id: `${tab}-link`, href: `#${tab}`, role: 'tab', 'aria-selected': String(tab === currentTab()) },
        [tab.replace('_', ' ')],
      );
      return element('li', { class: `a-tab-heading ${tab === currentTab() ? 'a-active' : ''}` }, [link]);
    });
    const mode = (value, label, on) =>
      element('kat-radiobutton', { name: 'view-mode', value, label, ...(on && { checked: '' }) });
    const save = element('kat-button', { label: 'Save and finish', id: 'save' });
    save.addEventListener('click', () => this.#save());
    const shown = (tabs[currentTab()] ?? []).filter(([, , , optional]) => this.#all || !optional);
    this.replaceChildren(
      element('ul', { class: 'a-tabs' }, tabLinks),
      element('div', { class: 'a-section' }, [
        mode('REQUIRED_ATTRIBUTES_VIEW_MODE', 'Required attributes', !this.#all),
        mode('ALL_ATTRIBUTES_VIEW_MODE', 'All attributes', this.#all),
      ]),
      ...shown.map(([attribute, label, name]) =>
        element('div', { id: `attribute-group-${attribute}`, class: 'a-row a-spacing-base' }, [
          element('div', { class: 'a-span3' }, [element('kat-label', { text: label })]),
          element('div', { class: 'a-span9' }, [element('kat-input', { name })]),
        ]),
      ),
      save,
    );
    // Values come as properties, a moment after the elements: no attribute and no event tells of it.
    setTimeout(() => {
      for (const field of this.querySelectorAll('kat-input'))
        field.value = values[field.getAttribute('name')];
    }, 50);
  }

  async #save() {
    for (const field of this.querySelectorAll('kat-input')) values[field.getAttribute('name')] = field.value;
    await fetch('/abis/listing/edit/save', {
      method: 'POST',
      headers: { 'anti-csrftoken-a2z': data.token },
      body: new URLSearchParams({ ...values, sku: data.sku }),
    });
    this.append(element('kat-alert', { role: 'status' }, ['Your changes were saved.']));
  }
}

customElements.define('listing-editor', ListingEditor);

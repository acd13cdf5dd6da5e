// Katal-like components: open shadow roots, the value a property of the element and of an inner input.

class KatInput extends HTMLElement {
  #input;
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    this.#input = document.createElement('input');
    this.#input.type = this.getAttribute('type') ?? 'text';
    this.#input.setAttribute('part', 'input');
    this.#input.placeholder = this.getAttribute('placeholder') ?? '';
    this.#input.value = this.getAttribute('value') ?? '';
    this.#input.addEventListener('change', () =>
      this.dispatchEvent(new CustomEvent('change', { bubbles: true })),
    );
    root.append(this.#input);
  }
  get value() {
    return this.#input.value;
  }
  set value(value) {
    this.#input.value = value;
  }
}

class KatLabel extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const label = document.createElement('label');
    label.setAttribute('part', 'label');
    label.textContent = this.getAttribute('text');
    this.attachShadow({ mode: 'open' }).append(label);
  }
}

class KatButton extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.getAttribute('label');
    this.attachShadow({ mode: 'open' }).append(button);
  }
}

class KatLink extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const link = document.createElement('a');
    link.href = this.getAttribute('href');
    link.textContent = this.getAttribute('label');
    this.attachShadow({ mode: 'open' }).append(link);
  }
}

/** The radio itself stands in the light DOM, in a slot. */
class KatRadiobutton extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const label = document.createElement('label');
    const slot = document.createElement('slot');
    slot.name = 'radio';
    label.append(slot, this.getAttribute('label'));
    root.append(label);
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.slot = 'radio';
    radio.name = this.getAttribute('name');
    radio.value = this.getAttribute('value');
    radio.checked = this.hasAttribute('checked');
    this.append(radio);
  }
}

customElements.define('kat-input', KatInput);
customElements.define('kat-label', KatLabel);
customElements.define('kat-button', KatButton);
customElements.define('kat-link', KatLink);
customElements.define('kat-radiobutton', KatRadiobutton);

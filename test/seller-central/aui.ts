import { type Html, html } from './html.ts';

/**
 * Amazon UI's ("AUI") parts. Their shapes are those seen in public captures: label and input, native
 * select with a styled twin, radio drawn over by an `<i>`, button around a native one.
 */

export interface Option {
  value: string;
  text: string;
}

/** A row of the form: label left, controls right. */
export function row(label: Html | string, controls: Html, error?: string): Html {
  return html`<div class="a-row a-spacing-base">
<div class="a-column a-span3">${label}</div>
<div class="a-column a-span9 a-span-last">${controls}${error && html`<div class="a-alert-inline a-alert-inline-error" role="alert">${error}</div>`}</div>
</div>`;
}

/** A label; without `target` it stands over a group of choices. */
export function label(text: string, target?: string): Html {
  return html`<label class="a-form-label"${target && html` for="${target}"`}>${text}</label>`;
}

interface InputOptions {
  id: string;
  name?: string;
  value: string;
  type?: string;
  className?: string;
  maxlength?: number;
}

/** A text input. */
export function input({
  id,
  name = id,
  value,
  type = 'text',
  className = '',
  maxlength,
}: InputOptions): Html {
  return html`<input type="${type}" id="${id}" name="${name}" value="${value}" class="a-input-text ${className}" autocomplete="off"${maxlength && html` maxlength="${maxlength}"`}>`;
}

/** A native select behind its styled twin, which repeats the chosen text. */
export function select(id: string, options: readonly Option[], chosen: string, name = id): Html {
  const shown = options.find((option) => option.value === chosen) ?? options[0];
  return html`<span class="a-dropdown-container"><select name="${name}" id="${id}" autocomplete="off" data-action="a-dropdown-select" class="a-native-dropdown a-declarative" tabindex="-1">${options.map(
    (option) =>
      html`<option value="${option.value}"${option === shown && html` selected`}>${option.text}</option>`,
  )}</select><span class="a-button a-button-dropdown"><span class="a-button-inner"><span class="a-button-text a-declarative" role="button" tabindex="0" aria-haspopup="listbox" aria-expanded="false"><span class="a-dropdown-prompt">${shown?.text}</span></span><i class="a-icon a-icon-dropdown"></i></span></span></span>`;
}

/** One radio of a group. */
export function radio(name: string, id: string, option: Option, checked: boolean): Html {
  return html`<div class="a-radio"><label for="${id}"><input type="radio" id="${id}" name="${name}" value="${option.value}"${checked && html` checked`}><i class="a-icon a-icon-radio"></i><span class="a-label a-radio-label">${option.text}</span></label></div>`;
}

/** A checkbox. */
export function checkbox(name: string, text: string, checked: boolean): Html {
  return html`<div class="a-checkbox"><label for="${name}"><input type="checkbox" id="${name}" name="${name}"${checked && html` checked`}><i class="a-icon a-icon-checkbox"></i><span class="a-label a-checkbox-label">${text}</span></label></div>`;
}

interface ButtonOptions {
  id: string;
  text: string;
  primary?: boolean;
  name?: string;
  value?: string;
}

/** A button that sends its form. */
export function submitButton({ id, text, primary = false, name, value }: ButtonOptions): Html {
  return html`<span id="${id}" class="a-button ${primary && 'a-button-primary'}"><span class="a-button-inner"><input class="a-button-input" type="submit"${name && html` name="${name}" value="${value}"`} aria-labelledby="${id}-announce"><span id="${id}-announce" class="a-button-text" aria-hidden="true">${text}</span></span></span>`;
}

/** A link that looks like a button. */
export function linkButton(id: string, text: string, href: string): Html {
  return html`<span id="${id}" class="a-button"><span class="a-button-inner"><a href="${href}" id="${id}-announce" class="a-button-text" role="button">${text}</a></span></span>`;
}

/** A part that folds. With `lazy` its content stands in a template until it is opened. */
export function expander(id: string, heading: string, content: Html, lazy: boolean): Html {
  return html`<div class="a-expander-container" id="${id}"><a href="#" class="a-expander-header a-declarative" data-action="a-expander-toggle" role="button" aria-expanded="false" aria-controls="${id}-content"><i class="a-icon a-icon-expand"></i><span class="a-expander-prompt">${heading}</span></a>
<div class="a-expander-content" id="${id}-content" hidden>${lazy ? html`<template>${content}</template>` : content}</div></div>`;
}

import { Component } from 'preact';

/** So long a sentence has to stand before it is said: not at every key press. */
const stands = 1000;

interface Props {
  readonly text: string;
}

/** Says a sentence to those who listen to the page, once each time it has become another. */
export class Said extends Component<Props, { readonly said: string }> {
  override state = { said: '' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    this.#wait();
  }

  override componentDidUpdate({ text }: Props): void {
    if (text !== this.props.text) this.#wait();
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(_: Props, { said }: { readonly said: string }) {
    return (
      <p class="unseen" role="status">
        {said}
      </p>
    );
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ said: this.props.text }), stands);
  }
}

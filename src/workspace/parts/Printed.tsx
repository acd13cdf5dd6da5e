import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { moment } from '../../words/format';
import { say } from '../../words/say';
import './printed.css';

interface PrintedProps {
  title: string;
  testId: string;
  onPrinted: () => void;
  children: ComponentChildren;
}

/** What goes on paper, alone. It is on the page only while the browser prints it. */
export function Printed({ title, testId, onPrinted, children }: PrintedProps) {
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, []);
  return (
    <div class="printed" data-testid={testId}>
      <h1>{title}</h1>
      <p>{say('peoplePrintedAt', { time: moment(new Date().toISOString()) })}</p>
      {children}
    </div>
  );
}

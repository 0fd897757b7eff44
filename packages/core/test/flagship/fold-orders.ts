// Rectification orders with their extension, first claim and first check.

import { addDays } from './fold-days.js';
import { dayOf, type Facts, fourEyes, has, inOrder, is, text } from './fold-facts.js';

export interface Order {
  readonly id: string;
  readonly matter: string;
  readonly card: string | null;
  readonly day: string;
  /** As the notice set it. */
  readonly noticeDue: string;
  /** With the extension. */
  readonly due: string;
  readonly claimed: string | null;
  readonly claimedInTime: boolean;
  readonly firstCheck: { readonly day: string; readonly passed: boolean } | null;
  /** The day the order was closed by a verification that passed. */
  readonly verified: string | null;
}

export const orders = (facts: Facts, unit: string): readonly Order[] =>
  facts.of('rectification.ordered', unit).map((event) => {
    const of = (type: string) => facts.of(type, unit).filter((other) => is(other, 'order', event.id));
    const noticeDue = text(event, 'due');
    const due = extended(noticeDue, of('rectification.extended'));
    const claim = of('completion.claimed')[0];
    const claimed = claim === undefined ? null : dayOf(claim);
    const verifications = of('rectification.verified');
    const first = [...verifications, ...of('rectification.failed')].sort(inOrder)[0];
    return {
      id: event.id,
      matter: text(event, 'matter'),
      card: has(event, 'card') ? text(event, 'card') : null,
      day: dayOf(event),
      noticeDue,
      due,
      claimed,
      claimedInTime: claimed !== null && claimed <= due,
      firstCheck: first === undefined ? null : { day: dayOf(first), passed: first.type === 'rectification.verified' },
      verified: verifications[0] === undefined ? null : dayOf(verifications[0]),
    };
  });

/** One extension, of at most fifteen days, approved before the order expires. */
function extended(due: string, extensions: ReturnType<Facts['of']>): string {
  const valid = extensions.find(
    (event) => fourEyes(event) && dayOf(event) <= due && text(event, 'newDue') <= addDays(due, 15),
  );
  return valid === undefined ? due : text(valid, 'newDue');
}

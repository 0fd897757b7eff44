import type { CloudEvent } from './event.js';
import type { Json } from './json.js';

/** How one looks at a ledger. All parts are optional and compose. */
export interface Lens {
  /** RFC 3339 with offset, or a date (its last instant in the rubric's zone): what had taken effect by then. Default: the latest event. */
  readonly asOf?: string;
  /** RFC 3339 with offset, or a date (its last instant): what the ledger had recorded by then. Default: everything. */
  readonly knownAt?: string;
  /** This edition throughout, instead of the one in force. */
  readonly edition?: string;
  /** What the numbers shall mean, as an outcome of then names it. Default: what the edition in force asks for, else the current number. */
  readonly semantics?: number;
  readonly suppose?: Supposition;
}

/** A what-if: it never touches the ledger or the rubric it is laid over. */
export interface Supposition {
  readonly add?: readonly CloudEvent[];
  /** References of events (`id`, `source#id`, or a derived event's id) that are taken as never recorded. */
  readonly void?: readonly string[];
  /** An overlay as in an edition, laid over every edition. */
  readonly rubric?: { readonly [key: string]: Json };
}

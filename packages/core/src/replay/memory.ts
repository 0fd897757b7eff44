import type { Instant } from '../model/calendar.js';
import type { CohortTable } from './cohort.js';
import type { Result } from './indicator.js';
import type { Table } from './standing.js';

/** What was read of a view, until it changes. */
export class Memory {
  private readings = new Map<string, Map<Instant, Map<number | string, Result>>>();
  private tables = new Map<string, Table>();
  private cohorts = new Map<string, readonly CohortTable[]>();

  forget(): void {
    if (this.readings.size > 0) this.readings = new Map();
    if (this.tables.size > 0) this.tables = new Map();
    if (this.cohorts.size > 0) this.cohorts = new Map();
  }

  /** Readings of an indicator at an instant, by the ids of its keys. */
  readingsOf(name: string, at: Instant): Map<number | string, Result> {
    return within(within(this.readings, name), at);
  }

  cohortTables(name: string, at: Instant, make: () => readonly CohortTable[]): readonly CohortTable[] {
    const key = `${name}@${at}`;
    const known = this.cohorts.get(key);
    if (known !== undefined) return known;
    const tables = make();
    this.cohorts.set(key, tables);
    return tables;
  }

  tableNamed(name: string): Table | undefined {
    return this.tables.get(name);
  }

  /** Remembers a table already while it is finished, and not if that breaks off. */
  rememberTable(name: string, table: Table, finish: () => void): void {
    const { tables } = this;
    tables.set(name, table);
    try {
      finish();
    } catch (thrown) {
      tables.delete(name);
      throw thrown;
    }
  }
}

function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const map = maps.get(key) ?? new Map<L, V>();
  maps.set(key, map);
  return map;
}

import type { Place } from './place.js';

/** Step n takes a schema from version n to n + 1. A step that was ever released is never changed. */
export const MIGRATIONS: readonly ((place: Place) => string)[] = [tables, functions];

/** Every table of the newest schema. */
export const TABLES: readonly string[] = ['events', 'ledgers', 'schema_version'];

/**
 * `content` and `recordedtime` are the record; the other columns of `events` are copies to search by, times in
 * milliseconds. The row of a ledger is its head: who holds it is the only writer, so that positions have no holes and
 * grow in the order of the commits.
 */
function tables({ quoted }: Place): string {
  return `
  CREATE TABLE ${quoted}.schema_version (version integer NOT NULL);
  INSERT INTO ${quoted}.schema_version VALUES (0);
  CREATE TABLE ${quoted}.ledgers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    position bigint NOT NULL DEFAULT 0,
    recorded bigint,
    recordedtime text COLLATE "C"
  );
  CREATE TABLE ${quoted}.events (
    ledger integer NOT NULL REFERENCES ${quoted}.ledgers,
    position bigint NOT NULL,
    stream text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    source text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    occurred bigint NOT NULL,
    recorded bigint NOT NULL,
    recordedtime text COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL,
    PRIMARY KEY (ledger, position),
    UNIQUE (ledger, source, id),
    UNIQUE (ledger, stream, version)
  );
  CREATE FUNCTION ${quoted}.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
    BEGIN RAISE EXCEPTION 'nothing in a ledger is ever edited or deleted: append a correction or a void'; END $$;
  CREATE TRIGGER events_are_never_edited BEFORE UPDATE OR DELETE OR TRUNCATE ON ${quoted}.events
    EXECUTE FUNCTION ${quoted}.refuse();
  CREATE TRIGGER ledgers_are_never_deleted BEFORE DELETE OR TRUNCATE ON ${quoted}.ledgers
    EXECUTE FUNCTION ${quoted}.refuse();`;
}

/**
 * The ways to write, with the rights of their owner: a role that may call them needs no right to change a table.
 * Scans are off because a plan is kept for the session, also when the ledger has grown since it was made.
 */
function functions({ schema, quoted }: Place): string {
  const secure = `SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off`;
  return `
  CREATE FUNCTION ${quoted}.open_ledger(ledger_name text) RETURNS void LANGUAGE sql ${secure}
    AS $$ INSERT INTO ${quoted}.ledgers (name) VALUES (ledger_name) ON CONFLICT DO NOTHING $$;

  CREATE FUNCTION ${quoted}.prepare_append(of_ledger integer, sources text[], ids text[], streams text[])
    RETURNS TABLE (kind text, "position" bigint, stream text, version bigint, recorded bigint, recordedtime text, content text)
    LANGUAGE plpgsql ${secure} AS $$
    #variable_conflict use_column
    BEGIN
      RETURN QUERY SELECT 'head', h.position, NULL::text, NULL::bigint, h.recorded, h.recordedtime, NULL::text
        FROM ${quoted}.ledgers h WHERE h.id = of_ledger FOR UPDATE;
      RETURN QUERY SELECT 'event', e.position, e.stream, e.version, e.recorded, e.recordedtime, e.content
        FROM unnest(sources, ids) AS wanted (source, id) CROSS JOIN LATERAL (
          SELECT * FROM ${quoted}.events x
          WHERE x.ledger = of_ledger AND x.source = wanted.source AND x.id = wanted.id LIMIT 1) e;
      RETURN QUERY SELECT 'stream', NULL::bigint, wanted.stream, e.version, NULL::bigint, NULL::text, NULL::text
        FROM unnest(streams) AS wanted (stream) CROSS JOIN LATERAL (
          SELECT x.version FROM ${quoted}.events x
          WHERE x.ledger = of_ledger AND x.stream = wanted.stream ORDER BY x.version DESC LIMIT 1) e;
    END $$;

  CREATE FUNCTION ${quoted}.write_events(of_ledger integer, head bigint, streams text[], versions bigint[], sources text[],
    ids text[], types text[], occurred_at bigint[], recorded_at bigint[], recordedtimes text[], contents text[])
    RETURNS void LANGUAGE plpgsql ${secure} AS $$
    DECLARE n integer := cardinality(contents);
    BEGIN
      UPDATE ${quoted}.ledgers h SET position = h.position + n, recorded = recorded_at[n],
        recordedtime = recordedtimes[n]
        WHERE h.id = of_ledger AND h.position = head AND coalesce(h.recorded <= recorded_at[1], true);
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the ledger is not as the append found it' USING ERRCODE = 'serialization_failure';
      END IF;
      INSERT INTO ${quoted}.events
        SELECT of_ledger, head + r.n, r.stream, r.version, r.source, r.id, r.type, r.occurred, r.recorded, r.recordedtime, r.content
        FROM unnest(streams, versions, sources, ids, types, occurred_at, recorded_at, recordedtimes, contents)
          WITH ORDINALITY AS r (stream, version, source, id, type, occurred, recorded, recordedtime, content, n);
      PERFORM pg_notify('meritlog:${schema}:' || of_ledger, '');
    END $$;

  CREATE FUNCTION ${quoted}.position_at(of_ledger integer, instant bigint) RETURNS bigint LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
    DECLARE low bigint := 0; top bigint; middle bigint;
    BEGIN
      SELECT h.position INTO top FROM ${quoted}.ledgers h WHERE h.id = of_ledger;
      WHILE low < top LOOP
        middle := (low + top + 1) / 2;
        IF (SELECT e.recorded <= instant FROM ${quoted}.events e WHERE e.ledger = of_ledger AND e.position = middle)
          THEN low := middle;
          ELSE top := middle - 1;
        END IF;
      END LOOP;
      RETURN low;
    END $$;

  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${quoted} FROM PUBLIC;`;
}

/** The channel on which the writers of a ledger call. */
export function channelOf({ schema }: Place, ledger: number): string {
  return `meritlog:${schema}:${ledger}`;
}

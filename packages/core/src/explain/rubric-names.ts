import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { membersOf, type PartKind } from './document-part.js';
import { RUBRIC_PHRASES, type RubricPhrases } from './rubric-phrases.js';
import type { Language } from './words.js';

type Listed = 'keys' | 'calendars' | 'tables' | 'cohorts' | 'indicators' | 'rules' | 'standings' | 'events';

const LISTS: { readonly [K in PartKind]?: Listed } = {
  key: 'keys',
  calendar: 'calendars',
  event: 'events',
  table: 'tables',
  cohort: 'cohorts',
  indicator: 'indicators',
  rule: 'rules',
  standing: 'standings',
};

/** What the things of a rubric are called in one language: by their titles, where they have some. */
export class RubricNames {
  readonly phrases: RubricPhrases;

  constructor(
    readonly language: Language,
    /** Editions to look a name up in, the first that has it. */
    private readonly documents: readonly JsonObject[],
  ) {
    this.phrases = RUBRIC_PHRASES[language];
  }

  /** `«Late»`, or the bare name of what has no title. */
  of(kind: PartKind, name: string): string {
    const list = LISTS[kind];
    const found = kind === 'award' ? this.award(name) : list === undefined ? undefined : this.find(list, name);
    return (isJsonObject(found) ? this.titleOf(found) : undefined) ?? name;
  }

  /** `«Late»`; undefined where it has no title. */
  titleOf(thing: JsonObject): string | undefined {
    const { title } = thing;
    const text = isJsonObject(title) ? title[this.language] : undefined;
    return typeof text === 'string' ? this.phrases.titled(text) : undefined;
  }

  /** What a condition names: a part of a standing, a field of an event, an indicator or a key. */
  fact(name: string, types: readonly string[]): string {
    const [standing = '', part] = name.split('.');
    if (part !== undefined) return this.phrases.partOf(part, this.of('standing', standing));
    const field = this.field(name, types);
    if (field !== undefined) return field;
    const own = this.of('indicator', name);
    return own === name ? this.of('key', name) : own;
  }

  private field(name: string, types: readonly string[]): string | undefined {
    for (const type of types) {
      const event = this.find('events', type);
      const fields = isJsonObject(event) ? event.fields : undefined;
      const field = isJsonObject(fields) ? fields[name] : undefined;
      if (isJsonObject(field)) return this.titleOf(field) ?? name;
    }
    return types.length === 0 ? undefined : this.common(name);
  }

  private common(name: string): string | undefined {
    for (const { vocabulary } of this.documents) {
      const fields = isJsonObject(vocabulary) ? vocabulary.common : undefined;
      const field = isJsonObject(fields) ? fields[name] : undefined;
      if (isJsonObject(field)) return this.titleOf(field) ?? name;
    }
    return undefined;
  }

  private award(id: string): Json | undefined {
    for (const { standings } of this.documents) {
      for (const standing of Object.values(isJsonObject(standings) ? standings : {})) {
        const awards = isJsonObject(standing) ? membersOf(standing.awards) : undefined;
        if (awards?.has(id)) return awards.get(id);
      }
    }
    return undefined;
  }

  private find(list: Listed, name: string): Json | undefined {
    for (const document of this.documents) {
      const things = list === 'events' ? eventsOf(document) : document[list];
      const found = isJsonArray(things)
        ? things.find((thing) => isJsonObject(thing) && thing.name === name)
        : isJsonObject(things) && Object.hasOwn(things, name)
          ? things[name]
          : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function eventsOf({ vocabulary }: JsonObject): Json | undefined {
  return isJsonObject(vocabulary) ? vocabulary.events : undefined;
}

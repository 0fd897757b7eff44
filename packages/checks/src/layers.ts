import path from 'node:path';
import { type Import, importsOf } from './imports.js';
import { homes, knows, mayUseNode, referenceMayTake, rooms, unpublished } from './layer-rules.js';
import { syntaxOf } from './syntax.js';

/** A source file: its path from `packages/` (with `/`), and its text. */
export type Source = Readonly<{ file: string; text: string }>;

/** The subpaths that each package exports, e.g. `{ core: ['.', './testing'] }`. */
export type Doors = Readonly<Record<string, readonly string[]>>;

type Place = Readonly<{ file: string; pkg: string; part: string; room: string; doors: Doors }>;

/** Every breach of the folder rule, one sentence each: which file, which import, which rule, what to do. */
export function layerViolations(sources: readonly Source[], doors: Doors): string[] {
  return sources.flatMap(({ file, text }) => {
    const place = placeOf(file, doors);
    const imports = importsOf(syntaxOf(file, text));
    const said = imports.flatMap((seen) => {
      const why = judge(place, seen);
      return why === undefined ? [] : [`packages/${file}:${seen.line} imports ${quoted(seen)}, but ${why}.`];
    });
    return [...strangeRoom(place), ...said];
  });
}

function placeOf(file: string, doors: Doors): Place {
  const [pkg = '', part = '', ...rest] = file.split('/');
  const room = part === 'src' && rest.length > 1 ? (rest[0] ?? '') : '';
  return { file, pkg, part, room, doors };
}

function quoted(seen: Import): string {
  return seen.specifier === undefined ? 'something computed at run time' : `'${seen.specifier}'`;
}

function strangeRoom({ file, pkg, room }: Place): string[] {
  if (pkg !== 'core' || room === '' || rooms.includes(room)) return [];
  const known = rooms.map((name) => `${name}/`).join(', ');
  return [
    `packages/${file} stands in ${room}/, but core has only the folders ${known}: move the file into one of them.`,
  ];
}

/** Why an import is not allowed, with what to do instead; undefined where it is. */
function judge(place: Place, seen: Import): string | undefined {
  const { specifier } = seen;
  if (specifier === undefined) {
    return unpublished.includes(place.pkg) || place.part !== 'src'
      ? undefined
      : 'nobody can check such an import: write the name as a plain string';
  }
  if (specifier.startsWith('.')) return judgeRelative(place, specifier);
  if (specifier.startsWith('@meritlog/')) return judgePackage(place, seen, specifier);
  return place.part === 'src' && !unpublished.includes(place.pkg) ? judgeLibrary(place, specifier) : undefined;
}

function judgeRelative(place: Place, specifier: string): string | undefined {
  const target = placeOf(path.posix.join(path.posix.dirname(place.file), specifier), place.doors);
  if (target.pkg !== place.pkg) {
    return `a package is reached by its name only: import '@meritlog/${target.pkg}' and, if need be, export the name there`;
  }
  if (place.part !== 'src') return undefined;
  if (target.part !== 'src') return 'sources import only sources: move what is needed into src/';
  if (place.pkg !== 'core' || place.room === '' || target.room === place.room || target.room === 'model') {
    return undefined;
  }
  const rule = place.room === 'model' ? 'model/ imports only itself' : `${place.room}/ imports only model/ and itself`;
  return `${rule}: move what both need into model/, or let a file directly in src/ pass it in`;
}

function judgePackage(place: Place, seen: Import, specifier: string): string | undefined {
  const [, name = '', ...rest] = specifier.split('/');
  const door = rest.length === 0 ? '.' : `./${rest.join('/')}`;
  if (!place.doors[name]?.includes(door)) {
    return `@meritlog/${name} exports no '${door}': import what its package.json exports, or export it there`;
  }
  if (place.part !== 'src' || unpublished.includes(place.pkg)) return undefined;
  if (!knows[place.pkg]?.includes(name)) {
    return `${place.pkg} does not know ${name}: turn the dependency round, or add it to layer-rules.ts with a reason`;
  }
  const taken = place.pkg === 'reference' ? seen.values.find((value) => !referenceMayTake.includes(value)) : undefined;
  if (taken === undefined) return undefined;
  const what = taken === '*' ? 'the whole of core' : `'${taken}'`;
  return `reference takes no evaluation code from core and ${what} is not on its list: write it anew in reference, or import it as a type`;
}

function judgeLibrary(place: Place, specifier: string): string | undefined {
  const parts = specifier.split('/');
  const library = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
  if (specifier.startsWith('node:') || specifier === 'node') {
    if (mayUseNode.includes(place.pkg)) return undefined;
    return `${place.pkg} also runs in pages, where Node is absent: take it as a parameter, or move the file to ${mayUseNode.join(' or ')}`;
  }
  const home = Object.hasOwn(homes, library) ? homes[library] : undefined;
  if (home === undefined) return `${library} has no home yet: give it one in layer-rules.ts, or do without it`;
  if (home.includes(place.pkg) || home.includes(`${place.pkg}/${place.room}`)) return undefined;
  return `${library} lives only in ${home.map((name) => `${name}/`).join(' and ')}: use it there, and hand on plain data`;
}

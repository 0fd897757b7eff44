import { type JsonObject, nearest, rubricJsonSchema } from '@meritlog/core';
import { mappingJsonSchema } from '@meritlog/import';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { eventsSchema } from '../schema/events-schema.js';
import { outcomeSchema } from '../schema/outcome-schema.js';
import { refused, type Shell } from '../shell.js';

const SCHEMAS: Readonly<Record<string, () => JsonObject>> = {
  rubric: rubricJsonSchema,
  outcome: () => outcomeSchema,
  events: () => eventsSchema,
  mapping: mappingJsonSchema,
};

export const schema: CommandSpec = {
  name: 'schema',
  about: {
    en: 'Print the JSON Schema of rubrics, outcomes, events or mappings.',
    zh: '输出规则、结果、事件或映射的 JSON Schema。',
  },
  arguments: [
    {
      name: '<kind>',
      about: {
        en: 'rubric, outcome, events (of one line), or mapping (of an import)',
        zh: 'rubric（规则）、outcome（结果）、events（一行事件）或 mapping（导入用的映射）',
      },
    },
  ],
  options: [],
  examples: [
    {
      line: 'meritlog schema rubric > rubric.schema.json',
      about: { en: 'for an editor, as "$schema"', zh: '供编辑器使用，写作 "$schema"' },
    },
    {
      line: 'meritlog schema outcome',
      about: { en: 'what run --format json prints', zh: 'run --format json 的输出格式' },
    },
  ],
  run: async (call, shell) => runSchema(call, shell),
};

function runSchema(call: Call, shell: Shell): ExitCode {
  const [kind = ''] = call.arguments;
  const make = Object.hasOwn(SCHEMAS, kind) ? SCHEMAS[kind] : undefined;
  if (make === undefined) {
    const known = Object.keys(SCHEMAS);
    return shell.refuse(
      refused(
        EXIT.usage,
        cliProblem('schema-unknown', { name: kind, known: known.join(', '), near: nearest(kind, known) ?? '' }),
      ),
    );
  }
  shell.print(JSON.stringify(make(), null, 2));
  return EXIT.fine;
}

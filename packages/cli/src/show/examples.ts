import { type Bilingual, type ExampleResult, type Json, type Problem, type Rubric, runExamples } from '@meritlog/core';
import type { PlaceOf } from './place-of.js';

/** What is wrong with the examples of a rubric, each at its place in the file. */
export function exampleProblems(file: string, placeOf: PlaceOf, rubric: Rubric): readonly Problem[] {
  return runExamples(rubric)
    .filter(({ ok }) => !ok)
    .map((result): Problem => {
      const { of, name, index, problems } = result;
      const [first] = problems;
      const pointer = first === undefined ? result.pointer : `${result.pointer}/events${first.pointer}`;
      const facts = { of, name, number: index + 1 };
      return { ...told(result), severity: 'error', pointer, facts, file, ...placeOf(pointer) };
    });
}

const OF = { rule: '规则条目', indicator: '指标', standing: '排名' } as const;

function told(result: ExampleResult): Pick<Problem, 'code' | 'message' | 'fix'> {
  const { of, name, index, expected, actual, problems } = result;
  const [first] = problems;
  const en = `Example ${index + 1} of the ${of} "${name}"`;
  const zh = `${OF[of]}「${name}」的第 ${index + 1} 个示例`;
  if (first !== undefined) {
    const message = { en: `${en} cannot be judged: ${first.message.en}`, zh: `${zh}无法评定：${first.message.zh}` };
    return { code: 'example-invalid', message, fix: AS_DECLARED };
  }
  const [wanted, given] = [shown(expected), shown(actual)];
  const message = {
    en: `${en} expects ${wanted}, but the rubric gives ${given}.`,
    zh: `${zh}预期为 ${wanted}，而按规则得出 ${given}。`,
  };
  return { code: 'example-differs', message, fix: CORRECT };
}

/** Values stand as outcomes print them: texts and numbers bare. */
function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const CORRECT: Bilingual = {
  en: 'Correct the rubric; or the example, if the rule was meant to change.',
  zh: '请改正规则；如确要改变规则，请改正示例。',
};
const AS_DECLARED: Bilingual = {
  en: 'Write its events as the vocabulary declares them.',
  zh: '请按词汇表的声明书写其中的事件。',
};

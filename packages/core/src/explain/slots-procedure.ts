import type { PartKind } from './document-part.js';
import type { SlotTable, SlotWords } from './slot-words.js';

const TITLE: SlotWords = ['title', '名称', 'title'];
const BASIS: SlotWords = ['basis', '依据'];

/** What the slots of roles and procedures are called. */
export const PROCEDURE_SLOTS: Readonly<
  Record<Extract<PartKind, 'role' | 'procedure' | 'state' | 'step' | 'requirement'>, SlotTable>
> = {
  role: { title: TITLE },
  procedure: {
    title: TITLE,
    basis: BASIS,
    case: ['key of the case', '案件所在的维度', 'key'],
    actor: ['field of who acts', '经办人字段'],
    role: ['field of the role', '角色字段'],
    states: ['states', '状态'],
    steps: ['steps', '步骤'],
  },
  state: { title: TITLE },
  step: {
    title: TITLE,
    basis: BASIS,
    from: ['states before', '办理前的状态'],
    to: ['state then', '办理后的状态'],
    event: ['event that it records', '记录的事件', 'event'],
    roles: ['who may', '办理角色'],
    only: ['who alone may', '仅限办理者'],
    not: ['who may not', '不得办理者'],
    needs: ['what must be given', '必填字段'],
    fields: ['fields that it sets', '自行填写的字段'],
    'fields/*': ['field * that it sets', '自行填写的字段 *'],
    by: ['deadline', '期限'],
    late: ['after the deadline', '逾期后', 'word', 'refused'],
    must: ['rules that it must keep', '须遵守的规定'],
  },
  requirement: { title: TITLE, is: ['formula', '公式'] },
};

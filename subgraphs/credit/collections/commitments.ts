import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { uscc } from '../../../src/data/fields/uscc.ts';
import { commitmentRules } from '../rules/commitmentRules.ts';
import { commitmentCode } from './commitmentCode.ts';
import { FULFILMENTS, KINDS, MATTERS, PUBLICITY } from './commitmentCodes.ts';

const LONG = 4000;
const required = { required: true } as const;

/** 信用承诺 (domain section 10.4): the template of 20 fields of which name, category and code of the promiser are the envelope's. */
export const commitments = defineCollection({
  department: 'credit',
  name: 'commitments',
  type: 'Commitment',
  title: '信用承诺',
  description: 'A promise that a subject makes in writing, and whether it keeps it.',
  kind: 'FACT',
  naturalKey: ['code'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 8,
  headline: ['kind', 'acceptUnit'],
  envelopeAliases: {
    subjectUscc: ['承诺人代码', 'promiser_code'],
    subjectName: ['承诺人名称', 'promiser_name'],
    subjectCategory: ['承诺人类别', 'promiser_category'],
  },
  fields: {
    code: commitmentCode({ title: '承诺编码', description: 'Number of the promise: region, day and serial number.' }),
    idNo: text(
      {
        title: '承诺人证件号码',
        description: 'Number of a natural person’s paper; it never belongs in the column of the code.',
      },
      32,
      { personal: 'ID_NUMBER' },
    ),
    kind: code({ title: '承诺类型', description: 'What the promise is for.' }, KINDS, required),
    kindOther: text({ title: '其他承诺类型', description: 'Which kind, where it is another.' }, 100),
    matter: code(
      {
        title: '承诺事项领域',
        description:
          'Field that the matter belongs to, where it is one in which no promise replaces what law asks for.',
      },
      MATTERS,
    ),
    reason: text({ title: '承诺事由', description: 'The concrete matter.' }, 512, required),
    content: text({ title: '承诺内容', description: 'What is promised.' }, LONG, required),
    liability: text({ title: '违诺责任', description: 'What follows from breaking it.' }, LONG, required),
    promisedOn: date({ title: '承诺作出日期', description: 'Day on which it was made.' }, required),
    validUntil: date({ title: '承诺有效期', description: 'Last day on which it binds.' }),
    fulfilment: code({ title: '承诺履行状态', description: 'How far it was performed.' }, FULFILMENTS, required),
    unperformed: text(
      { title: '未履行的承诺内容', description: 'What was not performed; if and only if not all was.' },
      LONG,
    ),
    liabilityPursued: text(
      {
        title: '违诺责任追究内容',
        description: 'What followed, such as a permit revoked; if and only if not all was performed.',
      },
      LONG,
    ),
    confirmedOn: date({ title: '认定日期', description: 'Day on which performance or breach was found.' }),
    confirmUnit: text({ title: '认定单位', description: 'Unit that found it.' }, 200),
    confirmUnitUscc: uscc({ title: '认定单位统一社会信用代码', description: 'Its code.' }),
    acceptUnit: text({ title: '承诺受理单位', description: 'Unit that took the promise in.' }, 200, required),
    acceptUnitUscc: uscc({ title: '承诺受理单位统一社会信用代码', description: 'Its code.' }, required),
    publicity: code({ title: '公开类型', description: 'Whose use it is open to.' }, PUBLICITY, required),
    foundFalseOn: date({ title: '虚假承诺认定日期', description: 'Day on which the promise was found to be false.' }),
    falseFinder: text({ title: '虚假承诺认定单位', description: 'Unit that found it false.' }, 200),
    endedOn: date({
      title: '承诺终止日期',
      description: 'Day on which it was withdrawn or refused; it is not public from then on.',
    }),
    endCause: code(
      { title: '承诺终止事由', description: 'Why it ended; the ordinary procedure applies from then on.' },
      { WITHDRAWN: ['撤回'], REFUSED: ['不予受理', '拒绝'] },
    ),
    remark: text({ title: '备注', description: 'Remark.' }, 512),
  },
  needs: { isExpired: ['validUntil'], supervision: ['fulfilment', 'endedOn'] },
  indexes: [
    { key: { code: 1 } },
    { key: { kind: 1, sortOn: -1, _id: -1 } },
    { key: { fulfilment: 1, sortOn: -1, _id: -1 } },
    { key: { acceptUnitUscc: 1, sortOn: -1, _id: -1 } },
  ],
  rules: commitmentRules,
});

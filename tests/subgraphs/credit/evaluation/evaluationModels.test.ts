import { loadDepartments } from '../../../../gateway/departments.ts';
import { departmentCard } from '../../../../src/subgraph/DepartmentCard.ts';
import { modelByVersion, modelOn, MODELS } from '../../../../subgraphs/credit/evaluation/evaluationModels.ts';
import { evaluate } from '../../../../subgraphs/credit/evaluation/evaluate.ts';
import { LISTS } from '../../../../subgraphs/credit/lists/listDefinitions.ts';
import { evaluatedFact } from './evaluatedFact.ts';

const cards = (await loadDepartments()).flatMap((department) => departmentCard(department).factTypes);
const rules = MODELS.flatMap((model) => model.rules.map((rule) => [`${model.version} ${rule.id}`, rule] as const));

describe('the versions of the evaluation', () => {
  it.each([
    ['2024-12-31', '2025.1'],
    ['2026-03-31', '2025.1'],
    ['2026-04-01', '2026.1'],
  ])('in force on %s is %s', (day, version) => {
    expect(modelOn(day).version).toBe(version);
  });

  it('are found by name', () => {
    expect(MODELS.map(({ version }) => modelByVersion(version)?.version)).toEqual(['2026.1', '2025.1']);
    expect(modelByVersion('1999.1')).toBeUndefined();
  });

  it.each(rules)('%s names types, open fields and lists that there are', (_id, { match }) => {
    const types = (match.types ?? []).map((type) => cards.find((card) => card.type === type));
    expect(types).not.toContain(undefined);
    const fields = Object.keys(match.where ?? {}).flatMap((field) =>
      types.map((card) => card?.fields.get(field)?.audience),
    );
    expect(fields.filter((audience) => audience !== 'OPEN')).toEqual([]);
    expect((match.lists ?? []).filter((id) => LISTS.every((list) => list.id !== id))).toEqual([]);
  });
});

describe('what facts of 15 December 2025 are worth on 15 June 2026', () => {
  const fact = (type: string, record: object, differing: object = {}) =>
    evaluatedFact({ type, sortOn: '2025-12-15', ...differing }, { severity: undefined, ...record } as never);
  it.each([
    ['a judgment defaulter', fact('JudgmentDefaulter', { severity: 'SERIOUS' }), -240, -240],
    ['a serious list', fact('ListEntry', { severity: 'SERIOUS' }), -260, -260],
    ['a general penalty', fact('AdministrativePenalty', { severity: 'GENERAL' }), -45, -31],
    ['a minor penalty', fact('AdministrativePenalty', { severity: 'MINOR' }), -10, -10],
    ['an abnormal listing', fact('AbnormalListing', {}), -70, -70],
    ['a broken commitment', fact('Commitment', { severity: 'GENERAL' }), -36, -48],
    ['a kept commitment', fact('Commitment', { polarity: 'POSITIVE' }), 10, 10],
    ['a tax credit A', fact('ListEntry', { polarity: 'POSITIVE' }, { lists: ['tax-credit-a'] }), 30, 30],
    ['another honour', fact('ListEntry', { polarity: 'POSITIVE' }), 40, 40],
    ['a permit', fact('AdministrativePermit', { polarity: 'NEUTRAL' }), 4, 4],
    ['bankruptcy', fact('BankruptcyCase', { polarity: 'NEUTRAL' }), -100, -100],
    [
      'a check that found false disclosure',
      fact('SpotCheck', { polarity: 'NEUTRAL' }, { values: { result: 'FALSE_DISCLOSURE' } }),
      0,
      -30,
    ],
    ['a change of registration', fact('RegistrationChange', { polarity: 'NEUTRAL' }), 0, 0],
  ])('%s: %#', (_what, one, before, now) => {
    const moved = ['2025.1', '2026.1'].map((version) => {
      const model = modelByVersion(version);
      return model && evaluate(model, [one], '2026-06-15').score - model.basePoints;
    });
    expect(moved).toEqual([before, now]);
  });
});

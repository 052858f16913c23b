import { loadDepartments } from '../../../../gateway/departments.ts';
import { departmentCard } from '../../../../src/subgraph/DepartmentCard.ts';
import { openableTo } from '../../../../subgraphs/finance/authorisations/openableTo.ts';
import { contributor } from '../../../kit/contributor.ts';

const own = await loadDepartments();
const cards = [...own, contributor()].map(departmentCard);

describe('what an authorisation can open', () => {
  it('is facts that exist for an organisation, with the fields that do, whoever adds them', () => {
    const fields = openableTo(null, cards);
    expect([...(fields.get('Commitment') ?? [])]).toEqual(expect.arrayContaining(['content', 'finding', 'inspector']));
    expect(fields.get('Commitment')?.has('appraisal')).toBe(false);
    expect(fields.has('RiskClass')).toBe(false);
    expect(fields.has('Enterprise')).toBe(false);
  });

  it('is more to a department, with what exists for departments alone', () => {
    const fields = openableTo('registry', cards);
    expect(fields.get('Commitment')?.has('appraisal')).toBe(true);
    expect(fields.has('RiskClass')).toBe(true);
  });

  it('is no field of a type that no department owns', () => {
    expect(openableTo(null, [departmentCard(contributor())]).size).toBe(0);
  });
});

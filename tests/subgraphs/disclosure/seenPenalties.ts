import type { TestDepartment } from '../../kit/department.ts';
import { ENTERPRISE, PENALTY } from './openDisclosure.ts';

const UNDER_ENTERPRISE = `query ($uscc: USCC!) {
  _entities(representations: [{ __typename: "Enterprise", uscc: $uscc }]) {
    ... on Enterprise { penalties { totalCount nodes { id docNo } } }
  }
}`;
const BY_REFERENCE = `query ($id: ID!) {
  penalty(id: $id) { docNo }
  _entities(representations: [{ __typename: "AdministrativePenalty", id: $id }]) { ... on AdministrativePenalty { docNo } }
}`;

/** Documents' numbers that a caller sees on a day, through each door to penalties. */
export async function seen(office: TestDepartment, request: Parameters<TestDepartment['ask']>[2] = {}, id = '') {
  const list = await office.ask(UNDER_ENTERPRISE, { uscc: ENTERPRISE }, request);
  const one = await office.ask(BY_REFERENCE, { id }, request);
  const all = await office.ask('{ penalties { nodes { docNo } } }', {}, request);
  expect([list.errors, one.errors, all.errors]).toEqual([undefined, undefined, undefined]);
  const [enterprise] = (list.data as { _entities: [{ penalties: { totalCount: number; nodes: { docNo: string }[] } }] })
    ._entities;
  const { penalty, _entities } = one.data as {
    penalty: { docNo: string } | null;
    _entities: ({ docNo: string } | null)[];
  };
  expect(enterprise.penalties.totalCount).toBe(enterprise.penalties.nodes.length);
  return {
    enterprise: enterprise.penalties.nodes.map(({ docNo }) => docNo),
    query: (all.data as { penalties: { nodes: { docNo: string }[] } }).penalties.nodes.map(({ docNo }) => docNo),
    byId: penalty?.docNo ?? null,
    byReference: _entities[0]?.docNo ?? null,
  };
}

/** What is seen of a penalty that the caller may not see. */
export const NOTHING = { enterprise: [], query: [], byId: null, byReference: null };
/** What is seen of the usual penalty. */
export const THE_ONE = {
  enterprise: [PENALTY.docNo],
  query: [PENALTY.docNo],
  byId: PENALTY.docNo,
  byReference: PENALTY.docNo,
};

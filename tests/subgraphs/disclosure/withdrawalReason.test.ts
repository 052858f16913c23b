import { withdrawalReason } from '../../../subgraphs/disclosure/rules/withdrawalReason.ts';

it.each([
  ['经行政复议，原处罚决定被撤销', 'REVOKED'],
  ['法院判决变更罚款数额', 'CHANGED'],
  ['判决确认该处罚决定违法', 'FOUND_UNLAWFUL'],
  ['确认无效', 'FOUND_VOID'],
  ['误录，予以撤销', 'WRONG_ENTRY'],
  ['重复录入', 'WRONG_ENTRY'],
  ['当事人张三身份有误', 'WRONG_ENTRY'],
  ['当事人张三违法事实不清', 'OTHER'],
  ['', 'OTHER'],
  [undefined, 'OTHER'],
])('reads from %j the reason %s', (note, reason) => {
  expect(withdrawalReason(note)).toBe(reason);
});

it.each([
  ['当事人申请撤销', 'CHANGED', 'CHANGED'],
  ['误录', 'OTHER', 'OTHER'],
  ['误录', 'NO_SUCH_REASON', 'WRONG_ENTRY'],
])('takes the reason that is said beside the note %j: %s', (note, given, expected) => {
  expect(withdrawalReason(note, given)).toBe(expected);
});

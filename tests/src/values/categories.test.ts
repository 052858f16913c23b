import { codeCategory, MANAGING_DEPARTMENTS } from '../../../src/values/categories.ts';

it.each([
  ['91350100705362917E', '91', '市场监管', '企业'],
  ['92350102MA33K1X74B', '92', '市场监管', '个体工商户'],
  ['12350100488100231A', '12', '机构编制', '事业单位'],
  ['N2350121MF04R7T26J', 'N2', '农业', '村级集体经济组织'],
])('names the department and category of %s', (uscc, code, department, category) => {
  expect(codeCategory(uscc)).toEqual({ code, department, category });
});

it.each(['G1350100705362917X', '94350100705362917X', ''])(
  'gives null for %j, which the table does not list',
  (uscc) => {
    expect(codeCategory(uscc)).toBeNull();
  },
);

it('lists the twelve departments of the standard by one character each', () => {
  expect(Object.keys(MANAGING_DEPARTMENTS).sort()).toEqual('123456789ANY'.split(''));
  expect(Object.values(MANAGING_DEPARTMENTS).flatMap(({ categories }) => Object.keys(categories))).toHaveLength(36);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { DOORS } from '../../../gateway/doors/Door.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { doorExamples } from '../../../src/portal/doorExamples.ts';

describe('the examples of the doors', () => {
  it.each(DOORS)('at $name can be asked there, and no two have one title', async ({ name }) => {
    const schema = buildSchema(readFileSync(join(projectRoot(), 'schema', `${name}.graphql`), 'utf8'));
    const examples = await doorExamples(name);
    const problems = examples.flatMap(({ title, query }) =>
      validate(schema, parse(query)).map(({ message }) => `${title}: ${message}`),
    );
    expect(problems).toEqual([]);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  });

  it('begin with what is the door’s own, which the public’s has none of', async () => {
    const open = await doorExamples('open');
    for (const { name } of DOORS.filter((door) => door.audience !== 'OPEN')) {
      const examples = await doorExamples(name);
      expect(examples.length).toBeGreaterThan(open.length);
      expect(examples.slice(-open.length)).toEqual(open);
    }
  });
});

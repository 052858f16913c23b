import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { departmentGraph } from '../../gateway/departmentGraph.ts';
import { DOORS } from '../../gateway/doors/Door.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { ANONYMOUS } from '../../src/identity/Caller.ts';
import { codePlaces, fillExamples } from '../../src/portal/fillExamples.ts';
import { examplesFolder, readExamples } from '../../src/portal/readExamples.ts';
import { loadSample } from '../../src/sample/loadSample.ts';
import { NOW, staffOf } from '../kit/department.ts';
import { joinGraph } from '../kit/joinGraph.ts';
import { openCity, type OpenCity } from '../kit/openCity.ts';
import { everyDoor } from './everyDoor.ts';
import { CommandForms, type ExplainedCommand } from './explainedCommands.ts';
import { filteredLists } from './filteredLists.ts';

const AS_OF = '2026-06-15';
/** Facts of each type that are asked for by their ids, and enterprises by their codes. */
const FEW = 3;

/** Queries in blocks of the documentation. */
function documentedQueries(): readonly string[] {
  const folder = join(projectRoot(), 'docs');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const texts = ['README.md', ...pages.map((name) => join('docs', name))].map((path) =>
    readFileSync(join(projectRoot(), path), 'utf8'),
  );
  return texts.flatMap((text) =>
    Array.from(text.matchAll(/```graphql\n([\s\S]*?)```/g), ([, query = '']) => query).filter(
      (query) => /^\s*(query|\{)/.test(query) && !query.includes('$'),
    ),
  );
}

describe('every query that is shipped', () => {
  let city: OpenCity;
  let leave: () => Promise<void>;
  let commands: readonly ExplainedCommand[];
  let refused: readonly string[];

  beforeAll(async () => {
    const graph = departmentGraph();
    city = await openCity(undefined, { graph });
    await loadSample({ subgraphs: city.subgraphs, enterprises: 40, seed: 3, asOf: AS_OF, now: NOW });
    await city.settle();
    leave = await joinGraph(city.subgraphs, graph, () => NOW);
    const [registry] = city.subgraphs.filter(({ name }) => name === 'registry');
    const enterprises = await city.facts('registry.enterprises');
    const codes = enterprises.slice(0, FEW).map(({ _id }) => _id);
    const ids = new Map(
      await Promise.all(
        city.collections.map(async ({ database, collection }) => {
          const facts = await database
            .facts(collection)
            .find({}, { limit: FEW, projection: { _id: 1 } })
            .toArray();
          return [collection.type, facts.map(({ _id }) => _id)] as const;
        }),
      ),
    );
    if (registry === undefined) throw new Error('There is no registry.');
    const forms = new CommandForms(registry.database.db.client);
    for (const { name, schema } of city.subgraphs) {
      const doors = everyDoor(schema, { ids, codes, names: ['福州'] });
      for (const { document, variables } of doors) await city.ask(name, document, variables, { caller: staffOf(name) });
      for (const query of filteredLists(schema)) await city.ask(name, query, {}, { caller: staffOf(name) });
    }
    const folders = [examplesFolder(), ...DOORS.map(({ name }) => join(examplesFolder(), name))];
    const examples = await Promise.all(folders.map(async (folder) => readExamples(folder).catch(() => [])));
    const unheard: string[] = [];
    const ask = async (query: string, variables = {}): Promise<void> => {
      const callers = [ANONYMOUS, ...city.subgraphs.map(({ name }) => staffOf(name))];
      const answers: string[] = [];
      for (const caller of callers) {
        const { errors } = await graph.clientOf('registry').ask(query, variables, caller);
        if (errors.length === 0) return;
        answers.push(...errors.map(({ code }) => code));
      }
      // What the gateway answers by itself is not in this graph.
      if (answers.some((code) => code !== 'GRAPHQL_VALIDATION_FAILED')) unheard.push(`${query}: ${answers.join(', ')}`);
    };
    for (const { query, variables } of fillExamples(examples.flat(), codePlaces(enterprises.map(({ _id }) => _id))))
      await ask(query, variables);
    for (const query of documentedQueries()) await ask(query);
    refused = unheard;
    commands = await forms.explained();
  }, 240_000);
  afterAll(async () => {
    await leave();
    await city.close();
  });

  it('is asked, and reads from the collections of all departments', () => {
    expect(refused).toEqual([]);
    const read = new Set(commands.map(({ form }) => form.split(' ')[0]));
    expect([...read]).toEqual(expect.arrayContaining(city.subgraphs.map(({ name }) => name)));
    expect(commands.length).toBeGreaterThan(100);
  });

  it('is answered by an index', () => {
    const scans = commands.filter(({ stages }) => stages.includes('COLLSCAN'));
    expect(scans.map(({ form }) => form)).toEqual([]);
    const planned = commands.filter(({ stages }) => stages.some((stage) => /IXSCAN|IDHACK/.test(stage)));
    process.stdout.write(`${commands.length} forms of commands explained, ${planned.length} by an index\n`);
    expect(planned.length).toBeGreaterThan(100);
  });
});

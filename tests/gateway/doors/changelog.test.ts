import { doorOf } from '../../../gateway/doors/Door.ts';
import { withChanges } from '../../../gateway/doors/changelog.ts';

const added = { coordinate: 'Query.a', message: 'Field a was added', isBreaking: false };
const removed = { coordinate: 'Query.b', message: 'Field b was removed', isBreaking: true };

describe('withChanges', () => {
  const door = doorOf('SUBJECT');

  it('notes changes under their day, the newest first, breaking ones marked', () => {
    const first = withChanges('', door, [added], '2026-11-28');
    const second = withChanges(first, door, [removed], '2026-11-29');
    const third = withChanges(second, door, [added], '2026-11-29');
    expect(third.split('\n')).toEqual([
      '# Changes at /my/graphql',
      '',
      'What changed for whoever asks at this door (`schema/my.graphql`). Written by `credit-graph compose`.',
      '',
      '## 2026-11-29',
      '',
      '- Field a was added',
      '- **breaking**: Field b was removed',
      '',
      '## 2026-11-28',
      '',
      '- Field a was added',
      '',
    ]);
  });

  it('stays as it is where nothing changed, and begins with its head alone', () => {
    const text = withChanges('', door, [added], '2026-11-28');
    expect(withChanges(text, door, [], '2026-11-29')).toBe(text);
    expect(withChanges('', door, [], '2026-11-29')).toMatch(/^# Changes at \/my\/graphql\n\n.+\n$/);
  });
});

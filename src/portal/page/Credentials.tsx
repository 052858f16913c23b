import { useState, type ReactNode } from 'react';
import type { DoorWords } from '../doorWords.ts';
import { headersOf, type ReadyCaller } from './readyCallers.ts';

/** What the choice of a caller needs. */
export interface CredentialsProps {
  readonly door: DoorWords;
  /** Ready-made callers; none outside of development. */
  readonly callers: readonly ReadyCaller[];
  /** Told who the reader is from now on. */
  readonly onChange: (headers: Readonly<Record<string, string>>) => void;
}

/**
 * Where the reader says who it is: one of the ready-made callers, or a token that is kept on this page only.
 *
 * @param props - see {@link CredentialsProps}
 */
export function Credentials({ door, callers, onChange }: CredentialsProps): ReactNode {
  const isOpen = door.name === 'open';
  if (callers.length === 0) return isOpen ? '免凭证' : <TokenField onChange={onChange} />;
  return (
    <select
      aria-label="以谁的身份查询"
      onChange={({ target }) => {
        onChange(callers[Number(target.value)]?.headers ?? {});
      }}
    >
      {isOpen && <option value="-1">免凭证</option>}
      {callers.map(({ title }, index) => (
        <option key={title} value={index}>
          {title}
        </option>
      ))}
    </select>
  );
}

function TokenField({ onChange }: Pick<CredentialsProps, 'onChange'>): ReactNode {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(headersOf(text));
      }}
    >
      <input
        type="password"
        autoComplete="off"
        aria-label="令牌或密钥"
        placeholder="粘贴令牌或密钥"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <button type="submit">使用</button>
    </form>
  );
}

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import { DOOR_WORDS } from '../doorWords.ts';
import type { PortalExample } from '../PortalExample.ts';
import { provideWorkers } from './monacoWorkers.ts';
import './page.css';
import { Portal } from './Portal.tsx';
import { readyCallers } from './readyCallers.ts';

async function readExamples(door: string): Promise<readonly PortalExample[]> {
  const response = await fetch(`/portal/${door}.json`);
  return response.ok ? (response.json() as Promise<readonly PortalExample[]>) : [];
}

async function openPortal(): Promise<void> {
  const place = document.getElementById('portal');
  if (!place) return;
  provideWorkers();
  const [, name] = location.pathname.split('/');
  const door = DOOR_WORDS.find((each) => each.name === name) ?? DOOR_WORDS[0];
  const [examples, callers] = await Promise.all([readExamples(door.name), readyCallers(door.name)]);
  createRoot(place).render(
    <StrictMode>
      <Portal door={door} examples={examples} callers={callers} />
    </StrictMode>,
  );
}

void openPortal();

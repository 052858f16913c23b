import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import type { PortalExample } from '../PortalExample.ts';
import { Explorer } from './Explorer.tsx';
import { Masthead } from './Masthead.tsx';
import { provideWorkers } from './monacoWorkers.ts';
import './page.css';

async function readExamples(): Promise<readonly PortalExample[]> {
  const response = await fetch('/portal/examples.json');
  return response.ok ? (response.json() as Promise<readonly PortalExample[]>) : [];
}

async function openPortal(): Promise<void> {
  const place = document.getElementById('portal');
  if (!place) return;
  provideWorkers();
  const examples = await readExamples();
  createRoot(place).render(
    <StrictMode>
      <Masthead />
      <main className="explorer">
        <Explorer examples={examples} />
      </main>
    </StrictMode>,
  );
}

void openPortal();

import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../data/FactDocument.ts';

/**
 * Selects the facts that figures about the filing quality of departments are made of: all that are in force, public or not.
 *
 * It reads around `visibilityFilter` on purpose: a department files well or badly whoever may read its facts. What is made of it are
 * counts and shares by department, never a fact, a subject or a value.
 */
export const FIGURES_FILTER: Filter<FactDocumentBase> = { 'record.state': 'ACTIVE' };

import { place, useStore } from '../state/index.ts';
import { AllEntities } from './all-entities.tsx';
import { EntityPage } from './entity-page.tsx';
import { LookThrough } from './look-through.tsx';
import './form-rows.css';

/** The Entities view: the page of the chosen entity, what is found in the sources, or the index of all. */
export function EntitiesView() {
  const entityId = useStore(place, (now) => now.entityId);
  const finding = useStore(place, (now) => now.finding);
  if (entityId === null && finding) return <LookThrough {...finding} />;
  return entityId === null ? <AllEntities /> : <EntityPage key={entityId} id={entityId} />;
}

import { place, useStore } from '../state/index.ts';
import { AllEntities } from './all-entities.tsx';
import { EntityPage } from './entity-page.tsx';
import './entities.css';

/** The Entities view: the page of the chosen entity, or the index of all. */
export function EntitiesView() {
  const entityId = useStore(place, (now) => now.entityId);
  return entityId === null ? <AllEntities /> : <EntityPage key={entityId} id={entityId} />;
}

import { useEffect } from 'react';
import { useQuery } from '../state/index.ts';
import { showTypes } from '../ui/index.ts';

/** Shows the types of the open notebook as it says, wherever they stand in the window. */
export function useTypeLooks(): void {
  const types = useQuery('entityTypes.list', {}).data;
  useEffect(() => showTypes(types), [types]);
}

/** A number or key by which the world knows an entity, for instance kind `wikidata`, value `Q855`. */
export interface Identifier {
  readonly kind: string;
  readonly value: string;
}

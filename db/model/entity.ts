import type { Colour } from './colour.ts';
import type { Coordinates } from './coordinates.ts';
import type { DocumentJson } from './document/schema.ts';
import type { OwnFields } from './entity-type.ts';
import type { Identifier } from './identifier.ts';
import type { Passage } from './passage.ts';
import type { SourcePassage } from './source.ts';

/** What another name of an entity is; empty for simply another name. A closed list. */
export const NAME_KINDS = ['', 'birth-name', 'pseudonym', 'transliteration', 'abbreviation'] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** Another name of an entity, with what is known of the name itself. */
export interface EntityName {
  readonly name: string;
  /** BCP 47, with the script where it matters (`sr-Latn`); empty where not said. */
  readonly language: string;
  readonly kind: NameKind;
}

/** A person, place, organisation, event, work, concept or a type the researcher added. */
export interface Entity {
  readonly id: string;
  readonly type: string;
  /** The canonical name. */
  readonly name: string;
  /** Other names, in any script. */
  readonly aliases: readonly string[];
  /** The same other names with what is known of each. */
  readonly names: readonly EntityName[];
  /** Its words, one line a paragraph. */
  readonly description: string;
  /** The same with its form (`descriptionOf`); null where it has none. */
  readonly descriptionDocument: DocumentJson | null;
  /** Dates exact or fuzzy (`readDates`), or words of the researcher's own. */
  readonly dates: string;
  readonly identifiers: readonly Identifier[];
  readonly coordinates: Coordinates | null;
  /** Facts in fields of the researcher's own; none of them is empty. */
  readonly fields: OwnFields;
  /** Passages linked to it. */
  readonly mentions: number;
  /** Sources with at least one of them. */
  readonly sources: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The link from a passage to an entity: this passage names or speaks of it. */
export interface Mention extends SourcePassage {
  readonly id: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly entityType: string;
  readonly quote: string;
  /** What stands before and after it in its block, up to 80 code points each. */
  readonly before: string;
  readonly after: string;
  readonly locator: string;
  readonly sourceTitle: string;
  readonly createdAt: string;
}

/** A passage linked to an entity as its page shows it. */
export interface EntityPassage extends Mention {
  /** The date of its source, as `Source` has it. */
  readonly sourceDate: string;
  /** Of the highlights it lies in or touches, each once, by name. */
  readonly tags: readonly { readonly id: string; readonly name: string; readonly colour: Colour }[];
  /** Entities named in the words it is shown with, the nearest first. */
  readonly with: readonly { readonly entityId: string; readonly name: string; readonly type: string }[];
}

/** How often an entity is mentioned along a source. */
export interface SourceMentions {
  readonly sourceId: string;
  readonly title: string;
  readonly mentions: number;
  /** The parts of the text that mention it. */
  readonly parts: readonly MentioningPart[];
}

/** A part of a text that mentions an entity: how often, and where for the first time. */
export interface MentioningPart extends Passage {
  /** Counted from 0. */
  readonly part: number;
  readonly count: number;
  /** Numbers of the blocks in which the part itself begins and ends. */
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** Another entity that the same words, or some of them, could mean. */
export interface OtherNamed {
  readonly entityId: string;
  readonly name: string;
}

/** An occurrence of an entity's name that is not linked yet, with its surroundings. */
export interface UnlinkedMention extends SourcePassage {
  readonly entityId: string;
  readonly entityName: string;
  readonly entityType: string;
  readonly quote: string;
  /** The name it matched. */
  readonly name: string;
  /** Others of the same name: only a reader can say which is meant. */
  readonly alike: readonly OtherNamed[];
  /** Others whose names are a part of these words, as Lenin's is of “Lenins testamente”. */
  readonly within: readonly OtherNamed[];
  readonly before: string;
  readonly after: string;
  readonly locator: string;
  readonly sourceTitle: string;
}

/** Words of a text that look like a name nobody has yet, with the first place where they stand. */
export interface EntitySuggestion extends SourcePassage {
  readonly name: string;
  /** Shorter forms that stand in the text too. */
  readonly aliases: readonly string[];
  /** How often it stands there, in all forms. */
  readonly count: number;
  /** A guess: `place` for what mostly follows a word such as “in”, else `person`. */
  readonly type: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly locator: string;
  readonly sourceTitle: string;
}

/** Why two entities may be one: an identifier in common, a name in common, names that sound alike. */
export const DUPLICATE_REASONS = ['identifier', 'name', 'sound'] as const;

export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Two entities that may be one. */
export interface Duplicate {
  readonly reason: DuplicateReason;
  readonly entities: readonly Pick<Entity, 'id' | 'name' | 'type' | 'mentions'>[];
}

/** A typed, directed, optionally dated link between two entities. */
export interface Relation {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly fromName: string;
  readonly toName: string;
  /** As it reads from the other end; empty where nobody has said. */
  readonly inverse: string;
  /** Read from the first to the second: `member of`. */
  readonly type: string;
  readonly dates: string;
  readonly comment: string;
  /** Ids of the highlights that are its evidence. */
  readonly evidence: readonly string[];
  /** Those of them whose source is there too, in the order of the texts. */
  readonly passages: readonly EvidencePassage[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A highlight that is evidence of a relation, as a list shows it. */
export interface EvidencePassage extends SourcePassage {
  /** Of the highlight. */
  readonly id: string;
  /** Its words; of many only the first, with an ellipsis. */
  readonly quote: string;
  readonly locator: string;
  readonly sourceTitle: string;
}

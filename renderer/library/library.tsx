import { EntitiesSection } from './entities-section.tsx';
import { SearchesSection } from './searches-section.tsx';
import { SourcesSection } from './sources/sources-section.tsx';
import { TagsSection } from './tags-section.tsx';
import { NotesSection, OutlinesSection } from './writings-section.tsx';
import './library.css';

/** Everything in the notebook by name. */
export function Library() {
  return (
    <div className="library-scroll">
      <SourcesSection />
      <TagsSection />
      <EntitiesSection />
      <NotesSection />
      <OutlinesSection />
      <SearchesSection />
    </div>
  );
}

import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Output } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { failureOf } from '../../state/index.ts';
import { Button, TextField } from '../../ui/index.ts';

type Citations = Output<'sources.readCitations'>;
type Entry = Citations['entries'][number];

/** Fills the form from a citation that is pasted or in a file; of several the researcher takes one. */
export function ReadCitation({ onEntry }: { onEntry: (entry: Entry) => void }) {
  const client = useClient();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Citations>();
  const [failure, setFailure] = useState<string>();
  const read = async (words: string) => {
    setFailure(undefined);
    try {
      const citations = await client.call('sources.readCitations', { text: words });
      const [only] = citations.entries;
      if (only !== undefined && citations.entries.length === 1) onEntry(only);
      setFound(citations);
    } catch (error) {
      setFound(undefined);
      setFailure(failureSentence(failureOf(error)));
    }
  };
  const open = async (files: FileList | null) => {
    const words = await files?.[0]?.text();
    if (words === undefined) return;
    setText(words);
    await read(words);
  };
  return (
    <fieldset className="form read-citation">
      <legend>{t('source.readCitation')}</legend>
      <TextField
        label={t('source.citation')}
        description={t('source.citationText')}
        value={text}
        onChange={setText}
        lines={3}
      />
      <div className="buttons">
        <Button isDisabled={text.trim() === ''} onPress={() => void read(text)}>
          {t('source.fillIn')}
        </Button>
        <FileTrigger acceptedFileTypes={['.bib', '.ris', '.json', '.txt']} onSelect={(files) => void open(files)}>
          <Button>{t('source.citationFile')}</Button>
        </FileTrigger>
      </div>
      {failure && (
        <p role="alert" className="form-failure">
          {failure}
        </p>
      )}
      {found && <Found citations={found} onEntry={onEntry} />}
    </fieldset>
  );
}

function Found({
  citations: { entries, problems },
  onEntry,
}: {
  citations: Citations;
  onEntry: (entry: Entry) => void;
}) {
  return (
    <div role="status">
      <p>{t('source.citationsRead', { count: entries.length })}</p>
      {entries.length > 1 && (
        <ul className="report-list">
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <li key={index} className="report-file">
              <div>
                <strong dir="auto">{entry.title}</strong>
                <p dir="auto">{[entry.authors.join('; '), entry.date].filter(Boolean).join(', ')}</p>
              </div>
              <Button onPress={() => onEntry(entry)}>{t('source.fillIn')}</Button>
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <ul className="report-list">
          {problems.map(({ line, problem, near }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <li key={index} className="report-file failed">
              <div>
                {t('source.citationProblem', { line, problem: t(`source.problem.${problem}`) })}
                {near && <p dir="auto">{near}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { t } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { PreviewFrame } from './preview-frame.tsx';
import { type Previewed, usePreview } from './use-preview.ts';
import './preview.css';

/** A summary as it will be, always that of now, with what is in it and what could not be resolved. */
export function SummaryPreview(previewed: Previewed) {
  const { preview, failure, isComing } = usePreview(previewed);
  return (
    <section className="preview" aria-label={t('export.preview')} aria-busy={isComing}>
      {failure ? (
        <p role="alert" className="form-failure">
          {failureSentence(failure)}
        </p>
      ) : (
        <p role="status" className="preview-report">
          {preview
            ? t('export.previewReport', {
                quotations: preview.report.quotations,
                unresolved: preview.report.unresolved.length,
              })
            : t(previewed.subject === null ? 'export.previewOfNothing' : 'export.previewComing')}
        </p>
      )}
      {preview && <PreviewFrame html={preview.html} />}
    </section>
  );
}

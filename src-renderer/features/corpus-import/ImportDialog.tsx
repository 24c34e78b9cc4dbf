import { useEffect, useRef, useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import { useProject } from '#features/project/index.ts';
import type { ImportReport } from './import-report.ts';
import { importSources, type ImportProgress } from './import-sources.ts';
import { ImportProgressDialog } from './ImportProgressDialog.tsx';
import { ImportReportDialog } from './ImportReportDialog.tsx';

export interface ImportDialogProps {
  /** Mount the dialog with what is to be imported; it begins at once. */
  grants: readonly Grant[];
  /** The person has read the report. */
  onClose: (report: ImportReport) => void;
}

/** Imports into the open project, showing how far it has come and then what came of each file. */
export function ImportDialog({ grants, onClose }: ImportDialogProps): ReactNode {
  const project = useProject();
  const [progress, setProgress] = useState<ImportProgress>({ finished: 0, total: 0, name: '' });
  const [report, setReport] = useState<ImportReport | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    // Only once, also where React mounts everything twice to find mistakes: files would be read twice.
    if (controller.current) return;
    const { signal } = (controller.current = new AbortController());
    const run = async (): Promise<void> => {
      const result = await importSources(project, grants, { signal, onProgress: setProgress }).catch(failedReport);
      setReport(result);
    };
    void run();
  }, [project, grants]);
  if (report) return <ImportReportDialog report={report} onClose={() => onClose(report)} />;
  return <ImportProgressDialog progress={progress} onCancel={() => controller.current?.abort()} />;
}

function failedReport(error: unknown): ImportReport {
  return { folderName: '', total: 0, finished: 0, isStopped: false, failure: problemOf(error), outcomes: [] };
}

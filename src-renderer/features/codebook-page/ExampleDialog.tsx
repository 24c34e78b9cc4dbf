import { useMemo, useState, type ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { chooseQuotations } from '#domain/codebook/document/codebook-document.ts';
import type { CodeId, CodingId } from '#domain/project/records.ts';
import { editCode } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { useCodebookFacts } from './codebook-facts.ts';
import { useParagraphNumbers } from './paragraph-numbers.ts';
import { Passage } from './Quotations.tsx';

/** More nobody looks through; those that are worth quoting come first. */
const MOST = 60;

/** Which of a code's passages shows best what it means. */
export function ExampleDialog({ codeId, onClose }: { codeId: CodeId; onClose: () => void }): ReactNode {
  const project = useProject();
  const facts = useCodebookFacts();
  const { t } = useTranslation('codebookPage');
  const { t: common } = useTranslation('common');
  const code = project.codes.get(codeId);
  const codings = useMemo(
    () => (code ? chooseQuotations(code, facts.codingsOf(codeId), { limit: MOST, sources: project.sources }) : []),
    [code, facts, codeId, project],
  );
  const numbers = useParagraphNumbers(codings);
  const [chosen, setChosen] = useState<CodingId | null>(code?.exampleCodingId ?? null);
  const choose = (exampleCodingId: CodingId | null): void => {
    void editCode(project, codeId, { exampleCodingId }).then(onClose);
  };
  return (
    <Dialog
      isOpen
      size="medium"
      title={t('exampleTitle', { name: code?.name ?? '' })}
      onClose={onClose}
      footer={
        <>
          {code?.exampleCodingId && <Button onPress={() => choose(null)}>{t('noExample')}</Button>}
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" isDisabled={chosen === null} onPress={() => choose(chosen)}>
            {t('takeExample')}
          </Button>
        </>
      }
    >
      <ListBox
        aria-label={t('quotations')}
        className="codebook-candidates"
        selectionMode="single"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) =>
          setChosen(keys === 'all' ? null : (([...keys][0] as CodingId | undefined) ?? null))
        }
        onAction={(key) => choose(key as CodingId)}
        autoFocus
      >
        {codings.map((coding, at) => (
          <ListBoxItem key={coding.id} id={coding.id} textValue={coding.quote} className="codebook-candidate">
            <Passage coding={coding} number={numbers[at]} isTypical={coding.id === code?.exampleCodingId} />
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  );
}

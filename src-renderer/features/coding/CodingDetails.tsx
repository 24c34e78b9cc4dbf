import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { isWeight } from '#domain/coding/change-codings.ts';
import { countWords } from '#domain/corpus/count-words.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Coding } from '#domain/project/records.ts';
import { MadeUnder } from '#features/codebook-versions/index.ts';
import { saveBeforeClosing, useProject, useProjectValue } from '#features/project/index.ts';
import { formatDay, formatNumber, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { TextArea } from '#ui/TextField.tsx';
import { useSession, useSessionState } from './session-context.tsx';

const SAVE_AFTER_MS = 500;

/** Of one coding: who gave it and when, where it begins and ends, how much it weighs, what was said on it. */
export function CodingDetails({ coding, doc }: { coding: Coding; doc: DocText }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('coding');
  const stored = useProjectValue(({ codings }) => codings.get(coding.id)) ?? coding;
  const coder = project.coders.get(stored.coderId)?.name ?? '';
  const from = doc.numberAt(stored.startUtf16);
  const to = doc.numberAt(stored.endUtf16 - 1);
  const place =
    from === to
      ? t('paragraph', { number: formatNumber(from) })
      : t('paragraphs', { from: formatNumber(from), to: formatNumber(to) });
  const words = t('words', { count: countWords(doc.text.slice(stored.startUtf16, stored.endUtf16)) });
  return (
    <section className="inspector-section" aria-label={t('codingDetails')}>
      <p className="inspector-facts">
        {t('codedBy', { coder, when: formatDay(stored.createdAt) })}
        <br />
        {t('codedWhere', { place, words })}
        <MadeUnder coding={stored} />
      </p>
      {!project.isReadOnly && <Weight coding={stored} weight={stored.weight} />}
      {!project.isReadOnly && <Comment coding={stored} />}
    </section>
  );
}

function Weight({ coding, weight }: { coding: Coding; weight: number | undefined }): ReactNode {
  const session = useSession();
  const { t } = useTranslation('coding');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isWanted = useSessionState((state) => state.isWeightWanted);
  /** What is being typed: the coding follows a little later, and must not take back the first of two digits meanwhile. */
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    field.current?.select();
    session.wantWeight(false);
  }, [session, isWanted]);
  const typed = draft === null || draft === '' ? undefined : Number(draft);
  const shown = draft === null ? weight : typed;
  const isOdd = typed !== undefined && !isWeight(typed);
  const weigh = (value: number | undefined): void => {
    if (value === undefined || isWeight(value)) session.writer.weigh(coding, value).catch(() => undefined);
  };
  const type = ({ currentTarget }: FormEvent<HTMLInputElement>): void => {
    setDraft(currentTarget.value);
    weigh(currentTarget.value === '' ? undefined : currentTarget.valueAsNumber);
  };
  const rest = (): void => setDraft(null);
  return (
    <div className="inspector-weight" data-unset={shown === undefined || undefined}>
      <label htmlFor={id}>{t('weight')}</label>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        aria-label={t('weight')}
        aria-valuetext={shown === undefined ? t('noWeight') : formatNumber(shown)}
        value={shown ?? 0}
        onChange={type}
        onBlur={rest}
      />
      <input
        ref={field}
        id={id}
        type="number"
        min={0}
        max={100}
        step={1}
        placeholder="–"
        value={draft ?? weight ?? ''}
        aria-invalid={isOdd}
        onChange={type}
        onBlur={rest}
      />
      <IconButton
        icon={X}
        size="small"
        label={t('clearWeight')}
        isDisabled={weight === undefined}
        onPress={() => {
          rest();
          weigh(undefined);
        }}
      />
    </div>
  );
}

function Comment({ coding }: { coding: Coding }): ReactNode {
  const session = useSession();
  const { t } = useTranslation('coding');
  const [draft, setDraft] = useState<string | null>(null);
  /** What is not written yet: a field that goes with its panel is told of no `blur`. */
  const unwritten = useRef<string | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const isWritten = (): void => {
      if (unwritten.current === draft) unwritten.current = null;
      setDraft((now) => (now === draft ? null : now));
    };
    const save = (): Promise<void> => session.writer.writeMemo(coding, draft).then(isWritten, () => undefined);
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    const stopSaving = saveBeforeClosing({ hasUnsaved: () => true, save });
    return () => {
      clearTimeout(timer);
      stopSaving();
    };
  }, [session, coding, draft]);
  useEffect(
    () => () => {
      if (unwritten.current !== null) session.writer.writeMemo(coding, unwritten.current).catch(() => undefined);
    },
    [session, coding],
  );
  return (
    <TextArea
      label={t('memo')}
      isSerif
      rows={2}
      value={draft ?? coding.memo}
      onChange={(words) => {
        unwritten.current = words;
        setDraft(words);
      }}
      onBlur={() => {
        if (draft !== null) session.writer.writeMemo(coding, draft).catch(() => undefined);
      }}
    />
  );
}

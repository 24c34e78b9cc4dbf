import type { ReactNode } from 'react';
import { columnRoles, pathSeparators, type ColumnRole } from '#domain/interchange/codebook-files/column-mapping.ts';
import { useTranslation } from '#i18n/index.ts';
import { Select } from '#ui/Select.tsx';
import type { CodebookReading, ReadingChoices } from './codebook-reading.ts';

const NONE = 'none';

export interface ColumnChoicesProps {
  reading: CodebookReading;
  onChoose: (choices: Pick<ReadingChoices, 'columns' | 'separator'>) => void;
}

/** Which column of anybody's table is what, and what stands between the names of a path. */
export function ColumnChoices({ reading, onChoose }: ColumnChoicesProps): ReactNode {
  const { t } = useTranslation('interchange');
  const { header, columns, separator } = reading;
  const options = [
    { id: NONE, label: t('noColumn') },
    ...header.map((cell, at) => ({ id: String(at), label: cell.trim() || t('unnamedColumn', { number: at + 1 }) })),
  ];
  const choose = (role: ColumnRole, id: string): void => {
    const at = id === NONE ? null : Number(id);
    // A column is one thing: what it was before, it is no more.
    const others = columnRoles.map((each) => [each, columns[each] === at ? null : columns[each]] as const);
    const free = Object.fromEntries(others) as typeof columns;
    onChoose({ columns: { ...free, [role]: at } });
  };
  return (
    <fieldset className="column-choices">
      <legend className="ui-label">{t('columns')}</legend>
      {columnRoles.map((role) => (
        <Select
          key={role}
          label={t(`column_${role}`)}
          options={options}
          value={columns[role] === null ? NONE : String(columns[role])}
          onChange={(id) => choose(role, id)}
        />
      ))}
      <Select
        label={t('separator')}
        options={pathSeparators.map((sign) => ({ id: sign || NONE, label: sign.trim() || t('separatorNone') }))}
        value={separator || NONE}
        onChange={(sign) => onChoose({ separator: sign === NONE ? '' : sign })}
      />
    </fieldset>
  );
}

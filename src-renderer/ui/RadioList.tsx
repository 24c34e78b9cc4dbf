import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './RadioList.css';

export interface RadioOption<T extends string> {
  readonly id: T;
  readonly label: string;
  /** A line beneath it, quieter. */
  readonly detail?: string;
}

export interface RadioListProps<T extends string> {
  /** Read out, not shown. */
  label: string;
  options: readonly RadioOption<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** One of several, each with a line about it. */
export function RadioList<T extends string>({ label, options, value, onChange }: RadioListProps<T>): ReactNode {
  const take = (id: string): void => {
    const option = options.find((each) => each.id === id);
    if (option) onChange(option.id);
  };
  return (
    <RadioGroup className="ui-radio-list" value={value} onChange={take}>
      <Label className="visually-hidden">{label}</Label>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="ui-radio">
          <span className="ui-radio-mark" />
          <span className="ui-radio-words">
            <span className="ui-radio-label">{option.label}</span>
            {option.detail !== undefined && <span className="ui-radio-detail">{option.detail}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

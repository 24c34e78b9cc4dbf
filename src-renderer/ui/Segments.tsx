import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './Segments.css';

export interface SegmentsProps<T extends string> {
  label: string;
  options: readonly { readonly id: T; readonly label: string }[];
  /** None is on where the value is not among them. */
  value: string;
  onChange: (value: T) => void;
}

/** A few words of which one holds, beside one another: all there is to choose from is in view. */
export function Segments<T extends string>({ label, options, value, onChange }: SegmentsProps<T>): ReactNode {
  const take = (key: string): void => {
    const option = options.find(({ id }) => id === key);
    if (option) onChange(option.id);
  };
  return (
    <RadioGroup
      className="ui-segments"
      orientation="horizontal"
      value={options.some(({ id }) => id === value) ? value : null}
      onChange={take}
    >
      <Label className="ui-segments-label">{label}</Label>
      <div className="ui-segments-row">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="ui-segment">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

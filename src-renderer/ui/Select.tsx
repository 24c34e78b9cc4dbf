import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import './Menu.css';
import './TextField.css';
import './Select.css';

export interface SelectOption<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Stands after the label, quieter. */
  readonly detail?: string;
}

export interface SelectProps<T extends string> {
  label: string;
  isLabelHidden?: boolean;
  options: readonly SelectOption<T>[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean;
}

export function Select<T extends string>(props: SelectProps<T>): ReactNode {
  const { label, isLabelHidden = false, options, value, onChange, isDisabled = false } = props;
  const take = (key: unknown): void => {
    const option = options.find(({ id }) => id === key);
    if (option && option.id !== value) onChange(option.id);
  };
  return (
    <AriaSelect className="ui-select" value={value} onChange={take} isDisabled={isDisabled}>
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-label'}>{label}</Label>
      <Button className="ui-select-button">
        <SelectValue className="truncated">{({ selectedText }) => selectedText}</SelectValue>
        <Icon of={ChevronDown} size={14} />
      </Button>
      <Popover className="ui-popover ui-select-popover" offset={4}>
        <ListBox className="ui-menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="ui-menu-item">
              {({ isSelected }) => (
                <>
                  <span className="ui-menu-check">{isSelected && <Icon of={Check} size={14} />}</span>
                  <span className="ui-menu-text">{option.label}</span>
                  {option.detail !== undefined && <span className="ui-select-detail">{option.detail}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

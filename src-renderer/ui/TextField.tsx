import type { ReactNode, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import './TextField.css';

interface FieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'onKeyDown'> {
  label: string;
  /** Spoken only; for a field whose place says what it is. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** Why the value cannot be taken, null while it can. */
  error?: string | null;
  placeholder?: string;
  /** Enter was pressed, and not to choose from an input method's list. */
  onEnter?: () => void;
}

export interface TextFieldProps extends FieldProps {
  /** Stands before the text, inside the frame. */
  before?: ReactNode;
  after?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ before, after, inputRef, placeholder, ...field }: TextFieldProps): ReactNode {
  return (
    <Field {...field}>
      <div className="ui-field">
        {before}
        <Input ref={inputRef} dir="auto" className="ui-input" placeholder={placeholder ?? ''} spellCheck={false} />
        {after}
      </div>
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  rows?: number;
  /** For the words of a person (a memo, a definition), which are serif. */
  isSerif?: boolean;
  inputRef?: Ref<HTMLTextAreaElement>;
}

/** Grows with its text, from `rows` on. */
export function TextArea({ rows = 3, isSerif = false, inputRef, placeholder, ...field }: TextAreaProps): ReactNode {
  return (
    <Field {...field}>
      <AriaTextArea
        ref={inputRef}
        dir="auto"
        rows={rows}
        placeholder={placeholder ?? ''}
        className={isSerif ? 'ui-field ui-textarea serif' : 'ui-field ui-textarea'}
      />
    </Field>
  );
}

function Field({
  label,
  isLabelHidden = false,
  hint,
  error = null,
  onEnter,
  children,
  ...rest
}: FieldProps & { children: ReactNode }) {
  const pressKey: AriaTextFieldProps['onKeyDown'] = (event) => {
    if (event.key === 'Enter' && onEnter && !event.nativeEvent.isComposing) onEnter();
    // react-aria keeps a key to itself once someone listens, and Escape would no longer close the dialog around.
    else event.continuePropagation();
  };
  return (
    <AriaTextField {...rest} onKeyDown={pressKey} isInvalid={error !== null} className="ui-text-field">
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-label'}>{label}</Label>
      {children}
      {hint !== undefined && error === null && (
        <Text slot="description" className="ui-hint">
          {hint}
        </Text>
      )}
      <FieldError className="ui-error">{error}</FieldError>
    </AriaTextField>
  );
}

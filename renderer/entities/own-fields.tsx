import { type OwnFields, valueOfField } from '../../main/contract/index.ts';
import { useQuery } from '../state/index.ts';
import { TextField } from '../ui/index.ts';

/** The fields an entity of this type has, and those it has something in all the same. */
export function useFieldsOf(type: string, fields: OwnFields): readonly string[] {
  const types = useQuery('entityTypes.list', {}).data ?? [];
  const own = types.find(({ name }) => name === type)?.fields ?? [];
  return [...own, ...Object.keys(fields).filter((name) => !own.includes(name))];
}

/** The researcher's own fields in the form of an entity. */
export function OwnFieldInputs(props: {
  readonly type: string;
  readonly fields: OwnFields;
  readonly onChange: (fields: OwnFields) => void;
}) {
  const { type, fields, onChange } = props;
  return useFieldsOf(type, fields).map((name) => (
    <TextField
      key={name}
      label={name}
      value={valueOfField(fields, name)}
      onChange={(value) => onChange({ ...fields, [name]: value })}
    />
  ));
}

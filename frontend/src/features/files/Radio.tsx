interface Props {
  id: string;
  name: string;
  checked: boolean;
  choose: () => void;
  words: string;
}

/** One of several answers. */
export const Radio = ({ id, name, checked, choose, words }: Props) => (
  <div class="cm-radio">
    <input id={id} name={name} type="radio" checked={checked} onChange={choose} />
    <label for={id}>{words}</label>
  </div>
);

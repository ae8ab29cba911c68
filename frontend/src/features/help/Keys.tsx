import { helpWords } from "./words";

/** Keys by name, and what they do. */
type Line = [keys: string[], does: string];

/** The keys of the two pages that are worked by keyboard. */
export function Keys() {
  const words = helpWords.value.keys;
  const { up, down, left, right, space } = words.names;
  return (
    <>
      <KeyTable
        title={words.entering}
        lines={[
          [["Enter", down], words.next],
          [["Shift+Enter", up], words.before],
          [["Tab"], words.across],
          [[left, right], words.inside],
          [["Escape"], words.restore],
          [[`Alt+${down}`], words.more],
          [[space], words.tick],
          [["Ctrl+K"], words.find],
          [["Ctrl+S"], words.save],
          [["Ctrl+Z"], words.undo],
        ]}
      />
      <KeyTable
        title={words.checking}
        lines={[
          [[space], words.tickOn],
          [["X"], words.flag],
          [[left, up], words.back],
          [[right, down], words.forward],
          [["Enter"], words.compare],
        ]}
      />
    </>
  );
}

function KeyTable({ title, lines }: { title: string; lines: Line[] }) {
  const words = helpWords.value.keys;
  return (
    <table class="govuk-table cm-table cm-keys">
      <caption class="govuk-table__caption govuk-table__caption--s">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.key}</th>
          <th scope="col">{words.does}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([keys, does]) => (
          <tr key={does}>
            <th scope="row">
              {keys.map((key, place) => (
                <span key={key}>
                  {place > 0 && ` ${words.or} `}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

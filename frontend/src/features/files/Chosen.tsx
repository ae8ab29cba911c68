import { kindOf, sizeOf } from "./file-facts";
import type { Parcel } from "./parcel";
import { uploadWords } from "./words";

/** The files that were chosen, each with its size and kind. */
export function Chosen({ parcels, remove }: { parcels: Parcel[]; remove: (parcel: Parcel) => void }) {
  const words = uploadWords.value;
  return (
    <div role="status">
      {parcels.length > 0 && (
        <ul class="govuk-list cm-parcels" aria-label={words.choose.chosen}>
          {parcels.map((parcel) => (
            <li key={parcel.key}>
              <strong class="cm-break">{parcel.file.name}</strong>{" "}
              <span class="cm-hint-inline">
                {words.kinds[kindOf(parcel.file.name)]}, {sizeOf(parcel.file.size)}
              </span>{" "}
              <button type="button" class="cm-link-button" onClick={() => remove(parcel)}>
                {words.choose.remove(parcel.file.name)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import shared from "../../../../tests/cases/page-files.json";
import values from "../../../../tests/cases/values.json";
import { speak } from "../../i18n/words";
import { csv } from "../../lib/csv";
import type { Scale } from "../../sheet/parse";
import { head, row } from "../../testing/samples";
import { linesOf, tableOf, widthsOf } from "./lines";
import { printWords } from "./words";
import { xlsx } from "./xlsx";

afterEach(() => speak("en"));

it.each(shared.files)(
  "$name: the files are those that the service takes back",
  async ({ language, scale: named, criteria = [], rows, csv: text, xlsx: parts }) => {
    await speak(language as "en" | "cy");
    const scale = values.scales[named as keyof typeof values.scales] as Scale;
    const sheet = head({ assessment: { ...head().assessment, scale }, criteria });
    const table = tableOf(
      linesOf(
        rows.map((one) => row({ ...one, outcome: one.outcome as Schemas["RowOut"]["outcome"] })),
        scale,
        criteria,
      ),
      sheet,
    );

    expect(csv(table)).toBe(text);
    const written = Object.entries(unzipSync(xlsx(printWords.value.sheet, table, widthsOf(sheet))));
    expect(Object.fromEntries(written.map(([name, part]) => [name, strFromU8(part)]))).toEqual(parts);
  },
);

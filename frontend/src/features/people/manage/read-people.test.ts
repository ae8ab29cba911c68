import { expect, it } from "vitest";
import { readPeople } from "./read-people";

const ASHA = { name: "Asha Patel", email: "asha@school.example" };
const CARYS = { name: "Carys Lloyd", email: "carys@school.example" };

it.each([
  ["an address copied from a mail program", "Asha Patel <asha@school.example>", [ASHA]],
  ["a name in quotes", '"Patel, Asha" <asha@school.example>', [{ name: "Patel, Asha", email: ASHA.email }]],
  ["several with semicolons", "Asha Patel <asha@school.example>; Carys Lloyd <carys@school.example>;", [ASHA, CARYS]],
  ["several with commas", "Asha Patel <asha@school.example>, Carys Lloyd <carys@school.example>", [ASHA, CARYS]],
  [
    "two columns of a spreadsheet, with their heading",
    "Name\tEmail\r\nAsha Patel\tasha@school.example\r\nCarys Lloyd\tcarys@school.example\r\n",
    [ASHA, CARYS],
  ],
  ["three columns", "Asha\tPatel\tasha@school.example", [ASHA]],
  ["the address first", "asha@school.example\tAsha Patel", [ASHA]],
  ["addresses alone", "asha@school.example carys@school.example", [ASHA, CARYS].map(({ email }) => ({ name: "", email }))],
  ["a link to an address", "mailto:asha@school.example", [{ name: "", email: ASHA.email }]],
  ["a name in brackets behind the address", "asha@school.example (Asha Patel)", [ASHA]],
  ["no address", "Asha Patel, Carys Lloyd", []],
])("%s is taken apart", (_, text, people) => {
  expect(readPeople(text)).toEqual(people);
});

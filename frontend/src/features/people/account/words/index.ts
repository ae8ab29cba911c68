import { both } from "../../../../i18n/both";
import { cy } from "./cy";
import { en } from "./en";

export const accountWords = both(en, cy);

import { Link } from "wouter-preact";

interface Props {
  /** Why there is nothing to show. */
  why: string;
  /** The way on, where there is one. */
  to?: string;
  way?: string;
}

/** In place of what is not there yet: why, and the way on. */
export const Nothing = ({ why, to, way }: Props) => (
  <p class="govuk-inset-text">
    {why}
    {to && (
      <>
        {" "}
        <Link class="govuk-link" href={to}>
          {way}
        </Link>
      </>
    )}
  </p>
);

// How much of each limit is used, as bars: a picture with its own words, for people who see it, and the same in its table for
// everybody. A bar's pattern says the same as its words, so colour is never needed.
import type { ReactElement } from "react";

export type RoomBar = {
  readonly key: string;
  readonly label: string;
  /** What is counted, and what is left. */
  readonly counted: string;
  readonly left: string;
  /** Whole hundredths of the limit. */
  readonly share: number;
  readonly standing: "fits" | "over" | "perhaps" | "no-figure";
};

export type RoomChartProps = {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly title: string;
  /** The finding: what the picture shows, in words. */
  readonly finding: string;
  readonly bars: readonly RoomBar[];
};

const rowEms = 6.6;

/** One bar for each week or month, as long as its limit, filled as far as it is used. */
export function RoomChart({ id, title, finding, bars }: RoomChartProps): ReactElement {
  return (
    <figure className="room-chart">
      <figcaption>{finding}</figcaption>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        className="room-chart__picture"
        width="100%"
        height={`${bars.length * rowEms}em`}
        focusable="false"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>{finding}</desc>
        <defs>
          <pattern id={`${id}-over`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="8" className="room-chart__stripe" />
          </pattern>
          <pattern id={`${id}-perhaps`} width="8" height="8" patternUnits="userSpaceOnUse">
            <circle cx="4" cy="4" r="2" className="room-chart__stripe" />
          </pattern>
        </defs>
        {bars.map((bar, row) => (
          <svg key={bar.key} y={`${row * rowEms}em`} width="100%" height={`${rowEms}em`}>
            <text y="1.1em" className="room-chart__label">
              {bar.label}
            </text>
            {bar.share === 0 ? null : (
              <rect
                y="1.6em"
                width={`${bar.share}%`}
                height="1.1em"
                className="room-chart__used"
                fill={bar.standing === "fits" ? undefined : `url(#${id}-${bar.standing === "over" ? "over" : "perhaps"})`}
              />
            )}
            <rect
              y="1.6em"
              width="100%"
              height="1.1em"
              className={bar.standing === "no-figure" ? "room-chart__limit room-chart__limit--not-known" : "room-chart__limit"}
            />
            <text y="3.9em" className="room-chart__words">
              {bar.counted}
            </text>
            <text y="5.2em" className="room-chart__words">
              {bar.left}
            </text>
          </svg>
        ))}
      </svg>
    </figure>
  );
}

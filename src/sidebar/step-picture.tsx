import type { BandModel, Standing, TableFacts } from "../api/contract";
import { Exact } from "../engine/exact";
import { rangesOf, stepsOf } from "./bands";
import { usePage } from "./page-context";
import { drawSteps, HEIGHT, WIDTH } from "./picture";

interface Props {
  readonly rows: readonly BandModel[];
  readonly facts: TableFacts;
  readonly person: string;
}

/** The table as a staircase with a dot where each person stands; the same in words for readers. */
export function StepPicture({ rows, facts, person }: Props) {
  const { t } = usePage();
  const steps = stepsOf(rows);
  const picture =
    steps &&
    drawSteps(
      steps,
      facts.people.flatMap((each) => standingOf(each, person)),
    );
  if (!picture) return null;
  const people = facts.people.map(({ person: name, at }) => `${name} ${at.text}`).join(", ");
  const words = t("picture", { ranges: rangesOf(rows).join("; "), people: people || "–" });
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={words}
    >
      <path class="area" d={`${picture.path}V${picture.axisY}H40Z`} />
      {picture.risers.map((x) => (
        <line key={x} class="riser" x1={x} x2={x} y1="4" y2={picture.axisY} />
      ))}
      <line class="axis" x1="40" x2={WIDTH - 6} y1={picture.axisY} y2={picture.axisY} />
      <path class="steps" d={picture.path} />
      {[...picture.xMarks, ...picture.yMarks].map(({ x, y, text, anchor }) => (
        <text key={`${x} ${y}`} x={x} y={y} text-anchor={anchor}>
          {text}
        </text>
      ))}
      {picture.dots.map((dot) => (
        <circle
          key={dot.person}
          class={`dot ${dot.chosen ? "chosen" : ""}`}
          cx={dot.x}
          cy={dot.y}
          r={dot.chosen ? 4.5 : 3}
        >
          <title>{dot.person}</title>
        </circle>
      ))}
    </svg>
  );
}

function standingOf({ person, at }: Standing, chosen: string) {
  const value = at.value === null ? null : Exact.parse(at.value);
  return value ? [{ person, value: value.toNumber(), chosen: person === chosen }] : [];
}

// The pictures of Easy Read: one for each topic and one for each answer, always the same one for the same idea. The sentence beside a
// picture says the same, so screen readers pass it over.
import type { ReactElement, ReactNode } from "react";
import type { EasyAnswer } from "#app/domain/access/easy-parts.ts";
import type { TopicId } from "#app/domain/access/topic-options.ts";

const thing = (d: string): ReactElement => <path className="measure-drawing__thing" d={d} />;
const solid = (d: string): ReactElement => <path className="measure-drawing__solid" d={d} />;
const meant = (d: string): ReactElement => <path className="measure-drawing__measured" d={d} />;
const box = (d: string): ReactElement => <path className="measure-drawing__meter" d={d} />;
const disc = (cx: number, cy: number, r: number): ReactElement => <circle className="measure-drawing__solid" cx={cx} cy={cy} r={r} />;
const ground = thing("M8 122h184");

const bust = (x: number): ReactElement => (
  <>
    {disc(x, 52, 18)}
    {solid(`M${x - 34} 122c0-34 14-46 34-46s34 12 34 46z`)}
  </>
);

const pictures: Readonly<Record<TopicId, ReactNode>> = {
  "contact-and-papers": (
    <>
      {solid("M16 36h96v66H16z")}
      {meant("M16 36l48 38l48-38")}
      {box("M140 16h36c4 0 6 2 6 6v86c0 4-2 6-6 6h-36c-4 0-6-2-6-6V22c0-4 2-6 6-6z")}
      {thing("M150 104h16")}
    </>
  ),
  communication: (
    <>
      {bust(52)}
      {box("M92 12h92v52h-56l-18 18V64H92z")}
      {thing("M108 30h60M108 46h40")}
    </>
  ),
  "getting-around": (
    <>
      {ground}
      {solid("M124 122V16h56v106z")}
      {thing("M170 70v8")}
      {disc(48, 42, 10)}
      {thing("M46 54l3 34h28l8 26h12M36 58v38")}
      <circle className="measure-drawing__thing" cx="52" cy="100" r="21" />
    </>
  ),
  senses: (
    <>
      {solid("M22 58h22l28-24v70L44 80H22z")}
      {meant("M88 52c8 10 8 24 0 34M102 42c14 16 14 38 0 54")}
      {thing("M156 8v18M156 98v18M112 62h-4M190 62h10M132 38l-8-8M180 38l8-8M132 86l-8 8M180 86l8 8")}
      <circle className="measure-drawing__meter" cx="156" cy="62" r="20" />
    </>
  ),
  running: (
    <>
      <circle className="measure-drawing__solid" cx="60" cy="66" r="48" />
      {meant("M60 32v34l22 16")}
      {box("M132 26h52v84h-52z")}
      {thing("M142 46h32M142 64h32M142 82h20")}
    </>
  ),
  food: (
    <>
      <circle className="measure-drawing__solid" cx="100" cy="68" r="42" />
      <circle className="measure-drawing__meter" cx="100" cy="68" r="24" />
      {thing("M36 16v104M26 16v26c0 12 20 12 20 0V16M168 120V16c-14 6-16 40-12 52h12")}
    </>
  ),
  "with-me": (
    <>
      {bust(64)}
      {bust(134)}
    </>
  ),
  travel: (
    <>
      {ground}
      {box("M30 110V42c0-8 6-12 12-12h116c8 0 12 6 12 12v68z")}
      {solid("M42 44h32v28H42zM84 44h32v28H84zM126 44h32v28h-32z")}
      {disc(62, 112, 12)}
      {disc(140, 112, 12)}
    </>
  ),
  online: (
    <>
      {box("M36 16h128v76H36z")}
      {disc(100, 44, 12)}
      {solid("M76 90c0-22 10-28 24-28s24 6 24 28z")}
      {thing("M20 112h160M36 92l-16 20M164 92l16 20")}
    </>
  ),
  safety: (
    <>
      {solid("M30 14h140v100H30z")}
      {box("M112 34h42v80h-42z")}
      {disc(66, 44, 9)}
      {thing("M64 54l6 26l-16 24M70 80l16 8l-2 20M50 66l16-8l18 14")}
      {meant("M90 60h16m-7-7l7 7l-7 7")}
    </>
  ),
  else: (
    <>
      {box("M30 14h140v78H96l-24 26V92H30z")}
      <circle className="measure-drawing__dot" cx="70" cy="54" r="7" />
      <circle className="measure-drawing__dot" cx="100" cy="54" r="7" />
      <circle className="measure-drawing__dot" cx="130" cy="54" r="7" />
    </>
  ),
};

/** The picture of a topic. */
export function TopicPicture({ topic }: { readonly topic: TopicId }): ReactElement {
  return (
    <svg
      className="measure-drawing measure-drawing--large"
      viewBox="0 0 200 130"
      width="200"
      height="130"
      aria-hidden="true"
      focusable="false"
    >
      {pictures[topic]}
    </svg>
  );
}

const answers: Readonly<Record<EasyAnswer, string>> = {
  yes: "M8 26l10 10l22-24",
  no: "M10 10l28 28M38 10L10 38",
  "not-sure": "M14 16c0-14 22-14 22 0c0 10-11 8-11 18M25 42v1",
};

/** The sign of an answer: a tick, a cross or a question mark, beside its word. */
export function AnswerPicture({ answer }: { readonly answer: EasyAnswer }): ReactElement {
  return (
    <svg className="answer-picture" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
      <path d={answers[answer]} />
    </svg>
  );
}

// Forms that papers can take. What software must not claim: that automatic easy read is easy read, that machine captions are
// captions for a person who asked for a human, or that a machine translation was checked.
import type { AccessSourceId } from "./access-sources.ts";
import type { SupportId } from "./supports.ts";

export type PaperFormat = {
  readonly label: string;
  readonly producedBy: "software" | "software-draft-then-person" | "person";
  /** What a file in this format satisfies; each can be tested or ticked. */
  readonly rules: Readonly<Record<string, string | number | boolean>>;
  /** Working days before the papers go out. */
  readonly leadWorkingDays: { readonly minimum: number; readonly typical: number };
  readonly sources: readonly AccessSourceId[];
  /** Choosing this format adds this booking. */
  readonly support?: SupportId;
  readonly note?: string;
};

export const formats = {
  "html-accessible": {
    label: "Web page that works with screen readers",
    producedBy: "software",
    rules: {
      wcag: "2.2 AA",
      headingsNested: true,
      langSet: true,
      altTextRequired: true,
      minContrast: 4.5,
      reflowAtPx: 320,
      noFixedFont: true,
    },
    leadWorkingDays: { minimum: 0, typical: 0 },
    sources: ["pdfua", "wai-events"],
  },
  "docx-structured": {
    label: "Word file with real headings, alt text and no text boxes",
    producedBy: "software",
    rules: { headingStyles: true, altTextRequired: true, noTextBoxes: true, noMergedCells: true, fontPtMin: 12 },
    leadWorkingDays: { minimum: 0, typical: 0 },
    sources: ["incl-scot", "ukaaf-g003"],
  },
  "pdf-tagged": {
    label: "Tagged PDF (PDF/UA)",
    producedBy: "software",
    rules: { tagged: true, titleSet: true, langSet: true, readingOrder: true, altTextRequired: true, minContrast: 4.5 },
    leadWorkingDays: { minimum: 0, typical: 0 },
    sources: ["pdfua"],
    note: "A scan is never an accessible PDF",
  },
  "plain-text": {
    label: "Plain text file or plain text email",
    producedBy: "software",
    rules: { encoding: "UTF-8", noTablesAsSpaces: true, lineBreakAtParagraphOnly: true, imagesDescribed: true },
    leadWorkingDays: { minimum: 0, typical: 0 },
    sources: ["incl-scot"],
  },
  "clear-print": {
    label: "Clear print on paper",
    producedBy: "software",
    rules: {
      fontPt: 14,
      fontPtMin: 12,
      sansSerif: true,
      align: "left",
      lineSpacing: 1.5,
      maxCharsPerLine: 70,
      noItalics: true,
      noUnderline: true,
      noBlockCapitals: true,
      minContrast: 7,
      mattPaper: true,
      paper: "A4",
    },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["ukaaf-g003", "rnib-clear"],
  },
  "large-print-16": {
    label: "Large print 16 point",
    producedBy: "software",
    rules: {
      fontPt: 16,
      sansSerif: true,
      align: "left",
      lineSpacing: 1.5,
      noPhotocopyEnlarging: true,
      pageNumbersSameSize: true,
      minContrast: 7,
      paper: "A4",
      columns: 1,
    },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["ukaaf-g003"],
  },
  "large-print-18": {
    label: "Large print 18 point",
    producedBy: "software",
    rules: {
      fontPt: 18,
      sansSerif: true,
      align: "left",
      lineSpacing: 1.5,
      noPhotocopyEnlarging: true,
      pageNumbersSameSize: true,
      minContrast: 7,
      paper: "A4",
      columns: 1,
    },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["ukaaf-g003"],
  },
  "large-print-20": {
    label: "Large print 20 point",
    producedBy: "software",
    rules: {
      fontPt: 20,
      sansSerif: true,
      align: "left",
      lineSpacing: 1.5,
      noPhotocopyEnlarging: true,
      minContrast: 7,
      paper: "A4",
      columns: 1,
    },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["sol", "ukaaf-g003"],
  },
  "giant-print-24": {
    label: "Giant print 24 point or larger (size given by the reader)",
    producedBy: "software",
    rules: {
      fontPt: 24,
      fontPtMin: 24,
      sansSerif: true,
      align: "left",
      lineSpacing: 1.5,
      minContrast: 7,
      paper: "A4",
      columns: 1,
      hyphenation: false,
    },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["ukaaf-g003"],
  },
  "dyslexia-friendly": {
    label: "Dyslexia-friendly layout",
    producedBy: "software",
    rules: {
      fontPt: 13,
      fontPtMin: 12,
      sansSerif: true,
      align: "left",
      lineSpacing: 1.5,
      maxCharsPerLine: 70,
      noItalics: true,
      noUnderline: true,
      noBlockCapitals: true,
      background: "cream or reader's tint",
      headingScale: 1.2,
      interCharacterSpacingPercent: 35,
    },
    leadWorkingDays: { minimum: 0, typical: 0 },
    sources: ["bda-style"],
  },
  "coloured-paper": {
    label: "Printed on tinted paper or with a tinted background",
    producedBy: "software",
    rules: { background: "colour named by the reader", minContrast: 7, mattPaper: true },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["bda-style", "rnib-clear"],
  },
  "high-contrast-dark": {
    label: "Light text on a dark background",
    producedBy: "software",
    rules: { minContrast: 7, weight: "semi-bold", glareFree: true },
    leadWorkingDays: { minimum: 0, typical: 0 },
    sources: ["rnib-clear"],
  },
  "plain-english": {
    label: "Plain English version with a word list",
    producedBy: "software-draft-then-person",
    rules: { maxSentenceWords: 20, averageSentenceWords: 15, acronymsSpeltOut: true, glossary: true, activeVoice: true, actionFirst: true },
    leadWorkingDays: { minimum: 1, typical: 3 },
    sources: ["ni-assembly", "lanarkshire"],
    note: "Software can flag long sentences, acronyms and listed jargon; a person rewrites",
  },
  "easy-read": {
    label: "Easy read",
    producedBy: "software-draft-then-person",
    rules: {
      maxSentenceWords: 15,
      oneIdeaPerSentence: true,
      fontPtMin: 14,
      picturesLeft: true,
      textRight: true,
      pictureForEachIdea: true,
      maxPages: 20,
      maxWords: 1000,
      hardWordsExplained: true,
      checkedByPeopleWithLearningDisabilities: true,
      sansSerif: true,
    },
    leadWorkingDays: { minimum: 10, typical: 20 },
    sources: ["dh-easyread", "gov-easyread", "change", "easyread-std"],
    support: "easy-read-professional",
    note: "Software: draft text, picture slots, rule check. It must be marked DRAFT until checked by people with learning disabilities",
  },
  "easy-read-agenda": {
    label: "Easy read agenda (one page, pictures)",
    producedBy: "software-draft-then-person",
    rules: { maxSentenceWords: 15, fontPtMin: 14, picturesLeft: true, maxPages: 2, timesAsClockFaces: true },
    leadWorkingDays: { minimum: 2, typical: 5 },
    sources: ["dh-easyread", "lir-before"],
    note: "Built from stored checked sentences and pictures, so a coordinator can approve it quickly",
  },
  "pictures-symbols": {
    label: "Photo or symbol timetable of the day",
    producedBy: "software-draft-then-person",
    rules: { onePicturePerStep: true, realPhotosOfVenue: true, maxSteps: 12 },
    leadWorkingDays: { minimum: 1, typical: 3 },
    sources: ["lir-before", "autism-dialogue"],
  },
  "braille-brf-g2": {
    label: "Contracted braille file (UEB, BRF)",
    producedBy: "software",
    rules: {
      code: "UEB grade 2",
      cellsPerLine: 40,
      linesPerPage: 25,
      tool: "liblouis en-ueb-g2.ctb",
      tablesLinearised: true,
      printPageNumbers: true,
    },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["liblouis", "ukaaf-g002"],
    note: "For a reader with a braille display or embosser; proofread headings, tables and names",
  },
  "braille-brf-g1": {
    label: "Uncontracted braille file (UEB, BRF)",
    producedBy: "software",
    rules: { code: "UEB grade 1", cellsPerLine: 40, linesPerPage: 25, tool: "liblouis en-ueb-g1.ctb", tablesLinearised: true },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["liblouis"],
  },
  "braille-paper": {
    label: "Braille on paper",
    producedBy: "person",
    rules: { code: "UEB", proofread: true, heavyPaper: true, printTitleOnCover: true },
    leadWorkingDays: { minimum: 5, typical: 10 },
    sources: ["hants-formats", "ukaaf-g002"],
    support: "braille-transcription",
    note: "Software supplies the BRF; embossing, proof and post need a person",
  },
  "audio-synthetic": {
    label: "Audio made by computer voice, with chapter marks",
    producedBy: "software",
    rules: { format: "MP3", chapters: true, spokenPageAndSection: true, speed: "normal and slow", maxMinutesPerTrack: 10 },
    leadWorkingDays: { minimum: 0, typical: 1 },
    sources: ["scie-planning"],
    note: "Where a local offline voice is present; otherwise a person reads",
  },
  "audio-human": {
    label: "Audio read by a person",
    producedBy: "person",
    rules: { format: "MP3 or CD", chapters: true, tablesExplained: true },
    leadWorkingDays: { minimum: 5, typical: 10 },
    sources: ["hants-formats"],
    support: "audio-recording",
  },
  "bsl-video": {
    label: "BSL video",
    producedBy: "person",
    rules: { captions: true, registeredTranslators: 2, plainBackground: true, checkedBySecondTranslator: true },
    leadWorkingDays: { minimum: 10, typical: 20 },
    sources: ["nhs-bsl"],
    support: "bsl-video-translation",
  },
  "captioned-video": {
    label: "Video with captions and a transcript",
    producedBy: "software-draft-then-person",
    rules: { captionsChecked: true, transcript: true, audioDescriptionIfVisual: true },
    leadWorkingDays: { minimum: 1, typical: 3 },
    sources: ["wai-events"],
  },
  translated: {
    label: "Another written language",
    producedBy: "person",
    rules: { languageNamed: true, checkedByNative: true, rightToLeftIfNeeded: true },
    leadWorkingDays: { minimum: 5, typical: 10 },
    sources: ["hants-formats"],
    support: "written-translation",
  },
  "paper-by-post": {
    label: "Printed papers sent by post",
    producedBy: "software",
    rules: { noStaplesIfAsked: true, oneSidedIfAsked: true, postDaysAllowed: 3 },
    leadWorkingDays: { minimum: 3, typical: 5 },
    sources: ["scie-planning"],
    note: "Add posting time to the papers deadline",
  },
  "short-summary": {
    label: "One-page summary and the decisions we ask for",
    producedBy: "software-draft-then-person",
    rules: { maxPages: 1, decisionsListed: true, fontPtMin: 14 },
    leadWorkingDays: { minimum: 0, typical: 2 },
    sources: ["sol", "nhse-meetings"],
  },
  "slides-accessible": {
    label: "Slides file sent before",
    producedBy: "software-draft-then-person",
    rules: { fontPtMin: 24, maxLinesPerSlide: 6, altTextRequired: true, minContrast: 4.5, noFlashing: true, uniqueTitles: true },
    leadWorkingDays: { minimum: 0, typical: 2 },
    sources: ["wai-events"],
  },
  "tactile-diagram": {
    label: "Raised diagram",
    producedBy: "person",
    rules: { labelsInBraille: true },
    leadWorkingDays: { minimum: 10, typical: 15 },
    sources: ["ulster-arrange"],
    support: "tactile-graphics",
  },
  "phone-spoken": {
    label: "Told by phone or in person",
    producedBy: "person",
    rules: { minutesPerTenPages: 30 },
    leadWorkingDays: { minimum: 1, typical: 3 },
    sources: ["scie-planning", "lanarkshire"],
    support: "papers-phone-through",
  },
} satisfies Record<string, PaperFormat>;

export type FormatId = keyof typeof formats;

export const formatIds = Object.keys(formats) as readonly FormatId[];

/** The entry of a format, seen with all its possible properties. */
export function formatOf(id: FormatId): PaperFormat {
  return formats[id];
}

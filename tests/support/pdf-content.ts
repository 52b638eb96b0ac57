// Reads the drawing instructions of a PDF page: what is drawn, inside which marks, and which characters letters stand for.

export type ContentOperand =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "array"; readonly items: readonly ContentOperand[] }
  | { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, ContentOperand> };

export type ContentInstruction = { readonly operator: string; readonly operands: readonly ContentOperand[] };

/** The instructions of a content stream, its bytes given as one character each. */
export function readContent(content: string): readonly ContentInstruction[] {
  const instructions: ContentInstruction[] = [];
  let operands: ContentOperand[] = [];
  let at = 0;

  const skipSpace = (): void => {
    for (;;) {
      while (at < content.length && /[\s\0]/u.test(content.charAt(at))) at += 1;
      if (content.charAt(at) !== "%") return;
      while (at < content.length && !/[\r\n]/u.test(content.charAt(at))) at += 1;
    }
  };

  const word = (): string => {
    const start = at;
    while (at < content.length && !/[\s\0()<>[\]{}/%]/u.test(content.charAt(at))) at += 1;
    if (at === start) at += 1;
    return content.slice(start, at);
  };

  const literal = (): string => {
    let depth = 0;
    let text = "";
    do {
      const character = content.charAt(at);
      at += 1;
      if (character === "\\") {
        const octal = /^[0-7]{1,3}/u.exec(content.slice(at, at + 3));
        if (octal) {
          text += String.fromCharCode(Number.parseInt(octal[0], 8));
          at += octal[0].length;
        } else {
          const escape = content.charAt(at);
          at += 1;
          text += escapes[escape] ?? escape;
        }
        continue;
      }
      if (character === "(") depth += 1;
      if (character === ")") depth -= 1;
      if (depth > 0 && !(character === "(" && depth === 1)) text += character;
    } while (depth > 0 && at < content.length);
    return text;
  };

  const hexadecimal = (): string => {
    const end = content.indexOf(">", at);
    const digits = content.slice(at + 1, end).replace(/\s/gu, "");
    at = end + 1;
    return (digits.length % 2 === 0 ? digits : `${digits}0`).replace(/../gu, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  };

  const operand = (): ContentOperand | undefined => {
    skipSpace();
    const character = content.charAt(at);
    if (character === "(") return { kind: "string", value: literal() };
    if (content.startsWith("<<", at)) {
      at += 2;
      const entries = new Map<string, ContentOperand>();
      for (;;) {
        skipSpace();
        if (at >= content.length || content.startsWith(">>", at)) break;
        const key = operand();
        const value = operand();
        if (key?.kind === "name" && value !== undefined) entries.set(key.value, value);
      }
      at += 2;
      return { kind: "dictionary", entries };
    }
    if (character === "<") return { kind: "string", value: hexadecimal() };
    if (character === "[") {
      at += 1;
      const items: ContentOperand[] = [];
      for (;;) {
        skipSpace();
        if (at >= content.length || content.charAt(at) === "]") break;
        const item = operand();
        if (item !== undefined) items.push(item);
      }
      at += 1;
      return { kind: "array", items };
    }
    if (character === "/") {
      at += 1;
      return {
        kind: "name",
        value: word().replace(/#([0-9a-fA-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      };
    }
    const bare = word();
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(bare)) return { kind: "number", value: Number(bare) };
    instructions.push({ operator: bare, operands });
    operands = [];
    return undefined;
  };

  for (;;) {
    skipSpace();
    if (at >= content.length) return instructions;
    const next = operand();
    if (next !== undefined) operands.push(next);
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "" };

/** What two-byte letter codes stand for, from a font's ToUnicode map. */
export function readUnicodeMap(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const { operator, operands } of readContent(map)) {
    if (operator === "endbfchar") {
      for (let index = 0; index + 1 < operands.length; index += 2) characters.set(code(operands[index]), text(operands[index + 1]));
    }
    if (operator !== "endbfrange") continue;
    for (let index = 0; index + 2 < operands.length; index += 3) {
      const from = code(operands[index]);
      const to = code(operands[index + 1]);
      const target = operands[index + 2];
      for (let at = from; at <= to; at += 1) {
        if (target?.kind === "array") characters.set(at, text(target.items[at - from]));
        else characters.set(at, String.fromCharCode(text(target).charCodeAt(0) + at - from));
      }
    }
  }
  return characters;
}

function code(operand: ContentOperand | undefined): number {
  return operand?.kind === "string" ? [...operand.value].reduce((sum, character) => sum * 256 + character.charCodeAt(0), 0) : 0;
}

function text(operand: ContentOperand | undefined): string {
  return operand?.kind === "string"
    ? operand.value.replace(/[\s\S]{2}/gu, (pair) => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)))
    : "";
}

/** Text kept in a PDF as UTF-16 behind a mark, or as one byte a character. */
export function textOfString(bytes: string): string {
  if (bytes.startsWith("\u00fe\u00ff")) return text({ kind: "string", value: bytes.slice(2) });
  return bytes;
}

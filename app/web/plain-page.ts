// A page for the moments when the application itself cannot draw one: no style sheet, no script, plain words.

/** A complete, accessible page with a heading and one paragraph. Both are trusted text of ours, never of a visitor. */
export function plainPage(heading: string, text: string): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading} – Welcome Table</title></head><body><main><h1>${heading}</h1><p>${text}</p><p><a href="/">Go to the start</a></p></main></body></html>`;
}

// A file somebody sent, on its way out: always a download, never a page of ours, whatever it holds (promises.md T29).

/** The answer that carries a stored file. `saveAs` is a plain name of ours, never the sender's. */
export function fileResponse(file: { readonly bytes: Uint8Array; readonly mediaType: string; readonly saveAs: string }): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${file.saveAs}"`,
      "Content-Length": String(file.bytes.length),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

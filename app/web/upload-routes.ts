// The pages that take a file. Every other page refuses a form with files before it is read.

/** Addresses that take an upload, each its own kind. */
export const uploadRoutes: readonly RegExp[] = [
  /^\/v\/checklist\/[^/]+\/(?:photos\/)?[^/]+\/?$/u,
  /^\/venues\/[^/]+\/check\/[^/]+\/?$/u,
  /^\/meetings\/[^/]+\/bookings\/[^/]+\/?$/u,
  /^\/venues\/[^/]+\/(?:photos|facts-file)\/?$/u,
  /^\/my\/m\/[^/]+\/claim\/costs\/[^/]+\/?$/u,
  /^\/meetings\/[^/]+\/paper-claims\/[^/]+(?:\/costs\/[^/]+)?\/?$/u,
  /^\/settings\/organisation\/?$/u,
  /^\/(?:people|venues|suppliers)\/import\/?$/u,
  /^\/payments\/audit\/?$/u,
];

/** Whether a page at this address takes files. */
export function takesFiles(pathname: string): boolean {
  return uploadRoutes.some((pattern) => pattern.test(pathname));
}

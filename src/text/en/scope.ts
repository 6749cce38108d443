/** In English. */
export function scope() {
  /** Words for an address that asks for what there is not. */
  const scopeText = {
    late: (latest: string, asOf: string): string =>
      `The export ends on ${latest}, and this report is made for ${asOf}. Whatever happened in between is not in it, so cards may look away for longer than they are.`,
    latest: (day: string): string => `Report as of ${day}`,
    unknownMerchant: (id: string): string => `The export has no merchant “${id}”`,
    unknownMerchantHint: 'The address may be of another export.',
    showMerchant: (name: string): string => `Show ${name}`,
    unknownSample: (id: string): string => `There is no sample “${id}”. What was open stays open.`,
    noSuchSample: (id: string): string => `There is no sample “${id}”. These are the samples:`,
    ownStay: (sample: string): string =>
      `The address asks for the sample ${sample}. Your own files stay open until you say so.`,
    openSample: (sample: string): string => `Open ${sample}`,
    keepOwn: 'Keep my files',
    dismiss: 'All right',
  };
  return { scopeText };
}

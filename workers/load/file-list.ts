/** No file: a list of them has to have something. */
const noFile = -1;

/** Indexes of files in a load, for `IN (…)`; none are a list that no file is in. SQL. */
export const fileList = (files: readonly number[]): string => [noFile, ...files].join(', ');

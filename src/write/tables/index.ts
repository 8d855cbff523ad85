// Written by `npm run gen` from the files of this folder.
export const TABLE_WRITERS = {
  csv: () => import('./csv.js').then((part) => part.writer),
  ics: () => import('./ics.js').then((part) => part.writer),
  ndjson: () => import('./ndjson.js').then((part) => part.writer),
  parquet: () => import('./parquet.js').then((part) => part.writer),
  sqlite: () => import('./sqlite.js').then((part) => part.writer),
  xlsx: () => import('./xlsx.js').then((part) => part.writer),
} as const

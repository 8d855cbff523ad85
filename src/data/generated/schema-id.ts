// Written by `npm run gen` from schemas/plan.schema.json.
/** Where the JSON Schema of plans is published; a plan's first line points editors there. */
export const SCHEMA_ID = 'https://policyplan.dev/schemas/plan-1.schema.json'

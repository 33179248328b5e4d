// Whether each file named is a valid tabular data package, and its rows what its schema says.
const { readFileSync } = require("fs");
const { Package } = require("datapackage");

(async () => {
  for (const file of process.argv.slice(2)) {
    const { schema, ...descriptor } = JSON.parse(readFileSync(file, "utf8"));
    const judged = await Package.load(descriptor, { strict: true });
    const { source, schema: columns } = judged.getResource("postings");
    for (const row of source) columns.castRow(columns.fieldNames.map((name) => row[name]));
  }
})().catch((error) => {
  console.error(String(error), ...(error.errors || []).map(String));
  process.exit(1);
});

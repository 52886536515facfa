// Reads a list of {schema, documents} and writes, for each document, whether ajv in strict mode accepts it. References stay functions
// of their own (inlineRefs), which is three times faster to compile and means the same.
const {createRequire} = require("node:module");
const {readFileSync} = require("node:fs");
const Ajv = createRequire(process.argv[2] + "/")("ajv/dist/2020").default;
const judge = ({schema, documents}) => {
  const accepts = new Ajv({strict: true, inlineRefs: false}).compile(schema);
  return documents.map((document) => accepts(document));
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(judge)));

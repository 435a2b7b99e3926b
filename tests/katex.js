// Renders each formula of a JSON list [[formula, display], ...] on standard input; prints the list of errors, one entry each.
const katex = require(process.env.KATEX || "katex");
const formulas = JSON.parse(require("fs").readFileSync(0, "utf8"));
const errors = formulas.map(([formula, displayMode]) => {
  try {
    katex.renderToString(formula, { displayMode, throwOnError: true, strict: "error", trust: false });
    return null;
  } catch (error) {
    return error.message;
  }
});
console.log(JSON.stringify(errors));

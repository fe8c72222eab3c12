// Makes src/SafeHarbor.Workbench/Assets/codemirror.js and its licences. Run `npm ci && npm run build` here after a change of
// versions; the result is kept in the repository, so that nobody else needs npm.
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, "../../src/SafeHarbor.Workbench/Assets");

// style-mod writes a <style> into a document, which the site's Content-Security-Policy forbids, and uses constructed style
// sheets only in shadow trees. They work in documents just as well.
const constructedSheets = {
  name: "constructed-sheets",
  setup(bundle) {
    bundle.onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const before = "!root.head && root.adoptedStyleSheets";
      if (source.split(before).length !== 2) throw new Error("style-mod has changed: look at it again");
      return { contents: source.replace(before, "root.adoptedStyleSheets"), loader: "js" };
    });
  },
};

const result = await build({
  entryPoints: [join(here, "editor.js")],
  bundle: true, minify: true, format: "iife", globalName: "CodeMirror", target: "es2022", charset: "utf8",
  legalComments: "none", metafile: true, write: true, outfile: join(assets, "codemirror.js"), plugins: [constructedSheets],
});

const used = new Set(Object.keys(result.metafile.inputs).map(i => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(i)?.[1]).filter(Boolean));
let licences = "codemirror.js holds these packages, made smaller (see editors/web). Each is under the licence given with it.\n";
for (const name of [...used].sort()) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find(f => /^licen[cs]e/i.test(f));
  licences += `\n${"=".repeat(72)}\n${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}
await writeFile(join(assets, "codemirror.licences.txt"), licences);

// Bundles the editor for browsers that allow no inline style: what the libraries write as
// style="…" into markup is set through the object model instead. Each change fails loudly
// when the library's text is not what it was.
import { build } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const out = process.argv[2];

function changed(text, from, to, where) {
  if (!text.includes(from)) {
    throw new Error(`${where} has changed: look at its inline styles again`);
  }
  return text.replace(from, to);
}

const domify = {
  name: 'domify-without-inline-style',
  setup(bundle) {
    bundle.onLoad({ filter: /node_modules\/domify\/index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: changed(text, 'element.innerHTML = prefix + htmlString + suffix;', `
        element.innerHTML = prefix + htmlString.replace(/\\sstyle=(["'])(.*?)\\1/gs, ' data-style=$1$2$1') + suffix;
        element.querySelectorAll('[data-style]').forEach((styled) => {
          styled.style.cssText = styled.getAttribute('data-style');
          styled.removeAttribute('data-style');
        });`, path) };
    });
  }
};

const icons = {
  name: 'icons-without-inline-style',
  setup(bundle) {
    bundle.onLoad({ filter: /(Align|Distribute)ElementsIcons\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      changed(text, 'style="', '', path);
      return { contents: text.replace(/style="([^"]*)"/g, (all, style) =>
        `class="${/fill:\s*currentColor/.test(style) ? 'icon-filled' : 'icon-line'}"`) };
    });
  }
};

// files that stand alone: the page fetches what one draws with in one go, then what helps with it, and nothing of the player
const { metafile } = await build({
  entryPoints: { editor: 'src/editor.js', helpers: 'src/helpers.js', simulate: 'src/simulate.js' },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  assetNames: '[name]',
  loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'empty', '.svg': 'empty' },
  plugins: [domify, icons],
  metafile: true,
  logLevel: 'warning'
});

// the licence of every package in the bundle goes along with it
const packages = new Set(Object.keys(metafile.inputs)
  .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
const licences = await Promise.all([...packages].sort().map(async (name) => {
  const folder = join('node_modules', name);
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const text = file ? await readFile(join(folder, file), 'utf8') : '';
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}));
await writeFile(join(out, 'editor.licenses.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));

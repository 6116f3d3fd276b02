// node bench/build.mjs <folder>: bundles the bare page as the editor is bundled.
import { build } from 'esbuild';

await build({
  entryPoints: { bare: 'bench/bare.js' },
  outdir: process.argv[2],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  assetNames: '[name]',
  loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'empty', '.svg': 'empty' },
  logLevel: 'warning'
});

// Called by Maven: installs and bundles only when something has changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [out] = process.argv.slice(2);
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`The diagram editor is built with Node 20 or newer; this is ${process.version}.`);
  process.exit(1);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function hash(paths) {
  const digest = createHash('sha256');
  paths.forEach((path) => digest.update(path.slice(here.length)).update(readFileSync(path)));
  return digest.digest('hex');
}

function unlessStamped(stamp, value, work) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== value) {
    work();
    writeFileSync(stamp, value);
  }
}

const packages = [join(here, 'package.json'), join(here, 'package-lock.json')];
const installed = join(here, 'node_modules', '.stamp');
mkdirSync(join(here, 'node_modules'), { recursive: true });
unlessStamped(installed, hash(packages), () => {
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'],
    { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
});

mkdirSync(out, { recursive: true });
unlessStamped(join(out, '.stamp'),
  hash([...packages, join(here, 'build.mjs'), ...files(join(here, 'src'))]) + process.version,
  () => {
    // pieces are named after their content: those of the last build would stay
    readdirSync(out).forEach((file) => rmSync(join(out, file)));
    execFileSync(process.execPath, [join(here, 'build.mjs'), out], { cwd: here, stdio: 'inherit' });
  });

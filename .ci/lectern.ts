// `npm run lectern`: npm runs scripts in the package's folder, but whoever types a path means it from where they stand.
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import('../main/cli/main.ts');

// Runs every server through every measurement, in turn (A B C A B C …), and prints Markdown tables.
// Started by run.sh, which builds everything and starts PostgreSQL.
import { spawn, execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, existsSync, openSync, closeSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const setTimeout_ = globalThis.setTimeout;
const arg = (name, otherwise) => {
  const i = process.argv.indexOf('--' + name);
  return i < 0 ? otherwise : process.argv[i + 1];
};
const B = process.env.BENCH_BUILD, JAVA = process.env.BENCH_JAVA, HERE = process.env.BENCH_HERE;
const DB = process.env.DATABASE_URL, DBPID = Number(arg('db-pid', process.env.BENCH_DB_PID)), PSQL = process.env.BENCH_PSQL;
const rounds = Number(arg('rounds', 3));
const heap = arg('heap', '512m');

const node = (file, env = {}) => ({ cmd: ['node', `${B}/node/${file}.mjs`], env: { NODE_ENV: 'production', ...env } });
const all = {
  'ws + pg': { adapter: 'neutral', ...node('ws') },
  'Socket.IO 4 + pg': { adapter: 'socketio', ...node('socketio') },
  'Colyseus 0.17 + pg': { adapter: 'colyseus', ...node('colyseus') },
  'Hocuspocus 3 + pg': { adapter: 'hocuspocus', ...node('hocuspocus') },
  'Go gorilla + pgx': { adapter: 'neutral', cmd: [`${B}/go/server`], needs: `${B}/go/server` },
  'ws + pg, group commit by hand': { adapter: 'neutral', ours: true, ...node('ws', { GROUP: '1' }), optional: true },
  'floor (Vert.x, group commit)': {
    adapter: 'neutral', ours: true,
    cmd: [JAVA, `-Xmx${heap}`, `-XX:+Use${arg('gc', 'G1')}GC`, '-cp', `${B}/floor/target/classes:${B}/floor/target/lib/*`, 'floor.Floor'],
  },
};
const target = arg('target');
if (target) all[arg('name', 'target')] = {
  adapter: arg('adapter', 'accord'), ours: true, host: arg('host'), count: arg('count'),
  ...(/^(ws|http):\/\//.test(target) ? { url: new URL(target), pid: Number(arg('pid', 0)) } : { shell: target }),
};
const pick = arg('servers');
const names = Object.keys(all).filter((n) => (pick ? pick.split(',').some((p) => all[p] ? p === n : n.toLowerCase().includes(p.toLowerCase())) || n === arg('name', 'target') : !all[n].optional)
  && (!all[n].needs || existsSync(all[n].needs)));

const rampArgs = ['step=' + arg('step', 3000), 'halvings=' + arg('halvings', 3), 'warmup=5'];
const modes = {
  steady: ['mode=steady', 'rooms=200', 'rate=600', 'warmup=6', 'seconds=' + arg('seconds', 8)],
  ramp: ['mode=ramp', 'rooms=200', 'rate=1000', ...rampArgs],
  hot: ['mode=ramp', 'rooms=1', 'rate=300', ...rampArgs],
  idle: ['mode=idle', 'rooms=1667'],
  storm: ['mode=storm', 'rooms=1000'],
};
const wanted = arg('modes', 'steady,ramp,hot,idle,storm').split(',');

const psql = (sql) => execFileSync(PSQL, ['-q', '-X', DB, '-v', 'ON_ERROR_STOP=1', '-c', sql], { stdio: ['ignore', 'ignore', 'pipe'] });

async function open(port) {
  for (let i = 0; i < 300; i++) {
    const ok = await new Promise((r) => {
      const s = connect(port, '127.0.0.1', () => { s.destroy(); r(true); });
      s.on('error', () => r(false));
    });
    if (ok) return;
    await sleep(100);
  }
  throw new Error('the server did not open its port');
}

let port = Number(arg('port', 4100));
async function once(name, mode) {
  const s = all[name];
  execFileSync(PSQL, ['-q', '-X', DB, '-f', `${HERE}/peers/schema.sql`], { stdio: 'ignore' });
  let db = DB;
  if (name === arg('name', 'target') && !s.url) {            // a target makes its own tables, in a database of its own
    psql('DROP DATABASE IF EXISTS target WITH (FORCE)');
    psql('CREATE DATABASE target');
    db = DB.replace(/\/[^/]*$/, '/target');
  }
  psql('CHECKPOINT');
  let child, pid = s.pid, p;
  try {
    if (s.url) p = Number(s.url.port || 80);
    else {
      p = port++;
      const env = { ...process.env, ...s.env, PORT: String(p), DATABASE_URL: db };
      const log = openSync(`${B}/server.log`, 'w');                // of the run that was last: why it failed
      const stdio = ['ignore', log, 'inherit'];
      child = s.shell ? spawn('bash', ['-c', 'exec ' + s.shell], { env, stdio }) : spawn(s.cmd[0], s.cmd.slice(1), { env, stdio });
      closeSync(log);
      pid = child.pid;
      await open(p);
      await sleep(500);
    }
    if (arg('setup') && name === arg('name', 'target')) {
      const rooms = modes[mode].find((a) => a.startsWith('rooms=')).slice(6);
      execFileSync('bash', ['-c', arg('setup')], { stdio: 'inherit', env: { ...process.env, PORT: String(p), DATABASE_URL: db, ROOMS: rooms, MEMBERS: '3' } });
    }
    const extra = (arg('jvm') ?? '').split(' ').filter(Boolean);
    const out = await new Promise((resolve, reject) => {
      const g = spawn(JAVA, ['-Xms1200m', '-Xmx1200m', '-Xmn900m', '-XX:+UseSerialGC', ...extra, '-cp', `${B}/loadgen`, 'Loadgen',
        ...modes[mode], 'adapter=' + s.adapter, 'host=' + (s.host ?? '127.0.0.1'), 'port=' + p, 'server=' + (pid ?? 0), 'db=' + DBPID], { stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      g.stdout.on('data', (d) => text += d);
      const timer = setTimeout_(() => g.kill('SIGKILL'), 240_000);
      g.on('close', () => { clearTimeout(timer); try { resolve(JSON.parse(text.trim().split('\n').pop())); } catch { reject(new Error('no result: ' + text)); } });
    });
    if (mode !== 'idle' && s.adapter !== 'hocuspocus' && !s.url && !s.shell)
      out.committed = Number(execFileSync(PSQL, ['-qXAt', DB, '-c', 'SELECT count(*) FROM event']).toString());
    if (mode !== 'idle' && s.count) out.committed = Number(execFileSync(PSQL, ['-qXAt', db, '-c', s.count]).toString());
    return out;
  } finally {
    if (child && child.exitCode === null && !child.signalCode) {
      const gone = new Promise((r) => child.on('exit', r));
      child.kill('SIGTERM');
      const timer = setTimeout_(() => child.kill('SIGKILL'), 4000);
      await gone;
      clearTimeout(timer);
    }
  }
}
const file = arg('out', `${B}/results.json`);
const results = arg('append') && existsSync(file) ? JSON.parse(readFileSync(file)) : [];
for (const mode of wanted)
  for (let round = 0; round < (mode === 'idle' ? 1 : rounds); round++)
    for (const name of names) {
      let r;
      try { r = await once(name, mode); } catch (e) { r = { failed: e.message }; }
      results.push({ name, mode, round, ...r });
      writeFileSync(file, JSON.stringify(results, null, 1));
      const v = r.failed ?? (mode === 'steady' ? `p99 ${r.ack.p99} ms` : mode === 'ramp' || mode === 'hot' ? `max ${r.max}/s` : mode === 'idle' ? `${r.kbPerConnection} KiB` : `${r.lastMs} ms`);
      console.error(`${mode} ${round + 1} ${name}: ${v}`);
    }

// ---- tables

const median = (a) => { a = a.filter((x) => x != null && !Number.isNaN(x)).sort((x, y) => x - y); return a.length ? a[(a.length - 1) >> 1] : null; };
const of = (name, mode) => results.filter((r) => r.name === name && r.mode === mode && !r.failed);
const med = (name, mode, f) => median(of(name, mode).map(f));
const sum = (name, mode, f) => of(name, mode).map(f).reduce((a, b) => a + b, 0);
const span = (name, mode, f) => {
  const v = of(name, mode).map(f).filter((x) => x != null);
  return v.length < 2 ? '–' : [Math.min(...v), Math.max(...v)].map((x) => x.toFixed(x < 100 ? 1 : 0)).join(' – ');
};
const show = (v, d = 2) => v == null ? '–' : v.toFixed(d);
const listed = [...new Set(results.map((r) => r.name))];
const isPeer = (n) => !(all[n]?.ours);

function table(title, mode, columns, key, lowerIsBetter) {
  if (!results.some((r) => r.mode === mode)) return;
  const peers = listed.filter(isPeer).map((n) => med(n, mode, key)).filter((v) => v != null);
  const best = lowerIsBetter ? Math.min(...peers) : Math.max(...peers);
  console.log(`\n### ${title}\n\n| server | ${columns.map((c) => c[0]).join(' | ')} | against the best peer |\n|---|${columns.map(() => '--:').join('|')}|--:|`);
  for (const n of listed) {
    const bad = results.filter((r) => r.name === n && r.mode === mode && r.failed);
    const v = med(n, mode, key);
    if (v == null) { console.log(`| ${n} | ${columns.map(() => '–').join(' | ')} | failed: ${bad[0]?.failed ?? 'not run'} |`); continue; }
    console.log(`| ${n} | ${columns.map((c) => c[3] ? c[3](n, mode, c[1]) : show(med(n, mode, c[1]), c[2])).join(' | ')} | ${peers.length ? show(lowerIsBetter ? best / v : v / best) + 'x' : '–'} |`);
  }
}
const faults = (r) => (r.unacked ?? 0) + (r.missing ?? 0) + (r.duplicates ?? 0) + (r.gaps ?? 0) + (r.unknown ?? 0) + (r.orderDiffers ?? 0) + (r.errors ?? 0) + (r.connectionsLost ?? 0)
  + (r.committed == null ? 0 : Math.abs(r.committed - r.sent));

table('Steady: 200 rooms x 3 members, 600 commands/s', 'steady', [
  ['ack p50 ms', (r) => r.ack.p50], ['p99', (r) => r.ack.p99], ['range of p99', (r) => r.ack.p99, 1, span], ['p99.9', (r) => r.ack.p999], ['max', (r) => r.ack.max],
  ['fan-out p50', (r) => r.fan.p50], ['p99', (r) => r.fan.p99], ['commands/s', (r) => r.perSecond, 0],
  ['server CPU µs/cmd', (r) => r.serverUsPerCommand, 0], ['database CPU µs/cmd', (r) => r.dbUsPerCommand, 0],
  ['server RSS MiB', (r) => r.serverRssKb / 1024, 0], ['faults', faults, 0, sum]], (r) => r.ack.p99, true);
for (const [mode, title] of [['ramp', 'Ramp: 200 rooms, most commands/s with ack p99 of 100 ms at most'], ['hot', 'One hot room: 3 members, most commands/s with ack p99 of 100 ms at most']])
  table(title, mode, [
    ['commands/s', (r) => r.max, 0], ['range of the runs', (r) => r.max, 0, span], ['ack p50 ms there', (r) => r.best?.ack.p50], ['p99', (r) => r.best?.ack.p99],
    ['fan-out p99', (r) => r.best?.fan.p99], ['server cores', (r) => r.best?.serverCpu], ['database cores', (r) => r.best?.dbCpu],
    ['generator cores', (r) => r.best?.genCpu], ['server µs/cmd', (r) => r.best?.serverUsPerCommand, 0], ['database µs/cmd', (r) => r.best?.dbUsPerCommand, 0],
    ['faults', faults, 0, sum]], (r) => r.max, false);
table('Idle: 5,001 connections in 1,667 rooms', 'idle', [
  ['RSS before MiB', (r) => r.rssBeforeKb / 1024, 0], ['RSS after MiB', (r) => r.rssAfterKb / 1024, 0],
  ['KiB/connection', (r) => r.kbPerConnection, 1], ['idle server cores', (r) => r.serverCpu, 3], ['faults', faults, 0, sum]], (r) => r.kbPerConnection, true);
table('Join storm: 3,000 clients in 1,000 rooms come back at once, 20 events each to read', 'storm', [
  ['last has its state, ms', (r) => r.lastMs, 0], ['half of them, ms', (r) => r.each.p50, 0], ['p99, ms', (r) => r.each.p99, 0], ['faults', faults, 0, sum]], (r) => r.lastMs, true);

#!/usr/bin/env node
// Measures Andon with the client that measures its peers. Andon runs already: ./andon up --bench-users 2000
//   node deploy/bench/peers/run.mjs SCENARIO|all [--client DIR] [--data DIR] [--through pod|gateway] [options of bench.mjs]
// DIR holds the peers' bench.mjs (else from BENCH_CLIENT); --data is that of ./andon up.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const HERE = import.meta.dirname;
const PASSWORD = 'andon-demo';

const { scenario, client, data, through, rest } = read(process.argv.slice(2));
const endpoints = JSON.parse(fs.readFileSync(path.join(data, 'endpoints.json'), 'utf8'));
const pod = service('messaging-service');
const launcher = parentOf(pod.pid);
const postgres = Number(fs.readFileSync(path.join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-peers-'));
const signIn = await serveTokens();
let failed = 0;
for (const name of scenario === 'all' ? ['rooms', 'hotroom', 'fanout', 'idle', 'resume'] : scenario.split(',')) {
  // Memory per connection is the pod's alone; elsewhere all that Andon runs is its cost, and none of it noise.
  failed += await bench(name, name === 'idle' ? pod.pid : launcher);
}
signIn.close();
fs.rmSync(work, { recursive: true });
process.exit(failed ? 1 : 0);

function read(args) {
  const options = { client: process.env.BENCH_CLIENT, data: '.andon', through: 'pod', rest: [] };
  while (args.length) {
    const arg = args.shift();
    if (['--client', '--data', '--through'].includes(arg)) options[arg.slice(2)] = args.shift();
    else if (arg.startsWith('--')) options.rest.push(arg, args.shift());
    else options.scenario = arg;
  }
  if (!options.scenario || !options.client) {
    console.error('usage: run.mjs SCENARIO|all --client DIR [--data DIR] [--through pod|gateway] [options of bench.mjs]');
    process.exit(2);
  }
  return options;
}

function service(name) {
  return endpoints.services.find((each) => each.name === name);
}

function parentOf(pid) {
  return Number(fs.readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s+(\d+)/m)[1]);
}

/** The client counts its users from 0 and signs each in anew every run: here they have names, and keep their token. */
async function serveTokens() {
  const tokens = new Map();
  const server = http.createServer(async (request, response) => {
    const account = `bench${String(Number(request.url.slice(1)) + 1).padStart(4, '0')}`;
    if (!tokens.has(account)) tokens.set(account, login(account));
    try {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(await tokens.get(account)));
    } catch (e) {
      tokens.delete(account);
      response.writeHead(502).end(e.message);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

async function login(account) {
  const answer = await fetch(`${service('auth-service').url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${account} cannot sign in: ${answer.status}. Is Andon up with --bench-users?`);
  const { access_token: token, user } = await answer.json();
  return { token, user_id: user.user_id };
}

function bench(name, pid) {
  // The load engine takes addresses, not names.
  const target = (through === 'gateway' ? endpoints.gateway : pod.url).replace('localhost', '127.0.0.1');
  const addresses = {
    $SOCKETS: target.replace('http', 'ws'),
    $ROOMS: service('room-service').url,
    $SIGN_IN: `http://127.0.0.1:${signIn.address().port}`,
  };
  const file = path.join(work, 'andon.target.json');
  const text = fs.readFileSync(path.join(HERE, '../andon.target.json'), 'utf8');
  fs.writeFileSync(file, text.replace(/\$[A-Z_]+/g, (key) => addresses[key]));
  const args = [path.join(client, 'bench.mjs'), 'andon', name, '--target', file, '--pid', pid, '--db-pid', postgres, '--keep-db', 'yes'];
  const results = rest.includes('--results') ? [] : ['--results', path.join(data, 'peers')];
  const running = spawn(process.execPath, [...args, ...results, ...rest].map(String), { stdio: 'inherit' });
  // Whoever ends this program means that one: left alone, it would go on loading the suite.
  const stop = () => running.kill();
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return new Promise((ended) => {
    running.on('exit', (code) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      ended(code ? 1 : 0);
    });
  });
}

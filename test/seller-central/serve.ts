// Runs the replica by itself, to look at its pages: npx tsx test/seller-central/serve.ts [port]
import { startReplica } from './server.ts';

const replica = await startReplica({ port: Number(process.argv[2] ?? 0) });
console.log(`The replica of Seller Central runs at ${replica.address}/promotions (Ctrl+C ends it).`);

import type { Cluster, ServerConfig } from './server-config';

const place = '/etc/nats-server.conf';
const more = '/etc/systemd/system/nats-server.service.d';
const forNats = 'install -o nats -g nats -m 600';

/** How a machine is set up with its file, as comments for the top of it: they go along to where they are needed. */
export function setUpSteps({ folder, browsers, cluster }: ServerConfig): string {
  const { certificate, key } = browsers;
  const kept = certificate.slice(0, certificate.lastIndexOf('/'));
  return `${cluster ? forWhom(cluster) : ''}# Put this file on the machine as ${place}, and run these commands as root, where the certificate
# for browsers (fullchain.pem) and its key (privkey.pem) are:
#   mkdir -p ${kept} ${folder} && chown nats:nats ${folder}
#   ${forNats} fullchain.pem ${certificate}
#   ${forNats} privkey.pem ${key}
${cluster?.tls ? routeCertificates(cluster, kept) : ''}#   chown root:nats ${place} && chmod 640 ${place}
# Only root may take ports below 1024 unless it is allowed; and a server that fails is to start again:
#   mkdir -p ${more}
#   printf '[Service]\\nAmbientCapabilities=CAP_NET_BIND_SERVICE\\nRestart=on-failure\\n' > ${more}/claimcheck.conf
#   systemctl daemon-reload
#   runuser -u nats -- nats-server -c ${place} -t
#   systemctl enable nats-server
#   systemctl restart nats-server
# After a new certificate: the lines with "install" again. After that, and after a newer file:
#   systemctl reload nats-server
#   journalctl -u nats-server -n 5
# The last must say "Reloaded server configuration". If not, nothing of a newer file counts, and whoever you
# removed still gets in: have its ports, names, and folders as they were before, and reload again.

`;
}

function forWhom(cluster: Cluster): string {
  return `# For ${hostOf(cluster)}. If the file there has another server_name already, keep that one.\n`;
}

function routeCertificates(cluster: Cluster, kept: string): string {
  const host = hostOf(cluster);
  return `# The machines know each other by certificates of an authority of your own. Once, for all three:
#   openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=engine routes" -keyout authority-key.pem -out route-authority.pem
# With these two files, for this machine (authority-key.pem is to stay on none of the three):
#   openssl req -newkey rsa:2048 -nodes -subj "/CN=${host}" -keyout route-key.pem -out route.csr
#   printf 'subjectAltName=DNS:${host}\\nextendedKeyUsage=serverAuth,clientAuth\\n' > route.ext
#   openssl x509 -req -in route.csr -CA route-authority.pem -CAkey authority-key.pem -CAcreateserial -days 3650 -extfile route.ext -out route-certificate.pem
#   ${forNats} route-certificate.pem route-key.pem route-authority.pem ${kept}
`;
}

function hostOf({ advertise }: Cluster): string {
  return advertise.replace(/:\d+$/, '');
}

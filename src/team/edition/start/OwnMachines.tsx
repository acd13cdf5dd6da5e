import { say } from '../../../words/say';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership } from '../../seat/seat';
import { EngineFiles } from './EngineFiles';

const routeFiles = ['certificate', 'key', 'authority']
  .map((file) => `\n/etc/nats/route-${file}.pem`)
  .join('');

/** The steps by which an engine gets onto one's own machines. */
export function OwnMachines({ here, owner }: { here: TeamHere; owner: Ownership }) {
  const three = owner.machines === 3;
  return (
    <>
      <li>
        <p>{three ? say('teamStepRentThree') : say('teamStepRent')}</p>
        <pre class="team-command">apt-get install nats-server</pre>
      </li>
      <li>
        <p>{three ? say('teamStepFilesThree') : say('teamStepFiles')}</p>
        <EngineFiles here={here} owner={owner} />
        <pre class="team-command">/etc/nats-server.conf</pre>
      </li>
      <li>
        <p>{three ? say('teamStepCertificateThree') : say('teamStepCertificate')}</p>
        <pre class="team-command">
          {`/etc/nats/certificate.pem\n/etc/nats/key.pem${three ? routeFiles : ''}`}
        </pre>
      </li>
      <li>
        <p>{three ? say('teamStepRunThree') : say('teamStepRun')}</p>
        <pre class="team-command">systemctl status nats-server</pre>
      </li>
    </>
  );
}

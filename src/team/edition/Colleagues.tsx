import './team.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../../ui/parts/Notice';
import { useStore } from '../../ui/parts/use-store';
import { sentenceOf } from '../../words/problem-words';
import { hasCopy } from '../pages/left-copy';
import type { TeamHere } from '../pages/team-here';
import { isSeated } from '../seat/seat';
import { AnswerInvitation } from './join/AnswerInvitation';
import { WaitForTicket } from './join/WaitForTicket';
import { InTeam } from './members/InTeam';
import { teamHere } from './open-pool';
import { RestoreFromPaper } from './recovery/RestoreFromPaper';
import { ChooseWay } from './start/ChooseWay';
import { CopyLeft } from './start/CopyLeft';
import { NameTeam } from './start/NameTeam';
import { SetUpEngine } from './start/SetUpEngine';

/** In the place of lots that are handed over: the team that shares everything. */
export function ColleagueParts() {
  const [here, setHere] = useState<TeamHere | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void teamHere().then(setHere, (error) => setProblem(sentenceOf(error))), []);
  if (problem !== null) return <Notice tone="problem" text={problem} />;
  return here && <Team here={here} />;
}

function Team({ here }: { here: TeamHere }) {
  const state = useStore(here);
  const [way, setWay] = useState<'start' | 'join' | 'restore' | null>(null);
  const { seat } = state;
  const step = seat ? (isSeated(seat) ? 'in' : seat.owner ? 'engine' : 'ticket') : way;
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(step);
  useEffect(() => {
    // What was there when the page opened takes no focus; what a press led to does, since the button is gone.
    if (first.current === step) return;
    first.current = undefined as never;
    place.current?.querySelector<HTMLElement>('h3')?.focus();
  }, [step]);
  useEffect(() => {
    if (seat) setWay(null);
  }, [seat]);
  const [copy, setCopy] = useState<boolean | null>(null);
  useEffect(() => {
    if (seat === null) void hasCopy().then(setCopy, () => setCopy(false));
  }, [seat]);
  if (seat === undefined) return null;
  const back = () => setWay(null);
  return (
    <div ref={place} class="team">
      {step === null && copy === true && <CopyLeft />}
      {step === null && copy === false && (
        <ChooseWay
          onStart={() => setWay('start')}
          onJoin={() => setWay('join')}
          onRestore={() => setWay('restore')}
        />
      )}
      {step === 'start' && <NameTeam here={here} onBack={back} />}
      {step === 'join' && <AnswerInvitation here={here} onBack={back} />}
      {step === 'restore' && <RestoreFromPaper here={here} onBack={back} />}
      {step === 'engine' && seat?.owner && <SetUpEngine here={here} seat={seat} owner={seat.owner} />}
      {step === 'ticket' && seat && <WaitForTicket here={here} seat={seat} />}
      {step === 'in' && seat && <InTeam here={here} state={state} seat={seat} />}
    </div>
  );
}

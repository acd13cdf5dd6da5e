/** Sharing with colleagues: lots that are handed over. The seam of a team's build, whose members share everything. */
export { ColleagueParts } from '../backup/BackupParts';

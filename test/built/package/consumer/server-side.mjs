import {createAdmin, isLiveOpsError} from 'liveops-elements/admin';
import {LiveOpsError} from 'liveops-elements';

let refusal;
try {
  createAdmin({apiKey: 'key'});
} catch (error) {
  refusal = error;
}
const groups = Object.keys(createAdmin({projectId: 1, apiKey: 'key'})).sort();

console.log(JSON.stringify({groups, isOurs: refusal instanceof LiveOpsError && isLiveOpsError(refusal)}));

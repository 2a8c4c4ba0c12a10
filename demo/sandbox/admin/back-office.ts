import {Bonuses} from './bonuses.js';
import {Offers} from './offers.js';
import {SubscriptionPromotions} from './promotions.js';

/** What LiveOps managers set up: the state behind the server-side calls. */
export class BackOffice {
  readonly projectId: number;
  promotions = new SubscriptionPromotions();
  bonuses = new Bonuses();
  offers = new Offers();

  constructor(projectId: number) {
    this.projectId = projectId;
  }

  /** Back to what there is after the start. */
  reset(): void {
    this.promotions = new SubscriptionPromotions();
    this.bonuses = new Bonuses();
    this.offers = new Offers();
  }
}

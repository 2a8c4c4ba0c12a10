import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';
import 'liveops-elements/components/clan-contributors/define.js';
import 'liveops-elements/components/session/define.js';

/** Angular checks events and references of custom elements, but no attribute and no binding. */
@Component({
  selector: 'shop-mistakes',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <liveops-session (liveops-error)="tell($event.detail)" /><!-- refused -->
    <liveops-clan-contributors #board (liveops-contribute)="tell(board.rankin)" /><!-- refused -->
    <liveops-clan-contributors (liveops-contribut)="tell($event.pointsNeeded)" /><!-- refused -->
    <liveops-session project-id="our game" [getToken]="'eyJhbGciOi'" />
    <liveops-clan-contributors ranking="olympic" max-row="3" />
  `,
})
export class Mistakes {
  protected tell(_what: unknown): void {}
}

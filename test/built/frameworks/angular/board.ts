import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import 'liveops-elements/components/clan-contributors/define.js';
import 'liveops-elements/components/session/define.js';
import type {GetToken} from 'liveops-elements';

@Component({
  selector: 'main',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <liveops-session
      #session
      project-id="44056"
      player-name="Rocket"
      poll-seconds="0"
      [apiBase]="apiBase"
      [getToken]="getToken"
      (liveops-error)="status.set($event.error.code)"
    >
      <liveops-clan-contributors
        #board
        class="inside"
        reward-chain-id="101"
        (liveops-contributors-changed)="status.set($event.rows.length + ' in ' + board.ranking)"
      />
    </liveops-session>
    <liveops-clan-contributors class="outside" max-rows="2" [session]="session" />
    <output>{{ status() }}</output>
  `,
})
export class Board {
  protected readonly apiBase = `${location.origin}/api`;
  protected readonly getToken: GetToken = freshToken;
  protected readonly status = signal('');
}

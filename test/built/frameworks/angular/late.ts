import '@angular/compiler';
import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';

@Component({
  selector: 'main',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<liveops-session id="plain" [getToken]="getToken" />`,
})
class Late {
  protected readonly getToken = freshToken;
}

await bootstrapApplication(Late);
await import('liveops-elements/components/session/define.js');

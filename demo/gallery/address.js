/*
 * Reads the page's URL into values for the form's controls. A wrong value is reported and ignored, so that the page is
 * never empty without a reason.
 */

/** The choices in the URL by name, and a sentence about each wrong one. */
export function readAddress(form) {
  const options = {};
  const faults = [];
  for (const [name, value] of new URLSearchParams(location.search)) {
    const fault = value && faultOf(form, name, value);
    if (fault) faults.push(fault);
    else options[name] = value;
  }
  return {options, faults};
}

function faultOf(form, name, value) {
  const control = form.elements[name];
  if (!control) return `The address asks for “${name}”, which is not one of ${list(namesIn(form))}.`;
  control.value = value;
  if (isTaken(control, value) && control.checkValidity() && (name !== 'lang' || isLanguage(value))) return '';
  control.value = '';
  return `The address asks for ${name} “${value}”, which is not ${choicesOf(control)}.`;
}

/** A control for colours writes them in small letters, and black for anything else. */
const isTaken = (control, value) => control.value === (control.type === 'color' ? value.toLowerCase() : value);

const namesIn = form => [...form.elements].map(({name}) => name).filter(Boolean);

function choicesOf({options, name, type, min, max}) {
  if (options) return `one of ${list([...options].map(({value}) => value).filter(Boolean))}`;
  if (type === 'color') return 'a colour such as #ffb454';
  return name === 'lang' ? 'a language such as de or pt-BR' : `a number from ${min} to ${max}`;
}

function isLanguage(value) {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

const list = names => new Intl.ListFormat('en', {type: 'disjunction'}).format(names);

/*
 * What encoders of other languages make of a text, as far as JSON goes: mirrors of their sources, for the scripts by which a
 * game talks to the page.
 */
type Quote = (text: string) => string;

const SHORT: Readonly<Record<string, string>> = {'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r'};

const hex = (unit: string, digits = 4): string => unit.charCodeAt(0).toString(16).padStart(digits, '0');

/** Writes each unit of a text: `\` before those of `marked`, short names, and `\u` for those that match `escaped`. */
function quoting(marked: string, escaped: RegExp, {short = SHORT, upper = false} = {}): Quote {
  const write = (unit: string): string => {
    if (marked.includes(unit)) return `\\${unit}`;
    if (Object.keys(short).includes(unit)) return `\\${short[unit]}`;
    return escaped.test(unit) ? `\\u${upper ? hex(unit).toUpperCase() : hex(unit)}` : unit;
  };
  // By code unit, as all of these do.
  return text => `"${Array.from({length: text.length}, (_, at) => write(text.charAt(at))).join('')}"`;
}

// eslint-disable-next-line no-control-regex -- they are the ones to escape
const CONTROL = /[\u0000-\u001f]/;

export const QUOTES = {
  /** `JsonConvert.ToString`: https://github.com/JamesNK/Newtonsoft.Json, Utilities/JavaScriptUtils.cs */
  // eslint-disable-next-line no-control-regex -- as above
  newtonsoft: quoting('"\\', /[\u0000-\u001f\u0085\u2028\u2029]/),
  /** `JsonSerializer.Serialize`: https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/character-encoding */
  systemTextJson: quoting('\\', /[^ -~]|["&'+<>`\x7f]/, {upper: true}),
  /** `FString::ReplaceCharWithEscapedChar`, between quotation marks: dev.epicgames.com, FString */
  unreal: quoting('\\\'"', /^$/, {short: {'\n': 'n', '\r': 'r', '\t': 't'}}),
  /** `CefWriteJSON`: Chromium's base/json/string_escape.cc */
  // eslint-disable-next-line no-control-regex -- as above
  chromium: quoting('"\\', /[\u0000-\u001f<\u2028\u2029]/, {upper: true}),
  /** `JSON.stringify` of Godot 4: https://github.com/godotengine/godot, core/string/ustring.cpp, json_escape */
  godot: quoting('"\\', /^$/, {short: {...SHORT, '\v': 'v'}}),
  /** `JSONObject.quote`: https://android.googlesource.com/platform/libcore, org/json/JSONStringer.java */
  android: quoting('"\\/', CONTROL),
  /** `jsonEncode`: https://github.com/dart-lang/sdk, sdk/lib/convert/json.dart; well-formed texts only */
  dart: quoting('"\\', CONTROL),
  /** Of JavaScript itself. */
  javascript: (text: string): string => JSON.stringify(text),
} satisfies Record<string, Quote>;

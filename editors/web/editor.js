// What the draft page takes from CodeMirror; whatever is not named here is left out of the bundle.
export { EditorState, StateEffect, StateField } from "@codemirror/state";
export { EditorView, Decoration, keymap, lineNumbers, highlightActiveLine, hoverTooltip } from "@codemirror/view";
export { history, defaultKeymap, historyKeymap } from "@codemirror/commands";
export { autocompletion, completionKeymap } from "@codemirror/autocomplete";
export { setDiagnostics, lintKeymap } from "@codemirror/lint";
